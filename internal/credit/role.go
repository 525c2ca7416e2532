package credit

import (
	"slices"
	"strings"

	"stemma"
	outlets "stemma/internal/name"
)

// attribute links attributions to mentions, and adds outlets that attributions
// name otherwise: "the newspaper said".
func (p *passage) attribute() {
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

func (p *passage) link(a *stemma.Attribution, span stemma.Span, s *stemma.Speaker, form stemma.MentionForm) {
	linked := false
	for i := range p.found {
		m := &p.found[i]
		if at := p.t.Tokens[m.first].Start; at < span.Start || at >= span.End {
			continue
		}
		linked = true
		if m.source == nil {
			m.source = a
		}
		if s != nil && (p.isOutlet(s) || s.Kind == stemma.Person && p.byPerson(m.name)) {
			m.speaker, m.form = s, form
		}
	}
	if linked || s == nil || !p.isPress(s) {
		return
	}
	first := p.t.TokenAt(span.Start)
	last := first
	for last < len(p.t.Tokens) && p.t.Tokens[last].Start < span.End {
		last++
	}
	if last == first || last == first+1 && p.startsVague(first) {
		return
	}
	m := mention{first: first, last: last, source: a, speaker: s, form: form, generic: p.isGeneric(s.Name)}
	m.name = p.known(s.Name)
	p.found = append(p.found, m)
}

// byPerson says whether a name is a reporter's own: his, or that of an outlet
// which he has under his name.
func (p *passage) byPerson(n name) bool {
	return n.kind == stemma.LostPerson || p.lex.isPerson(n.full)
}

// startsVague says whether a vague word stands alone at the start of a
// sentence, where it is no name: "News reports that …".
func (p *passage) startsVague(i int) bool {
	s := p.t.SentenceAt(p.t.Tokens[i].Start)
	return s >= 0 && p.opens(i, p.t.Sentences[s]) && p.lex.vague.Has(p.word(i))
}

// isPress says whether a speaker is an outlet, or a reporter whom the pile
// calls one.
func (p *passage) isPress(s *stemma.Speaker) bool {
	if s.Kind == stemma.Person {
		return p.known(s.Name).kind == stemma.LostPerson
	}
	return p.isOutlet(s) && !p.lex.platforms.Has(strings.ToLower(s.Name))
}

// isOutlet says whether a speaker is taken for an outlet, and is no person with
// the name of one.
func (p *passage) isOutlet(s *stemma.Speaker) bool {
	return s.Kind == stemma.Outlet && !p.lex.isPerson(s.Name)
}

// known is what the pile and the gazetteers have under a full name.
func (p *passage) known(full string) name {
	words := bareWords(full)
	if len(words) > 0 {
		if p.in.Names != nil {
			for _, n := range p.in.Names.outlets[words[0]] {
				if len(n.words) == len(words) && strings.Join(n.words, " ") == strings.Join(words, " ") {
					return n
				}
			}
		}
		for _, n := range p.lex.names[words[0]] {
			if strings.Join(n.words, " ") == strings.Join(words, " ") {
				return n
			}
		}
	}
	if p.in.Names != nil {
		whole := p.in.Names.circle.Full(full)
		if slices.Contains(p.in.Names.pile, whole) && p.lex.who.CompareOutlets(whole, full) >= outlets.Part {
			return name{full: whole, kind: stemma.LostOutlet}
		}
	}
	return name{full: full, kind: stemma.LostOutlet, doubtful: p.lex.doubtful(words)}
}

// isGeneric says whether the name of a speaker names none: all words are small
// or plain nouns for media ("Major media outlets").
func (p *passage) isGeneric(full string) bool {
	fields := strings.Fields(full)
	if noun := strings.ToLower(full); len(fields) == 1 && p.lex.heads.Is(noun, "noun") && !p.lex.heads.Is(noun, "name") {
		return true
	}
	for i, f := range fields {
		low := strings.ToLower(f)
		if f[0] >= 'A' && f[0] <= 'Z' && !p.lex.function.Has(low) && !(i == 0 && p.lex.links.Has(low)) {
			return false
		}
	}
	return true
}

// joinProgrammes gives a programme to the broadcaster that stands before it:
// "ABC's “This Week”" is one venue.
func (p *passage) joinProgrammes() {
	var kept []mention
	for i, m := range p.found {
		if n := i + 1; m.owner && n < len(p.found) && p.found[n].name.programme && p.found[n].first-p.behind(&m) <= 1 {
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
func (p *passage) readRoles() {
	for i := range p.found {
		m := &p.found[i]
		c, form, at := p.cueOf(m)
		attributed := m.speaker != nil && form == ""
		switch {
		case form != "":
			m.role, m.form, m.weak, m.cueAt = c.role, form, c.weak, at
		case attributed && m.form == stemma.ReceiverForm:
			m.role, m.weak = stemma.VenueRole, !p.unnamedPress(m)
		case attributed:
			m.role, m.weak = stemma.CreditRole, !p.unnamedPress(m)
		default:
			m.role, m.form = stemma.ActorRole, stemma.BareForm
			p.join(i)
		}
	}
}

// join gives a name that stands in one row with the one before it the part of
// that one: "told the Gazette and Radio Four".
func (p *passage) join(i int) {
	if i == 0 {
		return
	}
	m, before := &p.found[i], &p.found[i-1]
	if before.cueAt == before.first || before.role == stemma.ActorRole || p.compound(m) || m.first <= before.last {
		return
	}
	k := before.last
	if !p.lex.small.Is(p.t.Tokens[k].Form, "row") || m.first-k > 2 ||
		m.first-k == 2 && !p.lex.links.Is(p.t.Tokens[k+1].Form, "article") {
		return
	}
	m.role, m.form, m.weak, m.cueAt, m.source = before.role, before.form, before.weak, before.cueAt, before.source
}

// unnamedPress says whether a mention is a plain noun that stands for an
// outlet: "the newspaper said" is no company's word about itself.
func (p *passage) unnamedPress(m *mention) bool {
	return !p.capital(m.last-1) && m.name.kind != stemma.LostPerson
}

// dropSelfTalk makes actors of outlets that speak about themselves: where the
// report shows the outlet as a company, what it "said" is no reporting.
func (p *passage) dropSelfTalk() {
	house, press := map[string]bool{}, map[string]bool{}
	for i := range p.found {
		m := &p.found[i]
		if m.weak && p.ofItself(m) {
			m.role, m.form = stemma.ActorRole, stemma.SayingForm
		}
		switch key := p.lex.key(m.name.full); {
		case m.role != stemma.ActorRole && !m.weak:
			press[key] = true
		case m.role == stemma.ActorRole && m.form != stemma.BareForm:
			house[key] = true
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
func (p *passage) ofItself(m *mention) bool {
	if s := p.t.SentenceAt(p.t.Tokens[m.first].Start); s >= 0 {
		x := p.t.Sentences[s]
		for k := max(x.First, m.first-houseReach); k < min(x.Last, m.last+houseReach); k++ {
			if p.lex.small.Is(p.t.Tokens[k].Form, "house") {
				return true
			}
		}
	}
	if m.source == nil || len(m.source.Content) == 0 {
		return false
	}
	k := p.t.TokenAt(m.source.Content[0].Start)
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
