package credit

import "stemma"

// inInterview says whether the cue at token at tells of an interview in which what the
// sentence tells was said or done: "refused to take the bait in an interview with Radio Four".
func inInterview(p cueReader, m *mention, at int) bool {
	return p.lex.prints[p.word(at)].role == stemma.VenueRole && p.during(&mention{first: at})
}

// isOnAir says whether somebody speaks on what a broadcaster airs.
func (p cueReader) isOnAir(m *mention) bool { return m.name.air && p.spokenIn(m) != nil && p.onShow(m) }

// onShow says whether somebody can be on what is named: the air of "on Radio
// Four's team" is none, that of "on Radio Four's “Tonight”" is.
func (p cueReader) onShow(m *mention) bool {
	k := p.behind(m)
	if !m.owner || k >= len(p.t.Tokens) {
		return true
	}
	c, prints := p.lex.prints[p.word(k)]
	return p.capital(k) || p.t.Tokens[k].Kind == stemma.Mark || prints && c.role == stemma.VenueRole
}

// during says whether an interview is where something was said: "in a Gazette
// interview".
func (p cueReader) during(m *mention) bool {
	for k := m.first - 1; k >= max(0, m.first-duringReach); k-- {
		if p.lex.small.Is(p.t.Tokens[k].Form, "during") {
			return true
		}
	}
	return false
}

// duringReach is how far before an outlet's name the word stands that puts
// something into its interview: "in a recent live Gazette interview".
const duringReach = 4
