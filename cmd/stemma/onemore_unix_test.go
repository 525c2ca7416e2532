//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/store"
)

// BenchmarkOneMore adds one report after the other to a case, and each time traces all of
// it: as the command does, which opens the case anew, as a server does, which has it at
// hand, and as if nothing of it were kept. It tells the processor time, which a busy
// machine does not change. STEMMA_PILE names a pile to do it with; without one it is made
// up.
func BenchmarkOneMore(b *testing.B) {
	pile := pileOf(b)
	most := min(40, len(pile)/2)
	file := filepath.Join(b.TempDir(), "x.case")
	kept, err := store.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	defer kept.Close()
	if _, err := kept.Add(b.Context(), pile[:len(pile)-most], time.Now()); err != nil {
		b.Fatal(err)
	}
	served := tracerOf(kept)
	if _, err := served.trace(b.Context()); err != nil {
		b.Fatal(err)
	}
	next, took := len(pile)-most, [3]time.Duration{}
	for b.Loop() {
		if next+2 > len(pile) {
			b.Fatalf("%d reports are too few to add", most)
		}
		took[0] += oneMore(b, kept, pile[next], func(ctx context.Context) error {
			_,
				err := served.trace(ctx)
			return err
		})
		took[1] += oneMore(b, kept, pile[next+1], func(ctx context.Context) error { return openAndTrace(ctx, file) })
		next += 2
		runtime.GC()
		at := processor(b)
		p, err := pipeline.New(pipeline.Options{Jobs: 2})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.TraceCaptures(b.Context(), pile[:next], nil); err != nil {
			b.Fatal(err)
		}
		took[2] += processor(b) - at
	}
	for i, how := range []string{"served", "command"} {
		b.ReportMetric(took[i].Seconds()*1000/float64(b.N), how+"-ms")
		b.ReportMetric(float64(took[2])/float64(took[i]), how+"-times")
	}
	b.ReportMetric(took[2].Seconds()*1000/float64(b.N), "anew-ms")
}

// oneMore adds a report and traces, and says how long that took.
func oneMore(b *testing.B, kept store.Case, c stemma.Capture, trace func(context.Context) error) time.Duration {
	b.Helper()
	runtime.GC() // what others left is not this one's
	at := processor(b)
	if _, err := kept.Add(b.Context(), []stemma.Capture{c}, time.Now()); err != nil {
		b.Fatal(err)
	}
	if err := trace(b.Context()); err != nil {
		b.Fatal(err)
	}
	return processor(b) - at
}

// processor is how long this process has had a processor until now.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

func openAndTrace(ctx context.Context, file string) error {
	defer steadily(keptMemory, tracePercent)()
	kept, err := store.Open(file)
	if err != nil {
		return err
	}
	defer kept.Close()
	_, err = tracerOf(kept).trace(ctx)
	return err
}

// pileOf is the pile that STEMMA_PILE names, or one that is made up.
func pileOf(b *testing.B) []stemma.Capture {
	b.Helper()
	if file := os.Getenv("STEMMA_PILE"); file != "" {
		p, done, err := (&common{Quiet: true}).pipeline(streams{err: io.Discard})
		if err != nil {
			b.Fatal(err)
		}
		defer done()
		all, _, err := p.Read(b.Context(), []string{file})
		if err != nil {
			b.Fatal(err)
		}
		return all
	}
	var all []stemma.Capture
	for i := range 200 {
		all = append(all, madeUp(i)...)
	}
	return all
}
