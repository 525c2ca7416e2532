package index

import (
	"cmp"
	"slices"

	"stemma/internal/reuse"
)

// gather notes the owners of the asked report's shingles.
func (q *Query) gather() error {
	q.shared = q.shared[:0]
	for i := range q.asked.groups {
		if err := q.ownersOf(&q.asked.groups[i]); err != nil {
			return err
		}
	}
	return nil
}

// ownersOf notes the owners of a shingle, over all segments. Where it is
// masthead of the asked report's outlet, those of that outlet are none.
func (q *Query) ownersOf(g *group) error {
	begin := len(q.shared)
	q.owners = q.owners[:0] // of the outlet
	g.holding, g.masthead = 1, false
	for i, s := range q.x.segments {
		if err := q.holdersIn(g, i, s); err != nil {
			return err
		}
	}
	if !g.masthead {
		q.shared = append(q.shared, q.owners...)
	}
	if len(q.shared)-begin <= maxOwners {
		return nil
	}
	slices.SortFunc(q.shared[begin:], compareRefs)
	first, err := q.x.earliest(q.shared[begin:])
	q.shared = append(q.shared[:begin], first...)
	return err
}

// holdersIn notes the owners in a segment, those of the asked report's outlet
// apart from the others, and counts those of the outlet until the shingle is
// its masthead.
func (q *Query) holdersIn(g *group, segment int, s *segment) error {
	outlet := q.asked.outlets[segment]
	var failed error
	counted, noted := int64(-1), int64(-1) // the last report
	others := 0
	err := s.holders(hashOf(q.asked.postings[g.first]), func(doc uint32, context uint16) bool {
		if int64(doc) == noted {
			return true
		}
		own := false
		if outlet != 0 {
			var r row
			if r, failed = s.row(doc); failed != nil {
				return false
			}
			if own = r.outlet == outlet; own && int64(doc) != counted && r.name != q.asked.name {
				counted = int64(doc)
				g.holding++
				g.masthead = g.masthead || reuse.Masthead(g.holding, q.asked.reports+1)
			}
		}
		if q.asked.mayRun(g, context) {
			noted = int64(doc)
			if own {
				q.owners = append(q.owners, ref{segment, doc})
			} else if others <= maxOwners {
				others++
				q.shared = append(q.shared, ref{segment, doc})
			}
		}
		return others <= maxOwners || outlet != 0 && !g.masthead
	})
	return cmp.Or(failed, err)
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
			var err error
			if a.r, _, err = x.segments[at.segment].report(at.doc, true, nil); err != nil {
				return nil, err
			}
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
func (q *Query) choose() error {
	slices.SortFunc(q.shared, compareRefs)
	q.found = q.found[:0]
	for start := 0; start < len(q.shared); {
		end := start + 1
		for end < len(q.shared) && q.shared[end] == q.shared[start] {
			end++
		}
		q.found = append(q.found, candidate{ref: q.shared[start], shared: end - start})
		start = end
	}
	if len(q.found) <= maxCandidates {
		return nil
	}
	for i := range q.found {
		c := &q.found[i]
		r, err := q.x.segments[c.segment].row(c.doc)
		if err != nil {
			return err
		}
		c.name = r.name
	}
	// The hash of the name breaks ties, which does not depend on segments.
	slices.SortFunc(q.found, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.shared, x.shared), cmp.Compare(x.name, y.name), compareRefs(x.ref, y.ref))
	})
	q.found = q.found[:maxCandidates]
	slices.SortFunc(q.found, func(x, y candidate) int { return compareRefs(x.ref, y.ref) })
	return nil
}

func compareRefs(x, y ref) int {
	return cmp.Or(cmp.Compare(x.segment, y.segment), cmp.Compare(x.doc, y.doc))
}
