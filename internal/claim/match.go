package claim

import (
	"strings"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Match is how two texts stand to each other.
type Match struct {
	Score     float64 // 0..1, how close in meaning
	Same      bool    // one claim, with or without drift
	Supported float64 // 0..1, how far all that the second says is borne out by the first
	// Pairs are clauses of the first and the second that make one claim.
	Pairs [][2]*align.Clause
}

// Weights of the three measures of closeness, after the figures that DESIGN
// took over STS and MSRP: sentence vectors, soft alignment, equal words.
const (
	vectorShare  = 0.4
	alignedShare = 0.4
	equalShare   = 0.2
	// samePair is the closeness from which on two texts make one claim, where
	// no slot forbids it; between the best thresholds for accuracy on the MSRP
	// training pairs (0.71) and on PAN's (0.61).
	samePair = 0.66
	// contradiction is what each detail of the second text that contradicts
	// the first one takes from its support.
	contradiction = 0.35
	// wordingShare is how much of the support is the first text's wording, in
	// runs of up to gramWords words, beside what its statements bear out.
	wordingShare = 0.8
	// nearEnough is the odds (their natural logarithm) from which on a statement
	// is held against the nearest of the other text.
	nearEnough = -0.5
	gramWords  = 3
)

// Match compares two texts, a being the one that bears out: a sentence or a
// whole article.
func (r *Reader) Match(a, b *stemma.Text) Match {
	as := r.Statements(a, nil)
	s := matcher{r.aligner.Pair([]*stemma.Text{a, b}, append(as, r.Statements(b, nil)...)), r.vectors}
	ua, ub := s.Clauses[:len(as)], s.Clauses[len(as):]
	m := Match{Score: s.closeness(a, b)}
	m.Supported = s.support(a, b, ua, ub)
	m.Pairs = s.counterparts(ua, ub)
	wa, wb := s.Words(a, 0, len(a.Tokens), nil), s.Words(b, 0, len(b.Tokens), nil)
	m.Same = m.Score >= samePair && !s.Clash(wa, wb)
	return m
}

// matcher compares two texts.
type matcher struct {
	*align.Story
	vectors *vector.Model
}

// closeness is how close two texts are in meaning, 0..1.
func (s matcher) closeness(a, b *stemma.Text) float64 {
	wa, wb := s.Words(a, 0, len(a.Tokens), nil), s.Words(b, 0, len(b.Tokens), nil)
	if len(wa) == 0 || len(wb) == 0 {
		return 0
	}
	cosine := vector.Cosine(s.vectors.Sentence(forms(a)), s.vectors.Sentence(forms(b)))
	aligned := (s.Coverage(wa, wb) + s.Coverage(wb, wa)) / 2
	return vectorShare*max(0, cosine) + alignedShare*aligned + equalShare*equalWords(wa, wb)
}

func forms(t *stemma.Text) []string {
	var found []string
	for _, tok := range t.Tokens {
		if tok.Kind != stemma.Mark {
			found = append(found, tok.Form)
		}
	}
	return found
}

// equalWords is the weighted Jaccard coefficient of two lists of words.
func equalWords(a, b []align.Word) float64 {
	left := map[string]float64{}
	all := 0.0
	for _, w := range a {
		left[w.Form] += w.Weight
		all += w.Weight
	}
	both := 0.0
	for _, w := range b {
		if left[w.Form] > 0 {
			left[w.Form] -= w.Weight
			both += w.Weight
			continue
		}
		all += w.Weight
	}
	if all == 0 {
		return 0
	}
	return both / all
}

// support is how far the statements of b are borne out by a: of each, the
// share of its words that the best stretch of a has, less what contradicts.
// The weakest statement counts as much as the average of all.
func (s matcher) support(a, b *stemma.Text, ua, ub []*align.Clause) float64 {
	if len(ub) == 0 || len(a.Sentences) == 0 {
		return 0
	}
	sum, weight, least := 0.0, 0.0, 1.0
	for i := range ub {
		x := s.borneOut(a, ub[i]) - contradiction*float64(s.contradicting(ua, ub[i]))
		x = max(0, x)
		sum += x * ub[i].Weight
		weight += ub[i].Weight
		least = min(least, x)
	}
	if weight == 0 {
		return 0
	}
	stated := (sum/weight + least) / 2
	return (1-wordingShare)*stated + wordingShare*containment(a, b)
}

// containment is the share of b's words, pairs and triples of words that stand
// in a, averaged over the three lengths.
func containment(a, b *stemma.Text) float64 {
	x, y := forms(a), forms(b)
	sum := 0.0
	for n := 1; n <= gramWords; n++ {
		have := map[string]bool{}
		for i := 0; i+n <= len(x); i++ {
			have[strings.Join(x[i:i+n], " ")] = true
		}
		in, all := 0, 0
		for i := 0; i+n <= len(y); i++ {
			all++
			if have[strings.Join(y[i:i+n], " ")] {
				in++
			}
		}
		if all > 0 {
			sum += float64(in) / float64(all)
		}
	}
	return sum / gramWords
}

// borneOut is the best coverage of a unit by two neighbouring sentences, less
// what an opposite in them takes away.
func (s matcher) borneOut(a *stemma.Text, u *align.Clause) float64 {
	best, opposed := 0.0, false
	for i := range a.Sentences {
		last := a.Sentences[min(i+1, len(a.Sentences)-1)].Last
		w := s.Words(a, a.Sentences[i].First, last, nil)
		if x := s.Coverage(u.Words, w); x > best {
			best, opposed = x, s.Clash(w, u.Words)
		}
	}
	if opposed {
		best -= contradiction
	}
	return best
}

// contradicting counts the details of a unit that contradict its nearest
// statement in a.
func (s matcher) contradicting(ua []*align.Clause, u *align.Clause) int {
	near := s.nearest(ua, u)
	if near == nil {
		return 0
	}
	n := 0
	for _, v := range u.Statement.Values {
		rel := value.Unrelated
		for _, w := range near.Statement.Values {
			if x := value.Compare(w, v); x > rel {
				rel = x
			}
		}
		if rel == value.Different {
			n++
		}
	}
	if near.Statement.Polarity != u.Statement.Polarity {
		n++
	}
	return n
}

func (s matcher) nearest(ua []*align.Clause, u *align.Clause) *align.Clause {
	var best *align.Clause
	bestScore := nearEnough
	for i := range ua {
		if x := s.Near(ua[i], u); x > bestScore {
			best, bestScore = ua[i], x
		}
	}
	return best
}

// counterparts pairs every statement of the second text with the nearest of
// the first.
func (s matcher) counterparts(ua, ub []*align.Clause) [][2]*align.Clause {
	var pairs [][2]*align.Clause
	for i := range ub {
		if near := s.nearest(ua, ub[i]); near != nil {
			pairs = append(pairs, [2]*align.Clause{near, ub[i]})
		}
	}
	return pairs
}
