package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"stemma"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

// options are the flags of the command.
type options struct {
	shared, testdata, demo string // folders
	own                    string // of the repository's own gold piles
	out, binary, only      string
	verbose                bool

	attribution, misses, speed bool
	split                      string
}

func run() error {
	var o options
	flag.StringVar(&o.shared, "shared", "../shared", "folder that holds stories/ with gold piles")
	flag.StringVar(&o.testdata, "testdata", "testdata/stories", "folder of golden stories")
	flag.StringVar(&o.own, "piles", "testdata/piles", "folder of the repository's own gold piles")
	flag.StringVar(&o.demo, "demo", "cmd/stemma/demo", "folder of the demo story")
	flag.StringVar(&o.out, "out", "", "file for the scores; standard output if empty")
	flag.StringVar(&o.binary, "stemma", "", "stemma binary; built from ./cmd/stemma if empty")
	flag.StringVar(&o.only, "pile", "", "only the pile or golden story of that name")
	flag.BoolVar(&o.verbose, "v", false, "list every miss and every false finding on standard error")
	flag.BoolVar(&o.attribution, "attribution", false,
		"score the quotes command on the corpora of attributions instead")
	flag.StringVar(&o.split, "split", "dev", "part of the corpora: dev, or train to tune on")
	flag.BoolVar(&o.misses, "misses", false,
		"with -attribution: count what went wrong by kind, on standard error; with -v each one")
	flag.BoolVar(&o.speed, "speed", true, "with -attribution: time the quotes command, on standard error")
	flag.Parse()

	binary, done, err := stemmaBinary(o.binary)
	if err != nil {
		return err
	}
	defer done()
	board := &scoreboard{}
	if o.verbose {
		board.details = os.Stderr
	}
	if o.attribution {
		err = o.corpora(board, binary)
	} else {
		err = o.stories(board, func(dir string) (*stemma.Dossier, error) { return traceWith(binary, dir) })
	}
	if err != nil {
		return err
	}
	if o.only == "" && !o.attribution {
		if err := o.storyCorpus(board, binary); err != nil {
			return err
		}
		if err := o.judged(board, binary); err != nil {
			return err
		}
	}
	return o.write(board)
}

// stories scores the trace command on the gold piles and the golden stories.
func (o *options) stories(board *scoreboard, trace func(string) (*stemma.Dossier, error)) error {
	if err := o.piles(board, trace); err != nil {
		return err
	}
	return o.golden(board, trace)
}

// piles scores every folder of shared/stories, and the repository's own gold piles.
// That shared/stories is missing is no error: the others suffice where it is not to be had.
func (o *options) piles(board *scoreboard, trace func(string) (*stemma.Dossier, error)) error {
	err := o.pilesIn(filepath.Join(o.shared, "stories"), board, trace)
	if errors.Is(err, fs.ErrNotExist) {
		board.note("skipped: " + o.shared + " not found")
		err = nil
	}
	if err != nil {
		return err
	}
	return o.pilesIn(o.own, board, trace)
}

// pilesIn scores every pile of a folder. Its error is fs.ErrNotExist only where the folder is missing.
func (o *options) pilesIn(root string, board *scoreboard, trace func(string) (*stemma.Dossier, error)) error {
	entries, err := os.ReadDir(root)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		folder := filepath.Join(root, name)
		if !isDir(filepath.Join(folder, "reports")) || o.only != "" && o.only != name {
			continue
		}
		s := board.under(name)
		if err := pile(s, folder, traced(s, filepath.Join(folder, "reports"), trace)); err != nil {
			return fmt.Errorf("%s: %v", name, err)
		}
	}
	return nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// pile scores one dossier against the gold in the folder, if there is any.
func pile(s *scores, folder string, d *stemma.Dossier) error {
	s.counts(d)
	g, err := readGold(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	scoreDescents(s, g, d)
	scoreClaims(s, g, d)
	scoreAttributions(s, g, d)
	scoreDrifts(s, g, d)
	return nil
}

func (o *options) write(board *scoreboard) error {
	var out bytes.Buffer
	if err := board.keep(o.out, o.attribution); err != nil {
		return err
	}
	board.print(&out)
	if o.out == "" {
		_, err := os.Stdout.Write(out.Bytes())
		return err
	}
	beside := o.out + ".new"
	if err := os.WriteFile(beside, out.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Rename(beside, o.out)
}

// sorted returns the files of a folder that match the pattern, in order.
func sorted(folder, pattern string) []string {
	names, _ := filepath.Glob(filepath.Join(folder, pattern))
	slices.Sort(names)
	return names
}
