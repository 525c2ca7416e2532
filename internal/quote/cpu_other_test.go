//go:build !linux

package quote_test

import "time"

var started = time.Now()

// cpu is the time on the wall, where the thread's own is not to be had.
func cpu() time.Duration { return time.Since(started) }
