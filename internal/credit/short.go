package credit

import (
	"slices"

	"stemma"
)

// shortener finds names of one word that a longer one in the report explains.
type shortener struct {
	finder
	long  map[string]name // by the word that stands for it
	alone map[string]bool // the words that need no article
}

// shortNames adds names of one word that a longer one in the report explains:
// "the Times" behind "The Valley Times", or in it; "Kestrel" behind "Radio Kestrel".
func (p shortener) shortNames(found []mention) []mention {
	for _, n := range slices.Backward(found) {
		w := p.word(n.last - 1)
		isLong := n.last-n.first > 1
		switch {
		case isLong && p.lex.heads.Is(w, "name"):
			p.long[w] = n.name
		case isLong && p.hasFirst(&n):
			p.long[w], p.alone[w] = n.name, true
		}
	}
	words := outletWords(p.lex, string(p.t.Report.Outlet))
	if len(words) > 1 && p.lex.heads.Is(words[len(words)-1], "name") && p.long[words[len(words)-1]].full == "" {
		p.long[words[len(words)-1]] = name{full: string(p.t.Report.Outlet), kind: stemma.LostOutlet}
	}
	if len(p.long) == 0 {
		return found
	}
	return p.add(found)
}

// hasFirst says whether a name of two words opens with a head: "Radio Kestrel".
func (p shortener) hasFirst(m *mention) bool {
	words := bareWords(p.lex, m.name.full)
	return len(words) == 2 && p.lex.heads.Is(words[0], "first") && p.word(m.last-1) == words[1]
}

func (p shortener) add(found []mention) []mention {
	covered := p.coveredBy(found)
	for i, m := range found {
		if n, ok := p.long[p.word(m.last-1)]; ok && m.last-m.first == 1 {
			found[i].name = n
		}
	}
	for _, s := range p.t.Sentences {
		for i := s.First; i < s.Last; i++ {
			if n, ok := p.long[p.word(i)]; ok && !covered[i] && p.stands(i, s) {
				found = append(found, mention{first: i, last: i + 1, name: n, owner: p.owns(i)})
			}
		}
	}
	slices.SortFunc(found, func(a, b mention) int { return a.first - b.first })
	return found
}

// stands says whether a word stands for a name at token i: with a capital, behind an article where
// it needs one, and not before another capital.
func (p shortener) stands(i int, s stemma.Sentence) bool {
	longer := i+1 < s.Last && p.capital(i+1) && !p.owns(i)
	hasArticle := i > s.First && p.lex.links.Is(p.t.Tokens[i-1].Form, "article")
	return p.capital(i) && !longer && (hasArticle || p.alone[p.word(i)] && !p.surname(i))
}

// coveredBy says of each token whether a mention holds it.
func (p *document) coveredBy(found []mention) []bool {
	covered := make([]bool, len(p.t.Tokens))
	for _, m := range found {
		for k := m.first; k < m.last; k++ {
			covered[k] = true
		}
	}
	return covered
}
