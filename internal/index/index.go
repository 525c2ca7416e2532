package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
)

// Index is an open index. It is safe for concurrent use, and stays as it was
// opened while others add.
type Index struct {
	segments []*segment
	cache    cache
}

// openTries is how often opening is tried when a file is gone: another
// process may merge segments between the reading of the manifest and theirs.
const openTries = 3

// Open opens the index in a folder. The error names the file that is missing,
// cut short or not as it was written.
func Open(dir string) (*Index, error) {
	var x *Index
	var err error
	for range openTries {
		var m *manifest
		if m, err = readManifest(dir); err != nil {
			return nil, err
		}
		if x, err = open(dir, m); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return x, err
}

func open(dir string, m *manifest) (*Index, error) {
	x := &Index{}
	for _, e := range m.entries {
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
		for i := range s.blockCount() {
			if _, err := s.unpack(i); err != nil {
				return err
			}
		}
		if err := s.each(0, 1<<s.code.bucketBits, func(posting) error { return nil }); err != nil {
			return err
		}
	}
	return nil
}

// report reads a report.
func (x *Index) report(at ref) (Report, error) {
	s := x.segments[at.segment]
	i := s.blockOf(at.doc)
	if i < 0 {
		return Report{}, s.err(fmt.Errorf("blocks: none holds report %d", at.doc))
	}
	block, err := x.cache.get(key{at.segment, i}, func() (string, error) { return s.unpack(i) })
	if err != nil {
		return Report{}, err
	}
	return s.inBlock(block, i, at.doc)
}

// ref is a report by the place of its segment and its number there.
type ref struct {
	segment int
	doc     uint32
}

// key names a block of texts.
type key struct{ segment, block int }

// cacheLen is how many bytes of unpacked blocks are held, about.
const cacheLen = 32 << 20

// cache holds the blocks that were used last: those of two generations, the
// older of which goes when the younger has half of the room.
type cache struct {
	mu         sync.Mutex
	young, old map[key]string
	size       int
}

func (c *cache) get(k key, unpack func() (string, error)) (string, error) {
	c.mu.Lock()
	b, ok := c.young[k]
	if !ok {
		b, ok = c.old[k]
		if ok {
			c.put(k, b)
		}
	}
	c.mu.Unlock()
	if ok {
		return b, nil
	}
	b, err := unpack()
	if err == nil {
		c.mu.Lock()
		c.put(k, b)
		c.mu.Unlock()
	}
	return b, err
}

func (c *cache) put(k key, b string) {
	if c.young == nil || c.size+len(b) > cacheLen/2 {
		c.old, c.young, c.size = c.young, map[key]string{}, 0
	}
	c.young[k] = b
	c.size += len(b)
}
