package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"stemma"
	"stemma/internal/store"
	"stemma/internal/web"
)

// serveAs serves a case as if it were large from so many reports on.
func serveAs(t *testing.T, c *serveCmd, kept store.Case, large int, finder func() error) (*served, string) {
	t.Helper()
	v := c.served(kept, streams{err: io.Discard})
	v.large, v.finder = large, finder
	handler, err := web.New("s.case", v, pageRenderers(), web.Guard{})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return v, server.URL
}

// finderOf is the finder of a server, of which every process is this test's program.
func finderOf(t *testing.T, c *serveCmd) *finder {
	t.Helper()
	f := &finder{rests: resting, begin: func(out, said io.Writer) (running, error) {
		return launch(programAgain(c.findArgs()...), out, said)
	}}
	t.Cleanup(f.end)
	return f
}

// programAgain is this test's program as a process of its own, which runs a command.
func programAgain(args ...string) *exec.Cmd {
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), "STEMMA_KILLED_COMMAND="+strings.Join(args, "\n"))
	return command
}

// TestLargeCaseShowsTheSame: pages of a large case, which another process finds and which lie
// on its shelf, are those of a small one, through corrections and what others add; and the
// server holds nothing of it.
func TestLargeCaseShowsTheSame(t *testing.T) {
	c, kept := demoCase(t)
	_, small := serveAs(t, c, kept, largeCase, nil)
	v, large := serveAs(t, c, kept, 0, finderOf(t, c).find)
	if v.awake() {
		t.Error("something is at hand before anybody asked")
	}
	same := func(when string) {
		t.Helper()
		for _, address := range addressesOf(t, small) {
			want, got := asking(t, small+address), asking(t, large+address)
			if want = strings.ReplaceAll(want, small, large); got != want {
				t.Errorf("%s, %s:\n%s\nand of a small case\n%s", when, address, got, want)
			}
		}
	}
	for _, address := range []string{"/", "/claims", "/stories"} {
		get(t, large+address)
	}
	if v.awake() {
		t.Error("the server has found the case itself")
	}
	same("at first")
	said := url.Values{"line": {"descent: 08-carrow-observer.html not from 07-the-quayside.html"}, "by": {"Ana Ruiz"}}
	if got, want := post(t, large+"/try", said), post(t, small+"/try", said); got != want {
		t.Errorf("tried: %s, and %s", got, want)
	}
	post(t, large+"/correct", said)
	post(t, large+"/undo", url.Values{"number": {"1"}})
	post(t, large+"/correct", said)
	if body := string(get(t, large+"/corrections")); !strings.Contains(body, "Ana Ruiz") {
		t.Errorf("the correction is not listed: %s", body)
	}
	seen(t, small+"/corrections", "Ana Ruiz")
	same("corrected")
	v.letGo()
	more := `{"url": "https://a.example/x", "outlet": "Marl Bell", "text": "Marl closed its bridge, Ida Marl said."}`
	if got := string(sendLines(t, large+"/api/reports", more+"\n")); !strings.Contains(got, `"added":1`) {
		t.Error(got)
	}
	seen(t, small+"/claims?q=Marl", "Marl closed")
	same("added to")
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestFoundOnceForAll: of a large case one process at a time finds what many have added, and
// not once for each; each who added sees it when he is answered.
func TestFoundOnceForAll(t *testing.T) {
	c, kept := demoCase(t)
	var now, times atomic.Int32
	_, base := serveAs(t, c, kept, 0, func() error {
		if now.Add(1) > 1 {
			t.Error("two find at once")
		}
		defer now.Add(-1)
		times.Add(1)
		stemmaRun(t, "case", "find", "--case", c.Case)
		return nil
	})
	get(t, base+"/")
	var wait sync.WaitGroup
	for i := range 12 {
		wait.Go(func() {
			line := fmt.Sprintf(`{"url": "https://a.example/%d", "text": "Marl%d closed its bridge, Ida Marl said."}`, i, i)
			if got := string(sendLines(t, base+"/api/reports", line+"\n")); !strings.Contains(got, `"added":1`) {
				t.Error(got)
			}
			page := fmt.Sprintf("%s/claims?q=Marl%d+closed", base, i)
			if !strings.Contains(asking(t, page), "closed its bridge") {
				t.Errorf("what was added as number %d is not seen", i)
			}
		})
	}
	wait.Wait()
	if n := times.Load(); n > 8 {
		t.Errorf("it was found %d times", n)
	}
}

// TestFailedOnceForAll: a large case that cannot be found is not tried to be for each who asks.
func TestFailedOnceForAll(t *testing.T) {
	c, kept := demoCase(t)
	var times atomic.Int32
	_, base := serveAs(t, c, kept, 0, func() error {
		times.Add(1)
		return errors.New("no finder")
	})
	for range 20 {
		if body := asking(t, base+"/"); !strings.Contains(body, "no finder") {
			t.Errorf("got %s", body)
		}
	}
	if n := times.Load(); n > 5 {
		t.Errorf("it was tried %d times", n)
	}
}

// TestFoundBySomebodyElse: a server shows at once what lies on the shelf, and what was added
// since when it is found.
func TestFoundBySomebodyElse(t *testing.T) {
	c, kept := demoCase(t)
	stemmaRun(t, "case", "find", "--case", c.Case)
	failing := errors.New("no finder")
	v, base := serveAs(t, c, kept, 0, func() error { return failing })
	if body := string(get(t, base+"/")); !strings.Contains(body, "8 reports") {
		t.Errorf("got %s", body)
	}
	v.finder = finderOf(t, c).find
	if _, err := kept.Add(t.Context(), madeUp(1), time.Now()); err != nil {
		t.Fatal(err)
	}
	seen(t, base+"/claims?q=Marl1", "council of Marl1")
	v.finder = func() error { return failing }
	if _, err := kept.Add(t.Context(), madeUp(2), time.Now()); err != nil {
		t.Fatal(err)
	}
	seen(t, base+"/", "no finder")
}

// seen waits until a page says something.
func seen(t *testing.T, address, words string) {
	t.Helper()
	for until := time.Now().Add(time.Minute); !strings.Contains(asking(t, address), words); {
		time.Sleep(20 * time.Millisecond)
		if time.Now().After(until) {
			t.Fatalf("%s never says %q", address, words)
		}
	}
}

// asking is what is answered at an address, whatever the status.
func asking(t *testing.T, address string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(answerTo(t, r))
}

// addressesOf are those of pages of every kind, and of all findings.
func addressesOf(t *testing.T, base string) []string {
	t.Helper()
	var d stemma.Dossier
	if err := json.Unmarshal(get(t, base+"/api/dossier"), &d); err != nil {
		t.Fatal(err)
	}
	all := []string{"/", "/stories", "/claims", "/claims?q=patients&sort=words", "/corrections", "/tree.svg",
		"/export", "/api/claims?q=patients", "/find/none", "/whole", "/export/claims.csv",
		"/beside/" + d.Reports[0].ID + "/" + d.Reports[1].ID}
	for _, r := range d.Reports {
		all = append(all, "/find/"+r.ID, "/claims?report="+r.ID)
	}
	for _, a := range d.Attributions {
		all = append(all, "/find/"+a.ID)
	}
	for i := range d.Stories {
		s := &d.Stories[i]
		all = append(all, "/story/"+s.ID, "/story/"+s.ID+"?at=A", "/story/"+s.ID+"/grid", "/claims?story="+s.ID)
		for _, x := range s.Claims {
			all = append(all, "/find/"+x.ID)
		}
		for _, x := range s.Descents {
			all = append(all, "/find/"+x.ID)
		}
		for _, x := range s.Drifts {
			all = append(all, "/find/"+x.ID)
		}
		for _, x := range s.Origins {
			all = append(all, "/find/"+x.ID)
		}
	}
	return all
}

// TestFinderIsOfTheServer: what the server's own command puts on the shelf is what a server
// with the same flags looks for.
func TestFinderIsOfTheServer(t *testing.T) {
	c, kept := demoCase(t)
	c.Aliases = filepath.Join(t.TempDir(), "aliases.txt")
	if err := os.WriteFile(c.Aliases, []byte("Ardmouth Ledger = The Old Ledger\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.Story, c.Jobs = true, 1
	if err := finderOf(t, c).find(); err != nil {
		t.Fatal(err)
	}
	v := c.served(kept, streams{err: io.Discard})
	if shelf, mark, err := v.openShelf(t.Context()); shelf == nil || mark != "8 0 0" || err != nil {
		t.Errorf("%v, mark %q: %v", shelf, mark, err)
	}
	other := (&serveCmd{caseFlag: c.caseFlag}).served(kept, streams{err: io.Discard})
	if shelf, _, err := other.openShelf(t.Context()); shelf != nil || err != nil {
		t.Errorf("without the names it is the same: %v", err)
	}
}
