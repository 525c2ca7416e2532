package collate

import (
	"slices"

	"stemma"
	"stemma/internal/lexis"
	"stemma/internal/value"
)

// Equivalent says whether two texts of one sentence each say the same in the same words,
// but for figures and times of one value: "90 minutes", "an hour and a half".
func Equivalent(c *Collation, before, after *Report) bool {
	if len(before.sentences) != 1 || len(after.sentences) != 1 {
		return false
	}
	p := c.pair(before, 0, after, 0, Copy)
	a, b := p.before.values, p.after.values
	if len(a) != len(b) || len(p.al.a) == 0 || len(p.al.b) == 0 {
		return false
	}
	for i := range a {
		if r := c.compare.Compare(a[i], b[i]); r != value.Same && r != value.Compatible ||
			boundOf(a[i]) != boundOf(b[i]) {
			return false
		}
	}
	return paraphrase{p}.holds()
}

func boundOf(v stemma.Value) string {
	if v.Quantity == nil {
		return ""
	}
	return v.Quantity.Bound
}

// Agreed takes out of some changes from one text to another, of one sentence each, those of a
// phrase for one by which a matter stands the same.
func Agreed(c *Collation, before, after *Report, changes []stemma.Drift) []stemma.Drift {
	if len(before.sentences) != 1 || len(after.sentences) != 1 {
		return changes
	}
	return agreed(c.pair(before, 0, after, 0, Copy), changes)
}

// paraphrase is two sentences of which one may say what the other one does, phrase by phrase.
type paraphrase struct{ *pairing }

// longestPhrase is how many words are put for others at most.
const longestPhrase = 4

// mostReworded is how many words beside values two sentences have at most that are read so.
const mostReworded = 64

// holds says whether the words beside the values of two sentences mean the same, in the same
// order, some of them being the same.
func (p paraphrase) holds() bool {
	a, b := unvalued(p.before), unvalued(p.after)
	if max(len(a), len(b)) > mostReworded || !p.haveCommon(a, b) {
		return false
	}
	reached := make([][]bool, len(a)+1)
	for i := range reached {
		reached[i] = make([]bool, len(b)+1)
	}
	reached[0][0] = true
	for i := range reached {
		for j := range reached[i] {
			if reached[i][j] {
				p.goOn(a, b, i, j, reached)
			}
		}
	}
	return reached[len(a)][len(b)]
}

// haveCommon says whether two sentences share a word with a meaning, or have none but values.
func (p paraphrase) haveCommon(a, b []word) bool {
	isIn := func(w word) bool { return w.class != function && hasBase(b, w.base) }
	return slices.ContainsFunc(a, isIn) || forms(a) == forms(b)
}

// goOn marks what is reached from two places by words that mean the same.
func (p paraphrase) goOn(a, b []word, i, j int, reached [][]bool) {
	for n := range min(longestPhrase, len(a)-i) + 1 {
		for m := range min(longestPhrase, len(b)-j) + 1 {
			reached[i+n][j+m] = reached[i+n][j+m] || p.mean(a[i:i+n], b[j:j+m])
		}
	}
}

// isEmpty says whether a word may be left out: an article, "that", "of".
func (p paraphrase) isEmpty(w *word) bool { return plays(p.Collator, w, "def", "rel", "partitive") }

// mean says whether two phrases mean the same.
func (p paraphrase) mean(a, b []word) bool {
	switch n, m := len(a), len(b); {
	case n == 0 || m == 0:
		return n+m == 1 && p.isEmpty(&slices.Concat(a, b)[0])
	case meet(joints(p).senses(a), joints(p).senses(b)):
		return true
	case meet(p.says(a), p.says(b)):
		return true
	}
	x, y := p.whole(a), p.whole(b)
	return x != nil && y != nil && p.synonyms(x, y)
}

// meet says whether two lists have something in common.
func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// whole is the one word that some are, or the verb with a word behind it, or nil.
func (p paraphrase) whole(words []word) *word {
	w := scaling{p.Collator}.phrasal(words, 0, len(words))
	if len(words) == 1 || len(words) == 2 && w != &words[0] {
		return w
	}
	return nil
}

// says is what a phrase by which a matter stands says.
func (p paraphrase) says(words []word) []string {
	if last, says := (matters{p.Collator}).standAt(words, 0); last == len(words) {
		return says
	}
	return nil
}

// synonyms says whether two words are one or share a sense, and are not set against each other.
func (p paraphrase) synonyms(x, y *word) bool {
	return x.base == y.base || lexis.Synonyms(&x.entry, &y.entry) && !p.opposed(x, y)
}

// unvalued is the words of a sentence that belong to none of its values, without the unit that
// may stand behind one: "an hour and a half".
func unvalued(s *sentence) []word {
	in := make([]bool, len(s.words))
	for _, v := range s.values {
		first, last := s.within(v.Span)
		for k := first; k < last; k++ {
			in[k] = true
		}
	}
	var found []word
	for k := range s.words {
		if !in[k] {
			found = append(found, s.words[k])
		}
	}
	return found
}
