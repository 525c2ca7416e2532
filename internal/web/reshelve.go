package web

import (
	"crypto/sha256"
	"io"
	"slices"
	"sync"

	"stemma"
)

// A case that grows is put on its shelf again and again, and each time nearly all of it is
// what it was. So a shelver keeps of each story what belonged to it and where that lies, and
// of each order the claims in that order: from which those of stories that are others by now
// are taken out, and into which the new ones are put.

// shelvedStory is a story on the shelf.
type shelvedStory struct {
	belongings
	place  storyPlace
	claims []tableClaim
	words  storyWords
	listed [sha256.Size]byte // a digest of the words and of all ids
	turned bool              // the story has changed or is gone
}

// shelveStories shelves each story of a dossier, and numbers the claims of all.
func (h *Shelver) shelveStories(s *shelving, d *stemma.Dossier, render Renderers) []*shelvedStory {
	c := newCutter(d)
	order, stories := h.known(c), make(map[string]*shelvedStory, len(d.Stories))
	var anew []*shelvedStory
	for i, x := range order {
		if x == nil || !s.hasAll(&x.place) {
			x = &shelvedStory{belongings: c.cut(&d.Stories[i]).clone()}
			x.shelve(s, render)
			anew = append(anew, x)
		}
		order[i], stories[x.Story.ID] = x, x
	}
	for _, x := range h.order {
		x.turned = stories[x.Story.ID] != x
	}
	s.flush()
	if !isSubsequence(h.order, order) {
		anew, h.orders = order, nil
	}
	h.stories, h.order, h.anew = stories, order, anew
	h.number()
	return order
}

// known are the stories of a dossier as they were shelved; nil for those of which something has
// changed. Each is compared by itself, so two goroutines do.
func (h *Shelver) known(c *cutter) []*shelvedStory {
	all := make([]*shelvedStory, len(c.d.Stories))
	var wait sync.WaitGroup
	for first := range 2 {
		wait.Go(func() {
			own := *c
			own.room = belongings{}
			for i := first; i < len(all); i += 2 {
				st := &c.d.Stories[i]
				if x := h.stories[st.ID]; x != nil && x.isAs(own.cut(st)) {
					all[i] = x
				}
			}
		})
	}
	wait.Wait()
	return all
}

// hasAll says whether all of a story is on the shelf.
func (s *shelving) hasAll(of *storyPlace) bool {
	return s.has(of.Part) && !slices.ContainsFunc(of.Rows, func(key string) bool { return !s.has(key) })
}

// shelve puts a story on the shelf.
func (x *shelvedStory) shelve(s *shelving, render Renderers) {
	x.place = storyPlace{ID: x.Story.ID, Claims: len(x.Story.Claims), Part: s.add(x.part())}
	x.claims = claimsOf(&x.Story)
	for i := range x.claims {
		x.claims[i].shelved = x
	}
	x.words = claimWords(x.claims)
	x.listed = x.digest()
	for chunk := range slices.Chunk(x.claims, chunkRows) {
		rows := make([]ClaimRow, len(chunk))
		for i := range chunk {
			rows[i] = chunk[i].shown(render.Verdict)
		}
		x.place.Rows = append(x.place.Rows, s.add(rows))
	}
}

// digest is that of what a story is found by.
func (x *shelvedStory) digest() (sum [sha256.Size]byte) {
	of := sha256.New()
	for _, words := range x.words {
		of.Write(words)
	}
	x.eachID(func(id string) { io.WriteString(of, id) })
	of.Sum(sum[:0])
	return sum
}

// isSubsequence says whether those of the first stories that have not changed stand in the
// second list in the same order.
func isSubsequence(before, now []*shelvedStory) bool {
	for _, x := range before {
		if x.turned {
			continue
		}
		at := slices.Index(now, x)
		if at < 0 {
			return false
		}
		now = now[at+1:]
	}
	return true
}

// number gives each claim its row.
func (h *Shelver) number() {
	row := int32(0)
	for _, x := range h.order {
		for i := range x.claims {
			x.claims[i].row = row
			row++
		}
	}
}

// reorder takes the claims that have changed out of each order, and puts those of the stories in
// that were shelved anew.
func (h *Shelver) reorder() [][]*tableClaim {
	if h.orders == nil {
		h.orders = make([][]*tableClaim, len(columns()))
	}
	var wait sync.WaitGroup
	for at, by := range columns() {
		wait.Go(func() { h.orders[at] = reordered(h.orders[at], h.anew, comparison(by)) })
	}
	wait.Wait()
	h.anew = nil
	return h.orders
}

// reordered is an order without the claims that have changed, and with those of some stories.
func reordered(order []*tableClaim, anew []*shelvedStory, compare func(a, b *tableClaim) int) []*tableClaim {
	var fresh []*tableClaim
	for _, x := range anew {
		for i := range x.claims {
			fresh = append(fresh, &x.claims[i])
		}
	}
	slices.SortFunc(fresh, compare)
	return merged(slices.DeleteFunc(order, func(t *tableClaim) bool { return t.shelved.turned }), fresh, compare)
}

// merged is one list of two that are in order, the second of which is mostly short.
func merged(long, short []*tableClaim, compare func(a, b *tableClaim) int) []*tableClaim {
	all := make([]*tableClaim, 0, len(long)+len(short))
	for _, t := range short {
		at, _ := slices.BinarySearchFunc(long, t, compare)
		all = append(append(all, long[:at]...), t)
		long = long[at:]
	}
	return append(all, long...)
}

// eachID calls do with the ids of a story and of what is found in it.
func (b *belongings) eachID(do func(id string)) {
	for i := range b.reports {
		do(b.reports[i].ID)
	}
	for i := range b.Attributions {
		do(b.Attributions[i].ID)
	}
	st := &b.Story
	do(st.ID)
	for i := range st.Claims {
		do(st.Claims[i].ID)
	}
	for i := range st.Descents {
		do(st.Descents[i].ID)
	}
	for i := range st.Drifts {
		do(st.Drifts[i].ID)
	}
	for i := range st.Origins {
		do(st.Origins[i].ID)
	}
}
