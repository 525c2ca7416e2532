package collate

import "testing"

func TestSkeleton(t *testing.T) {
	for name, want := range map[string]string{
		"schwarz": "svrs", "shevchenko": "svkhnk", "ševčenko": "\u0161v\u010dnk", "khalid": "hld", "a\x00b": "\x00b", "beckett": "bkt",
		"stephen": "stfn", "o'neill-quay": "nlk", "zoë": "s\u00eb", "": "", "aeiou": "",
	} {
		if got := skeleton(name); got != want {
			t.Errorf("skeleton(%q) = %q, want %q", name, got, want)
		}
	}
}
