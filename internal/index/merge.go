package index

import (
	"io"
	"math"
	"math/bits"
	"slices"
)

const (
	// maxOfClass is how many segments of a size class there are before they
	// are merged; those of a class differ in size by less than 8 times.
	maxOfClass = 8
	// maxMerged bounds the bytes of postings that are merged to one segment,
	// whose offsets have 32 bits.
	maxMerged = 3 << 30
)

// class is a segment's class by its size.
func class(size int64) int { return max(0, bits.Len64(uint64(size))/3-5) }

// mergeAll merges until no class has too many segments. What is found does not
// depend on it. A segment of which all is dead is dropped.
func (a *Adder) mergeAll() error {
	for {
		chosen := a.crowded()
		if chosen == nil {
			return nil
		}
		merged, err := a.merge(chosen)
		if err != nil {
			return err
		}
		entries := slices.DeleteFunc(slices.Clone(a.m.entries), func(e entry) bool { return slices.Contains(chosen, e) })
		if merged.reports > 0 {
			entries = append(entries, merged)
		}
		if err := a.list(entries); err != nil {
			return err
		}
	}
}

// crowded gives the segments of the smallest class that has too many, or nil.
func (a *Adder) crowded() []entry {
	byClass := map[int][]entry{}
	for _, e := range a.m.entries {
		if e.size < maxMerged/maxOfClass {
			byClass[class(e.size)] = append(byClass[class(e.size)], e)
		}
	}
	for c := range 64 {
		if len(byClass[c]) > maxOfClass {
			return byClass[c]
		}
	}
	return nil
}

// merge writes the live reports of some segments as one.
func (a *Adder) merge(chosen []entry) (entry, error) {
	x, err := open(a.dir, &manifest{entries: chosen})
	if err != nil {
		return entry{}, err
	}
	defer x.Close()
	if x.Len() == 0 {
		return entry{}, nil
	}
	return a.write(func(out io.Writer) (*footer, error) { return mergeSegments(out, x) })
}

// mergeSegments writes the live reports of all segments of x as one.
func mergeSegments(out io.Writer, x *Index) (*footer, error) {
	postings := 0
	for _, s := range x.segments {
		postings += int(s.foot.postings)
	}
	dict, err := mergedDictionary(x)
	if err != nil {
		return nil, err
	}
	w, err := newSegmentWriter(out, dict, x.Len(), postings)
	if err != nil {
		return nil, err
	}
	numbers, err := mergeReports(w, x)
	if err != nil {
		return nil, err
	}
	if err := mergePostings(w, x, numbers); err != nil {
		return nil, err
	}
	return &w.foot, w.close()
}

func mergedDictionary(x *Index) ([]byte, error) {
	var all []ref
	var bytes int64
	for i, s := range x.segments {
		for doc := range s.foot.reports {
			all = append(all, ref{i, doc})
		}
		for b := range s.blockCount() {
			bytes += int64(s.blockAt(b).unpacked)
		}
	}
	return dictionary(len(all), bytes, func(i int) (Report, error) { return x.report(all[i]) })
}

// gone is the new number of a dead report.
const gone = math.MaxUint32

// cursor is the next live report of a segment.
type cursor struct {
	s       *segment
	numbers []uint32 // new ones, of the reports so far
	blocks  int      // unpacked so far
	rest    string
	r       Report
	done    bool
}

// next goes to the next live report.
func (c *cursor) next() error {
	for {
		for c.rest == "" {
			if c.blocks == c.s.blockCount() {
				c.done = true
				return nil
			}
			b, err := c.s.unpack(c.blocks)
			if err != nil {
				return err
			}
			c.rest = b
			c.blocks++
		}
		var err error
		if c.r, c.rest, err = next(c.rest); err != nil {
			return c.s.err(err)
		}
		if !c.s.dead[uint32(len(c.numbers))] {
			return nil
		}
		c.numbers = append(c.numbers, gone)
	}
}

// mergeReports writes the live reports by age, and gives their new numbers.
func mergeReports(w *segmentWriter, x *Index) ([][]uint32, error) {
	cursors := make([]*cursor, len(x.segments))
	for i, s := range x.segments {
		cursors[i] = &cursor{s: s}
		if err := cursors[i].next(); err != nil {
			return nil, err
		}
	}
	for {
		var oldest *cursor
		for _, c := range cursors {
			if !c.done && (oldest == nil || older(&c.r, &oldest.r) < 0) {
				oldest = c
			}
		}
		if oldest == nil {
			break
		}
		oldest.numbers = append(oldest.numbers, w.count)
		if err := w.report(&oldest.r); err != nil {
			return nil, err
		}
		if err := oldest.next(); err != nil {
			return nil, err
		}
	}
	numbers := make([][]uint32, len(cursors))
	for i, c := range cursors {
		numbers[i] = c.numbers
		if len(c.numbers) != int(c.s.foot.reports) {
			return nil, c.s.err(errRecord)
		}
	}
	return numbers, w.endReports()
}

// mergePostings writes the postings under the new numbers, a range of hashes
// after the other.
func mergePostings(w *segmentWriter, x *Index, numbers [][]uint32) error {
	common := uint8(math.MaxUint8)
	for _, s := range x.segments {
		common = min(common, s.code.bucketBits)
	}
	var room []posting
	for part := range uint64(1) << common {
		room = room[:0]
		for i, s := range x.segments {
			deeper := s.code.bucketBits - common
			err := s.each(part<<deeper, (part+1)<<deeper, func(p posting) error {
				if p.doc = numbers[i][p.doc]; p.doc != gone {
					room = append(room, p)
				}
				return nil
			})
			if err != nil {
				return err
			}
		}
		slices.SortFunc(room, comparePostings)
		for _, p := range room {
			if err := w.posting(p); err != nil {
				return err
			}
		}
	}
	return nil
}
