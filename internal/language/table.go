package language

import (
	"hash/maphash"
	"iter"
	"maps"
	"slices"
	"strings"
)

// Table is entries and their attributes. A missing table is empty, not an error: a language
// that lacks a kind of knowledge goes without it. The zero Table is empty, too.
type Table struct{ *lines }

// lines is a text with a line an entry, behind which stand a tab and its attributes with
// blanks between, and a hash table of where the lines begin. A run looks up few of the entries
// of the tables that it reads, so that a line is not taken apart before it is asked for.
type lines struct {
	text  string
	slots []slot // a line stands in the first one from that of its entry's hash on that was free
	edges edges
	size  int
}

// edges are the first and the last bytes of the entries, by their low bits: most words that are
// looked up stand in few tables, and need no hash to be told apart.
type edges [1 << edgeBits]uint32

const edgeBits = 5

func edgesOf(entry string) (first, last byte) {
	if entry == "" {
		return 0, 0
	}
	return entry[0] & (1<<edgeBits - 1), entry[len(entry)-1] & (1<<edgeBits - 1)
}

func (e *edges) add(entry string) {
	first, last := edgesOf(entry)
	e[first] |= 1 << last
}

// has says whether an entry may be there.
func (e *edges) has(entry string) bool {
	first, last := edgesOf(entry)
	return e[first]>>last&1 != 0
}

// slot is the place of a line plus one, and above it some bits of the entry's hash, by which
// most others are told apart without a look at their lines; 0 for none.
type slot uint32

// placeBits are for the place: a text is shorter than 16 MB.
const placeBits = 24

func slotOf(hash uint64, place int) slot { return markOf(hash) | slot(place+1) }

func markOf(hash uint64) slot { return slot(hash>>32) &^ (1<<placeBits - 1) }

func (s slot) place() int { return int(s&(1<<placeBits-1)) - 1 }

// seed is that of all hashes; nothing depends on it but which slot an entry has.
var seed = maphash.MakeSeed()

// find gives the attributes of an entry as they stand in its line.
func (t Table) find(entry string) (attributes string, ok bool) {
	if t.lines == nil || !t.edges.has(entry) {
		return "", false
	}
	hash, last := maphash.String(seed, entry), uint64(len(t.slots)-1)
	for i := hash & last; t.slots[i] != 0; i = (i + 1) & last {
		if (t.slots[i]^markOf(hash))>>placeBits != 0 {
			continue
		}
		line := t.text[t.slots[i].place():]
		if len(line) > len(entry) && line[len(entry)] == '\t' && line[:len(entry)] == entry {
			line = line[len(entry)+1:]
			return line[:strings.IndexByte(line, '\n')], true
		}
	}
	return "", false
}

// Len is the number of entries.
func (t Table) Len() int {
	if t.lines == nil {
		return 0
	}
	return t.size
}

// Has says whether the table holds the entry.
func (t Table) Has(entry string) bool {
	_, ok := t.find(entry)
	return ok
}

// Is says whether the table holds the entry with that attribute.
func (t Table) Is(entry, attribute string) bool {
	attributes, _ := t.find(entry)
	for attributes != "" {
		var one string
		if one, attributes, _ = strings.Cut(attributes, " "); one == attribute {
			return true
		}
	}
	return false
}

// IsAny says whether the table holds the entry with one of those attributes.
func (t Table) IsAny(entry string, attributes ...string) bool {
	return slices.ContainsFunc(attributes, func(a string) bool { return t.Is(entry, a) })
}

// First is the entry's first attribute, or "".
func (t Table) First(entry string) string {
	attributes, _ := t.find(entry)
	first, _, _ := strings.Cut(attributes, " ")
	return first
}

// Text is the entry's attributes with blanks between, as those are read that are words.
func (t Table) Text(entry string) string {
	attributes, _ := t.find(entry)
	return attributes
}

// Of lists the attributes of an entry; it is nil where the table does not hold it.
func (t Table) Of(entry string) []string {
	attributes, ok := t.find(entry)
	if !ok {
		return nil
	}
	return strings.Fields(attributes)
}

// All gives the entries with their attributes, in the order of the lines.
func (t Table) All() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		same, list := "", []string{} // most entries have the attributes of their neighbour, and share them with it
		for entry, attributes := range t.eachLine() {
			if attributes != same {
				same, list = attributes, slices.Clip(strings.Fields(attributes))
			}
			if !yield(entry, list) {
				return
			}
		}
	}
}

// eachLine gives the entries with their attributes as they stand in the lines.
func (t Table) eachLine() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		if t.lines == nil {
			return
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(t.text, "\n"), "\n") {
			entry, attributes, _ := strings.Cut(line, "\t")
			if line != "" && !yield(entry, attributes) {
				return
			}
		}
	}
}

// Entries lists the entries in alphabetical order.
func (t Table) Entries() []string {
	entries := make([]string, 0, t.Len())
	for entry := range t.eachLine() {
		entries = append(entries, entry)
	}
	slices.Sort(entries)
	return entries
}

// Joined is one table of several; of equal entries the first one stands.
func Joined(tables ...Table) Table {
	if len(tables) == 1 {
		return tables[0]
	}
	size := 0
	for _, t := range tables {
		size += t.Len()
	}
	m := &maker{}
	m.begin(size)
	for _, t := range tables {
		for entry, attributes := range t.eachLine() {
			m.add(entry, attributes)
		}
	}
	return m.table()
}

// TableOf is a table of some entries and their attributes.
func TableOf(entries map[string][]string) Table {
	m := &maker{}
	m.begin(len(entries))
	for _, entry := range slices.Sorted(maps.Keys(entries)) {
		m.add(entry, strings.Join(entries[entry], " "))
	}
	return m.table()
}
