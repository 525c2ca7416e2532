package name

import (
	"testing"

	"stemma/internal/language"
)

func TestInside(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	in := NewInside(pack)
	for name, want := range map[string]string{
		"The Selwick Lantern": "selwicklantern", "THE Sun": "sun", "Theo Wren": "theowren", "thelantern": "thelantern",
		"The It": "theit", "": "", "The": "the", "Coast & Marsh 24": "coastmarsh24",
	} {
		if got := in.Squash(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	for key, want := range map[string]string{"thesun": "sun", "theo": "theo", "sun": "sun", "": ""} {
		if got, _ := in.CutArticle(key, 3); got != want {
			t.Errorf("host %q: %q, want %q", key, got, want)
		}
	}
	for what, c := range map[string]struct{ got, want bool }{
		"a particle": {in.IsParticle("Van"), true}, "no particle": {in.IsParticle("of"), false},
		"joins": {in.Joins("of"), true}, "does not join": {in.Joins("in"), false},
		"small": {in.IsSmall("in"), true}, "not small": {in.IsSmall("van"), false},
		"agency": {in.EndsAgency("newswire"), true}, "no agency": {in.EndsAgency("lantern"), false},
		"article": {in.IsArticle("the"), true}, "no article": {in.IsArticle("a"), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", what, c.got)
		}
	}
}
