package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"stemma"
)

// press is a feed with pages, and who wants to know what changes.
type press struct {
	mu    sync.Mutex
	pages map[string]string
	told  []string
}

func (p *press) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case r.Method == http.MethodPost:
		line, _ := io.ReadAll(r.Body)
		p.told = append(p.told, string(line))
	case r.URL.Path == "/rss":
		w.Header().Set("Content-Type", "application/rss+xml")
		fmt.Fprint(w, `<rss version="2.0"><channel><title>x</title>`)
		for path := range p.pages {
			fmt.Fprintf(w, "<item><link>http://%s%s</link></item>", r.Host, path)
		}
		fmt.Fprint(w, "</channel></rss>")
	case p.pages[r.URL.Path] != "":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, p.pages[r.URL.Path])
	default:
		http.NotFound(w, r)
	}
}

// article is a page of an outlet.
func article(outlet, title, day, text string) string {
	return fmt.Sprintf(`<html><head><title>%s</title><meta property="og:site_name" content="%s">
<meta property="article:published_time" content="%sT09:00:00Z"></head><body><article><h1>%s</h1>%s</article></body></html>`,
		title, outlet, day, title, text)
}

// A new report is fetched, and it is said that the story stands on others; what
// is the same as before is not said again.
func TestWatch(t *testing.T) {
	first := "<p>The county paid 40,000 crowns for a weir that was never built, its clerk, Ada Wren, told the Star " +
		"on Monday.</p>" +
		"<p>The county council did not answer questions about the weir, which was ordered in 2019 and paid for in " +
		"two parts.</p>"
	second := "<p>The county paid 40,000 crowns for a weir that was never built, the Harbour Star reported on " +
		"Tuesday.</p>" +
		"<p>Its clerk told the paper so. A vote on the matter is due on Friday in the council of the county.</p>"
	p := &press{pages: map[string]string{"/a": article("Harbour Star",
		"County paid for a weir that was never built", "2024-05-07", first)}}
	server := httptest.NewServer(p)
	defer server.Close()
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	stemmaRun(t, "case", "new", "--case", in("s.case"))
	look := func() string {
		return stemmaRun(t, "watch", server.URL+"/rss", "--case", in("s.case"), "--save", in("s.warc.gz"), "--once",
			"-q",
			"--story", "--allow-private", "--delay", "1ms", "--webhook", server.URL+"/told")
	}
	if out := look(); out != "" {
		t.Errorf("one report is no story that could change: %s", out)
	}
	p.mu.Lock()
	p.pages["/b"] = article("Northmouth News", "Weir that was never built cost 40,000 crowns", "2024-05-08", second)
	p.mu.Unlock()
	var n news
	if out := look(); json.Unmarshal([]byte(out), &n) != nil || n.Before != nil || n.After.Reports != 2 ||
		n.After.Min != 1 {
		t.Errorf("a second report: %q", out)
	}
	if out := look(); out != "" {
		t.Errorf("nothing has changed, and is said: %s", out)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.told) != 1 || !strings.Contains(p.told[0], n.Claim) {
		t.Errorf("the webhook was told %v", p.told)
	}
}

func TestWatchTellsAFile(t *testing.T) {
	w := &watchCmd{To: filepath.Join(t.TempDir(), "news.jsonl")}
	for range 2 {
		if _, err := w.tell(news{Claim: "c1"}, streams{}); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(w.To)
	if err != nil || bytes.Count(text, []byte("\n")) != 2 {
		t.Errorf("%v %q", err, text)
	}
}

// TestWatchSendsAgain: what a webhook did not take is kept in its order and sent at the
// next look, once.
func TestWatchSendsAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.case")
	stemmaRun(t, "case", "new", "--case", file)
	var told []string
	down := true
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		line, _ := io.ReadAll(r.Body)
		if down {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		told = append(told, string(line))
	}))
	defer server.Close()
	w := &watchCmd{caseFlag: caseFlag{Case: file}, Webhook: server.URL}
	kept, err := w.openCase()
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	var failed bytes.Buffer
	look := func(d *stemma.Dossier) bool {
		sent, err := w.report(t.Context(), kept, d, streams{out: io.Discard, err: &failed})
		if err != nil {
			t.Fatal(err)
		}
		return sent
	}
	if look(twoTell()) || !strings.Contains(failed.String(), "503") {
		t.Errorf("a webhook that fails is told of as %q", failed.String())
	}
	down = false
	for range 2 {
		if !look(twoTell()) {
			t.Error("not sent again")
		}
	}
	if len(told) != 1 || !strings.Contains(told[0], `"claim":"c1"`) {
		t.Errorf("the webhook was told %q", told)
	}
}

// twoTell is a story whose main claim two reports tell.
func twoTell() *stemma.Dossier {
	d := &stemma.Dossier{}
	s := stemma.Story{ID: "s1", Title: "Weir paid for"}
	c := stemma.Claim{ID: "c1", Origins: stemma.Origins{Min: 1, Max: 2}}
	title, body := "County paid for weir", "The county paid forty crowns for a weir that was never built."
	for _, id := range []string{"ra", "rb"} {
		r := stemma.Report{ID: id, Title: title, Text: title + "\n\n" + body, Segments: []stemma.Segment{
			{Kind: stemma.TitleSegment, End: len(title)},
			{Kind: stemma.Paragraph, Start: len(title) + 2, End: len(title) + 2 + len(body)},
		}}
		d.Reports = append(d.Reports, r)
		lead := r.Span(len(title)+2, len(r.Text))
		c.Statements = append(c.Statements, stemma.Statement{Span: lead, Sentence: lead})
		s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: id[1:], Report: stemma.Maybe(id)})
	}
	c.Main, c.Statements[0].Head = true, true
	s.Claims = []stemma.Claim{c}
	d.Stories = []stemma.Story{s}
	return d
}

// News is not appended to the case, the archive or a list of addresses.
func TestWatchSpoilsNothing(t *testing.T) {
	folder := t.TempDir()
	kept, list := filepath.Join(folder, "s.case"), filepath.Join(folder, "feeds.txt")
	stemmaRun(t, "case", "new", "--case", kept)
	if err := os.WriteFile(list, []byte("http://127.0.0.1:1/rss\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{kept, list, folder} {
		var failed bytes.Buffer
		args := []string{"watch", list, "--case", kept, "--save", filepath.Join(folder, "s.warc.gz"), "--once",
			"--to", to}
		if code := run(args, streams{in: bytes.NewReader(nil), out: io.Discard, err: &failed}); code != exitUsage {
			t.Errorf("--to %s: %d: %s", to, code, failed.String())
		}
	}
}

// TestWatchOnceOfAddressesThatFail: a look at what does not answer is no success,
// alone and beside what does.
func TestWatchOnceOfAddressesThatFail(t *testing.T) {
	p := &press{pages: map[string]string{"/a": article("Harbour Star", "Weir paid for", "2024-05-07",
		"<p>The county paid 40,000 crowns for a weir that was never built, its clerk said on Monday at noon.</p>")}}
	server := httptest.NewServer(p)
	defer server.Close()
	for name, addresses := range map[string][]string{"alone": {"/gone"}, "beside": {"/gone", "/a"}} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			file := filepath.Join(folder, "s.case")
			stemmaRun(t, "case", "new", "--case", file)
			args := []string{"watch", "--case", file, "--save", filepath.Join(folder, "s.warc.gz"), "--once",
				"--allow-private",
				"--delay", "1ms"}
			for _, a := range addresses {
				args = append(args, server.URL+a)
			}
			_, errs, code := inProcess(args, "")
			if code != exitUnread || !strings.Contains(errs, "not every address could be read") {
				t.Errorf("code %d: %s", code, errs)
			}
		})
	}
}
