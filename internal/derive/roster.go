package derive

import "stemma/internal/name"

// roster is who goes by which name in one story. The names of a story are few, what
// is asked of them is much: each is read once, and laid beside each outlet once.
type roster struct {
	who      *name.Registry
	read     map[string]name.Outlet
	bearing  map[string][]int // a name → the kept reports that go by it, in order
	pages    map[string][]int // an address → the kept reports that stand there
	outlets  []string         // of the kept reports, each once
	outletOf []int            // of each kept report, an index of outlets
	houses   [][]int          // the kept reports of one outlet, in order
	house    []int            // of each kept report, an index of houses, or -1
	alike    map[[2]string]name.Likeness
}

func newRoster(who *name.Registry, all []names) *roster {
	r := &roster{
		who: who, read: map[string]name.Outlet{}, bearing: map[string][]int{}, pages: map[string][]int{},
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
