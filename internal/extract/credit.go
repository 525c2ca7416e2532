package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
)

// footer is a line that names another outlet as where the text comes from.
type footer struct {
	name       string
	start, end int // bytes of the name in the line
	agency     bool
	attributes []string
	ok         bool
}

// Words: of a footer at most, before its phrase ("A version of this article
// was"), and of these how far back the report speaks of itself.
const (
	footerWords = 60
	footerLead  = 7
	selfReach   = 3
)

// crediting knows how a text says whose it is, and how its publishers are called.
type crediting struct {
	publishers
	by       *writers
	footers  phrases
	selves   language.Table // words by which a report speaks of itself
	signoffs []signoff      // how agencies sign without naming themselves
	agencies language.Table
}

func newCrediting(by *writers, all func(table string) language.Table) crediting {
	return crediting{
		publishers: newPublishers(all, by), by: by, footers: newPhrases(all("page-footers")),
		selves: all("page-texts"), signoffs: signoffsOf(all("signoffs")), agencies: by.agencies,
	}
}

// footerLine reads a syndication footer, or a line that credits an agency.
func (x *crediting) footerLine(s string) (f footer) {
	if len(s) > maxLineBytes/2 {
		return f
	}
	return x.footerOf(s, foldMax(s, footerWords+1))
}

// footerOf is footerLine for a line that is folded.
func (x *crediting) footerOf(s string, words []word) (f footer) {
	if len(s) > maxLineBytes/2 || openQuote(s) || len(words) > footerWords || len(words) == 0 {
		return f
	}
	if f = x.agencyLine(s, words); f.ok {
		return f
	}
	if f = x.agencyRights(s); f.ok {
		return f
	}
	for i := range words {
		x.footers.each(words, i, func(a []string, n int) {
			if longer := x.footerAt(s, words, i, n, a); longer.ok {
				f = longer
			}
		})
		if f.ok {
			return f
		}
	}
	return f
}

// footerAt reads the footer whose phrase is the n words from word i.
func (x *crediting) footerAt(s string, words []word, i, n int, a []string) footer {
	switch {
	case has(a, "contribution") || has(a, "helpers"):
		return x.help(s, words, i, n, a)
	case has(a, "start") && i > 0, has(a, "lead") && !x.ofItself(words[:i]):
		return footer{}
	}
	n += articles(x.inside, s, words[i+n:])
	if i+n >= len(words) {
		return footer{}
	}
	start := words[i+n].start
	end := start + nameEnd(x.inside, s[start:])
	if has(a, "start") && strings.Trim(s[end:], " .()") != "" {
		return footer{} // "Source: interviews with the brothers suggest …"
	}
	name := strings.Trim(x.by.withoutJoin(s[start:end]), " \t\n.,;:()[]“”\"'*")
	if !x.isCredited(name) {
		return footer{}
	}
	start += strings.Index(s[start:end], name)
	f := footer{name: oneLine(name), start: start, end: start + len(name), attributes: a, ok: true}
	if agency := x.agencies.Of(strings.ToLower(f.name)); len(agency) > 0 {
		f.name, f.agency = strings.Join(agency, " "), true
	}
	if who.IsAddress(f.name) {
		f.name = x.outletOf(f.name, nil)
	}
	return f
}

// isCredited says whether what stands behind the phrase of a footer is a name, short and no date.
func (x *crediting) isCredited(name string) bool {
	return name != "" && !x.by.startsDate(name) && x.startsName(name) &&
		countWords(name, maxNameWords+2) <= maxNameWords
}

// startsDate says whether a text begins like a date: "May 7", "Monday", but not "The Lantern".
func (x *writers) startsDate(s string) bool {
	first := firstWord(s)
	return x.months[first] > 0 || x.dateWords.Has(first) && !x.inside.IsArticle(first)
}

// startsName says whether a name begins as names of outlets do. Some agencies write their
// own without capitals: "dpa".
func (x *crediting) startsName(name string) bool {
	return startsUpper(name) || who.IsAddress(name) || x.agencies.Has(name)
}

// articles is how many small articles words begin with, which are no part of a name.
func articles(in *who.Inside, s string, words []word) int {
	if len(words) == 0 {
		return 0
	}
	if first, _, more := strings.Cut(s[words[0].start:], " "); more && in.IsArticle(first) {
		return 1
	}
	return 0
}

// withoutArticle is a name without the article at its head.
func withoutArticle(in *who.Inside, name string) string {
	if first, rest, more := strings.Cut(name, " "); more && in.IsArticle(first) {
		return rest
	}
	return name
}

// ofItself says whether the words before a phrase make it speak of the report:
// none, or "this article was".
func (x *crediting) ofItself(before []word) bool {
	if len(before) == 0 {
		return true
	}
	if len(before) > footerLead {
		return false
	}
	for _, w := range before[max(0, len(before)-selfReach):] {
		if x.selves.Has(w.form) {
			return true
		}
	}
	return false
}

// nameEnd is where the name at the start of s ends: before a full stop and a
// blank, a comma, a bracket, a date or a small word that begins a clause.
func nameEnd(in *who.Inside, s string) int {
	for at := 0; at < len(s); {
		start, end := nextField(s, at)
		if start == end {
			break
		}
		field := s[start:end]
		word := foldWord(field)
		if strings.ContainsAny(field, pieceMarks) && len(field) <= 3 {
			return at
		}
		if at > 0 && (startsLower(field) && !linksName(in, word, s[end:]) || word == "0") ||
			strings.HasPrefix(field, "(") {
			return at
		}
		if r, _ := utf8.DecodeLastRuneInString(field); strings.ContainsRune(",;:)—–", r) ||
			r == '.' && !isAbbreviation(field) || r == '!' && end < len(s) {
			return end
		}
		at = end
	}
	return len(s)
}

// linksName says whether a small word inside a name goes on with it: a capital
// must follow.
func linksName(in *who.Inside, word, rest string) bool {
	if !in.Joins(word) && !in.IsParticle(word) {
		return false
	}
	start, end := nextField(rest, 0)
	return startsUpper(rest[start:end]) || in.IsParticle(rest[start:end])
}

// isAbbreviation says whether a full stop can end a word inside a name.
func isAbbreviation(field string) bool {
	return utf8.RuneCountInString(field) <= 3 && startsUpper(field)
}

// agencyLine reads a line that is an agency's name and nothing else: "(AFP)".
func (x *crediting) agencyLine(s string, words []word) footer {
	if len(words) > nameWords {
		return footer{}
	}
	name := strings.Trim(s, " ()[]/-–—*.\u00a0")
	full := x.agencies.Of(strings.ToLower(name))
	if len(full) == 0 || !startsUpper(name) || name == s && len(words) == 1 && len(name) < 4 {
		return footer{}
	}
	start := strings.Index(s, name)
	return footer{name: strings.Join(full, " "), start: start, end: start + len(name), agency: true, ok: true}
}

// agencyRights reads a line that says that an agency holds the rights in the text. With
// no year and no word for rights it is the credit of a picture: "© AFP".
func (x *crediting) agencyRights(s string) footer {
	name := x.by.copyright(s)
	full := x.agencies.Of(strings.ToLower(withoutArticle(x.inside, name)))
	if name == "" || len(full) == 0 || !x.statesRights(s) {
		return footer{}
	}
	start := strings.Index(s, name)
	return footer{name: strings.Join(full, " "), start: start, end: start + len(name), agency: true, ok: start >= 0}
}

// statesRights says whether a line of rights is a whole one: with its year, or in words.
func (x *crediting) statesRights(s string) bool {
	isYear := func(field string) bool { return len(field) == len("2024") && strings.Trim(field, "0123456789") == "" }
	return slices.ContainsFunc(strings.Fields(s), isYear) || x.by.saysRights(strings.ToLower(s))
}

// help reads who helped with a report, before the phrase or behind it.
func (x *crediting) help(s string, words []word, i, n int, a []string) footer {
	switch {
	case has(a, "contribution") && x.contributes(words, i, n, a):
		return x.contribution(s, words, i, has(a, "bare"))
	case has(a, "helpers") && x.ofItself(words[:i]):
		return x.contribution(s, words[i+n:], len(words)-i-n, false)
	}
	return footer{}
}

// contributes says whether the phrase is about this report: "contributed to
// this" must go on with a word for it, and "contributed" must end the line.
func (x *crediting) contributes(words []word, i, n int, a []string) bool {
	switch {
	case has(a, "bare"):
		return i+n == len(words)
	case has(a, "self"):
		return i+n < len(words) && x.selves.Has(words[i+n].form)
	}
	return true
}

// contribution reads "The Associated Press contributed to this report", where
// the name stands before word i; next says that it stands just before. Of
// several the agency is who gave text.
func (x *crediting) contribution(s string, words []word, i int, next bool) footer {
	var outlet footer
	for start := range i {
		for end := min(i, start+nameWords); end > start; end-- {
			if next && end != i {
				break
			}
			field := s[words[start].start:words[end-1].end]
			name := strings.Trim(who.Unowned(strings.Trim(field, " .,;()")), " ")
			full, agency := x.agencies.Text(strings.ToLower(name)), true
			if full == "" && startsUpper(name) && len(name) > 2 {
				full, agency = x.named[x.inside.Squash(name)], false
			}
			if full == "" || !startsUpper(name) {
				continue
			}
			at := words[start].start + strings.Index(field, name)
			f := footer{name: full, start: at, end: at + len(name), agency: agency,
				attributes: []string{"contribution"}, ok: true}
			if agency {
				return f
			}
			if !outlet.ok {
				outlet = f
			}
		}
	}
	return outlet
}

// credits finds the agencies and outlets that a report names outside its prose.
func (x *crediting) credits(r *stemma.Report) []stemma.Credit {
	var credits []stemma.Credit
	paragraphs, last := 0, lastParagraph(r)
	for i, g := range r.Segments {
		switch s := r.Text[g.Start:g.End]; g.Kind {
		case stemma.Paragraph, stemma.Dateline:
			if paragraphs++; paragraphs > datelineParagraphs {
				continue
			}
			credits = append(credits, x.datelined(r, g)...)
		case stemma.Caption:
			if i > last {
				credits = append(credits, x.below(r, g)...)
			}
		case stemma.CreditLine:
			f := x.footerLine(s)
			if bare := f.agency && len(f.attributes) == 0; bare && paragraphs > datelineParagraphs && i < last {
				continue // of a photograph, in the middle of the text
			}
			if f.ok && !(has(f.attributes, "contribution") && f.name == string(r.Outlet)) {
				kind := stemma.FooterCredit
				if f.agency {
					kind = stemma.AgencyCredit
				}
				credits = append(credits,
					stemma.Credit{Kind: kind, Name: f.name, Span: r.Span(g.Start+f.start, g.Start+f.end)})
			}
		}
	}
	return x.signed(r, x.bylineCredits(r, credits))
}

// below is the credit of an agency in brackets below the text, where it is that of no
// picture: "(Reuters)".
func (x *crediting) below(r *stemma.Report, g stemma.Segment) []stemma.Credit {
	s := r.Text[g.Start:g.End]
	f := x.agencyLine(s, foldMax(s, nameWords+1))
	if !f.ok {
		return nil
	}
	return []stemma.Credit{{Kind: stemma.AgencyCredit, Name: f.name, Span: r.Span(g.Start+f.start, g.Start+f.end)}}
}

// lastParagraph is the index of the last paragraph among the segments, -1 for
// none.
func lastParagraph(r *stemma.Report) int {
	for i := len(r.Segments) - 1; i >= 0; i-- {
		if r.Segments[i].Kind == stemma.Paragraph {
			return i
		}
	}
	return -1
}

// bylineCredits adds the agencies of the byline that are not credited yet. The
// span is where the text names them; it is empty where it does not.
func (x *crediting) bylineCredits(r *stemma.Report, credits []stemma.Credit) []stemma.Credit {
	for _, by := range r.Byline {
		full := x.agencies.Text(strings.ToLower(strings.Trim(by, " .()")))
		if full == "" && x.isAgency(by) {
			full = by
		}
		if full == "" || full == string(r.Outlet) || credited(credits, full) {
			continue
		}
		start := max(0, strings.Index(r.Text, by))
		end := start
		if strings.HasPrefix(r.Text[start:], by) {
			end += len(by)
		}
		credits = append(credits, stemma.Credit{Kind: stemma.AgencyCredit, Name: full, Span: r.Span(start, end)})
	}
	return credits
}

func credited(credits []stemma.Credit, name string) bool {
	for _, c := range credits {
		if c.Kind == stemma.AgencyCredit && c.Name == name {
			return true
		}
	}
	return false
}

// isAgency says whether a byline has the form of an agency's name: "Harbour
// News Agency", "Continental Press Service".
func (x *crediting) isAgency(name string) bool {
	words := fold(name)
	if len(words) < 2 || len(words) > nameWords || !titleCase(name) {
		return false
	}
	return x.inside.EndsAgency(words[len(words)-1].form)
}

// agencyName is the full name of an agency that is credited by a short form:
// one that stands elsewhere in the report and has those initials, else the one
// of the table, else the form itself.
func (x *crediting) agencyName(form string, r *stemma.Report) string {
	form = strings.TrimSpace(form)
	for _, by := range r.Byline {
		if initialsOf(by) == form {
			return by
		}
	}
	if full := x.agencies.Of(strings.ToLower(form)); len(full) > 0 {
		return strings.Join(full, " ")
	}
	if allCaps(form) && len(form) >= 3 && len(form) <= 8 {
		if full := longForm(r.Text, form); full != "" {
			return full
		}
	}
	return form
}

func initialsOf(name string) string {
	var b strings.Builder
	for _, f := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(f); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// longForm finds the first run of capitalised words with these initials.
func longForm(text, initials string) string {
	var starts, ends []int // of the current run of capitalised words
	for at := 0; at < len(text); {
		start, end := nextField(text, at)
		if start == end {
			break
		}
		at = end
		field := strings.TrimRight(text[start:end], ".,;:!?)\"'”’")
		if r, _ := utf8.DecodeRuneInString(field); !unicode.IsUpper(r) || allCaps(field) {
			starts, ends = starts[:0], ends[:0]
			continue
		}
		starts, ends = append(starts, start), append(ends, start+len(field))
		if n := len(starts); n >= len(initials) {
			from := starts[n-len(initials)]
			if initialsOf(text[from:ends[n-1]]) == initials {
				return oneLine(text[from:ends[n-1]])
			}
		}
		if len(field) != end-start {
			starts, ends = starts[:0], ends[:0]
		}
	}
	return ""
}
