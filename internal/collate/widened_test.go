package collate

import "testing"

func TestWidened(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		before, after string
		kin           Kin
		want          string
	}{
		{"Only mills with 20 wheels or more would pay the toll.",
			"The toll is for all mills where water does the work.", Copy,
			"number_changed: Only mills > all mills"},
		{"Two keepers said the 2019 survey of the dam was forged.",
			"Two keepers told her that safety inspections were forged.", Copy, ""},
		{"Two keepers said the 2019 safety inspection was forged.",
			"Two keepers told her that safety inspections were forged.", Copy,
			"number_changed: inspection was forged > inspections were forged"},

		// What is no change.
		{"Only mills with 20 wheels or more would pay the toll.",
			"The toll is for all mills that are large; only mills with 20 wheels or more would pay.", Copy, ""},
		{"Only the mills would pay the toll.", "The toll is for all mills where water does the work.", Copy, ""},
		{"Two keepers said the 2019 safety inspection was forged, as other inspections were.",
			"Two keepers told her that safety inspections were forged.", Copy, ""},
		{"Two keepers said the 2019 safety inspection was forged.",
			"Two keepers told her that safety inspections were forged.", Siblings, ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, tt.kin); got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}

func TestToned(t *testing.T) {
	b := newBench(t)
	b.copies(t, []copied{
		{"Ada Wren, keeper of the weir, said that the gate at Selby had never been painted.",
			"The gate at Selby had never been painted, Ada Wren admitted.",
			"predicate_changed: said > admitted"},

		// What is no change.
		{"Ada Wren, keeper of the weir, admitted that the gate at Selby had never been painted.",
			"The gate at Selby had never been painted, Ada Wren confessed.", ""},
		{"Ada Wren said that the gate at Selby had never been painted.",
			"Ned Ash admitted that the gate at Selby had never been painted.",
			"attribution_changed: Ada Wren > Ned Ash"},
	})
}
