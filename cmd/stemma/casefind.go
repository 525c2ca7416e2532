package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
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
	for rest := time.Duration(math.MaxInt64); ; rest = shortRest {
		select {
		case <-asked:
		case <-time.After(rest):
			debug.FreeOSMemory()
			select {
			case <-asked:
			case <-ctx.Done():
				return nil
			}
		case <-ctx.Done():
			return nil
		}
		if err := t.findAndShelve(ctx); err != nil {
			fmt.Fprintln(t.s.out, saysFailed+oneLine(err.Error()))
			return err
		}
		_, err := io.WriteString(t.s.out, saysFound+"\n")
		if err = cmp.Or(err, t.keep(ctx)); err != nil || alive() > mostAtRest {
			return err
		}
	}
}

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
