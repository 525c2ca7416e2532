package name

import (
	"testing"

	"stemma/internal/language"
)

func TestReleases(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	r := NewReleases(pack)
	for _, c := range []struct {
		line       string
		is, begins bool
	}{
		{"FOR IMMEDIATE RELEASE", true, true},
		{"Press release", true, true},
		{"Media contact: Ada Wren", false, true},
		{"Notes to editors:", false, true},
		{"Notice of provisional assessment No. 7/2026", false, true},
		{"Notice how it rains", false, false},
		{"The press release said so", false, false},
		{"Press releases", false, false},
		{"Press", false, false},
		{"", false, false},
	} {
		if is, begins := r.Is(c.line), r.Begins(c.line); is != c.is || begins != c.begins {
			t.Errorf("%q: is %v, begins %v", c.line, is, begins)
		}
	}
	if !r.In("The tide mill\n\nNotes to editors: the mill is old.\n") ||
		!r.In("Notice 2/2026: the tide mill\nThe mill is old.\n") ||
		r.In("Notice how old the mill is\n") ||
		r.In("The mill\nis old, the press release said") {
		t.Error("a text")
	}
}
