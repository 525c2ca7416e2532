package quote

import (
	"slices"
	"strings"

	"stemma"
)

// nest finds for every credit the smallest other one whose content holds its
// source and cue, or that its form nests it in; -1 for none.
func nest(credits []credit) []int {
	parents := make([]int, len(credits))
	var now map[int]int // where a credit stands, by its place
	if slices.ContainsFunc(credits, func(c credit) bool { return c.parent >= 0 }) {
		now = make(map[int]int, len(credits))
		for i := range credits {
			now[credits[i].place] = i
		}
	}
	for i := range credits {
		parents[i] = -1
		if k, ok := now[credits[i].parent]; ok {
			parents[i] = k
		}
		if parents[i] >= 0 {
			continue
		}
		best := 0
		// Contents are in order, so only those that start before this cue
		// matter; maxNest bounds how far back is looked.
		for j := max(0, i-maxNest); j < min(len(credits), i+maxNest); j++ {
			if size := holds(&credits[j], &credits[i]); j != i && size > 0 && (best == 0 || size < best) {
				best, parents[i] = size, j
			}
		}
	}
	breakCircles(parents)
	return parents
}

// breakCircles takes what stands within itself out of what holds it.
func breakCircles(parents []int) {
	for i := range parents {
		steps := 0
		for at := parents[i]; at >= 0 && steps <= maxNest; at, steps = parents[at], steps+1 {
			if at == i {
				parents[i] = -1
				break
			}
		}
	}
}

// untangle parts credits that stand each in what the other one says: "the keeper said that the pump was old,
// according to the report" is the report's as a whole, and the keeper's words end before it.
func untangle(t *stemma.Text, credits []credit) {
	for i := range credits {
		for j := max(0, i-maxNest); j < min(len(credits), i+maxNest); j++ {
			frame, told := &credits[i], &credits[j]
			if i != j && frame.isFrame() && !told.isFrame() && holds(frame, told) > 0 && holds(told, frame) > 0 {
				cutBefore(t, told, frame)
			}
		}
	}
}

// isFrame says whether a credit's cue stands before its source: "according to the report".
func (c *credit) isFrame() bool {
	return len(c.cue) > 0 && !c.source.empty() && c.cue[0].from < c.source.from
}

// cutBefore ends what a credit says before a frame, or begins it behind one.
func cutBefore(t *stemma.Text, told, frame *credit) {
	for k := range told.content {
		s := &told.content[k]
		if !s.spans(frame.cue[0]) {
			continue
		}
		if before := beforeMark(t, frame.cue[0].from); s.from < before {
			s.to = before
		} else if behind := behindComma(t, max(frame.source.to, frame.extent.to)); behind < s.to {
			s.from = behind
		}
	}
}

// beforeMark is the place before the comma, dash or bracket that parts what follows at a place.
func beforeMark(t *stemma.Text, at int) int {
	for at > 0 && strings.Contains(",-–—(", t.Tokens[at-1].Form) {
		at--
	}
	return at
}

// behindComma is the place behind a comma at a place.
func behindComma(t *stemma.Text, at int) int {
	if at < len(t.Tokens) && t.Tokens[at].Form == "," {
		at++
	}
	return at
}

// maxNest is how many credits before and after one are looked at for one that
// holds it; five in one sentence is the most that was seen.
const maxNest = 24

// holds gives the number of tokens of a content of outer that holds the words
// of inner's credit, 0 for none.
func holds(outer, inner *credit) int {
	if len(inner.cue) == 0 {
		return 0 // words that nobody's verb credits
	}
	at := inner.cue[0]
	for _, s := range outer.content {
		if s.spans(at) && (inner.source.empty() || s.spans(inner.source) || inner.relative) {
			return s.to - s.from
		}
	}
	return 0
}
