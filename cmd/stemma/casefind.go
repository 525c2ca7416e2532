package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// caseFindCmd finds anew what a server shows of a large case. The server runs it, as a
// process of its own: what it takes to find is given back when it ends, whatever that was,
// and the system can prefer who reads.
type caseFindCmd struct {
	caseFlag
	Story bool `name:"story" help:"The case is one story: it is not told apart."`
	aliasFlag
	Jobs int  `placeholder:"N" help:"Reports read at once (default: one a core)."`
	Stay bool `help:"Find the case anew for each line of stdin, and end where that ends."`
}

func (c *caseFindCmd) Run(ctx context.Context, s streams) error {
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	defer tuned(&tuner{heap: finderMemory, least: tracePercent, wide: tracePercent, most: finderGrowth})()
	own := &common{Jobs: c.Jobs, Quiet: true}
	t := &caseTracer{Case: kept, common: own, aliases: &c.aliasFlag, s: s, oneStory: c.Story}
	if c.Stay {
		return t.findAsAsked(ctx)
	}
	if err := t.findAndShelve(ctx); err != nil {
		return err
	}
	return t.keep(ctx)
}

// findAndShelve finds the case anew and puts it on its shelf. What it made on the way is to be
// kept then.
func (t *caseTracer) findAndShelve(ctx context.Context) error {
	mark, err := t.Mark(ctx)
	if err != nil {
		return err
	}
	said, err := corrections(ctx, t.Case)
	if err != nil {
		return err
	}
	d, err := t.traceWith(ctx, said, false)
	if err != nil {
		return err
	}
	return t.shelve(ctx, d, mark)
}

// What the finder answers to each line.
const (
	saysFound  = "found"
	saysFailed = "failed: "
)

// findAsAsked finds the case anew for each line that comes, with what it has at hand of it. It
// ends when no more can come, which is when the server has ended, however it did; and where a
// finding failed, or what is at hand is too much to be kept.
func (t *caseTracer) findAsAsked(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	asked := make(chan struct{})
	go func() {
		lines := bufio.NewScanner(t.s.in)
		for lines.Scan() {
			select {
			case asked <- struct{}{}:
			case <-ctx.Done():
			}
		}
		stop()
	}()
	for s := (staying{caseTracer: t, due: math.MaxInt64}); ; {
		var ends bool
		var err error
		select {
		case <-asked:
			ends, err = s.find(ctx)
		case <-time.After(s.due):
			err = s.rest(ctx)
		case <-ctx.Done():
			return s.keepFound(context.WithoutCancel(ctx))
		}
		if err != nil || ends {
			return err
		}
	}
}

// staying is a finder that stays.
type staying struct {
	*caseTracer
	due   time.Duration // when it is to rest if it is not asked
	since time.Time     // when it made what is not kept yet; zero where all is
}

// find finds the case, and says whether what is at hand then is too much to stay.
func (s *staying) find(ctx context.Context) (ends bool, err error) {
	if err := s.findAndShelve(ctx); err != nil {
		fmt.Fprintln(s.s.out, saysFailed+oneLine(err.Error()))
		return true, err
	}
	if _, err := io.WriteString(s.s.out, saysFound+"\n"); err != nil {
		return true, err
	}
	if s.due = keptAfter; s.since.IsZero() {
		s.since = time.Now()
	}
	if ends = alive() > mostAtRest; ends || time.Since(s.since) > longestUnkept {
		err = s.keepFound(ctx)
	}
	return ends, err
}

// rest keeps what was found and collects what that has left, so that the next finding need not; or
// when that is done it gives back what only finding needs.
func (s *staying) rest(ctx context.Context) error {
	if !s.since.IsZero() {
		defer func() { go runtime.GC() }() // who asks meanwhile does not wait for its end
		return s.keepFound(ctx)
	}
	debug.FreeOSMemory()
	s.due = math.MaxInt64
	return nil
}

// keepFound keeps in the case what was found since that was done last.
func (s *staying) keepFound(ctx context.Context) error {
	if s.since.IsZero() {
		return nil
	}
	s.due, s.since = shortRest, time.Time{}
	return s.keep(ctx)
}

// What a finding has made on the way is kept in the case when no other one is asked for at once:
// whoever sends one report after the other would wait for each time. Of findings without a pause it
// is kept every so often. Where the finder is ended before, that is made again.
const (
	keptAfter     = time.Second
	longestUnkept = 10 * time.Second
)

// shortRest is after how long a finder gives back what it needs only while it finds.
const shortRest = 20 * time.Second

// mostAtRest is how many bytes a finder may hold while nothing is asked of it. 1,000 reports
// of news come to 250 MB.
const mostAtRest = 600 << 20

// alive is how many bytes were alive when they were looked through last; 0 where that is not
// known.
func alive() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return int64(min(sample[0].Value.Uint64(), 1<<62))
}
