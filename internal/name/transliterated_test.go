package name

import "testing"

func TestSkeleton(t *testing.T) {
	for name, want := range map[string]string{
		"schwarz": "svrs", "shevchenko": "svkhnk", "ševčenko": "\u0161v\u010dnk", "khalid": "hld", "a\x00b": "\x00b",
		"beckett": "bkt",
		"stephen": "stfn", "o'neill-quay": "nlk", "zoë": "s\u00eb", "": "", "aeiou": "",
	} {
		if got := skeleton(name); got != want {
			t.Errorf("skeleton(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestTransliterated(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		same, alike bool // as Transliterated and as SoundAlike say it
	}{
		{"khalid", "halid", true, true},
		{"mohammad", "muhammed", true, true},
		{"anna", "anne", true, false},
		{"gorin", "korin", false, true},
		{"harun", "arun", false, true},
		{"ito", "pell", false, false},
	} {
		if same, alike := Transliterated(c.a, c.b), SoundAlike(c.a, c.b); same != c.same || alike != c.alike {
			t.Errorf("%s and %s: %v, %v", c.a, c.b, same, alike)
		}
	}
}
