package name

import "testing"

// TestSound has letters for each rule by which a sound has one usual spelling.
func TestSound(t *testing.T) {
	for _, c := range []struct {
		rule, letters, usual string
		n                    int
	}{
		{"soundOfSeveral", "yevgeni", "ev", 3},
		{"soundOfSeveral: four", "tscherny", "ch", 4},
		{"soundOfTwo", "khalid", "h", 2},
		{"soundOfTwo: a vowel", "oussama", "u", 2},
		{"soundOfOne", "yusuf", "i", 1},
		{"soundOfOne: two letters for one", "x", "ks", 1},
		{"as it is", "tarn", "t", 1},
	} {
		if usual, n := sound(c.letters); usual != c.usual || n != c.n {
			t.Errorf("%s: %q: got %q, %d", c.rule, c.letters, usual, n)
		}
	}
}
