package index

import (
	"encoding/binary"
	"io"
	"path/filepath"
	"slices"
)

// replace marks the reports of whose name a later segment has another. The
// entries from fresh on are those of the batches.
func (a *Adder) replace(entries []entry, fresh int) error {
	hashes := make(map[uint32]bool, len(a.names))
	for name := range a.names {
		hashes[uint32(name)] = true
	}
	for i := range entries {
		if i >= fresh && !a.again {
			break
		}
		dead := func(name string) bool {
			last, ok := a.names[nameHash(name)]
			return ok && i < fresh+int(last)
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
	var found []uint32
	var room []byte
	for doc := range s.foot.reports {
		row, err := s.row(doc)
		if err != nil {
			return err
		}
		if !hashes[row.name] || s.dead[doc] {
			continue
		}
		var r Report
		if r, room, err = s.report(doc, true, room); err != nil {
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
	return a.writeDead(e, found)
}

// writeDead writes the numbers of a segment's dead reports to a new file. The
// adder is locked.
func (a *Adder) writeDead(e *entry, dead []uint32) error {
	slices.Sort(dead)
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
