package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// lazyPercent is how much a command that works through a batch lets the heap
// grow before it is collected, in percent of what is alive. At Go's own 100
// the collector takes an eighth of the time of the quotes command.
const lazyPercent = 400

// lazily makes the collector lazy below a number of bytes, and eager near it;
// it gives what sets it back.
func lazily(memory int64) func() {
	limit := debug.SetMemoryLimit(memory / 10 * 9)
	percent := debug.SetGCPercent(lazyPercent)
	return func() {
		debug.SetMemoryLimit(limit)
		debug.SetGCPercent(percent)
	}
}

// steadyMemory is the heap, in bytes, that a command which holds little aims at:
// below it collections are rare. Three runs of quotes over 990 saved pages peaked
// at 114 to 135 MB with it and took 17.4 s of processor time; with 48 MiB at 122 to
// 155 MB and 16.7 s, with 68 MiB at 134 to 170 MB and 15.8 s.
const steadyMemory = 40 << 20

// leastPercent is how much the heap may grow at least, in percent of what is
// alive, however much that is.
const leastPercent = 40

// steadily lets the heap grow to so many bytes before it is collected, or where
// more is alive by leastPercent; it gives what sets that back.
func steadily(heap int64) func() {
	t := &tuner{heap: heap, percent: debug.SetGCPercent(lazyPercent)}
	t.watch()
	return t.stop
}

// tuner sets after each collection how much the heap may grow until the next.
type tuner struct {
	heap    int64
	percent int // as it was
	stopped atomic.Bool
}

// watch waits for the next collection: what nobody holds is finalized by it.
func (t *tuner) watch() {
	runtime.SetFinalizer(&struct{ *tuner }{t}, func(*struct{ *tuner }) {
		if !t.stopped.Load() {
			t.tune()
			t.watch()
		}
	})
}

func (t *tuner) tune() {
	alive := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(alive)
	if alive[0].Value.Kind() != metrics.KindUint64 {
		return
	}
	live := max(1, int64(min(alive[0].Value.Uint64(), math.MaxInt64/100)))
	debug.SetGCPercent(int(min(max(100*(t.heap-live)/live, leastPercent), lazyPercent)))
}

func (t *tuner) stop() {
	t.stopped.Store(true)
	debug.SetGCPercent(t.percent)
}
