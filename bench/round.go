package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

// task is something that is timed once a round.
type task struct {
	name    string
	run     func() (sample, error)
	samples []sample
	err     error // of the round that ended it
}

// sample is one round of a task.
type sample struct {
	seconds   float64
	processor float64 // seconds of all cores; 0 where it was not looked at
	peak      int64   // bytes; 0 where it was not looked at
}

// rounds runs every task n times, in turn. A task that fails is not run again;
// when the context is done, what was measured so far stands.
func rounds(ctx context.Context, log io.Writer, n int, tasks []*task) {
	for round := range n {
		for _, t := range tasks {
			if ctx.Err() != nil {
				return
			}
			if t.err != nil {
				continue
			}
			s, err := t.run()
			if t.err = err; err == nil {
				t.samples = append(t.samples, s)
				fmt.Fprintf(log, "round %d: %s: %.3f s\n", round+1, t.name, s.seconds)
			} else {
				fmt.Fprintf(log, "round %d: %s: %v\n", round+1, t.name, err)
			}
		}
	}
}

// seconds is the median.
func (t *task) seconds() float64 {
	return t.median(func(s sample) float64 { return s.seconds })
}

// processor is the median of the processor time, in seconds.
func (t *task) processor() float64 {
	return t.median(func(s sample) float64 { return s.processor })
}

func (t *task) median(of func(sample) float64) float64 {
	if len(t.samples) == 0 {
		return math.NaN()
	}
	all := make([]float64, len(t.samples))
	for i, s := range t.samples {
		all[i] = of(s)
	}
	slices.Sort(all)
	return (all[len(all)/2] + all[(len(all)-1)/2]) / 2
}

// peak is the largest of all rounds, in bytes.
func (t *task) peak() int64 {
	var most int64
	for _, s := range t.samples {
		most = max(most, s.peak)
	}
	return most
}

// timed makes a task of work in this process.
func timed(name string, work func() error) *task {
	return &task{name: name, run: func() (sample, error) {
		start, before := time.Now(), processorTime()
		err := work()
		return sample{seconds: time.Since(start).Seconds(), processor: processorTime() - before}, err
	}}
}

// look is how often the memory of a child is looked at. What the kernel keeps
// is the largest so far, so that only the last look can be late.
const look = 5 * time.Millisecond

// someUnread is how the commands end that read all but some inputs: of one report of Reuters
// nothing is article text.
const someUnread = 3

// child runs a command to its end and gives its time and largest memory.
func child(command *exec.Cmd) (sample, error) {
	var complaint strings.Builder
	command.Stderr = &complaint
	start := time.Now()
	if err := command.Start(); err != nil {
		return sample{}, err
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	ticks := time.NewTicker(look)
	defer ticks.Stop()
	var s sample
	for {
		select {
		case err := <-ended:
			s.seconds = time.Since(start).Seconds()
			s.processor = (command.ProcessState.UserTime() + command.ProcessState.SystemTime()).Seconds()
			if command.ProcessState.ExitCode() == someUnread {
				return s, nil
			}
			if err != nil {
				err = fmt.Errorf("%w: %s", err, lastLine(complaint.String()))
			}
			return s, err
		case <-ticks.C:
			s.peak = max(s.peak, residentPeak(command.Process.Pid))
		}
	}
}

// residentPeak is VmHWM of a process, in bytes; 0 where it is not known.
func residentPeak(pid int) int64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(after)
	if len(fields) == 0 {
		return 0
	}
	kilo, err := strconv.ParseInt(fields[0], 10, 64)
	if err != nil {
		return 0
	}
	return kilo << 10
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

var errFewPoints = errors.New("a slope needs two sizes")

// slope is that of the straight line through the logarithms, by least squares.
func slope(x, y []float64) (float64, error) {
	if len(x) < 2 {
		return 0, errFewPoints
	}
	var sx, sy, sxx, sxy float64
	for i := range x {
		u, v := math.Log(x[i]), math.Log(y[i])
		sx, sy, sxx, sxy = sx+u, sy+v, sxx+u*u, sxy+u*v
	}
	n := float64(len(x))
	return (n*sxy - sx*sy) / (n*sxx - sx*sx), nil
}
