package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"stemma"
	"stemma/eval/expect"
	"stemma/internal/derive"
	"stemma/internal/pipeline"
)

// sample is one pair of reports that was weighed, and whether the second does
// descend from the first.
type sample struct {
	story, exemplar, copy string // of the reports, the names that gold has for them
	traces                derive.Traces
	right                 bool // the copy descends from the exemplar
	kin                   bool // or the other way round, or both print one text
	ordered               bool // one of them descends from the other
	twins                 bool // the program tells no descent of the two, but one text
}

// collect traces every pile that has gold, and labels what was weighed.
func collect(ctx context.Context, shared, golden, own string) ([]sample, error) {
	var all []sample
	for _, source := range []struct {
		pattern string
		read    func(string) (pile, error)
	}{
		{filepath.Join(shared, "stories", "real", "*", "gold.json"), realPile},
		{filepath.Join(shared, "stories", "*", "derivations.json"), writtenPile},
		{filepath.Join(own, "*", "derivations.json"), ownPile},
		{filepath.Join(golden, "*.txtar"), goldenPile},
		{filepath.Join(golden, "demo.expect"), demoPile},
	} {
		files, err := filepath.Glob(source.pattern)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			p, err := source.read(file)
			if err != nil {
				return nil, err
			}
			found, err := p.samples(ctx)
			if err != nil {
				return nil, err
			}
			all = append(all, found...)
		}
	}
	return all, nil
}

// ownPile is a gold pile of the repository, which may have the name of a golden story.
func ownPile(file string) (pile, error) {
	p, err := writtenPile(file)
	p.name = "pile " + p.name
	return p, err
}

// pile is the reports of a story and what is known of their descents.
type pile struct {
	name  string
	input string // a file or a folder
	gold  lineage
	call  func(string) string // how gold calls a file; nil: by its base name
	done  func()              // removes what was written for it
}

func (p pile) samples(ctx context.Context) ([]sample, error) {
	if p.done != nil {
		defer p.done()
	}
	var weighed []derive.Candidate
	line, err := pipeline.New(pipeline.Options{Weighed: func(c []derive.Candidate) { weighed = append(weighed, c...) }})
	if err != nil {
		return nil, err
	}
	d, err := line.Trace(ctx, []string{p.input})
	if err != nil {
		return nil, err
	}
	name := names(d, p.call)
	var found []sample
	for _, c := range weighed {
		s := sample{story: p.name, exemplar: name[c.Exemplar], copy: name[c.Copy], traces: c.Traces, twins: c.Twins}
		if right, known := p.gold.judge(s.exemplar, s.copy); known {
			s.right = right
			s.kin = right || p.gold.sure[link{s.copy, s.exemplar}] || p.gold.text[link{s.exemplar, s.copy}]
			s.ordered = s.kin && !p.gold.text[link{s.exemplar, s.copy}]
			found = append(found, s)
		}
	}
	return found, nil
}

// names maps the ids of reports to the names that gold has for them: the id
// of a record, the base name of a file.
func names(d *stemma.Dossier, call func(string) string) map[string]string {
	found := map[string]string{}
	for _, r := range d.Reports {
		if _, id, ok := strings.Cut(r.Input, "#"); ok {
			found[r.ID] = id
			continue
		}
		found[r.ID] = expect.Base(r.Input)
		if call != nil {
			found[r.ID] = call(found[r.ID])
		}
	}
	return found
}

// goldenPile lays the files of a golden story out in a folder.
func goldenPile(file string) (pile, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return pile{}, err
	}
	story, err := expect.ParseStory(data)
	if err != nil {
		return pile{}, err
	}
	folder, err := os.MkdirTemp("", "stemma-calibrate-")
	if err != nil {
		return pile{}, err
	}
	p := pile{
		name: expect.Base(file), input: folder, gold: expected(story.Expectation), call: number,
		done: func() { os.RemoveAll(folder) },
	}
	for _, f := range story.Files {
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(f.Name)), []byte(f.Data), 0o644); err != nil {
			return pile{}, err
		}
	}
	return p, nil
}

// demoPile is the story that is built into the program.
func demoPile(file string) (pile, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return pile{}, err
	}
	expectation, err := expect.Parse(data)
	return pile{name: "demo", input: "cmd/stemma/demo", gold: expected(expectation), call: number}, err
}
