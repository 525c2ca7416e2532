package index

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma/internal/reuse"
)

var errLocked = errors.New("another process is writing to the index")

// Adder adds reports to an index. Nothing of it is seen before Commit. It is
// not safe for concurrent use.
type Adder struct {
	dir     string
	lock    io.Closer
	create  func(string) (outFile, error)
	batch   int // bytes of text in a segment
	m       *manifest
	fresh   []entry // written, not yet listed
	scanner *reuse.Scanner
	row     reuse.Row

	names    map[string]int // of all that was added: the number of its segment among the fresh
	repeated bool           // a name is in two of the fresh
	pending  []Report
	at       map[string]int // of pending
	size     int
	postings []reuse.Posting
}

// batchLen is how many bytes of text are gathered to one segment; it bounds
// the memory of adding.
const batchLen = 64 << 20

// OpenAdder opens the index in a folder for adding, and makes the folder where
// there is none. It removes what an adder left that was killed. Only one adder
// is open at a time: the error says so.
func OpenAdder(dir string) (*Adder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	held, err := lock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w", dir, err)
	}
	a := &Adder{dir: dir, lock: held, create: create, batch: batchLen, scanner: reuse.NewScanner()}
	a.reset()
	if a.m, err = readManifest(dir); errors.Is(err, fs.ErrNotExist) {
		a.m, err = &manifest{next: 1}, nil
	}
	if err == nil {
		err = a.sweep()
	}
	if err != nil {
		held.Close()
		return nil, err
	}
	return a, nil
}

func (a *Adder) reset() {
	a.fresh, a.pending, a.at, a.size = nil, nil, map[string]int{}, 0
	a.names, a.repeated = map[string]int{}, false
}

// sweep removes the files of the index's kinds that the manifest does not list.
func (a *Adder) sweep() error {
	listed := map[string]bool{}
	for _, e := range a.m.entries {
		listed[e.name], listed[e.dead] = true, true
	}
	files, err := os.ReadDir(a.dir)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	for _, f := range files {
		name := f.Name()
		if ours := strings.HasSuffix(name, ".seg") || strings.HasSuffix(name, ".dead") || name == manifestName+".new"; ours && !listed[name] {
			if err := os.Remove(filepath.Join(a.dir, name)); err != nil {
				return fmt.Errorf("index: %w", err)
			}
		}
	}
	return nil
}

// Add takes a report. One of the same name, in the index or added before, is
// replaced. It may write to the folder.
func (a *Adder) Add(r Report) error {
	if i, ok := a.at[r.Name]; ok {
		a.size += len(r.Text) - len(a.pending[i].Text)
		a.pending[i] = r
		return nil
	}
	a.at[r.Name] = len(a.pending)
	a.pending = append(a.pending, r)
	if _, ok := a.names[r.Name]; ok {
		a.repeated = true
	}
	a.names[r.Name] = len(a.fresh)
	if a.size += len(r.Text); a.size < a.batch {
		return nil
	}
	return a.flush()
}

// flush writes the pending reports as a segment.
func (a *Adder) flush() error {
	if len(a.pending) == 0 {
		return nil
	}
	reports := a.pending
	slices.SortFunc(reports, func(x, y Report) int { return older(&x, &y) })
	a.postings = a.postings[:0]
	for i := range reports {
		a.scanner.Scan(reports[i].Text, &a.row)
		a.postings = a.scanner.Fingerprint(&a.row, uint32(i), a.postings)
	}
	e, err := a.write(func(out io.Writer) (*footer, error) {
		return writeSegment(out, reports, a.size, kept(a.postings))
	})
	if err != nil {
		return err
	}
	a.fresh = append(a.fresh, e)
	a.pending, a.at, a.size = nil, map[string]int{}, 0
	return nil
}

// kept gives the postings that the index keeps, in order and each once.
func kept(all []reuse.Posting) []posting {
	postings := make([]posting, len(all))
	for i, p := range all {
		postings[i] = keep(p)
	}
	slices.SortFunc(postings, comparePostings)
	return slices.Compact(postings)
}

func comparePostings(p, q posting) int {
	if p.hash != q.hash {
		return cmp.Compare(p.hash, q.hash)
	}
	return cmp.Or(cmp.Compare(p.doc, q.doc), cmp.Compare(p.context, q.context))
}

// write writes a segment file under a new name.
func (a *Adder) write(fill func(io.Writer) (*footer, error)) (entry, error) {
	e := entry{name: a.m.file("seg")}
	var foot *footer
	size, err := write(filepath.Join(a.dir, e.name), a.create, func(out io.Writer) (err error) {
		foot, err = fill(out)
		return err
	})
	if err != nil {
		return e, err
	}
	e.size, e.sum, e.reports = size, sumOf(foot.encode()), foot.reports
	return e, nil
}

// writeSegment writes reports that stand in order, and their postings.
func writeSegment(out io.Writer, reports []Report, bytes int, postings []posting) (*footer, error) {
	dict, _ := dictionary(len(reports), int64(bytes), func(i int) (Report, error) { return reports[i], nil })
	w, err := newSegmentWriter(out, dict, len(reports), len(postings))
	if err != nil {
		return nil, err
	}
	for i := range reports {
		if err := w.report(&reports[i]); err != nil {
			return nil, err
		}
	}
	if err := w.endReports(); err != nil {
		return nil, err
	}
	for _, p := range postings {
		if err := w.posting(p); err != nil {
			return nil, err
		}
	}
	return &w.foot, w.close()
}

// Commit makes all that was added part of the index, or nothing: when it
// returns nil, it lasts. Then it merges segments where there are many. The
// adder may be used on.
func (a *Adder) Commit() error {
	if err := a.flush(); err != nil {
		return err
	}
	if len(a.fresh) == 0 {
		return nil
	}
	changed := &manifest{entries: slices.Concat(a.m.entries, a.fresh)}
	if err := a.replace(changed.entries); err != nil {
		return err
	}
	if err := a.list(changed.entries); err != nil {
		return err
	}
	a.reset()
	return a.mergeAll()
}

// Close gives the index free. What was not committed is dropped.
func (a *Adder) Close() error {
	err := a.sweep()
	return errors.Join(err, a.lock.Close())
}

// list makes the entries the index: the new manifest is written beside the old
// one and renamed. Then files that are listed no more are removed.
func (a *Adder) list(entries []entry) error {
	m := &manifest{next: a.m.next, entries: entries}
	path := filepath.Join(a.dir, manifestName)
	_, err := write(path+".new", a.create, func(out io.Writer) error {
		_, err := out.Write(m.encode())
		return err
	})
	if err != nil {
		return err
	}
	// The segments' names must last before the manifest that lists them.
	if err := syncFolder(a.dir); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	a.m = m
	if err := syncFolder(a.dir); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	return a.sweep()
}
