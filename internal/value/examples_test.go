package value

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/language"
)

// TestTableExamples runs the examples that stand in the tables of this room.
func TestTableExamples(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	r := New(pack)
	for table, holds := range map[string]func(text *stemma.Text, entry string) bool{
		"approximators": func(text *stemma.Text, entry string) bool {
			for _, v := range r.Values(text, 0, len(text.Tokens)) {
				if v.Quantity != nil && v.Quantity.Bound != "" &&
					strings.Contains(strings.ToLower(v.Span.Text), entry) {
					return true
				}
			}
			return false
		},
		"hedges": func(text *stemma.Text, entry string) bool {
			for _, h := range r.Hedges(text, 0, len(text.Tokens)) {
				if strings.ToLower(h.Span.Text) == entry {
					return true
				}
			}
			return false
		},
		// A word plays its role in a sentence where other details are read without it.
		"detail-words": func(text *stemma.Text, entry string) bool {
			without := *r.lexicon
			without.roles = maps.Clone(r.lexicon.roles)
			delete(without.roles, entry)
			without.known = knownOf(&without)
			return details(r, text) != details(&Reader{lexicon: &without}, text)
		},
	} {
		if len(pack.Examples(table)) == 0 {
			t.Errorf("%s: no examples", table)
		}
		for _, e := range pack.Examples(table) {
			if got := holds(plainText(e.Text), e.Entry); got != e.Right {
				t.Errorf("%s: %q in %q: %v", table, e.Entry, e.Text, got)
			}
		}
	}
}

// details writes down all details of a text that was published on a Thursday.
func details(r *Reader, text *stemma.Text) string {
	text.Report.Published = stemma.Moment{Time: time.Date(2024, 3, 14, 9, 0, 0, 0, time.UTC), Precision: stemma.Day}
	var b strings.Builder
	for _, v := range r.Values(text, 0, len(text.Tokens)) {
		fmt.Fprintln(&b, v.Kind, note(v), v.Span)
	}
	return b.String()
}

// TestSingulars: what a counted noun is one of, as far as its end tells.
func TestSingulars(t *testing.T) {
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	l := New(pack).lexicon
	for noun, want := range map[string]string{
		"ferries": "ferry", "boxes": "box", "churches": "church", "marshes": "marsh", "presses": "press",
		"houses": "house", "bridge's": "bridge", // one rule each
		"glass": "glass", "bus": "bus", "basis": "basis", "gas": "gas", "bay": "bay", // and words that only look so
	} {
		if got := l.singular(noun); got != want {
			t.Errorf("%s: %s, want %s", noun, got, want)
		}
	}
}
