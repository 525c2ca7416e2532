package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"stemma/internal/store"
)

// watched is a finder of which a test sees the processes.
type watched struct {
	*finder
	mu  sync.Mutex
	all []started
}

// started is a process.
type started struct {
	*os.Process
	ended chan struct{}
}

func watchedFinder(t *testing.T, c *serveCmd) *watched {
	t.Helper()
	w := &watched{finder: finderOf(t, c)}
	w.begin = func(out, said io.Writer) (running, error) {
		command := programAgain(c.findArgs()...)
		r, err := launch(command, out, said)
		if err != nil {
			return r, err
		}
		ended := make(chan struct{})
		w.mu.Lock()
		defer w.mu.Unlock()
		w.all = append(w.all, started{command.Process, ended})
		return running{r.ask, func() error {
			defer close(ended)
			return command.Wait()
		}}, nil
	}
	return w
}

// kill kills the last process, as somebody who wants its memory does.
func (w *watched) kill() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if n := len(w.all); n > 0 {
		_ = w.all[n-1].Kill()
	}
}

// TestFinderStays: what is added to a large case is found by the process that has found it
// before, and by another one where that was killed, or has rested long enough; whatever is
// found, the case gives the same bytes.
func TestFinderStays(t *testing.T) {
	c, kept := demoCase(t)
	f := watchedFinder(t, c)
	v := c.served(kept, streams{err: io.Discard})
	const line = "descent: 08-carrow-observer.html not from 07-the-quayside.html"
	for i, step := range []struct {
		before    func()
		processes int
	}{
		{func() {}, 1}, {func() {}, 1},
		{func() { f.kill() }, 2}, {func() {}, 2},
		{f.end, 3},
		{func() {
			// Another process has found the case, and keeps nothing of what this one had kept.
			stemmaRun(t, "case", "find", "--case", c.Case)
		}, 3},
		{func() {
			stemmaRun(t, "case", "correct", "--case", c.Case, line)
		}, 3},
	} {
		step.before()
		if _, err := kept.Add(t.Context(), madeUp(i), time.Now()); err != nil {
			t.Fatal(err)
		}
		if err := f.find(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
		if len(f.all) != step.processes {
			t.Errorf("step %d: %d processes, want %d", i, len(f.all), step.processes)
		}
		now, err := kept.Mark(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, found, err := v.openShelf(t.Context()); found != now || err != nil {
			t.Errorf("step %d: found as of %q, and the case is %q: %v", i, found, now, err)
		}
	}
	hasEnded(t, f.all[0])
	f.rests = time.Millisecond
	if err := f.find(); err != nil {
		t.Fatal(err)
	}
	hasEnded(t, f.all[2])
	whole := filepath.Join(t.TempDir(), "whole.case")
	stemmaRun(t, "case", "new", "--case", whole)
	stemmaRun(t, "case", "add", "--case", whole, "demo")
	other, err := store.Open(whole)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	for i := range 7 {
		if _, err := other.Add(t.Context(), madeUp(i), time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	stemmaRun(t, "case", "correct", "--case", whole, line)
	got := stemmaRun(t, "case", "trace", "--case", c.Case, "-q", "--json", "-")
	if want := stemmaRun(t, "case", "trace", "--case", whole, "-q", "--json", "-"); got != want {
		t.Errorf("%d bytes, and %d of a case that was found once", len(got), len(want))
	}
}

// hasEnded waits until a process has ended.
func hasEnded(t *testing.T, p started) {
	t.Helper()
	select {
	case <-p.ended:
	case <-time.After(time.Minute):
		t.Fatalf("process %d goes on", p.Pid)
	}
}

// TestFinderThatCannot: why a case cannot be found is said, and where it can be again another
// process finds it.
func TestFinderThatCannot(t *testing.T) {
	c, kept := demoCase(t)
	f := watchedFinder(t, c)
	c.Aliases = filepath.Join(t.TempDir(), "aliases.txt")
	if err := f.find(); err == nil || !strings.Contains(err.Error(), "aliases") {
		t.Errorf("got %v", err)
	}
	if err := os.WriteFile(c.Aliases, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.find(); err != nil {
		t.Error(err)
	}
	begin := f.begin
	f.kill()
	f.begin = func(out, said io.Writer) (running, error) {
		return launch(exec.Command(filepath.Join(t.TempDir(), "none")), out, said)
	}
	if err := f.find(); err == nil {
		t.Error("a program that is not there has found it")
	}
	if f.begin = begin; f.find() != nil {
		t.Error("it is never found again")
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestFinderEndsWithItsServer: a server that is killed leaves no process behind, not even one
// that is finding.
func TestFinderEndsWithItsServer(t *testing.T) {
	c, _ := demoCase(t)
	command := programAgain(c.findArgs()...)
	ask, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	answer, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(ask)
	if said, err := bufio.NewReader(answer).ReadString('\n'); said != saysFound+"\n" {
		t.Errorf("%q: %v", said, err)
	}
	fmt.Fprintln(ask)
	ask.Close()
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case <-ended:
	case <-time.After(time.Minute):
		_ = command.Process.Kill()
		t.Error("it goes on")
	}
}

// TestKilledFinder: the process that finds is killed at random points while reports are added
// to a server. Each that was acknowledged is there, once, and is shown in the end.
func TestKilledFinder(t *testing.T) {
	c, kept := demoCase(t)
	f := watchedFinder(t, c)
	_, base := serveAs(t, c, kept, 0, f.find)
	get(t, base+"/")
	random := rand.New(rand.NewPCG(3, 4))
	var wait sync.WaitGroup
	stop := make(chan struct{})
	wait.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(time.Duration(random.IntN(60)) * time.Millisecond):
				f.kill()
			}
		}
	})
	const adds = 25
	for i := range adds {
		line := fmt.Sprintf(`{"url": "https://a.example/%d", "text": "Marl%d closed its bridge, Ida Marl said."}`, i, i)
		sendLines(t, base+"/api/reports", line+"\n")
	}
	close(stop)
	wait.Wait()
	seen(t, base+"/", fmt.Sprint(8+adds, " reports"))
	captures, err := kept.Captures(t.Context())
	if err != nil || len(captures) != 8+adds {
		t.Errorf("%d captures: %v", len(captures), err)
	}
	f.mu.Lock()
	t.Logf("%d processes", len(f.all))
	f.mu.Unlock()
	for i := range adds {
		seen(t, fmt.Sprintf("%s/claims?q=Marl%d+closed", base, i), "closed its bridge")
	}
}

// TestFoundIsKept: what was made on the way is kept soon after a finding, and where the finder is
// let go at once, before it ends.
func TestFoundIsKept(t *testing.T) {
	for _, ends := range []bool{false, true} {
		c, kept := demoCase(t)
		f := watchedFinder(t, c)
		if err := f.find(); err != nil {
			t.Fatal(err)
		}
		if ends {
			f.end()
			hasEnded(t, f.all[0])
		}
		version, err := c.served(kept, streams{err: io.Discard}).version()
		if err != nil {
			t.Fatal(err)
		}
		for tries := 0; ; tries++ {
			stories, err := kept.Results(t.Context(), storyStage, version)
			if err != nil {
				t.Fatal(err)
			}
			if len(stories) > 0 {
				break
			}
			if ends || tries == 600 {
				t.Fatal("nothing is kept")
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
}
