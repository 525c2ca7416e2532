package reuse

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCollisionsNeverShow gives words hashes of three bits, so that most that
// differ have the same, and expects the passages that good hashes give.
func TestCollisionsNeverShow(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 8))
	text := func(n int) []string {
		w := make([]string, n)
		for i := range w {
			w[i] = fmt.Sprintf("w%d", random.IntN(400))
		}
		return w
	}
	for round := range 200 {
		a, b := text(120), text(120)
		copy(b[30:], a[10:30+random.IntN(60)])
		b[40] = "changed"
		m, rows := NewMatcher(0), [2]Row{}
		m.Scanner().Scan(strings.Join(a, " "), &rows[0])
		m.Scanner().Scan(strings.Join(b, " "), &rows[1])
		links := sharedShingles(&rows[0], &rows[1])
		want := slices.Clone(m.Match(&rows[0], &rows[1], links))
		if len(want) == 0 {
			t.Fatalf("round %d: nothing shared", round)
		}
		for i := range rows {
			for k := range rows[i].Words {
				rows[i].Words[k] &= 7
			}
		}
		if diff := cmp.Diff(want, m.Match(&rows[0], &rows[1], links)); diff != "" {
			t.Fatalf("round %d: %s", round, diff)
		}
	}
}

func sharedShingles(a, b *Row) (links []Link) {
	for i := 0; i+shingle <= len(a.Words); i++ {
		for j := 0; j+shingle <= len(b.Words); j++ {
			if slices.Equal(a.Words[i:i+shingle], b.Words[j:j+shingle]) {
				links = append(links, Link{WordA: uint32(i), WordB: uint32(j), B: 1})
			}
		}
	}
	return links
}
