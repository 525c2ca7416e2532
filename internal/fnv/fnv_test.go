package fnv

import (
	"hash/fnv"
	"testing"
)

// TestFNV holds the hashes to those of the standard library.
func TestFNV(t *testing.T) {
	for _, s := range []string{"", "a", "ferry", "fähre", "\x00\xff", "a longer line of words"} {
		long, short := fnv.New64a(), fnv.New32a()
		_, _ = long.Write([]byte(s))
		_, _ = short.Write([]byte(s))
		if got := Of(s); got != long.Sum64() {
			t.Errorf("%q: %x, want %x", s, got, long.Sum64())
		}
		if got := On(Of(s[:len(s)/2]), s[len(s)/2:]); got != long.Sum64() {
			t.Errorf("%q in two steps: %x, want %x", s, got, long.Sum64())
		}
		if got := Of32(s); got != short.Sum32() {
			t.Errorf("%q with 32 bits: %x, want %x", s, got, short.Sum32())
		}
	}
}
