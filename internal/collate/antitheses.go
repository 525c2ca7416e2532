package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/lexis"
)

// antithesis is a phrase that says how a matter stands: "give permission" says of
// consent that it was given.
type antithesis struct {
	words []string
	says  []string // "consent=given"
}

// antithesesOf files the phrases under their first word, the longest first.
func antithesesOf(table language.Table) map[string][]antithesis {
	found := map[string][]antithesis{}
	for _, phrase := range table.Entries() {
		words := strings.Fields(phrase)
		found[words[0]] = append(found[words[0]], antithesis{words, table.Of(phrase)})
	}
	for _, list := range found {
		slices.SortStableFunc(list, func(x, y antithesis) int { return len(y.words) - len(x.words) })
	}
	return found
}

// stand is a phrase of a sentence by which a matter stands in some way: its words,
// half-open.
type stand struct {
	first, last int
	says        []string
}

// mostBetween is how many words may stand inside a phrase that do not belong to it:
// "without the owner's consent".
const mostBetween = 3

// matters finds the phrases by which matters stand.
type matters struct{ *Collator }

// standsIn finds the phrases of a sentence, the longest where several begin. What is
// quoted or denied says nothing of how the matter stands.
func (c matters) standsIn(words []word) []stand {
	var found []stand
	for k := 0; k < len(words); k++ {
		last, says := c.standAt(words, k)
		if last == 0 {
			continue
		}
		if !words[k].quoted && !c.negatedAt(words, k) && !c.asks(words, k) {
			found = append(found, stand{k, last, says})
		}
	}
	return found
}

// standAt is where the longest phrase ends that begins at a word, and what it says; 0 for
// none.
func (c matters) standAt(words []word, at int) (int, []string) {
	w := &words[at]
	if w.class == nameWord {
		return 0, nil
	}
	best, says := 0, []string(nil)
	for _, list := range [][]antithesis{c.antitheses[w.form], c.antitheses[w.base]} {
		for _, a := range list {
			if len(a.words) == 1 && w.entry.Is('v') && (scaling(c)).isNoun(words, at) {
				continue // "the fire"
			}
			if last := c.phraseEnd(words, at, a.words); last > best {
				best, says = last, a.says
			}
		}
	}
	return best, says
}

// phraseEnd is where a phrase ends that begins at a word; 0 where it does not stand there.
func (c matters) phraseEnd(words []word, at int, phrase []string) int {
	k, between := at+1, 0
	for _, want := range phrase[1:] {
		for k < len(words) && !isWord(&words[k], want) {
			if between++; between > mostBetween || words[k].comma || !c.fills(&words[k]) {
				return 0
			}
			k++
		}
		if k == len(words) || words[k].comma || words[k].class == nameWord {
			return 0
		}
		k++
	}
	return k
}

func isWord(w *word, want string) bool { return w.form == want || w.base == want }

// fills says whether a word may stand inside a phrase: an article, whose it is, or an
// adverb.
func (c matters) fills(w *word) bool {
	return w.full != w.form || c.function.IsAny(w.form, "det", "poss") || w.entry.Only('r')
}

// likeRest is the share of the words beside two phrases that both sentences must have for
// these to be said of one thing. On sentences made up for it 0.5 and 0.7 do the same.
const likeRest = 0.6

// opposing is two sentences and the phrases by which matters stand otherwise in them.
type opposing struct{ *pairing }

// contradicted finds a phrase in the place of one by which the same matter stands
// otherwise, wherever both stand: "with the family's consent", "against the family's
// wishes".
func contradicted(of *pairing) []stemma.Drift {
	p := opposing{of}
	if p.kin != Copy {
		return nil
	}
	var found []stemma.Drift
	for _, x := range p.before.stands {
		for _, y := range p.after.stands {
			if p.contradict(x, y) && p.alikeBeside(x, y) {
				before, after := p.before.span(x.first, x.last), p.after.span(y.first, y.last)
				found = append(found, becomes(stemma.PredicateChanged, before, after, 3))
			}
		}
	}
	return found
}

// contradict says whether a matter stands otherwise by two phrases, and by none of the
// others of either sentence as by these.
func (p opposing) contradict(x, y stand) bool {
	return slices.ContainsFunc(x.says, func(a string) bool {
		return slices.ContainsFunc(y.says, func(b string) bool {
			return a != b && matter(a) == matter(b) && !saysAny(p.before.stands, b) && !saysAny(p.after.stands, a)
		})
	})
}

func matter(says string) string {
	of, _, _ := strings.Cut(says, "=")
	return of
}

func saysAny(stands []stand, what string) bool {
	return slices.ContainsFunc(stands, func(s stand) bool { return slices.Contains(s.says, what) })
}

// saidIn is what the phrases say that lie in a stretch of words.
func saidIn(stands []stand, first, last int) (says []string) {
	for _, x := range stands {
		if x.first >= first && x.last <= last {
			says = append(says, x.says...)
		}
	}
	return says
}

// alikeBeside says whether enough of what stands beside two phrases is in both sentences.
func (p opposing) alikeBeside(x, y stand) bool {
	forth := p.restOf(p.al.a, p.al.ofA, x, p.al.b, y)
	back := p.restOf(p.al.b, p.al.ofB, y, p.al.a, x)
	return min(forth, back) >= likeRest
}

// restOf is the share of the words beside a phrase that the other sentence has, in any
// order.
func (p opposing) restOf(words []word, of []int, phrase stand, others []word, other stand) float64 {
	sum, all := 0.0, 0.0
	for k := range words {
		w := &words[k]
		if w.class == function || k >= phrase.first && k < phrase.last {
			continue
		}
		all += w.weight
		if of[k] >= 0 && (of[k] < other.first || of[k] >= other.last) || hasAlike(others, w) {
			sum += w.weight
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// hasAlike says whether a word stands among some in any form, or one of its sense.
func hasAlike(words []word, w *word) bool {
	return slices.ContainsFunc(words, func(x word) bool {
		return x.base == w.base || x.class == content && w.class == content && lexis.Near(&x.entry, &w.entry)
	})
}

// agreed takes out changes of one phrase for another by which the matter stands the same:
// "voted down" for "rejected".
func agreed(p *pairing, changes []stemma.Drift) []stemma.Drift {
	if p.kin != Copy || len(p.before.stands) == 0 || len(p.after.stands) == 0 {
		return changes
	}
	return slices.DeleteFunc(changes, func(d stemma.Drift) bool {
		isDeed := d.Kind == stemma.PredicateChanged || d.Kind == stemma.ActorChanged || d.Kind == stemma.PolarityChanged
		if !isDeed || d.Before == nil || d.After == nil {
			return false
		}
		x, y := phraseOf(p.before, *d.Before), phraseOf(p.after, *d.After)
		if x == nil || y == nil || onePhrase(p, x, y) {
			return false
		}
		return slices.ContainsFunc(x.says, func(says string) bool { return slices.Contains(y.says, says) })
	})
}

// phraseOf is the phrase that holds all words with a meaning of a span, or nil.
func phraseOf(s *sentence, span stemma.Span) *stand {
	first, last := s.within(span)
	for i := range s.stands {
		x := &s.stands[i]
		before, behind := s.words[first:max(first, x.first)], s.words[min(last, x.last):last]
		if x.first < last && first < x.last && !meaningful(before) && !meaningful(behind) {
			return x
		}
	}
	return nil
}

// onePhrase says whether two phrases are the same words, but for those that may stand inside.
func onePhrase(p *pairing, x, y *stand) bool {
	own := func(words []word) []word {
		return slices.DeleteFunc(slices.Clone(words), func(w word) bool { return matters{p.Collator}.fills(&w) })
	}
	a, b := own(p.before.words[x.first:x.last]), own(p.after.words[y.first:y.last])
	return len(a) == len(b) && sameWords(a, b)
}
