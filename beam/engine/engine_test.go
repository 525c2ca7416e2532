package engine_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/google/go-cmp/cmp"

	"stemma/beam/engine"
	"stemma/internal/pipeline"
	"stemma/internal/render"
	"stemma/internal/reuse"
)

func TestMain(m *testing.M) {
	engine.Register()
	ptest.MainWithDefault(m, "prism")
}

// TestBytesOfOneMachine has copies, a crowd over the cut, a masthead and lines
// that cannot be read, in two files.
func TestBytesOfOneMachine(t *testing.T) {
	first, second := write(t, corpus(900, 1)), write(t, append(corpus(500, 2), "not a record"))
	want := command(t, first, second)
	if n := strings.Count(want, "\n"); n < 3000 {
		t.Fatalf("only %d passages", n)
	}
	for _, shards := range []int{1, 3} {
		got := run(t, shards, first, second)
		if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%d shards: %.2000s", shards, diff)
		}
	}
}

func TestNothingShared(t *testing.T) {
	file := write(t, []string{record("a", "", "One report that nobody else has a word of."), record("b", "", "Another of which that is true as well, in full.")})
	if got := run(t, 2, file); got != "" {
		t.Errorf("got %s", got)
	}
}

func TestMissingInput(t *testing.T) {
	p, root := beam.NewPipelineWithRoot()
	engine.Build(root, engine.Options{Inputs: []string{filepath.Join(t.TempDir(), "none.jsonl")}, Output: filepath.Join(t.TempDir(), "out")})
	if err := ptest.Run(p); err == nil {
		t.Error("an input that does not exist is no error")
	}
}

// run gives the files of the result, one after the other.
func run(t *testing.T, shards int, inputs ...string) string {
	t.Helper()
	output := filepath.Join(t.TempDir(), "passages")
	p, root := beam.NewPipelineWithRoot()
	engine.Build(root, engine.Options{Inputs: inputs, Output: output, Shards: shards})
	if err := ptest.Run(p); err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	for part := range shards {
		data, err := os.ReadFile(engine.PartName(output, part, shards))
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}

// command gives what "stemma reuse" writes.
func command(t *testing.T, inputs ...string) string {
	t.Helper()
	var out bytes.Buffer
	lines := render.NewPassageLines(&out)
	visit := func(f reuse.Found) func() error {
		return func() error {
			for _, p := range f.Passages {
				lines.Passage(
					render.Stretch{Report: f.Docs[p.A].Name, Start: int(p.A0), End: int(p.A1)},
					render.Stretch{Report: f.Docs[p.B].Name, Start: int(p.B0), End: int(p.B1)},
					p.Kind(), p.Identity())
			}
			return nil
		}
	}
	if _, _, err := pipeline.Reuse(context.Background(), inputs, pipeline.CorpusOptions{}, visit); err != nil {
		t.Fatal(err)
	}
	if err := lines.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// corpus makes records of sentences from a small stock, so that many share some;
// each eighth is a copy of one before it, and one outlet has a masthead. Most of
// the records end with one line.
func corpus(n int, seed uint64) []string {
	random := rand.New(rand.NewPCG(seed, 7))
	stock := make([]string, 4*n)
	for i := range stock {
		stock[i] = sentence(random)
	}
	texts := make([]string, n)
	records := make([]string, n)
	for i := range texts {
		for range 3 {
			texts[i] += stock[random.IntN(len(stock))] + " " + sentence(random) + "\n\n"
		}
		if i%5 != 0 {
			texts[i] += "This line stands at the end of most of the reports, whatever it is that they are about.\n"
		}
		if i%8 == 7 {
			texts[i] = texts[random.IntN(i)]
		}
		outlet := fmt.Sprint("outlet ", random.IntN(6), ".example")
		if strings.HasPrefix(outlet, "outlet 1") {
			texts[i] = "The first of all outlets prints this above everything that it has to say.\n\n" + texts[i]
		}
		records[i] = record(fmt.Sprintf("%d-%05d", seed, i), outlet, texts[i])
	}
	return records
}

func sentence(random *rand.Rand) string {
	words := make([]string, 12)
	for i := range words {
		words[i] = fmt.Sprint("w", random.IntN(5000), "e")
	}
	return "The " + strings.Join(words, " ") + "."
}

func record(id, outlet, text string) string {
	line, _ := json.Marshal(map[string]string{"id": id, "outlet": outlet, "text": text})
	return string(line)
}

func write(t *testing.T, records []string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "reports.jsonl")
	if err := os.WriteFile(file, []byte(strings.Join(records, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}
