package stemma

import (
	"cmp"
	"slices"
)

// Outcome is what became of an input.
type Outcome string

// Outcomes; every input has exactly one.
const (
	Read    Outcome = "read"
	Skipped Outcome = "skipped"
	Failed  Outcome = "failed"
)

// LedgerRow says what became of one input, and why.
type LedgerRow struct {
	Input   string  `json:"input"`
	Outcome Outcome `json:"outcome"`
	Reason  string  `json:"reason"`
	Report  Maybe   `json:"report"`
	// Note says what of an input that was read was not understood.
	Note string `json:"note,omitempty"`
	// Twin is the input with the same content that was read in the place of one
	// that was skipped.
	Twin string `json:"-"`
}

// Schema names of the documents that Stemma writes.
const (
	DossierSchema = "stemma.dossier/1"
	QuotesSchema  = "stemma.quotes/1"
	StoriesSchema = "stemma.stories/1"
)

// Dossier is all that was found about a pile: the result of the main job.
type Dossier struct {
	Schema       string        `json:"schema"`
	Ledger       []LedgerRow   `json:"ledger"`
	Reports      []Report      `json:"reports"`
	Speakers     []Speaker     `json:"speakers"`
	Attributions []Attribution `json:"attributions"`
	Reuse        []Reuse       `json:"reuse"`
	Stories      []Story       `json:"stories"`
	// Corrections are what the user says of the pile, in the order of the file.
	Corrections []Correction `json:"corrections,omitempty"`
}

// Report returns the report with that id, or nil.
func (d *Dossier) Report(id string) *Report {
	for i := range d.Reports {
		if d.Reports[i].ID == id {
			return &d.Reports[i]
		}
	}
	return nil
}

// Speaker returns the speaker with that id, or nil.
func (d *Dossier) Speaker(id string) *Speaker {
	for i := range d.Speakers {
		if d.Speakers[i].ID == id {
			return &d.Speakers[i]
		}
	}
	return nil
}

// Attribution returns the attribution with that id, or nil.
func (d *Dossier) Attribution(id string) *Attribution {
	for i := range d.Attributions {
		if d.Attributions[i].ID == id {
			return &d.Attributions[i]
		}
	}
	return nil
}

// Between gives the passages that two reports share, a's side first, in the order
// of a's text.
func (d *Dossier) Between(a, b string) []Reuse {
	var found []Reuse
	for _, r := range d.Reuse {
		switch {
		case r.A.Report == a && r.B.Report == b:
			found = append(found, r)
		case r.A.Report == b && r.B.Report == a:
			r.A, r.B = r.B, r.A
			found = append(found, r)
		}
	}
	slices.SortStableFunc(found, func(x, y Reuse) int {
		return cmp.Or(cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start))
	})
	return found
}
