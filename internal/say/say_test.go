package say

import (
	"testing"
	"time"

	"stemma"
	"stemma/internal/language"
)

func english(t *testing.T) *Writer {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	w, err := New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestForms(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		text string
		args stemma.Args
		want string
	}{
		{"nothing to fill", nil, "nothing to fill"},
		{"{n} {n|word|words}", stemma.Args{"n": 1}, "1 word"},
		{"{n} {n|word|words}", stemma.Args{"n": 12}, "12 words"},
		{"{n:word} sources", stemma.Args{"n": 3}, "three sources"},
		{"{n:word} sources", stemma.Args{"n": 42}, "42 sources"},
		{"{a:quote} becomes {b:quote}", stemma.Args{"a": "40", "b": "14"}, "“40” becomes “14”"},
		{"{share:percent} of it", stemma.Args{"share": 0.824}, "82% of it"},
		{"by {names:list}", stemma.Args{"names": []string{"Ada Wren", "Bo Ash", "Cy Elm"}},
			"by Ada Wren, Bo Ash and Cy Elm"},
		{"by {names:list}", stemma.Args{"names": []string{"Ada Wren"}}, "by Ada Wren"},
		{"{gap} later", stemma.Args{"gap": 73 * time.Hour}, "3 days later"},
		{"{gap} later", stemma.Args{"gap": 5 * time.Hour}, "5 hours later"},
		{"{gap} later", stemma.Args{"gap": 61 * time.Minute}, "an hour later"},
		{"{gap} later", stemma.Args{"gap": time.Second}, "1 minutes later"},
		{"by {who:list}", stemma.Args{"who": []stemma.Saying{
			stemma.Say("origin.unnamed-count", stemma.Args{"n": 3, "name": "officials"}), stemma.Say("origin.more",
				stemma.Args{"n": 2}),
		}}, "by three unnamed officials and 2 more"},
		{"it: {says}", stemma.Args{"says": stemma.Say("evidence.credit", stemma.Args{"name": "Bell"})},
			"it: it credits Bell"},
		{"of {x}", nil, "of <nil>"},
		{"{x:percent} {y}", stemma.Args{"x": 1.0, "y": 0.5}, "100% 0.5"},
	} {
		parsed, err := parse(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if got := w.fill(parsed, c.args); got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestParseRejects(t *testing.T) {
	for _, text := range []string{"{open", "{}", "{n:loud}", "{n|one}", "{|one|many}", "{two words}"} {
		if _, err := parse(text); err == nil {
			t.Errorf("%q is read as a sentence", text)
		}
	}
}

// TestStory writes each kind of sentence where it belongs, and keeps what a
// stage has written where no saying is given.
func TestStory(t *testing.T) {
	s := stemma.Story{
		Origins:  []stemma.Origin{{Saying: stemma.Say("origin.none", stemma.Args{"witness": "Aldgrove Bell"})}},
		Drifts:   []stemma.Drift{{Saying: stemma.Say("drift.becomes", stemma.Args{"before": "40", "after": "14"})}},
		Warnings: []stemma.Warning{{Says: "as it was"}},
	}
	s.Descents = []stemma.Descent{{Evidence: []stemma.Evidence{
		{Saying: stemma.Say("evidence.credit", stemma.Args{"name": "Aldgrove Bell"})},
	}}}
	apart := s.Drifts[0]
	apart.Relation = stemma.Siblings
	s.Drifts = append(s.Drifts, apart)
	english(t).Story(&s)
	for _, c := range [][2]string{
		{s.Descents[0].Evidence[0].Says, "it credits Aldgrove Bell"},
		{s.Origins[0].Says, "Aldgrove Bell, without a source"},
		{s.Drifts[0].Says, "“40” becomes “14”"},
		{s.Drifts[0].Gist, ""},
		{s.Drifts[1].Says, "“40” in one, “14” in the other"},
		{s.Drifts[1].Gist, ""},
		{s.Warnings[0].Says, "as it was"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}

func TestGist(t *testing.T) {
	w := english(t)
	exact := stemma.Say("drift.exact", stemma.Args{"before": "about 40", "after": "40"})
	if got := w.Gist(exact); got != "told as exact" {
		t.Errorf("a gist of its own: %q", got)
	}
	added := stemma.Say("drift.added", stemma.Args{"words": "reportedly"})
	if got := w.Gist(added); got != "“reportedly” is added" {
		t.Errorf("without one the sentence: %q", got)
	}
	if got := w.Sentence(stemma.Say("drift.unheard-of", stemma.Args{"a": 1})); got != "drift.unheard-of map[a:1]" {
		t.Errorf("a saying without a sentence: %q", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"{n|a|b} x {y:quote}", "{", "}", "{a:list}{b}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if parsed, err := parse(text); err == nil {
			(&Writer{}).fill(parsed, stemma.Args{"n": 2, "y": "z"})
		}
	})
}
