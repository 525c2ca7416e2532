package credit

import (
	"slices"
	"strings"

	"stemma"
	outlets "stemma/internal/name"
)

// linker ties attributions to mentions.
type linker struct{ *document }

// attribute links attributions to mentions, and adds outlets that attributions
// name otherwise: "the newspaper said".
func (p linker) attribute() {
	for i := range p.in.Attributions {
		a := &p.in.Attributions[i]
		if a.Own {
			continue
		}
		if a.Source != nil {
			p.link(a, *a.Source, p.in.Index.Speaker(a.Speaker), stemma.SayingForm)
		}
		if a.Receiver != nil {
			p.link(a, *a.Receiver, p.in.Index.Speaker(a.ReceiverSpeaker), stemma.ReceiverForm)
		}
	}
}

// link ties an attribution to the mentions in its source or receiver, or makes
// a mention of a speaker that is named otherwise.
func (p linker) link(a *stemma.Attribution, span stemma.Span, s *stemma.Speaker, form stemma.MentionForm) {
	isLinked := false
	for _, i := range p.beginIn(span, p.t, p.found) {
		m := &p.found[i]
		isLinked = true
		if m.source == nil {
			m.source = a
		}
		if s != nil && (p.isOutlet(s) || s.Kind == stemma.Person && p.byPerson(m.name)) {
			m.speaker, m.form = s, form
		}
	}
	first, last := p.tokensOf(span)
	if isLinked || s == nil || !p.isPress(s) || !p.isNamed(first, last) {
		return
	}
	m := mention{
		first: first, last: last, source: a, speaker: s, form: form,
		generic: p.isGeneric(s.Name) || p.isNoPaper(last-1, s.Name), name: p.known(s.Name),
	}
	if n, ok := p.sameAs(first); ok {
		m.name, m.speaker, m.generic = n, nil, false
	}
	p.found = append(p.found, m)
}

// sameAs is the name of the outlet that "the same magazine" at a token means: the one that is named
// last before it.
func (p linker) sameAs(first int) (name, bool) {
	if first+1 >= len(p.t.Tokens) || !p.lex.small.Is(p.word(first+1), "same") {
		return name{}, false
	}
	last := -1
	for i := range p.found {
		if m := &p.found[i]; m.first < first && !m.tail && (last < 0 || m.first > p.found[last].first) {
			last = i
		}
	}
	if last < 0 {
		return name{}, false
	}
	return p.found[last].name, true
}

// isNoPaper says whether a noun for papers stands for an agency or a broadcaster, so that
// another outlet is meant: which one is not known.
func (p linker) isNoPaper(noun int, full string) bool {
	if !p.lex.heads.Is(p.word(noun), "paper") || p.capital(noun) {
		return false
	}
	return p.lex.who.IsAgency(full) || outlets.OnAir(p.lex.air, strings.ToLower(full))
}

// tokensOf gives the tokens of a span, half-open.
func (p linker) tokensOf(span stemma.Span) (first, last int) {
	first = p.t.TokenAt(span.Start)
	last = first
	for last < len(p.t.Tokens) && p.t.Tokens[last].Start < span.End {
		last++
	}
	return first, last
}

// isNamed says whether tokens can name somebody: not a vague word alone at the
// start of a sentence.
func (p linker) isNamed(first, last int) bool {
	return last > first && (last > first+1 || !p.startsVague(first))
}

// byPerson says whether a name is a reporter's own: his, or that of an outlet
// which he has under his name.
func (p linker) byPerson(n name) bool {
	return n.kind == stemma.LostPerson || p.lex.isPerson(n.full)
}

// startsVague says whether a vague word stands alone at the start of a
// sentence, where it is no name: "News reports that …".
func (p linker) startsVague(i int) bool {
	s := p.t.SentenceAt(p.t.Tokens[i].Start)
	return s >= 0 && p.opens(i, p.t.Sentences[s]) && p.lex.vague.Has(p.word(i))
}

// isPress says whether a speaker is an outlet, or a reporter whom the pile
// calls one.
func (p linker) isPress(s *stemma.Speaker) bool {
	if s.Kind == stemma.Person {
		return p.known(s.Name).kind == stemma.LostPerson
	}
	return p.isOutlet(s) && !p.lex.platforms.Has(strings.ToLower(s.Name))
}

// isOutlet says whether a speaker is taken for an outlet, and is no person with
// the name of one.
func (p linker) isOutlet(s *stemma.Speaker) bool {
	return s.Kind == stemma.Outlet && !p.lex.isPerson(s.Name)
}

// isGeneric says whether the name of a speaker names none: all words are small or
// plain nouns for media ("Major media outlets"), or tell whose they are ("Turkish state
// media", "Selwick's media").
func (p linker) isGeneric(full string) bool {
	fields := strings.Fields(full)
	if finder(p).isPlain(strings.ToLower(full)) {
		return true
	}
	if owner := slices.IndexFunc(fields, outlets.IsOwned); owner >= 0 && owner+1 < len(fields) {
		fields = fields[owner+1:]
	}
	for i, f := range fields {
		low := strings.ToLower(f)
		isFirst := i == 0 && (p.lex.links.Has(low) || p.lex.demonyms.Has(low) && len(fields) > 1)
		if f[0] >= 'A' && f[0] <= 'Z' && !p.lex.function.Has(low) && !isFirst {
			return false
		}
	}
	return true
}

// roleReader tells what part each mention plays.
type roleReader struct{ *document }

// joinProgrammes gives a programme to the broadcaster that stands before it:
// "ABC's “This Week”" is one venue.
func (p roleReader) joinProgrammes() {
	var kept []mention
	for i, m := range p.found {
		if n := i + 1; m.owner && n < len(p.found) && p.found[n].name.programme && p.found[n].first-p.behind(&m) <= 1 {
			p.found[n].show = p.found[n].first
			p.found[n].first, p.found[n].name.full = m.first, m.name.full
			continue
		}
		kept = append(kept, m)
	}
	p.found = kept
}

// houseReach is how many words from an outlet's name the word stands by which a
// company speaks: the length of a sentence.
const houseReach = 40

// readRoles tells the role of every mention.
func (p roleReader) readRoles() {
	for i := range p.found {
		m := &p.found[i]
		c := cueReader(p).cueOf(m)
		if m.tail && (c.form == "" || c.weak || c.role == stemma.ActorRole) {
			m.role, m.form, m.cueAt = stemma.ActorRole, stemma.BareForm, m.first
			continue
		}
		m.listed = m.tail // what only a list could tell a credit tells too
		attributed := m.speaker != nil && c.form == ""
		switch {
		case c.form != "":
			m.role, m.form, m.weak, m.cueAt, m.written = c.role, c.form, c.weak, c.at, c.written
			if m.self && c.role == stemma.CreditRole {
				m.form = stemma.SayingForm // "disclosed by this newspaper": it says so itself
			}
		case attributed && m.form == stemma.ReceiverForm:
			m.role, m.weak = stemma.VenueRole, !p.unnamedPress(m)
		case attributed:
			m.role, m.weak = stemma.CreditRole, !p.unnamedPress(m)
		default:
			m.role, m.form = stemma.ActorRole, stemma.BareForm
			p.join(i)
		}
	}
	p.joinLists()
}

// join gives a name that stands in one row with the one before it the part of
// that one: "told the Gazette and Radio Four".
func (p roleReader) join(i int) {
	if i == 0 {
		return
	}
	m, before := &p.found[i], &p.found[i-1]
	if before.cueAt == before.first || before.role == stemma.ActorRole || p.compound(m) || m.first <= before.last {
		return
	}
	if k := before.last; !p.lex.small.Is(p.t.Tokens[k].Form, "row") || !p.nextTo(k, m.first) {
		return
	}
	m.role, m.form, m.weak, m.cueAt, m.source = before.role, before.form, before.weak, before.cueAt, before.source
}

// dropTails takes out the last words of names that no list has shown to be names.
func (p roleReader) dropTails() {
	p.found = slices.DeleteFunc(p.found, func(m mention) bool { return m.tail && !m.listed })
	p.authors = nil // one of them may be gone
}

// joinLists credits the names of a list of which the first is credited: "the
// Gazette, Radio Four and the Bell have reported".
func (p roleReader) joinLists() {
	ends := endsOf(p.found)
	for i := range p.found {
		m := &p.found[i]
		if m.form != stemma.BareForm || m.owner || p.compound(m) {
			continue
		}
		for _, k := range rowBefore(ends, m.first) {
			before := &p.found[k]
			ends := (before.listed || m.tail) && p.rowBehind(before.last, m.first)
			if before.role == stemma.CreditRole && (ends || p.listed(before.last, m.first, m.last)) {
				m.role, m.form, m.weak, m.source, m.listed = before.role, before.form, before.weak, before.source, true
			}
		}
	}
}

// listed says whether nothing but a comma stands between two names, and the list
// goes on with an "and" behind the second: "the Gazette, Radio Four and the Bell".
func (p roleReader) listed(from, to, behind int) bool {
	if from >= to || p.t.Tokens[from].Form != "," || !p.nextTo(from, to) {
		return false
	}
	if behind+1 < len(p.t.Tokens) && p.t.Tokens[behind].Form == "," {
		behind++
	}
	return behind < len(p.t.Tokens) && p.lex.small.Is(p.t.Tokens[behind].Form, "row")
}

// rowBehind says whether nothing but an "and" stands between two names.
func (p roleReader) rowBehind(from, to int) bool {
	if from+1 < to && p.t.Tokens[from].Form == "," {
		from++
	}
	return from < to && p.lex.small.Is(p.t.Tokens[from].Form, "row") && p.nextTo(from, to)
}

// nextTo says whether at most an article and what an outlet is called stand between a token and
// another one: "and the Bell", "and the railway blog Sleeper".
func (p roleReader) nextTo(from, to int) bool {
	return to-from == 1 || p.behindArticle(to) == from+1
}

// mostCalled is how many words call an outlet something between its article and its name.
const mostCalled = 2

// behindArticle is the article before a name at a token, or before what it is called: "the railway
// blog"; -1 for none.
func (p *document) behindArticle(at int) int {
	k := at - 1
	for k > 0 && at-1-k < mostCalled && p.t.Tokens[k].Kind == stemma.Word {
		isNoun := p.lex.heads.Is(p.word(k), "noun")
		isBefore := (k+1 < at || p.isAuthor(at, p.found)) && !p.lex.function.Has(p.word(k))
		isOfPlace := k+1 < at && p.lex.heads.Is(p.word(k+1), "noun") // "the Selwick agency CPS"
		if !(isNoun || isBefore) || p.capital(k) && !isOfPlace {
			break
		}
		k--
	}
	if k < 0 || !p.lex.links.Is(p.t.Tokens[k].Form, "article") {
		return -1
	}
	return k
}

// unnamedPress says whether a mention is a plain noun that stands for an
// outlet: "the newspaper said" is no company's word about itself.
func (p roleReader) unnamedPress(m *mention) bool {
	return !p.capital(m.last-1) && m.name.kind != stemma.LostPerson
}

// dropSelfTalk makes actors of outlets that speak about themselves: where the
// report shows the outlet as a company, what it "said" is no reporting.
func (p roleReader) dropSelfTalk() {
	house, press := map[string]bool{}, map[string]bool{}
	for i := range p.found {
		m := &p.found[i]
		if m.weak && p.ofItself(m) {
			m.role, m.form = stemma.ActorRole, stemma.SayingForm
		}
		switch key := p.lex.key(m.name.full); {
		case m.role != stemma.ActorRole && !m.weak:
			press[key] = true
		case m.role == stemma.ActorRole && m.form != stemma.BareForm && !p.lex.small.Is(p.word(m.first), "self"):
			house[key] = true // "it said it had compared them" is no company's word
		}
	}
	for i := range p.found {
		m := &p.found[i]
		key := p.lex.key(m.name.full)
		if m.weak && (house[key] || m.name.kind == stemma.LostPerson && !press[key] || m.name.doubtful && !press[key]) {
			m.role = stemma.ActorRole
		}
	}
}

// ofItself says whether an outlet speaks of itself: in a statement, or with
// itself as the subject of what it says.
func (p roleReader) ofItself(m *mention) bool {
	return p.inStatement(m) || m.source != nil && len(m.source.Content) > 0 && p.tellsItself(m.source.Content[0].Start)
}

// inStatement says whether a word by which companies speak stands around a
// mention: "said in a statement".
func (p roleReader) inStatement(m *mention) bool {
	s := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	if s < 0 {
		return false
	}
	x := p.t.Sentences[s]
	for k := max(x.First, m.first-houseReach); k < min(x.Last, m.last+houseReach); k++ {
		if p.lex.small.Is(p.t.Tokens[k].Form, "house") {
			return true
		}
	}
	return false
}

// tellsItself says whether what is said from a byte on has the outlet for its
// subject: "it would appeal", "its lawyers", "the editors".
func (p roleReader) tellsItself(at int) bool {
	k := p.t.TokenAt(at)
	for k < len(p.t.Tokens) && (p.lex.skips.Has(p.t.Tokens[k].Form) || p.t.Tokens[k].Kind == stemma.Mark) {
		k++
	}
	if k+1 >= len(p.t.Tokens) {
		return false
	}
	if pronoun, _, _ := strings.Cut(p.t.Tokens[k].Form, "'"); p.lex.small.Is(pronoun, "self") {
		return true
	}
	return p.lex.links.Is(p.t.Tokens[k].Form, "article") && p.lex.people.Is(p.word(k+1), "house")
}
