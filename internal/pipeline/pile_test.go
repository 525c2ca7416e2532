package pipeline

import (
	"bytes"
	"context"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"stemma"
	"stemma/eval/expect"
	"stemma/internal/render"
)

const (
	storiesFolder = "../../testdata/stories"
	demoFolder    = "../../cmd/stemma/demo"
)

// stages readies the stages once for all tests: the tables are read-only.
var stages = sync.OnceValues(func() (*Pipeline, error) { return New(Options{Jobs: 2}) })

// pipelineWith gives a pipeline with other options.
func pipelineWith(t testing.TB, o Options) *Pipeline {
	t.Helper()
	ready, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	p := *ready
	p.o.MaxBytes, p.o.Stdin, p.o.Jobs = o.MaxBytes, o.Stdin, max(1, o.Jobs)
	p.o.Room = o.Room
	return &p
}

func trace(t testing.TB, inputs ...string) *stemma.Dossier {
	t.Helper()
	d, err := pipelineWith(t, Options{Jobs: 2}).Trace(context.Background(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func toJSON(t testing.TB, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lay writes files into a fresh folder.
func lay(t testing.TB, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, data := range files {
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// goldenStory is a story of testdata with its pile on disk.
type goldenStory struct {
	name        string
	folder      string
	expectation expect.Expectation
}

// goldenStories reads the stories of testdata and the demo story.
func goldenStories(t testing.TB) []goldenStory {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(storiesFolder, "*.txtar"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden stories: %v", err)
	}
	var found []goldenStory
	for _, file := range files {
		story, err := expect.ParseStory(read(t, file))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		pile := map[string]string{}
		for _, f := range story.Files {
			pile[path.Base(f.Name)] = f.Data
		}
		found = append(found, goldenStory{expect.Base(file), lay(t, pile), story.Expectation})
	}
	expectation, err := expect.Parse(read(t, filepath.Join(storiesFolder, "demo.expect")))
	if err != nil {
		t.Fatal(err)
	}
	return append(found, goldenStory{"demo", demoFolder, expectation})
}

// inputs lists the files of a story's pile.
func (g goldenStory) inputs(t testing.TB) []string {
	t.Helper()
	entries, err := os.ReadDir(g.folder)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, e := range entries {
		files = append(files, filepath.Join(g.folder, e.Name()))
	}
	return files
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
