package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"stemma"
	"stemma/internal/extract"
	"stemma/internal/ingest"
)

// received is what was read: the captures, the rows of what became none, and how
// the report of a capture is made.
type received struct {
	captures []stemma.Capture
	ledger   []stemma.LedgerRow
	report   func(i int) (stemma.Report, error)
}

// whole is a pile of captures with their data.
func (p *Pipeline) whole(captures []stemma.Capture, ledger []stemma.LedgerRow) received {
	return received{captures, ledger, func(i int) (stemma.Report, error) { return p.report(captures[i]) }}
}

// drafts reads the inputs, and of each as much as makes its data superfluous: of
// a thousand pages the article is one byte in fifty.
func (p *Pipeline) drafts(ctx context.Context, inputs []string) (received, error) {
	type drafted struct {
		extract.Draft
		fault error
	}
	var done atomic.Int64
	read, ledger, err := ingest.Make(ctx, inputs, p.reading(), func(c stemma.Capture) (d drafted) {
		d.fault = guard(func() error { d.Draft = p.extract.Draft(c); return nil })
		n := int(done.Add(1))
		p.o.Progress(Reading, n, 0) // nobody knows of how many
		return d
	})
	captures := make([]stemma.Capture, len(read))
	for i := range read {
		captures[i] = read[i].Capture
	}
	return received{captures, ledger, func(i int) (stemma.Report, error) {
		d := read[i].Value
		if read[i].Value = (drafted{}); d.fault != nil {
			return stemma.Report{}, d.fault
		}
		return p.extract.Finish(captures[i], d.Draft)
	}}, err
}

// reports makes the reports of a pile, and fills the dossier's reports and ledger.
func (p *Pipeline) reports(ctx context.Context, d *stemma.Dossier, read received) error {
	captures := read.captures
	extracted := make([]stemma.Report, len(captures))
	failed := make([]error, len(captures))
	if err := p.each(ctx, "reports", len(captures), func(i int) {
		failed[i] = guard(func() (err error) {
			extracted[i], err = read.report(i)
			return err
		})
	}); err != nil {
		return err
	}
	d.Ledger = slices.Grow(d.Ledger, len(captures))
	d.Reports = make([]stemma.Report, 0, len(captures))
	for i, c := range captures {
		if failed[i] != nil {
			d.Ledger = append(d.Ledger, failedRow(c.Input, failed[i]))
			continue
		}
		d.Ledger = append(d.Ledger, readRow(&captures[i], &extracted[i]))
		d.Reports = append(d.Reports, extracted[i])
	}
	slices.SortFunc(d.Reports, byDate)
	closeLedger(d)
	return nil
}

// DigestOf is the digest of a capture's data: see [stemma.Capture].
func DigestOf(data []byte) string {
	of := sha256.Sum256(data)
	return string(of[:])
}

// report makes a report of a capture, or takes the one that was made before. A
// pipeline with a memory reads captures of a case, whose data are whole, or are missing
// where the memory has the report.
func (p *Pipeline) report(c stemma.Capture) (stemma.Report, error) {
	if p.o.Memory == nil {
		return p.extract.Extract(c)
	}
	digest := p.desk.keyOf(&c)
	if r, known := p.o.Memory.Report(digest); known {
		return r, nil
	}
	r, err := p.extract.Extract(c)
	if err == nil {
		p.o.Memory.KeepReport(digest, r)
	}
	return r, err
}

// captureKey is what a report is made of. A record that lies at one place is the same.
type captureKey struct {
	input, url, digest string
	media              stemma.MediaType
	captured           time.Time
	record             *stemma.Record
}

// keyOf is the key of the report that is made of a capture. That of one whose data's digest is
// known is worked out once.
func (k *desk) keyOf(c *stemma.Capture) string {
	of := captureKey{c.Input, c.URL, c.Digest, c.Media, c.Captured, c.Record}
	k.mu.Lock()
	key, known := k.captures[of]
	k.mu.Unlock()
	if known {
		return key
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %s %q %v", c.Input, c.Media, c.URL, c.Captured.UTC())
	if c.Record != nil {
		fmt.Fprintf(sum, "%+v", *c.Record)
	}
	io.WriteString(sum, cmp.Or(c.Digest, DigestOf(c.Data)))
	key = hex.EncodeToString(sum.Sum(nil))
	if c.Digest != "" {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.captures[of] = key
	}
	return key
}

// readRow is the row of a capture of which a report was made.
func readRow(c *stemma.Capture, r *stemma.Report) stemma.LedgerRow {
	notes := r.Notes
	if c.Note != "" {
		notes = append([]string{c.Note}, notes...)
	}
	return stemma.LedgerRow{Input: c.Input, Outcome: stemma.Read, Report: stemma.Maybe(r.ID),
		Note: strings.Join(notes, "; ")}
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
