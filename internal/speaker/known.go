package speaker

import (
	"slices"
	"strings"
	"sync"

	"stemma/internal/name"
)

// Known is what of the sources of reports is asked for by each joining, and stays as it is
// whatever else is in the pile: so a case that gets one report more is joined anew without
// working it out for all. The zero value knows nothing. One joining uses it at a time; others
// wait.
type Known struct {
	mu      sync.Mutex
	words   Words
	names   *name.Registry
	sheets  map[*Entity]*sheet // by the first entity of a reading
	names32 numbers            // of keys, parts of names, outlets and authors
	words32 numbers            // of what unnamed entities are credited with, and of their heads

	press   string // the outlets of the last pile
	version int32  // how many piles with other outlets were joined

	circle []string          // the outlets that the last pile named, in order
	keys   map[string]string // of these, by the name as it stands
}

// numbers are those of words, counted as they come.
type numbers map[string]int32

func (n numbers) of(word string) int32 { return numberOf(n, word) }

// sheet is what is asked of the entities of one reading.
type sheet struct {
	facts []facts
	named [][]string // the content words of entities with a name; nil until they are asked for
	roles [][]string // the words of roles that tell who somebody is; nil until they are asked for
}

// facts are what is asked of an entity. Names and words are told by their numbers.
type facts struct {
	words                           []int32 // what one without a name is credited with
	head                            int32   // of one without a name, in the singular
	key, given, generation, surname int32
	family                          int32 // noFamily where somebody is called by the last name
	asked                           int32 // of the outlets of which version it was asked whether
	outlet                          bool  // its name means one of them
	isGiven                         bool  // the given name is one
}

// noFamily is the number of no family name.
const noFamily = -1

// begin readies for a joining by these words and names, and gives what ends it.
func (k *Known) begin(words Words, names *name.Registry) (end func()) {
	k.mu.Lock()
	if k.words != words || k.names != names {
		k.words, k.names, k.sheets = words, names, nil
		k.names32, k.words32 = numbers{}, numbers{}
		k.press, k.version, k.circle, k.keys = "", k.version+1, nil, nil
	}
	return k.mu.Unlock
}

// sheetsOf gives the sheets of readings, and keeps no others.
func (k *Known) sheetsOf(readings []Reading) []*sheet {
	all, now := make([]*sheet, len(readings)), make(map[*Entity]*sheet, len(readings))
	for i := range readings {
		r := &readings[i]
		if len(r.Entities) == 0 {
			continue
		}
		if all[i] = k.sheets[&r.Entities[0]]; all[i] == nil {
			all[i] = k.sheetOf(r)
		}
		now[&r.Entities[0]] = all[i]
	}
	k.sheets = now
	return all
}

func (k *Known) sheetOf(r *Reading) *sheet {
	s := &sheet{facts: make([]facts, len(r.Entities))}
	for i := range r.Entities {
		e, f := &r.Entities[i], &s.facts[i]
		if e.Named {
			f.key, f.given = k.names32.of(e.Key), k.names32.of(e.Given)
			f.generation, f.surname = k.names32.of(e.Generation), k.names32.of(e.Surname)
			f.family = noFamily
			if e.Family != "" {
				f.family = k.names32.of(e.Family)
			}
			f.isGiven = e.Given != "" && k.words.Given(e.Given)
			continue
		}
		if e.Head != "" {
			f.head = k.words32.of(k.words.Singular(e.Head))
		}
		f.words = make([]int32, len(e.Words))
		for at, w := range e.Words {
			f.words[at] = k.words32.of(w)
		}
	}
	return s
}

// knowPress notes the outlets of the pile.
func (k *Known) knowPress(outlets []string) {
	if now := strings.Join(slices.Sorted(slices.Values(outlets)), "\n"); k.version == 0 || now != k.press {
		k.press, k.version = now, k.version+1
	}
}

// outletKeys gives the key of each of the outlets that are named in the pile.
func (k *Known) outletKeys(named []string) map[string]string {
	slices.Sort(named)
	if named = slices.Compact(named); k.keys == nil || !slices.Equal(named, k.circle) {
		k.circle, k.keys = named, make(map[string]string, len(named))
		circle := k.names.Circle(named)
		for _, n := range named {
			k.keys[n] = k.names.Outlet(circle.Full(n)).Key()
		}
	}
	return k.keys
}

// numberOf gives the number of something that is counted as it comes.
func numberOf[T comparable](numbers map[T]int32, of T) int32 {
	number, known := numbers[of]
	if !known {
		number = int32(len(numbers))
		numbers[of] = number
	}
	return number
}
