package speaker

import (
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/name"
)

// Join gives ids to the attributions of a whole pile and finds out which
// sources are the same: a1, a2… and p1, p2…, in the order of the reports given
// and of their text. Texts and readings run in parallel; of a text only its Report
// is looked at. What is known of readings that were joined before may be given; nil for nothing.
func Join(
	texts []*stemma.Text, readings []Reading, words Words, names *name.Registry, known *Known,
) ([]stemma.Attribution, []stemma.Speaker) {
	if known == nil {
		known = &Known{}
	}
	defer known.begin(words, names)()
	j := newJoiner(texts, readings, known)
	j.words, j.names = words, names
	j.knowOutlets()
	j.joinSaid()
	j.joinNamed()
	j.joinVariants()
	j.joinUnnamed()
	speakers := j.number()
	return j.attributions(), speakers
}

// node is a entity of one report in the pile.
type node struct {
	report int
	entity *Entity
	facts  *facts
	kind   stemma.SpeakerKind
	used   bool
}

// joiner holds the entities of the pile and which of them are one.
type joiner struct {
	words    Words
	names    *name.Registry
	texts    []*stemma.Text
	readings []Reading
	nodes    []node
	offset   []int // of each reading's first entity
	root     []int // union-find
	known    *Known
	sheets   []*sheet // of each reading
	kinds    []stemma.SpeakerKind
	ids      []stemma.Maybe
	bearers  map[int][]int  // by the first entity of those that are one, whom the user says they are
	counts   map[string]int // of names, while one is chosen
}

func newJoiner(texts []*stemma.Text, readings []Reading, known *Known) *joiner {
	j := &joiner{
		texts: texts, readings: readings, offset: make([]int, len(readings)), counts: map[string]int{},
		known: known, sheets: known.sheetsOf(readings),
	}
	size := 0
	for i := range readings {
		size += len(readings[i].Entities)
	}
	j.nodes = make([]node, 0, size)
	for i := range readings {
		j.offset[i] = len(j.nodes)
		for k := range readings[i].Entities {
			f := &readings[i].Entities[k]
			j.nodes = append(j.nodes, node{report: i, entity: f, facts: &j.sheets[i].facts[k], kind: f.Kind})
		}
		for a, k := range readings[i].Speaker {
			if k >= 0 {
				j.nodes[j.offset[i]+k].used = true
			}
			if h := readings[i].Hearer[a]; h >= 0 {
				j.nodes[j.offset[i]+h].used = true
			}
		}
	}
	j.root = make([]int, len(j.nodes))
	for i := range j.root {
		j.root[i] = i
	}
	return j
}

// roles are the words of an entity's roles that tell who it is.
func (j *joiner) roles(i int) []string {
	n := &j.nodes[i]
	s, at := j.sheets[n.report], i-j.offset[n.report]
	if s.roles == nil {
		s.roles = make([][]string, len(s.facts))
	}
	if s.roles[at] == nil {
		s.roles[at] = []string{}
		for _, w := range n.entity.Roles {
			if len(w) > 3 && !j.words.Rank(w) {
				s.roles[at] = append(s.roles[at], w)
			}
		}
	}
	return s.roles[at]
}

// wordsOfNamed lists the content words of an entity with a name. Few are ever asked for theirs.
func (j *joiner) wordsOfNamed(i int) []string {
	n := &j.nodes[i]
	s, reading := j.sheets[n.report], &j.readings[n.report]
	if s.named == nil {
		s.named = make([][]string, len(reading.Entities))
		for k := range reading.Entities {
			s.named[k] = slices.Clip(reading.Entities[k].Words) // what was read of it stays as it is
		}
		for a, k := range reading.Speaker {
			if k >= 0 && reading.Entities[k].Named {
				s.named[k] = contentWords(s.named[k], &reading.Attributions[a], j.words)
			}
		}
	}
	return s.named[i-j.offset[n.report]]
}

// kindNumber is the number of a kind of entity.
func (j *joiner) kindNumber(kind stemma.SpeakerKind) int {
	at := slices.Index(j.kinds, kind)
	if at < 0 {
		at = len(j.kinds)
		j.kinds = append(j.kinds, kind)
	}
	return at
}

// find gives the first entity of those that are one with i.
func (j *joiner) find(i int) int {
	for j.root[i] != i {
		j.root[i] = j.root[j.root[i]]
		i = j.root[i]
	}
	return i
}

// unite makes two entities one; the earlier one stands for both.
func (j *joiner) unite(a, b int) {
	a, b = j.find(a), j.find(b)
	if a > b {
		a, b = b, a
	}
	if j.toldApart(a, b) {
		return
	}
	j.root[b] = a
	if len(j.bearers[b]) > 0 {
		j.bearers[a] = append(j.bearers[a], j.bearers[b]...)
	}
}

// number gives ids to the speakers, in the order of their first credit.
func (j *joiner) number() []stemma.Speaker {
	j.ids = make([]stemma.Maybe, len(j.nodes))
	first, next := j.members()
	size := 0
	for _, k := range first {
		if k >= 0 {
			size++
		}
	}
	speakers := slices.Grow([]stemma.Speaker(nil), size)
	for i := range j.readings {
		for a := range j.readings[i].Attributions {
			for _, k := range [...]int{j.readings[i].Speaker[a], j.readings[i].Hearer[a]} {
				if k < 0 {
					continue
				}
				root := j.find(j.offset[i] + k)
				if j.ids[root] != "" {
					continue
				}
				j.ids[root] = stemma.Maybe("p" + strconv.Itoa(len(speakers)+1))
				speakers = append(speakers, j.speaker(string(j.ids[root]), first[root], next))
			}
		}
	}
	return speakers
}

// members lists the entities that are one and that are used: by the entity that
// stands for them the first one, and by each the next one; -1 for none.
func (j *joiner) members() (first, next []int) {
	first, next = make([]int, len(j.nodes)), make([]int, len(j.nodes))
	for i := range first {
		first[i] = -1
	}
	for i := len(j.nodes) - 1; i >= 0; i-- {
		if root := j.find(i); j.nodes[i].used {
			next[i], first[root] = first[root], i
		}
	}
	return first, next
}

// speaker sums up the entities that are one: that member, and the next ones.
func (j *joiner) speaker(id string, member int, next []int) stemma.Speaker {
	first := &j.nodes[member]
	s := stemma.Speaker{ID: id, Name: first.entity.Name, Kind: first.kind, Count: first.entity.Count,
		Descriptor: first.entity.Descriptor, Aliases: []string{}}
	if s.Kind == stemma.Person {
		s.Name = usualName(j, member, next)
	}
	for m := member; m >= 0; m = next[m] {
		f := j.nodes[m].entity
		if f.Named && s.Kind == stemma.Outlet {
			s.Name = j.names.Fuller(s.Name, f.Name)
		}
		if len(s.Descriptor) == 0 {
			s.Descriptor = f.Descriptor
		}
		s.Count = narrower(s.Count, f.Count)
		if f.Named && !slices.Contains(f.Aliases, f.Name) {
			s.Aliases = addAlias(s.Aliases, f.Name, s.Name)
		}
		for _, a := range f.Aliases {
			s.Aliases = addAlias(s.Aliases, a, s.Name)
		}
	}
	return s
}

// addAlias adds what else somebody with a name is called.
func addAlias(all []string, alias, name string) []string {
	if alias == name || slices.Contains(all, alias) {
		return all
	}
	return append(all, alias)
}

// usualName is what most reports call somebody in full, of two such names the longer one;
// where none does, what the first one calls him.
func usualName(j *joiner, member int, next []int) string {
	if next[member] < 0 {
		return j.nodes[member].entity.Name
	}
	best, most, counts := j.nodes[member].entity.Name, 0, j.counts
	clear(counts)
	for m := member; m >= 0; m = next[m] {
		f := j.nodes[m].entity
		if !f.Named || f.Given == "" {
			continue
		}
		counts[f.Name]++
		if n := counts[f.Name]; n > most || n == most && len(f.Name) > len(best) {
			best, most = f.Name, n
		}
	}
	return best
}

// narrower is what both counts allow.
func narrower(a, b stemma.Count) stemma.Count {
	if b.Min > a.Min && (a.Max == 0 || b.Min <= a.Max) {
		a.Min = b.Min
	}
	if b.Max != 0 && (a.Max == 0 || b.Max < a.Max) && b.Max >= a.Min {
		a.Max = b.Max
	}
	return a
}

// attributions are those of all readings, with ids.
func (j *joiner) attributions() []stemma.Attribution {
	n := 0
	for i := range j.readings {
		n += len(j.readings[i].Attributions)
	}
	all := make([]stemma.Attribution, 0, n)
	for i := range j.readings {
		reading, base := &j.readings[i], len(all)
		all = append(all, reading.Attributions...)
		for k := range reading.Attributions {
			a := &all[base+k]
			a.ID = "a" + strconv.Itoa(base+k+1)
			if w := reading.Within[k]; w >= 0 {
				a.Within = stemma.Maybe("a" + strconv.Itoa(base+w+1))
			}
			if s := reading.Speaker[k]; s >= 0 {
				a.Speaker = j.ids[j.find(j.offset[i]+s)]
			}
			if h := reading.Hearer[k]; h >= 0 {
				a.ReceiverSpeaker = j.ids[j.find(j.offset[i]+h)]
			}
		}
	}
	return all
}
