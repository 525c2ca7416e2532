package store

import (
	"encoding/json"
	"fmt"
	"time"

	"stemma"
)

// kept is a dossier with what its JSON leaves out and its renderings need.
type kept struct {
	Dossier *stemma.Dossier
	Reports []unsaid
	Gists   []string // of the drifts, in order
}

// unsaid is what the JSON of a report leaves out.
type unsaid struct {
	Updated  stemma.Moment
	Dates    []stemma.Moment
	Notes    []string
	Captured time.Time
}

// Encode writes a dossier whole, so that all renderings of what [Decode] reads
// are those of the dossier itself.
func Encode(d *stemma.Dossier) ([]byte, error) {
	k := kept{Dossier: d}
	for i := range d.Reports {
		r := &d.Reports[i]
		k.Reports = append(k.Reports, unsaid{r.Updated, r.Dates, r.Notes, r.Captured})
	}
	for i := range d.Stories {
		for _, x := range d.Stories[i].Drifts {
			k.Gists = append(k.Gists, x.Gist)
		}
	}
	data, err := json.Marshal(k)
	if err != nil {
		return nil, fmt.Errorf("store: dossier: %w", err)
	}
	return data, nil
}

// Decode reads what [Encode] writes.
func Decode(data []byte) (*stemma.Dossier, error) {
	k := kept{Dossier: &stemma.Dossier{}}
	if err := json.Unmarshal(data, &k); err != nil {
		return nil, fmt.Errorf("store: dossier: %w", err)
	}
	if len(k.Reports) != len(k.Dossier.Reports) {
		return nil, fmt.Errorf("store: dossier: %d of %d reports", len(k.Reports), len(k.Dossier.Reports))
	}
	for i, u := range k.Reports {
		r := &k.Dossier.Reports[i]
		r.Updated, r.Dates, r.Notes, r.Captured = u.Updated, u.Dates, u.Notes, u.Captured
	}
	for i := range k.Dossier.Stories {
		for n := range k.Dossier.Stories[i].Drifts {
			if len(k.Gists) > 0 {
				k.Dossier.Stories[i].Drifts[n].Gist, k.Gists = k.Gists[0], k.Gists[1:]
			}
		}
	}
	return k.Dossier, nil
}
