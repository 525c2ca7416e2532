package reuse

import (
	"cmp"
	"slices"

	"stemma"
)

// Guarantee is the length, in words, from which on a shared run is found:
// window + length of a shingle - 1.
const Guarantee = window + shingle - 1

// Options says how far the search goes. The zero value is completed by the
// defaults below.
type Options struct {
	// MaxOwners is the number of reports up to which all that hold a
	// fingerprint are paired with each other; above it each is paired with
	// the earliest ones only, or a common phrase would cost n² pairs.
	MaxOwners int
	// MinWords is the shortest passage given, in words.
	MinWords int
}

const (
	defaultMaxOwners = 64
	// earliest is with how many of the first owners a report is paired above
	// the cut: enough that a copy still finds its exemplar when the first
	// owners include a stray one.
	earliest = 6
	// defaultMinWords is the guarantee itself: shorter runs are found by luck
	// only, and are mostly idiom.
	defaultMinWords = Guarantee
)

// Find gives every passage that two of the texts share, ordered by the first
// report's place in texts, then the second's, then by offset. In each passage
// A belongs to the text that comes first in texts.
func Find(texts []*stemma.Text, o Options) []stemma.Reuse {
	if o.MaxOwners == 0 {
		o.MaxOwners = defaultMaxOwners
	}
	if o.MinWords == 0 {
		o.MinWords = defaultMinWords
	}
	rows := make([]row, len(texts))
	for i, t := range texts {
		rows[i] = newRow(t)
	}
	postings := fingerprints(rows, mastheads(rows))
	sortPostings(postings)
	var found []stemma.Reuse
	for _, p := range pairs(postings, o.MaxOwners) {
		a, b := rows[p.a], rows[p.b]
		for _, passage := range chain(a, b, extend(a, b, p.anchors), o.MinWords) {
			found = append(found, passage.reuse(a, b))
		}
	}
	return found
}

// row is a report as a row of word hashes; at maps a word to its token.
type row struct {
	text  *stemma.Text
	words []uint64
	at    []int32
}

// passage is a shared stretch: words [a0,a1) of one row, [b0,b1) of the other.
type passage struct {
	a0, a1, b0, b1 int
	equal, columns int // of the alignment
}

func (p passage) identity() float64 { return float64(p.equal) / float64(p.columns) }

// Kinds of passage by identity: one word in five may differ in a near one,
// about what an editor's light hand changes.
const nearIdentity = 0.8

func (p passage) reuse(a, b row) stemma.Reuse {
	kind := stemma.Reworded
	switch id := p.identity(); {
	case id == 1:
		kind = stemma.Verbatim
	case id >= nearIdentity:
		kind = stemma.Near
	}
	return stemma.Reuse{
		A: a.span(p.a0, p.a1), B: b.span(p.b0, p.b1),
		Kind: kind, Identity: round(p.identity()),
	}
}

func (r row) span(first, last int) stemma.Span {
	return r.text.Span(int(r.at[first]), int(r.at[last-1])+1)
}

// round keeps three decimals, so that output does not depend on how a
// machine prints the last bit.
func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }

// byPlace orders passages by their place in the first row, then the second.
func byPlace(x, y passage) int {
	return cmp.Or(cmp.Compare(x.a0, y.a0), cmp.Compare(x.b0, y.b0), cmp.Compare(x.a1, y.a1))
}

func sortPassages(p []passage) { slices.SortFunc(p, byPlace) }
