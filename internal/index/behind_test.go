package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMergeBehind adds, replaces and commits while segments are merged.
func TestMergeBehind(t *testing.T) {
	reports := made(400, rand.New(rand.NewPCG(7, 7)))
	dir := t.TempDir()
	a, err := OpenAdder(dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	for round := range 3 {
		for group := range slices.Chunk(reports, 9) {
			for _, r := range group {
				if round < 2 {
					r.Text = fmt.Sprintf("round %d ", round) + r.Text
				}
				if err := a.Add(r); err != nil {
					t.Fatal(err)
				}
			}
			if err := a.Commit(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := a.Wait(context.Background()); err != nil {
		t.Fatal(err)
	}
	a.Close()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := x.Check(); err != nil || x.Len() != len(reports) {
		t.Fatalf("%d reports, not %d: %v", x.Len(), len(reports), err)
	}
	if len(x.segments) > 2*maxOfClass {
		t.Errorf("%d segments", len(x.segments))
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 2+2*len(x.segments) {
		t.Errorf("left: %q", left)
	}
	one := t.TempDir()
	build(t, one, reports)
	for _, r := range reports[:40] {
		if diff := cmp.Diff(ask(t, one, r.Text), ask(t, dir, r.Text)); diff != "" {
			t.Error(diff)
		}
	}
}

// TestMergeFails makes sure that what was added stays added when merging it
// fails.
func TestMergeFails(t *testing.T) {
	dir := t.TempDir()
	a, err := OpenAdder(dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var full atomic.Bool
	a.create = func(path string) (outFile, error) {
		if full.Load() && filepath.Ext(path) == ".seg" {
			return nil, errFull
		}
		return create(path)
	}
	for i := range maxOfClass + 1 {
		full.Store(false)
		if err := a.Add(Report{Name: fmt.Sprint("r", i), Text: fmt.Sprint("x", i, " ", ferry)}); err != nil {
			t.Fatal(err)
		}
		a.flush()
		a.flushes.Wait()
		full.Store(true)
		if err := a.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Wait(context.Background()); !errors.Is(err, errFull) {
		t.Errorf("the merge: %v", err)
	}
	if got := ask(t, dir, ferry); len(got) != maxOfClass+1 {
		t.Errorf("%q", got)
	}
	full.Store(false)
	if err := errors.Join(a.Add(Report{Name: "more", Text: ferry}), a.Commit(),
		a.Wait(context.Background())); err != nil {
		t.Error(err)
	}
	if got, _ := filepath.Glob(filepath.Join(dir, "*.seg")); len(got) != 1 {
		t.Errorf("%q", got)
	}
}
