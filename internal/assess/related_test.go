package assess

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
)

// TestCousinsOfALargeStory: two copies of one report are laid beside each other in a
// small story only; strangers are in a large one too.
func TestCousinsOfALargeStory(t *testing.T) {
	for _, copies := range []int{manyReports - 4, manyReports - 3} {
		var witnesses, descents []string
		for i := range copies {
			witnesses = append(witnesses, fmt.Sprintf("C%d:Bell", i+1))
			descents = append(descents, fmt.Sprintf("A>C%d:rewrite", i+1))
		}
		// α is lost, and what goes back to it goes back to no kept report.
		witnesses = append(witnesses, "A:Herald", "X:Gazette", "Y:Post", "α:Wire")
		descents = append(descents, "α>X:rewrite", "X>C2:rewrite")
		in := tale{strings.Join(witnesses, ", "), "", strings.Join(descents, ", "), nil}.input(t)
		in.Shared = [][2]string{{"rC1", "rC2"}, {"rA", "rC1"}, {"rC1", "rX"}, {"rC2", "rY"}, {"rX", "rY"}}
		var asked []string
		in.Changes = func(before, after string, kin Kin) []stemma.Drift {
			if kin == Neighbours {
				asked = append(asked, before+after)
			}
			return nil
		}
		Story(in)
		want := "rC1rX rC2rY rXrY"
		if copies+3 < manyReports {
			want = "rC1rC2 " + want
		}
		if got := strings.Join(asked, " "); got != want {
			t.Errorf("%d reports: asked of %q, want %q", copies+3, got, want)
		}
	}
}
