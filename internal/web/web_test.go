package web

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"stemma"
)

const script = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{.}}javascript:alert(3)`

// deck is a case of two reports whose every text would like to run.
type deck struct{ said []string }

func (c *deck) Dossier(context.Context) (*stemma.Dossier, error) { return c.with(c.said), nil }

func (c *deck) Findings(context.Context) (Findings, error) {
	return Whole(c.with(c.said), renderers()), nil
}

func (c *deck) with(said []string) *stemma.Dossier {
	a := stemma.Report{ID: "r1", Input: script, Outlet: "Tide Bell", Title: script, Text: "Forty tiles. " + script}
	b := stemma.Report{ID: "r2", Input: "b", Outlet: script, Text: "Fourteen tiles."}
	before, after := a.Span(0, 11), b.Span(0, 14)
	d := &stemma.Dossier{
		Schema: stemma.DossierSchema, Reports: []stemma.Report{a, b},
		Speakers:     []stemma.Speaker{{ID: "p1", Name: script}},
		Attributions: []stemma.Attribution{{ID: "a1", Report: "r1", Speaker: "p1", Content: []stemma.Span{before}}},
		Stories: []stemma.Story{{
			ID: "s1", Title: script,
			Stemma: stemma.Stemma{
				Witnesses: []stemma.Witness{{Siglum: "A", Report: "r1"}, {Siglum: "B", Report: "r2"}},
				Descents: []stemma.Descent{{ID: "d1", From: "A", To: "B", Kind: stemma.Rewrite, Confidence: 0.9,
					Evidence: []stemma.Evidence{{Kind: stemma.ReuseEvidence, Says: script,
						Spans: []stemma.Span{before, after}}}}},
			},
			Claims: []stemma.Claim{
				{ID: "c1", Statement: script, Verdict: stemma.SingleOrigin,
					Origins: stemma.Origins{Min: 1, Max: 1, IDs: []string{"o1"}},
					Statements: []stemma.Statement{{Span: before, Sentence: before, Attribution: "a1"},
						{Span: after, Sentence: after}}},
				{ID: "c2", Statement: "a second claim", Verdict: stemma.Unattributed,
					Origins: stemma.Origins{Min: 1, Max: 2}},
			},
			Origins: []stemma.Origin{{ID: "o1", Witness: "A", Sources: []string{"p1"},
				Says: "one keeper, to the Tide Bell"}},
			Drifts: []stemma.Drift{{ID: "x1", Kind: stemma.NumberChanged, Before: &before, After: &after,
				Says: script, Claim: "c1", Descent: "d1"}},
			Warnings: []stemma.Warning{{Says: script}},
		}},
	}
	for i, line := range said {
		d.Corrections = append(d.Corrections,
			stemma.Correction{ID: "k", Line: i + 1, Text: line, By: script, Reason: script})
		d.Stories[0].Descents = nil
		d.Stories[0].Claims[0].Origins.Max = 2
	}
	return d
}

func (c *deck) Try(_ context.Context, line, _ string) (*stemma.Dossier, error) {
	if line == "bad" {
		return nil, &LineError{errors.New("bad line")}
	}
	return c.with(append(c.said, line)), nil
}

func (c *deck) Correct(_ context.Context, line, _ string) error {
	c.said = append(c.said, line)
	return nil
}

func (c *deck) Add(_ context.Context, lines io.Reader) (int, error) {
	data, err := io.ReadAll(lines)
	return strings.Count(string(data), "\n"), err
}

func (c *deck) Undo(_ context.Context, n int) error {
	if n != len(c.said) {
		return errNotFound
	}
	c.said = c.said[:n-1]
	return nil
}

func handler(t *testing.T, c Case, who Guard) http.Handler {
	t.Helper()
	h, err := New(script, c, renderers(), who)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func renderers() Renderers {
	none := func(w io.Writer, _ *stemma.Dossier) error { return nil }
	return Renderers{
		Page: none, Drawing: none,
		JSON: func(w io.Writer, d *stemma.Dossier) error {
			return json.NewEncoder(w).Encode(d)
		},
		Answer:   func(d *stemma.Dossier) string { return script },
		Verdict:  func(c *stemma.Claim) string { return string(c.Verdict) },
		Severity: strconv.Itoa,
		Tree: func(w io.Writer, _ *stemma.Dossier, _, _ string, _ float64) error {
			_, err := io.WriteString(w, "<svg></svg>")
			return err
		},
	}
}

// ask asks as a browser of this machine does; header is name and value in turn.
func ask(h http.Handler, method, address string, form url.Values, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1:8765"+address, strings.NewReader(form.Encode()))
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// No text of a report, a name or a correction gets out of its place on any page.
func TestNothingRuns(t *testing.T) {
	c := &deck{said: []string{script}}
	h := handler(t, c, Guard{})
	pages := []*httptest.ResponseRecorder{ask(h, "POST", "/try", url.Values{"line": {script}, "by": {script}})}
	for _, address := range []string{
		"/", "/claims?q=" + url.QueryEscape(script), "/claims", "/corrections", "/find/c1", "/find/x1",
		"/find/r1", "/find/r2", "/find/a1",
		"/find/o1", "/stories", "/story/s1", "/story/s1?at=A&least=0.5", "/story/s1/grid", "/beside/r1/r2",
	} {
		pages = append(pages, ask(h, "GET", address, nil))
	}
	c.said = nil
	pages = append(pages, ask(h, "GET", "/find/d1", nil))
	for i, w := range pages {
		body := w.Body.String()
		if strings.Contains(body, "<script") || strings.Contains(body, "<img src=x") || strings.Contains(body, `"'>`) {
			t.Errorf("page %d: %d: something got out:\n%s", i, w.Code, body)
		}
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("page %d has no policy", i)
		}
	}
}

// A claim is found by a word, a wrong descent is rejected, what that changes is
// shown first, kept, and undone.
func TestCorrecting(t *testing.T) {
	c := &deck{}
	h := handler(t, c, Guard{})
	has := func(w *httptest.ResponseRecorder, code int, words ...string) {
		t.Helper()
		if w.Code != code {
			t.Errorf("%d, not %d: %s", w.Code, code, w.Body)
		}
		for _, x := range words {
			if !strings.Contains(w.Body.String(), x) {
				t.Errorf("lacks %q:\n%s", x, w.Body)
			}
		}
	}
	has(ask(h, "GET", "/claims?q=Forty+TILES", nil), 200, "1 claims", `href="/find/c1"`)
	has(ask(h, "GET", "/claims?verdict=unattributed&sort=words", nil), 200, "1 claims", "a second claim")
	has(ask(h, "GET", "/find/c1", nil), 200, `href="/find/o1">o1</a> one keeper`, `href="/find/a1">credited to`)
	has(ask(h, "GET", "/find/o1", nil), 200, "reporting of", "Tide Bell", `href="/find/c1"`)
	has(ask(h, "GET", "/story/s1?zoom=200", nil), 200, `<option value="200" selected>`)
	has(ask(h, "GET", "/story/s1?zoom=%22onx", nil), 200, `<option value="fit" selected>`)
	has(ask(h, "GET", "/find/d1", nil), 200, `value="descent: r2 not from r1"`, "/find/d1)")
	form := url.Values{"line": {"descent: r2 not from r1"}, "by": {"Ana"}}
	has(ask(h, "POST", "/try", form), 200, "Descents that go", "origins: 1 to 2")
	if len(c.said) != 0 {
		t.Error("what was only tried is kept")
	}
	has(ask(h, "POST", "/correct", form), 303)
	has(ask(h, "GET", "/corrections", nil), 200, "descent: r2 not from r1")
	has(ask(h, "GET", "/find/d1", nil), 404, "nothing found has that id")
	has(ask(h, "POST", "/undo", url.Values{"number": {"1"}}), 303)
	has(ask(h, "GET", "/find/d1", nil), 200)
	has(ask(h, "POST", "/try", url.Values{"line": {"bad"}}), 422, "bad line")
	has(ask(h, "POST", "/correct", url.Values{"line": {strings.Repeat("x", 1<<20)}}), 413)
}

// slow is a case of which a trial takes as long as it is let.
type slow struct {
	deck
	begun, end chan bool
}

func (c *slow) Try(ctx context.Context, line, by string) (*stemma.Dossier, error) {
	c.begun <- true
	<-c.end
	return c.deck.Try(ctx, line, by)
}

// While a correction is tried, the others go on reading.
func TestTrialKeepsNobodyWaiting(t *testing.T) {
	c := &slow{begun: make(chan bool), end: make(chan bool)}
	h := handler(t, c, Guard{})
	tried := make(chan int)
	go func() { tried <- ask(h, "POST", "/try", url.Values{"line": {"x"}}).Code }()
	<-c.begun
	if code := ask(h, "GET", "/claims", nil).Code; code != 200 {
		t.Errorf("%d", code)
	}
	close(c.end)
	if code := <-tried; code != 200 {
		t.Errorf("the trial: %d", code)
	}
}

func TestWhoMayAsk(t *testing.T) {
	open, shut := handler(t, &deck{}, Guard{}), handler(t, &deck{}, Guard{Token: "secret"})
	form := url.Values{"line": {"x"}}
	for _, test := range []struct {
		h               http.Handler
		method, address string
		want            int
		header          []string
	}{
		{open, "GET", "/", 200, nil}, {open, "GET", "/", 200, []string{"Host", "localhost:1"}},
		{open, "GET", "/", 200, []string{"Host", "[::1]:8765"}},
		{open, "GET", "/", 421, []string{"Host", "evil.example"}}, {open, "GET", "/api/dossier", 421,
			[]string{"Host", "127.0.0.1.evil.example"}},
		{open, "POST", "/correct", 403, []string{"Origin", "https://evil.example"}},
		{open, "POST", "/correct", 403, []string{"Sec-Fetch-Site", "cross-site"}},
		{open, "POST", "/correct", 303, []string{"Origin", "http://127.0.0.1:8765"}},
		{shut, "GET", "/", 401, nil}, {shut, "GET", "/?token=wrong", 401, nil}, {shut, "GET", "/?token=secret", 303,
			nil},
		{shut, "GET", "/", 200, []string{"Cookie", "stemma=secret", "Host", "desk.example"}},
		{shut, "GET", "/api/dossier", 200, []string{"Authorization", "Bearer secret"}},
		{shut, "POST", "/correct?token=secret", 401, nil}, {shut, "GET", "/style.css", 401, nil},
	} {
		if w := ask(test.h, test.method, test.address, form, test.header...); w.Code != test.want {
			t.Errorf("%s %s %v: %d, not %d", test.method, test.address, test.header, w.Code, test.want)
		}
	}
}

func TestAPI(t *testing.T) {
	c := &deck{}
	h := handler(t, c, Guard{})
	for address, want := range map[string]string{
		"/api/dossier": `"schema":"stemma.dossier/1"`, "/api/claims?q=second": `[{"id":"c2"`, "/api/find/d1": `"Kind":"descent"`,
		"/api/corrections": "[]", "/api/find/zz": `{"error":`,
	} {
		if got := ask(h, "GET", address, nil).Body.String(); !strings.HasPrefix(got, want) &&
			!strings.Contains(got, want) {
			t.Errorf("%s: %s", address, got)
		}
	}
	r := httptest.NewRequest("POST", "http://127.0.0.1/api/corrections", strings.NewReader(`{"line": "no drift: x1", "by": "Ana"}`))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != 200 || len(c.said) != 1 {
		t.Errorf("%d %v", w.Code, c.said)
	}
	for size, want := range map[int]int{1 << 20: 200, 17 << 20: 413} {
		r = httptest.NewRequest("POST", "http://127.0.0.1/api/reports",
			strings.NewReader(strings.Repeat("x", size)+"\n"))
		w = httptest.NewRecorder()
		if h.ServeHTTP(w, r); w.Code != want || want == 200 && w.Body.String() != "{\"added\":1}\n" {
			t.Errorf("%d bytes: %d %s", size, w.Code, w.Body)
		}
	}
	if w := ask(h, "DELETE", "/api/corrections/1", nil); w.Code != 200 || len(c.said) != 0 {
		t.Errorf("%d %v", w.Code, c.said)
	}
}

// The description has every route of the API, and no other.
func TestDescription(t *testing.T) {
	var described struct {
		OpenAPI string `json:"openapi"`
		Paths   map[string]map[string]struct {
			OperationID string         `json:"operationId"`
			Responses   map[string]any `json:"responses"`
		} `json:"paths"`
	}
	body := ask(handler(t, &deck{}, Guard{}), "GET", "/api", nil).Body.Bytes()
	if err := json.Unmarshal(body, &described); err != nil || described.OpenAPI != "3.1.0" {
		t.Fatal(err, described.OpenAPI)
	}
	n := 0
	for _, r := range (&server{}).routes() {
		is, ok := described.Paths[r.path][strings.ToLower(r.method)]
		if !ok || is.OperationID == "" || is.Responses["200"] == nil {
			t.Errorf("%s %s is not described", r.method, r.path)
		}
		n++
	}
	for path, methods := range described.Paths {
		if n -= len(methods); strings.TrimPrefix(path, "/api") == path {
			t.Errorf("%s is not below /api", path)
		}
	}
	if n != 0 {
		t.Errorf("%d more routes than described", n)
	}
}

// Findings of the API have what their description promises.
func TestDescribedFieldsAreThere(t *testing.T) {
	c := &deck{said: []string{"no drift: x9"}}
	h := handler(t, c, Guard{})
	for address, fields := range map[string][]string{
		"/api/find/c1": {"ID", "Kind", "Says"}, "/api/claims": {"id", "statement", "origins", "verdict"},
		"/api/corrections": {"id", "line", "text", "applied"},
		"/api/dossier":     {"schema", "ledger", "reports", "stories"},
	} {
		body := ask(h, "GET", address, nil).Body.String()
		for _, f := range fields {
			if !strings.Contains(body, `"`+f+`":`) {
				t.Errorf("%s lacks %s: %s", address, f, body)
			}
		}
	}
}

func TestExports(t *testing.T) {
	h, err := New("x", &deck{}, Renderers{Exports: []Export{{File: "brief.md", Media: "text/markdown",
		Write: func(w io.Writer, d *stemma.Dossier) error {
			_, err := io.WriteString(w, d.Schema)
			return err
		}}}}, Guard{})
	if err != nil {
		t.Fatal(err)
	}
	if got := ask(h, "GET", "/export", nil).Body.String(); !strings.Contains(got, `href="/export/brief.md"`) {
		t.Error(got)
	}
	got := ask(h, "GET", "/export/brief.md", nil)
	if got.Body.String() != stemma.DossierSchema ||
		!strings.Contains(got.Header().Get("Content-Disposition"), "brief.md") {
		t.Error(got.Body, got.Header())
	}
	if code := ask(h, "GET", "/export/passwd", nil).Code; code != 404 {
		t.Error(code)
	}
}

// A descent from a report that gives way to one from a lost text of the same outlet is
// told as a change.
func TestTrialTellsLostTextsApart(t *testing.T) {
	c := &deck{}
	before, after := c.with(nil), c.with(nil)
	s := &after.Stories[0].Stemma
	s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: "α", Lost: true, Name: "Tide Bell"})
	s.Descents[0].From = "α"
	var told trial
	told.compare(before, after)
	if len(told.Gone) != 1 || len(told.New) != 1 || !strings.HasSuffix(told.New[0], "from Tide Bell (lost)") {
		t.Errorf("gone %q, new %q", told.Gone, told.New)
	}
}
