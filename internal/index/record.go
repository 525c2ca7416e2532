package index

import (
	"cmp"

	"stemma/internal/fnv"
)

// Report is one report as the index keeps it.
type Report struct {
	Name      string // by which passages name it; unique in an index
	Outlet    string // "" when not known
	Published string // ISO 8601, or ""
	Text      string
}

// older orders reports by age: undated ones last, then by name.
func older(a, b *Report) int {
	if (a.Published == "") != (b.Published == "") {
		return cmp.Compare(len(b.Published), len(a.Published))
	}
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Name, b.Name))
}

// nameHash is the hash by which a name is looked up; rows keep its low half.
func nameHash(name string) uint64 { return fnv.Of(name) }
