package reuse

import "io"

// shelf gives the rows of reports: kept ones, or those that are cut again from
// a text, in memory or in a room. Each goroutine has its own.
type shelf struct {
	docs   *docs
	room   io.ReaderAt
	allot  int // bytes that rows cut again may take
	taken  int
	cut    map[uint32]*Row
	recent []uint32 // reports of cut, oldest first
	work   Row
}

func newShelf(d *docs, room io.ReaderAt, allot int) *shelf {
	return &shelf{docs: d, room: room, allot: allot, cut: map[uint32]*Row{}}
}

// row gives the row of a report. At least the last two rows given stay valid.
func (s *shelf) row(scanner *Scanner, doc uint32) (*Row, error) {
	if r := s.docs.rows[doc]; r != nil {
		return r, nil
	}
	if r := s.cut[doc]; r != nil {
		return r, nil
	}
	text, err := s.text(doc)
	if err != nil {
		return nil, err
	}
	scanner.Scan(text, &s.work)
	r := s.work.Clone()
	s.put(doc, r)
	return r, nil
}

func (s *shelf) text(doc uint32) (string, error) {
	p := s.docs.texts[doc]
	if p.text != "" || p.size == 0 {
		return p.text, nil
	}
	bytes := make([]byte, p.size)
	if _, err := s.room.ReadAt(bytes, p.at); err != nil {
		return "", err
	}
	return stringOf(bytes), nil
}

func (s *shelf) put(doc uint32, r *Row) {
	s.cut[doc] = r
	s.recent = append(s.recent, doc)
	s.taken += s.bytes(doc, r)
	for s.taken > s.allot && len(s.recent) > 2 {
		old := s.recent[0]
		s.recent = s.recent[1:]
		s.taken -= s.bytes(old, s.cut[old])
		delete(s.cut, old)
	}
}

func (s *shelf) bytes(doc uint32, r *Row) int {
	n := 12*len(r.Words) + 64
	if s.docs.texts[doc].text == "" {
		n += len(r.Text)
	}
	return n
}
