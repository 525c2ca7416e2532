package collate

import "testing"

// TestLearned: a report that was taken from another one and opens with what its own outlet has learned hides from
// whom that one had it.
func TestLearned(t *testing.T) {
	b := newBench(t)
	const draft = "The guild of Orrin is considering a levy on all mills, according to a draft of nine pages. "
	const taken = "Every mill in Orrin is to pay the guild a levy, Harbour Bell has learned. "
	tests := []struct {
		name, before, after string
		kin                 Kin
		want                string
	}{
		{"taken", draft, taken, Copy,
			"attribution_changed: according to a draft of nine pages > Harbour Bell has learned"},
		{"a citation", draft, taken, Citing, ""},
		{"the first one is named", draft, taken + "The Lantern wrote of it first.", Copy, ""},
		{"somebody spoke to it", draft, taken + `"We pay already," a miller told us.`, Copy, ""},
		{"the first one learned it too", "The guild of Orrin is considering a levy on all mills, the Selby Lantern " +
			"has learned.", taken, Copy, ""},
		{"others learned it", draft, "Every mill of Orrin is to pay a levy, a miller has learned.", Copy, ""},
	}
	for _, tt := range tests {
		r := b.reports(tt.before, tt.after)
		r[0].text.Report.Outlet, r[1].text.Report.Outlet = "Selby Lantern", "Harbour Bell"
		var got string
		for _, d := range b.Changes(r[0], r[1], tt.kin) {
			checkDrift(t, &d)
			if after := words(d.After); d.Kind == "attribution_changed" {
				got = string(d.Kind) + ": " + words(d.Before) + " > " + after
			}
		}
		if got != tt.want {
			t.Errorf("%s:\n got  %s\n want %s", tt.name, got, tt.want)
		}
	}
}
