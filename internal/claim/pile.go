package claim

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"stemma"
	who "stemma/internal/name"
	"stemma/internal/segment"
)

// Pile is what telling stories apart needs of many reports: of each the words
// with their weights, not the text, so that an archive fits in memory.
type Pile struct {
	reader *Reader
	sheets []Sheet
	Ties   Ties // of reports; to be set before they are grouped

	words *Vocabulary
}

// Vocabulary numbers the words of reports as they come. Sheets of one vocabulary may be laid
// into one pile after the other.
type Vocabulary struct {
	mu     sync.Mutex
	ids    map[string]uint32
	sorted []numbered // by their forms
	fresh  []numbered // that came since
}

// numbered is a word and its number.
type numbered struct {
	form string
	id   uint32
}

// NewVocabulary makes one that has no word yet.
func NewVocabulary() *Vocabulary { return &Vocabulary{ids: map[string]uint32{}} }

// Sheet makes what a pile keeps of a report of its words; so may several goroutines at once.
func (v *Vocabulary) Sheet(w Words) Sheet {
	s := Sheet{digest: w.Digest, day: w.Day, counts: make([]count, 0, len(w.Counts))}
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, c := range w.Counts {
		id, known := v.ids[c.Form]
		if !known {
			word := numbered{strings.Clone(c.Form), uint32(len(v.ids))}
			id, v.ids[word.form] = word.id, word.id
			v.fresh = append(v.fresh, word)
		}
		s.counts = append(s.counts, count{id, float32(c.Weight)})
	}
	return s
}

// ranks gives the place of each word in the order of their forms. Of a case it is asked for
// after each report: that brings a few hundred words to forty thousand which are in order.
func (v *Vocabulary) ranks() []uint32 {
	v.mu.Lock()
	defer v.mu.Unlock()
	slices.SortFunc(v.fresh, func(a, b numbered) int { return cmp.Compare(a.form, b.form) })
	all := make([]numbered, 0, len(v.ids))
	for _, word := range v.sorted {
		for len(v.fresh) > 0 && v.fresh[0].form < word.form {
			all, v.fresh = append(all, v.fresh[0]), v.fresh[1:]
		}
		all = append(all, word)
	}
	v.sorted, v.fresh = append(all, v.fresh...), nil
	ranks := make([]uint32, len(v.sorted))
	for i, word := range v.sorted {
		ranks[word.id] = uint32(i)
	}
	return ranks
}

// Sheet is what a pile keeps of one report.
type Sheet struct {
	counts []count
	digest bool
	day    int // days since 1970; undated: noDay
}

const noDay = math.MinInt

// Pair is two reports of a pile by index, the lower one first.
type Pair [2]int

// count is a word of a report with its weights, summed: there are hundreds of each report
// of an archive, so they are kept in single precision.
type count struct {
	id     uint32
	weight float32
}

// term is a word of a report with its weight; the vector of a report has
// length 1 and is ordered by term.
type term struct {
	id     uint32
	weight float64
}

// NewPile readies a pile of n reports.
func (r *Reader) NewPile(n int) *Pile {
	return &Pile{reader: r, sheets: make([]Sheet, n), words: NewVocabulary()}
}

// Sheet makes what is kept of a report until it is known where in the pile it lies. Several
// goroutines may make sheets at once; nothing of the text is kept.
func (p *Pile) Sheet(t *stemma.Text) Sheet { return p.words.Sheet(p.reader.Words(t)) }

// Lay takes the sheets of all reports, in the order of the pile; that of one that could
// not be read is the zero value.
func (p *Pile) Lay(sheets []Sheet) { p.sheets = sheets }

// Words are what telling stories apart needs of one report. They depend on nothing but
// the report, so they can be kept beside its text, of whose bytes they are.
type Words struct {
	Counts []WordCount // in the order of their forms
	Digest bool        // the report tells of several stories
	Day    int         // days since 1970; far below that where it is not dated
}

// WordCount is a word with its weights in a report, summed.
type WordCount struct {
	Form   string
	Weight float64
}

// Words gives those of a report.
func (r *Reader) Words(t *stemma.Text) Words {
	w := Words{Counts: r.termCounts(t), Digest: segment.IsDigest(t.Report), Day: noDay}
	// Sums of weights come out the same to the last bit in one order only.
	slices.SortFunc(w.Counts, func(a, b WordCount) int { return cmp.Compare(a.Form, b.Form) })
	if m := t.Report.Published; m.IsDay() {
		w.Day = int(m.Time.Unix() / (24 * 60 * 60))
	}
	return w
}

// Stories groups the reports by story: lists of indexes, each in order, the
// list ordered by first index. Every report is in exactly one. Twins are the
// pairs that are one story whatever else; shared those that have SharedWords
// words in passages. The error is the context's. A pile groups once.
func (p *Pile) Stories(ctx context.Context, twins, shared []Pair, jobs int) ([][]int, error) {
	g := &grouping{Pile: p, vectors: p.vectors(jobs), union: newUnion(len(p.sheets), p.Ties)}
	for _, t := range twins {
		g.join(t[0], t[1])
	}
	g.joinShared(shared)
	pairs, err := similar(ctx, g.vectors, g.least(), jobs)
	if err != nil {
		return nil, err
	}
	for n, c := range pairs {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if !p.sheets[c.a].digest && !p.sheets[c.b].digest {
			g.consider(c, 1)
		}
	}
	// A digest tells several stories and would make them one: it joins the
	// nearest when all others stand.
	for _, c := range pairs {
		if digest := p.sheets[c.a].digest; digest != p.sheets[c.b].digest &&
			g.alone(c.a, digest, c.b) && c.score >= g.needed(c.a, c.b) {
			g.join(c.a, c.b)
		}
	}
	return g.groups(), nil
}

// vectors weighs the terms. Terms are numbered anew in the order of their
// forms, so that nothing depends on who came first.
func (p *Pile) vectors(jobs int) [][]term {
	w := weighing{ranks: p.words.ranks(), rarity: rarities(len(p.sheets))}
	p.words = nil
	w.reports = make([]int, len(w.ranks))
	for _, s := range p.sheets {
		for _, c := range s.counts {
			w.reports[c.id]++
		}
	}
	vectors := make([][]term, len(p.sheets))
	spread(len(p.sheets), jobs, func(i int) {
		vectors[i] = w.storyVector(p.sheets[i].counts)
		p.sheets[i].counts = nil
	})
	return vectors
}

// spread does something for every number below n, on several goroutines.
func spread(n, jobs int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(jobs, n) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

// termCounts sums the weights of a report's words that tell something, in the order in which
// they are met; a capitalised word inside a sentence counts as a name.
func (r *Reader) termCounts(t *stemma.Text) []WordCount {
	counts := make([]WordCount, 0, len(t.Tokens)/termShare)
	x, ok := r.spareTerms.Get().(*termForms)
	if !ok {
		x = &termForms{map[string]termForm{}, map[string]int{}}
	}
	forms, terms := x.forms, x.terms
	for _, s := range t.Sentences {
		for k := s.First; k < s.Last; k++ {
			tok := &t.Tokens[k]
			if tok.Kind != stemma.Word {
				continue
			}
			f, known := forms[tok.Form]
			if !known {
				if f.weight = r.aligner.Weight(*tok); f.weight >= contentWeight {
					own := who.Unowned(tok.Form)
					if f.term, known = terms[own]; !known {
						f.term, terms[own] = len(counts), len(counts)
						counts = append(counts, WordCount{Form: own})
					}
				}
				forms[tok.Form] = f
			}
			switch {
			case f.weight < contentWeight:
			case t.Capital(k) && k > s.First:
				counts[f.term].Weight += f.weight * nameBoost
			default:
				counts[f.term].Weight += f.weight
			}
		}
	}
	clear(forms)
	clear(terms)
	if len(t.Tokens) <= mostSpare {
		r.spareTerms.Put(x)
	}
	return counts
}

// termForms are the forms of a report, and its terms by their places among the counts.
type termForms struct {
	forms map[string]termForm
	terms map[string]int
}

// termForm is a form that words of a report have.
type termForm struct {
	term   int // its place among the counts
	weight float64
}

// termShare is about how many tokens of a report stand for each of its words that tell something.
const termShare = 4

// weighing is what the terms of a pile are weighed with.
type weighing struct {
	ranks   []uint32  // of each term, its number in the order of their forms
	reports []int     // of each term, how many have it
	rarity  []float64 // by how many reports have a term
	spare   sync.Pool // rooms
}

// room is where the terms of a report are weighed.
type room struct {
	terms   []term
	weights []uint64 // their bits
}

// storyVector weighs the terms of a report by how few reports of the pile have
// them. Terms that too many have tell no story, unless they are most of what
// the report tells: then the pile is about that story.
func (w *weighing) storyVector(counts []count) []term {
	r, ok := w.spare.Get().(*room)
	if !ok {
		r = &room{}
	}
	defer w.spare.Put(r)
	pile, terms := len(w.rarity)-1, r.terms[:0]
	all, kept := 0.0, 0.0
	for _, c := range counts {
		weight, reports := damped(float64(c.weight)), w.reports[c.id]
		all += weight
		if pile <= smallPile || float64(reports)/float64(pile) <= commonTerm {
			kept += weight
			terms = append(terms, term{w.ranks[c.id], weight * w.rarity[reports]})
		}
	}
	if kept < ownStory*all {
		terms = terms[:0]
		for _, c := range counts {
			weight := damped(float64(c.weight)) * max(leastRarity, w.rarity[w.reports[c.id]])
			terms = append(terms, term{w.ranks[c.id], weight})
		}
	}
	r.terms = terms
	return r.unitLength()
}

// damped lets the tenth time that a word comes count less than the first.
func damped(weight float64) float64 {
	if weight < 1 {
		return weight
	}
	return 1 + math.Log(1+weight)
}

// rarities are the inverse document frequencies of terms in a pile, 0..1, by how many
// reports have them; a small pile has none.
func rarities(pile int) []float64 {
	all := make([]float64, pile+1)
	for reports := range all {
		if all[reports] = 1; pile > smallPile {
			all[reports] = math.Log(float64(pile)/float64(reports)) / math.Log(float64(pile))
		}
	}
	return all
}

// unitLength keeps the heaviest of the terms, which are in order of their id, in that order,
// as a vector of length 1. Of equally heavy ones the first are kept.
func (r *room) unitLength() []term {
	r.weights = r.weights[:0]
	for _, t := range r.terms {
		// Bits of numbers that are not negative are in the order of these, and sorted faster.
		r.weights = append(r.weights, math.Float64bits(t.weight))
	}
	slices.Sort(r.weights)
	heaviest := r.weights[max(0, len(r.weights)-storyTerms):]
	vector := make([]term, 0, len(heaviest))
	if len(heaviest) == 0 {
		return vector
	}
	squares, least, equal := 0.0, math.Float64frombits(heaviest[0]), 0
	for _, bits := range slices.Backward(heaviest) {
		weight := math.Float64frombits(bits)
		squares += weight * weight
		if weight == least {
			equal++
		}
	}
	length := math.Sqrt(squares)
	for _, t := range r.terms {
		if t.weight == least {
			equal--
		}
		if t.weight > least || t.weight == least && equal >= 0 {
			vector = append(vector, term{t.id, t.weight / length})
		}
	}
	return vector
}
