package lexis

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"sort"
	"strings"

	"stemma/internal/language"
)

// relations.txt has a line a word, in the order of their bytes, made by
// gen/main.go: the word, its senses, the wider senses, its opposites, with tabs
// between, as far as there is more, and blanks within. A sense is its part of speech
// (n, v, a, r) and a number. Those that no comparison of two words meets are left out, but
// for one of each part of speech.
//
//go:embed relations.txt
var relations string

// Table looks words up in the embedded relations. It is read-only and safe for
// concurrent use.
type Table struct {
	lines string
	steps []step
	*inflection
}

// step is a line of the table, one of every few kilobytes: a word is looked for between two.
type step struct {
	head uint64 // of its word
	at   int
}

// stride is how many bytes lie between two steps, about.
const stride = 2 << 10

// stepsOf gives the steps of a table.
func stepsOf(lines string) []step {
	all := make([]step, 0, len(lines)/stride)
	for at := stride; at < len(lines); at += stride {
		next := strings.IndexByte(lines[at:], '\n')
		if at += next + 1; next < 0 || at == len(lines) {
			break
		}
		word, _, _ := strings.Cut(lines[at:min(len(lines), at+stride)], "\t")
		all = append(all, step{head(word), at})
	}
	return all
}

// head is the first eight bytes of a word as a number: of two words that are in order their
// heads are so too, or equal.
func head(word string) uint64 {
	var b [8]byte
	copy(b[:], word)
	return binary.BigEndian.Uint64(b[:])
}

// between gives where the line of a word stands, if there is one.
func (t *Table) between(word string) (lo, hi int) {
	of := head(word)
	first := sort.Search(len(t.steps), func(i int) bool { return t.steps[i].head >= of })
	if first > 0 {
		lo = t.steps[first-1].at
	}
	for hi = len(t.lines); first < len(t.steps); first++ {
		if t.steps[first].head > of {
			return lo, t.steps[first].at
		}
	}
	return lo, hi
}

// Open returns the embedded table, for words that change as those of a language do.
func Open(p *language.Pack) *Table { return &Table{relations, stepsOf(relations), newInflection(p)} }

// line gives the fields after a word; ok says whether the word is known.
func (t *Table) line(word string) (senses, wider, opposites string, ok bool) {
	lo, hi := t.between(word)
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		start := strings.LastIndexByte(t.lines[:mid], '\n') + 1
		end := start + strings.IndexByte(t.lines[start:], '\n')
		known, rest, _ := strings.Cut(t.lines[start:end], "\t")
		switch {
		case known == word:
			senses, rest, _ = strings.Cut(rest, "\t")
			wider, opposites, _ = strings.Cut(rest, "\t")
			return senses, wider, opposites, true
		case known < word:
			lo = end + 1
		default:
			hi = start
		}
	}
	return "", "", "", false
}

// Has says whether a folded base form is known.
func (t *Table) Has(word string) bool {
	_, _, _, ok := t.line(word)
	return ok
}

// Entry is what the table knows of a word, to be compared many times. The zero
// Entry is a word that it does not know.
type Entry struct {
	senses, wider        []uint32 // in order
	senseBits, widerBits uint64   // the same, a bit for each: see [bits]
	opposites            string
	parts                uint8 // of speech, a bit each: see [part]
}

// Look returns the entry of a folded base form. Of a verb that is made of another one with a
// prefix no more is known than that it is a verb.
func (t *Table) Look(word string) Entry {
	senses, wider, opposites, ok := t.line(word)
	switch {
	case !ok && t.derived(word) != "":
		return Entry{parts: part('v')}
	case !ok:
		return Entry{}
	}
	e := Entry{senses: numbers(senses), wider: numbers(wider), opposites: opposites}
	e.senseBits, e.widerBits = bits(e.senses), bits(e.wider)
	for _, sense := range e.senses {
		e.parts |= 1 << (sense & 3)
	}
	return e
}

// kinds are the parts of speech, in the order of their numbers.
const kinds = "nvar"

// part is the bit of a part of speech; 0 for none.
func part(letter byte) uint8 {
	if i := strings.IndexByte(kinds, letter); i >= 0 {
		return 1 << i
	}
	return 0
}

// numbers reads a list of senses: the number, then two bits for the part of speech.
// Each part of speech has numbers of its own.
func numbers(list string) []uint32 {
	if list == "" {
		return nil
	}
	found := make([]uint32, 0, strings.Count(list, " ")+1)
	for at := 0; at < len(list); {
		kind, n := strings.IndexByte(kinds, list[at]), uint32(0)
		for at++; at < len(list) && list[at] != ' '; at++ {
			n = n*36 + digit(list[at])
		}
		at++
		found = append(found, n<<2|uint32(max(0, kind)))
	}
	slices.Sort(found)
	return found
}

// digit reads one digit to the base of 36.
func digit(c byte) uint32 {
	if c >= 'a' {
		return uint32(c-'a') + 10
	}
	return uint32(c - '0')
}

// Known says whether the table knows the word.
func (e *Entry) Known() bool { return e.parts != 0 }

// Is says whether the word has a sense of that part of speech: 'n' noun, 'v'
// verb, 'a' adjective, 'r' adverb.
func (e *Entry) Is(letter byte) bool { return e.parts&part(letter) != 0 }

// Only says whether all senses of the word are of that part of speech.
func (e *Entry) Only(letter byte) bool { return e.parts != 0 && e.parts == part(letter) }

// Near says whether two words share a sense, or one has a sense that is the
// wider one of the other's.
func Near(a, b *Entry) bool {
	return a.senseBits&b.senseBits != 0 && meet(a.senses, b.senses) ||
		a.senseBits&b.widerBits != 0 && meet(a.senses, b.wider) ||
		a.widerBits&b.senseBits != 0 && meet(a.wider, b.senses)
}

// Synonyms says whether two words share a sense.
func Synonyms(a, b *Entry) bool {
	return a.senseBits&b.senseBits != 0 && meet(a.senses, b.senses)
}

// bits is a summary of senses: lists that have one in common have a bit in
// common. Of most words nothing else needs to be looked through.
func bits(senses []uint32) uint64 {
	sum := uint64(0)
	for _, n := range senses {
		sum |= 1 << (n * spread >> 26)
	}
	return sum
}

// spread is 2³² divided by the golden ratio, which scatters numbers that lie side
// by side (Knuth, The Art of Computer Programming 3, 6.4).
const spread = 2654435769

// meet says whether two ordered lists have a number in common.
func meet(a, b []uint32) bool {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			return true
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return false
}

// HasOpposite says whether the word has an opposite in some sense.
func (e *Entry) HasOpposite() bool { return e.opposites != "" }

// Opposite says whether the word is, in some sense, the opposite of that base
// form. Ask both ways.
func (e *Entry) Opposite(word string) bool { return word != "" && holds(e.opposites, word) }

// holds says whether a list with blanks between holds the item.
func holds(list, item string) bool {
	for at := 0; at < len(list); {
		i := strings.Index(list[at:], item)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(item)
		if (start == 0 || list[start-1] == ' ') && (end == len(list) || list[end] == ' ') {
			return true
		}
		at = start + 1
	}
	return false
}
