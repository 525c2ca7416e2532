package align

import (
	"math"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/vector"
)

// Story is the clauses of one story, in the order of their statements. It is
// not safe for concurrent use.
type Story struct {
	*Aligner
	Clauses []*Clause
	// Among is what each part of a comparison counts in Pairs.
	Among *Comparison

	at         map[place]int
	vocabulary map[string]int32
	told       map[string]int32 // a folded form, to the word in general, or nothing
	general    []Word           // as they weigh in general
	points     []vector.Point   // of the vocabulary
	likenesses []known
	compared   verdicts

	surrounding map[[2]int]float64 // by the ordinals of two sentences
	found, best []float64          // scratch of coverBoth
	before, now []float64          // scratch of run
}

// place is where a statement stands, of which there is one at each place.
type place struct {
	report     string
	start, end int
}

// Story readies the statements of a story's texts; the index, which may be nil,
// knows their speakers. All statements of a report must stand together, in
// order. The clauses point into the statements.
func (a *Aligner) Story(texts []*stemma.Text, statements []stemma.Statement, index *stemma.Index) *Story {
	s := a.plain(texts, statements, index)
	for _, c := range s.Clauses {
		c.Words = s.Words(c.Text, c.First, c.Last, c.Statement.Values)
	}
	s.discount()
	s.ready()
	return s
}

func (a *Aligner) plain(texts []*stemma.Text, statements []stemma.Statement, index *stemma.Index) *Story {
	s := &Story{
		Aligner: a, Among: amongWeights(), at: make(map[place]int, len(statements)), vocabulary: map[string]int32{},
		told: map[string]int32{}, surrounding: map[[2]int]float64{},
	}
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
		c.Original = original(firsts, c, i)
		c.speaker = speaker(index, st)
		s.Clauses = append(s.Clauses, c)
		s.at[place{st.Span.Report, st.Span.Start, st.Span.End}] = i
	}
	return s
}

func speaker(index *stemma.Index, st *stemma.Statement) stemma.Maybe {
	if index != nil {
		if a := index.Attribution(st.Attribution); a != nil {
			return a.Speaker
		}
	}
	return ""
}

// Of gives the clause of a statement of the story, or of a copy of one; nil
// for others.
func (s *Story) Of(st *stemma.Statement) *Clause {
	if i, ok := s.at[place{st.Span.Report, st.Span.Start, st.Span.End}]; ok {
		return s.Clauses[i]
	}
	return nil
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
	each(s.Clauses, func(w *Word) {
		before += w.Weight
		rarity := math.Log(float64(distinct)/float64(max(1, count[w.Key()].clauses))) / math.Log(float64(distinct+1))
		w.Weight *= leastRarity + (1-leastRarity)*rarity
		after += w.Weight
	})
	if after > 0 {
		each(s.Clauses, func(w *Word) { w.Weight *= before / after })
	}
}

// count says how many different clauses have each word, and how many there are.
func (s *Story) count() (count map[string]counted, distinct int) {
	count = make(map[string]counted, len(s.vocabulary))
	for i, c := range s.Clauses {
		if c.Original != i {
			continue
		}
		distinct++
		for k := range c.Words {
			if c.Words[k].Value != nil {
				continue
			}
			key := c.Words[k].Key()
			if was := count[key]; was.last < distinct {
				count[key] = counted{was.clauses + 1, distinct}
			}
		}
	}
	return count, distinct
}

// counted is in how many clauses a word stands, and which was the last, from one on.
type counted struct{ clauses, last int }

// each looks at the words of clauses that are no values.
func each(clauses []*Clause, do func(*Word)) {
	for _, c := range clauses {
		for k := range c.Words {
			if c.Words[k].Value == nil {
				do(&c.Words[k])
			}
		}
	}
}

// ready works out what is compared of each clause once its words are weighed.
func (s *Story) ready() {
	weights := make([]float64, len(s.vocabulary))
	each(s.Clauses, func(w *Word) { weights[w.Index] = w.Weight })
	files := map[string]int32{}
	for i, c := range s.Clauses {
		c.Weight = Total(c.Words)
		c.readKeys(files)
		c.readRun(s, weights)
		s.readAround(i, weights)
	}
	s.readSense()
}

// readSense gives the direction of what each clause tells, and its sentence,
// without that of the story as a whole.
func (s *Story) readSense() {
	var mean []float64
	for i, c := range s.Clauses {
		c.sense = s.vectors.SentenceIDs(ids(c.Words))
		if s.continues(i) {
			c.senseAround = s.Clauses[i-1].senseAround
		} else {
			c.senseAround = s.vectors.SentenceIDs(ids(c.around))
		}
		if len(mean) == 0 {
			mean = make([]float64, len(c.senseAround))
		}
		for k, x := range c.senseAround {
			mean[k] += float64(x) / float64(len(s.Clauses))
		}
	}
	for i, c := range s.Clauses {
		subtract(c.sense, mean)
		if !s.continues(i) {
			subtract(c.senseAround, mean)
		}
	}
}

func subtract(v []float32, mean []float64) {
	for i := range v {
		v[i] -= float32(mean[i])
	}
}

// ids gives the words that are no values, as the vector model has them.
func ids(words []Word) []int32 {
	found := make([]int32, 0, len(words))
	for k := range words {
		if words[k].Value == nil {
			found = append(found, words[k].id)
		}
	}
	return found
}

// readAround reads what the sentence of the i-th clause tells. Words that no
// statement has keep their general weight.
func (s *Story) readAround(i int, weights []float64) {
	c := s.Clauses[i]
	c.ordinal = i
	switch {
	case c.Sentence < 0:
		c.around = c.Words
		return
	case s.continues(i):
		c.around, c.ordinal = s.Clauses[i-1].around, s.Clauses[i-1].ordinal
		return
	}
	var values []stemma.Value
	for k := i; k < len(s.Clauses) && s.Clauses[k].Report == c.Report && s.Clauses[k].Sentence == c.Sentence; k++ {
		values = append(values, s.Clauses[k].Statement.Values...)
	}
	whole := c.Text.Sentences[c.Sentence]
	c.around = slices.Clip(s.Words(c.Text, whole.First, whole.Last, values))
	for k := range c.around {
		if w := &c.around[k]; w.Value == nil && int(w.Index) < len(weights) && weights[w.Index] > 0 {
			w.Weight = weights[w.Index]
		}
	}
}

// continues says whether a clause stands in the sentence of the one before.
func (s *Story) continues(i int) bool {
	if i == 0 {
		return false
	}
	c, before := s.Clauses[i], s.Clauses[i-1]
	return c.Sentence >= 0 && before.Report == c.Report && before.Sentence == c.Sentence
}
