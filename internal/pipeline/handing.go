package pipeline

import (
	"slices"
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

	before map[string]namedStories // as the last trace named stories, by what they were made of; nil: nobody asks
	named  map[string]namedStories // as this one does

	mu   sync.Mutex
	next int       // the first group that was not handed over
	done []bool    // of each group
	wait []handful // of each group that is done and was not handed over
	held []stemma.Story
	err  error // the first of told
}

// handful is the stories of a group.
type handful struct {
	key     string // of what they were made of; "" where that is not asked
	stories []stemma.Story
	kept    bool // they are a memory's, and only read
}

// namedStories are the stories of a group with the ids that all of it was given.
type namedStories struct {
	stories []stemma.Story
	given   []givenID
}

// expect readies for so many groups.
func (h *handing) expect(groups int) {
	h.done, h.wait = make([]bool, groups), make([]handful, groups)
}

// over hands over the stories of a group.
func (h *handing) over(group int, of handful) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.done[group], h.wait[group] = true, of
	for ; h.next < len(h.done) && h.done[h.next]; h.next++ {
		stories := h.name(h.wait[h.next])
		for i := range stories {
			h.take(&stories[i])
		}
		h.wait[h.next] = handful{}
	}
}

// name gives stories their ids. Those that the last trace named, and that get the same ids
// again, are taken from there: of a large case that is nearly all.
func (h *handing) name(of handful) []stemma.Story {
	if known, is := h.before[of.key]; is && h.names.again(known.given) {
		h.named[of.key] = known
		return known.stories
	}
	if of.kept {
		of.stories = cloneStories(of.stories)
	}
	h.names.given, h.names.tooLong = h.names.given[:0], false
	for i := range of.stories {
		h.names.inStory(&of.stories[i], h.order)
	}
	if h.named != nil && !h.names.tooLong {
		h.named[of.key] = namedStories{of.stories, slices.Clone(h.names.given)}
	}
	return of.stories
}

// take holds a story that has its ids, or hands it on.
func (h *handing) take(s *stemma.Story) {
	if h.whole {
		h.held = append(h.held, *s)
		return
	}
	if h.err == nil {
		h.err = h.told(s)
	}
}
