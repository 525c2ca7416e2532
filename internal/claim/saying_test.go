package claim

import (
	"strings"
	"testing"

	"stemma"
)

// TestJoinSayings: what is cut out of a quotation is one claim with it, and two quotations of
// like words are two.
func TestJoinSayings(t *testing.T) {
	const whole = `"If the council wanted to be of help to the ferrymen, to move forward and put the harbour ` +
		`crews back to work, it would mend the northern gate of the lock," Wren Hollis said.`
	for _, test := range []struct {
		name, a, b  string
		says, other string // words of the two statements
		one         bool
	}{
		{"cut out", whole, `Wren Hollis said that mending the northern gate of the lock would put the harbour crews ` +
			`back to work. Wren Hollis said on Monday that it "wanted to be of help to the ferrymen".`,
			"move forward", "it \"wanted", true},
		{"two sayings", `"Violence and destruction of property in Selmouth cannot be tolerated," Wren Hollis said.`,
			`"The board will not tolerate violence and looting, or property destroyed in Selmouth," Oda Marrick said.`,
			"cannot be tolerated", "will not tolerate", false},
		{"one saying, heard otherwise",
			`"Violence and destruction of property in Selmouth cannot be tolerated," Wren Hollis said.`,
			`"These acts of violence and destruction of property in Selmouth will not be tolerated," Wren Hollis said.`,
			"cannot be tolerated", "will not be tolerated", true},
	} {
		b := newBench(t)
		texts := []*stemma.Text{b.text("r1", test.a), b.text("r2", test.b)}
		found, index := b.stated(texts...)
		one := false
		for _, group := range Join(b.aligner.Story(texts, found, index), index) {
			has := func(words string) bool {
				for _, i := range group {
					if strings.Contains(found[i].Span.Text, words) {
						return true
					}
				}
				return false
			}
			one = one || has(test.says) && has(test.other)
		}
		if one != test.one {
			t.Errorf("%s: one claim: %v, want %v", test.name, one, test.one)
		}
	}
}
