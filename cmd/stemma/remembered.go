package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
)

// A correction is tried before it is kept, and undone soon where it is undone: what was
// found with it, and without it, is the same then, so that the last dossiers are at hand.
// Each has lists of its own, which of a large case come to a hundred megabytes.
const (
	mostRemembered  = 3
	largeRemembered = 3000 // reports; of a larger case none is
)

// remembered are the dossiers that were found last in a case.
type remembered struct {
	captures string // the mark of those that they were found of
	all      []rememberedDossier
}

// rememberedDossier is a dossier and the corrections that it was found with.
type rememberedDossier struct {
	said []stemma.Correction
	d    *stemma.Dossier
}

// capturesOf is the part of a case's mark that tells of captures.
func capturesOf(mark string) string {
	captures, _, _ := strings.Cut(mark, " ")
	return captures
}

// put notes what was found.
func (r *remembered) put(mark string, said []stemma.Correction, d *stemma.Dossier) {
	if captures := capturesOf(mark); captures != r.captures {
		r.captures, r.all = captures, nil
	}
	if len(d.Reports) > largeRemembered {
		return
	}
	r.all = slices.DeleteFunc(r.all, func(x rememberedDossier) bool { return sameSaid(x.said, said) })
	if r.all = append(r.all, rememberedDossier{said, d}); len(r.all) > mostRemembered {
		r.all = slices.Delete(r.all, 0, 1)
	}
}

// get gives what was found with the same corrections; nil for nothing. The numbers by
// which they are known may be others: one that is tried has none yet. Where a reason may
// name one, all is found anew.
func (r *remembered) get(mark string, said []stemma.Correction) *stemma.Dossier {
	if capturesOf(mark) != r.captures {
		return nil
	}
	at := slices.IndexFunc(r.all, func(x rememberedDossier) bool { return sameSaid(x.said, said) })
	if at < 0 || slices.ContainsFunc(r.all[at].d.Corrections, func(c stemma.Correction) bool { return !c.Applied }) {
		return nil
	}
	d := *r.all[at].d
	d.Corrections = slices.Clone(d.Corrections)
	for i := range d.Corrections {
		d.Corrections[i].Line = said[i].Line
	}
	return &d
}

// sameSaid says whether two lists of corrections say the same, by the same people.
func sameSaid(a, b []stemma.Correction) bool {
	return slices.EqualFunc(a, b, func(x, y stemma.Correction) bool {
		return x.ID == y.ID && x.Text == y.Text && x.By == y.By && x.On == y.On
	})
}

// keepFound lets the case keep, meanwhile, what it would have been given had all been found
// anew.
func (v *served) keepFound() {
	if v.keeping.CompareAndSwap(false, true) {
		go func() {
			defer v.keeping.Store(false)
			if _, err := v.trace(context.Background()); err != nil {
				why := printable(err.Error())
				fmt.Fprintln(v.s.err, "stemma: what was found is not kept, and will be found anew:", why)
			}
		}()
	}
}
