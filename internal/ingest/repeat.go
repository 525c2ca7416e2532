package ingest

import (
	"time"

	"stemma"
)

// revisit says of which capture a record of a web archive is a repetition: it
// has no page of its own.
type revisit struct {
	target string // the address
	date   time.Time
}

// repeats gives the rows of what became no capture. A repetition names the
// capture that has its page, where that is among these.
func repeats(failed []failure, captures []held) []stemma.LedgerRow {
	byAddress := map[string][]*stemma.Capture{}
	for i := range captures {
		if c := &captures[i].Capture; c.URL != "" {
			byAddress[c.URL] = append(byAddress[c.URL], c)
		}
	}
	rows := make([]stemma.LedgerRow, len(failed))
	for i, f := range failed {
		rows[i] = f.row()
		if first := f.among(byAddress[f.target]); first != nil {
			rows[i].Twin = first.Input
		}
	}
	return rows
}

// among finds the capture that has the page: that of the time which is stated,
// or, where none is stated, the only one.
func (r revisit) among(captures []*stemma.Capture) *stemma.Capture {
	for _, c := range captures {
		if c.Captured.Equal(r.date) || r.date.IsZero() && len(captures) == 1 {
			return c
		}
	}
	return nil
}

// follow names, where a repetition is one of a duplicate, what was read in the
// place of that.
func follow(rows, duplicates []stemma.LedgerRow) {
	first := map[string]string{}
	for _, d := range duplicates {
		first[d.Input] = d.Twin
	}
	for i := range rows {
		if twin := first[rows[i].Twin]; twin != "" {
			rows[i].Twin = twin
		}
	}
}
