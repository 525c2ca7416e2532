package store

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// addresses gives, by driver, where a new case may be; a driver whose server is not
// there is skipped.
func addresses() map[string]func(*testing.T) string {
	return map[string]func(*testing.T) string{
		"sqlite":   func(t *testing.T) string { return filepath.Join(t.TempDir(), "a b?#%.case") },
		"postgres": onServer,
	}
}

// onServer names a new case on the server of STEMMA_POSTGRES, such as
// postgres://stemma@/postgres?host=/run/socket.
func onServer(t *testing.T) string {
	t.Helper()
	address := os.Getenv("STEMMA_POSTGRES")
	if address == "" {
		t.Skip("no server of PostgreSQL: STEMMA_POSTGRES is not set")
	}
	at, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := at.Query()
	q.Set("case", fmt.Sprintf("test_%d_%s", os.Getpid(), strings.ToLower(rand.Text()[:8])))
	at.RawQuery = q.Encode()
	t.Cleanup(func() {
		if c, err := Open(at.String()); err == nil {
			c.(*tables).db.Exec("DROP SCHEMA stemma_" + q.Get("case") + " CASCADE")
			c.Close()
		}
	})
	return at.String()
}

var noon = time.Date(2024, 3, 5, 12, 0, 0, 0, time.UTC)

func capture(name, text string) stemma.Capture {
	return stemma.Capture{
		Input: name, Media: stemma.PlainText, Data: []byte(text), SHA256: "5" + text, URL: "https://bell.example/" +
			name,
		Captured: noon, Record: &stemma.Record{ID: name, Byline: []string{"Ada Wren"}}, Note: "n",
	}
}

// TestSuite is what every driver must do.
func TestSuite(t *testing.T) {
	for name, address := range addresses() {
		t.Run(name, func(t *testing.T) {
			path := address(t)
			c, err := Create(path)
			if err != nil {
				t.Fatal(err)
			}
			fill(t, c)
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); !isServer(path) && len(left) != 1 {
				t.Errorf("a case is one file, not %v", left)
			}
			if _, err := Create(path); !errors.Is(err, os.ErrExist) {
				t.Errorf("made twice: %v", err)
			}
			again, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			holds(t, again)
			if err := again.Close(); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func fill(t *testing.T, c Case) {
	t.Helper()
	ctx := context.Background()
	one, two := capture("a.txt", "forty tiles"), capture("b.txt", "")
	two.Record = nil
	for _, step := range []struct{ want, got int }{
		{2, added(t, c, one, two)}, {0, added(t, c, one, two)}, {1,
			added(t, c, capture("a.txt", "fourteen tiles"), one)},
	} {
		if step.want != step.got {
			t.Errorf("%d were new, not %d", step.got, step.want)
		}
	}
	n, err := c.Correct(ctx, "no drift: x1", "Ana", noon)
	m, err2 := c.Correct(ctx, "no drift: x2", "", noon.Add(time.Hour))
	if err = errors.Join(err, err2, c.Withdraw(ctx, n, noon)); err != nil || m <= n {
		t.Errorf("%v %d %d", err, n, m)
	}
	for _, number := range []int64{n, 99} {
		if err := c.Withdraw(ctx, number, noon); !errors.Is(err, ErrUnknown) {
			t.Errorf("withdrawn twice, or never there: %v", err)
		}
	}
	for _, version := range []string{"1", "3", "2"} {
		err = errors.Join(err, c.Keep(ctx, "trace", version, map[string][]byte{"x": []byte(version), "y": {}}))
	}
	if err = errors.Join(err, c.Keep(ctx, "report", "1", map[string][]byte{"x": []byte("r")}),
		c.Keep(ctx, "trace", "2", map[string][]byte{"z": []byte("3"), "y": nil})); err != nil {
		t.Error(err)
	}
	marks(t, c)
}

// marks makes sure that the mark changes when the case does, and then only.
func marks(t *testing.T, c Case) {
	t.Helper()
	ctx, seen := context.Background(), map[string]bool{}
	mark := func(want int) {
		t.Helper()
		m, err := c.Mark(ctx)
		if seen[m] = true; err != nil || len(seen) != want {
			t.Errorf("%d marks, not %d: %v %v", len(seen), want, seen, err)
		}
	}
	mark(1)
	added(t, c, capture("b.txt", "a third text"))
	mark(2)
	added(t, c, capture("b.txt", "a third text"))
	if err := c.Keep(ctx, "report", "1", nil); err != nil {
		t.Error(err)
	}
	mark(2)
	n, err := c.Correct(ctx, "no drift: x3", "", noon)
	mark(3)
	if err = errors.Join(err, c.Withdraw(ctx, n, noon)); err != nil {
		t.Error(err)
	}
	mark(4)
}

func added(t *testing.T, c Case, captures ...stemma.Capture) int {
	t.Helper()
	n, err := c.Add(context.Background(), captures, noon)
	if err != nil {
		t.Error(err)
	}
	return n
}

func holds(t *testing.T, c Case) {
	t.Helper()
	ctx := context.Background()
	captures, err := c.Captures(ctx)
	second, third := capture("b.txt", ""), capture("a.txt", "fourteen tiles")
	second.Record, third.Input = nil, "a.txt (version 2)"
	fourth := capture("b.txt", "a third text")
	fourth.Input = "b.txt (version 2)"
	if diff := cmp.Diff([]stemma.Capture{capture("a.txt", "forty tiles"), second, third, fourth},
		captures); err != nil ||
		diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	for n := range captures {
		again, err := c.Captures(ctx, captures[:n+1]...)
		if diff := cmp.Diff(captures, again); err != nil || diff != "" {
			t.Errorf("%d are known: %v %s", n+1, err, diff)
		}
	}
	said, err := c.Corrections(ctx)
	want := []Correction{
		{Number: 1, Line: "no drift: x1", By: "Ana", At: noon, Withdrawn: noon},
		{Number: 2, Line: "no drift: x2", At: noon.Add(time.Hour)},
		{Number: 3, Line: "no drift: x3", At: noon, Withdrawn: noon},
	}
	if diff := cmp.Diff(want, said); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	for key, want := range map[[2]string]int{{"trace", "1"}: 0, {"trace", "2"}: 2, {"trace", "3"}: 0, {"report",
		"1"}: 1} {
		found, err := c.Results(ctx, key[0], key[1])
		if err != nil || len(found) != want {
			t.Errorf("%v: %v %v", key, found, err)
		}
		for input, data := range found {
			if one, err := c.Result(ctx, key[0], key[1], input); err != nil || !bytes.Equal(one, data) {
				t.Errorf("%v %s: %q, alone %q: %v", key, input, data, one, err)
			}
		}
		if one, err := c.Result(ctx, key[0], key[1], "none"); err != nil || one != nil {
			t.Errorf("%v: %q of nothing: %v", key, one, err)
		}
	}
}

// What a method acknowledged is there after the process was killed, once, and
// nothing is half. The killed process is this test's program.
func TestKilled(t *testing.T) {
	if path := os.Getenv("STEMMA_STORE_KILLED"); path != "" {
		addForever(path)
		return
	}
	for name, address := range addresses() {
		t.Run(name, func(t *testing.T) {
			path := address(t)
			c, err := Create(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
			killed(t, path)
		})
	}
}

func killed(t *testing.T, path string) {
	for round := range 8 {
		killed := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		killed.Env = append(os.Environ(), "STEMMA_STORE_KILLED="+path)
		out, err := killed.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := killed.Start(); err != nil {
			t.Fatal(err)
		}
		last := ""
		lines := bufio.NewScanner(out)
		for i := 0; i < 1+3*round && lines.Scan(); i++ {
			last = lines.Text()
		}
		killed.Process.Kill()
		for lines.Scan() {
			last = lines.Text()
		}
		_ = killed.Wait()
		intact(t, path, last)
	}
}

// addForever adds pairs of captures and says which was the last that is kept.
func addForever(path string) {
	c, err := Open(path)
	for i := 0; err == nil; i++ {
		n := fmt.Sprintf("%d.%d", os.Getpid(), i)
		if _, err = c.Add(context.Background(), []stemma.Capture{capture(n+"a", n), capture(n+"b", n)},
			noon); err == nil {
			_, err = c.Correct(context.Background(), "note: "+n+" = x", "", noon)
			fmt.Println(n)
		}
	}
	fmt.Println(err)
}

// intact opens a case after a crash: every capture has its pair, and the last that
// was acknowledged is there.
func intact(t *testing.T, path, last string) {
	t.Helper()
	c, err := Open(path)
	if err != nil {
		t.Fatalf("after %q: %v", last, err)
	}
	defer c.Close()
	captures, err := c.Captures(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, x := range captures {
		seen[x.Input]++
	}
	for name, n := range seen {
		if n != 1 || seen[name[:len(name)-1]+"a"] != 1 || seen[name[:len(name)-1]+"b"] != 1 {
			t.Errorf("%s is there %d times, or without its pair", name, n)
		}
	}
	if last != "" && seen[last+"a"] != 1 {
		t.Errorf("%s was acknowledged and is lost", last)
	}
}

// Two processes write to one case at once: each waits for the other, and all is there.
func TestTwoAtOnce(t *testing.T) {
	for name, address := range addresses() {
		t.Run(name, func(t *testing.T) {
			path := address(t)
			var both [2]Case
			var err error
			if both[0], err = Create(path); err != nil {
				t.Fatal(err)
			}
			if both[1], err = Open(path); err != nil {
				t.Fatal(err)
			}
			var wait sync.WaitGroup
			for who, c := range both {
				wait.Go(func() {
					for i := range 20 {
						n := fmt.Sprint(who, " ", i)
						_, err := c.Correct(context.Background(), "note: "+n+" = x", "", noon)
						if _, err2 := c.Add(context.Background(), []stemma.Capture{capture(n, n)},
							noon); err != nil || err2 != nil {
							t.Error(err, err2)
						}
					}
				})
			}
			wait.Wait()
			captures, err := both[0].Captures(context.Background())
			said, err2 := both[1].Corrections(context.Background())
			if err != nil || err2 != nil || len(captures) != 40 || len(said) != 40 {
				t.Errorf("%d captures, %d corrections: %v %v", len(captures), len(said), err, err2)
			}
			if err := errors.Join(both[0].Close(), both[1].Close()); err != nil {
				t.Error(err)
			}
		})
	}
}

// An address tells no password when something is wrong with it.
func TestAddresses(t *testing.T) {
	for _, address := range []string{
		"postgres://u:secret@h/d", "postgres://u:secret@h/d?case=A", "postgres://u:secret@h/d?case=a;drop",
		"postgres://u:secret@h:99999999/d?case=a", "postgres://u:secret@127.0.0.1:1/d?case=a&connect_timeout=1",
		"postgres://u:sec%ret@h/d?case=a",
	} {
		if _, err := Open(address); err == nil || strings.Contains(err.Error(),
			"secret") || strings.Contains(err.Error(), "sec%ret") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if got := Name("postgres://u:secret@h/d?case=mill_1"); got != "mill_1" {
		t.Error(got)
	}
	if got := numbered("a = ? AND b = ?"); got != "a = $1 AND b = $2" {
		t.Error(got)
	}
}

// What stops the work is named with the file, and the old state stays.
func TestBadFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.case")
	c, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	added(t, c, capture("a", strings.Repeat("forty tiles ", 1000)))
	full(t, c)
	locked(t, c)
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(whole)
	newer[63] = 99
	damaged := bytes.Clone(whole)
	for i := 4096; i < len(damaged); i++ {
		damaged[i] = 0x55
	}
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"text": {[]byte(strings.Repeat("no case", 100)), ErrNoCase}, "empty": {nil, ErrNoCase},
		"cut": {whole[:len(whole)/2], ErrDamaged}, "damaged": {damaged, ErrDamaged}, "newer": {newer, ErrNewer},
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, test.data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(file); !errors.Is(err, test.want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v, not %v", name, err, test.want)
		}
	}
	if _, err := Open(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

// full fills the disk, as the database sees it.
func full(t *testing.T, c Case) {
	t.Helper()
	if _, err := c.(*tables).db.Exec("PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	var noise []byte
	for i := range 1 << 20 {
		noise = append(noise, byte(i*i>>7^i*7919>>3))
	}
	c.(*tables).db.SetMaxOpenConns(1)
	_, err := c.Add(context.Background(), []stemma.Capture{capture("big", string(noise))}, noon)
	if err == nil || !strings.Contains(err.Error(), "full") || strings.Contains(err.Error(), "rollback") {
		t.Errorf("a full disk: %v", err)
	}
	if captures, err := c.Captures(context.Background()); err != nil || len(captures) != 1 {
		t.Errorf("the old state: %d %v", len(captures), err)
	}
}

// locked takes the right to write away, as the database sees it.
func locked(t *testing.T, c Case) {
	t.Helper()
	db := c.(*tables).db // of one connection, since the disk was full
	if _, err := db.Exec("PRAGMA query_only = 1"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Correct(context.Background(), "note: a = x", "", noon); !errors.Is(err, ErrLocked) {
		t.Errorf("a file that may not be written: %v", err)
	}
	if _, err := db.Exec("PRAGMA query_only = 0"); err != nil {
		t.Fatal(err)
	}
}
