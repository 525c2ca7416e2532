package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// engine is the command that finds passages, as a process of its own.
type engine struct {
	name   string
	binary string // stemma
	cores  int
	dir    string
	args   func(in, out string, memory int64) []string
}

// newEngine takes the stemma binary if it has the command reuse, else this
// command itself.
func newEngine(o options, dir string) (engine, error) {
	e := engine{name: "stemma reuse", cores: o.cores, dir: dir}
	e.binary = o.binary
	if e.binary == "" {
		e.binary = filepath.Join(dir, "stemma")
		if out, err := exec.Command("go", "build", "-o", e.binary, "./cmd/stemma").CombinedOutput(); err != nil {
			return e, fmt.Errorf("go build ./cmd/stemma: %w: %s", err, lastLine(string(out)))
		}
	}
	if exec.Command(e.binary, "reuse", "--help").Run() == nil {
		e.args = func(in, out string, memory int64) []string {
			args := []string{e.binary, "reuse", in, "--json", out, "--quiet", "--jobs", strconv.Itoa(o.cores)}
			if memory > 0 {
				args = append(args, "--memory", strconv.FormatInt(memory>>20, 10)+"M", "--tmp", dir)
			}
			return args
		}
		return e, nil
	}
	e.name = "bench -child (no command reuse in " + filepath.Base(e.binary) + ")"
	self, err := os.Executable()
	e.args = func(in, out string, memory int64) []string {
		args := []string{self, "-child", in, "-out", out, "-cores", strconv.Itoa(o.cores)}
		if memory > 0 {
			args = append(args, "-memory", strconv.FormatInt(memory>>20, 10), "-tmp", dir)
		}
		return args
	}
	return e, err
}

// task times a search of a file; memory 0 is no bound.
func (e engine) task(name, in string, memory int64) *task {
	return &task{name: name, run: func() (sample, error) {
		args := e.args(in, filepath.Join(e.dir, "passages.jsonl"), memory)
		command := exec.Command(args[0], args[1:]...)
		command.Env = append(os.Environ(), "GOMAXPROCS="+strconv.Itoa(e.cores))
		return child(command)
	}}
}
