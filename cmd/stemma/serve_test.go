package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/render"
	"stemma/internal/store"
	"stemma/internal/web"
)

// demoFile is a case of the demo's reports, as the commands make one.
func demoFile(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "demo.case")
	stemmaRun(t, "case", "new", "--case", file)
	stemmaRun(t, "case", "add", "--case", file, "demo")
	return file
}

// demoCase is an open case of the demo's reports.
func demoCase(t *testing.T) (*serveCmd, store.Case) {
	t.Helper()
	file := demoFile(t)
	c := &serveCmd{caseFlag: caseFlag{Case: file}}
	kept, err := c.openCase()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	return c, kept
}

// A descent is rejected in the browser, what it would change is shown before, it
// is kept, and undone; the API gives the bytes of the command.
func TestServe(t *testing.T) {
	c, kept := demoCase(t)
	handler, err := web.New("s.case", c.served(kept, streams{err: io.Discard}), pageRenderers(), web.Guard{})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	defer server.Close()
	first := get(t, server.URL+"/api/dossier")
	var d stemma.Dossier
	if err := json.Unmarshal(first, &d); err != nil {
		t.Fatal(err)
	}
	said := url.Values{"line": {"descent: 08-carrow-observer.html not from 07-the-quayside.html"}, "by": {"Ana Ruiz"}}
	if body := post(t, server.URL+"/try", said); !strings.Contains(body, "Descents that go") {
		t.Errorf("what it would change is not told: %s", body)
	}
	if body := post(t, server.URL+"/correct", said); !strings.Contains(body, "Ana Ruiz") {
		t.Errorf("the correction is not listed: %s", body)
	}
	corrected := get(t, server.URL+"/api/dossier")
	if bytes.Equal(corrected, first) {
		t.Error("the correction changes nothing")
	}
	if !bytes.Equal(corrected, anew(t, c.served(kept, streams{err: io.Discard}))) {
		t.Error("what was tried and kept is not what a new trace finds")
	}
	for _, page := range []string{"/", "/whole", "/tree.svg", "/claims", "/find/" + d.Stories[0].Drifts[0].ID} {
		get(t, server.URL+page)
	}
	post(t, server.URL+"/undo", url.Values{"number": {"1"}})
	if !bytes.Equal(get(t, server.URL+"/api/dossier"), first) {
		t.Error("undone is not as before")
	}
	more := `{"url": "https://a.example/x", "outlet": "Marl Bell", "text": "Marl closed its bridge, Ida Marl said."}`
	if got := string(sendLines(t, server.URL+"/api/reports", more+"\n")); !strings.Contains(got, `"added":1`) {
		t.Error(got)
	}
	if !strings.Contains(string(get(t, server.URL+"/api/dossier")), "Marl Bell") {
		t.Error("what was added is not found")
	}
	if got := string(sendLines(t, server.URL+"/api/reports", "{\n")); !strings.Contains(got, `"error"`) {
		t.Error(got)
	}
	first = get(t, server.URL+"/api/dossier")
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	if got := stemmaRun(t, "case", "trace", "--case", c.Case, "--json", "-", "-q"); got != string(first) {
		t.Error("the API's bytes are not the command's")
	}
}

// anew traces a case as if nothing of it were kept.
func anew(t *testing.T, v *served) []byte {
	t.Helper()
	captures, err := v.Captures(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	said, err := corrections(t.Context(), v.Case)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(pipeline.Options{Corrections: said})
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.TraceCaptures(t.Context(), captures, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := render.JSON(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// stemmaRun runs a command line that must not fail, in the folder of the package.
func stemmaRun(t *testing.T, args ...string) string {
	t.Helper()
	var out, failed bytes.Buffer
	if code := run(args, streams{in: bytes.NewReader(nil), out: &out, err: &failed}); code != 0 {
		t.Fatalf("%v: %d: %s", args, code, failed.String())
	}
	return out.String()
}

func get(t *testing.T, address string) []byte {
	t.Helper()
	r, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	return read200(t, r)
}

func post(t *testing.T, address string, form url.Values) string {
	t.Helper()
	r, err := http.PostForm(address, form)
	if err != nil {
		t.Fatal(err)
	}
	return string(read200(t, r))
}

func read200(t *testing.T, r *http.Response) []byte {
	t.Helper()
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %v %s", r.Request.URL, r.StatusCode, err, body)
	}
	return body
}

// A server ends when it is told to, and listens where it says.
func TestServeEnds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.case")
	stemmaRun(t, "case", "new", "--case", file)
	for address, token := range map[string]bool{"127.0.0.1:0": false, "0.0.0.0:0": true} {
		ctx, stop := context.WithCancel(context.Background())
		stop()
		var out bytes.Buffer
		c := &serveCmd{caseFlag: caseFlag{Case: file}, Listen: address}
		if err := c.Run(ctx, streams{out: &out, err: io.Discard}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "?token=") != token {
			t.Errorf("%s: %s", address, out.String())
		}
	}
	if left, err := os.ReadDir(filepath.Dir(file)); err != nil || len(left) != 1 {
		t.Errorf("%v %v", left, err)
	}
}

// sendLines posts lines of JSON, and gives the answer whatever its status.
func sendLines(t *testing.T, address, lines string) []byte {
	t.Helper()
	r, err := http.Post(address, "application/jsonl", strings.NewReader(lines))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// unreadable is a case whose captures cannot be read any more.
type unreadable struct {
	store.Case
	broken bool
}

func (c *unreadable) Captures(ctx context.Context, known ...stemma.Capture) ([]stemma.Capture, error) {
	if c.broken {
		return nil, store.ErrDamaged
	}
	return c.Case.Captures(ctx, known...)
}

// TestOutgrown: where a case has changed and cannot be traced anew, pages say why, and do
// not go on showing what was found before.
func TestOutgrown(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.case")
	stemmaRun(t, "case", "new", "--case", file)
	kept, err := store.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	c := &unreadable{Case: kept}
	if _, err := c.Add(t.Context(), madeUp(1), time.Now()); err != nil {
		t.Fatal(err)
	}
	v := (&serveCmd{}).served(c, streams{err: io.Discard})
	if _, err := v.Dossier(t.Context()); err != nil {
		t.Fatal(err)
	}
	c.broken = true
	if _, err := c.Add(t.Context(), madeUp(2), time.Now()); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Dossier(t.Context()); err != nil {
		t.Error(err, "while it is being found anew")
	}
	for range 1000 {
		if _, err = v.Dossier(t.Context()); err != nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if !errors.Is(err, store.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

// TestTriedIsAsFoundAnew: a correction that is kept after it was tried, and what is there
// again after it is undone, are not found a second time, and are what a new trace finds.
func TestTriedIsAsFoundAnew(t *testing.T) {
	c, kept := demoCase(t)
	v := c.served(kept, streams{err: io.Discard})
	first := dossierOf(t, v)
	line := "descent: 08-carrow-observer.html not from 07-the-quayside.html"
	tried, err := v.Try(t.Context(), line, "Ana Ruiz")
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		do   func() error
		from *stemma.Dossier
	}{
		{func() error { return v.Correct(t.Context(), line, "Ana Ruiz") }, tried},
		{func() error { return v.Undo(t.Context(), 1) }, first},
		{func() error { return v.Correct(t.Context(), line, "Bo Ek") }, nil},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		got := dossierOf(t, v)
		if step.from != nil && &got.Reports[0] != &step.from.Reports[0] {
			t.Error("it is found anew")
		}
		want, err := tracerOf(kept).trace(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := jsonOf(t, got), jsonOf(t, want); got != want {
			t.Errorf("another dossier:\n%s\nand anew:\n%s", got, want)
		}
	}
	for v.keeping.Load() { // it writes to the case
		time.Sleep(time.Millisecond)
	}
}

func dossierOf(t *testing.T, v *served) *stemma.Dossier {
	t.Helper()
	d, err := v.Dossier(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func jsonOf(t *testing.T, d *stemma.Dossier) string {
	t.Helper()
	var out strings.Builder
	if err := render.JSON(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestDataAreLetGo: what a case was sent is not held once reports are made of it, and is
// not missed.
func TestDataAreLetGo(t *testing.T) {
	kept, err := store.Create(filepath.Join(t.TempDir(), "x.case"))
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	v := tracerOf(kept)
	for i := range recentTraces + 3 {
		if _, err := kept.Add(t.Context(), madeUp(i), time.Now()); err != nil {
			t.Fatal(err)
		}
		d, err := v.trace(t.Context())
		if err != nil || len(d.Reports) != i+1 {
			t.Fatalf("%d reports of %d: %v", len(d.Reports), i+1, err)
		}
		for _, c := range v.captures {
			if c.Data != nil {
				t.Fatalf("the data of %s are held", c.Input)
			}
		}
	}
}

func tracerOf(kept store.Case) *caseTracer {
	return &caseTracer{Case: kept, common: &common{Quiet: true}, aliases: &aliasFlag{}, s: streams{err: io.Discard}}
}
