package collate

import "testing"

// TestStrangersThanks: two who say much the same are one who is named otherwise only where they say nearly all of
// it, or one report was taken from the other; and who posts something may hand on what others say.
func TestStrangersThanks(t *testing.T) {
	b := newBench(t)
	const (
		wren  = `"I am grateful to the mayor of Orrin and proud to keep the old weir of the valley," Ada Wren said.`
		ash   = `"I am grateful to the mayor of Orrin and happy to mend the old weir of the valley," Ned Ash said.`
		same  = `"I am grateful to the mayor of Orrin and proud to keep the old weir of the valley," Ned Ash said.`
		other = "attribution_changed: Ada Wren > Ned Ash"
	)
	for _, tt := range []struct {
		name, after, want string
		kin               Kin
	}{
		{"much the same", ash, "", Neighbours},
		{"the same", same, other, Siblings},
		{"the same, in a copy", same, other, Copy},
	} {
		if got := b.changes(t, wren, tt.after, tt.kin); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.name, got, tt.want)
		}
	}
}

// TestSureInQuotes: of a quotation it matters more than a word how sure it is.
func TestSureInQuotes(t *testing.T) {
	b := newBench(t)
	for after, want := range map[string]int{
		`Voss said, "It is a weir that will never be matched in the whole valley."`:  2,
		`Voss said, "It is the weir that may never be matched in the whole valley."`: 0,
		`Voss said, "It is a weir which may never be matched in the whole valley."`:  1,
	} {
		r := b.reports(`Voss said, "It is a weir that may never be matched in the whole valley."`, after)
		severity := 0
		for _, d := range b.Changes(r[0], r[1], Siblings) {
			severity = d.Severity
		}
		if severity != want {
			t.Errorf("%s: %d, not %d", after, severity, want)
		}
	}
}
