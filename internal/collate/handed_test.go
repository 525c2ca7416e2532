package collate

import (
	"fmt"
	"strings"
	"testing"
)

func TestHanded(t *testing.T) {
	b := newBench(t)
	tests := []struct{ before, after, want string }{
		// Nobody spoke to the paper.
		{`"The old weir is sound," said Ada Wren, its keeper.`, `"The old weir is sound," Ada Wren told the Bell.`,
			"attribution_changed: said Ada Wren > Ada Wren told the Bell"},
		{`"The weir is old," one said. "Somebody should read the book."`,
			`"Somebody should read the book," a keeper told the Bell.`,
			"attribution_changed: Somebody should read the book > a keeper told the Bell"},
		// It reveals what others told somebody else.
		{"Two keepers told the Selby Lantern that the northern weir of Orrin leaks at both gates.",
			"The northern weir of Orrin leaks at both gates, the Harbour Bell reveals after speaking to the keepers.",
			"attribution_changed: Two keepers told > the Harbour Bell reveals"},
		{"Keepers of the weir of Orrin told the Selby Lantern that its bolts had groaned in May.",
			"Every keeper at Orrin had warned of the floods, the Harbour Bell reveals after speaking to the keepers.",
			"attribution_changed: Keepers of the weir of Orrin told the Selby Lantern > the Harbour Bell reveals"},
		{"The northern weir of Orrin leaks at both gates, keepers told us.",
			"The northern weir of Orrin leaks at both gates, the Harbour Bell reveals.", ""},
		// Its people did not find it.
		{"Researchers found that the salve cuts the danger of falls by half.",
			"The Bell's own researchers found that the danger was cut by half.",
			"source_inflated: Researchers found > The Bell's own researchers"},

		// By its own account somebody spoke to it; what it found; somebody else was told; other words.
		{`"The old weir is sound," Ada Wren told us.`, `"The old weir is sound," Ada Wren told the Bell.`, ""},
		{"Researchers of the Bell found that the salve cuts the danger by half.",
			"The Bell's own researchers found that the danger was cut by half.", ""},
		{`"The old weir is sound," said Ada Wren, its keeper.`,
			`"The old weir is sound," Ada Wren told the Gazette.`, ""},
		{`"The old weir is sound," said Ada Wren, its keeper.`,
			`"Nobody goes down to the mill in winter," Ada Wren told the Bell.`, ""},
		{"The council was warned of the cracks, researchers say.",
			"A report by the Bell says that the council was warned of the cracks.", ""},
	}
	for _, tt := range tests {
		r := b.reports(tt.before, tt.after)
		r[0].text.Report.Outlet = "Harbour Bell"
		var got []string
		for _, d := range Handed(b.Collation, r[0], r[1]) {
			checkDrift(t, &d)
			got = append(got, fmt.Sprintf("%s: %s > %s", d.Kind, words(d.Before), words(d.After)))
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("%q, %q:\n got  %s\n want %s", tt.before, tt.after, got, tt.want)
		}
	}
}
