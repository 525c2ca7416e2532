package main

import (
	"bytes"
	"cmp"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// pipes is an engine: it shares the lines of an edge out among workers by key,
// runs each of them on its own, in no order that they could rely on, and a
// second time as if the first had been lost.
type pipes struct {
	t       *testing.T
	folder  string
	shards  int
	workers int
	lines   map[string][]string
}

func (p *pipes) run(step string, edges ...string) {
	p.t.Helper()
	given := make([][]string, p.workers)
	for _, edge := range edges {
		for i, line := range p.lines[edge] {
			_, rest, _ := strings.Cut(line, "\t")
			key, _, _ := strings.Cut(rest, "\t")
			at, err := strconv.Atoi(key)
			if err != nil {
				p.t.Fatalf("%s: key %q", edge, key)
			}
			if edge == "reports" {
				at = i // whoever is free
			}
			given[at%p.workers] = append(given[at%p.workers], line)
		}
	}
	for _, lines := range given {
		slices.SortFunc(lines, func(x, y string) int { return cmp.Compare(sum(x), sum(y)) })
		kept := p.step(step, lines)
		if p.shards > 1 && !sameLines(kept, p.step(step, lines)) {
			p.t.Errorf("%s: done again, it writes something else", step)
		}
		for line := range strings.Lines(kept) {
			edge, _, _ := strings.Cut(line, "\t")
			p.lines[edge] = append(p.lines[edge], strings.TrimSuffix(line, "\n"))
		}
	}
}

// sameLines leaves their order aside.
func sameLines(x, y string) bool {
	a, b := strings.Split(x, "\n"), strings.Split(y, "\n")
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func sum(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// step runs a worker, which is given the roster and the mastheads as files.
func (p *pipes) step(name string, lines []string) string {
	p.t.Helper()
	args := []string{"reuse-step", name, "--shards", fmt.Sprint(p.shards)}
	for edge, flag := range map[string]string{"summaries": "--roster", "masts": "--masts"} {
		file := filepath.Join(p.folder, edge)
		if err := os.WriteFile(file, []byte(strings.Join(p.lines[edge], "\n")), 0o644); err != nil {
			p.t.Fatal(err)
		}
		args = append(args, flag, file)
	}
	out, errs, code := inProcess(args, strings.Join(lines, "\n"))
	if code != 0 {
		p.t.Fatalf("%s: code %d: %s", name, code, errs)
	}
	return out
}

func inProcess(args []string, in string) (out, errs string, code int) {
	var o, e bytes.Buffer
	code = run(args, streams{in: strings.NewReader(in), out: &o, err: &e})
	return o.String(), e.String(), code
}

// TestStepsBetweenPipes has copies, a crowd and a masthead.
func TestStepsBetweenPipes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "reports.jsonl")
	if err := os.WriteFile(file, []byte(strings.Join(shared(1300), "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	want, errs, code := inProcess([]string{"reuse", "--quiet", file}, "")
	if code != 0 || strings.Count(want, "\n") < 1000 {
		t.Fatalf("code %d, %d passages: %s", code, strings.Count(want, "\n"), errs)
	}
	read, _, _ := inProcess([]string{"reuse-step", "read", file}, "")
	for _, shards := range []int{1, 3} {
		p := &pipes{t: t, folder: t.TempDir(), shards: shards, workers: 2, lines: map[string][]string{}}
		p.lines["reports"] = strings.Split(strings.TrimSuffix(read, "\n"), "\n")
		p.run("scan", "reports")
		p.run("post", "reports")
		p.run("link", "postings")
		p.run("near", "members", "places")
		p.run("pair", "hubs")
		p.run("deliver", "texts", "needs")
		p.run("match", "links", "wanted")
		p.run("alike", "copies")
		p.run("order", "passages")
		if got := result(p.lines["result"]); got != want {
			t.Errorf("%d shards: %d passages instead of %d, or others", shards, strings.Count(got, "\n"),
				strings.Count(want, "\n"))
		}
	}
}

// result puts the lines in the order of their keys and takes the keys off.
func result(lines []string) string {
	key := func(line string) int {
		n, _ := strconv.Atoi(strings.Split(line, "\t")[1])
		return n
	}
	slices.SortStableFunc(lines, func(x, y string) int { return cmp.Compare(key(x), key(y)) })
	var all strings.Builder
	for _, line := range lines {
		all.WriteString(strings.SplitN(line, "\t", 3)[2] + "\n")
	}
	return all.String()
}

// shared makes records of which each has a line of the one before it; each
// ninth is a copy, four in five end alike, and one outlet has a masthead.
func shared(n int) (records []string) {
	text := make([]string, n)
	for i := range text {
		line := func(k int) string {
			return fmt.Sprintf("In ward %d the clerk counted %d ballots and %d envelopes that nobody had signed or "+
				"dated.", k, 3*k+1, 7*k+2)
		}
		text[i] = line(i) + " " + line(max(0, i-1))
		if i%9 == 8 {
			text[i] = text[i-5]
		}
		outlet := i % 7
		if outlet == 3 {
			text[i] = "Printed by the third of seven papers in the town hall since the year of the flood.\n\n" + text[i]
		}
		if i%5 != 0 {
			text[i] += "\n\nThe returning officer will read all of the figures aloud on the steps at noon."
		}
		records = append(records, fmt.Sprintf(`{"id":"r%04d","outlet":"paper%d.example","text":%q}`, i, outlet, text[i]))
	}
	return records
}

func TestStepOfBadLines(t *testing.T) {
	roster := filepath.Join(t.TempDir(), "roster")
	if err := os.WriteFile(roster, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, step, in, says string }{
		{"no tabs", "scan", "what is this", "line 1"},
		{"no number", "scan", "reports\tx\tAAAA", "no number"},
		{"no base64", "scan", "\nreports\t0\t!!!!", "base64"},
		{"cut off", "scan", "reports\t0\tBQ==", "cut off"},
		{"binary", "link", "\x00\xff\tpostings", "line 1"},
		{"of another roster", "link", "postings\t0\t" + strings.Repeat("AAAA", 16), "do not belong"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, errs, code := inProcess([]string{"reuse-step", tt.step, "--roster", roster}, tt.in)
			if code != 1 || !strings.Contains(errs, tt.says) {
				t.Errorf("code %d: %s", code, errs)
			}
		})
	}
	for _, args := range [][]string{{"link"}, {"read"}, {"match", "--roster", roster}, {"fly"}, {"scan", "--shards",
		"0"}} {
		if _, errs, code := inProcess(append([]string{"reuse-step"}, args...), ""); code != exitUsage {
			t.Errorf("%v: code %d: %s", args, code, errs)
		}
	}
	if out, errs, code := inProcess([]string{"reuse-step", "scan"}, ""); out != "" || code != 0 {
		t.Errorf("nothing given: code %d, %q, %s", code, out, errs)
	}
}
