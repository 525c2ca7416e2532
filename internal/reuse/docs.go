package reuse

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"stemma/internal/fnv"
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
	copied  []bool   // that there are copies of the report
	reports []uint32 // of each outlet, copies counted once
	owners  int      // of a run, up to which all are paired
}

// place is where a text is: in memory, or at an offset of a room.
type place struct {
	text string
	at   int64
	size int
}

// rank numbers the reports by name once all are there.
func rank(all []added) (d *docs, rankOf []uint32) {
	order := byName(all)
	if tell(all, order) {
		order = byName(all)
	}
	n := len(order)
	d = &docs{
		doc: make([]Doc, n), rows: make([]*Row, n), texts: make([]place, n), words: make([]uint32, n),
		owners: MaxOwners,
	}
	rankOf = make([]uint32, n)
	digests := make([]Digest, n)
	for rank, number := range order {
		x := &all[number]
		rankOf[number] = uint32(rank)
		d.doc[rank], d.rows[rank], d.texts[rank], digests[rank] = x.doc, x.row, x.text, x.digest
		d.words[rank] = x.digest.Words
	}
	var wait sync.WaitGroup
	wait.Go(func() { d.age = ages(d.doc) })
	wait.Go(func() { d.outlet, d.reports = numberOutlets(d.doc) })
	d.first, d.copies = collapse(digests)
	d.copied = make([]bool, n)
	for first := range d.copies {
		d.copied[first] = true
	}
	wait.Wait()
	for i, o := range d.outlet {
		if d.first[i] == uint32(i) {
			d.reports[o]++
		}
	}
	return d, rankOf
}

// byName orders the reports by name; those of one name by where they are from.
func byName(all []added) []uint32 {
	order := orderBy(len(all), func(i int) string { return all[i].doc.Name })
	for start, end := 0, 0; start < len(order); start = end {
		name := all[order[start]].doc.Name
		for end = start + 1; end < len(order) && all[order[end]].doc.Name == name; {
			end++
		}
		if end-start > 1 {
			slices.SortFunc(order[start:end], func(x, y uint32) int { return compareDocs(&all[x].doc, &all[y].doc) })
		}
	}
	return order
}

// Digest is what tells copies: the words of a row.
type Digest struct {
	Hash  uint64
	Words uint32
}

// DigestOf hashes all words of a row.
func DigestOf(r *Row) Digest {
	const lanes = 4 // a multiplication waits for the one before it, but not for those of other words
	var h [lanes]uint64
	words := r.Words
	for ; len(words) >= lanes; words = words[lanes:] {
		h[0] = stir(h[0], words[0])
		h[1] = stir(h[1], words[1])
		h[2] = stir(h[2], words[2])
		h[3] = stir(h[3], words[3])
	}
	all := fnv.Offset
	for _, w := range words {
		all = stir(all, w)
	}
	for _, lane := range h {
		all = mix(all*base + lane)
	}
	return Digest{all, uint32(len(r.Words))}
}

// stir puts a word into a hash.
func stir(h uint64, word uint32) uint64 {
	h = (h ^ uint64(word)) * base
	return h ^ h>>32
}

// ages gives each report's place in the order of publication: undated ones
// last, then by rank.
func ages(all []Doc) []uint32 {
	order := orderBy(len(all), func(i int) string { return all[i].Published })
	undated := 0
	for undated < len(order) && all[order[undated]].Published == "" {
		undated++
	}
	age := make([]uint32, len(all))
	for place, d := range order {
		age[d] = uint32((place + len(all) - undated) % len(all))
	}
	return age
}

// numberOutlets numbers the outlets from 1 in the order of their names.
// It gives a count for each, 0 as yet.
func numberOutlets(all []Doc) (of, count []uint32) {
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
	return of, make([]uint32, len(names)+1)
}

// collapse finds the reports with the same words: first[d] is the one of them
// with the lowest rank, copies[first] all of them.
func collapse(digests []Digest) (first []uint32, copies map[uint32][]uint32) {
	first, copies = make([]uint32, len(digests)), map[uint32][]uint32{}
	list, spare := make([]keyed, len(digests)), make([]keyed, len(digests))
	for i, d := range digests {
		list[i], first[i] = keyed{d.Hash, uint32(i)}, uint32(i)
	}
	list = radix(list, spare, 64, func(k *keyed) uint64 { return k.key })
	for start, end := 0, 0; start < len(list); start = end {
		of := list[start].at
		for end = start + 1; end < len(list) && digests[list[end].at] == digests[of]; {
			end++
		}
		if end-start == 1 || digests[of].Words < Guarantee {
			continue
		}
		group := make([]uint32, 0, end-start)
		for _, k := range list[start:end] {
			first[k.at] = of
			group = append(group, k.at)
		}
		copies[of] = group
	}
	return first, copies
}

// compareDocs orders reports by name; those of one name by where they are from.
func compareDocs(x, y *Doc) int {
	return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.Input, y.Input), cmp.Compare(x.Place, y.Place))
}

// tell gives each but the first of several reports with one name the name of
// its input, with its place where that is taken too. It says whether any was
// renamed. The order is that of the names.
func tell(all []added, order []uint32) bool {
	taken := map[string]bool{}
	for i := 1; i < len(order); i++ {
		if name := all[order[i]].doc.Name; name == all[order[i-1]].doc.Name {
			taken[name] = true
		}
	}
	if len(taken) == 0 {
		return false
	}
	for i := range all {
		taken[all[i].doc.Name] = true
	}
	name := ""
	for i, at := range order {
		d := &all[at].doc
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
