package main

import "runtime/debug"

// lazyPercent is how much a command that works through a batch lets the heap
// grow before it is collected, in percent of what is alive. At Go's own 100
// the collector takes an eighth of the time of the quotes command.
const lazyPercent = 400

// batchMemory is up to how many bytes a command that has no --memory lets the
// collector be lazy.
const batchMemory = 2 << 30

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
