package quote_test

import (
	"strings"
	"testing"

	"stemma"
)

// TestNoCircles: what somebody says ends before the words that credit the whole to another one, and of two credits
// one at most stands in the other.
func TestNoCircles(t *testing.T) {
	const whole = "The mayor told the keepers that the pump was “a heap of rust,” according to a letter of the board."
	for text, want := range map[string]string{
		whole: "the pump was “a heap of rust,”",
		"According to the letter, the mayor told the keepers that the pump was old.": "the pump was old",
	} {
		var told *stemma.Attribution
		all, _ := read(t, text)
		byID := map[string]stemma.Attribution{}
		for i := range all {
			byID[all[i].ID] = all[i]
			if all[i].Cue[0].Text == "told" {
				told = &all[i]
			}
		}
		if told == nil || len(told.Content) != 1 || strings.TrimPrefix(told.Content[0].Text, "that ") != want {
			t.Errorf("%s: %+v", text, told)
			continue
		}
		outer := byID[string(told.Within)]
		if !strings.EqualFold(outer.Cue[0].Text, "according to") || outer.Within != "" {
			t.Errorf("%s: within %+v", text, outer)
		}
	}
}
