package vector

import (
	_ "embed"
	"encoding/binary"
	"math"

	"stemma/internal/fnv"
)

// vectors.bin holds these parts one after another, integers and floats little
// endian, n being the number of words and d the number of dimensions. It is
// made by gen/main.go and is read in place: opening it parses nothing.
//
//	magic     8 bytes   "STVEC", zero, zero, version 3
//	n, d, k   uint32 each
//	offsets   n+1 × uint32   where each word starts in the letters
//	scales    n × 2 float32  size of one step; one over the length in steps
//	steps     n × d × int8   each component in steps
//	index     k × uint16     a hash table, see below
//	letters   the words, nothing between them
//
// The most frequent word comes first. A report has few rare words, so that the greater part of
// the table is never brought to memory for a few of them.
//
// A component is its step times the word's scale. The cosine of two words
// needs no scale: it is the integer dot product of their steps times both
// inverse lengths.
//
// k is a power of two, at least twice n. A word is looked for in the index from
// the slot on that its 32-bit FNV-1a hash gives modulo k, until its number plus
// one is met, or a zero, in which case it is not there.
//
//go:embed vectors.bin
var table string

// headerSize is the number of bytes before the offsets.
const headerSize = 20

// dimensions is fixed, so that the compiler can drop bounds checks; the test
// holds the file to it.
const dimensions = 64

// Model looks words up in the embedded table. It is read-only and safe for
// concurrent use.
type Model struct {
	size    int // words
	offsets string
	scales  string
	steps   string
	index   string
	letters string
}

// Open returns the embedded model. It takes no time worth measuring, so
// callers need not share one.
func Open() *Model {
	n, slots := int(uint32At(table, 8)), int(uint32At(table, 16))
	m := &Model{size: n}
	rest := table[headerSize:]
	m.offsets, rest = rest[:4*(n+1)], rest[4*(n+1):]
	m.scales, rest = rest[:8*n], rest[8*n:]
	m.steps, rest = rest[:dimensions*n], rest[dimensions*n:]
	m.index, m.letters = rest[:2*slots], rest[2*slots:]
	return m
}

func (m *Model) word(id int) string {
	return m.letters[uint32At(m.offsets, 4*id):uint32At(m.offsets, 4*id+4)]
}

// scale returns the size of one step of the word's vector.
func (m *Model) scale(id int32) float32 {
	return math.Float32frombits(uint32At(m.scales, 8*int(id)))
}

// inverse returns one over the length of the word's vector in steps; 0 for a
// vector without length.
func (m *Model) inverse(id int32) float32 {
	return math.Float32frombits(uint32At(m.scales, 8*int(id)+4))
}

// vector returns the steps of a word; each byte is an int8.
func (m *Model) vector(id int32) string {
	at := dimensions * int(id)
	return m.steps[at : at+dimensions]
}

// find looks a word up in the index.
func (m *Model) find(word string) int32 {
	last := uint32(len(m.index)/2 - 1)
	for slot := fnv.Of32(word) & last; ; slot = (slot + 1) & last {
		number := int(m.index[2*slot]) | int(m.index[2*slot+1])<<8
		if number == 0 {
			return Unknown
		}
		if m.word(number-1) == word {
			return int32(number - 1)
		}
	}
}

func uint32At(s string, at int) uint32 {
	var b [4]byte
	copy(b[:], s[at:at+4])
	return binary.LittleEndian.Uint32(b[:])
}
