package parts

import (
	"fmt"
	"testing"
)

func TestParts(t *testing.T) {
	p := New[int](6)
	p.Merge(4, 2)
	p.Merge(5, 4)
	p.Merge(2, 2)
	p.Merge(3, 1)
	if got, want := fmt.Sprint(p.Flat()), "[0 1 2 1 2 2]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	q := New[int32](2)
	if q.Merge(1, 0); q.First(1) != 0 {
		t.Error(q)
	}
}
