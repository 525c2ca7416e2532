package render

import (
	"strings"
	"testing"

	"stemma"
)

// TestStoriesAreListedByID: what --only asks for stands behind each story; of outlets that are not
// named one is one.
func TestStoriesAreListedByID(t *testing.T) {
	entry := func(id, outlets string) stemma.StoryEntry {
		e := stemma.StoryEntry{ID: id, Title: "Mill shut"}
		for _, o := range strings.Fields(outlets) {
			e.Reports = append(e.Reports, stemma.StoryReport{Outlet: stemma.Maybe(o)})
		}
		return e
	}
	var b strings.Builder
	err := Stories(&b, &stemma.StoryList{Stories: []stemma.StoryEntry{
		entry("s1a2b3", "Bell Echo Herald Sun Star Globe Tide"), entry("s4c5d6", "Bell Echo"),
	}}, Style{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"   7 Mill shut s1a2b3\n", "   2 Mill shut s4c5d6\n", "Globe, 1 more outlet\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
