package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"stemma/internal/store"
)

// How often commands are killed, and while how many reports are added. STEMMA_KILLS
// asks for more: of 200 with 2,000 reports the test takes some minutes.
const (
	usualKills     = 6
	reportsPerKill = 10
	partReports    = 20 // reports that one command adds
	leastDelay     = 40 * time.Millisecond
)

// TestKilledCommands kills commands that add, correct and trace, at random points. What
// a command acknowledged is there afterwards, once; and when all is added, the case
// gives the same bytes as one of which nothing was ever killed.
func TestKilledCommands(t *testing.T) {
	kills := usualKills
	if n, err := strconv.Atoi(os.Getenv("STEMMA_KILLS")); err == nil {
		kills = n
	}
	folder := t.TempDir()
	parts := writeParts(t, folder, kills*reportsPerKill)
	b := &broken{t: t, file: filepath.Join(folder, "broken.case"), random: rand.New(rand.NewPCG(1, 2))}
	stemmaRun(t, "case", "new", "--case", b.file)
	for i := 0; b.killed < kills; i++ {
		if i == 20*kills {
			t.Fatalf("%d of %d commands were killed", b.killed, i)
		}
		switch part := parts[b.random.IntN(len(parts))]; i % 5 {
		case 0, 1:
			b.kill("case", "add", "--case", b.file, "-q", part)
		case 2:
			line := fmt.Sprintf("note: part-0.jsonl#r%d = round %d", i%partReports, i)
			if b.kill("case", "correct", "--case", b.file, line) {
				b.said = append(b.said, line)
			}
		case 3:
			b.kill("case", "trace", "--case", b.file, "-q")
		case 4:
			b.kill("case", "find", "--case", b.file)
		}
		b.check()
	}
	for _, part := range parts {
		stemmaRun(t, "case", "add", "--case", b.file, "-q", part)
	}
	b.check()
	whole := b.unbroken(filepath.Join(folder, "whole.case"), parts)
	got := stemmaRun(t, "case", "trace", "--case", b.file, "-q", "--json", "-")
	if want := stemmaRun(t, "case", "trace", "--case", whole, "-q", "--json", "-"); got != want {
		t.Errorf("%d bytes, and %d of a case that was never broken", len(got), len(want))
	}
	t.Logf("%d killed %v, %d corrections acknowledged, %d captures", b.killed, b.while, len(b.said), b.added)
}

// writeParts writes made-up reports in files of some each.
func writeParts(t *testing.T, folder string, reports int) (files []string) {
	t.Helper()
	for from := 0; from < reports; from += partReports {
		var lines strings.Builder
		for i := from; i < from+partReports; i++ {
			line, err := json.Marshal(map[string]string{
				"id": fmt.Sprintf("r%d", i), "outlet": fmt.Sprintf("Marl%d Bell", i%7),
				"text": string(madeUp(i / 3)[0].Data),
			})
			if err != nil {
				t.Fatal(err)
			}
			lines.Write(append(line, '\n'))
		}
		file := filepath.Join(folder, fmt.Sprintf("part-%d.jsonl", len(files)))
		if err := os.WriteFile(file, []byte(lines.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// broken is a case on which commands are killed.
type broken struct {
	t      *testing.T
	file   string
	random *rand.Rand
	said   []string // corrections that were acknowledged
	added  int      // captures that were there last
	killed int
	while  map[string]int           // how many of them, by the name of the command
	took   map[string]time.Duration // about how long a command takes, by its name
	ended  map[string]bool          // which ever came to their end
}

// kill runs a command and kills it at some point, and says whether it had ended well
// before. How long it would have taken is learnt from those that did.
func (b *broken) kill(args ...string) bool {
	b.t.Helper()
	if b.took == nil {
		b.took, b.ended, b.while = map[string]time.Duration{}, map[string]bool{}, map[string]int{}
	}
	command := programAgain(args...)
	begun := time.Now()
	if err := command.Start(); err != nil {
		b.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	most := max(b.took[args[1]], leastDelay)
	select {
	case err := <-ended:
		b.took[args[1]], b.ended[args[1]] = (3*most+time.Since(begun))/4, true
		return err == nil
	case <-time.After(time.Duration(b.random.Int64N(int64(most)))):
		_ = command.Process.Kill()
		err := <-ended
		if err != nil {
			b.killed++
			b.while[args[1]]++
			if b.took[args[1]] = most + most/16; !b.ended[args[1]] {
				b.took[args[1]] = 2 * most // a busy machine takes longer than leastDelay to start it
			}
		}
		return err == nil
	}
}

// check opens the case: no capture is there twice or was lost, and every correction
// that was acknowledged is there once.
func (b *broken) check() {
	b.t.Helper()
	c, err := store.Open(b.file)
	if err != nil {
		b.t.Fatal(err)
	}
	defer c.Close()
	captures, err := c.Captures(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	seen := map[string]int{}
	for i := range captures {
		if seen[captures[i].Input]++; seen[captures[i].Input] > 1 || strings.Contains(captures[i].Input, "version") {
			b.t.Fatalf("%s is there twice", captures[i].Input)
		}
	}
	if len(captures) < b.added || len(captures)%partReports != 0 {
		b.t.Fatalf("%d captures, and %d before", len(captures), b.added)
	}
	b.added = len(captures)
	said, err := c.Corrections(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	for i := range said {
		seen[said[i].Line]++
	}
	for _, line := range b.said {
		if seen[line] != 1 {
			b.t.Fatalf("%q is there %d times", line, seen[line])
		}
	}
}

// unbroken makes a case of the same reports and corrections in one go.
func (b *broken) unbroken(file string, parts []string) string {
	b.t.Helper()
	stemmaRun(b.t, "case", "new", "--case", file)
	stemmaRun(b.t, append([]string{"case", "add", "--case", file, "-q"}, parts...)...)
	c, err := store.Open(b.file)
	if err != nil {
		b.t.Fatal(err)
	}
	defer c.Close()
	said, err := c.Corrections(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	for i := range said {
		stemmaRun(b.t, "case", "correct", "--case", file, said[i].Line)
	}
	return file
}
