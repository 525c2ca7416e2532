package derive

import (
	"strings"
	"testing"
)

// TestSmallPaper: who praises a piece of a paper that no table knows means its elder report on the story that is in
// the pile, though nothing of it is retold; the younger one cannot be meant.
func TestSmallPaper(t *testing.T) {
	opening := strings.Repeat("The week brought rain to the county of Orrin and little else that one can print. ", 9)
	text := opening + "\n\nThe Selmouth Bell has the story of the iron bridge of Selmouth."
	for date, want := range map[string]string{
		"9 May 2021": "a > b citation",
		"2 May 2021": "(Selmouth Bell, outlet) > b citation",
	} {
		if got := drawn(build(t, map[string]string{"a": bell, "b": by("Tern Post", date, text)})); got != want {
			t.Errorf("%s: got %s, want %s", date, got, want)
		}
	}
}

// TestOfMatter: the day of what an outlet has seen is not that of its report; the day of its report is.
func TestOfMatter(t *testing.T) {
	for told, want := range map[string]string{
		"which has seen a letter of 3 February, says it will stay shut": "a > b summary",
		"which reported on 3 February, says it will stay shut":          "(Selmouth Bell, outlet) > b rewrite",
	} {
		text := "The bridge keeps the town of Selmouth awake.\n\nThe Selmouth Bell, " + told + "."
		got := drawn(build(t, map[string]string{"a": bell, "b": by("Tern Post", "9 May 2021", text)}))
		if got != want {
			t.Errorf("%s: got %s, want %s", told, got, want)
		}
	}
}
