package credit

import (
	"slices"

	"stemma"
)

// relayer finds outlets that no table has, by what they do.
type relayer struct{ finder }

// relays adds the names that nothing but what they do shows to be outlets': who reports a thing
// and says from which outlet it is ("Cratewatch reported on Thursday, quoting the Gazette"), and
// wherever the report names them again.
func (p relayer) relays(found []mention) []mention {
	var names []name
	covered := p.coveredBy(found)
	for _, m := range found {
		if n, ok := p.relayOf(&m, covered); ok {
			names = append(names, n)
		}
	}
	for _, s := range p.t.Sentences {
		for i := s.First; i < s.Last; i++ {
			for _, n := range names {
				end := i + len(n.words)
				if !covered[i] && end <= s.Last && p.isSpelled(i, n) && p.capital(i) && !p.goesOn(end, s) {
					found = append(found, mention{first: i, last: end, name: n, owner: p.owns(end - 1)})
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b mention) int { return a.first - b.first })
	return found
}

// relayOf is the name before "…, quoting the Gazette", of which the Gazette is m, in whose
// sentence it is the subject of a verb of reporting.
func (p relayer) relayOf(m *mention, covered []bool) (name, bool) {
	at, s := p.citesAt(m)
	for i := s.First; i < at; i++ {
		end := p.capitals(i, s)
		if end > i && end <= at && p.isFree(i, end, s, covered) && p.reports(end, at) {
			n := p.outlet(i, end, false).name
			n.words, n.doubtful = bareWords(p.lex, n.full), true
			return n, len(n.words) == end-i
		}
		i = max(i, end-1)
	}
	return name{}, false
}

// isFree says whether capitalised words may be the name of an outlet that nothing else has: no
// person's, no known one, nobody's own.
func (p relayer) isFree(first, end int, s stemma.Sentence, covered []bool) bool {
	isOthers := p.isOthers(first, end, s) || p.surname(end-1) || p.owns(end-1) || p.lex.links.Has(p.word(first))
	return !isOthers && !slices.Contains(covered[first:end], true)
}

// reports says whether a verb of reporting stands behind a name, or behind what it is called, and
// before a token.
func (p relayer) reports(end, before int) bool {
	c := cueReader(p.finder)
	verb, ok := c.cueFrom(c.overAside(end, before), before)
	return ok && verb.role == stemma.CreditRole && !verb.weak
}

// citesAt is the comma that opens ", quoting the Gazette" of which m is the Gazette, and the
// sentence; -1 for none.
func (p relayer) citesAt(m *mention) (at int, s stemma.Sentence) {
	k := max(0, m.first-1)
	if first := p.behindArticle(m.first); first > 0 {
		k = first - 1
	}
	in := p.t.SentenceAt(p.t.Tokens[m.first].Start)
	if k < 1 || in < 0 || p.t.Tokens[k-1].Form != "," || !p.lex.small.Is(p.t.Tokens[k].Form, "cites") {
		return -1, stemma.Sentence{}
	}
	return k - 1, p.t.Sentences[in]
}
