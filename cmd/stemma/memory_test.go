package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"stemma/internal/pipeline"
)

func TestSteadily(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	stop := steadily(64<<20, leastPercent)
	if got := tunedBeside(48 << 20); got < leastPercent || got >= 100 {
		t.Errorf("the heap may grow by %d percent", got)
	}
	if stop(); debug.SetGCPercent(100) != 100 {
		t.Error("it is not set back")
	}
}

// tunedBeside is by how many percent the tuner lets the heap grow beside so many bytes.
func tunedBeside(size int) (got int) {
	alive := make([]byte, size)
	for range 100 { // the tuner runs some time after a collection
		runtime.GC()
		time.Sleep(time.Millisecond)
		if got = debug.SetGCPercent(lazyPercent); got < lazyPercent {
			break
		}
	}
	runtime.KeepAlive(alive)
	return got
}

// Where stories are let go the heap grows by more than before they are told while it is not full.
func TestGrowsUntilFull(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	const beside = 48 << 20
	runtime.GC()
	var own runtime.MemStats // what the tests before this one left alive
	runtime.ReadMemStats(&own)
	telling := &tuner{heap: 16 << 20, least: apartPercent, wide: apartPercent, most: mostGrowth,
		full: (int64(own.HeapAlloc) + beside) * 3 / 2}
	telling.settled.Store(true)
	defer tuned(telling)()
	if got := tunedBeside(beside); got <= apartPercent || got > fullPercent {
		t.Errorf("the heap may grow by %d percent", got)
	}
}

// Once all is read the heap may grow on, where nothing was collected before: in a process that
// was, as this one, it is left as it is.
func TestSettles(t *testing.T) {
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	settling := &tuner{later: settledMemory}
	settling.heed(nil)("reports", 1, 2)
	if percent := debug.SetGCPercent(100); percent != 100 {
		t.Errorf("the heap may grow by %d percent", percent)
	}
}

func TestHeedsProgress(t *testing.T) {
	told := 0
	tuner := &tuner{}
	progress := tuner.heed(func(string, int, int) { told++ })
	progress(pipeline.Reading, 1, 0)
	if tuner.settled.Load() {
		t.Error("inputs are still being read")
	}
	progress("reports", 1, 2)
	if !tuner.settled.Load() || told != 2 {
		t.Errorf("settled: %v, told %d times", tuner.settled.Load(), told)
	}
	tuner.heed(nil)("reports", 2, 2) // quiet
}
