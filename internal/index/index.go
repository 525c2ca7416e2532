package index

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Index is an open index. It is safe for concurrent use, and stays as it was
// opened while others add.
type Index struct {
	segments []*segment
	manifest string
	opened   fs.FileInfo // of the manifest
}

// openTries is how often opening is tried when a file is gone: another
// process may merge segments between the reading of the manifest and theirs.
const openTries = 5

// Open opens the index in a folder. The error names the file that is missing,
// cut short or not as it was written.
func Open(dir string) (*Index, error) {
	var x *Index
	var err error
	path := filepath.Join(dir, manifestName)
	for range openTries {
		info, _ := os.Stat(path) // what is wrong with it, reading tells
		var m *manifest
		if m, err = readManifest(dir); err != nil {
			return nil, err
		}
		if x, err = open(dir, m.entries); err == nil {
			x.manifest, x.opened = path, info
			break
		}
		if !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return x, err
}

// Changed says whether the index has been changed since it was opened: then it
// is to be opened again by those who want to see that.
func (x *Index) Changed() bool {
	info, err := os.Stat(x.manifest)
	return err != nil || x.opened == nil || !os.SameFile(x.opened, info) || !x.opened.ModTime().Equal(info.ModTime())
}

func open(dir string, entries []entry) (*Index, error) {
	x := &Index{}
	for _, e := range entries {
		s, err := openEntry(dir, e)
		if err != nil {
			x.Close()
			return nil, err
		}
		x.segments = append(x.segments, s)
	}
	return x, nil
}

// openEntry opens a segment of the manifest and its dead reports.
func openEntry(dir string, e entry) (*segment, error) {
	s, err := openSegment(filepath.Join(dir, e.name))
	if err != nil {
		return nil, err
	}
	body := s.foot.encode()
	if s.file.Size() != e.size || s.foot.reports != e.reports || sumOf(body) != e.sum {
		s.close()
		return nil, s.err(errors.New("not the file that the manifest names"))
	}
	if s.dead, err = readDead(dir, e); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// sumOf is the checksum that a footer holds of itself.
func sumOf(foot []byte) uint32 {
	return binary.LittleEndian.Uint32(foot[footerLen-len(magic)-4:])
}

// Close frees the files. Nothing that the index gave may be used afterwards
// but reports.
func (x *Index) Close() {
	for _, s := range x.segments {
		s.close()
	}
}

// Len is the number of reports.
func (x *Index) Len() int {
	n := 0
	for _, s := range x.segments {
		n += int(s.foot.reports) - len(s.dead)
	}
	return n
}

// Check reads all of the index and gives the first error.
func (x *Index) Check() error {
	for _, s := range x.segments {
		for page := range s.at[pagesSection]/pageLen + 1 {
			at := page * pageLen
			if _, err := s.view(at, int(min(pageLen, s.at[pagesSection]-at))); err != nil {
				return s.err(err)
			}
		}
		var room []byte
		for doc := range s.foot.reports {
			var err error
			if _, room, err = s.report(doc, false, room); err != nil {
				return err
			}
		}
		if err := s.each(0, 1<<s.code.bucketBits, func(posting) error { return nil }); err != nil {
			return err
		}
	}
	return nil
}

// ref is a report by the place of its segment and its number there.
type ref struct {
	segment int
	doc     uint32
}
