package reuse

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
)

// finder takes a search through its steps: postings to links, crowds to links,
// links to passages. Each step works shard by shard, several at once; a shard
// of the first is a range of hashes, of the others a range of reports. No step
// of a shard looks at another shard, so that several machines may share them.
type finder struct {
	s      *Search
	docs   *docs
	rankOf []uint32 // of reports as they were added
	shards int

	masts    mastheads
	links    *bins[Link]
	members  *bins[Member]
	passages *bins[Passage]

	done atomic.Int64
	step func() // tells that the work on a shard is done
}

func newFinder(s *Search) *finder {
	f := &finder{s: s, step: func() {}}
	f.docs, f.rankOf = s.rank()
	f.shards = f.shardCount()
	f.links = newBins[Link](f.shards, s.allot, s.o.Space)
	f.members = newBins[Member](f.shards, s.allot, s.o.Space)
	f.passages = newBins[Passage](f.shards, s.allot, s.o.Space)
	return f
}

// shardCount is the number of ranges of reports: enough for the cores to share
// the work evenly, and for the links of one to fit in what memory is left for
// work, where it is bounded: about 24 times the postings' share.
func (f *finder) shardCount() int {
	if f.s.o.Memory == 0 {
		return min(64, len(f.docs.doc))
	}
	return min(1024, len(f.docs.doc))
}

func (f *finder) shardOf(report uint32) int {
	return int(uint64(report) * uint64(f.shards) / uint64(len(f.docs.doc)))
}

// rangeOf gives the reports of a shard, half-open.
func (f *finder) rangeOf(shard int) (first, last uint32) {
	n, k := uint64(len(f.docs.doc)), uint64(f.shards)
	return uint32((uint64(shard)*n + k - 1) / k), uint32((uint64(shard+1)*n + k - 1) / k)
}

// each runs work for every shard, several at once, each on a worker of its
// own.
func each[W any](ctx context.Context, jobs, shards int, worker func() W, work func(W, int) error) error {
	next := make(chan int)
	errs := make([]error, jobs)
	stop := make(chan struct{})
	var once sync.Once
	var wait sync.WaitGroup
	for j := range jobs {
		wait.Go(func() {
			w := worker()
			for shard := range next {
				if err := work(w, shard); err != nil {
					errs[j] = err
					once.Do(func() { close(stop) })
					return
				}
			}
		})
	}
feed:
	for shard := range shards {
		select {
		case next <- shard:
		case <-stop:
			break feed
		case <-ctx.Done():
			break feed
		}
	}
	close(next)
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("reuse: %w", err)
		}
	}
	return ctx.Err()
}

// link makes links and crowds of the postings.
func (f *finder) link(ctx context.Context) error {
	o := f.s.o
	var mu sync.Mutex
	var masts []Mast
	type worker struct {
		linker *linker
		room   []Posting
	}
	err := each(ctx, o.Jobs, f.s.postings.n, func() *worker { return &worker{linker: newLinker(f.docs)} }, func(w *worker, shard int) error {
		postings, err := f.s.postings.get(shard, w.room)
		if err != nil {
			return err
		}
		w.room = postings
		w.linker.read(f.ranked(postings))
		f.step()
		mu.Lock()
		masts = append(masts, w.linker.masts...)
		mu.Unlock()
		if err := f.links.add(w.linker.links, f.shardOfLink); err != nil {
			return err
		}
		return f.members.add(w.linker.crowds, func(m *Member) int { return f.shardOf(m.Hub) })
	})
	f.masts = newMastheads(masts)
	f.s.postings.close()
	return err
}

func (f *finder) shardOfLink(l *Link) int { return f.shardOf(l.A) }

// ranked numbers the reports of postings by rank, and drops those of copies:
// they are searched as one.
func (f *finder) ranked(postings []Posting) []Posting {
	kept := postings[:0]
	for _, p := range postings {
		p.Doc = f.rankOf[p.Doc]
		if f.docs.first[p.Doc] == p.Doc {
			kept = append(kept, p)
		}
	}
	return kept
}

// pairCrowds makes links of the crowds.
func (f *finder) pairCrowds(ctx context.Context) error {
	if len(f.members.blocks) == 0 {
		return nil
	}
	type worker struct {
		crowds *crowds
		room   []Member
	}
	defer f.members.close()
	return each(ctx, f.s.o.Jobs, f.shards, func() *worker { return &worker{crowds: newCrowds(f.docs)} }, func(w *worker, shard int) error {
		members, err := f.members.get(shard, w.room)
		if err != nil {
			return err
		}
		w.room = members
		w.crowds.read(members)
		f.step()
		return f.links.add(w.crowds.links, f.shardOfLink)
	})
}

// match makes passages of the links.
func (f *finder) match(ctx context.Context) error {
	o := f.s.o
	copies := f.copies()
	type worker struct {
		*matcher
		room []Link
	}
	fresh := func() *worker {
		return &worker{matcher: &matcher{scanner: NewScanner(), docs: f.docs, masts: f.masts, minWords: o.MinWords, shelf: f.newShelf()}}
	}
	err := each(ctx, o.Jobs, f.shards, fresh, func(w *worker, shard int) error {
		links, err := f.links.get(shard, w.room)
		if err != nil {
			return err
		}
		w.room = links
		f.step()
		first, last := f.rangeOf(shard)
		if err := w.read(links, first, last); err != nil {
			return err
		}
		for _, c := range copies[shard] {
			if err := w.alike(c); err != nil {
				return err
			}
		}
		return f.passages.add(w.passages, func(p *Passage) int { return f.shardOf(p.A) })
	})
	f.links.close()
	return err
}

// copies gives the groups of reports with the same words, by the shard of
// their first.
func (f *finder) copies() [][][]uint32 {
	of := make([][][]uint32, f.shards)
	for first, group := range f.docs.copies {
		shard := f.shardOf(first)
		of[shard] = append(of[shard], group)
	}
	return of
}

// newShelf gives a worker its part of the memory that is left for work.
func (f *finder) newShelf() *shelf {
	share := int64(64 << 20)
	if f.s.o.Memory > 0 {
		share = f.s.o.Memory / 8 / int64(f.s.o.Jobs)
	}
	var room io.ReaderAt = f.s.room
	return newShelf(f.docs, room, int(share))
}

// deliver gives the passages in order.
func (f *finder) deliver(ctx context.Context, visit func(Found) error) error {
	var room []Passage
	for shard := range f.shards {
		if err := ctx.Err(); err != nil {
			return err
		}
		passages, err := f.passages.get(shard, room)
		if err != nil {
			return fmt.Errorf("reuse: %w", err)
		}
		room = passages
		slices.SortFunc(passages, func(x, y Passage) int { return comparePassages(&x, &y) })
		if len(passages) > 0 {
			if err := visit(Found{f.docs.doc, passages}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *finder) close() {
	f.links.close()
	f.members.close()
	f.passages.close()
	f.s.Close()
}
