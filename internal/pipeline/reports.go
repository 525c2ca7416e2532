package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// reports extracts the captures, fills the dossier's reports and ledger, and
// gives the reports' tongues.
func (p *Pipeline) reports(ctx context.Context, d *stemma.Dossier, captures []stemma.Capture) (speech, error) {
	extracted := make([]stemma.Report, len(captures))
	failed := make([]error, len(captures))
	if err := p.each(ctx, "reading", len(captures), func(i int) {
		failed[i] = guard(func() (err error) {
			extracted[i], err = p.report(captures[i])
			return err
		})
	}); err != nil {
		return speech{}, err
	}
	for i, c := range captures {
		if failed[i] != nil {
			d.Ledger = append(d.Ledger, failedRow(c.Input, failed[i]))
			continue
		}
		d.Ledger = append(d.Ledger, readRow(&captures[i], &extracted[i]))
		d.Reports = append(d.Reports, extracted[i])
	}
	d.Reports = orEmpty(d.Reports)
	slices.SortFunc(d.Reports, byDate)
	closeLedger(d)
	return p.tongues.speech(d.Reports), nil
}

// report makes a report of a capture, or takes the one that was made before. A
// pipeline with a memory reads captures of a case, whose data are whole.
func (p *Pipeline) report(c stemma.Capture) (stemma.Report, error) {
	if p.o.Memory == nil {
		return p.extract.Extract(c)
	}
	key := sha256.New()
	fmt.Fprintf(key, "%q %s %q %v", c.Input, c.Media, c.URL, c.Captured.UTC())
	if c.Record != nil {
		fmt.Fprintf(key, "%+v", *c.Record)
	}
	key.Write(c.Data)
	digest := hex.EncodeToString(key.Sum(nil))
	if r, known := p.o.Memory.Report(digest); known {
		return r, nil
	}
	r, err := p.extract.Extract(c)
	if err == nil {
		p.o.Memory.KeepReport(digest, r)
	}
	return r, err
}

// readRow is the row of a capture of which a report was made.
func readRow(c *stemma.Capture, r *stemma.Report) stemma.LedgerRow {
	notes := r.Notes
	if c.Note != "" {
		notes = append([]string{c.Note}, notes...)
	}
	return stemma.LedgerRow{Input: c.Input, Outcome: stemma.Read, Report: stemma.Maybe(r.ID), Note: strings.Join(notes, "; ")}
}

// failedRow is the row of an input of which no report was made.
func failedRow(input string, why error) stemma.LedgerRow {
	return stemma.LedgerRow{Input: input, Outcome: stemma.Failed, Reason: why.Error()}
}

// byDate puts dated reports first, the oldest before all.
func byDate(a, b stemma.Report) int {
	if a.Published.Known() != b.Published.Known() {
		if a.Published.Known() {
			return -1
		}
		return 1
	}
	return cmp.Or(a.Published.Time.Compare(b.Published.Time), cmp.Compare(a.ID, b.ID))
}

// closeLedger orders the rows by input and names, for a duplicate, the report
// that it is a duplicate of.
func closeLedger(d *stemma.Dossier) {
	reports := map[string]stemma.Maybe{}
	for _, row := range d.Ledger {
		if row.Outcome == stemma.Read {
			reports[row.Input] = row.Report
		}
	}
	for i := range d.Ledger {
		if twin := d.Ledger[i].Twin; twin != "" {
			d.Ledger[i].Report = reports[twin]
		}
	}
	slices.SortStableFunc(d.Ledger, func(a, b stemma.LedgerRow) int {
		return cmp.Or(cmp.Compare(a.Input, b.Input), cmp.Compare(a.Outcome, b.Outcome), cmp.Compare(a.Reason, b.Reason))
	})
}
