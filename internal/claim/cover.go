package claim

import (
	"stemma"
)

// What a token stands under when it is not an attribution's content.
const (
	asserted = -1 // the report itself says so
	framing  = -2 // a source or a cue: who says, not what
)

// cover says for every token of a report under which attribution it stands.
type cover struct {
	of     []int // index of the innermost attribution by content, or asserted or framing
	ranges map[int][][2]int
}

func newCover(t *stemma.Text, attributions []stemma.Attribution) *cover {
	c := &cover{of: make([]int, len(t.Tokens)), ranges: map[int][][2]int{}}
	size := make([]int, len(t.Tokens))
	for i := range c.of {
		c.of[i] = asserted
	}
	for i, a := range attributions {
		if a.Report != t.Report.ID {
			continue
		}
		length := 0
		for _, s := range a.Content {
			length += s.Len()
		}
		for _, s := range a.Content {
			first, last := t.TokenAt(s.Start), t.TokenAt(s.End-1)+1
			last = min(last, len(t.Tokens))
			c.ranges[i] = append(c.ranges[i], [2]int{first, last})
			for k := first; k < last; k++ {
				if size[k] == 0 || length < size[k] {
					c.of[k], size[k] = i, length
				}
			}
		}
	}
	c.frame(t, attributions, size)
	return c
}

// frame marks sources and cues, except where they stand inside the content
// of their own or of a smaller attribution.
func (c *cover) frame(t *stemma.Text, attributions []stemma.Attribution, size []int) {
	for i, a := range attributions {
		if a.Report != t.Report.ID {
			continue
		}
		spans := a.Cue
		if a.Source != nil {
			spans = append([]stemma.Span{*a.Source}, spans...)
		}
		length := 0
		for _, s := range a.Content {
			length += s.Len()
		}
		for _, s := range spans {
			for k := t.TokenAt(s.Start); k < len(t.Tokens) && t.Tokens[k].Start < s.End; k++ {
				if c.of[k] == asserted || (c.of[k] != i && size[k] > length) {
					c.of[k] = framing
				}
			}
		}
	}
}

// chain gives the ids of the attributions whose content holds the piece,
// innermost first.
func (c *cover) chain(attributions []stemma.Attribution, p piece) []string {
	type link struct{ index, length int }
	var links []link
	for i, ranges := range c.ranges {
		for _, r := range ranges {
			if r[0] <= p.first && p.last <= r[1] {
				links = append(links, link{i, contentLength(attributions[i])})
				break
			}
		}
	}
	for i := 1; i < len(links); i++ {
		for k := i; k > 0 && (links[k].length < links[k-1].length ||
			links[k].length == links[k-1].length && links[k].index < links[k-1].index); k-- {
			links[k], links[k-1] = links[k-1], links[k]
		}
	}
	chain := []string{}
	for _, l := range links {
		chain = append(chain, attributions[l.index].ID)
	}
	return chain
}

func contentLength(a stemma.Attribution) int {
	n := 0
	for _, s := range a.Content {
		n += s.Len()
	}
	return n
}
