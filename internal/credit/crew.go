package credit

import "stemma"

// persons looks for people of the outlet behind its name: "Gazette reporter Ada
// Wren", "Radio Four's Ada Wren". It gives the token behind them and what they
// speak for; "" where there are none.
func (p cueReader) persons(m *mention) (end int, speaksFor string) {
	end = p.behind(m)
	for k := end; k < min(end+3, len(p.t.Tokens)); k++ {
		if x := p.lex.people.First(p.word(k)); x != "" {
			return p.fullName(k + 1), x
		}
		if p.t.Tokens[k].Kind == stemma.Mark || !p.lex.links.Has(p.word(k)) && !p.lex.describing.Fit(p.word(k)) {
			break
		}
	}
	if to := p.fullName(end); isFull(end, to) && m.owner && !p.quotedAt(end, to) {
		return reporters(p, to), "press"
	}
	return end, ""
}

// reporters is the token behind the last of a list of full names of which the first ends at k:
// "Radio Four's Ada Wren | and Ivo Penn".
func reporters(p cueReader, k int) int {
	next := p.fullName(k + 1)
	if !isFull(k+1, next) || !p.lex.small.Is(p.t.Tokens[k].Form, "row") {
		return k
	}
	return reporters(p, next)
}

// isFull says whether the words between two tokens are as many as a full name has.
func isFull(from, to int) bool { return to-from >= 2 && to-from <= 3 }

// peopleOf says whether somebody of the outlet stands before its name: "a
// spokesman for the Gazette".
func (p cueReader) peopleOf(m *mention) bool {
	words, _ := p.wordsBefore(m.first)
	if len(words) < 2 {
		return false
	}
	return p.lex.small.Is(words[len(words)-1], "of") && p.lex.people.Is(words[len(words)-2], "house")
}

// posted says whether a name signs a post that is shown in the report: "— Ada
// Wren (@adawren) March 3, 2016".
func posted(p cueReader, m *mention) bool {
	return m.first > 0 && p.t.Tokens[m.first-1].Form == "-" && m.last+1 < len(p.t.Tokens) &&
		p.t.Tokens[m.last].Form == "(" && p.t.Tokens[m.last+1].Form == "@"
}
