package reuse

import (
	"slices"

	"stemma"
)

// What an outlet repeats in its own reports (mottos, sign-offs, appeals) is
// not reuse. A shingle is masthead when it stands in at least mastheadReports
// reports of one outlet and in mastheadShare of all that the pile has of it; or
// in archiveShare, where the pile has an archive of at least archiveReports, of
// which one story cannot be half. Reports of one story by one outlet share
// wording too, so two are not enough to tell.
const (
	mastheadReports = 4
	mastheadShare   = 0.5
	archiveReports  = 20
	archiveShare    = 0.03
)

// masthead is the shingles of one outlet that are its masthead.
type masthead map[uint64]bool

// mastheads gives each row the masthead of its outlet; nil for most. All
// shingles are counted, not the kept ones: which of a motto's shingles is
// kept depends on the words around it.
func mastheads(rows []row) []masthead {
	byOutlet := map[stemma.Maybe][]int{}
	for i, r := range rows {
		if name := r.text.Report.Outlet; name != "" {
			byOutlet[name] = append(byOutlet[name], i)
		}
	}
	of := make([]masthead, len(rows))
	for _, members := range byOutlet {
		if len(members) < mastheadReports {
			continue
		}
		m := repeated(rows, members)
		for _, i := range members {
			of[i] = m
		}
	}
	return of
}

// repeated gives the shingles that enough of the rows hold.
func repeated(rows []row, members []int) masthead {
	var all []uint64
	for _, i := range members {
		own := shingles(rows[i].words)
		slices.Sort(own)
		all = append(all, slices.Compact(own)...)
	}
	slices.Sort(all)
	share := mastheadShare
	if len(members) >= archiveReports {
		share = archiveShare
	}
	enough := max(mastheadReports, int(share*float64(len(members))+0.5))
	m := masthead{}
	for i := 0; i+enough <= len(all); i++ {
		if all[i+enough-1] == all[i] {
			m[all[i]] = true
		}
	}
	return m
}
