package index

import (
	"encoding/binary"
	"io"
	"path/filepath"
	"slices"
)

// replace marks the reports of whose name a later segment has another.
func (a *Adder) replace(entries []entry) error {
	hashes := map[uint32]bool{}
	for name := range a.names {
		hashes[nameHash(name)] = true
	}
	before := len(entries) - len(a.fresh)
	for i := range entries {
		if i >= before && !a.repeated {
			break
		}
		dead := func(name string) bool {
			last, ok := a.names[name]
			return ok && i < before+last
		}
		if err := a.replaceIn(&entries[i], hashes, dead); err != nil {
			return err
		}
	}
	return nil
}

// replaceIn writes the dead reports of a segment anew if there are more.
func (a *Adder) replaceIn(e *entry, hashes map[uint32]bool, dead func(name string) bool) error {
	s, err := openEntry(a.dir, *e)
	if err != nil {
		return err
	}
	defer s.close()
	x := &Index{segments: []*segment{s}}
	var found []uint32
	for doc := range s.foot.reports {
		if !hashes[s.nameOf(doc)] || s.dead[doc] {
			continue
		}
		r, err := x.report(ref{0, doc})
		if err != nil {
			return err
		}
		if dead(r.Name) {
			found = append(found, doc)
		}
	}
	if len(found) == 0 {
		return nil
	}
	for doc := range s.dead {
		found = append(found, doc)
	}
	slices.Sort(found)
	return a.writeDead(e, found)
}

func (a *Adder) writeDead(e *entry, dead []uint32) error {
	var b []byte
	for _, doc := range dead {
		b = binary.LittleEndian.AppendUint32(b, doc)
	}
	e.dead, e.deadLen, e.deadSum = a.m.file("dead"), int64(len(b)), checksum(b)
	_, err := write(filepath.Join(a.dir, e.dead), a.create, func(out io.Writer) error {
		_, err := out.Write(b)
		return err
	})
	return err
}
