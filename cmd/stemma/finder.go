package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"
)

// lowPriority is by how much who finds gives way to who reads.
const lowPriority = 5

// finder finds a large case anew in a process of its own, caseFindCmd, which stays for a
// while: a report more is then found with all that the last finding has at hand.
type finder struct {
	begin func(out, said io.Writer) (running, error)
	rests time.Duration // how long the process stays after it has found something

	mu    sync.Mutex
	runs  *finding // nil: none
	timer *time.Timer
}

// running is a process that was begun.
type running struct {
	ask  io.WriteCloser // its stdin
	wait func() error   // waits for its end
}

// launch begins a process.
func launch(command *exec.Cmd, out, said io.Writer) (p running, err error) {
	command.Stdout, command.Stderr, p.wait = out, said, command.Wait
	if p.ask, err = command.StdinPipe(); err == nil {
		err = command.Start()
	}
	return p, err
}

// finding is a process that finds.
type finding struct {
	ask    io.WriteCloser
	answer *bufio.Reader
	said   bytes.Buffer // on stderr; to be read when it has ended
}

// newFinder gives the finder of this server. Its processes end when the context is done.
func (c *serveCmd) newFinder(ctx context.Context) *finder {
	return &finder{rests: resting, begin: func(out, said io.Writer) (running, error) {
		program, err := os.Executable()
		if err != nil {
			return running{}, err
		}
		args := append([]string{program}, c.findArgs()...)
		if nice, err := exec.LookPath("nice"); err == nil {
			args = append([]string{nice, "-n", strconv.Itoa(lowPriority)}, args...)
		}
		return launch(exec.CommandContext(ctx, args[0], args[1:]...), out, said)
	}}
}

// findArgs are the arguments with which the finder finds what this server shows.
func (c *serveCmd) findArgs() []string {
	args := []string{"case", "find", "--stay", "--case", c.Case}
	if c.Story {
		args = append(args, "--story")
	}
	if c.Aliases != "" {
		args = append(args, "--aliases", c.Aliases)
	}
	if c.Jobs > 0 {
		args = append(args, "--jobs", strconv.Itoa(c.Jobs))
	}
	return args
}

// find finds the case anew. A process that has stayed may have been ended meanwhile, by itself
// or by who wanted its memory: then another one finds.
func (f *finder) find() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.timer != nil {
		f.timer.Stop()
	}
	err := errEnded
	if f.runs != nil {
		err = f.runs.find()
	}
	if errors.Is(err, errEnded) {
		if f.runs, err = f.start(); err == nil {
			err = f.runs.find()
		}
	}
	if err != nil {
		f.runs = nil
		return fmt.Errorf("the case could not be found anew: %w", err)
	}
	f.timer = time.AfterFunc(f.rests, f.end)
	return nil
}

// errEnded says that the process that was to find has ended.
var errEnded = errors.New("the process that was to find it has ended")

// start starts a process.
func (f *finder) start() (*finding, error) {
	p := &finding{}
	answer, answers := io.Pipe()
	process, err := f.begin(answers, &p.said)
	if err != nil {
		return nil, err
	}
	p.ask, p.answer = process.ask, bufio.NewReader(answer)
	go func() {
		why := errEnded
		if err := process.wait(); err != nil {
			why = fmt.Errorf("%w: %s: %w", errEnded, strings.TrimSpace(p.said.String()), err)
		}
		answers.CloseWithError(why)
	}()
	return p, nil
}

// find lets the process find the case anew. Where it fails it ends.
func (p *finding) find() error {
	// Where it cannot be written to it has ended, of which the answer tells.
	_, _ = io.WriteString(p.ask, "\n")
	said, err := p.answer.ReadString('\n')
	switch why, failed := strings.CutPrefix(strings.TrimSpace(said), saysFailed); {
	case err != nil:
		return err
	case failed:
		return errors.New(why)
	}
	return nil
}

// end lets the process end, which has not been asked for anything for a while.
func (f *finder) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.runs != nil {
		f.runs.ask.Close()
		f.runs = nil
	}
}
