package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are the flags of the command.
type options struct {
	shared, peers, only, binary string
	rounds, cores               int
	memory                      int64 // bytes
	long                        bool

	child, out, tmp string // of a search in a process of its own
}

func run() error {
	var o options
	var mega int64
	flag.StringVar(&o.shared, "shared", "../shared", "folder that holds data/news")
	flag.StringVar(&o.peers, "peers", "bench/peers", "folder of the peers, with their .venv")
	flag.StringVar(&o.only, "only", "speed,growth,peers,index,asked,story,quality", "the parts to run")
	flag.StringVar(&o.binary, "stemma", "", "stemma binary; built from ./cmd/stemma if empty")
	flag.IntVar(&o.rounds, "n", 5, "rounds of what is timed")
	flag.IntVar(&o.cores, "cores", 2, "cores that everything may use")
	flag.Int64Var(&mega, "memory", 1024, "bound of the growth's memory, in MiB")
	flag.BoolVar(&o.long, "long", false, "grow AllSides to 1 GB, and index a million reports")
	flag.StringVar(&o.child, "child", "", "search this file and exit: what the bench times")
	flag.StringVar(&o.out, "out", "", "where -child writes")
	flag.StringVar(&o.tmp, "tmp", "", "where -child keeps what memory does not hold; without it memory is not bounded")
	flag.Parse()
	o.memory = mega << 20
	runtime.GOMAXPROCS(o.cores)
	if o.child != "" {
		return o.asChild()
	}
	dir, err := os.MkdirTemp(o.tmp, "bench-reuse-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{options: o, dir: dir, log: os.Stderr}
	// An interrupted run prints what it has, and leaves no files behind.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := b.all(ctx); err != nil {
		return err
	}
	return b.table.print(os.Stdout)
}

func (o options) asChild() error {
	memory := o.memory
	if o.tmp == "" {
		memory = 0
	}
	return asChild(o.child, o.out, o.cores, memory, o.tmp)
}

// bench is one run.
type bench struct {
	options
	dir    string
	log    io.Writer
	engine engine
	table  table

	reuters, allsides []report
	tasks             []*task
	rows              []func() // what the tasks' samples become, in order
}

// all measures what was asked for. The parts put up tasks; then all are timed
// in turn; then the rows are written.
func (b *bench) all(ctx context.Context) error {
	var err error
	if b.engine, err = newEngine(b.options, b.dir); err != nil {
		return err
	}
	b.table.note("passages found by", b.engine.name)
	if b.reuters, err = b.news("reuters21578"); err != nil {
		return err
	}
	if b.allsides, err = b.news("allsides"); err != nil {
		return err
	}
	parts := []struct {
		name string
		put  func() error
	}{
		{"speed", b.speed}, {"growth", b.growth}, {"peers", besides{b}.peerTasks}, {"index", b.index},
		{"asked", func() error { return putQuestions(b) }},
		{"story", func() error { return putStories(b) }}, {"quality", b.quality},
	}
	for _, p := range parts {
		if !strings.Contains(b.only, p.name) || ctx.Err() != nil {
			continue
		}
		fmt.Fprintln(b.log, "readying:", p.name)
		if err := p.put(); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	rounds(ctx, b.log, b.rounds, b.tasks)
	for _, row := range b.rows {
		row()
	}
	return nil
}

// news reads a corpus; one that is not there is skipped visibly, and empty.
func (b *bench) news(name string) ([]report, error) {
	all, err := readNews(b.shared, name)
	if errors.Is(err, fs.ErrNotExist) {
		b.table.skip(name, "not found below "+b.shared)
		return nil, nil
	}
	return all, err
}

// put adds a task.
func (b *bench) put(t *task) *task {
	b.tasks = append(b.tasks, t)
	return t
}

// row adds a row to be written when all is timed.
func (b *bench) row(write func()) { b.rows = append(b.rows, write) }

const megabyte = 1e6
