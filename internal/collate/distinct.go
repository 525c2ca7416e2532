package collate

import (
	"cmp"
	"slices"

	"stemma"
)

// distinct keeps of changes at the same words the first one: the detectors
// stand in the order of how sure they are.
func distinct(changes []stemma.Drift) []stemma.Drift {
	var found []stemma.Drift
	at := blocks{}
	for i := range changes {
		d := &changes[i]
		if at.has(found, d) {
			continue
		}
		at.put(len(found), d.After)
		found = append(found, *d)
	}
	slices.SortStableFunc(found, func(x, y stemma.Drift) int { return cmp.Compare(place(x), place(y)) })
	return found
}

// blocks files changes by where their words after stand, so that one is held against
// those near it and not against the thousands of a long list.
type blocks map[int][]int

// blockBytes is how many bytes of a text are one block: some sentences.
const blockBytes = 512

func (b blocks) put(i int, after *stemma.Span) {
	if after == nil {
		return
	}
	for block := after.Start / blockBytes; block <= after.End/blockBytes; block++ {
		b[block] = append(b[block], i)
	}
}

// has says whether a change at the same words was found before.
func (b blocks) has(found []stemma.Drift, d *stemma.Drift) bool {
	if d.After == nil || d.Before == nil {
		return false
	}
	for block := d.After.Start / blockBytes; block <= d.After.End/blockBytes; block++ {
		for _, i := range b[block] {
			x := &found[i]
			if overlap(x.After, d.After) && overlap(x.Before, d.Before) && !twoThings(x.Kind, d.Kind) {
				return true
			}
		}
	}
	return false
}

func overlap(a, b *stemma.Span) bool {
	return a != nil && b != nil && a.Start < b.End && b.Start < a.End
}

func place(d stemma.Drift) int {
	if d.After == nil {
		return 1 << 30
	}
	return d.After.Start
}
