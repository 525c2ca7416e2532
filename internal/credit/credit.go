package credit

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
	outlets "stemma/internal/name"
)

// Reader finds mentions in one language. It is safe for concurrent use.
type Reader struct {
	lex *lexicon
}

// New builds a reader from the tables of a language and those who know names.
func New(pack *language.Pack, who *outlets.Registry) *Reader {
	return &Reader{lex: newLexicon(pack, who)}
}

// Input is one report with what is known about its pile.
type Input struct {
	Text         *stemma.Text
	Attributions []stemma.Attribution // of this report
	Index        *stemma.Index        // of the pile
	Names        *Names               // of the pile
}

// Read gives the mentions of a report in the order of its text; those outside
// of the prose come last.
func (r *Reader) Read(in Input) []stemma.Mention {
	p := &document{Reader: r, in: in, t: in.Text, own: r.ownNames(in.Text.Report)}
	p.speech = p.quoted()
	p.near = near{spoken: spokenBy(in.Text, in.Attributions), starts: map[int][]int{}}
	p.found = finder{p}.find()
	roles := roleReader{p}
	roles.joinProgrammes()
	linker{p}.attribute()
	p.found = finder{p}.tails(p.found)
	p.authors = nil // which are found by now
	roles.readRoles()
	roles.dropTails()
	roles.dropSelfTalk()
	mentions := p.mentions()
	slices.SortStableFunc(mentions, func(a, b stemma.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return append(mentions, formalReader{p}.formal()...)
}

// document is a report while it is read, with what all readers of it ask.
type document struct {
	*Reader
	in     Input
	t      *stemma.Text
	own    []string // keys of the report's own outlet
	speech []bool   // tokens between quotation marks
	found  []mention
	near
}

// mention is a name in the making: the tokens from first to last, half-open.
type mention struct {
	first, last int
	name        name
	owner       bool // "the Gazette's"
	role        stemma.Role
	form        stemma.MentionForm
	weak        bool // may be an outlet that speaks about itself
	written     bool // a venue of what is written or shown, where nobody speaks
	generic     bool
	self        bool                // what the outlet calls itself: "this newspaper"
	listed      bool                // credited with those that it is listed with
	tail        bool                // the last word of a name: it counts in a list only
	source      *stemma.Attribution // that has it as source, or receiver
	speaker     *stemma.Speaker
	cueAt       int // the token where its cue begins; first without one
	show        int // the token where the name of a programme begins that its broadcaster owns, or 0
}

// mentions gives what was found in its promised form.
func (p *document) mentions() []stemma.Mention {
	var out []stemma.Mention
	for i := range p.found {
		m := &p.found[i]
		x := stemma.Mention{
			Report: p.t.Report.ID, Role: m.role, Form: m.form, Name: m.name.full, Kind: m.name.kind,
			Span: p.t.Span(m.first, m.last), Content: p.content(m), Own: p.isOwn(m.name), Generic: m.generic,
		}
		if m.source != nil {
			x.Nested = p.nested(*m.source)
		}
		if m.role == stemma.VenueRole {
			x.Piece, x.Spoke = p.piece(i), p.spoke(m)
		}
		if m.speaker != nil {
			x.Speaker = stemma.Maybe(m.speaker.ID)
			if m.name.words == nil && m.speaker.Kind == stemma.Outlet && akin(p.lex, m.name.full, m.speaker.Name) {
				x.Name = m.speaker.Name
			}
		}
		out = append(out, x)
	}
	return out
}

// piece is the programme that a mention names, by itself or behind the name of
// who airs it: "Radio Four's “Tonight”".
func (p *document) piece(i int) string {
	m := &p.found[i]
	if m.name.programme {
		return strings.Trim(outlets.Unowned(p.text(max(m.first, m.show), m.last)), quotationMarks)
	}
	k := p.behind(m)
	if !m.owner || k+1 >= len(p.t.Tokens) || p.t.Tokens[k].Form != `"` {
		return ""
	}
	for n := k + 1; n < min(k+2+longestTitle, len(p.t.Tokens)); n++ {
		if p.t.Tokens[n].Form == `"` && n > k+1 && p.capital(k+1) {
			return strings.TrimRight(p.text(k+1, n), ",. ")
		}
	}
	return ""
}

// quotationMarks may stand around the name of a programme.
const quotationMarks = "\"“”'’‘ "

// spoke is who spoke to a venue or in it.
func (p *document) spoke(m *mention) stemma.Maybe {
	if m.written {
		return ""
	}
	a := m.source
	if a == nil || a.Source == nil || m.form == stemma.InterviewForm && p.spokenIn(m) != nil {
		a = p.spokenIn(m)
	}
	if a == nil {
		return ""
	}
	if s := p.in.Index.Speaker(a.Speaker); s == nil || s.Kind != stemma.Person {
		return ""
	}
	return a.Speaker
}

// akin says whether a speaker's name may be the full form of one that is
// written: they begin or end alike, and it has as many words.
func akin(l *lexicon, written, full string) bool {
	x, y := bareWords(l, written), bareWords(l, full)
	if len(x) == 0 || len(y) < len(x) {
		return false
	}
	return sameStart(x[0], y[0]) || sameStart(x[len(x)-1], y[len(y)-1])
}

// sameLetters is how many letters two inflected forms of a name share at least.
const sameLetters = 3

func sameStart(a, b string) bool {
	n := min(sameLetters, len(a), len(b))
	return a[:n] == b[:n]
}

// content is what a mention covers: that of its attribution, else the sentence.
func (p *document) content(m *mention) []stemma.Span {
	if m.role == stemma.ActorRole {
		return []stemma.Span{}
	}
	if m.source != nil && len(m.source.Content) > 0 {
		return m.source.Content
	}
	if a := p.spokenIn(m); a != nil && m.role == stemma.VenueRole {
		return a.Content
	}
	s := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	if s < 0 {
		return []stemma.Span{}
	}
	if p.onlyCredits(m, s) {
		s--
	}
	x := p.t.Sentences[s]
	return []stemma.Span{p.t.Report.Span(x.Start, x.End)}
}

// onlyCredits says whether a sentence tells nothing but that an outlet told what stands in
// the sentence before it: "So wrote the Gazette in its Sunday edition."
func (p *document) onlyCredits(m *mention, s int) bool {
	x := p.t.Sentences[s]
	if m.role != stemma.CreditRole || s == 0 || p.t.Sentences[s-1].Segment != x.Segment {
		return false
	}
	for k := x.First; k < x.Last; k++ {
		if p.t.Tokens[k].Kind == stemma.Word && (k < m.first || k >= m.last) && !p.tellsNothing(k) {
			return false
		}
	}
	return true
}

// tellsNothing says whether a word is one of a cue, of grammar or of where and when an
// outlet printed something.
func (p *document) tellsNothing(k int) bool {
	form := p.word(k)
	_, cue := p.lex.after[form]
	_, print := p.lex.prints[form]
	return cue || print || p.lex.function.Has(form) || p.lex.skips.Has(form) || p.lex.links.Has(form)
}

// spokenIn is the attribution in whose sentence a venue stands: its words were
// spoken there.
func (p *document) spokenIn(m *mention) *stemma.Attribution {
	s := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	if s < 0 {
		return nil
	}
	for _, a := range p.spoken[s] {
		if !p.within(m, a.Content) {
			return a
		}
	}
	return nil
}

// within says whether a mention stands in what somebody is credited with, so
// that nothing was said there.
func (p *document) within(m *mention, content []stemma.Span) bool {
	at := p.t.Tokens[m.first].Start
	for _, c := range content {
		if c.Start <= at && at < c.End {
			return true
		}
	}
	return false
}

// quoted says of every token whether it stands between quotation marks of its
// paragraph, in more than a name: who is named there is named by the speaker.
func (p *document) quoted() []bool {
	quoted := make([]bool, len(p.t.Tokens))
	open, segment := -1, -1
	for _, s := range p.t.Sentences {
		if s.Segment != segment {
			open, segment = -1, s.Segment
		}
		for k := s.First; k < s.Last; k++ {
			switch {
			case p.t.Tokens[k].Form != `"`:
			case open < 0 || p.opensQuote(k):
				open = k
			default:
				for n := open; n < k && k-open > longestTitle; n++ {
					quoted[n] = true
				}
				open = -1
			}
		}
	}
	return quoted
}

// opensQuote says whether a quotation mark can only open: a blank stands before
// it and none behind.
func (p *document) opensQuote(k int) bool {
	before := k == 0 || p.t.Tokens[k-1].End < p.t.Tokens[k].Start
	return before && k+1 < len(p.t.Tokens) && p.t.Tokens[k+1].Start == p.t.Tokens[k].End
}

// longestTitle is how many words between quotation marks may be a programme's
// name.
const longestTitle = 5

// nested says whether an attribution stands within one whose source is an
// outlet.
func (p *document) nested(a stemma.Attribution) bool {
	for range len(p.in.Attributions) {
		outer := p.in.Index.Attribution(a.Within)
		if outer == nil || outer.ID == a.ID {
			return false
		}
		if s := p.in.Index.Speaker(outer.Speaker); s != nil && s.Kind == stemma.Outlet {
			return true
		}
		a = *outer
	}
	return false
}
