package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma"
	"stemma/eval/expect"
)

// goldenTally counts over all golden stories.
type goldenTally struct {
	pairs    tally
	met, all map[string]int // by sort of expectation
}

// golden scores the stories of testdata and the demo story.
func (o *options) golden(board *scoreboard, trace func(string) (*stemma.Dossier, error)) error {
	t := &goldenTally{met: map[string]int{}, all: map[string]int{}}
	for _, file := range sorted(o.testdata, "*.txtar") {
		if err := o.one(board, t, file, trace); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	if err := o.demoStory(board, t, trace); err != nil {
		return fmt.Errorf("demo: %w", err)
	}
	if len(t.all) > 0 {
		t.print(board.under("golden"))
	}
	return nil
}

// one scores one golden story, whose files are laid out in a folder first.
func (o *options) one(board *scoreboard, t *goldenTally, file string, trace func(string) (*stemma.Dossier,
	error)) error {
	name := expect.Base(file)
	if o.only != "" && o.only != name && o.only != "golden" {
		return nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	story, err := expect.ParseStory(data)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "stemma-golden-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	for _, f := range story.Files {
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(f.Name)), []byte(f.Data), 0o644); err != nil {
			return err
		}
	}
	s := board.under("golden/" + name)
	t.check(s, story.Expectation, traced(s, folder, trace))
	return nil
}

// demoStory scores the demo folder against demo.expect, if that is there.
func (o *options) demoStory(board *scoreboard, t *goldenTally, trace func(string) (*stemma.Dossier, error)) error {
	if o.only != "" && o.only != "demo" && o.only != "golden" {
		return nil
	}
	data, err := os.ReadFile(filepath.Join(o.testdata, "demo.expect"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	expectation, err := expect.Parse(data)
	if err != nil {
		return err
	}
	s := board.under("golden/demo")
	t.check(s, expectation, traced(s, o.demo, trace))
	return nil
}

// traced is the dossier of a folder. A run that fails is scored as one that
// found nothing, so that the other stories still count.
func traced(s *scores, folder string, trace func(string) (*stemma.Dossier, error)) *stemma.Dossier {
	d, err := trace(folder)
	if err != nil {
		s.count("trace_failed", 1)
		s.detail("trace failed: %v", err)
		return &stemma.Dossier{}
	}
	return d
}

func (t *goldenTally) check(s *scores, e expect.Expectation, d *stemma.Dossier) {
	met, failed := e.Check(d)
	s.share("met", len(met), len(met)+len(failed))
	for _, line := range met {
		t.met[sort(line)]++
		t.all[sort(line)]++
	}
	for _, line := range failed {
		t.all[sort(line)]++
		s.detail("failed: %s", line)
	}
	found := foundPairs(d)
	for i := range found {
		found[i] = pair{stem(found[i].from), stem(found[i].to)}
	}
	pairs := comparePairs(s, unique(pairsOf(e.Descents)), pairsOf(e.Perhaps), unique(found))
	t.pairs.right += pairs.right
	t.pairs.found += pairs.found
	t.pairs.wanted += pairs.wanted
}

// sort is the key with which a line of an expectation starts.
func sort(line string) string {
	key, _, _ := strings.Cut(line, ":")
	return key
}

// stem is the part of a name before its first hyphen.
func stem(name string) string {
	head, _, _ := strings.Cut(name, "-")
	return head
}

func pairsOf(paths []expect.Path) []pair {
	var pairs []pair
	for _, p := range paths {
		pairs = append(pairs, pair{p.From, p.To})
	}
	return pairs
}

func (t *goldenTally) print(s *scores) {
	var sorts []string
	var met, all int
	for key, n := range t.all {
		sorts = append(sorts, key)
		all += n
		met += t.met[key]
	}
	slices.Sort(sorts)
	s.share("met", met, all)
	for _, key := range sorts {
		s.share("met_"+strings.ReplaceAll(key, " ", "_"), t.met[key], t.all[key])
	}
	s.retrieval("descents", t.pairs.right, t.pairs.found, t.pairs.right, t.pairs.wanted)
}
