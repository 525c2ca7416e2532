package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// miss is one thing that went wrong, and how many words of content it cost.
type miss struct {
	kind, example string
	words         int
}

// countMisses prints what went wrong by kind: number and words of content, the
// most words first, with a few examples of each kind, or with every one.
func countMisses(w io.Writer, all []sheet, every bool) {
	kinds := map[string][]miss{}
	for i := range all {
		for _, m := range all[i].misses() {
			kinds[m.kind] = append(kinds[m.kind], m)
		}
	}
	var order []string
	words := map[string]int{}
	for kind, misses := range kinds {
		order = append(order, kind)
		for _, m := range misses {
			words[kind] += m.words
		}
	}
	slices.SortFunc(order, func(a, b string) int { return cmp.Or(cmp.Compare(words[b], words[a]), cmp.Compare(a, b)) })
	for _, kind := range order {
		misses := kinds[kind]
		fmt.Fprintf(w, "%6d words in %4d  %s\n", words[kind], len(misses), kind)
		step := 1
		if !every {
			step = max(1, len(misses)/missExamples)
		}
		for i := 0; i < len(misses); i += step {
			fmt.Fprintf(w, "        %s\n", misses[i].example)
		}
	}
}

// missExamples is about how many examples a kind of miss gets.
const missExamples = 3

// misses lists what went wrong on one sheet.
func (s *sheet) misses() []miss {
	content, cue, source := roles()[0], roles()[1], roles()[2]
	foundContent := union(collect(s.found, content))
	foundCue, foundSource := union(collect(s.found, cue)), union(collect(s.found, source))
	goldContent, goldCue := union(collect(s.gold, content)), union(collect(s.gold, cue))
	quoted := insideQuotes(s.doc.Text)
	var all []miss
	for _, g := range s.gold {
		lost := len(g.content) - common(g.content, foundContent)
		kind := ""
		switch {
		case len(g.content) == 0:
			continue
		case 2*lost >= len(g.content):
			kind = "missed: " + s.missedKind(g, quoted, foundCue, goldContent)
		case lost > 0:
			kind = "cut short: " + s.edge(g.content, foundContent)
		}
		if kind != "" {
			all = append(all, miss{kind, s.show(g), lost})
		}
		if c := holder(s.found, g); c != nil && common(g.source, c.source) == 0 {
			all = append(all, miss{"source: " + s.sourceKind(g, c, foundSource),
				s.show(g) + " FOUND " + s.text(c.source), 0})
		}
	}
	for _, c := range s.found {
		extra := len(c.content) - common(c.content, goldContent)
		switch {
		case len(c.content) > 0 && 2*extra >= len(c.content):
			all = append(all, miss{"false: " + s.falseKind(c, quoted, goldCue), s.show(c), extra})
		case extra > 0:
			all = append(all, miss{"too long: " + s.edge(c.content, goldContent), s.show(c), extra})
		}
	}
	return all
}

func (s *sheet) show(c credit) string {
	return fmt.Sprintf("[%s] [%s] [%s]", s.text(c.source), s.text(c.cue), short(s.text(c.content)))
}

// missedKind says why a gold attribution's content may have been missed.
func (s *sheet) missedKind(g credit, quoted []extent, foundCue, goldContent []int) string {
	direct := "indirect"
	if s.isDirect(g, quoted) {
		direct = "direct"
	}
	switch {
	case s.inHeadline(g):
		return "in the headline"
	case len(g.cue) == 0 && len(g.source) == 0:
		return direct + " without cue and source"
	case len(g.cue) == 0:
		return direct + " without cue"
	case common(g.cue, foundCue) > 0:
		return direct + ", cue read, content not"
	case common(g.cue, goldContent) > 0:
		return direct + ", cue inside another's content"
	case len(g.source) == 0:
		return direct + ", cue without source"
	case len(g.cue) == 1:
		return direct + ", cue of one word not read"
	}
	return direct + ", cue of several words not read"
}

// inHeadline says whether a content stands in the first line.
func (s *sheet) inHeadline(g credit) bool {
	end := strings.IndexByte(s.doc.Text, '\n')
	return end >= 0 && s.words[g.content[0]][0] < end
}

// falseKind says what a found attribution that is not in the gold rests on.
func (s *sheet) falseKind(c credit, quoted []extent, goldCue []int) string {
	switch {
	case s.inHeadline(c):
		return "in the headline"
	case c.continues:
		return "continued"
	case len(c.cue) == 0 && s.isDirect(c, quoted):
		return "quotation without cue"
	case len(c.cue) == 0:
		return "without cue"
	case common(c.cue, goldCue) > 0:
		return "cue right, content elsewhere"
	case len(c.source) == 0:
		return "cue without source"
	}
	return "cue is none"
}

// edge says on which side of a content the words lie that the other lacks.
func (s *sheet) edge(content, other []int) string {
	first := common(content[:1], other) == 0
	last := common(content[len(content)-1:], other) == 0
	switch {
	case first && last:
		return "at both ends"
	case first:
		return "at the start"
	case last:
		return "at the end"
	}
	return "inside"
}

// sourceKind says how the source of a content that was found differs.
func (s *sheet) sourceKind(g credit, c *credit, foundSource []int) string {
	switch {
	case len(g.source) == 0:
		return "gold has none"
	case len(c.source) == 0:
		return "found none"
	case s.rightSource(g, c):
		return "other words for the same speaker"
	case common(g.source, foundSource) > 0:
		return "another's, though it was read"
	}
	return "another's"
}
