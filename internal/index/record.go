package index

import (
	"cmp"
	"encoding/binary"
	"errors"
	"hash/fnv"
)

// Report is one report as the index keeps it.
type Report struct {
	Name      string // by which passages name it; unique in an index
	Outlet    string // "" when not known
	Published string // ISO 8601, or ""
	Text      string
}

// older orders reports by age: undated ones last, then by name.
func older(a, b *Report) int {
	if (a.Published == "") != (b.Published == "") {
		return cmp.Compare(len(b.Published), len(a.Published))
	}
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Name, b.Name))
}

// nameHash is the four bytes by which a name is looked up.
func nameHash(name string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()
}

func (r *Report) fields() [4]*string {
	return [4]*string{&r.Name, &r.Outlet, &r.Published, &r.Text}
}

// append adds the report to an unpacked block.
func (r *Report) append(b []byte) []byte {
	for _, f := range r.fields() {
		b = binary.AppendUvarint(b, uint64(len(*f)))
	}
	for _, f := range r.fields() {
		b = append(b, *f...)
	}
	return b
}

var errRecord = errors.New("a report is cut short")

// next reads the first report of what is left of an unpacked block.
func next(block string) (r Report, rest string, err error) {
	var length [4]uint64
	for i := range length {
		n, size := uvarint(block)
		if size <= 0 {
			return r, "", errRecord
		}
		length[i], block = n, block[size:]
	}
	for i, f := range r.fields() {
		if length[i] > uint64(len(block)) {
			return r, "", errRecord
		}
		*f, block = block[:length[i]], block[length[i]:]
	}
	return r, block, nil
}

// uvarint is binary.Uvarint of a string.
func uvarint(s string) (uint64, int) {
	var head [binary.MaxVarintLen64]byte
	return binary.Uvarint(head[:copy(head[:], s)])
}
