package collate

import (
	"fmt"
	"strings"
	"testing"
)

// ledger is a long report: each sentence has words of its own and one number.
func ledger(sentences int) string {
	things := strings.Fields("bolts sheep barrels lanterns oars ropes sacks wagons ploughs ferries")
	var b strings.Builder
	for k := range sentences {
		fmt.Fprintf(&b, "Warden%d counted %d %s beside weir%d before flood%d. ", k, 1000+k, things[k%len(things)], k, k)
	}
	return b.String()
}

// TestExcerpt has one report of thousands of sentences and short ones, either way: what
// one changed of the other is found among the sentences that they share.
func TestExcerpt(t *testing.T) {
	const asIs = "Warden400 counted 1400 bolts beside weir400 before flood400. "
	cases := []struct{ name, short, want string }{
		{"a figure is changed", "Warden400 counted 3177 bolts beside weir400 before flood400.",
			"number_changed: 1400 bolts > 3177 bolts"},
		{"nothing is", asIs, ""},
		{"the figure stands elsewhere", "Warden400 counted 2500 bolts beside weir400 before flood400.", ""},
		{"nothing is shared", "Ada Wren sang at the quay.", ""},
	}
	for _, c := range cases {
		b := newBench(t)
		r := b.reports(ledger(2*lengthiest+1000), c.short)
		if got := told(b.Changes(r[0], r[1], Copy)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestExcerptOfTheLater has the long report retell the short one.
func TestExcerptOfTheLater(t *testing.T) {
	b := newBench(t)
	r := b.reports("Warden400 counted 3177 bolts beside weir400 before flood400.", ledger(lengthiest+1))
	const want = "number_changed: 3177 bolts > 1400 bolts"
	if got := told(b.Changes(r[0], r[1], Copy)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if kin := kinship(b.Collation, r[0], excerpt(b.Collation, r[1], r[0]), Neighbours); kin != Neighbours {
		t.Errorf("a report of which one sentence is told is kin %v", kin)
	}
}

// TestExcerptIsShort bounds how much of a long report is read for a short one, however
// long that is.
func TestExcerptIsShort(t *testing.T) {
	b := newBench(t)
	for _, n := range []int{lengthiest + 1, 8 * lengthiest} {
		r := b.reports(ledger(n),
			"Warden400 counted 3177 bolts beside weir400 before flood400. Then it rained on the sheep.")
		x, _ := excerpts(b.Collation, r[0], r[1])
		if most := leadOf + 2*candidates*(2*aroundShared+1); len(x.sentences) > most || len(x.sentences) <= leadOf {
			t.Errorf("of %d sentences %d are compared, want %d at most", n, len(x.sentences), most)
		}
		if y, same := excerpts(b.Collation, r[1], r[1]); y != r[1] || same != r[1] {
			t.Error("a short report is cut")
		}
	}
}

// TestExcerptQuotations finds a quotation of a long report where it stands.
func TestExcerptQuotations(t *testing.T) {
	b := newBench(t)
	said := `"We shall mend the iron bridge before the frost," said Ada Wren, the warden. `
	r := b.reports(ledger(lengthiest)+said+ledger(20),
		`"We shall close the iron bridge before the frost," said Ada Wren, the warden.`)
	const want = "quote_altered: shall mend the > shall close the"
	if got := told(b.Changes(r[0], r[1], Copy)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
