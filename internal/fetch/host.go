package fetch

import (
	"context"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// host is a server, which is asked for one thing at a time.
type host struct {
	run *run
	key string // scheme and authority

	mu    sync.Mutex
	queue []job
	busy  bool

	// What follows belongs to the one who works.
	next   time.Time // when it may be asked again
	delay  time.Duration
	robots *robotstxt.Group
	asked  bool   // for robots.txt
	closed string // why it is not asked for anything
}

func (h *host) add(j job) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.queue = append(h.queue, j)
	if !h.busy {
		h.busy = true
		go h.work()
	}
}

// take gives the next job.
func (h *host) take() (j job, ok bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.queue) == 0 {
		h.busy = false
		return job{}, false
	}
	j, h.queue = h.queue[0], h.queue[1:]
	return j, true
}

func (h *host) work() {
	h.run.slots <- struct{}{}
	defer func() { <-h.run.slots }()
	for {
		j, ok := h.take()
		if !ok {
			return
		}
		h.visit(j)
		h.run.pending.Done()
	}
}

// turn waits until the host may be asked again.
func (h *host) turn() error {
	err := wait(h.run.ctx, time.Until(h.next))
	h.next = time.Now().Add(max(h.run.o.Delay, h.delay))
	return err
}

// wait waits, unless the run ends.
func wait(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
