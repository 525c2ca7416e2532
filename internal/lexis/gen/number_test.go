package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func set(members ...string) map[string]bool {
	all := map[string]bool{}
	for _, m := range members {
		all[m] = true
	}
	return all
}

// TestPrune: what two words have in common stays, and one sense of each part of speech; numbers
// are short where senses are frequent.
func TestPrune(t *testing.T) {
	r := relations{
		"mill":  {senses: set("n900", "n901", "v77"), wider: set("n500", "n999")},
		"works": {senses: set("n900"), wider: set("n500")},
		"plant": {senses: set("n500", "n13", "v78", "v79"), wider: set()},
	}
	r.prune()
	want := relations{
		"mill":  {senses: set("n900", "v77"), wider: set("n500")},
		"works": {senses: set("n900"), wider: set("n500")},
		"plant": {senses: set("n500", "v78"), wider: set()},
	}
	allow := cmp.AllowUnexported(entry{})
	if diff := cmp.Diff(want, r, allow); diff != "" {
		t.Error(diff)
	}
	r.number()
	want = relations{
		"mill":  {senses: set("n1", "v0"), wider: set("n0")},
		"works": {senses: set("n1"), wider: set("n0")},
		"plant": {senses: set("n0", "v1"), wider: set()},
	}
	if diff := cmp.Diff(want, r, allow); diff != "" {
		t.Error(diff)
	}
}
