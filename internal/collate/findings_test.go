package collate

import "testing"

func TestStrengthened(t *testing.T) {
	b := newBench(t)
	const study = "A study of patients by researchers at Orrin was small. "
	tests := []struct{ name, before, after, want string }{
		{"together, cause", study +
			"Keepers who took the salve every day had fewer serious falls than keepers who did not.",
			"Salve taken every day prevents serious falls.", "modality_strengthened: fewer > prevents"},
		{"a cause in both", study + "Keepers were glad. The salve prevents serious falls of keepers.",
			"Salve prevents serious falls.", ""},
		{"a may of another clause", study +
			"The salve prevents stiff joints of keepers, who might buy it to have fewer falls.",
			"Salve prevents falls of keepers.", ""},
		{"another finding", study +
			"Keepers who took the salve every day had fewer serious falls than keepers who did not.",
			"The new lock reduces the noise of the weir.", ""},
		{"no study", "Keepers who took the salve every day had fewer serious falls than keepers who did not.",
			"Salve taken every day prevents serious falls.", ""},
	}
	for _, tt := range tests {
		if got := b.changes(t, tt.before, tt.after, Copy); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}
