package align

import (
	"math"
	"slices"
	"strings"

	"stemma"
)

// Story is the clauses of one story, in the order of their statements. It is
// not safe for concurrent use.
type Story struct {
	*Aligner
	Clauses []*Clause

	at         map[place]int
	vocabulary map[string]int32
	alike      [][]float32 // a row a word, made when it is first compared; below 0 is unknown
}

// place is where a statement stands, of which there is one at each place.
type place struct {
	report     string
	start, end int
}

// Story readies the statements of a story's texts. All statements of a report
// must stand together, in order. The clauses point into the statements.
func (a *Aligner) Story(texts []*stemma.Text, statements []stemma.Statement) *Story {
	s := a.Pair(texts, statements)
	s.discount()
	return s
}

// Pair is Story for statements that are compared by themselves: what their
// words tell is not taken from how many of them have it.
func (a *Aligner) Pair(texts []*stemma.Text, statements []stemma.Statement) *Story {
	s := &Story{Aligner: a, at: make(map[place]int, len(statements)), vocabulary: map[string]int32{}}
	byReport := map[string]int{}
	for i, t := range texts {
		byReport[t.Report.ID] = i
	}
	firsts := map[string]int{}
	for i := range statements {
		st := &statements[i]
		report := byReport[st.Span.Report]
		c := a.Clause(texts[report], st)
		c.Report = report
		c.Words = s.Words(c.Text, c.First, c.Last)
		c.Weight = Total(c.Words)
		c.Original = original(firsts, c, i)
		s.Clauses = append(s.Clauses, c)
		s.readContext(i)
		s.at[place{st.Span.Report, st.Span.Start, st.Span.End}] = i
	}
	return s
}

// Of gives the clause of a statement of the story, or of a copy of one; nil
// for others.
func (s *Story) Of(st *stemma.Statement) *Clause {
	if i, ok := s.at[place{st.Span.Report, st.Span.Start, st.Span.End}]; ok {
		return s.Clauses[i]
	}
	return nil
}

// readContext reads the words of the sentence of the i-th clause.
func (s *Story) readContext(i int) {
	c := s.Clauses[i]
	switch {
	case i > 0 && s.Clauses[i-1].Report == c.Report && s.Clauses[i-1].Sentence == c.Sentence:
		c.context = s.Clauses[i-1].context
	case c.Sentence >= 0:
		whole := c.Text.Sentences[c.Sentence]
		c.context = s.Words(c.Text, whole.First, whole.Last)
		slices.SortFunc(c.context, func(x, y Word) int { return int(x.Index) - int(y.Index) })
	}
}

// original gives the first clause with the same words as the i-th, itself if
// there is none. Copies of one text are one claim without comparing, and count
// once where words are counted: else the words of a text that is printed forty
// times would all be common ones.
func original(firsts map[string]int, c *Clause, i int) int {
	words := strings.Join(c.Forms(), " ")
	if first, ok := firsts[words]; ok {
		return first
	}
	firsts[words] = i
	return i
}

// leastRarity is what is left of the weight of a word that every statement
// has.
const leastRarity = 0.2

// discount weighs words down that many statements of the story have: its own
// names and topic tell no claim from another. The sum of all weights stays, so
// that scores mean the same in every story.
func (s *Story) discount() {
	count, distinct := s.count()
	before, after := 0.0, 0.0
	s.each(func(w *Word) {
		before += w.Weight
		rarity := math.Log(float64(distinct)/float64(max(1, count[w.Key()]))) / math.Log(float64(distinct+1))
		w.Weight *= leastRarity + (1-leastRarity)*rarity
		after += w.Weight
	})
	if after == 0 {
		return
	}
	s.each(func(w *Word) { w.Weight *= before / after })
	for _, c := range s.Clauses {
		c.Weight = Total(c.Words)
	}
}

// count says how many different clauses have each word, and how many there are.
func (s *Story) count() (count map[string]int, distinct int) {
	count = map[string]int{}
	for i, c := range s.Clauses {
		if c.Original != i {
			continue
		}
		distinct++
		seen := map[string]bool{}
		for k := range c.Words {
			if key := c.Words[k].Key(); !seen[key] {
				seen[key] = true
				count[key]++
			}
		}
	}
	return count, distinct
}

func (s *Story) each(do func(*Word)) {
	for _, c := range s.Clauses {
		for k := range c.Words {
			do(&c.Words[k])
		}
	}
}

// keyLetters is how many letters of a word are kept where words are counted
// and filed, so that inflected forms meet.
const keyLetters = 5

// Key is the form under which a word is counted and filed.
func (w *Word) Key() string {
	if len(w.Form) > keyLetters && !w.Number {
		return w.Form[:keyLetters]
	}
	return w.Form
}
