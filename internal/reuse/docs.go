package reuse

import (
	"cmp"
	"fmt"
	"slices"
)

// Doc is a report as the search knows it.
type Doc struct {
	Name      string // by which passages name it
	Input     string // tells apart, with Place, reports of one name
	Place     int    // in the input
	Outlet    string // "" when not known
	Published string // ISO 8601, or ""
}

// docs is all reports, numbered by rank: the order of their names.
type docs struct {
	doc     []Doc
	rows    []*Row   // held, or full; nil where the text is to be cut again
	texts   []place  // where the text is
	words   []uint32 // how many
	outlet  []uint32 // number of the outlet; 0: not known
	age     []uint32 // place in the order of time
	first   []uint32 // the copy with the lowest rank of those with the same words
	copies  map[uint32][]uint32
	reports []uint32 // of each outlet, copies counted once
}

// place is where a text is: in memory, or at an offset of a room.
type place struct {
	text string
	at   int64
	size int
}

// digest is what tells copies: the words of a row.
type digest struct {
	hash  uint64
	words uint32
}

// digestOf hashes all words of a row.
func digestOf(r *Row) digest {
	h := uint64(fnvOffset)
	for _, w := range r.Words {
		h = mix(h*base + uint64(w))
	}
	return digest{h, uint32(len(r.Words))}
}

// ages gives each report's place in the order of publication: undated ones
// last, then by rank.
func ages(all []Doc) []uint32 {
	order := make([]uint32, len(all))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int {
		p, q := all[x].Published, all[y].Published
		if (p == "") != (q == "") {
			return cmp.Compare(len(q), len(p))
		}
		return cmp.Or(cmp.Compare(p, q), cmp.Compare(x, y))
	})
	age := make([]uint32, len(all))
	for place, d := range order {
		age[d] = uint32(place)
	}
	return age
}

// numberOutlets numbers the outlets from 1 in the order of their names.
func numberOutlets(all []Doc) (of []uint32, n int) {
	names := make([]string, 0, 64)
	seen := map[string]uint32{}
	for _, d := range all {
		if _, ok := seen[d.Outlet]; !ok && d.Outlet != "" {
			seen[d.Outlet] = 0
			names = append(names, d.Outlet)
		}
	}
	slices.Sort(names)
	for i, name := range names {
		seen[name] = uint32(i + 1)
	}
	of = make([]uint32, len(all))
	for i, d := range all {
		if d.Outlet != "" {
			of[i] = seen[d.Outlet]
		}
	}
	return of, len(names) + 1
}

// collapse finds the reports with the same words: first[d] is the one of them
// with the lowest rank, copies[first] all of them.
func collapse(digests []digest) (first []uint32, copies map[uint32][]uint32) {
	order := make([]uint32, len(digests))
	first = make([]uint32, len(digests))
	for i := range order {
		order[i], first[i] = uint32(i), uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int {
		return cmp.Or(cmp.Compare(digests[x].hash, digests[y].hash), cmp.Compare(digests[x].words, digests[y].words), cmp.Compare(x, y))
	})
	copies = map[uint32][]uint32{}
	for start := 0; start < len(order); {
		end := start + 1
		for end < len(order) && digests[order[end]] == digests[order[start]] {
			end++
		}
		if end-start > 1 && digests[order[start]].words >= Guarantee {
			group := slices.Clone(order[start:end])
			for _, d := range group {
				first[d] = group[0]
			}
			copies[group[0]] = group
		}
		start = end
	}
	return first, copies
}

// compareDocs orders reports by name; those of one name by where they are from.
func compareDocs(x, y *Doc) int {
	return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.Input, y.Input), cmp.Compare(x.Place, y.Place))
}

// tell gives each but the first of several reports with one name the name of
// its input, with its place where that is taken too. It says whether any was
// renamed. The reports are in order.
func tell(all []added) bool {
	taken := map[string]bool{}
	for i := 1; i < len(all); i++ {
		if all[i].doc.Name == all[i-1].doc.Name {
			taken[all[i].doc.Name] = true
		}
	}
	if len(taken) == 0 {
		return false
	}
	for i := range all {
		taken[all[i].doc.Name] = true
	}
	name := ""
	for i := range all {
		d := &all[i].doc
		if i == 0 || d.Name != name {
			name = d.Name
			continue
		}
		for d.Name = d.Input; taken[d.Name]; {
			d.Name = fmt.Sprintf("%s#%d", d.Name, d.Place)
		}
		taken[d.Name] = true
	}
	return true
}
