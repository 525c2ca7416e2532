package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"stemma"
)

// TestKindsOfFailure: of each kind of input that once was read wrongly, three harder ones, in
// testdata/kinds. The first line of a file is the kind and what is harder; the others are what
// stands among the lines of what is found (see found), or, behind "not ", what does not.
func TestKindsOfFailure(t *testing.T) {
	names, err := filepath.Glob("../../testdata/kinds/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]int{}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		title, wants, _ := strings.Cut(strings.TrimSpace(string(a.Comment)), "\n")
		kind, _, _ := strings.Cut(title, ":")
		kinds[kind]++
		t.Run(title, func(t *testing.T) {
			all := found(t, a.Files)
			for _, want := range strings.Split(wants, "\n") {
				unwanted, not := strings.CutPrefix(want, "not ")
				if strings.Contains(all, unwanted) == not {
					t.Errorf("%q in\n%s", want, all)
				}
			}
		})
	}
	for kind, n := range kinds {
		if n < 3 {
			t.Errorf("%s: %d files, want three", kind, n)
		}
	}
	if len(kinds) == 0 {
		t.Error("no files")
	}
}

// found tells what is found in some files, a line each.
func found(t *testing.T, files []txtar.File) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Trace(context.Background(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	outlets, speakers := map[string]string{}, map[string]string{}
	for _, row := range d.Ledger {
		fmt.Fprintln(&b, "ledger", row.Outcome, row.Reason, row.Note)
	}
	for i := range d.Reports {
		r := &d.Reports[i]
		outlets[r.ID] = string(r.Outlet)
		fmt.Fprintf(&b, "title %s\nbyline %s\npublished %s\n", r.Title, strings.Join(r.Byline, ", "),
			r.Published.Time.UTC().Format("2006-01-02T15:04"))
		for _, s := range r.Segments {
			if s.Kind == stemma.Paragraph {
				fmt.Fprintln(&b, "text", r.Text[s.Start:s.End])
			}
		}
		for _, c := range r.Credits {
			fmt.Fprintln(&b, "credit", c.Name)
		}
	}
	for i := range d.Speakers {
		speakers[d.Speakers[i].ID] = d.Speakers[i].Name
	}
	for _, a := range d.Attributions {
		for _, c := range a.Content {
			for _, who := range []string{speakers[string(a.Speaker)], strings.ToLower(speakers[string(a.Speaker)])} {
				fmt.Fprintf(&b, "says %s | %s\n", who, c.Text)
				if k := strings.LastIndexByte(who, ' '); k >= 0 {
					fmt.Fprintf(&b, "says %s | %s\n", who[k+1:], c.Text)
				}
			}
		}
	}
	for _, s := range d.Stories {
		by := map[string]string{}
		for _, w := range s.Witnesses {
			by[w.Siglum] = outlets[string(w.Report)]
		}
		for _, e := range s.Descents {
			fmt.Fprintf(&b, "edge %s > %s\n", by[e.From], by[e.To])
		}
		for _, change := range s.Drifts {
			if change.Before != nil && change.After != nil {
				fmt.Fprintf(&b, "drift %s | %s\n", change.Before.Text, change.After.Text)
			}
		}
	}
	return b.String()
}
