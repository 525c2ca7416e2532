package reuse

import (
	"context"
	"fmt"
	"runtime"
	"sync"
)

// Options says how far a search goes and what it may take. The zero value is
// usable.
type Options struct {
	// MinWords is the shortest passage given, in equal words; 0 is Guarantee:
	// shorter runs are found by luck only, and are mostly idiom.
	MinWords int
	// Owners is the number of reports up to which all that share a run are
	// paired with each other; 0 is [MaxOwners], and more than it no more. What
	// reads the passages of one story needs no more pairs than there can be
	// exemplars of a report.
	Owners int
	// Known, if set, gives what is known of a text that [Find] is given without its tokens.
	Known func(i int) *Known
	// Outlet, if set, gives the name of an outlet by which [Find] tells whether two reports are
	// of one; where it is nil they are of one by equal names.
	Outlet func(written string) string
	// Jobs is how many goroutines search; below 1 is one a core.
	Jobs int
	// Memory is about how many bytes the search holds; what it needs beyond
	// them goes to Space. 0 is no bound.
	Memory int64
	// Space is needed where Memory is bounded.
	Space Space
	// Progress, if set, is told how many of the steps of Run are done; it may
	// be called from several goroutines.
	Progress func(done, total int)
}

func (o Options) complete() Options {
	if o.MinWords < Guarantee {
		o.MinWords = Guarantee
	}
	if o.Owners < 1 || o.Owners > MaxOwners {
		o.Owners = MaxOwners
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	if o.Jobs < 1 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	if o.Memory <= 0 || o.Space == nil {
		o.Memory, o.Space = 0, nil
	}
	return o
}

// What of the memory is whose. The rest is for what is being worked on, for the
// tables of reports, and for the garbage of all.
const (
	keptShare = 0.4 // words, texts, postings, links and passages
	hallShare = 0.2 // reports that are cut again for a range of pairs
)

// share is a part of the memory, in bytes.
func (o *Options) share(part float64) int64 { return int64(part * float64(o.Memory)) }

// Search finds every passage that two of the reports share which were added.
// Reports may be added by several goroutines at once; what is found depends
// neither on their order nor on the options but MinWords.
type Search struct {
	o     Options
	allot *allotment

	scanners sync.Pool
	postings *bins[Posting]

	mu    sync.Mutex
	added [][]added // by batch
	count uint32    // of reports in them
	room  Room      // texts that memory does not hold
	end   int64
}

// added is a report before all are known.
type added struct {
	doc    Doc
	row    *Row
	text   place
	digest Digest
}

// NewSearch begins a search.
func NewSearch(o Options) *Search {
	o = o.complete()
	s := &Search{o: o, allot: &allotment{left: o.share(keptShare)}}
	s.postings = newBins[Posting](hashShards, s.allot, o.Space)
	s.scanners.New = func() any { return &adder{scanner: NewScanner()} }
	return s
}

// adder is the scratch room of one batch.
type adder struct {
	scanner  *Scanner
	row      Row
	postings []Posting
	room     rowRoom
}

// Batch is some reports with their texts, in one piece of memory that Add
// keeps. Text i is Text[At[i]:At[i+1]].
type Batch struct {
	Docs []Doc
	Text []byte
	At   []int
}

// Add takes a batch; it may be called by several goroutines. The batch must not
// be used afterwards.
func (s *Search) Add(b Batch) error {
	a := s.scanners.Get().(*adder)
	defer s.scanners.Put(a)
	held := s.o.Space == nil || s.allot.takeBut(len(b.Text), s.o.share(keptShare)/2)
	text := stringOf(b.Text)
	news := make([]added, len(b.Docs))
	first, at := s.reserve(len(news))
	a.postings = a.postings[:0]
	for i, d := range b.Docs {
		n := &news[i]
		n.doc = d
		n.text = place{text: text[b.At[i]:b.At[i+1]], at: int64(b.At[i]), size: b.At[i+1] - b.At[i]}
		kept := ""
		if held {
			kept = n.text.text
		}
		a.scanner.Scan(n.text.text, &a.row)
		n.digest = DigestOf(&a.row)
		a.postings = a.scanner.Fingerprint(&a.row, first+uint32(i), a.postings)
		if s.o.Space == nil || s.allot.take(heldBytes(len(a.row.Words))) {
			n.row = a.row.held(kept, &a.room)
		}
	}
	if err := s.postings.add(a.postings, hashShard); err != nil {
		return fmt.Errorf("reuse: %w", err)
	}
	return s.place(at, news, b.Text, held)
}

// reserve gives the numbers of n new reports, and the place of their batch.
func (s *Search) reserve(n int) (first uint32, at int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	first, at = s.count, len(s.added)
	s.count += uint32(n)
	s.added = append(s.added, nil)
	return first, at
}

// place puts a batch of reports in its place, and writes out a text that
// memory does not hold.
func (s *Search) place(at int, news []added, text []byte, held bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !held {
		if s.room == nil {
			room, err := s.o.Space.New()
			if err != nil {
				return fmt.Errorf("reuse: %w", err)
			}
			s.room = room
		}
		if _, err := s.room.Write(text); err != nil {
			return fmt.Errorf("reuse: %w", err)
		}
		for i := range news {
			news[i].text.text = ""
			news[i].text.at += s.end
		}
		s.end += int64(len(text))
	}
	s.added[at] = news
	return nil
}

// Run searches. It calls visit with the passages, in order of the reports and
// offsets, in pieces. It may be called once.
func (s *Search) Run(ctx context.Context, visit func(Found) error) error {
	return s.RunAhead(ctx, func(f Found) func() error { return func() error { return visit(f) } })
}

// RunAhead is Run for a visitor that has work to do which needs no order. visit
// is called for several pieces at a time, in no order; what it gives is then
// called one at a time, in the order of the pieces.
func (s *Search) RunAhead(ctx context.Context, visit func(Found) func() error) error {
	if s.count == 0 {
		return nil
	}
	f := newFinder(s)
	defer f.close()
	for _, step := range []func(context.Context) error{f.link, f.pairCrowds, f.match} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return f.deliver(ctx, visit)
}

// Close gives back the room that the search took. It may be called at any time
// after the last call of Add and Run, and more than once.
func (s *Search) Close() {
	s.postings.close()
	if s.room != nil {
		s.room.Close()
		s.room = nil
	}
}

// Found is passages in order, and the reports they name by rank.
type Found struct {
	Docs     []Doc
	Passages []Passage
}
