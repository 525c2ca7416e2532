package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// table is the rows as they are printed.
type table struct{ rows [][4]string }

// atLeast adds a row that must reach a bar.
func (t *table) atLeast(what string, value, bar float64, form string) {
	t.add(what, fmt.Sprintf(form, value), fmt.Sprintf("≥ "+form, bar), value >= bar)
}

// atMost adds a row that must stay below a bar.
func (t *table) atMost(what string, value, bar float64, form string) {
	t.add(what, fmt.Sprintf(form, value), fmt.Sprintf("≤ "+form, bar), value <= bar)
}

func (t *table) add(what, value, bar string, ok bool) {
	verdict := "BELOW"
	if ok {
		verdict = "ok"
	}
	t.rows = append(t.rows, [4]string{what, value, bar, verdict})
}

// note adds a row without a bar.
func (t *table) note(what, value string) { t.rows = append(t.rows, [4]string{what, value, "", ""}) }

// skip adds a row that says why something was not measured.
func (t *table) skip(what, why string) {
	t.rows = append(t.rows, [4]string{what, "skipped: " + why, "", "-"})
}

func (t *table) print(w io.Writer) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "what\tvalue\tbar\t ")
	for _, r := range t.rows {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", r[0], r[1], r[2], r[3])
	}
	return out.Flush()
}
