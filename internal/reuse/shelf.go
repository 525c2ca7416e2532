package reuse

import "io"

// shelf gives the rows of reports: kept ones, or those that are cut again from
// a text, in memory or in a room. Each goroutine has its own. What leaves the
// shelf leaves its room to what comes, so that cutting again makes no garbage.
type shelf struct {
	docs   *docs
	room   io.ReaderAt
	allot  int // bytes that rows cut again may take
	taken  int
	books  map[uint32]*book
	queue  []uint32 // reports of books, oldest first
	spare  []*book
	pinned uint32 // the report given last
	work   Row
}

// book is a row that was cut again.
type book struct {
	row   Row
	words []uint32 // room of the row
	text  []byte   // room of its text
}

func (b *book) bytes() int { return 4*cap(b.words) + cap(b.text) + 128 }

func newShelf(d *docs, room io.ReaderAt, allot int) *shelf {
	return &shelf{docs: d, room: room, allot: allot, books: map[uint32]*book{}}
}

// row gives the row of a report. It and the one given before it stay valid.
func (s *shelf) row(scanner *Scanner, doc uint32) (*Row, error) {
	if r := s.docs.rows[doc]; r != nil {
		return r, nil
	}
	b := s.books[doc]
	if b == nil {
		b = s.blank()
		text, err := s.text(doc, b)
		if err != nil {
			return nil, err
		}
		scanner.Scan(text, &s.work)
		b.copy(&s.work)
		s.books[doc] = b
		s.queue = append(s.queue, doc)
		s.taken += b.bytes()
	}
	s.pinned = doc
	return &b.row, nil
}

// blank makes room for a book, by taking out the oldest ones where the shelf
// is full.
func (s *shelf) blank() *book {
	for n := len(s.queue); s.taken > s.allot && n > 2; n-- {
		old := s.queue[0]
		s.queue = s.queue[1:]
		if old == s.pinned {
			s.queue = append(s.queue, old)
			continue
		}
		b := s.books[old]
		delete(s.books, old)
		s.taken -= b.bytes()
		s.spare = append(s.spare, b)
	}
	if n := len(s.spare); n > 0 {
		b := s.spare[n-1]
		s.spare = s.spare[:n-1]
		return b
	}
	return &book{}
}

func (s *shelf) text(doc uint32, b *book) (string, error) {
	p := s.docs.texts[doc]
	if p.text != "" || p.size == 0 {
		return p.text, nil
	}
	if cap(b.text) < p.size {
		b.text = make([]byte, p.size)
	}
	b.text = b.text[:p.size]
	if _, err := s.room.ReadAt(b.text, p.at); err != nil {
		return "", err
	}
	return stringOf(b.text), nil
}

// copy takes a row over into the book's room.
func (b *book) copy(r *Row) {
	n := len(r.Words)
	if cap(b.words) < 3*n {
		b.words = make([]uint32, 3*n)
	}
	w := b.words[:cap(b.words)]
	b.row = Row{Text: r.Text, Words: w[:n:n], Start: w[n : 2*n : 2*n], End: w[2*n : 3*n : 3*n]}
	copy(b.row.Words, r.Words)
	copy(b.row.Start, r.Start)
	copy(b.row.End, r.End)
}
