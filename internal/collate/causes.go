package collate

import (
	"strings"

	"stemma"
	"stemma/internal/language"
)

// phrases is a table of phrases, with how many words the longest one has that begins with
// a word.
type phrases struct {
	language.Table
	longest map[string]int
}

func phrasesOf(table language.Table) phrases {
	longest := map[string]int{}
	for _, phrase := range table.Entries() {
		words := strings.Fields(phrase)
		longest[words[0]] = max(longest[words[0]], len(words))
	}
	return phrases{table, longest}
}

// phraseAt is how many words the longest phrase of a table has that begins at a place, and
// what the table says of it; 0 where there is none.
func phraseAt(table phrases, words []word, at int) (int, []string) {
	for n := min(table.longest[words[at].form], len(words)-at); n > 0; n-- {
		phrase := words[at : at+n]
		if form := forms(phrase); table.Has(form) && !broken(phrase) {
			return n, table.Table.Of(form)
		}
	}
	return 0, nil
}

// broken says whether a mark stands inside a phrase.
func broken(words []word) bool {
	for k := 1; k < len(words); k++ {
		if words[k].comma {
			return true
		}
	}
	return false
}

// causation is two sentences and why things happen in them.
type causation struct{ *pairing }

const (
	// effectWeight and effectShare are what the words before a cause must have in common
	// with the first sentence: their weight, and their share.
	effectWeight, effectShare = 1.2, 0.5
)

// caused finds a cause put in: "after the report" becomes "because of the report", and what
// only happened is said to have a reason.
func caused(of *pairing) []stemma.Drift {
	c := causation{of}
	if c.kin == Neighbours || c.after.title {
		return nil
	}
	for k := 1; k < len(c.al.b); k++ {
		n, says := phraseAt(c.causes, c.al.b, k)
		if n == 0 || !attribute(says, "cause") || c.al.b[k].quoted || c.negates(&c.al.b[k-1]) || c.isAwaited(k, n) {
			continue
		}
		if d, ok := c.putIn(k, n); ok {
			return []stemma.Drift{d}
		}
	}
	return nil
}

// isAwaited says whether a phrase that may name a cause says what is to come: "was due to report on Tuesday".
func (c causation) isAwaited(at, n int) bool {
	isTo := c.function.Is(c.al.b[at-1].form, "be") && c.function.Is(c.al.b[at+n-1].form, "to")
	return isTo && at+n < len(c.al.b) && c.al.b[at+n].mayBeVerb() && c.al.b[at+n].form == c.al.b[at+n].base
}

// putIn says whether the first sentence has what was caused, and no word for a cause.
func (c causation) putIn(at, n int) (stemma.Drift, bool) {
	first := clauseStart(c.al.b, at)
	weight, share := part(c.al.b, c.al.ofB, first, at, at, at)
	last := lastContent(c.al.b, at)
	if last < first || c.al.ofB[last] < 0 || c.turns(c.al.b, first, at) != c.turns(c.al.a, 0, len(c.al.a)) {
		return stemma.Drift{}, false
	}
	if weight < effectWeight || share < effectShare || c.ties(c.al.a) || c.told(at, n) {
		return stemma.Drift{}, false
	}
	from, to := matches(c.al.ofB, first, at)
	if from < 0 {
		return stemma.Drift{}, false
	}
	before, after := c.before.span(from, to+1), c.after.span(at, clauseEnd(c.al.b, at+n))
	return becomes(stemma.CausalLinkAdded, before, after, 2), true
}

// ties says whether a sentence has a word that may say why.
func (c causation) ties(words []word) bool {
	for k := range words {
		_, says := phraseAt(c.causes, words, k)
		verb := c.causes.Is(words[k].base, "verb")
		if verb || attribute(says, "cause") || attribute(says, "tie") || attribute(says, "verb") {
			return true
		}
	}
	return false
}

// told says whether another sentence of the first report that has a word of the reason
// ties it to something.
func (c causation) told(at, n int) bool {
	for k := at + n; k < clauseEnd(c.al.b, at+n); k++ {
		w := &c.al.b[k]
		if w.isOf(function, number) {
			continue
		}
		for _, i := range c.earlier.where[w.base] {
			s := &c.earlier.sentences[i]
			if s != c.before && c.ties(s.words) && sharedWeight(s.words, c.al.b) >= effectWeight {
				return true
			}
		}
	}
	return false
}

// clauseStart is the first word of the clause before a place.
func clauseStart(words []word, at int) int {
	for at > 0 && !words[at-1].comma {
		at--
	}
	return max(0, at-1)
}

// clauseEnd is where the clause ends that a place stands in.
func clauseEnd(words []word, at int) int {
	for at < len(words) && !words[at].comma {
		at++
	}
	return at
}

// matches is the first and the last word of the other sentence that words from first to
// last match; -1 where none does.
func matches(of []int, first, last int) (from, to int) {
	from, to = -1, -1
	for k := first; k < last; k++ {
		if i := of[k]; i >= 0 {
			if from < 0 || i < from {
				from = i
			}
			to = max(to, i)
		}
	}
	return from, to
}
