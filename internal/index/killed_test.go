//go:build unix

package index

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// addsFor names, in the environment, the folder that a child adds to.
const addsFor = "STEMMA_TEST_ADDS"

// TestKilledWhole kills a process that adds, commits and merges, at some moment
// or other: all that it said was added is there.
func TestKilledWhole(t *testing.T) {
	if dir := os.Getenv(addsFor); dir != "" {
		addForEver(t, dir)
	}
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(11, 12))
	told := map[string]bool{}
	for range 12 {
		child := exec.Command(os.Args[0], "-test.run=^TestKilledWhole$")
		child.Env = append(os.Environ(), addsFor+"="+dir)
		said, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(time.Duration(60+random.IntN(200))*time.Millisecond, func() { _ = child.Process.Kill() })
		for lines := bufio.NewScanner(said); lines.Scan(); {
			if name, ok := strings.CutPrefix(lines.Text(), "added "); ok && strings.HasSuffix(name, ".") {
				told[strings.TrimSuffix(name, ".")] = true
			}
		}
		_ = child.Wait()
		x, err := Open(dir)
		if errors.Is(err, fs.ErrNotExist) && len(told) == 0 {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Check(); err != nil {
			t.Fatal(err)
		}
		held := names(t, x)
		for name := range told {
			if !held[name] {
				t.Fatalf("%s was added and is not there", name)
			}
		}
		x.Close()
	}
	if len(told) == 0 {
		t.Skip("no child came to add anything; the machine is too slow for this test")
	}
}

// addForEver adds reports one by one and tells when each is in the index.
func addForEver(t *testing.T, dir string) {
	a, err := OpenAdder(dir, 2)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; ; i++ {
		name := fmt.Sprintf("%d-%d", os.Getpid(), i)
		if err := a.Add(Report{Name: name, Text: name + " " + ferry}); err != nil {
			t.Fatal(err)
		}
		if err := a.Commit(); err != nil {
			t.Fatal(err)
		}
		fmt.Printf("added %s.\n", name)
	}
}

// names gives the names of all reports of an index.
func names(t *testing.T, x *Index) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, s := range x.segments {
		for doc := range s.foot.reports {
			r, _, err := s.report(doc, true, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !s.dead[doc] {
				all[strings.Clone(r.Name)] = true
			}
		}
	}
	return all
}
