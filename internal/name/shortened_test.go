package name

import (
	"testing"

	"stemma/internal/language"
)

func TestShortened(t *testing.T) {
	tests := []struct {
		a, b               string
		clipped, shortened bool
	}{
		{"dems", "democrats", true, true},
		{"shad", "shahid", false, true},
		{"sandy", "sander", false, true},
		{"johnnie", "johnny", false, true},
		{"jon", "john", false, false}, // may be misspelled
		{"nora", "hilda", false, false},
		{"al", "li", false, false},
		{"", "", true, false},
	}
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	names := New(nil, pack)
	for _, tt := range tests {
		if got := names.IsClipped(tt.a, tt.b); got != tt.clipped {
			t.Errorf("%q is clipped from %q: %v", tt.a, tt.b, got)
		}
		if got := names.IsShortened(tt.a, tt.b); got != tt.shortened {
			t.Errorf("%q and %q: %v", tt.a, tt.b, got)
		}
		if got := names.IsShortened(tt.b, tt.a); got != tt.shortened {
			t.Errorf("%q and %q: %v", tt.b, tt.a, got)
		}
	}
}

func TestIsCalled(t *testing.T) {
	tells := func(word string) bool { return word != "daily" && word != "the" }
	for _, tt := range []struct {
		full, short string
		want        bool
	}{
		{"The Selwick Daily Lantern", "lantern", true},
		{"The Selwick Daily Lantern", "daily lantern", true},
		{"The Selwick Daily Lantern", "daily", false},
		{"The Selwick Daily Lantern", "lanterns", false},
		{"The Selwick Daily Lantern", "selwick post", false},
		{"", "lantern", false},
		{"The Selwick Daily Lantern", "", false},
	} {
		if got := IsCalled(tt.full, tt.short, tells); got != tt.want {
			t.Errorf("%q for %q: %v", tt.short, tt.full, got)
		}
	}
}
