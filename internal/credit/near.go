package credit

import (
	"slices"

	"stemma"
)

// near finds by its place what stands near a mention: a report may name outlets ten thousand times,
// and all mentions with all attributions are a hundred million pairs.
type near struct {
	spoken  map[int][]*stemma.Attribution // sentence → what is credited to a source that stands in it
	starts  map[int][]int                 // token → the mentions that begin there
	started int                           // how many mentions are in starts
	authors map[int]bool                  // tokens where the name of somebody who wrote a report begins
}

// spokenBy maps the sentences of a text to the attributions with a source there and words.
func spokenBy(t *stemma.Text, attributions []stemma.Attribution) map[int][]*stemma.Attribution {
	spoken := map[int][]*stemma.Attribution{}
	for i := range attributions {
		if a := &attributions[i]; a.Source != nil && len(a.Content) > 0 {
			s := t.SentenceAt(a.Source.Start)
			spoken[s] = append(spoken[s], a)
		}
	}
	return spoken
}

// beginIn gives those of the mentions that begin in a span. It holds while mentions are added and
// none is taken out.
func (n *near) beginIn(span stemma.Span, t *stemma.Text, mentions []mention) []int {
	for ; n.started < len(mentions); n.started++ {
		first := mentions[n.started].first
		n.starts[first] = append(n.starts[first], n.started)
	}
	var found []int
	for k := t.TokenAt(span.Start); k < len(t.Tokens) && t.Tokens[k].Start < span.End; k++ {
		if t.Tokens[k].Start >= span.Start {
			found = append(found, n.starts[k]...)
		}
	}
	return found
}

// isAuthor says whether the name of somebody who wrote a report of the pile stands at a token.
func (n *near) isAuthor(at int, mentions []mention) bool {
	if n.authors == nil {
		n.authors = map[int]bool{}
		for _, m := range mentions {
			if m.name.author {
				n.authors[m.first] = true
			}
		}
	}
	return n.authors[at]
}

// rowReach is how many tokens lie between two names of one row at most: a comma, an "and", an
// article and what the second is called.
const rowReach = 3 + mostCalled + 1

// endsOf maps tokens to the mentions that end before them.
func endsOf(mentions []mention) map[int][]int {
	ends := map[int][]int{}
	for i, m := range mentions {
		ends[m.last] = append(ends[m.last], i)
	}
	return ends
}

// rowBefore gives the mentions that may stand in one row before a token, in their order.
func rowBefore(ends map[int][]int, first int) []int {
	var found []int
	for k := first - rowReach; k < first; k++ {
		found = append(found, ends[k]...)
	}
	slices.Sort(found)
	return found
}
