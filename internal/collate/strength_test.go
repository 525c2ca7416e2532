package collate

import (
	"fmt"
	"strings"
	"testing"
)

// TestStrengths has findings of made-up studies that were told as more, or as less.
func TestStrengths(t *testing.T) {
	b := newBench(t)
	tests := []struct{ before, after, want string }{
		{"Eating eels was associated with fewer colds among the patients.",
			"Eels prevent colds, a study of Orrin finds.",
			"modality_strengthened 3: associated > prevent"},
		{"Patients who ate eels were more likely to sleep well.", "Eels might improve sleep, a study of Orrin finds.",
			"modality_strengthened 2: likely > might improve"},
		{"Eels could improve the sleep of patients.", "Eels improve sleep, a study of Orrin finds.",
			"modality_strengthened 2: could improve > improve"},
		{"Eels reduce the length of colds in patients.", "Eels may help against colds, a study of Orrin finds.",
			"modality_weakened 1: reduce > may help"},
		{"Eels reduce the length of colds in patients.", "Eels shorten colds, a study of Orrin finds.", ""},
		{"Patients with a reduced dose were at higher risk of colds.",
			"A low dose is linked to colds, a study of Orrin finds.", ""},
		{"Patients were aged 40 to 60.", "Eels shorten colds, a study of Orrin finds.", ""},
		{"The bridge could be shut in May.", "The works on the bridge block the road to Orrin.", ""},
		{strings.Repeat("Eels may shorten colds in patients. ", 30), "Eels shorten colds, a study finds.", ""},
	}
	for _, tt := range tests {
		r, got := b.reports(tt.before, tt.after), ""
		for _, d := range Strengths(b.Collator, r[0], r[1]) {
			checkDrift(t, &d)
			got += fmt.Sprintf("%s %d: %s > %s", d.Kind, d.Severity, words(d.Before), words(d.After))
		}
		if got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}
