package reuse

import "slices"

// What an outlet repeats in its own reports (mottos, sign-offs, appeals) is
// not reuse. A shingle is masthead when it stands in at least mastheadReports
// reports of one outlet and in mastheadShare of all that the pile has of it; or
// in archiveShare and at least archiveLeast, where the pile has an archive of at
// least archiveReports, of which one story cannot be half. Reports of one story by one outlet share
// wording too, so two are not enough to tell.
const (
	mastheadReports = 4
	mastheadShare   = 0.5
	archiveReports  = 20
	archiveShare    = 0.03
	archiveLeast    = archiveReports / 2
)

// Mast is a shingle that is masthead of an outlet.
type Mast struct {
	Outlet uint32
	Hash   uint64
}

// enough is in how many of an outlet's reports a masthead stands.
func enough(reports uint32) uint32 {
	if reports >= archiveReports {
		return max(archiveLeast, uint32(archiveShare*float64(reports)+0.5))
	}
	return max(mastheadReports, uint32(mastheadShare*float64(reports)+0.5))
}

// Masthead says whether a shingle is masthead of an outlet that has so many
// reports, of which holding ones hold it.
func Masthead(holding, reports int) bool {
	return holding >= int(enough(uint32(min(reports, 1<<31))))
}

// noteMastheads notes for which outlets the shingle of a group is masthead. Two
// reports of such an outlet do not meet by it; that two outlets have it in
// common is reuse all the same. It gives the group, empty where nobody is left
// to meet.
func (l *linker) noteMastheads(group []Posting) []Posting {
	l.own = l.own[:0]
	if len(group) < mastheadReports {
		return group
	}
	outlet, count := l.docs.outlet, l.mastmark
	others := false
	for i, p := range group {
		o := outlet[p.Doc]
		others = others || o == 0 || o != outlet[group[0].Doc]
		if o != 0 && (i == 0 || group[i-1].Doc != p.Doc) {
			if count[o]++; count[o] == enough(l.docs.reports[o]) {
				l.own = append(l.own, o)
				l.masts = append(l.masts, Mast{o, p.hash()})
			}
		}
	}
	for _, p := range group {
		count[outlet[p.Doc]] = 0
	}
	if len(l.own) > 0 && !others {
		return nil
	}
	return group
}

// apart says whether two reports do not meet by the shingle at hand, since it
// is their outlet's masthead.
func (l *linker) apart(p, q Posting) bool {
	o := l.docs.outlet[p.Doc]
	return len(l.own) > 0 && o == l.docs.outlet[q.Doc] && slices.Contains(l.own, o)
}

// mastheads is the set of all shingles that are masthead: a table with open
// addressing, whose length is a power of two, and in which outlet 0 is empty.
type mastheads []Mast

func newMastheads(found []Mast) mastheads {
	if len(found) == 0 {
		return nil
	}
	size := 1
	for size < 2*len(found) {
		size *= 2
	}
	m := make(mastheads, size)
	for _, x := range found {
		m[m.find(x)] = x
	}
	return m
}

// find gives the place of a shingle, or the empty one where it would be.
func (m mastheads) find(x Mast) int {
	mask := len(m) - 1
	at := int(mix(x.Hash+uint64(x.Outlet)*base)) & mask
	for m[at] != x && m[at].Outlet != 0 {
		at = (at + 1) & mask
	}
	return at
}

func (m mastheads) has(outlet uint32, hash uint64) bool {
	return m[m.find(Mast{outlet, hash})].Outlet != 0
}

// of says whether most of what is kept of the words of a passage is masthead of
// the outlet. Which of a motto's outer shingles is kept depends on the words
// around it, so a passage may be found by one that is none.
func (m mastheads) of(s *Scanner, words []uint32, outlet uint32) bool {
	if len(m) == 0 || outlet == 0 {
		return false
	}
	s.kept = s.Fingerprint(&Row{Words: words}, 0, s.kept[:0])
	n := 0
	for _, p := range s.kept {
		if m.has(outlet, p.hash()) {
			n++
		}
	}
	return 2*n >= len(s.kept) && n > 0
}
