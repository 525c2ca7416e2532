package name

import (
	"slices"
	"strings"

	"stemma/internal/language"
)

// Likeness says how sure it is that two names mean one bearer. The order
// counts: from [Vague] on they may, [Same] alone says that they do.
type Likeness uint8

// From strangers to one.
const (
	Other   Likeness = iota // two bearers
	Variant                 // people: one name is likely a misspelling of the other
	Vague                   // outlets: the shorter name is one that many have ("the Post")
	Part                    // the shorter name says less and contradicts nothing
	Same
)

// String names the likeness.
func (l Likeness) String() string {
	return [...]string{"other", "variant", "vague", "part", "same"}[min(l, Same)]
}

// Registry knows the names of some languages, and those that the user added.
// It is read-only once built, and safe for concurrent use.
type Registry struct {
	outlets  map[string]Outlet // who is listed under these words
	hosts    map[string]string // host → name of the outlet
	agencies map[string]bool   // last words of agencies' names: "news service"
	places   map[string]bool
	aliased  map[string]string // by the user: words or host → full name
	forms    map[string]string // the same as the user writes them, in small letters
	inside   *Inside
	desks
	platforms
	sayings
}

// vocabulary knows what words do in names.
type vocabulary struct{ words map[string]part }

// people knows how people are called.
type people struct {
	vocabulary
	firstnames   map[string]bool
	given        map[string]string   // a short form of a given name or generation → the usual one
	full         map[string][]string // a short form of given names → all that it may be short for
	clipped, pet language.Endings    // of short forms of words, and of given names
}

// desks knows how parts of outlets are called, and their pages.
type desks struct {
	people
	sections map[string]bool // names of desks and sections, and last words of them
}

// platforms knows the hosts on which many publish.
type platforms struct {
	many map[string]bool // true: told by the path
}

// part is what a word can be in a name, as a set.
type part uint16

const (
	article    part = 1 << iota
	small           // "of", "and": no telling word
	particle        // belongs to the surname: "von"
	generation      // "jr"
	courtesy        // a title: "mr", "general"
	male            // a title of men
	female
	vague       // alone could be any outlet's: "times"
	edition     // at the end tells pages of an outlet: "online"
	description // says in small letters what the bearer is: "agency"
)

// New builds a registry from the tables of the languages, of which an earlier
// one stands where two say otherwise, and from what the user added, or nil.
func New(aliases *Aliases, packs ...*language.Pack) *Registry {
	room := func(tables ...string) (entries int) {
		for _, p := range packs {
			for _, name := range tables {
				entries += p.Table(name).Len()
			}
		}
		return entries
	}
	r := &Registry{
		outlets: make(map[string]Outlet, room("agencies", "outlets", "press-names")),
		hosts:   make(map[string]string, room("outlets")), agencies: map[string]bool{},
		places: map[string]bool{}, aliased: map[string]string{}, forms: map[string]string{},
		inside: NewInside(packs...), platforms: platforms{map[string]bool{}},
	}
	r.words, r.firstnames = map[string]part{}, make(map[string]bool, room("firstnames"))
	r.sections = map[string]bool{}
	r.given, r.full = map[string]string{}, map[string][]string{}
	for _, p := range packs {
		r.readWords(p)
	}
	for i, p := range packs {
		if !slices.Contains(packs[:i], p) { // who is listed stays
			r.readOutlets(p)
		}
	}
	r.readAliases(aliases)
	r.sayings = newSayings(aliases, func(outlet string) string { return r.Outlet(outlet).Key() })
	return r
}

// readWords takes in which words play which part.
func (r *Registry) readWords(p *language.Pack) {
	parts := map[string]part{
		"article": article, "small": small, "particle": particle, "generation": generation, "edition": edition,
	}
	for word, attributes := range p.Table("name-words").All() {
		for _, a := range attributes {
			if !isNamePart(a) {
				r.given[fold(word)] = a
			}
			r.words[fold(word)] |= parts[a]
		}
	}
	for word := range p.Table("vague").All() {
		r.words[fold(word)] |= vague | description
	}
	for word := range p.Table("nouns-outlet").All() {
		r.words[fold(word)] |= description
	}
	for word, attributes := range p.Table("titles").All() {
		r.addTitle(fold(word), attributes)
	}
	for _, word := range p.Table("honorifics").Entries() {
		r.words[fold(word)] |= courtesy
	}
	for short, long := range p.Table("nicknames").All() {
		for _, name := range long {
			r.full[fold(short)] = append(r.full[fold(short)], fold(name))
		}
		r.given[fold(short)] = fold(long[0])
	}
	r.clipped, r.pet = append(r.clipped, p.Endings("clipped")...), append(r.pet, p.Endings("pet")...)
	set(r.firstnames, p.Table("firstnames"))
	set(r.agencies, p.Table("nouns-agency"))
	for desk, attributes := range p.Table("desks").All() {
		r.sections[squash(desk)] = has(attributes, "last")
	}
	set(r.places, p.Table("governing-places"))
	for place, attributes := range p.Table("place-names").All() {
		if len(attributes) == 0 || attributes[0] == "=" {
			r.places[squash(place)] = true
		}
	}
	for host, attributes := range p.Table("page-hosts").All() {
		r.many[host] = r.many[host] || has(attributes, "path")
	}
}

func (r *vocabulary) addTitle(title string, attributes []string) {
	if strings.Contains(title, " ") {
		return
	}
	r.words[title] |= courtesy
	if has(attributes, "male") {
		r.words[title] |= male
	}
	if has(attributes, "female") {
		r.words[title] |= female
	}
}

func set(to map[string]bool, table language.Table) {
	for entry := range table.All() {
		to[squash(entry)] = true
	}
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// ComparePeople says whether two names mean one person; the order of the two
// does not matter. [Same] takes two full names that agree in all that both
// say; [Part] is a name that says less: a surname, an initial, a short form of
// a given name, no generation. A surname alone is anybody's who bears it, so
// that even two equal surnames are no more than Part.
func (r *Registry) ComparePeople(a, b string) Likeness {
	if said, known := r.saidPeople(a, b); known {
		return said
	}
	return r.comparePeople(r.Person(a), r.Person(b))
}
