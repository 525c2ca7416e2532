package claim

import (
	"cmp"
	"slices"

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
	length []int // bytes of the content of each attribution
	// inside holds, for every sentence, the contents that reach into it.
	inside [][]content
}

// content is one stretch of an attribution's content, as tokens.
type content struct{ attribution, first, last int }

func (r *Reader) newCover(t *text, attributions []stemma.Attribution) *cover {
	c := &cover{
		of: make([]int, len(t.Tokens)), length: make([]int, len(attributions)),
		inside: make([][]content, len(t.Sentences)),
	}
	size := make([]int, len(t.Tokens))
	for i := range c.of {
		c.of[i] = asserted
	}
	for i, a := range attributions {
		if a.Report != t.Report.ID || r.isAct(t, &a) {
			continue
		}
		length := contentLength(a)
		c.length[i] = length
		for _, s := range a.Content {
			first, last := t.TokenAt(s.Start), t.TokenAt(s.End-1)+1
			last = min(last, len(t.Tokens))
			c.reach(t, content{i, first, last})
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

// isAct says whether what looks like a credit is an act that the report itself
// tells of: its content is not told but to be done ("asked the crew to leave"),
// or is parted by its own verb and credited to nobody ("40 boats were added to
// the fleet").
func (r *Reader) isAct(t *text, a *stemma.Attribution) bool {
	if a.Kind != stemma.Indirect || len(a.Content) == 0 {
		return false
	}
	if a.Source == nil && len(a.Content) > 1 {
		return true
	}
	first := t.TokenAt(a.Content[0].Start)
	return first < len(t.Tokens) && t.is(first, infinitive)
}

// frame marks sources and cues, except where they stand inside the content
// of their own or of a smaller attribution.
func (c *cover) frame(t *text, attributions []stemma.Attribution, size []int) {
	for i, a := range attributions {
		if a.Report != t.Report.ID || c.length[i] == 0 {
			continue
		}
		spans := a.Cue
		if a.Source != nil {
			spans = append([]stemma.Span{*a.Source}, spans...)
		}
		if a.Receiver != nil {
			spans = append(slices.Clone(spans), *a.Receiver)
		}
		length := c.length[i]
		for _, s := range spans {
			for k := t.TokenAt(s.Start); k < len(t.Tokens) && t.Tokens[k].Start < s.End; k++ {
				if c.of[k] == asserted || (c.of[k] != i && size[k] > length) {
					c.of[k] = framing
				}
			}
		}
	}
}

// reach files a content under the sentences that it reaches into.
func (c *cover) reach(t *text, x content) {
	if x.first >= x.last {
		return
	}
	for i := max(0, t.SentenceAt(t.Tokens[x.first].Start)); i < len(t.Sentences) && t.Sentences[i].First < x.last; i++ {
		c.inside[i] = append(c.inside[i], x)
	}
}

// chain gives the ids of the attributions whose content holds the piece of a
// sentence, innermost first, and whether one of them denies or asks it.
func (c *cover) chain(attributions []stemma.Attribution, sentence int, p piece) (chain []string, turned bool) {
	var around []int
	for _, x := range c.inside[sentence] {
		if x.first <= p.first && p.last <= x.last && !slices.Contains(around, x.attribution) {
			around = append(around, x.attribution)
		}
	}
	slices.SortFunc(around, func(a, b int) int {
		return cmp.Or(cmp.Compare(c.length[a], c.length[b]), cmp.Compare(a, b))
	})
	chain = []string{}
	for _, i := range around {
		chain = append(chain, attributions[i].ID)
		turned = turned || attributions[i].Stance == stemma.Denying || attributions[i].Stance == stemma.Asking
	}
	return chain, turned
}

func contentLength(a stemma.Attribution) int {
	n := 0
	for _, s := range a.Content {
		n += s.Len()
	}
	return n
}
