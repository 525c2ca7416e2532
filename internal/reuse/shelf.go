package reuse

import (
	"io"
	"sync/atomic"
)

// shelf gives the rows of reports: those that are held, and others that are
// cut again from texts in memory or in a room. Each goroutine has its own,
// beside a hall that all share.
type shelf struct {
	docs    *docs
	hall    *hall
	room    io.ReaderAt
	texts   Texts // instead of places and the room, if set
	scanner *Scanner

	last  fullRow // the report that was cut last
	fresh uint32
	cut   bool          // that there is one
	chunk chunk[uint32] // of the hall's rows
}

// hall is the rows of a range of reports, each cut when it is first asked for
// and then held for all, until the next range takes the room.
type hall struct {
	first, last uint32
	rows        []atomic.Pointer[Row]
}

func newHall(first, last uint32) *hall {
	return &hall{first: first, last: last, rows: make([]atomic.Pointer[Row], last-first)}
}

// row gives the row of a report. One outside the hall that is not held is valid
// until the next such one is asked for.
func (s *shelf) row(doc uint32) (*Row, error) {
	if r := s.docs.rows[doc]; r != nil {
		return r, nil
	}
	inHall := s.hall != nil && doc >= s.hall.first && doc < s.hall.last
	if inHall {
		if r := s.hall.rows[doc-s.hall.first].Load(); r != nil {
			return r, nil
		}
	}
	full, err := s.again(doc)
	if err != nil || !inHall {
		return full, err
	}
	r := &Row{}
	r.fill(full, s.chunk.take(len(full.Words)+blocks(len(full.Words))))
	// Two workers may cut the same report: the rows are the same.
	s.hall.rows[doc-s.hall.first].Store(r)
	return r, nil
}

// again cuts a report from its text, unless it was the last one cut.
func (s *shelf) again(doc uint32) (*Row, error) {
	if s.cut && s.fresh == doc {
		return &s.last.row, nil
	}
	s.cut = false
	r, err := s.another(doc, &s.last)
	s.fresh, s.cut = doc, err == nil
	return r, err
}

// fullRow is a row that was cut again, and its room.
type fullRow struct {
	row  Row
	text []byte
}

// another gives the full row of a report in a room of the caller's.
func (s *shelf) another(doc uint32, b *fullRow) (*Row, error) {
	if r := s.docs.rows[doc]; r != nil && r.full() {
		return r, nil
	}
	text, err := s.read(doc, 0, s.size(doc), &b.text)
	if err != nil {
		return nil, err
	}
	s.scanner.Scan(text, &b.row)
	return &b.row, nil
}

// size is the bytes of a report's text; the whole of it, where that is not
// known.
func (s *shelf) size(doc uint32) int {
	if s.texts != nil {
		return -1
	}
	return s.docs.texts[doc].size
}

// read gives bytes of a report's text, up to its end where to is below 0, in
// room where they are not in memory.
func (s *shelf) read(doc uint32, from, to int, room *[]byte) (string, error) {
	if s.texts != nil {
		text, err := s.texts(doc)
		if err != nil {
			return "", err
		}
		if to < 0 {
			to = len(text)
		}
		return text[from:to], nil
	}
	p := &s.docs.texts[doc]
	if p.text != "" || p.size == 0 {
		return p.text[from:to], nil
	}
	if cap(*room) < to-from {
		*room = make([]byte, to-from)
	}
	bytes := (*room)[:to-from]
	if _, err := s.room.ReadAt(bytes, p.at+int64(from)); err != nil {
		return "", err
	}
	return stringOf(bytes), nil
}

// piece is words of a report, and the room that they take.
type piece struct {
	side
	cut  Row    // where the words are cut again
	room []byte // of their text

	// again says that the next words will often be of the same report: then the
	// whole of its text is read, and kept.
	again bool
	doc   uint32
	whole string
}

// wholeText is the length up to which a text is read whole for a few words.
const wholeText = 1 << 15

// read gives bytes of a report's text.
func (p *piece) read(s *shelf, doc uint32, from, to int) (string, error) {
	where := &s.docs.texts[doc]
	if !p.again || where.text != "" || where.size > wholeText || s.texts != nil {
		return s.read(doc, from, to, &p.room)
	}
	if p.whole == "" || p.doc != doc {
		p.whole = ""
		text, err := s.read(doc, 0, where.size, &p.room)
		if err != nil {
			return "", err
		}
		p.doc, p.whole = doc, text
	}
	return p.whole[from:to], nil
}

// words gives words first to last of a report, whose row is r.
func (s *shelf) words(doc uint32, r *Row, first, last int, p *piece) (err error) {
	if r.full() {
		p.side = side{row: r, text: r.Text}
		return nil
	}
	if r.near != nil {
		if r.Text != "" {
			p.side = side{row: r, text: r.Text}
			return nil
		}
		p.side = side{row: r}
		at := p.placed(first, last)
		p.from = at.start
		p.text, err = p.read(s, doc, int(at.start), int(at.end))
		return err
	}
	k, end := first/sparsely, s.size(doc)
	if next := (last + sparsely - 1) / sparsely; next < len(r.sparse) {
		end = int(r.sparse[next])
	}
	p.side = side{row: &p.cut, first: k * sparsely, at: r.sparse[k], from: r.sparse[k]}
	if p.text, err = p.read(s, doc, int(p.from), end); err != nil {
		return err
	}
	s.scanner.Scan(p.text, &p.cut)
	return nil
}
