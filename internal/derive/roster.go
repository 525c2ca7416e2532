package derive

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
	"stemma/internal/segment"
)

// names is how a kept report may be called.
type names struct {
	outlet  string
	authors []string
	url     string
}

func reportNames(who *name.Registry, r *stemma.Report) names {
	n := names{outlet: string(r.Outlet), url: name.Page(string(r.URL))}
	for _, b := range r.Byline {
		special := slices.ContainsFunc(strings.Fields(string(r.Outlet)), func(word string) bool {
			return segment.Fold(word) == lastField(b) // "Special to the Gazette"
		})
		if who.Writer(b) == name.Author && !special {
			n.authors = append(n.authors, b)
		}
	}
	return n
}

// roster is who goes by which name in one story. The names of a story are few, what
// is asked of them is much: each is read once, and laid beside each outlet once.
type roster struct {
	who      *name.Registry
	names    []names // of each kept report
	read     map[string]name.Outlet
	bearers  map[string][]int // a name → the kept reports that go by it, in order
	pages    map[string][]int // an address → the kept reports that stand there
	outlets  []string         // of the kept reports, each once
	outletOf []int            // of each kept report, an index of outlets
	houses   [][]int          // the kept reports of one outlet, in order
	house    []int            // of each kept report, an index of houses, or -1
	alike    map[[2]string]name.Likeness
}

func newRoster(who *name.Registry, all []names) *roster {
	r := &roster{
		who: who, names: all, read: map[string]name.Outlet{}, bearers: map[string][]int{}, pages: map[string][]int{},
		alike: map[[2]string]name.Likeness{},
	}
	outlets, houses := map[string]int{}, map[string]int{}
	for i, n := range all {
		if n.url != "" {
			r.pages[n.url] = append(r.pages[n.url], i)
		}
		at := number(outlets, n.outlet)
		if at == len(r.outlets) {
			r.outlets = append(r.outlets, n.outlet)
		}
		r.outletOf = append(r.outletOf, at)
		r.settle(i, r.outlet(n.outlet).Key(), houses)
	}
	return r
}

// settle puts a report with those whose outlet's name has the same key.
func (r *roster) settle(i int, key string, houses map[string]int) {
	if key == "" {
		r.house = append(r.house, -1)
		return
	}
	at := number(houses, key)
	if at == len(r.houses) {
		r.houses = append(r.houses, nil)
	}
	r.houses[at] = append(r.houses[at], i)
	r.house = append(r.house, at)
}

// number gives a key its number, the next one if it has none.
func number(numbers map[string]int, key string) int {
	n, ok := numbers[key]
	if !ok {
		n = len(numbers)
		numbers[key] = n
	}
	return n
}

// outlet reads a name, once.
func (r *roster) outlet(written string) name.Outlet {
	o, ok := r.read[written]
	if !ok {
		o = r.who.Outlet(written)
		r.read[written] = o
	}
	return o
}

// oneOutlet says whether two names are one outlet's: the shorter one may leave
// out what no other outlet is called by, but not be a word that many bear.
func (r *roster) oneOutlet(a, b string) bool {
	pair := [2]string{min(a, b), max(a, b)}
	known, ok := r.alike[pair]
	if !ok {
		known = r.who.Compare(r.outlet(pair[0]), r.outlet(pair[1]))
		r.alike[pair] = known
	}
	return known >= name.Part
}

// isAuthor says whether a name is that of an author of a kept report.
func (r *roster) isAuthor(i int, written string) bool {
	return slices.ContainsFunc(r.names[i].authors, func(author string) bool {
		return r.who.ComparePeople(author, written) == name.Same
	})
}

// bearing gives the kept reports that go by a name: it is their outlet's or their author's.
func (r *roster) bearing(written string) []int {
	found, ok := r.bearers[written]
	if ok {
		return found
	}
	like := make([]bool, len(r.outlets))
	read := r.outlet(written)
	for at, outlet := range r.outlets {
		like[at] = r.who.Compare(read, r.outlet(outlet)) >= name.Part || name.SpellsOut(r.who, written, outlet)
	}
	for i, at := range r.outletOf {
		if like[at] || r.isAuthor(i, written) {
			found = append(found, i)
		}
	}
	r.bearers[written] = found
	return found
}

// sameHouse says whether both reports are of one outlet.
func (r *roster) sameHouse(a, b int) bool {
	return r.house[a] >= 0 && r.house[a] == r.house[b]
}

// housemates gives the kept reports of a report's outlet, itself among them.
func (r *roster) housemates(i int) []int {
	if house := r.house[i]; house >= 0 {
		return r.houses[house]
	}
	return []int{i}
}

// isAgency says whether a name is a news agency's.
func (r *roster) isAgency(written string) bool { return r.who.IsAgency(written) }

// wrote says whether a name is that of the author of a kept report: he is
// credited for that one, or for nothing that can be told.
func (r *roster) wrote(name string) bool {
	for i := range r.names {
		if r.isAuthor(i, name) {
			return true
		}
	}
	return false
}

// onePage says whether two reports are states of one page.
func (n names) onePage(other names) bool { return n.url != "" && n.url == other.url }
