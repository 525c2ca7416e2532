package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestSteadily(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	stop := steadily(64<<20, leastPercent)
	alive := make([]byte, 48<<20)
	got := lazyPercent
	for range 100 { // the tuner runs some time after a collection
		runtime.GC()
		time.Sleep(time.Millisecond)
		if got = debug.SetGCPercent(lazyPercent); got < lazyPercent {
			break
		}
	}
	runtime.KeepAlive(alive)
	if got < leastPercent || got >= 100 {
		t.Errorf("the heap may grow by %d percent", got)
	}
	if stop(); debug.SetGCPercent(100) != 100 {
		t.Error("it is not set back")
	}
}
