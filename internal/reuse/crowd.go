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

// Member is a report in a crowd.
type Member struct{ Hub, HubWord, Doc, Word uint32 }

// crowd notes the postings of a bucket as members of one crowd.
func (l *linker) crowd(bucket []Posting) {
	hub := bucket[0]
	for _, p := range bucket[1:] {
		if l.docs.age[p.Doc] < l.docs.age[hub.Doc] {
			hub = p
		}
	}
	for _, p := range bucket {
		l.crowds = append(l.crowds, Member{hub.Doc, hub.Word, p.Doc, p.Word})
	}
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

func newCrowds(d *docs) *crowds { return &crowds{docs: d, seen: make([]standing, len(d.doc))} }

func (c *crowds) read(members []Member) {
	slices.SortFunc(members, func(x, y Member) int {
		return cmp.Or(cmp.Compare(x.Hub, y.Hub), cmp.Compare(x.HubWord, y.HubWord), cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Word, y.Word))
	})
	members = slices.Compact(members)
	var number, hub, word uint32
	for start := 0; start < len(members); {
		m := members[start]
		end := start + 1
		for end < len(members) && members[end].Hub == m.Hub && members[end].HubWord == m.HubWord {
			end++
		}
		switch {
		case start == 0 || m.Hub != hub:
			number = 1
		case m.HubWord-word > shingle:
			number += 2 // nobody extends over a hole
		default:
			number++
		}
		hub, word = m.Hub, m.HubWord
		c.pair(members[start:end], number)
		start = end
	}
}

// pair links every newcomer with all members, or with the earliest where they
// are too many.
func (c *crowds) pair(crowd []Member, number uint32) {
	partners := crowd
	if owners(crowd) > MaxOwners {
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
