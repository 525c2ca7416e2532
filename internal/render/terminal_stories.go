package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma"
)

// What a terminal shows of a list of stories at most; the rest is counted.
const (
	maxStories = 100
	maxOutlets = 6
)

// Stories writes the stories that several reports tell, each with its id, the largest first,
// then how many one report tells, then what became of the inputs. The error is
// the writer's.
func Stories(w io.Writer, l *stemma.StoryList, s Style) error {
	f := newFlow(w, s)
	reports, told := 0, []*stemma.StoryEntry{}
	for i := range l.Stories {
		reports += len(l.Stories[i].Reports)
		if len(l.Stories[i].Reports) > 1 {
			told = append(told, &l.Stories[i])
		}
	}
	slices.SortStableFunc(told, func(a, b *stemma.StoryEntry) int { return len(b.Reports) - len(a.Reports) })
	f.lines("", "", piece{storiesAnswer(l, reports, len(told)), strong})
	if len(told) > 0 {
		f.gap()
	}
	for i, e := range told {
		if i == maxStories {
			f.lines("     ", "     ", piece{fmt.Sprintf("and %d more in --json", len(told)-i), faint})
			break
		}
		f.lines(fmt.Sprintf("%4d ", len(e.Reports)), "     ", piece{clean(e.Title), plain},
			piece{" " + clean(e.ID), faint})
		f.lines("     ", "     ", piece{storyAbout(e), faint})
	}
	f.gap()
	f.ledger(&pile{Dossier: &stemma.Dossier{Ledger: l.Ledger}})
	return f.out.Flush()
}

// storiesAnswer is the list in one sentence.
func storiesAnswer(l *stemma.StoryList, reports, told int) string {
	if reports == 0 {
		return "No report could be read, so there is no story."
	}
	answer := fmt.Sprintf("%s, %s", count(reports, "report"), count(len(l.Stories), "story"))
	if alone := len(l.Stories) - told; alone > 0 && alone < len(l.Stories) {
		return fmt.Sprintf("%s: %d told by several reports, %d by one only.", answer, told, alone)
	} else if alone > 0 {
		return answer + ": each told by one report only."
	}
	return answer + "."
}

// storyAbout is when a story was told and by whom.
func storyAbout(e *stemma.StoryEntry) string {
	first := e.Reports[0].Published
	words := []string{dateWords(first)}
	seen := map[string]bool{}
	var outlets []string
	for _, r := range e.Reports {
		if name := clean(string(r.Outlet)); name != "" && !seen[name] {
			seen[name] = true
			outlets = append(outlets, name)
		}
	}
	if n := len(outlets); n > maxOutlets {
		outlets = append(outlets[:maxOutlets:maxOutlets], count(n-maxOutlets, "more outlet"))
	}
	if len(outlets) > 0 {
		words = append(words, strings.Join(outlets, ", "))
	}
	return strings.Join(words, " · ")
}
