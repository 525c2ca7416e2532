package pipeline

import (
	"bytes"
	"context"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestDeterminism traces piles in several orders and with several numbers of
// jobs; the bytes are the same.
func TestDeterminism(t *testing.T) {
	chosen := []string{"demo", "mixed", "tunnel", "volcano"}
	for _, g := range goldenStories(t) {
		if !slices.Contains(chosen, g.name) {
			continue
		}
		t.Run(g.name, func(t *testing.T) {
			inputs := g.inputs(t)
			want := traced(t, inputs, 1)
			shuffle := rand.New(rand.NewPCG(7, 11))
			for _, jobs := range []int{4, 1, 4} {
				shuffle.Shuffle(len(inputs), func(i, k int) { inputs[i], inputs[k] = inputs[k], inputs[i] })
				if got := traced(t, inputs, jobs); !bytes.Equal(got, want) {
					t.Errorf("with %d jobs, inputs as %v: %s", jobs, inputs, firstDifference(want, got))
				}
			}
		})
	}
}

func traced(t *testing.T, inputs []string, jobs int) []byte {
	t.Helper()
	d, err := pipelineWith(t, Options{Jobs: jobs}).Trace(context.Background(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	return toJSON(t, d)
}

// firstDifference shows both sides from a little before they part.
func firstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := max(0, i-80)
	return string(a[from:min(len(a), i+80)]) + "\n… is now …\n" + string(b[from:min(len(b), i+80)])
}
