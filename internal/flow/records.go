package flow

import (
	"encoding/binary"
	"errors"

	"github.com/klauspost/compress/s2"

	"stemma/internal/reuse"
)

// Report is a report as it was read.
type Report struct {
	Doc  reuse.Doc
	Text []byte
}

// Summary is what every worker knows of a report.
type Summary reuse.Summary

// Text is the text of a report, by its rank.
type Text struct {
	Rank uint32
	Of   []byte
}

// Need says that a report's text is needed where a range of pairs is matched.
type Need struct{ Rank, Shard uint32 }

// Many is several records in one element: an engine's own work is by element.
// It is a struct since Beam sees a list, of whatever name, as a list, and asks no
// coder of ours.
type Many[T any] struct{ Of []T }

type (
	Reports   = Many[Report]
	Summaries = Many[Summary]
	Texts     = Many[Text]
	Needs     = Many[Need]
	Postings  = Many[reuse.Posting]
	Links     = Many[reuse.Link]
	Members   = Many[reuse.Member]
	Places    = Many[reuse.Place]
	Masts     = Many[reuse.Mast]
	Passages  = Many[reuse.Passage]
)

var le = binary.LittleEndian

// errCut is a record that is not whole.
var errCut = errors.New("flow: a record is cut off")

// PutNeeds and the others like it write records, ReadNeeds and its like read
// them: numbers of fixed size with the lowest byte first, strings behind their
// length. A record that is cut off is an error.
func PutNeeds(all Needs) []byte {
	return put(8, all, func(to []byte, n *Need) { numbers(to).put(n.Rank, n.Shard) })
}

func ReadNeeds(from []byte) (Needs, error) {
	return read(8, from, func(from []byte, n *Need) { numbers(from).get(&n.Rank, &n.Shard) })
}

func PutPostings(all Postings) []byte {
	return put(16, all, func(to []byte, p *reuse.Posting) {
		le.PutUint64(to, p.Key)
		numbers(to[8:]).put(p.Doc, p.Word)
	})
}

func ReadPostings(from []byte) (Postings, error) {
	return read(16, from, func(from []byte, p *reuse.Posting) {
		p.Key = le.Uint64(from)
		numbers(from[8:]).get(&p.Doc, &p.Word)
	})
}

func PutLinks(all Links) []byte {
	return put(16, all, func(to []byte, l *reuse.Link) {
		numbers(to).put(l.A, l.B, l.WordA, l.WordB)
	})
}

func ReadLinks(from []byte) (Links, error) {
	return read(16, from, func(from []byte, l *reuse.Link) {
		numbers(from).get(&l.A, &l.B, &l.WordA, &l.WordB)
	})
}

func PutMembers(all Members) []byte {
	return put(20, all, func(to []byte, m *reuse.Member) {
		numbers(to).put(m.Hub, m.HubWord, m.Doc, m.Word, m.Near)
	})
}

func ReadMembers(from []byte) (Members, error) {
	return read(20, from, func(from []byte, m *reuse.Member) {
		numbers(from).get(&m.Hub, &m.HubWord, &m.Doc, &m.Word, &m.Near)
	})
}

func PutPlaces(all Places) []byte {
	return put(8, all, func(to []byte, p *reuse.Place) {
		numbers(to).put(p.Doc, p.Word)
	})
}

func ReadPlaces(from []byte) (Places, error) {
	return read(8, from, func(from []byte, p *reuse.Place) {
		numbers(from).get(&p.Doc, &p.Word)
	})
}

func PutMasts(all Masts) []byte {
	return put(12, all, func(to []byte, m *reuse.Mast) {
		le.PutUint64(to, m.Hash)
		numbers(to[8:]).put(m.Outlet)
	})
}

func ReadMasts(from []byte) (Masts, error) {
	return read(12, from, func(from []byte, m *reuse.Mast) {
		m.Hash = le.Uint64(from)
		numbers(from[8:]).get(&m.Outlet)
	})
}

func PutPassages(all Passages) []byte {
	return put(32, all, func(to []byte, p *reuse.Passage) {
		numbers(to).put(p.A, p.B, p.A0, p.A1, p.B0, p.B1, p.Equal, p.Columns)
	})
}

func ReadPassages(from []byte) (Passages, error) {
	return read(32, from, func(from []byte, p *reuse.Passage) {
		numbers(from).get(&p.A, &p.B, &p.A0, &p.A1, &p.B0, &p.B1, &p.Equal, &p.Columns)
	})
}

// put writes records of so many bytes each.
func put[T any](size int, m Many[T], one func([]byte, *T)) []byte {
	out := make([]byte, size*len(m.Of))
	for i := range m.Of {
		one(out[size*i:], &m.Of[i])
	}
	return out
}

func read[T any](size int, from []byte, one func([]byte, *T)) (Many[T], error) {
	if len(from)%size != 0 {
		return Many[T]{}, errCut
	}
	of := make([]T, len(from)/size)
	for i := range of {
		one(from[size*i:], &of[i])
	}
	return Many[T]{of}, nil
}

// numbers is a run of numbers of four bytes.
type numbers []byte

func (n numbers) put(all ...uint32) {
	for i, x := range all {
		le.PutUint32(n[4*i:], x)
	}
}

func (n numbers) get(all ...*uint32) {
	for i, x := range all {
		*x = le.Uint32(n[4*i:])
	}
}

// mostUnpacked is how long the records of one element are at most, unpacked. What claims to be longer
// was not written here.
const mostUnpacked = 1 << 30

// unpacked gives records that were packed since they hold texts, which an engine copies several times
// and keeps: the Snappy-like format s2 halves them at a gigabyte a second.
func unpacked(from []byte) ([]byte, error) {
	if n, err := s2.DecodedLen(from); err != nil || n > mostUnpacked {
		return nil, errCut
	}
	to, err := s2.Decode(nil, from)
	if err != nil {
		return nil, errCut
	}
	return to, nil
}

// factBytes is room for what is said of a text beside it; more is made where
// that is not enough.
const factBytes = 256

func PutReports(all Reports) []byte {
	size := 0
	for i := range all.Of {
		size += factBytes + len(all.Of[i].Text)
	}
	out := make([]byte, 0, size)
	for i := range all.Of {
		out = appendDoc(out, &all.Of[i].Doc)
		out = appendBytes(out, all.Of[i].Text)
	}
	return s2.Encode(nil, out)
}

func ReadReports(from []byte) (all Reports, err error) {
	if from, err = unpacked(from); err != nil {
		return all, err
	}
	in := cut{rest: from}
	for len(in.rest) > 0 && !in.short {
		all.Of = append(all.Of, Report{Doc: in.doc(), Text: in.bytes()})
	}
	return all, in.err()
}

func PutSummaries(all Summaries) (out []byte) {
	for i := range all.Of {
		out = appendDoc(out, &all.Of[i].Doc)
		out = binary.AppendUvarint(out, all.Of[i].Digest.Hash)
		out = binary.AppendUvarint(out, uint64(all.Of[i].Digest.Words))
	}
	return out
}

func ReadSummaries(from []byte) (all Summaries, err error) {
	in := cut{rest: from}
	for len(in.rest) > 0 && !in.short {
		doc := in.doc()
		all.Of = append(all.Of, Summary{Doc: doc, Digest: reuse.Digest{Hash: in.number(), Words: uint32(in.number())}})
	}
	return all, in.err()
}

func PutTexts(all Texts) []byte {
	size := 0
	for i := range all.Of {
		size += factBytes + len(all.Of[i].Of)
	}
	out := make([]byte, 0, size)
	for i := range all.Of {
		out = binary.AppendUvarint(out, uint64(all.Of[i].Rank))
		out = appendBytes(out, all.Of[i].Of)
	}
	return s2.Encode(nil, out)
}

func ReadTexts(from []byte) (all Texts, err error) {
	if from, err = unpacked(from); err != nil {
		return all, err
	}
	in := cut{rest: from}
	for len(in.rest) > 0 && !in.short {
		all.Of = append(all.Of, Text{Rank: uint32(in.number()), Of: in.bytes()})
	}
	return all, in.err()
}

func appendDoc(to []byte, d *reuse.Doc) []byte {
	to = binary.AppendUvarint(to, uint64(d.Place))
	for _, s := range []string{d.Name, d.Input, d.Outlet, d.Published} {
		to = appendBytes(to, []byte(s))
	}
	return to
}

func appendBytes(to, b []byte) []byte {
	return append(binary.AppendUvarint(to, uint64(len(b))), b...)
}

// cut reads what the append functions wrote. When it comes to the end within a
// record, that is noted, and what is still asked for is empty.
type cut struct {
	rest  []byte
	short bool
}

func (c *cut) err() error {
	if c.short {
		return errCut
	}
	return nil
}

func (c *cut) doc() reuse.Doc {
	return reuse.Doc{
		Place: int(c.number()), Name: string(c.bytes()), Input: string(c.bytes()),
		Outlet: string(c.bytes()), Published: string(c.bytes()),
	}
}

func (c *cut) number() uint64 {
	x, n := binary.Uvarint(c.rest)
	if n <= 0 {
		c.short, c.rest = true, nil
		return 0
	}
	c.rest = c.rest[n:]
	return x
}

func (c *cut) bytes() []byte {
	n := c.number()
	if n > uint64(len(c.rest)) {
		c.short, c.rest = true, nil
		return nil
	}
	b := c.rest[:n:n]
	c.rest = c.rest[n:]
	return b
}
