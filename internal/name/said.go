package name

import (
	"cmp"
	"slices"
	"strings"
)

// Said is what the user says of names: each a list of names that are one
// bearer's, or a pair that are two bearers'.
type Said struct {
	SameOutlets, OtherOutlets [][]string
	SamePeople, OtherPeople   [][]string
}

// With gives the aliases with what is said besides. Where a name is in two
// lists, they are one.
func (a *Aliases) With(said Said) *Aliases {
	with := &Aliases{said: said}
	if a != nil {
		with.outlets = slices.Clone(a.outlets)
	}
	at := map[string]int{}
	for i, o := range with.outlets {
		for _, name := range append([]string{o.full}, o.names...) {
			at[aliasKey(name)] = i
		}
	}
	for _, names := range said.SameOutlets {
		with.same(at, names)
	}
	return with
}

// same enters names of one outlet, with those of the lists that have one of
// them; at says in which list a name is.
func (a *Aliases) same(at map[string]int, names []string) {
	into := len(a.outlets)
	for _, name := range names {
		if i, known := at[aliasKey(name)]; known {
			into = min(into, i)
		}
	}
	if into == len(a.outlets) {
		a.outlets = append(a.outlets, aliased{full: names[0]})
	}
	o := a.outlets[into]
	o.names = slices.Clone(o.names)
	for _, name := range names {
		if i, known := at[aliasKey(name)]; known && i != into {
			other := &a.outlets[i]
			names = append(names, append([]string{other.full}, other.names...)...)
			other.names = nil
		}
	}
	for _, name := range names {
		at[aliasKey(name)] = into
		o.names = append(o.names, name)
	}
	a.outlets[into] = o
}

// sayings are what the user says of names, as a registry asks for it.
type sayings struct {
	apart     map[[2]string]bool // keys of two outlets
	bearers   map[string]int     // a person's name → a number for who bears it
	strangers map[[2]int]bool    // two bearers who are two
}

// newSayings takes in which names the user tells apart, and which people are
// one; key gives the key of an outlet.
func newSayings(a *Aliases, key func(outlet string) string) sayings {
	r := sayings{apart: map[[2]string]bool{}, bearers: map[string]int{}, strangers: map[[2]int]bool{}}
	if a == nil {
		return r
	}
	for _, pair := range a.said.OtherOutlets {
		r.apart[pairOf(key(pair[0]), key(pair[1]))] = true
	}
	bearers := 0
	for _, names := range append(slices.Clone(a.said.SamePeople), a.said.OtherPeople...) {
		for _, n := range names {
			if _, known := r.bearers[personKey(n)]; !known {
				r.bearers[personKey(n)] = bearers
				bearers++
			}
		}
	}
	for _, names := range a.said.SamePeople {
		for _, n := range names[1:] {
			r.oneBearer(r.bearers[personKey(names[0])], r.bearers[personKey(n)])
		}
	}
	for _, pair := range a.said.OtherPeople {
		r.strangers[pairOf(r.bearers[personKey(pair[0])], r.bearers[personKey(pair[1])])] = true
	}
	return r
}

// oneBearer makes two bearers one.
func (r *sayings) oneBearer(a, b int) {
	for name, bearer := range r.bearers {
		if bearer == max(a, b) {
			r.bearers[name] = min(a, b)
		}
	}
}

// pairOf is equal for a pair in both orders.
func pairOf[T cmp.Ordered](a, b T) [2]T { return [2]T{min(a, b), max(a, b)} }

// personKey is equal for two spellings of a person's name that differ in case
// and spaces only.
func personKey(written string) string {
	return strings.ToLower(strings.Join(strings.Fields(written), " "))
}

// Bearer gives a number for a person's name of which the user says something:
// the same for names that he says are one person's.
func (r *sayings) Bearer(written string) (bearer int, said bool) {
	if len(r.bearers) == 0 {
		return 0, false
	}
	bearer, said = r.bearers[personKey(written)]
	return bearer, said
}

// Strangers says whether the user says of two bearers that they are two.
func (r *sayings) Strangers(a, b int) bool { return r.strangers[pairOf(a, b)] }

// saidPeople gives what the user says of two people's names; known is false
// where that is nothing.
func (r *sayings) saidPeople(a, b string) (likeness Likeness, known bool) {
	x, saidX := r.Bearer(a)
	y, saidY := r.Bearer(b)
	switch {
	case !saidX || !saidY:
		return Other, false
	case x == y:
		return Same, true
	}
	return Other, r.Strangers(x, y)
}
