package index

import (
	"context"
	"errors"
	"io"
	"math/bits"
	"slices"
)

// Merging goes on behind the adder: Commit does not wait for it, and what it
// does changes nothing that is found. While it writes, more may be added and
// committed, and reports that it merges be replaced; what was replaced
// meanwhile is carried over when the merged segment is listed.

const (
	// maxOfClass is how many segments of a size class there are before they
	// are merged; those of a class differ in size by less than 8 times.
	maxOfClass = 8
	// maxMerged bounds the bytes of segments that are merged to one, whose
	// offsets have 32 bits.
	maxMerged = 3 << 30
)

// class is a segment's class by its size.
func class(size int64) int { return max(0, bits.Len64(uint64(size))/3-5) }

// errHalted ends a merge that nobody waits for.
var errHalted = errors.New("merging was ended")

// Wait waits until the segments are merged that Commit found too many, or the
// context is done. The error says why they are not merged; the index is right
// all the same.
func (a *Adder) Wait(ctx context.Context) error {
	stop := context.AfterFunc(ctx, func() { a.halt.Store(true) })
	defer stop()
	a.merging.Wait()
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.spoilt
}

// mergeBehind begins to merge, where that is due and not going on. The adder is
// locked.
func (a *Adder) mergeBehind() {
	if a.merges || len(crowded(a.m.entries)) == 0 {
		return
	}
	a.merges, a.spoilt = true, nil
	a.merging.Go(func() {
		for a.mergeOnce() {
		}
	})
}

// mergeOnce merges the segments of one class; it says whether that was due and
// went well.
func (a *Adder) mergeOnce() bool {
	a.mu.Lock()
	chosen := slices.Clone(crowded(a.m.entries))
	if len(chosen) == 0 {
		a.merges = false
		a.mu.Unlock()
		return false
	}
	a.mu.Unlock()
	err := a.merge(chosen)
	if err != nil {
		a.mu.Lock()
		a.merges, a.spoilt = false, err
		a.mu.Unlock()
	}
	return err == nil
}

// crowded gives the segments of the smallest class that has too many, or nil.
func crowded(entries []entry) []entry {
	var classes [64][]entry
	for _, e := range entries {
		if e.size < maxMerged/maxOfClass {
			c := class(e.size)
			classes[c] = append(classes[c], e)
		}
	}
	for _, all := range classes {
		if len(all) <= maxOfClass {
			continue
		}
		var size int64
		for n, e := range all {
			if size += e.size; size > maxMerged {
				return all[:n]
			}
		}
		return all
	}
	return nil
}

// merge writes the live reports of some segments as one and lists it in their
// stead.
func (a *Adder) merge(chosen []entry) error {
	x, err := open(a.dir, chosen)
	if err != nil {
		return err
	}
	defer x.Close()
	m := &merger{x: x, halt: &a.halt}
	merged := entry{}
	if x.Len() > 0 {
		merged, err = a.write(a.newFile("seg"), func(out io.Writer) (*footer, error) { return m.write(out) })
		if err != nil {
			return err
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	dead, err := a.meanwhile(chosen, m)
	if err != nil {
		return err
	}
	entries := slices.DeleteFunc(slices.Clone(a.m.entries), func(e entry) bool {
		return slices.ContainsFunc(chosen, func(c entry) bool { return c.name == e.name })
	})
	if merged.reports > 0 && len(dead) < int(merged.reports) {
		if len(dead) > 0 {
			if err := a.writeDead(&merged, dead); err != nil {
				return err
			}
		}
		entries = append(entries, merged)
	}
	return a.list(entries)
}

// meanwhile gives the new numbers of reports that were replaced since the merge
// began.
func (a *Adder) meanwhile(chosen []entry, m *merger) (dead []uint32, err error) {
	for i, c := range chosen {
		at := slices.IndexFunc(a.m.entries, func(e entry) bool { return e.name == c.name })
		if now := a.m.entries[at]; now.dead != c.dead {
			gone, err := readDead(a.dir, now)
			if err != nil {
				return nil, err
			}
			for doc := range gone {
				if !m.x.segments[i].dead[doc] {
					dead = append(dead, m.numbers[i][doc])
				}
			}
		}
	}
	return dead, nil
}
