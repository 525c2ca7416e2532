package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// UnknownStoryError says that a dossier has no story with that id.
type UnknownStoryError struct{ ID string }

func (e *UnknownStoryError) Error() string {
	return fmt.Sprintf("export: no story of the dossier has the id %q", e.ID)
}

// Only leaves of a dossier what concerns one story; the error is an
// *UnknownStoryError.
func Only(d *stemma.Dossier, story string) error {
	at := slices.IndexFunc(d.Stories, func(s stemma.Story) bool { return s.ID == story })
	if at < 0 {
		return &UnknownStoryError{story}
	}
	d.Stories = d.Stories[at : at+1]
	inside := map[string]bool{}
	for _, w := range d.Stories[0].Witnesses {
		inside[string(w.Report)] = true
	}
	d.Reports = slices.DeleteFunc(d.Reports, func(r stemma.Report) bool { return !inside[r.ID] })
	d.Attributions = slices.DeleteFunc(d.Attributions, func(a stemma.Attribution) bool { return !inside[a.Report] })
	d.Reuse = slices.DeleteFunc(d.Reuse, func(r stemma.Reuse) bool {
		return !inside[r.A.Report] || !inside[r.B.Report]
	})
	return nil
}

// lookup looks things up in a dossier.
type lookup struct {
	*stemma.Dossier
	reports  map[string]*stemma.Report
	speakers map[string]*stemma.Speaker
	home     map[string]place
}

// place is where a report stands.
type place struct{ story, siglum string }

func newLookup(d *stemma.Dossier) *lookup {
	b := &lookup{
		Dossier: d, reports: map[string]*stemma.Report{}, speakers: map[string]*stemma.Speaker{},
		home: map[string]place{},
	}
	for i := range d.Reports {
		b.reports[d.Reports[i].ID] = &d.Reports[i]
	}
	for i := range d.Speakers {
		b.speakers[d.Speakers[i].ID] = &d.Speakers[i]
	}
	for i := range d.Stories {
		for _, w := range d.Stories[i].Witnesses {
			if !w.Lost {
				b.home[string(w.Report)] = place{d.Stories[i].ID, w.Siglum}
			}
		}
	}
	return b
}

// called is how people call a witness.
func (b *lookup) called(w *stemma.Witness) string {
	switch r := b.reports[string(w.Report)]; {
	case w.Lost:
		return w.Name
	case r != nil:
		return name.Label(r)
	}
	return w.Siglum
}

// carriers are the sigla of the reports that surely make a claim, in order.
func (b *lookup) carriers(c *stemma.Claim) []string {
	var sigla []string
	for _, report := range c.Tellers() {
		if s := b.home[report].siglum; !slices.Contains(sigla, s) {
			sigla = append(sigla, s)
		}
	}
	slices.Sort(sigla)
	return sigla
}

// joined are the words of several spans.
func joined(spans []stemma.Span) string {
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.Text
	}
	return strings.Join(words, " … ")
}

// says is the evidence of a descent in sentences, the heaviest first.
func says(d *stemma.Descent) string {
	all := slices.Clone(d.Evidence)
	slices.SortStableFunc(all, func(x, y stemma.Evidence) int { return cmp.Compare(y.Weight, x.Weight) })
	var sentences []string
	for _, e := range all {
		sentences = append(sentences, e.Says)
	}
	return strings.Join(sentences, "; ")
}
