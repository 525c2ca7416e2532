package collate

import (
	"testing"

	"stemma"
)

// TestConfirmed: an outlet that only reports is told to confirm; one that says so itself,
// or is said not to, is not.
func TestConfirmed(t *testing.T) {
	b := newBench(t)
	tests := []struct{ before, after, want string }{
		{"The council will sell the old weir of Orrin, two clerks told the Bell.",
			"The Orrin Bell confirmed the sale of the weir on Monday.",
			"Bell confirmed the sale of the weir on Monday"},
		{"The council will sell the old weir of Orrin, two clerks told the Bell.",
			"Newspapers confirm that the weir is sold.",
			"Newspapers confirm that the weir is sold"},
		{"The council will sell the old weir, a clerk confirmed to the Bell.",
			"The Orrin Bell confirmed the sale of the weir.", ""},
		{"The council will sell the old weir of Orrin.", "The Orrin Bell has not confirmed the sale of the weir.", ""},
		{"The council will sell the old weir of Orrin.", "The council confirmed to the Bell that the weir is sold.",
			""},
	}
	for _, test := range tests {
		r := b.reports(test.before, test.after)
		r[0].text.Report.Outlet = "Orrin Bell"
		got := ""
		for _, d := range confirmed(b.Collation, r[0], r[1], Copy) {
			if d.Kind == stemma.ModalityStrengthened {
				got += words(d.After)
			}
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.after, got, test.want)
		}
	}
}
