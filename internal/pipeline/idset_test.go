package pipeline

import "testing"

// However many are taken, one is free until it is taken and once it is given back.
func TestIDSet(t *testing.T) {
	var s idSet
	const step = 85
	for i := range uint64(3 * mostFew) {
		if id := i * step; s.has(id) || !s.add(id) || !s.has(id) || s.add(id) {
			t.Fatalf("%d of %d taken", id, i)
		}
	}
	for i := range uint64(3 * mostFew) {
		s.remove(i * step)
		if s.has(i*step) || s.has(i*step+1) || !s.add(i*step) {
			t.Fatalf("%d given back", i)
		}
	}
}
