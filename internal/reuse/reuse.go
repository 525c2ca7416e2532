package reuse

import (
	"context"
	"fmt"
	"sync"

	"stemma"
)

// Guarantee is the length, in words, from which on a shared run is found:
// window + length of a shingle - 1.
const Guarantee = window + shingle - 1

// Find gives every passage that two of the texts share, ordered by the first
// report's place in texts, then the second's, then by offset. In each passage
// A belongs to the text that comes first in texts. Only article text counts:
// what segment left uncut is not compared.
func Find(texts []*stemma.Text, o Options) []stemma.Reuse {
	s := NewSearch(Options{MinWords: o.MinWords, Jobs: o.Jobs, Owners: o.Owners})
	all := make([]added, len(texts))
	lots := (len(texts) + findLot - 1) / findLot
	postings := make([][]Posting, lots)
	// Nothing fails that stays in memory and is not called off.
	_ = each(context.Background(), s.o.Jobs, lots, newPlain, func(w plain, lot int) error {
		first, last, size := lot*findLot, min((lot+1)*findLot, len(texts)), 0
		var known [findLot]*Known
		for i := first; i < last; i++ {
			k := w.known(texts[i], i, o.Known)
			all[i] = added{doc: o.docOf(texts[i].Report, i), row: k.row, digest: k.digest}
			known[i-first] = k
			size += len(k.postings)
		}
		postings[lot] = make([]Posting, 0, size)
		for i := first; i < last; i++ {
			postings[lot] = known[i-first].add(uint32(i), postings[lot])
		}
		return nil
	})
	for _, p := range postings {
		_ = s.postings.add(p, hashShard)
	}
	s.added, s.count = [][]added{all}, uint32(len(all))
	var found []stemma.Reuse
	_ = s.Run(context.Background(), func(f Found) error {
		for _, p := range f.Passages {
			found = append(found, p.reuse(texts[p.A].Report, texts[p.B].Report))
		}
		return nil
	})
	return found
}

// findLot is how many texts are read by one goroutine at a time.
const findLot = 16

// plain is a worker that reads texts for [Find].
type plain struct{ *Scanner }

func newPlain() plain { return plain{NewScanner()} }

func (plain) close() error { return nil }

// docOf is a text, which is the i-th, as a report of a search.
func (o *Options) docOf(r *stemma.Report, i int) Doc {
	outlet := string(r.Outlet)
	if o.Outlet != nil {
		outlet = o.Outlet(outlet)
	}
	return Doc{Name: fmt.Sprintf("%09d", i), Outlet: outlet, Published: r.Published.String()}
}

// known is what a search reads of a text: of its tokens, or where it has none and its words
// are known, of those.
func (p plain) known(t *stemma.Text, i int, ask func(i int) *Known) *Known {
	k := &Known{}
	if ask == nil || len(t.Tokens) > 0 {
		k.read(p.Scanner, p.rowOf(t))
		return k
	}
	k = ask(i)
	k.once.Do(func() { k.read(p.Scanner, p.rowAt(t.Report.Text, k.places)) })
	return k
}

// Known is what a search has read of a text. Who searches anew when a text came to others
// may keep it: to read a thousand texts takes longer than to search them.
type Known struct {
	places string
	once   sync.Once

	row      *Row
	digest   Digest
	postings []Posting // of no report as yet
}

// NewKnown is what is known of a text whose words stand in those [Places]; it is read by the
// first search.
func NewKnown(places string) *Known { return &Known{places: places} }

func (k *Known) read(s *Scanner, row *Row) {
	k.row, k.digest, k.postings = row, DigestOf(row), s.Fingerprint(row, 0, nil)
}

// add adds the kept shingles of the text, which is a report by now.
func (k *Known) add(doc uint32, postings []Posting) []Posting {
	first := len(postings)
	postings = append(postings, k.postings...)
	for i := range postings[first:] {
		postings[first+i].Doc = doc
	}
	return postings
}

// NearIdentity is the identity from which on a passage that is not verbatim is
// near: one word in five may differ, about what an editor's light hand changes.
const NearIdentity = 0.8

// Identity is equal words over aligned words, 0..1, in three decimals, so that
// it does not depend on how a machine prints the last bit.
func (p *Passage) Identity() float64 {
	return float64(int(float64(p.Equal)/float64(p.Columns)*1000+0.5)) / 1000
}

// Kind tells how near the two sides of a passage are.
func (p *Passage) Kind() stemma.ReuseKind {
	switch {
	case p.Equal == p.Columns:
		return stemma.Verbatim
	case float64(p.Equal) >= NearIdentity*float64(p.Columns):
		return stemma.Near
	}
	return stemma.Reworded
}

func (p *Passage) reuse(a, b *stemma.Report) stemma.Reuse {
	return stemma.Reuse{
		A: a.Span(int(p.A0), int(p.A1)), B: b.Span(int(p.B0), int(p.B1)),
		Kind: p.Kind(), Identity: p.Identity(),
	}
}
