package quote_test

import (
	"syscall"
	"time"
)

// rusageThread asks for the calling thread alone; package syscall does not
// name it.
const rusageThread = 1

// cpu is the processor time that the calling thread has used. Other processes
// do not change it, so that a busy machine fails nothing.
func cpu() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(rusageThread, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
