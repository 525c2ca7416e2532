package reuse

import (
	"cmp"
	"slices"
)

// A crowd is the many reports that share one run around a shingle. Crowds of
// one paragraph follow one another shingle by shingle with mostly the same
// members, so they are gathered at their hub, the earliest member, and in each
// crowd only those who were not in the one before are paired: the passages of
// the others extend through.

// Member is a report in a crowd. Near tells where beside its word it is in a
// crowd of more than the most owners: bit d+nearest, d words on.
type Member struct{ Hub, HubWord, Doc, Word, Near uint32 }

// Place is a word of a report.
type Place struct{ Doc, Word uint32 }

// crowd notes the postings of a bucket as members of one crowd. Those of one
// report stand together.
func (l *linker) crowd(bucket []Posting) {
	hub, owners := bucket[0], 1
	for i, p := range bucket[1:] {
		if l.docs.age[p.Doc] < l.docs.age[hub.Doc] {
			hub = p
		}
		if p.Doc != bucket[i].Doc {
			owners++
		}
	}
	for _, p := range bucket {
		l.crowds = append(l.crowds, Member{Hub: hub.Doc, HubWord: hub.Word, Doc: p.Doc, Word: p.Word})
	}
	if owners <= l.docs.owners {
		return
	}
	for _, p := range bucket {
		l.frequent = append(l.frequent, Place{p.Doc, p.Word})
	}
}

// nearest is how far from a shingle at the edge of a paragraph one may be that
// all who have the paragraph keep.
const nearest = Guarantee

// noteNear notes for members where frequent places are near. A shingle at the
// edge of a paragraph is kept by some only of those who have it, since that
// depends on the words before it; by this it is seen to belong to a run that
// is over the cut.
func noteNear(members []Member, frequent []Place) {
	slices.SortFunc(frequent, comparePlaces)
	frequent = slices.Compact(frequent)
	for i := range members {
		m := &members[i]
		from := Place{m.Doc, m.Word - min(m.Word, nearest)}
		at, _ := slices.BinarySearchFunc(frequent, from, comparePlaces)
		for ; at < len(frequent) && frequent[at].Doc == m.Doc && frequent[at].Word <= m.Word+nearest; at++ {
			m.Near |= 1 << (frequent[at].Word + nearest - m.Word)
		}
	}
}

func comparePlaces(x, y Place) int {
	return cmp.Or(cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Word, y.Word))
}

// isEdge says whether all members of a crowd are at one distance from a run
// that is over the cut: by that run they are paired already, as the rule has it.
func isEdge(crowd []Member) bool {
	near := ^uint32(0)
	for _, m := range crowd {
		near &= m.Near
	}
	return near != 0
}

// crowds pairs the members of the crowds of a range of hubs.
type crowds struct {
	docs  *docs
	seen  []standing // by report
	links []Link
	order []uint32
}

// standing is when a report was last seen in a crowd, and how far its word was
// from the hub's.
type standing struct {
	hub, crowd uint32 // crowds of a hub are counted from 1
	off        int64
}

func newCrowds(d *docs) *crowds { return &crowds{docs: d} }

func (c *crowds) read(members []Member) {
	if len(members) > 0 && c.seen == nil {
		c.seen = make([]standing, len(c.docs.doc))
	}
	slices.SortFunc(members, func(x, y Member) int {
		return cmp.Or(cmp.Compare(x.Hub, y.Hub), cmp.Compare(x.HubWord, y.HubWord),
			cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Word, y.Word))
	})
	members = slices.Compact(members)
	var number, hub, word uint32
	for start, end := 0, 0; start < len(members); start = end {
		m := members[start]
		end = start + 1
		for end < len(members) && members[end].Hub == m.Hub && members[end].HubWord == m.HubWord {
			end++
		}
		if isEdge(members[start:end]) && owners(members[start:end]) <= c.docs.owners {
			continue
		}
		switch {
		case number == 0 || m.Hub != hub:
			number = 1
		case m.HubWord-word > shingle:
			number += 2 // nobody extends over a hole
		default:
			number++
		}
		hub, word = m.Hub, m.HubWord
		c.pair(members[start:end], number)
	}
}

// pair links every newcomer with all members, or with the earliest where they
// are too many.
func (c *crowds) pair(crowd []Member, number uint32) {
	partners := crowd
	if owners(crowd) > c.docs.owners {
		partners = c.earliest(crowd)
	}
	for _, m := range crowd {
		if c.stands(m, number) {
			continue
		}
		for _, p := range partners {
			// Two newcomers are paired once, by the lower one, unless that one
			// is no partner of the other.
			if p.Doc == m.Doc || len(partners) == len(crowd) && p.Doc < m.Doc && !c.stands(p, number) {
				continue
			}
			c.link(m, p)
		}
	}
	for _, m := range crowd {
		c.seen[m.Doc] = standing{m.Hub + 1, number, off(m)}
	}
}

func off(m Member) int64 { return int64(m.Word) - int64(m.HubWord) }

// stands says whether the member was in the crowd before, at the same place
// beside the hub.
func (c *crowds) stands(m Member, number uint32) bool {
	s := c.seen[m.Doc]
	return s.hub == m.Hub+1 && s.crowd == number-1 && s.off == off(m)
}

func (c *crowds) link(m, p Member) {
	if p.Doc < m.Doc {
		m, p = p, m
	}
	c.links = append(c.links, Link{m.Doc, p.Doc, m.Word, p.Word})
}

func owners(crowd []Member) int {
	n := 0
	for i, m := range crowd {
		if i == 0 || crowd[i-1].Doc != m.Doc {
			n++
		}
	}
	return n
}

// earliest gives the members of the first reports by time.
func (c *crowds) earliest(crowd []Member) []Member {
	c.order = c.order[:0]
	for i, m := range crowd {
		if i == 0 || crowd[i-1].Doc != m.Doc {
			c.order = append(c.order, m.Doc)
		}
	}
	slices.SortFunc(c.order, func(x, y uint32) int { return cmp.Compare(c.docs.age[x], c.docs.age[y]) })
	first := c.order[:min(Earliest, len(c.order))]
	var partners []Member
	for _, m := range crowd {
		if slices.Contains(first, m.Doc) {
			partners = append(partners, m)
		}
	}
	return partners
}
