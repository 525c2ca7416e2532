package index

import (
	"cmp"
	"slices"

	"stemma/internal/reuse"
)

// maxRepeats bounds how often one shingle of one report makes links, as
// package reuse does.
const maxRepeats = 4

// asked is the report that an index is asked about. Those who compare read it
// only.
type asked struct {
	report   Report
	row      reuse.Row
	postings []reuse.Posting // by hash, then word; of a hash not more than maxRepeats
	groups   []group         // of one hash each, by hash
	slots    []uint32        // of groups, from 1, by hash: a table with open addressing
	mask     uint64

	name    uint32   // of its own name, as rows have it: an older version is not counted
	outlets []uint32 // the number of the report's outlet in each segment; 0: none
	reports int      // of its outlet in the index
}

// group is the postings of one hash.
type group struct {
	hash        uint64
	first, last int // half-open
	holding     int // reports of the asked one's outlet that hold it, itself included
	masthead    bool
}

// set takes a report.
func (a *asked) set(x *Index, r Report, scanner *reuse.Scanner) error {
	a.report, a.name = r, uint32(nameHash(r.Name))
	scanner.Scan(r.Text, &a.row)
	a.postings = scanner.Fingerprint(&a.row, 0, a.postings[:0])
	slices.SortFunc(a.postings, func(x, y reuse.Posting) int {
		return cmp.Or(cmp.Compare(x.Hash(), y.Hash()), cmp.Compare(x.Word, y.Word))
	})
	a.group()
	a.reports = 0
	for i, s := range x.segments {
		a.outlets[i] = 0
		if r.Outlet == "" {
			continue
		}
		number, err := s.outletNumber(r.Outlet)
		if err != nil {
			return err
		}
		o, err := s.outlet(number)
		if err != nil {
			return err
		}
		a.outlets[i] = number
		a.reports += o.reports
	}
	return nil
}

// group finds the postings of one hash, and drops those past maxRepeats.
func (a *asked) group() {
	a.groups = a.groups[:0]
	kept := a.postings[:0]
	for _, p := range a.postings {
		n := len(a.groups)
		if n == 0 || a.groups[n-1].hash != p.Hash() {
			a.groups = append(a.groups, group{hash: p.Hash(), first: len(kept), last: len(kept)})
			n++
		}
		if g := &a.groups[n-1]; g.last-g.first < maxRepeats {
			kept = append(kept, p)
			g.last++
		}
	}
	a.postings = kept
	size := 16
	for size < 2*len(a.groups) {
		size *= 2
	}
	if len(a.slots) < size {
		a.slots = make([]uint32, size)
	}
	clear(a.slots)
	a.mask = uint64(len(a.slots) - 1)
	for i := range a.groups {
		at := hashSlot(a.groups[i].hash) & a.mask
		for a.slots[at] != 0 {
			at = (at + 1) & a.mask
		}
		a.slots[at] = uint32(i + 1)
	}
}

// hashSlot spreads hashes, of which the small ones are kept, over a table.
func hashSlot(hash uint64) uint64 { return hash * 0x9e3779b97f4a7c15 >> 40 }

// find gives the number of the group of a hash, or -1.
func (a *asked) find(hash uint64) int {
	for at := hashSlot(hash) & a.mask; a.slots[at] != 0; at = (at + 1) & a.mask {
		if i := int(a.slots[at] - 1); a.groups[i].hash == hash {
			return i
		}
	}
	return -1
}

// mayRun says whether a posting of a group's shingle, of which the context is
// known in part, may stand in a run with one of the asked report's.
func (a *asked) mayRun(g *group, context uint16) bool {
	for _, p := range a.postings[g.first:g.last] {
		if mayRun(contextOf(p), context) {
			return true
		}
	}
	return false
}

// mastheadOf says whether most of what is kept of a passage is masthead, as
// package reuse has it.
func (a *asked) mastheadOf(scanner *reuse.Scanner, p *reuse.Passage, row *reuse.Row, kept []reuse.Posting) (bool,
	[]reuse.Posting) {
	scanner.Scan(a.report.Text[p.A0:p.A1], row)
	kept = scanner.Fingerprint(row, 0, kept[:0])
	n := 0
	for _, k := range kept {
		if g := a.find(k.Hash()); g >= 0 && a.groups[g].masthead {
			n++
		}
	}
	return 2*n >= len(kept) && n > 0, kept
}
