package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"sync"

	"stemma/internal/ingest"
	"stemma/internal/render"
	"stemma/internal/reuse"
)

// folder gives rooms as files in a folder.
type folder string

// New makes a file that is gone when it is closed.
func (f folder) New() (reuse.Room, error) {
	file, err := os.CreateTemp(string(f), "room-")
	if err != nil {
		return nil, err
	}
	return file, os.Remove(file.Name())
}

// searchFile reads JSON Lines and writes the passages as JSON Lines, with so
// many goroutines, and about so much memory if that is not 0.
func searchFile(in string, out io.Writer, jobs int, memory int64, tmp string) error {
	o := reuse.Options{Jobs: jobs, Memory: memory}
	if memory > 0 {
		o.Space = folder(tmp)
	}
	s := reuse.NewSearch(o)
	rows, err := ingest.Stream(context.Background(), []string{in}, ingest.Options{Jobs: jobs},
		func(b ingest.Batch) error {
			return s.Add(batchOf(b))
		})
	if err != nil {
		return err
	}
	if len(rows) > 0 {
		return fmt.Errorf("%s: %s", rows[0].Input, rows[0].Reason)
	}
	rooms := sync.Pool{New: func() any { return new([]byte) }} // for lines that wait for their turn
	return s.RunAhead(context.Background(), func(f reuse.Found) func() error {
		room := rooms.Get().(*[]byte)
		lines := slices.Grow((*room)[:0], len(f.Passages)*lineBytes)
		for i := range f.Passages {
			lines = appendLine(lines, f.Docs, &f.Passages[i])
		}
		return func() error {
			_, err := out.Write(lines)
			*room = lines
			rooms.Put(room)
			return err
		}
	})
}

func batchOf(b ingest.Batch) reuse.Batch {
	var n int
	for i := range b.Items {
		n += len(b.Items[i].Data)
	}
	r := reuse.Batch{Docs: make([]reuse.Doc, len(b.Items)), Text: make([]byte, 0, n), At: make([]int, 1,
		len(b.Items)+1)}
	for i := range b.Items {
		x := &b.Items[i]
		r.Docs[i] = reuse.Doc{Name: x.Name, Outlet: x.Record.Outlet, Published: x.Record.Published}
		r.Text = append(r.Text, x.Data...)
		r.At = append(r.At, len(r.Text))
	}
	return r
}

// lineBytes is about how long a line is.
const lineBytes = 160

// appendLine appends a passage as CONTRACT has it.
func appendLine(lines []byte, docs []reuse.Doc, p *reuse.Passage) []byte {
	return render.AppendPassage(lines,
		render.Stretch{Report: docs[p.A].Name, Start: int(p.A0), End: int(p.A1)},
		render.Stretch{Report: docs[p.B].Name, Start: int(p.B0), End: int(p.B1)},
		p.Kind(), p.Identity())
}

// asChild is the whole of the process that the bench times where the stemma
// binary has no command reuse.
func asChild(in, out string, cores int, memory int64, tmp string) error {
	if memory > 0 {
		debug.SetMemoryLimit(memory * 9 / 10)
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := searchFile(in, f, cores, memory, tmp); err != nil {
		return err
	}
	return f.Close()
}

// passage is one that was found, by the places of the reports.
type passage struct {
	a, b           int32
	a0, a1, b0, b1 int
}

// passagesOf searches reports in memory, in order of the pairs.
func passagesOf(all []report, jobs int) ([]passage, error) {
	s := reuse.NewSearch(reuse.Options{Jobs: jobs})
	place := make(map[string]int32, len(all))
	const batch = 256
	for start := 0; start < len(all); start += batch {
		part := all[start:min(start+batch, len(all))]
		b := reuse.Batch{At: []int{0}}
		for i := range part {
			place[part[i].ID] = int32(start + i)
			b.Docs = append(b.Docs, reuse.Doc{Name: part[i].ID, Outlet: part[i].Outlet, Published: part[i].Date})
			b.Text = append(b.Text, part[i].Text...)
			b.At = append(b.At, len(b.Text))
		}
		if err := s.Add(b); err != nil {
			return nil, err
		}
	}
	var found []passage
	err := s.Run(context.Background(), func(f reuse.Found) error {
		for _, p := range f.Passages {
			q := passage{place[f.Docs[p.A].Name], place[f.Docs[p.B].Name], int(p.A0), int(p.A1), int(p.B0), int(p.B1)}
			if q.b < q.a {
				q = passage{q.b, q.a, q.b0, q.b1, q.a0, q.a1}
			}
			found = append(found, q)
		}
		return nil
	})
	slices.SortStableFunc(found, func(x, y passage) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return found, err
}

// pairsOf gives the pairs of sorted passages, each once.
func pairsOf(found []passage) []pair {
	var pairs []pair
	for _, p := range found {
		if n := len(pairs); n == 0 || pairs[n-1] != (pair{p.a, p.b}) {
			pairs = append(pairs, pair{p.a, p.b})
		}
	}
	return pairs
}

// scanAll cuts and hashes the words of all texts, and does nothing else.
func scanAll(all []report, jobs int) {
	var wait sync.WaitGroup
	for j := range jobs {
		wait.Go(func() {
			scanner := reuse.NewScanner()
			var row reuse.Row
			for i := j; i < len(all); i += jobs {
				scanner.Scan(all[i].Text, &row)
			}
		})
	}
	wait.Wait()
}
