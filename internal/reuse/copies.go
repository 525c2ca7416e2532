package reuse

import (
	"cmp"
	"slices"
)

// Reports with the same words are searched as one. Their pairs are made
// afterwards, under the same rule as all others: where more than the most owners
// would meet, each is paired with the earliest only.

// pairs calls visit with every copy of x beside every copy of y, by their
// places among the copies.
func (d *docs) pairs(xs, ys []uint32, visit func(i, j int) error) error {
	if len(xs)+len(ys) <= d.owners {
		return product(whole(xs), whole(ys), nil, visit)
	}
	firstX, firstY := earliest(xs, d.age), earliest(ys, d.age)
	if err := product(whole(xs), firstY, nil, visit); err != nil {
		return err
	}
	return product(firstX, whole(ys), firstY, visit)
}

// whole gives all places of a list.
func whole(list []uint32) []int {
	places := make([]int, len(list))
	for i := range places {
		places[i] = i
	}
	return places
}

// product visits all pairs but those whose second is in without.
func product(xs, ys, without []int, visit func(i, j int) error) error {
	for _, i := range xs {
		for _, j := range ys {
			if slices.Contains(without, j) {
				continue
			}
			if err := visit(i, j); err != nil {
				return err
			}
		}
	}
	return nil
}

// withoutCopies drops the postings of copies: they are searched as one.
func (d *docs) withoutCopies(postings []Posting) []Posting {
	kept := postings[:0]
	for _, p := range postings {
		if d.first[p.Doc] == p.Doc {
			kept = append(kept, p)
		}
	}
	return kept
}

// all gives a report with its copies.
func (d *docs) all(x uint32) []uint32 {
	if copies := d.copies[x]; copies != nil {
		return copies
	}
	return []uint32{x}
}

// among visits the pairs of copies, by their places among them.
func (d *docs) among(copies []uint32, visit func(i, j int) error) error {
	partners := whole(copies)
	if len(copies) > d.owners {
		partners = earliest(copies, d.age)
	}
	for j := range copies {
		for _, i := range partners {
			if i == j || i > j && slices.Contains(partners, j) {
				continue
			}
			if err := visit(i, j); err != nil {
				return err
			}
		}
	}
	return nil
}

// earliest gives the first reports by time, by their places in the list.
func earliest(reports, age []uint32) []int {
	order := whole(reports)
	slices.SortFunc(order, func(x, y int) int { return cmp.Compare(age[reports[x]], age[reports[y]]) })
	return order[:min(Earliest, len(order))]
}

// copyRooms is where the same words stand in each of several copies.
type copyRooms struct {
	a, b  []copied
	full  fullRow
	piece piece
}

// copied is where words stand in a copy. same is false where hashes misled:
// the words are others.
type copied struct {
	placed
	same bool
}

// where finds words first to last in every one of the copies. They are those
// of the first copy, which are given.
func (m *matcher) where(copies []uint32, want *side, first, last int, room []copied) ([]copied, error) {
	room = room[:0]
	for _, doc := range copies {
		r := m.docs.rows[doc]
		if r == nil {
			var err error
			if r, err = m.shelf.another(doc, &m.copies.full); err != nil {
				return nil, err
			}
		}
		p := &m.copies.piece
		if err := m.shelf.words(doc, r, first, last, p); err != nil {
			return nil, err
		}
		same := sameWords(m.scanner, want, &p.side, first, first, last-first)
		room = append(room, copied{p.placed(first, last), same})
	}
	return room, nil
}

// addCopies gives a passage to every pair of copies of two reports, of which
// the pieces at hand are words.
func (m *matcher) addCopies(links []Link, p run) (err error) {
	xs, ys := m.docs.all(links[0].A), m.docs.all(links[0].B)
	if m.copies.a, err = m.where(xs, &m.a.side, p.a0, p.a1, m.copies.a); err != nil {
		return err
	}
	if m.copies.b, err = m.where(ys, &m.b.side, p.b0, p.b1, m.copies.b); err != nil {
		return err
	}
	return m.docs.pairs(xs, ys, func(i, j int) error {
		a, b := m.copies.a[i], m.copies.b[j]
		if !a.same || !b.same {
			return m.exactly(links, xs[i], ys[j])
		}
		m.put(xs[i], ys[j], a.placed, b.placed, p)
		return nil
	})
}

// alike makes the passages among the copies of a report: all of their words.
func (m *matcher) alike(copies []uint32) error {
	first, err := m.shelf.another(copies[0], &fullRow{})
	if err != nil {
		return err
	}
	n := len(first.Words)
	if n < m.minWords {
		return nil
	}
	m.a.side = side{row: first, text: first.Text}
	if m.copies.a, err = m.where(copies, &m.a.side, 0, n, m.copies.a); err != nil {
		return err
	}
	return m.docs.among(copies, func(i, j int) error {
		a, b := m.copies.a[i], m.copies.a[j]
		if !a.same || !b.same {
			return m.exactly([]Link{{A: copies[i], B: copies[j]}}, copies[i], copies[j])
		}
		m.put(copies[i], copies[j], a.placed, b.placed, run{equal: n, columns: n})
		return nil
	})
}
