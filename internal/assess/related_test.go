package assess

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
)

// TestCousins: two copies of one report are not laid beside each other; strangers are.
func TestCousins(t *testing.T) {
	// α is lost, and what goes back to it goes back to no kept report.
	in := tale{"C1:Bell, C2:Bell, A:Herald, X:Gazette, Y:Post, α:Wire", "",
		"A>C1:rewrite, A>C2:rewrite, α>X:rewrite, X>C2:rewrite", nil}.input(t)
	in.Shared = [][2]string{{"rC1", "rC2"}, {"rA", "rC1"}, {"rC1", "rX"}, {"rC2", "rY"}, {"rX", "rY"}}
	var asked []string
	compared(in, func(before, after string, kin Kin) []stemma.Drift {
		if kin == Neighbours {
			asked = append(asked, before+after)
		}
		return nil
	})
	if got, want := strings.Join(asked, " "), "rC1rX rC2rY rXrY"; got != want {
		t.Errorf("asked of %q, want %q", got, want)
	}
}

// TestCitationsComeLast: what a report changed is looked for in those that retell another
// one before those that only cite it.
func TestCitationsComeLast(t *testing.T) {
	in := tale{"A:Herald, B:Gazette, C:Post", "", "A>B:citation, A>C:rewrite", nil}.input(t)
	var asked []string
	compared(in, func(before, after string, kin Kin) []stemma.Drift {
		if kin == Copy {
			asked = append(asked, before+after)
		}
		return nil
	})
	if got, want := strings.Join(asked, " "), "rArC rArB"; got != want {
		t.Errorf("asked of %q, want %q", got, want)
	}
}

// TestGoesOn: what an outlet tells otherwise than an elder report of its own that it goes on from has happened since:
// they are laid beside each other as two reports that share a passage, and no more. Another outlet's is a copy.
func TestGoesOn(t *testing.T) {
	in := tale{"A:Herald, B:Herald, C:Post", "", "A>B:follow-up, A>C:follow-up", nil}.input(t)
	in.Shared = [][2]string{{"rA", "rB"}}
	var asked []string
	compared(in, func(before, after string, kin Kin) []stemma.Drift {
		asked = append(asked, fmt.Sprint(before, after, " ", kin == Copy))
		return nil
	})
	if got, want := strings.Join(asked, ", "), "rArC true, rArB false"; got != want {
		t.Errorf("asked of %q, want %q", got, want)
	}
}

// TestManySiblings: of the many copies of one lost text each is compared with the first ones.
func TestManySiblings(t *testing.T) {
	const copies = mostSiblings + 20
	var names, ways []string
	for i := range copies {
		name := fmt.Sprint("K", i)
		names, ways = append(names, name+":Herald"+name), append(ways, "α>"+name+":citation")
	}
	in := tale{strings.Join(append(names, "α:Wire"), ", "), "", strings.Join(ways, ", "), nil}.input(t)
	asked := map[string]int{}
	compared(in, func(before, after string, kin Kin) []stemma.Drift {
		asked[after]++
		return nil
	})
	most := 0
	for _, n := range asked {
		most = max(most, n)
	}
	if most != mostSiblings {
		t.Errorf("a copy is compared with %d others, want %d", most, mostSiblings)
	}
}

// TestRelation: a report retells what it descends from, also by way of a lost one. Two that share a lost
// witness are siblings, strangers have nothing in common.
func TestRelation(t *testing.T) {
	parents := map[string][]stemma.Descent{}
	for copied, from := range map[string][]string{"B": {"α"}, "C": {"α"}, "D": {"B"}, "α": {"A"}, "E": {"β"}} {
		for _, x := range from {
			parents[copied] = append(parents[copied], stemma.Descent{From: x, To: copied})
		}
	}
	l := &lineage{parents: parents}
	for _, tt := range []struct {
		from, to, common string
		want             stemma.DriftRelation
	}{
		{"A", "D", "", stemma.Retelling},
		{"B", "D", "", stemma.Retelling},
		{"B", "C", "A α", stemma.Siblings},
		{"C", "D", "A α", stemma.Siblings},
		{"B", "E", "", stemma.Parallel},
	} {
		got, common := l.relation(tt.from, tt.to)
		if got != tt.want || strings.Join(common, " ") != tt.common {
			t.Errorf("%s, %s: %s %v, want %s %s", tt.from, tt.to, got, common, tt.want, tt.common)
		}
	}
}
