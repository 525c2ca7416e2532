package render

import (
	"strings"
	"testing"

	"stemma"
)

// TestFault: of a story that could not be judged nothing is said but that, and why.
func TestFault(t *testing.T) {
	d := &stemma.Dossier{
		Reports: []stemma.Report{{ID: "a", Outlet: "Selmouth Bell"}, {ID: "b", Outlet: "Hillfoot Herald"}},
		Stories: []stemma.Story{{ID: "s1", Title: "Gate opened", Fault: "a fault of the program: no clause",
			Stemma: stemma.Stemma{Witnesses: []stemma.Witness{
				{Siglum: "A", Report: "a"}, {Siglum: "B", Report: "b"},
			}}}},
	}
	const want = "2 reports, 1 story. It could not be judged: a fault of the program: no clause."
	if got := Answer(d); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	var page strings.Builder
	if err := Page(&page, d); err != nil || strings.Contains(page.String(), "No common origin") {
		t.Errorf("the page says more, or %v", err)
	}
}
