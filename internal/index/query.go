package index

import (
	"cmp"
	"slices"

	"stemma/internal/reuse"
)

const (
	// maxOwners is the number of reports up to which all that hold a shingle
	// are candidates; above it the earliest are, by date, then name. Reports
	// that share more with the text are found by other shingles.
	maxOwners = 64
	earliest  = reuse.Earliest
	// maxCandidates bounds how many reports are read for one text: those with
	// the most shingles in common. It bounds the time that a text made of
	// idioms takes. A report beyond it that shares one short run only is not
	// found.
	maxCandidates = 256
	// maxRepeats bounds how often one shingle of one report makes links, as
	// package reuse does.
	maxRepeats = 4
)

// Hit is the passages that a text shares with a report of the index. In each,
// A is the text and B the report.
type Hit struct {
	Report   Report
	Passages []reuse.Passage
}

// Query asks an index. Each goroutine has its own.
type Query struct {
	x       *Index
	matcher *reuse.Matcher
	a, b    reuse.Row

	mine, theirs []reuse.Posting
	owners       []uint32
	shared       []ref // a report for each shingle that it shares
	found        []candidate
	links        []reuse.Link
}

type candidate struct {
	ref
	shared int
	name   uint32
}

// NewQuery readies a query for passages of at least minWords words.
func (x *Index) NewQuery(minWords int) *Query {
	return &Query{x: x, matcher: reuse.NewMatcher(minWords)}
}

// Find gives the passages that a text shares with reports of the index, but
// those of its own name, ordered by name. The error names the file and the
// part that is not as it was written.
func (q *Query) Find(name, text string) ([]Hit, error) {
	scanner := q.matcher.Scanner()
	scanner.Scan(text, &q.a)
	q.mine = scanner.Fingerprint(&q.a, 0, q.mine[:0])
	slices.SortFunc(q.mine, func(x, y reuse.Posting) int {
		return cmp.Or(cmp.Compare(x.Key, y.Key), cmp.Compare(x.Word, y.Word))
	})
	if err := q.gather(); err != nil {
		return nil, err
	}
	q.choose()
	var hits []Hit
	for _, c := range q.found {
		r, err := q.x.report(c.ref)
		if err != nil {
			return nil, err
		}
		if r.Name == name {
			continue
		}
		if passages := q.match(&r); len(passages) > 0 {
			hits = append(hits, Hit{r, slices.Clone(passages)})
		}
	}
	slices.SortFunc(hits, func(x, y Hit) int { return cmp.Compare(x.Report.Name, y.Report.Name) })
	return hits, nil
}

// gather notes the owners of the text's shingles.
func (q *Query) gather() error {
	q.shared = q.shared[:0]
	var last posting
	for i, p := range q.mine {
		k := keep(p)
		if i > 0 && k == last {
			continue
		}
		last = k
		if err := q.ownersOf(k); err != nil {
			return err
		}
	}
	return nil
}

// ownersOf notes the owners of a shingle, over all segments.
func (q *Query) ownersOf(k posting) error {
	begin := len(q.shared)
	for i, s := range q.x.segments {
		var err error
		if q.owners, err = s.lookup(k, maxOwners+1, q.owners[:0]); err != nil {
			return err
		}
		for _, doc := range q.owners {
			q.shared = append(q.shared, ref{i, doc})
		}
	}
	if len(q.shared)-begin <= maxOwners {
		return nil
	}
	first, err := q.x.earliest(q.shared[begin:])
	q.shared = append(q.shared[:begin], first...)
	return err
}

// earliest gives the oldest of reports, which stand by segment and age.
func (x *Index) earliest(all []ref) ([]ref, error) {
	type aged struct {
		ref
		r Report
	}
	var first []aged
	rank := 0
	for i, at := range all {
		if rank++; i == 0 || all[i-1].segment != at.segment {
			rank = 0
		}
		if rank >= earliest {
			continue
		}
		a := aged{ref: at}
		if all[0].segment != all[len(all)-1].segment {
			r, err := x.report(at)
			if err != nil {
				return nil, err
			}
			a.r = Report{Name: r.Name, Published: r.Published}
		}
		first = append(first, a)
	}
	slices.SortStableFunc(first, func(a, b aged) int { return older(&a.r, &b.r) })
	refs := make([]ref, 0, earliest)
	for _, a := range first[:min(earliest, len(first))] {
		refs = append(refs, a.ref)
	}
	return refs, nil
}

// choose makes candidates of the reports with the most shared shingles, in
// the order in which they lie in the files.
func (q *Query) choose() {
	slices.SortFunc(q.shared, compareRefs)
	q.found = q.found[:0]
	for start := 0; start < len(q.shared); {
		end := start + 1
		for end < len(q.shared) && q.shared[end] == q.shared[start] {
			end++
		}
		at := q.shared[start]
		q.found = append(q.found, candidate{at, end - start, q.x.segments[at.segment].nameOf(at.doc)})
		start = end
	}
	if len(q.found) <= maxCandidates {
		return
	}
	// The hash of the name breaks ties, which does not depend on segments.
	slices.SortFunc(q.found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.shared, x.shared), cmp.Compare(x.name, y.name), compareRefs(x.ref, y.ref))
	})
	q.found = q.found[:maxCandidates]
	slices.SortFunc(q.found, func(x, y candidate) int { return compareRefs(x.ref, y.ref) })
}

func compareRefs(x, y ref) int {
	return cmp.Or(cmp.Compare(x.segment, y.segment), cmp.Compare(x.doc, y.doc))
}

// match gives the passages of the text and a report, whose words it compares.
func (q *Query) match(r *Report) []reuse.Passage {
	scanner := q.matcher.Scanner()
	scanner.Scan(r.Text, &q.b)
	q.theirs = scanner.Fingerprint(&q.b, 1, q.theirs[:0])
	q.links = q.links[:0]
	for _, p := range q.theirs {
		at, _ := slices.BinarySearchFunc(q.mine, p.Hash(), func(m reuse.Posting, hash uint64) int { return cmp.Compare(m.Hash(), hash) })
		for n := 0; at < len(q.mine) && n < maxRepeats && q.mine[at].Hash() == p.Hash(); at++ {
			if reuse.InRun(q.mine[at], p) {
				q.links = append(q.links, reuse.Link{A: 0, B: 1, WordA: q.mine[at].Word, WordB: p.Word})
				n++
			}
		}
	}
	return q.matcher.Match(&q.a, &q.b, q.links)
}
