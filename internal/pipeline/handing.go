package pipeline

import (
	"sync"

	"stemma"
)

// handing takes the stories that are told, in whatever order they are done, gives them
// their ids in the order of their groups, and holds them, or hands them on and lets go of
// them as soon as those before are told.
type handing struct {
	told  func(*stemma.Story) error
	whole bool // all are held
	names *namer
	order map[string]int // of the reports

	mu   sync.Mutex
	next int              // the first group that was not handed over
	done []bool           // of each group
	wait [][]stemma.Story // of each group that is done and was not handed over
	held []stemma.Story
	err  error // the first of told
}

// expect readies for so many groups.
func (h *handing) expect(groups int) {
	h.done, h.wait = make([]bool, groups), make([][]stemma.Story, groups)
}

// over hands over the stories of a group.
func (h *handing) over(group int, stories []stemma.Story) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.done[group], h.wait[group] = true, stories
	for ; h.next < len(h.done) && h.done[h.next]; h.next++ {
		for i := range h.wait[h.next] {
			h.take(&h.wait[h.next][i])
		}
		h.wait[h.next] = nil
	}
}

// take names a story, and holds it or hands it on.
func (h *handing) take(s *stemma.Story) {
	h.names.inStory(s, h.order)
	if h.whole {
		h.held = append(h.held, *s)
		return
	}
	if h.err == nil {
		h.err = h.told(s)
	}
}
