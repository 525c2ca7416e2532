package collate

import (
	"math"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/lexis"
	who "stemma/internal/name"
	"stemma/internal/vector"
)

// Report is a report made ready to be compared.
type Report struct {
	text      *stemma.Text
	index     *stemma.Index // nil when nobody is credited
	sentences []sentence
	where     map[string][]int // base form → sentences that have it, copies once
	first     map[int32]int    // number of a sentence → where it stands first
	words     map[string]bool  // folded forms of the whole text
	quotes    []quotation
	quotedIDs map[int32]bool   // the numbers of the quotations
	said      map[string][]int // base form → quotations, once for each time that they have it
	speeches  []*speech
	spoken    map[uint64][]saidAt // where speeches have some words in a row
	people    people
	sums      []sum
	figures   figures
	ranges    []sum
	units     map[string][]sum
	details   map[detail][]stemma.Value
	bases     map[string]bool // base forms of the whole text
	graded    []int           // sentences that have a graded verb
	met       bool            // somebody spoke to the report itself
	research  int             // words that studies speak of
	limiting  []int           // sentences that limit or deny something
	asides    []int           // sentences with an aside that makes less of something
	replies   []int           // sentences in which a body answers
	prospects []prospect
	shares    []share
	places    []int     // of an excerpt: where its sentences stand in the text
	asked     [2]asked  // of all kin but copies, of copies
	score     []float64 // for [Report.nearest]
	sharers   []int
}

// sentence is a sentence made ready: its words without marks.
type sentence struct {
	id      int32 // of all that have its text
	text    *stemma.Text
	first   int // token
	words   []word
	total   float64 // weight of all words
	title   bool
	recurs  bool     // the report has it again with another figure or time, as live pages have "Update at 10 a.m."
	beside  [2]int32 // the numbers of the sentences before and behind it
	values  []stemma.Value
	credits []*stemma.Attribution
	graded  []graded
	stands  []stand
}

// class says what a word is to the alignment.
type class uint8

const (
	function class = iota
	content
	nameWord
	number
)

// word is a word of a sentence.
type word struct {
	*lexeme
	token  token // of the report
	number int32 // in the collation
	quoted bool
	comma  bool // a mark stands before it
	aside  bool // it stands in brackets
	edited bool // what stands before it does
	elided bool // dots stand before it
}

// lexeme is what a word is wherever the reports have it in the same way. A pile has far
// fewer of them than words.
type lexeme struct {
	full       string // the folded form as it stands, with 's
	form, base string // the same without; its base form
	class      class
	weight     float64
	id         int32 // in the vector model
	entry      lexis.Entry
	turns      bool   // it has an opposite
	lasting    bool   // it has the form of a verb that goes on: "shutting"
	past       bool   // it has the form of a regular past: "warned"
	positive   string // the adjective that it compares by: "poor" of "poorer"
}

const (
	// longest is how many words of a sentence are compared. Sentences of
	// news have 25; what has more than this is a list or no prose.
	longest = 256
	// functionWeight is what a function word counts beside content words.
	functionWeight = 0.1
	// nameWeight and numberWeight: they tell sentences apart as rare words do.
	nameWeight   = 1.0
	numberWeight = 0.8
	// scale is the size of the vector model's vocabulary.
	scale = 40000
)

// Read makes a report ready. Its attributions are looked up in the index,
// which may be nil.
func (c *Collation) Read(t *stemma.Text, index *stemma.Index, credits []stemma.Attribution) *Report {
	r := &Report{
		text: t, index: index, where: make(map[string][]int, len(t.Tokens)/wordShare), first: map[int32]int{},
		words: make(map[string]bool, len(t.Tokens)/wordShare), said: map[string][]int{}, quotedIDs: map[int32]bool{},
	}
	for _, tok := range t.Tokens {
		r.words[who.Unowned(tok.Form)] = true
	}
	inside := quoted(t)
	for i := range t.Sentences {
		s := c.sentence(t, &t.Sentences[i], inside)
		c.number(&s, t.Report.Text[t.Sentences[i].Start:t.Sentences[i].End])
		r.sentences = append(r.sentences, s)
		r.file(i)
	}
	r.neighbours()
	markRecurring(r)
	r.place(credits)
	r.quotes = c.quotes(r)
	voices(r, credits)
	for at := range r.quotes {
		c.numberQuote(&r.quotes[at])
	}
	r.fileQuotes()
	r.speeches, r.spoken = speechesOf(r, 0), placesOf(speechesOf(r, narration))
	r.people, r.sums, r.bases = peopleOf(c.Collator, r), sumsOf(r), basesOf(r)
	r.figures, r.ranges, r.details = figuresOf(r.sums), rangesOf(r.sums), detailsOf(r)
	r.units = unitsOf(r.sums)
	c.readSigns(r)
	return r
}

// wordShare is how many tokens of a report stand for each of its different words, about.
const wordShare = 3

// readSigns reads what a report shows by itself, whatever it is compared with.
func (c *Collation) readSigns(r *Report) {
	x := accounts{Collator: c.Collator, before: r, after: r}
	r.replies = repliesIn(c.Collator, r)
	r.research, r.shares = tying{c.Collator}.researchIn(r), counting{x}.sharesOf(r.sums)
	for i := range r.sentences {
		s := &r.sentences[i]
		r.prospects = append(r.prospects, outlook{x}.prospectsIn(s)...)
		if r.first[s.id] != i {
			continue
		}
		o := omissions{Collation: c, from: r, to: r}
		if _, _, ok := o.limits(s); ok {
			r.limiting = append(r.limiting, i)
		}
		if first, last := (asides{o}).aside(s); first < last {
			r.asides = append(r.asides, i)
		}
	}
}

func basesOf(r *Report) map[string]bool {
	found := map[string]bool{}
	for i := range r.sentences {
		for k := range r.sentences[i].words {
			found[r.sentences[i].words[k].base] = true
		}
	}
	return found
}

// file notes which words lead to a sentence. Copies of one sentence are one.
func (r *Report) file(i int) {
	s := &r.sentences[i]
	if r.has(s) {
		return
	}
	r.first[s.id] = i
	if len(s.graded) > 0 {
		r.graded = append(r.graded, i)
	}
	for _, w := range s.words {
		if at := r.where[w.base]; w.class != function && (len(at) == 0 || at[len(at)-1] != i) {
			r.where[w.base] = append(at, i)
		}
	}
}

// fileQuotes notes which words lead to a quotation.
func (r *Report) fileQuotes() {
	for at := range r.quotes {
		r.quotedIDs[r.quotes[at].id] = true
		for k := range r.quotes[at].words {
			if w := &r.quotes[at].words[k]; w.class != function {
				r.said[w.base] = append(r.said[w.base], at)
			}
		}
	}
}

// place files the attributions under the sentences in which their cue stands.
func (r *Report) place(credits []stemma.Attribution) {
	for i := range credits {
		a := &credits[i]
		r.met = r.met || a.Report == r.text.Report.ID && a.Own
		if a.Report != r.text.Report.ID || a.Source == nil {
			continue
		}
		if at := r.text.SentenceAt(a.Source.Start); at >= 0 && r.sentences[at].reads(*a.Source) {
			r.sentences[at].credits = append(r.sentences[at].credits, a)
		}
	}
}

// sentenceAt is the sentence that a byte of the text stands in; -1 where there is none.
func (r *Report) sentenceAt(offset int) int {
	at := r.text.SentenceAt(offset)
	if r.places == nil {
		return at
	}
	if k, has := slices.BinarySearch(r.places, at); has {
		return k
	}
	return -1
}

func (c *Collation) sentence(t *stemma.Text, from *stemma.Sentence, inside []bool) sentence {
	s := sentence{text: t, first: from.First, title: from.Kind == stemma.TitleSegment || from.Kind == stemma.Heading}
	s.values = c.values.Values(t, from.First, from.Last)
	shouted := shouted(t, from, s.title)
	s.words = roomFor(t, from)
	comma, dots, depth := false, 0, 0
	for k := from.First; k < from.Last && len(s.words) < longest; k++ {
		if t.Tokens[k].Kind == stemma.Mark {
			comma = comma || strings.Contains(",;:—–()", t.Tokens[k].Form)
			depth = brackets(t.Tokens[k].Form, depth)
			dots += strings.Count(t.Tokens[k].Form, ".") + 2*strings.Count(t.Tokens[k].Form, "…")
			continue
		}
		w := c.word(t, k, k == from.First, shouted)
		w.quoted, w.comma, w.aside = inside[k], comma, depth > 0
		w.edited = !w.aside && len(s.words) > 0 && s.words[len(s.words)-1].aside
		w.elided = dots > 1
		comma, dots = false, 0
		s.words = append(s.words, w)
		s.total += w.weight
	}
	s.values = slices.DeleteFunc(s.values, func(v stemma.Value) bool { return !s.reads(v.Span) })
	s.graded, s.stands = scaling{c.Collator}.gradedIn(s.words), matters{c.Collator}.standsIn(s.words)
	return s
}

// roomFor is room for the words of a sentence that are compared, and for no more.
func roomFor(t *stemma.Text, of *stemma.Sentence) []word {
	n := 0
	for k := of.First; k < of.Last && n < longest; k++ {
		if t.Tokens[k].Kind != stemma.Mark {
			n++
		}
	}
	return make([]word, 0, n)
}

// reads says whether a span begins among the words of a sentence that are compared: of a
// long one those behind [longest] are not.
func (s *sentence) reads(span stemma.Span) bool {
	return len(s.words) < longest || s.wordAt(span.Start) < len(s.words)
}

// brackets counts how many are open after a mark.
func brackets(mark string, depth int) int {
	switch mark {
	case "(", "[":
		return depth + 1
	case ")", "]":
		return max(0, depth-1)
	}
	return depth
}

// The share of longer words with a capital above which capitals say nothing. A
// sentence that names many people has more than half.
const (
	shoutedTitle = 0.5
	shoutedProse = 0.8
)

// shouted says whether capitals say nothing in a sentence: in a headline most
// words have them.
func shouted(t *stemma.Text, s *stemma.Sentence, title bool) bool {
	capital, all := 0, 0
	for k := s.First; k < s.Last; k++ {
		if t.Tokens[k].Kind == stemma.Word && len(t.Tokens[k].Form) > 3 {
			all++
			if t.Capital(k) {
				capital++
			}
		}
	}
	share := shoutedProse
	if title {
		share = shoutedTitle
	}
	return float64(capital) > share*float64(all)
}

// token is the index of a token of a report's text; words of a sentence are counted by int, and bytes
// stand in spans.
type token int

// tokens covers the tokens from first to last, both included.
func (s *sentence) tokens(first, last token) stemma.Span { return s.text.Span(int(first), int(last)+1) }

// wordSeen is what a word is read by.
type wordSeen struct {
	form                            string
	number, capital, opens, follows bool
}

// word reads a word, once for each way in which a story has it.
func (c *Collation) word(t *stemma.Text, k int, opens, shouted bool) word {
	tok := t.Tokens[k]
	seen := wordSeen{
		form: tok.Form, number: tok.Kind == stemma.Number, capital: t.Capital(k) && !shouted, opens: opens,
		follows: k > 0 && t.Tokens[k-1].Kind == stemma.Word,
	}
	w, known := c.seen[seen]
	if !known {
		seen.form = strings.Clone(seen.form) // other stories' words are no reason to keep a text
		w = c.classed(seen)
		w.turns = c.hasOpposite(w)
		c.seen[seen] = w
	}
	return word{lexeme: w, token: token(k)}
}

// classed reads a word without its opposites.
func (c *Collator) classed(seen wordSeen) *lexeme {
	form := formOf(c, seen.form)
	w := &lexeme{
		full: seen.form, form: form, base: form, class: content, id: vector.Unknown,
		lasting: c.lasting.Fit(form), past: c.past.Fit(form),
	}
	capital, opens := seen.capital, seen.opens
	switch {
	case seen.number, c.isNumber(form):
		w.class, w.weight = number, numberWeight
		return w
	case c.function.Is(form, "modal") && capital && !opens && seen.follows:
		w.class, w.weight = nameWord, nameWeight // "in May"
		return w
	case c.function.Has(form) || len(form) < 2:
		w.class, w.weight, w.base = function, functionWeight, c.lexis.Base(form)
		return w
	case capital && !opens:
		w.class, w.weight = nameWord, nameWeight
	}
	w.base = c.lexis.Base(form, c.contraries)
	w.entry, w.id = c.lexis.Look(w.base), c.vectors.ID(form)
	if !w.entry.Known() {
		w.positive = c.degrees.Stem(form, func(stem string) bool {
			e := c.lexis.Look(stem)
			return e.Is('a')
		})
		w.entry = c.lexis.Look(w.positive)
	}
	if capital && opens && !w.entry.Known() {
		w.class = nameWord
	}
	if w.class == nameWord {
		w.weight = nameWeight
		return w
	}
	w.weight = c.weight(form)
	return w
}

// formOf is a word as it is compared: without 's, and "an" as "a".
func formOf(c *Collator, word string) string {
	form := who.Unowned(word)
	if c.function.Is(form, "det") {
		return c.lexis.Base(form)
	}
	return form
}

// isNumber says whether a word is a number written out.
func (c *Collator) isNumber(form string) bool {
	tens, units, _ := strings.Cut(form, "-")
	return !c.numbers.Is(form, "common") && c.numbers.Has(tens) && (units == "" || c.numbers.Has(units)) &&
		!c.numbers.IsAny(tens, "part", "suffix", "ordinal")
}

// weight says how much a content word tells, by its rank in general English.
func (c *Collator) weight(form string) float64 {
	rank := c.vectors.Rank(form)
	if rank < 0 {
		return 1
	}
	return max(2*functionWeight, math.Log(float64(rank+2))/math.Log(scale))
}

// span is the stretch of the words from first to last (half-open).
func (s *sentence) span(first, last int) *stemma.Span {
	if first >= last {
		return nil
	}
	span := s.tokens(s.words[first].token, s.words[last-1].token)
	return &span
}

// written gives a sentence as it stands in the report.
func (s *sentence) written() string {
	if len(s.words) == 0 {
		return ""
	}
	return s.span(0, len(s.words)).Text
}

// wordAt gives the index of the first word that ends after a byte.
func (s *sentence) wordAt(offset int) int {
	for i := range s.words {
		if s.text.Tokens[s.words[i].token].End > offset {
			return i
		}
	}
	return len(s.words)
}

// within gives the words of a span.
func (s *sentence) within(span stemma.Span) (first, last int) {
	first = s.wordAt(span.Start)
	last = first
	for last < len(s.words) && s.text.Tokens[s.words[last].token].Start < span.End {
		last++
	}
	return first, last
}

// has says whether the report has the sentence as it stands.
func (r *Report) has(s *sentence) bool {
	_, ok := r.first[s.id]
	return ok
}

// isFirst says whether a sentence is the first one with its words.
func (r *Report) isFirst(s *sentence) bool { return &r.sentences[r.first[s.id]] == s }

// hasRun says whether the words stand in the report one after another.
func (r *Report) hasRun(run []word) bool {
	for i := range r.sentences {
		words := r.sentences[i].words
		for at := 0; at+len(run) <= len(words); at++ {
			k := 0
			for k < len(run) && words[at+k].form == run[k].form {
				k++
			}
			if k == len(run) {
				return len(run) > 0
			}
		}
	}
	return false
}

// hasAny says whether a report has one of the words of a name.
func (r *Report) hasAny(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return len(w) > 3 && r.words[w] })
}

// own is the word of the report's outlet by which others call it, the last one;
// "" where the report names none, or one that is a word like any other.
func (r *Report) own() string {
	words := strings.Fields(strings.ToLower(string(r.text.Report.Outlet)))
	if len(words) == 0 || len(words[len(words)-1]) < 4 {
		return ""
	}
	return words[len(words)-1]
}
