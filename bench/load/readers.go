package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"
)

// readings are what the readers of a run saw.
type readings struct {
	s    *server
	stop context.CancelFunc
	wait sync.WaitGroup

	mu     sync.Mutex
	took   []time.Duration // of the stretch that is under way
	memory []float64       // MB
	finder float64         // MB, the most
	failed error
	out    io.Writer
}

// stretch is a part of a run.
type stretch struct {
	name   string
	long   time.Duration
	took   []time.Duration // sorted
	memory []float64       // in the order of time
	finder float64
}

// pages are what the readers ask for in turn.
func pages() []string {
	return []string{"/", "/claims", "/stories", "/claims?q=police", "/corrections"}
}

// looks is how often the memory is looked at.
const looks = 250 * time.Millisecond

// read lets readers begin.
func read(ctx context.Context, s *server, o options, out io.Writer) *readings {
	ctx, stop := context.WithCancel(ctx)
	r := &readings{s: s, stop: stop, out: out}
	fmt.Fprintf(out, "%-12s %7s %8s %7s %7s %8s %8s %8s %8s %9s\n",
		"", "seconds", "pages", "p50 ms", "p99 ms", "most ms", "least MB", "last MB", "most MB", "finder MB")
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: o.readers}}
	for n := range o.readers {
		r.wait.Go(func() {
			for i := n; ctx.Err() == nil; i++ {
				began := time.Now()
				_, err := s.page(client, pages()[i%len(pages())])
				r.note(time.Since(began), err)
				sleep(ctx, o.think)
			}
		})
	}
	r.wait.Go(func() {
		for ; ctx.Err() == nil; sleep(ctx, looks) {
			now, finder := s.memory(), s.finder()
			r.mu.Lock()
			r.memory, r.finder = append(r.memory, now), max(r.finder, finder)
			r.mu.Unlock()
		}
	})
	return r
}

func (r *readings) note(took time.Duration, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.took = append(r.took, took); err != nil && r.failed == nil {
		r.failed = err
	}
}

// stretch notes what is read while something goes on, and tells it.
func (r *readings) stretch(name string, during func()) {
	r.mu.Lock()
	r.took, r.memory, r.finder = nil, nil, 0
	r.mu.Unlock()
	began := time.Now()
	during()
	r.mu.Lock()
	defer r.mu.Unlock()
	slices.Sort(r.took)
	s := stretch{name, time.Since(began), r.took, r.memory, r.finder}
	s.print(r.out)
	r.took, r.memory, r.finder = nil, nil, 0
}

// end ends the readers, and gives what went wrong first.
func (r *readings) end() error {
	r.stop()
	r.wait.Wait()
	return r.failed
}

func (s *stretch) print(out io.Writer) {
	fmt.Fprintf(out, "%-12s %7.1f %8d", s.name, s.long.Seconds(), len(s.took))
	for _, share := range []float64{.5, .99, 1} {
		fmt.Fprintf(out, " %7.0f", percentile(s.took, share))
	}
	if n := len(s.memory); n > 0 {
		least, most := slices.Min(s.memory), slices.Max(s.memory)
		fmt.Fprintf(out, " %8.0f %8.0f %8.0f %9.0f", least, s.memory[n-1], most, s.finder)
	}
	fmt.Fprintln(out)
}

// percentile is in milliseconds; of nothing it is 0.
func percentile(sorted []time.Duration, share float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	at := min(int(share*float64(len(sorted))), len(sorted)-1)
	return float64(sorted[at].Microseconds()) / 1000
}
