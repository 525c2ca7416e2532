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
// links to passages. Each step works shard by shard, several at once, and no
// step of a shard looks at another shard.
type finder struct {
	s      *Search
	docs   *docs
	rankOf []uint32 // of reports as they were added
	shards shards

	masts    mastheads
	links    *bins[Link]
	members  *bins[Member]
	frequent *bins[Place]
	passages *bins[Passage]

	done  atomic.Int64
	total int // shards of all steps
	tell  func(done, total int)
}

func newFinder(s *Search) *finder {
	f := &finder{s: s, tell: s.o.Progress}
	f.docs, f.rankOf = rank(slices.Concat(s.added...))
	f.docs.owners = s.o.Owners
	s.added = nil
	f.shards = newShards(f.docs, s.o.share(hallShare))
	f.links = newBins[Link](f.shards.cells(), s.allot, s.o.Space)
	f.members = newBins[Member](len(f.shards.ranges.at), s.allot, s.o.Space)
	f.frequent = newBins[Place](len(f.shards.ranges.at), s.allot, s.o.Space)
	f.passages = newBins[Passage](len(f.shards.ranges.at), s.allot, s.o.Space)
	f.total = hashShards + f.shards.cells()
	return f
}

// step tells that the work on a shard is done.
func (f *finder) step() { f.tell(int(f.done.Add(1)), f.total) }

// each runs work for every shard, several at once, each on a worker of its
// own, and closes the workers.
func each[W interface{ close() error }](
	ctx context.Context, jobs, shards int, worker func() W, work func(W, int) error,
) error {
	var next atomic.Int64
	var failed atomic.Bool
	errs := make([]error, jobs)
	var wait sync.WaitGroup
	for j := range jobs {
		wait.Go(func() {
			w := worker()
			for !failed.Load() && ctx.Err() == nil {
				shard := int(next.Add(1)) - 1
				if shard >= shards {
					break
				}
				if errs[j] = work(w, shard); errs[j] != nil {
					failed.Store(true)
					return
				}
			}
			errs[j] = w.close()
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("reuse: %w", err)
		}
	}
	return ctx.Err()
}

// lot is how many records are put into bins at once: bins keep a table with each.
const lot = 1 << 16

// linking is a worker of the step from postings to links.
type linking struct {
	*linker
	f    *finder
	room []Posting
}

// link makes links and crowds of the postings.
func (f *finder) link(ctx context.Context) error {
	var mu sync.Mutex
	var masts []Mast
	fresh := func() *linking { return &linking{linker: newLinker(f.docs), f: f} }
	err := each(ctx, f.s.o.Jobs, hashShards, fresh, func(w *linking, shard int) error {
		postings, err := f.s.postings.get(shard, w.room)
		if err != nil {
			return err
		}
		w.room = postings
		w.read(f.ranked(w.sieve.pass(postings)))
		f.step()
		if len(w.masts) > 0 {
			mu.Lock()
			masts = append(masts, w.masts...)
			mu.Unlock()
			w.masts = w.masts[:0]
		}
		return w.flush(lot)
	})
	f.masts = newMastheads(masts)
	f.s.postings.close()
	return err
}

// flush hands over links and members, if there are so many.
func (w *linking) flush(least int) error {
	if len(w.links) >= least {
		if err := w.f.links.add(w.links, w.f.shards.cell); err != nil {
			return err
		}
		w.links = w.links[:0]
	}
	if len(w.crowds) >= least {
		shard := func(m *Member) int { return int(w.f.shards.ranges.of[m.Doc]) }
		if err := w.f.members.add(w.crowds, shard); err != nil {
			return err
		}
		w.crowds = w.crowds[:0]
	}
	if len(w.frequent) >= least {
		shard := func(p *Place) int { return int(w.f.shards.ranges.of[p.Doc]) }
		if err := w.f.frequent.add(w.frequent, shard); err != nil {
			return err
		}
		w.frequent = w.frequent[:0]
	}
	return nil
}

func (w *linking) close() error { return w.flush(1) }

// ranked numbers the reports of postings by rank, and drops those of copies.
func (f *finder) ranked(postings []Posting) []Posting {
	for i := range postings {
		postings[i].Doc = f.rankOf[postings[i].Doc]
	}
	return f.docs.withoutCopies(postings)
}

// pairing is a worker of the steps from crowds to links.
type pairing struct {
	*crowds
	f    *finder
	room []Member
	near []Place
}

// pairCrowds makes links of the crowds: their members come by report, learn
// what is near them, and go on to their hubs.
func (f *finder) pairCrowds(ctx context.Context) error {
	if len(f.members.blocks) == 0 {
		return nil
	}
	fresh := func() *pairing { return &pairing{crowds: newCrowds(f.docs), f: f} }
	hubs := newBins[Member](f.members.n, f.s.allot, f.s.o.Space)
	defer hubs.close()
	err := each(ctx, f.s.o.Jobs, f.members.n, fresh, func(w *pairing, shard int) (err error) {
		if w.room, err = f.members.get(shard, w.room); err != nil {
			return err
		}
		if w.near, err = f.frequent.get(shard, w.near); err != nil {
			return err
		}
		noteNear(w.room, w.near)
		return hubs.add(w.room, func(m *Member) int { return int(f.shards.ranges.of[m.Hub]) })
	})
	f.members.close()
	f.frequent.close()
	if err != nil {
		return err
	}
	return each(ctx, f.s.o.Jobs, hubs.n, fresh, func(w *pairing, shard int) (err error) {
		if w.room, err = hubs.get(shard, w.room); err != nil {
			return err
		}
		w.read(w.room)
		return w.flush(lot)
	})
}

func (w *pairing) flush(least int) error {
	if len(w.links) < least {
		return nil
	}
	err := w.f.links.add(w.links, w.f.shards.cell)
	w.links = w.links[:0]
	return err
}

func (w *pairing) close() error { return w.flush(1) }

// matching is a worker of the step from links to passages.
type matching struct {
	*matcher
	f    *finder
	room []Link
}

// match makes passages of the links, one hall after the other, and then of the
// copies.
func (f *finder) match(ctx context.Context) error {
	for i, h := range f.shards.halls.at {
		fresh := f.matching(newHall(h.first, h.last))
		cells := len(f.shards.ranges.at)
		err := each(ctx, f.s.o.Jobs, cells, fresh, func(w *matching, k int) (err error) {
			cell := i*cells + k
			if w.room, err = f.links.get(cell, w.room); err != nil {
				return err
			}
			a, b := f.shards.spansOf(cell)
			if err := w.read(w.room, a, b); err != nil {
				return err
			}
			f.step()
			return w.flush(lot)
		})
		if err != nil {
			return err
		}
	}
	f.links.close()
	groups := f.docs.groups()
	return each(ctx, f.s.o.Jobs, len(groups), f.matching(nil), func(w *matching, i int) error {
		if err := w.alike(groups[i]); err != nil {
			return err
		}
		return w.flush(lot)
	})
}

func (f *finder) matching(h *hall) func() *matching {
	var room io.ReaderAt = f.s.room
	return func() *matching {
		scanner := NewScanner()
		return &matching{f: f, matcher: &matcher{
			scanner: scanner, docs: f.docs, masts: f.masts, minWords: f.s.o.MinWords,
			shelf: &shelf{docs: f.docs, hall: h, room: room, scanner: scanner},
			b:     piece{again: true},
		}}
	}
}

func (w *matching) flush(least int) error {
	if len(w.passages) < least {
		return nil
	}
	err := w.f.passages.add(w.passages, func(p *Passage) int { return int(w.f.shards.ranges.of[p.A]) })
	w.passages = w.passages[:0]
	return err
}

func (w *matching) close() error { return w.flush(1) }

// deliver gives the passages in order: while some are handed over, the next
// ones are sorted and visited.
func (f *finder) deliver(ctx context.Context, visit func(Found) func() error) error {
	type piece struct {
		hand func() error
		err  error
	}
	turn := make([]chan piece, f.passages.n)
	for i := range turn {
		turn[i] = make(chan piece, 1)
	}
	ahead := make(chan struct{}, f.s.o.Jobs+1) // pieces at work or waiting
	stop := make(chan struct{})
	var wait sync.WaitGroup
	defer wait.Wait()
	defer close(stop)
	var next atomic.Int64
	for range f.s.o.Jobs {
		wait.Go(func() {
			for {
				select {
				case ahead <- struct{}{}:
				case <-stop:
					return
				}
				i := int(next.Add(1)) - 1
				if i >= len(turn) {
					return
				}
				hand, err := f.visited(i, visit)
				turn[i] <- piece{hand, err}
			}
		})
	}
	for i := range turn {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := <-turn[i]
		<-ahead
		if p.err != nil {
			return fmt.Errorf("reuse: %w", p.err)
		}
		if err := p.hand(); err != nil {
			return err
		}
	}
	return nil
}

// visited sorts the passages of a bin and shows them to visit.
func (f *finder) visited(bin int, visit func(Found) func() error) (hand func() error, err error) {
	passages, err := f.passages.get(bin, nil)
	if err != nil || len(passages) == 0 {
		return func() error { return nil }, err
	}
	return visit(Found{f.docs.doc, inOrder(passages, f.shards.ranges.at[bin], len(f.docs.doc))}), nil
}

func (f *finder) close() {
	f.links.close()
	f.members.close()
	f.frequent.close()
	f.passages.close()
	f.s.Close()
}
