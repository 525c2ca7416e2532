package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// patience is how long a run may take before a progress bar appears.
const patience = time.Second

// newProgress gives a callback for the pipeline and a function that ends the
// display. Only a terminal gets a bar, and only after a second.
func newProgress(w io.Writer, quiet bool) (func(stage string, done, total int), func()) {
	if quiet || !isTerminal(w) {
		return nil, func() {}
	}
	b := &bar{w: w, began: time.Now()}
	return b.update, b.end
}

type bar struct {
	mu    sync.Mutex
	w     io.Writer
	began time.Time
	all   *mpb.Progress
	now   *mpb.Bar
	stage string
}

func (b *bar) update(stage string, done, total int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if time.Since(b.began) < patience {
		return
	}
	if b.all == nil {
		b.all = mpb.New(mpb.WithOutput(b.w), mpb.WithWidth(40))
	}
	if stage != b.stage {
		b.drop()
		b.stage = stage
		b.now = b.all.AddBar(int64(total), mpb.BarRemoveOnComplete(),
			mpb.PrependDecorators(decor.Name(stage, decor.WC{W: 12})),
			mpb.AppendDecorators(decor.Any(counted)))
	}
	b.now.SetCurrent(int64(done))
}

// counted says how much is done, and of how many, where that is known.
func counted(s decor.Statistics) string {
	if s.Total <= 0 {
		return fmt.Sprint(s.Current)
	}
	return fmt.Sprintf("%d of %d", s.Current, s.Total)
}

func (b *bar) drop() {
	if b.now != nil {
		b.now.Abort(true)
	}
}

func (b *bar) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.all != nil {
		b.drop()
		b.all.Wait()
	}
}
