package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// options are the flags of the command.
type options struct {
	pile, stemma               string
	before, add, part, readers int
	single                     int
	think, warm                time.Duration
}

func run() error {
	var o options
	flag.StringVar(&o.pile, "pile", "", "JSON Lines, as they are or packed by zstd")
	flag.StringVar(&o.stemma, "stemma", "", "stemma binary; built from ./cmd/stemma if empty")
	flag.IntVar(&o.before, "before", 400, "reports of the case at first")
	flag.IntVar(&o.add, "add", 10_000, "reports that are added")
	flag.IntVar(&o.part, "part", 500, "of them, how many one command adds")
	flag.IntVar(&o.readers, "readers", 200, "readers")
	flag.DurationVar(&o.think, "think", 0, "how long a reader waits before it asks again")
	flag.DurationVar(&o.warm, "warm", 10*time.Second, "how long the readers read before and after")
	flag.IntVar(&o.single, "single", 0, "reports that are added one by one, without readers, and no others")
	flag.Parse()
	if o.pile == "" || flag.NArg() > 0 || o.part < 1 || o.readers < 1 {
		return errors.New("usage: load -pile FILE, and what load -h names")
	}
	folder, err := os.MkdirTemp("", "bench-load-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if o.stemma == "" {
		o.stemma = filepath.Join(folder, "stemma")
		if err := command(ctx, "go", "build", "-trimpath", "-o", o.stemma, "./cmd/stemma"); err != nil {
			return err
		}
	}
	if o.single > 0 {
		return o.oneByOne(ctx, folder, os.Stdout)
	}
	return o.measure(ctx, folder, os.Stdout)
}

// measure makes the case, serves it, and reads while reports are added.
func (o options) measure(ctx context.Context, folder string, out io.Writer) error {
	s, parts, err := o.serve(ctx, folder)
	if err != nil {
		return err
	}
	defer s.stop()
	r := read(ctx, s, o, out)
	r.stretch("warm-up", func() { sleep(ctx, o.warm) })
	r.stretch("warm", func() { sleep(ctx, o.warm) })
	r.stretch("while added", func() {
		for _, part := range parts {
			err = errors.Join(err, o.addFile(ctx, s.file, part))
		}
	})
	r.stretch("until found", func() { err = errors.Join(err, s.until(ctx, o.before+o.add)) })
	r.stretch("afterwards", func() { sleep(ctx, o.warm) })
	return errors.Join(err, r.end())
}

// serve makes a case of the first reports and serves it, and comes back when they are found, with
// the files of those that are to be added.
func (o options) serve(ctx context.Context, folder string) (s *server, parts []string, err error) {
	first, parts, err := o.cut(folder)
	if err != nil {
		return nil, nil, err
	}
	file := filepath.Join(folder, "load.case")
	if err := command(ctx, o.stemma, "case", "new", "--case", file); err != nil {
		return nil, nil, err
	}
	if err := o.addFile(ctx, file, first); err != nil {
		return nil, nil, err
	}
	if s, err = start(ctx, o.stemma, file); err != nil {
		return nil, nil, err
	}
	if err := s.until(ctx, o.before); err != nil {
		s.stop()
		return nil, nil, err
	}
	s.first = first
	return s, parts, nil
}

func (o options) addFile(ctx context.Context, file, part string) error {
	return command(ctx, o.stemma, "case", "add", "-q", "--case", file, part)
}

// command runs a command; what it says is shown where it fails.
func command(ctx context.Context, name string, args ...string) error {
	said, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, said)
	}
	return nil
}

func sleep(ctx context.Context, long time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(long):
	}
}
