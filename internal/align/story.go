package align

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"

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

	at    map[place]int
	texts []*stemma.Text

	lexicon lexicon
	tokens  [][]int32 // by text: the places of its tokens in the lexicon
	keys    int       // under how many clauses are filed
	own     []Clause  // of which Clauses are
	side    side      // the clause that was compared last

	surrounding map[couple]float64 // by the ordinals of two sentences

	wordRoom room[Word]
	termRoom room[term]
	runRoom  room[runWord]
	keyRoom  room[filed]

	orderRoom room[uint64]
	scratch
}

// scratch is memory for what is worked out of one clause, or of two.
type scratch struct {
	telling  []Word
	inside   []*stemma.Value
	wording  []term
	running  []runWord
	filing   []filed
	ordering []uint64
	forms    []byte
	weighed  []float64 // of run
	ended    []int     // of sharedRun
	paired   []Pair    // of Pairs
	byKey    [][]int   // of files
	sizes    []int     // the same
}

// placeOf is where a statement stands.
func placeOf(st *stemma.Statement) place {
	return place{st.Span.Report, offset(st.Span.Start), offset(st.Span.End)}
}

// offset counts bytes; tokens are counted by int.
type offset int

// place is where a statement stands, of which there is one at each place.
type place struct {
	report     string
	start, end offset
}

// Story readies the statements of a story's texts; the index, which may be nil,
// knows their speakers. All statements of a report must stand together, in
// order. The clauses point into the statements.
func (a *Aligner) Story(texts []*stemma.Text, statements []stemma.Statement, index *stemma.Index) *Story {
	s := a.plain(texts, statements, index)
	for _, c := range s.Clauses {
		c.Words = s.words(c.Report, c.First, c.Last, c.Statement.Values)
	}
	s.file()
	s.discount()
	s.ready()
	return s
}

func (a *Aligner) plain(texts []*stemma.Text, statements []stemma.Statement, index *stemma.Index) *Story {
	s, ok := a.stories.Get().(*Story)
	if !ok {
		s = &Story{Aligner: a, at: map[place]int{}, lexicon: newLexicon(a), surrounding: map[couple]float64{}}
	}
	s.Among, s.texts = amongWeights(), texts
	s.tokens = slices.Grow(s.tokens[:0], len(texts))[:len(texts)]
	byReport := make(map[string]int, len(texts))
	for i, t := range texts {
		byReport[t.Report.ID] = i
		s.tokens[i] = s.lexicon.read(s.tokens[i], t)
	}
	s.own = slices.Grow(s.own, len(statements))
	firsts := make(map[string]int, len(statements))
	for i := range statements {
		st := &statements[i]
		c := s.clause(byReport[st.Span.Report], st)
		c.Original = s.original(firsts, c, i)
		c.speaker = speaker(index, st)
		s.Clauses = append(s.Clauses, c)
		s.at[placeOf(st)] = i
	}
	return s
}

// mostSpare is the largest story, in statements, whose memory is kept for others.
const mostSpare = 512

// Close gives the memory of a story to those that come after it. Nothing of it is of use then.
func (s *Story) Close() {
	if len(s.Clauses) > mostSpare {
		return
	}
	clear(s.Clauses)
	clear(s.own)
	s.Clauses, s.own, s.texts = s.Clauses[:0], s.own[:0], nil
	clear(s.at)
	clear(s.surrounding)
	s.lexicon.forget()
	s.side.clause, s.side.sentence = nil, nil
	s.side.words.forget()
	s.side.around.forget()
	s.wordRoom.forget()
	s.termRoom.forget()
	s.runRoom.forget()
	s.keyRoom.forget()
	s.orderRoom.forget()
	clear(s.telling)
	clear(s.inside)
	s.Aligner.stories.Put(s)
}

// clause readies a statement of a text.
func (s *Story) clause(report int, st *stemma.Statement) *Clause {
	t := s.texts[report]
	s.own = append(s.own, Clause{Text: t, Statement: st, Report: report, Sentence: t.SentenceAt(st.Span.Start)})
	c := &s.own[len(s.own)-1]
	c.First, c.Last = Tokens(t, st.Span)
	wording := s.wording[:0]
	for _, place := range s.tokens[report][c.First:c.Last] {
		if place != mark {
			wording = append(wording, term{s.lexicon.lexemes[place].hash, s.lexicon.lexemes[place].rarity})
		}
	}
	s.wording = wording
	slices.SortFunc(wording, func(x, y term) int { return cmp.Compare(x.id, y.id) })
	for _, w := range wording {
		c.rarity += w.rarity
	}
	c.wording = s.termRoom.keep(wording)
	return c
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
	if i, ok := s.at[placeOf(st)]; ok {
		return s.Clauses[i]
	}
	return nil
}

// Likeness is [Likeness] of the clauses of two statements of the story.
func (s *Story) Likeness(a, b *stemma.Statement) float64 { return Likeness(s.Of(a), s.Of(b)) }

// original gives the first clause with the same words as the i-th, itself if
// there is none. Copies of one text are one claim without comparing, and count
// once where words are counted: else the words of a text that is printed forty
// times would all be common ones.
func (s *Story) original(firsts map[string]int, c *Clause, i int) int {
	s.forms = s.forms[:0]
	for _, place := range s.tokens[c.Report][c.First:c.Last] {
		if place != mark {
			s.forms = binary.LittleEndian.AppendUint32(s.forms, uint32(s.lexicon.lexemes[place].word.Index))
		}
	}
	if first, ok := firsts[string(s.forms)]; ok {
		return first
	}
	firsts[string(s.forms)] = i
	return i
}

// file numbers the keys under which the words of all clauses are filed, in the order in
// which they are met.
func (s *Story) file() {
	files := map[string]int32{}
	number := func(w *Word) int32 {
		key, known := files[w.Key()]
		if !known {
			key = int32(len(files))
			files[w.Key()] = key
		}
		return key
	}
	of := make([]int32, len(s.lexicon.vocabulary)) // one more than the number; 0 is none yet
	for _, c := range s.Clauses {
		for k := range c.Words {
			w := &c.Words[k]
			if w.Number {
				w.key = number(w)
				continue
			}
			if of[w.Index] == 0 {
				of[w.Index] = number(w) + 1
			}
			w.key = of[w.Index] - 1
		}
	}
	s.keys = len(files)
}

// leastRarity is what is left of the weight of a word that every statement
// has.
const leastRarity = 0.2

// discount weighs words down that many statements of the story have: its own
// names and topic tell no claim from another. The sum of all weights stays, so
// that scores mean the same in every story.
func (s *Story) discount() {
	count, distinct := s.count()
	left, most := make([]float64, len(count)), math.Log(float64(distinct+1))
	for key, n := range count {
		rarity := math.Log(float64(distinct)/float64(max(1, n.clauses))) / most
		left[key] = leastRarity + (1-leastRarity)*rarity
	}
	before, after := 0.0, 0.0
	each(s.Clauses, func(w *Word) {
		before += w.Weight
		w.Weight *= left[w.key]
		after += w.Weight
	})
	if after > 0 {
		each(s.Clauses, func(w *Word) { w.Weight *= before / after })
	}
}

// count says how many different clauses have each word, by its key, and how many there
// are.
func (s *Story) count() (count []counted, distinct int) {
	count = make([]counted, s.keys)
	for i, c := range s.Clauses {
		if c.Original != i {
			continue
		}
		distinct++
		for k := range c.Words {
			w := &c.Words[k]
			if was := count[w.key]; w.Value == nil && was.last < distinct {
				count[w.key] = counted{was.clauses + 1, distinct}
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
	weights := make([]float64, len(s.lexicon.vocabulary))
	each(s.Clauses, func(w *Word) { weights[w.Index] = w.Weight })
	for i, c := range s.Clauses {
		c.Weight, c.tells = Total(c.Words), amountOf(c.Words)
		s.readKeys(c)
		s.readRun(c, weights)
		s.readOrder(c)
		s.readAround(i, weights)
		c.beside = amountOf(c.around)
	}
	s.readSense()
}

// readSense gives the direction of what each clause tells, and its sentence,
// without that of the story as a whole.
func (s *Story) readSense() {
	var mean []float64
	around := make([][]float32, len(s.Clauses))
	for i, c := range s.Clauses {
		if s.continues(i) {
			around[i] = around[i-1]
		} else {
			around[i] = s.vectors.SentenceIDs(ids(c.around))
		}
		if len(mean) == 0 {
			mean = make([]float64, len(around[i]))
		}
		for k, x := range around[i] {
			mean[k] += float64(x) / float64(len(s.Clauses))
		}
	}
	for i, c := range s.Clauses {
		c.sense = directionOf(s.vectors.SentenceIDs(ids(c.Words)), mean)
		if s.continues(i) {
			c.senseAround = s.Clauses[i-1].senseAround
		} else {
			c.senseAround = directionOf(around[i], mean)
		}
	}
}

// directionOf is where a vector points beside the mean, which is taken from it.
func directionOf(v []float32, mean []float64) vector.Direction {
	for i := range v {
		v[i] -= float32(mean[i])
	}
	return vector.DirectionOf(v)
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
	c.around = s.words(c.Report, whole.First, whole.Last, values)
	for k := range c.around {
		if w := &c.around[k]; w.Value == nil && weights[w.Index] > 0 {
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

// words gives what the tokens [first,last) of a text tell. Of the values those count
// that lie in these tokens.
func (s *Story) words(report, first, last int, values []stemma.Value) []Word {
	t := s.texts[report]
	found := s.telling[:0]
	inside := s.scratch.valuesAt(t, first, last, values)
	var told *stemma.Value
	for at, place := range s.tokens[report][first:last] {
		if place == mark { // a value may begin with one: "$3.5 million"
			continue
		}
		x := &s.lexicon.lexemes[place]
		if v := inside[at]; v != nil {
			if v != told {
				found, told = append(found, s.lexicon.valueWord(v)), v
			}
			if !isUnit(v, x.word.Form) {
				continue
			}
		}
		if x.tells {
			found = append(found, x.word)
			found[len(found)-1].Name = at > 0 && t.Capital(first+at)
		}
	}
	s.telling = found
	return s.wordRoom.keep(found)
}
