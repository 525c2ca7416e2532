package index

import (
	"cmp"
	"container/heap"
	"io"
	"math"
	"slices"
	"sync/atomic"
)

const (
	// wholeChapter is the bytes from which on a chapter is copied as it is when
	// segments are merged; smaller ones are written anew, together.
	wholeChapter = 2 << 20
	// mostGone is one in how many of its reports may be dead in a chapter that
	// is copied.
	mostGone = 4
)

// merger writes the live reports of some segments as one.
type merger struct {
	x       *Index
	halt    *atomic.Bool
	w       *segmentWriter
	copied  []map[int]int64 // of each segment: the chapters that were copied, and how far
	numbers [][]uint32      // of each segment: the new numbers of its reports

	chapter *chapterWriter
	anew    []uint32 // the reports of the open chapter
	room    []byte
	whole   []byte
}

// gone is the new number of a dead report.
const gone = math.MaxUint32

func (m *merger) write(out io.Writer) (*footer, error) {
	w, err := newSegmentWriter(out)
	if err != nil {
		return nil, err
	}
	m.w, m.chapter = w, newChapterWriter()
	for _, step := range []func() error{m.copyChapters, m.reports, m.endChapter, m.postings} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return &w.foot, w.close()
}

// copyChapters copies the large ones.
func (m *merger) copyChapters() error {
	for _, s := range m.x.segments {
		copied := map[int]int64{}
		m.copied = append(m.copied, copied)
		all, dead, err := chapterReports(s)
		if err != nil {
			return err
		}
		start := int64(0)
		for i := range s.chapters {
			end, err := s.chapterEnd(i)
			if err != nil {
				return err
			}
			if end-start >= wholeChapter && dead[i] <= all[i]/mostGone {
				b, err := s.part(textsSection, start, int(end-start))
				if err != nil {
					return err
				}
				to, err := m.w.chapter(b)
				if err != nil {
					return err
				}
				copied[i] = int64(to) - start
			}
			start = end
		}
	}
	return nil
}

// chapterReports counts the reports of each chapter, and the dead ones.
func chapterReports(s *segment) (all, dead []int, err error) {
	all, dead = make([]int, len(s.chapters)), make([]int, len(s.chapters))
	for doc := range s.foot.reports {
		r, err := s.row(doc)
		if err != nil {
			return nil, nil, err
		}
		i, err := s.chapterOf(r.text)
		if err != nil {
			return nil, nil, err
		}
		if all[i]++; s.dead[doc] {
			dead[i]++
		}
	}
	return all, dead, nil
}

// cursor is the next live report of a segment.
type cursor struct {
	segment int
	s       *segment
	doc     uint32
	head    Report // without text
	room    []byte
}

// next goes to the first live report from doc on; false at the end.
func (c *cursor) next() (bool, error) {
	for c.s.dead[c.doc] {
		c.doc++
	}
	if c.doc >= c.s.foot.reports {
		return false, nil
	}
	var err error
	c.head, c.room, err = c.s.report(c.doc, true, c.room)
	return true, err
}

// cursors is a heap, the oldest report first.
type cursors []*cursor

func (c cursors) Len() int           { return len(c) }
func (c cursors) Less(i, j int) bool { return older(&c[i].head, &c[j].head) < 0 }
func (c cursors) Swap(i, j int)      { c[i], c[j] = c[j], c[i] }
func (c *cursors) Push(x any)        { *c = append(*c, x.(*cursor)) }
func (c *cursors) Pop() any {
	last := (*c)[len(*c)-1]
	*c = (*c)[:len(*c)-1]
	return last
}

// reports numbers the live reports by age, and writes those anew whose chapters
// were not copied.
func (m *merger) reports() error {
	var open cursors
	for i, s := range m.x.segments {
		numbers := make([]uint32, s.foot.reports)
		for doc := range numbers {
			numbers[doc] = gone
		}
		m.numbers = append(m.numbers, numbers)
		c := &cursor{segment: i, s: s}
		if more, err := c.next(); err != nil {
			return err
		} else if more {
			open = append(open, c)
		}
	}
	heap.Init(&open)
	for len(open) > 0 {
		c := open[0]
		if err := m.report(c); err != nil {
			return err
		}
		c.doc++
		if more, err := c.next(); err != nil {
			return err
		} else if more {
			heap.Fix(&open, 0)
		} else {
			heap.Pop(&open)
		}
	}
	return nil
}

// report numbers one.
func (m *merger) report(c *cursor) error {
	if m.halt.Load() {
		return errHalted
	}
	number := uint32(len(m.w.rows))
	m.numbers[c.segment][c.doc] = number
	row, err := c.s.row(c.doc)
	if err != nil {
		return err
	}
	m.w.report(row.name, c.head.Outlet)
	i, err := c.s.chapterOf(row.text)
	if err != nil {
		return err
	}
	if by, ok := m.copied[c.segment][i]; ok {
		m.w.rows[number].text = uint32(int64(row.text) + by)
		return nil
	}
	var r Report
	if r, m.whole, err = c.s.report(c.doc, false, m.whole); err != nil {
		return err
	}
	m.room = m.chapter.report(&r, m.room)
	if m.anew = append(m.anew, number); m.chapter.size+reportCost*len(m.anew) < batchLen {
		return nil
	}
	return m.endChapter()
}

// endChapter writes the reports that were gathered.
func (m *merger) endChapter() error {
	if len(m.anew) == 0 {
		return nil
	}
	b, starts := m.chapter.encode()
	begin, err := m.w.chapter(b)
	if err != nil {
		return err
	}
	for i, number := range m.anew {
		m.w.rows[number].text = begin + starts[i]
	}
	m.chapter.reset()
	m.anew = m.anew[:0]
	return nil
}

// postings writes the postings under the new numbers, a range of hashes after
// the other.
func (m *merger) postings() error {
	most := 0
	common := uint8(math.MaxUint8)
	for _, s := range m.x.segments {
		most += int(s.foot.postings)
		common = min(common, s.code.bucketBits)
	}
	m.w.beginPostings(most)
	var room []posting
	for part := range uint64(1) << common {
		if m.halt.Load() {
			return errHalted
		}
		room = room[:0]
		for i, s := range m.x.segments {
			deeper := s.code.bucketBits - common
			err := s.each(part<<deeper, (part+1)<<deeper, func(p posting) error {
				if p.doc = m.numbers[i][p.doc]; p.doc != gone {
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
			if err := m.w.posting(p); err != nil {
				return err
			}
		}
	}
	return nil
}

func comparePostings(p, q posting) int {
	if p.hash != q.hash {
		return cmp.Compare(p.hash, q.hash)
	}
	return cmp.Or(cmp.Compare(p.doc, q.doc), cmp.Compare(p.context, q.context))
}
