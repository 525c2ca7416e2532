package index

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

var errLocked = errors.New("another process is writing to the index")

// Adder adds reports to an index. Nothing of it is seen before Commit. It is
// not safe for concurrent use; it works on several cores itself.
type Adder struct {
	dir    string
	lock   io.Closer
	create func(string) (outFile, error)
	batch  int // bytes of text in a segment

	pending *batch
	fresh   []*batch         // handed to the flushers, not yet listed
	names   map[uint64]int32 // hashes of the names of all that was added: the place of its batch
	again   bool             // a name is in two batches
	flushes sync.WaitGroup
	flusher chan *flusher // the idle ones
	failed  atomic.Pointer[error]

	mu      sync.Mutex // guards what follows
	m       *manifest
	busy    map[string]bool // files that are being written or wait for being listed
	merging sync.WaitGroup
	merges  bool // a goroutine merges
	halt    atomic.Bool
	spoilt  error // what ended the merging
}

const (
	// batchLen is how many bytes of text are gathered to one segment; several
	// of them, and about six times as much for their words and shingles, are
	// the memory of adding. One chapter of this size has the words of 20,000
	// reports, and costs 1.4 bytes in a hundred more than one of any size.
	batchLen = 16 << 20
	// reportCost is what a report counts for in a batch beside its text.
	reportCost = 64
)

// OpenAdder opens the index in a folder for adding, on so many cores (below 1
// is all), and makes the folder where there is none. It removes what an adder
// left that was killed. Only one adder is open at a time: the error says so.
func OpenAdder(dir string, jobs int) (*Adder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	held, err := lock(filepath.Join(dir, lockName))
	if err != nil {
		return nil, fmt.Errorf("index: %s: %w", dir, err)
	}
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	a := &Adder{
		dir: dir, lock: held, create: create, batch: batchLen, flusher: make(chan *flusher, jobs),
		pending: newBatch(), names: map[uint64]int32{}, busy: map[string]bool{},
	}
	for range jobs {
		a.flusher <- newFlusher()
	}
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

// sweep removes the files of the index's kinds that are neither listed nor
// being written.
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
		ours := strings.HasSuffix(name, ".seg") || strings.HasSuffix(name, ".dead") || name == manifestName+".new"
		if ours && !listed[name] && !a.busy[name] {
			if err := os.Remove(filepath.Join(a.dir, name)); err != nil {
				return fmt.Errorf("index: %w", err)
			}
		}
	}
	return nil
}

// Add takes a report. One of the same name, in the index or added before, is
// replaced. It may write to the folder; the error may be of a report that was
// added before.
func (a *Adder) Add(r Report) error {
	if err := a.failed.Load(); err != nil {
		return *err
	}
	if !a.pending.replace(r) {
		hash := nameHash(r.Name)
		if at, ok := a.names[hash]; ok && int(at) != len(a.fresh) {
			a.again = true
		}
		a.names[hash] = int32(len(a.fresh))
		a.pending.add(r)
	}
	if a.pending.size >= a.batch {
		a.flush()
	}
	return nil
}

// flush hands the pending reports to a flusher, and waits for an idle one.
func (a *Adder) flush() {
	b := a.pending
	if len(b.reports) == 0 {
		return
	}
	a.pending = newBatch()
	a.fresh = append(a.fresh, b)
	f := <-a.flusher
	name := a.newFile("seg")
	a.flushes.Go(func() {
		defer func() { a.flusher <- f }()
		var err error
		if b.entry, err = a.write(name, func(out io.Writer) (*footer, error) { return f.write(out, b) }); err != nil {
			a.failed.CompareAndSwap(nil, &err)
		}
	})
}

// newFile gives a new name to a file, which is not swept.
func (a *Adder) newFile(kind string) string {
	a.mu.Lock()
	defer a.mu.Unlock()
	name := a.m.file(kind)
	a.busy[name] = true
	return name
}

// write writes a segment file.
func (a *Adder) write(name string, fill func(io.Writer) (*footer, error)) (entry, error) {
	e := entry{name: name}
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

// Commit makes all that was added part of the index, or nothing: when it
// returns nil, it lasts. Where segments are many, their merging begins; see
// Wait. The adder may be used on.
func (a *Adder) Commit() error {
	a.flush()
	a.flushes.Wait()
	if err := a.failed.Load(); err != nil {
		return *err
	}
	if len(a.fresh) == 0 {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	entries := append([]entry(nil), a.m.entries...)
	for _, b := range a.fresh {
		entries = append(entries, b.entry)
	}
	if err := a.replace(entries, len(a.m.entries)); err != nil {
		return err
	}
	if err := a.list(entries); err != nil {
		return err
	}
	a.fresh, a.names, a.again = nil, map[uint64]int32{}, false
	a.mergeBehind()
	return nil
}

// Close gives the index free. What was not committed is dropped, and a merge
// that is not done.
func (a *Adder) Close() error {
	a.flushes.Wait()
	a.halt.Store(true)
	a.merging.Wait()
	a.mu.Lock()
	defer a.mu.Unlock()
	clear(a.busy)
	return errors.Join(a.sweep(), a.lock.Close())
}

// list makes the entries the index: the new manifest is written beside the old
// one and renamed. Then files that are listed no more are removed; what goes
// wrong with that leaves the index right, and is the next sweep's.
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
	for _, e := range entries {
		delete(a.busy, e.name)
		delete(a.busy, e.dead)
	}
	if err := syncFolder(a.dir); err != nil {
		return fmt.Errorf("index: %w", err)
	}
	_ = a.sweep()
	return nil
}
