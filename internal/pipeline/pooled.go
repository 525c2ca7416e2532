package pipeline

import (
	"crypto/sha256"
	"slices"
	"sync"

	"stemma"
)

// pooled is what was made of all reports together, before any story is told: of the same
// reports it is the same, whatever else is corrected than names.
type pooled struct {
	of string // the digests of the reports, in order

	joining      sync.Mutex // for what follows; it is held while the speakers are joined
	attributions []stemma.Attribution
	speakers     []stemma.Speaker

	searching sync.Mutex // the same for the search for passages
	shared    []stemma.Reuse
	searched  bool
}

// pool is what the desk has of all these reports; nil where there is no desk.
func (k *desk) pool(reports []stemma.Report) *pooled {
	if k == nil {
		return nil
	}
	of := make([]byte, 0, sha256.Size*len(reports))
	k.mu.Lock()
	defer k.mu.Unlock()
	for i := range reports {
		known := k.reports[reports[i].ID]
		if known == nil {
			return nil
		}
		of = append(of, known.digest...)
	}
	if key := string(sum(of)); k.same == nil || k.same.of != key {
		k.same = &pooled{of: key}
	}
	return k.same
}

// joined gives the attributions and the speakers of all reports, for a dossier of its
// own.
func (p *pooled) joined(join func() ([]stemma.Attribution, []stemma.Speaker)) ([]stemma.Attribution, []stemma.Speaker) {
	if p == nil {
		return join()
	}
	p.joining.Lock()
	defer p.joining.Unlock()
	if p.attributions == nil {
		attributions, speakers := join()
		p.attributions, p.speakers = orEmpty(attributions), speakers
	}
	return slices.Clone(p.attributions), slices.Clone(p.speakers)
}

// passages gives those that the reports have in common.
func (p *pooled) passages(find func() []stemma.Reuse) []stemma.Reuse {
	if p == nil {
		return find()
	}
	p.searching.Lock()
	defer p.searching.Unlock()
	if !p.searched {
		p.shared, p.searched = find(), true
	}
	return p.shared
}
