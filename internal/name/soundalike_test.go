package name

import "testing"

func TestSoundAlike(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Mohammed Rashid", "Muhammad Rasheed", true},
		{"Mohammed al-Rashid", "Muhammad Rasheed", true},
		{"Mohammed Al-Rashid", "Muhammad el-Rasheed", true},
		{"Mohammed al-Rashid", "Muhammad Wren", false},
		{"Ada Lund-Wren", "Ada Wren", false},
		{"al-", "al-", false}, {"", "", false}, {"-", "Wren", false},
	} {
		if got := SoundAlike(test.a, test.b); got != test.want {
			t.Errorf("%q and %q: %v", test.a, test.b, got)
		}
	}
}
