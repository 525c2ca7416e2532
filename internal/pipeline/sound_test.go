package pipeline

import (
	"strings"
	"testing"
	"testing/fstest"

	"stemma"
	"stemma/internal/language"
)

// TestSound makes sure that no result is given where a table that it rests on is malformed.
func TestSound(t *testing.T) {
	files := fstest.MapFS{"en/cues.txt": {Data: []byte("say: neutral speech\nsay: neutral speech\n")}}
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	p.packs = []*language.Pack{language.Open(files, "en"), language.Open(files, language.Unknown)}
	p.ready(saidNames(nil))
	const want = `language: en/cues.txt: line 2: "say" stands twice`
	check := func(what string, err error) {
		t.Helper()
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %v, want %s", what, err, want)
		}
	}
	pile := []stemma.Capture{{Input: "mill.txt", Media: stemma.PlainText,
		Data: []byte("Mill shut\n\nThe tide mill is shut.\n")}}
	_, err = p.TraceCaptures(t.Context(), pile, nil)
	check("trace", err)
	_, err = p.Pairs(t.Context(), strings.NewReader(`{"id": 1, "a": "The mill is shut.", "b": "The mill is open."}`+"\n"), &strings.Builder{})
	check("pairs", err)
	folder := t.TempDir()
	_, err = p.Stories(t.Context(), []string{folder})
	check("stories", err)
}
