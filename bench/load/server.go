package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// server is a case that is served.
type server struct {
	command *exec.Cmd
	base    string
	file    string // the case
	first   string // the file of its first reports
}

// start serves a case on a free port.
func start(ctx context.Context, stemma, file string) (*server, error) {
	command := exec.CommandContext(ctx, stemma, "serve", "--case", file, "--listen", "127.0.0.1:0")
	s := &server{file: file, command: command}
	s.command.Stderr = os.Stderr
	out, err := s.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	_, address, known := strings.Cut(line, " is at ")
	if err != nil || !known {
		s.stop()
		return nil, fmt.Errorf("stemma serve said %q: %w", line, err)
	}
	s.base = strings.TrimSuffix(strings.TrimSpace(address), "/")
	return s, nil
}

func (s *server) stop() {
	_ = s.command.Process.Signal(syscall.SIGTERM)
	_ = s.command.Wait()
}

// page reads a page whole.
func (s *server) page(client *http.Client, path string) ([]byte, error) {
	r, err := client.Get(s.base + path)
	if err != nil {
		return nil, err
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err == nil && r.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", path, r.Status)
	}
	return body, err
}

// until waits until so many reports are shown.
func (s *server) until(ctx context.Context, reports int) error {
	count := regexp.MustCompile(`class="answer">([0-9,]+) reports`)
	for ctx.Err() == nil {
		body, err := s.page(http.DefaultClient, "/")
		if err != nil {
			return err
		}
		if shown := count.FindSubmatch(body); shown != nil {
			if n, err := strconv.Atoi(strings.ReplaceAll(string(shown[1]), ",", "")); err == nil && n >= reports {
				return nil
			}
		}
		sleep(ctx, time.Second)
	}
	return ctx.Err()
}

// memory is the resident memory of the server, in MB (10^6), and 0 where there is no /proc.
func (s *server) memory() float64 { return resident(s.command.Process.Pid) }

// finder is the resident memory of the processes that the server has started.
func (s *server) finder() (all float64) {
	for _, child := range s.children() {
		all += resident(child)
	}
	return all
}

// children are the processes that the server has started and that run.
func (s *server) children() (all []int) {
	pid := s.command.Process.Pid
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
	for _, task := range tasks {
		children, _ := os.ReadFile(task)
		for _, child := range strings.Fields(string(children)) {
			if n, err := strconv.Atoi(child); err == nil {
				all = append(all, n)
			}
		}
	}
	return all
}

// resident is the resident memory of a process.
func resident(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	fields := strings.Fields(after)
	if len(fields) == 0 {
		return 0
	}
	kibi, _ := strconv.ParseFloat(fields[0], 64)
	return kibi * 1024 / 1e6
}

// processor is how long the server, and the processes that it has started, have had a
// processor until now, where there is a /proc.
func (s *server) processor() time.Duration {
	all := processorOf(s.command.Process.Pid)
	for _, child := range s.children() {
		all += processorOf(child)
	}
	return all
}

// tick is the unit of processor times in /proc.
const tick = 10 * time.Millisecond

// processorOf is how long a process, and those of its children that it has waited for, have
// had a processor.
func processorOf(pid int) time.Duration {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(after)
	if len(fields) < 15 {
		return 0
	}
	ticks := 0
	for _, field := range fields[11:15] {
		n, _ := strconv.Atoi(field)
		ticks += n
	}
	return time.Duration(ticks) * tick
}
