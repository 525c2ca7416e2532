package memory

import (
	"slices"
	"testing"
)

// TestZeros: nothing of what a slice held is left, and its memory is used again where it suffices.
func TestZeros(t *testing.T) {
	held := []int{3, 1, 4, 1, 5}
	for _, n := range []int{0, 2, 5, 9} {
		got := Zeros(slices.Clone(held), n)
		if !slices.Equal(got, make([]int, n)) {
			t.Errorf("%d: got %v", n, got)
		}
	}
	if got := Zeros(held, 3); &got[0] != &held[0] {
		t.Error("memory that suffices was not used")
	}
	if got := Zeros([]int(nil), 2); !slices.Equal(got, []int{0, 0}) {
		t.Errorf("of nothing: got %v", got)
	}
}
