package claim

import (
	"strings"

	"stemma"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Match is how two texts stand to each other.
type Match struct {
	Score     float64 // 0..1, how close in meaning
	Same      bool    // one claim, with or without drift
	Supported float64 // 0..1, how far all that the second says is borne out by the first
	// Pairs are statements of the first and the second that make one claim.
	Pairs [][2]*stemma.Statement
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
	gramWords    = 3
)

// Match compares two texts, a being the one that bears out: a sentence or a
// whole article.
func (r *Reader) Match(a, b *stemma.Text) Match {
	as, bs := r.Statements(a, nil), r.Statements(b, nil)
	s := r.newScorer()
	us := append(s.units([]*stemma.Text{a, b}, as), s.units([]*stemma.Text{a, b}, bs)...)
	ua, ub := us[:len(as)], us[len(as):]
	m := Match{Score: s.closeness(a, b)}
	m.Supported = s.support(a, b, ua, ub)
	m.Pairs = s.counterparts(ua, ub)
	wa, wb := s.words(a, 0, len(a.Tokens)), s.words(b, 0, len(b.Tokens))
	m.Same = m.Score >= samePair && !s.opposites.clash(wa, wb)
	return m
}

// closeness is how close two texts are in meaning, 0..1.
func (s *scorer) closeness(a, b *stemma.Text) float64 {
	wa, wb := s.words(a, 0, len(a.Tokens)), s.words(b, 0, len(b.Tokens))
	if len(wa) == 0 || len(wb) == 0 {
		return 0
	}
	cosine := vector.Cosine(s.vectors.Sentence(forms(a)), s.vectors.Sentence(forms(b)))
	x, y := unit{words: wa, total: total(wa)}, unit{words: wb, total: total(wb)}
	aligned := (s.coverage(&x, &y) + s.coverage(&y, &x)) / 2
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

func total(words []word) float64 {
	sum := 0.0
	for _, w := range words {
		sum += w.weight
	}
	return sum
}

// equalWords is the weighted Jaccard coefficient of two lists of words.
func equalWords(a, b []word) float64 {
	left := map[string]float64{}
	all := 0.0
	for _, w := range a {
		left[w.form] += w.weight
		all += w.weight
	}
	both := 0.0
	for _, w := range b {
		if left[w.form] > 0 {
			left[w.form] -= w.weight
			both += w.weight
			continue
		}
		all += w.weight
	}
	if all == 0 {
		return 0
	}
	return both / all
}

// support is how far the statements of b are borne out by a: of each, the
// share of its words that the best stretch of a has, less what contradicts.
// The weakest statement counts as much as the average of all.
func (s *scorer) support(a, b *stemma.Text, ua, ub []unit) float64 {
	if len(ub) == 0 || len(a.Sentences) == 0 {
		return 0
	}
	sum, weight, least := 0.0, 0.0, 1.0
	for i := range ub {
		x := s.borneOut(a, &ub[i]) - contradiction*float64(s.contradicting(ua, &ub[i]))
		x = max(0, x)
		sum += x * ub[i].total
		weight += ub[i].total
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
func (s *scorer) borneOut(a *stemma.Text, u *unit) float64 {
	best, opposed := 0.0, false
	for i := range a.Sentences {
		last := a.Sentences[min(i+1, len(a.Sentences)-1)].Last
		w := s.words(a, a.Sentences[i].First, last)
		window := unit{words: w, total: total(w)}
		if x := s.coverage(u, &window); x > best {
			best, opposed = x, s.opposites.clash(w, u.words)
		}
	}
	if opposed {
		best -= contradiction
	}
	return best
}

// contradicting counts the details of a unit that contradict its nearest
// statement in a.
func (s *scorer) contradicting(ua []unit, u *unit) int {
	near := s.nearest(ua, u)
	if near == nil {
		return 0
	}
	n := 0
	for _, v := range u.statement.Values {
		rel := value.Unrelated
		for _, w := range near.statement.Values {
			if x := value.Compare(w, v); rank(x) > rank(rel) {
				rel = x
			}
		}
		if rel == value.Different {
			n++
		}
	}
	if near.statement.Polarity != u.statement.Polarity {
		n++
	}
	return n
}

func (s *scorer) nearest(ua []unit, u *unit) *unit {
	var best *unit
	bestScore := linkage * sameClaim
	for i := range ua {
		if x := s.score(&ua[i], u); x > bestScore {
			best, bestScore = &ua[i], x
		}
	}
	return best
}

// counterparts pairs every statement of the second text with the nearest of
// the first.
func (s *scorer) counterparts(ua, ub []unit) [][2]*stemma.Statement {
	var pairs [][2]*stemma.Statement
	for i := range ub {
		if near := s.nearest(ua, &ub[i]); near != nil {
			pairs = append(pairs, [2]*stemma.Statement{near.statement, ub[i].statement})
		}
	}
	return pairs
}
