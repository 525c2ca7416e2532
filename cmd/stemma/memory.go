package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"sync/atomic"

	"stemma/internal/pipeline"
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
// below it collections are rare. Quotes over 990 saved pages peaked at 115, 123 and 134 MB
// with 56, 72 and 80 MiB; over 6,000 wire texts they took 6 % less processor time with 72
// than with 56 (medians of five interleaved runs).
const steadyMemory = 72 << 20

// settledMemory is the same where all inputs could be read without a collection: what comes
// then stays for the greater part, and to collect finds little. Quotes over 1,000 news texts
// needs no collection with it, which was a twentieth of the processor time; pages, whose trees
// come and go, are collected before.
const settledMemory = 112 << 20

// leastPercent is how much the heap may grow at least, in percent of what is
// alive, however much that is.
const leastPercent = 40

// Where wideMemory bytes are alive they are findings, which stay: to collect often then
// finds little, so the heap may grow by widePercent. Quotes over 21,578 wire texts took
// 4.2 s of processor time and 242 MB with leastPercent throughout and 3.9 s and 321 MB
// with 160 (medians of three); over 990 pages, of which less is alive, nothing changed.
// Over 5,000 reports of news it takes 354 MB with 250 and 339 with 160, for a collection less.
// Once all inputs are read nothing large comes and goes any more, as the trees of pages
// do, so the heap may grow as much whatever is alive.
const (
	wideMemory  = 64 << 20
	widePercent = 250
)

// What trace lets the heap grow to before it is collected, in bytes, and where more is
// alive, in percent of that. Beside Go's own 100 percent from the start one run
// each of 1,000 mixed reports, of a story of 1,000 rewrites and of one of 2,000 peaked
// at 297, 518 and 913 MB and not at 311, 592 and 992, in no more time. The first is no
// more than larger piles come to anyway: without any collection 300 mixed reports take
// 0.81 of the processor time that they take with 64 MiB.
const (
	traceMemory  = 128 << 20
	tracePercent = 75
)

// serveMemory is the same for a server: of a large case some 5 to 10 MB are alive, and what
// comes and goes with pages is the rest. Of 1,000 reports under 200 readers its memory rose
// from 56 to 66 MB in half a minute with 40 MiB, and from 51 to 52 with this; the less there
// is to fill, the sooner it stands. Sixteen searches at once left a server of 500 reports at
// 112 MB with 64 MiB, and at 79 with 32.
const serveMemory = 16 << 20

// servePercent is tracePercent for a server, so that its heap does not grow with the case: of 10,400
// reports 6 MB are alive, and up to 11 while pages change to what was found anew.
const servePercent = 50

// What trace lets the heap grow by where each story is written and let go once it is told, in
// percent of what is alive: little before the first one is told, which is where a large pile
// peaks, and from then on up to so many bytes. Of 5,000 mixed reports 220 MB are alive while
// they are told apart and 115 while stories are told. With 140 percent and 288 MiB they peak at
// 341 MB (median of two runs) and take 21.8 s; with 100 percent and 264 MiB at 329, in 24.4 s.
//
// toldMemory stands for traceMemory: of 1,000 mixed reports 40 to 55 MB are alive, and with it they
// peak at 246 MB, in 6 collections.
const (
	toldMemory   = 200 << 20
	apartPercent = 25
	fullPercent  = 140
	fullMemory   = 288 << 20
)

// mostGrowth is how much any heap may grow, in bytes, before it is collected: a story
// of 5,000 rewrites peaked at 2.44 GB without that bound and at 1.91 with it.
const mostGrowth = 256 << 20

// keptMemory is what a trace of a case lets the heap grow to: what the case kept of
// 1,000 reports comes to 300 MB with what it takes to read it, and to collect while it is
// being read finds nothing: two collections less are a fifth of the processor time.
const keptMemory = 448 << 20

// firstHeap is the heap, in bytes, at which Go collects first at 100 percent.
const firstHeap = 4 << 20

// steadily lets the heap grow to so many bytes before it is collected, or where
// more is alive by so many percent; it gives what sets that back.
func steadily(heap, least int64) func() {
	return tuned(&tuner{heap: heap, least: least, wide: least, most: mostGrowth})
}

// finderMemory is keptMemory for who finds a large case anew, and may find it again soon: one
// report more of 1,000 takes 120 MB that come and go, so that with keptMemory 250 MB that are
// alive were looked through at every second one, which was a quarter of the processor time.
const finderMemory = 768 << 20

// finderGrowth is mostGrowth for who finds a large case anew and ends then: 1.3 GB are alive
// of 10,500 reports of news, and to collect after each 256 MB took half of the time.
const finderGrowth = 768 << 20

// evenly is steadily where the heap is to grow to so many bytes however little is alive: so the
// memory of a process that runs for days is what it was.
func evenly(heap, least int64) func() {
	return tuned(&tuner{heap: heap, least: least, wide: least, most: mostGrowth, even: true})
}

func tuned(t *tuner) func() {
	t.percent = debug.SetGCPercent(int(max(lazyPercent, 100*t.heap/firstHeap)))
	t.watch()
	return t.stop
}

// tuner sets after each collection how much the heap may grow until the next.
type tuner struct {
	heap    int64
	least   int64       // percent
	wide    int64       // the same where wideMemory is alive, or all is read
	full    int64       // bytes up to which it may grow by fullPercent once it is settled, 0 for none
	most    int64       // bytes
	later   int64       // heap once all inputs are read without a collection, 0 for the same
	even    bool        // it may grow by more than lazyPercent
	percent int         // as it was
	settled atomic.Bool // all inputs are read
	stopped atomic.Bool
}

// heed tells the tuner when all inputs are read, by what is told of the progress,
// which may be nil for nobody.
func (t *tuner) heed(progress func(stage string, done, total int)) func(string, int, int) {
	return func(stage string, done, total int) {
		if stage != pipeline.Reading && !t.settled.Swap(true) && t.later > 0 {
			t.settle()
		}
		if progress != nil {
			progress(stage, done, total)
		}
	}
}

// settle lets the heap grow on where all inputs were read without a collection.
func (t *tuner) settle() {
	if alive() == 0 {
		debug.SetGCPercent(int(100 * t.later / firstHeap))
	}
}

// watch waits for the next collection: what nobody holds is finalized by it.
func (t *tuner) watch() {
	runtime.SetFinalizer(&struct{ *tuner }{t}, func(*struct{ *tuner }) {
		if t.stopped.Load() {
			debug.SetGCPercent(t.percent)
			return
		}
		t.tune()
		t.watch()
	})
}

func (t *tuner) tune() {
	live := max(1, min(alive(), math.MaxInt64/100))
	least := t.least
	if live >= wideMemory || t.settled.Load() {
		least = t.wide
	}
	if t.settled.Load() {
		least = max(least, min(fullPercent, 100*(t.full-live)/live))
	}
	percent := min(max(100*(t.heap-live)/live, least), max(1, 100*t.most/live))
	if !t.even {
		percent = min(percent, lazyPercent)
	}
	debug.SetGCPercent(int(percent))
}

// stop sets back how much the heap may grow. Where nothing was collected yet the first collection
// does so: else that would begin at once, for a command that is about to end.
func (t *tuner) stop() {
	t.stopped.Store(true)
	if alive() > 0 {
		debug.SetGCPercent(t.percent)
	}
}
