package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"stemma"
	"stemma/internal/browser"
	"stemma/internal/web"
)

// journey is a user's way through the pages of a case in Chromium.
type journey struct {
	*browser.Tab
	t    *testing.T
	base string
}

// travel serves a case and opens a browser.
func travel(t *testing.T, file string) *journey {
	t.Helper()
	return &journey{Tab: browser.Open(t, browser.Start(t), 1280), t: t, base: serveCase(t, file)}
}

// serveCase serves a case for as long as the test runs.
func serveCase(t *testing.T, file string) string {
	t.Helper()
	c := &serveCmd{caseFlag: caseFlag{Case: file}}
	kept, err := c.openCase()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	handler, err := web.New(filepath.Base(file), c.served(kept, streams{err: io.Discard}), pageRenderers(), web.Guard{})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server.URL
}

func (j *journey) open(path string) {
	j.t.Helper()
	j.Do(chromedp.Navigate(j.base + path))
}

// click clicks what a selector finds, and waits for the page that it leads to.
func (j *journey) click(selector string) {
	j.t.Helper()
	j.run(`window.left = true`)
	j.Do(chromedp.Click(chromedp.CSS(selector)))
	for until := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		ready, err := chromedp.Run(j.Context(), chromedp.Evaluate[bool](
			`window.left === undefined && document.readyState === "complete"`))
		if err == nil && ready {
			return
		}
		if time.Now().After(until) {
			j.t.Fatalf("%s leads nowhere: %v", selector, err)
		}
	}
}

func (j *journey) run(script string) string {
	j.t.Helper()
	return fmt.Sprint(browser.Evaluate[any](j.Tab, script))
}

func (j *journey) text() string {
	j.t.Helper()
	return j.run(`document.querySelector("main").innerText`)
}

// reads makes sure that the page says something.
func (j *journey) reads(words ...string) {
	j.t.Helper()
	text := j.text()
	for _, w := range words {
		if !strings.Contains(text, w) {
			j.t.Errorf("the page lacks %q:\n%.600s", w, text)
		}
	}
}

// quiet makes sure that nothing was asked for outside, and nothing complained.
func (j *journey) quiet() {
	j.t.Helper()
	if asked, said := j.Asked(j.base), j.Messages(); len(asked) > 0 || len(said) > 0 {
		j.t.Errorf("asked for %q, said %q", asked, said)
	}
}

// TestJourney: a claim is found by a word and its words are read, a wrong descent is
// rejected, the origins change, that is undone, exported, and there after a reload.
func TestJourney(t *testing.T) {
	file := filepath.Join(t.TempDir(), "demo.case")
	stemmaRun(t, "case", "new", "--case", file)
	stemmaRun(t, "case", "add", "--case", file, "demo")
	j := travel(t, file)
	j.open("/")
	for what, fold := range map[string]string{".answer": "answer", "#tree svg": "tree"} {
		if j.run(`document.querySelector("`+what+`").getBoundingClientRect().top < 500`) != "true" {
			t.Errorf("the %s is below the fold", fold)
		}
	}
	j.click(`a[href="/claims"]`)
	j.Do(chromedp.SendKeys(chromedp.CSS(`input[name=q]`), "harmed"))
	j.click(`form.search button`)
	claim := j.run(`document.querySelector("tbody a").getAttribute("href")`)
	j.click(`tbody a`)
	j.reads("verdict", "The words", "Cite it")
	if cite := j.run(`document.querySelector("textarea.cite").value`); !strings.Contains(cite, j.base+claim) {
		t.Errorf("cited without an address: %s", cite)
	}
	if j.run(`document.querySelectorAll("blockquote mark").length > 0`) != "true" {
		t.Error("the claim has no words")
	}
	rejected := wrongDescent(t, j)
	j.open("/")
	if j.run(`document.querySelectorAll('#tree a.edge[href="/find/`+rejected+`"]').length`) != "1" {
		t.Error("the tree does not lead to the descent")
	}
	j.click(`li a[href="/find/` + rejected + `"]`)
	j.Do(chromedp.SendKeys(chromedp.CSS(`form.act input[name=by]`), "Ana Ruiz"))
	j.click(`form.act button`)
	j.reads("Descents that go", "Claims that stand on other origins", "origins:")
	j.click(`button.main`)
	j.reads("Ana Ruiz", "not from")
	j.Do(chromedp.Reload())
	j.reads("Ana Ruiz", "not from")
	if r, err := http.Get(j.base + "/find/" + rejected); err != nil || r.StatusCode != http.StatusNotFound {
		t.Errorf("the descent is still there: %v %v", r, err)
	}
	j.open("/export")
	if got := string(get(t, j.base+"/export/descents.csv")); strings.Contains(got, rejected) || len(got) < 100 {
		t.Errorf("what is exported is not corrected: %.200s", got)
	}
	j.open("/corrections")
	j.click(`ul.said button`)
	j.reads("Nothing is corrected.")
	j.open("/find/" + rejected)
	j.reads("It was not taken from there")
	j.quiet()
}

// wrongDescent gives a descent between two reports of which claims would stand on
// other origins without it.
func wrongDescent(t *testing.T, j *journey) string {
	t.Helper()
	var d stemma.Dossier
	if err := json.Unmarshal(get(t, j.base+"/api/dossier"), &d); err != nil {
		t.Fatal(err)
	}
	s := d.Largest()
	for _, v := range s.Descents {
		if from, to := s.Witness(v.From), s.Witness(v.To); !from.Lost && !to.Lost && v.Kind != stemma.Citation {
			return v.ID
		}
	}
	t.Fatal("no descent between two reports")
	return ""
}

// axe-core has nothing against any page of a case by WCAG 2.2 AA.
func TestPagesAreAccessible(t *testing.T) {
	file := filepath.Join(t.TempDir(), "demo.case")
	stemmaRun(t, "case", "new", "--case", file)
	stemmaRun(t, "case", "add", "--case", file, "demo")
	stemmaRun(t, "case", "correct", "--case", file, "--by", "Ana", "note: 01-ardmouth-ledger.txt = read twice")
	j := travel(t, file)
	for _, path := range append(plantedPages(t, j), "/export", "/find/none", "/whole") {
		j.open(path)
		for _, scheme := range []string{"light", "dark"} {
			j.Scheme(scheme)
			against, done := j.Audit()
			if !done {
				t.Skip("STEMMA_AXE names no axe-core")
			}
			for _, a := range against {
				t.Errorf("%s, %s: %s", path, scheme, a)
			}
		}
	}
}

// payloads are texts that would run where they get out of their place.
func payloads() []string {
	var all []string
	for _, way := range []string{
		`<script>%s</script>`, `"><script>%s</script>`, `'><img src=x onerror="%s">`, `<svg onload="%s">`,
		`</textarea><script>%s</script>`, `</title><script>%s</script>`, `</style><script>%s</script>`,
		`javascript:%s`, `" onmouseover="%s" x="`, `' onfocus='%s' autofocus='`, "`${%s}`", `{{%s}}`, `<iframe srcdoc="<script>parent.%s</script>">`,
		`<a href="javascript:%s">x</a>`, `<details open ontoggle="%s">`, `<math><mtext></mtext><script>%s</script></math>`,
		`--><script>%s</script>`, `]]><script>%s</script>`, `<body onload="%s">`, `\u003cscript\u003e%s\u003c/script\u003e`,
		`<input autofocus onfocus="%s">`, `<object data="javascript:%s">`, `<form action="javascript:%s"><button>`,
		`data:text/html,<script>%s</script>`, `<meta http-equiv=refresh content="0;url=javascript:%s">`,
	} {
		for _, change := range []func(string) string{
			func(s string) string { return s }, strings.ToUpper, strings.TrimSpace,
			func(s string) string { return strings.ReplaceAll(s, "<", "\u200b<") },
			func(s string) string { return "Forty tiles fell. " + s }, func(s string) string { return s + "\n\n" + s },
			func(s string) string { return strings.ReplaceAll(s, "<", "&lt;") },
			func(s string) string { return strings.ReplaceAll(s, " ", "/") },
			func(s string) string { return strings.ReplaceAll(s, "script", "scr\x00ipt") },
			func(s string) string { return "http://x.example/?" + s },
			func(s string) string { return strings.ReplaceAll(s, `"`, "'") },
			func(s string) string { return "\u202e" + s }, func(s string) string { return s[:len(s)-1] },
			func(s string) string { return "//" + s }, func(s string) string { return strings.Repeat("<", 9) + s },
			func(s string) string { return strings.ReplaceAll(s, ">", "/>") },
			func(s string) string { return "Ada Wren said " + s }, func(s string) string { return "“" + s + "”" },
			func(s string) string { return s + "<!--" }, func(s string) string { return "\t" + s },
		} {
			all = append(all, change(fmt.Sprintf(way, "window.planted=1")))
		}
	}
	return all
}

// TestNothingPlantedRuns opens the pages of a case of which every field of every
// report would like to run, and whose corrections and searches would too.
func TestNothingPlantedRuns(t *testing.T) {
	all := payloads()
	if len(all) < 500 {
		t.Fatalf("%d payloads", len(all))
	}
	folder := t.TempDir()
	pile, err := os.Create(filepath.Join(folder, "pile.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	lines := json.NewEncoder(pile)
	for i := 0; i+9 < len(all); i += 10 {
		p := all[i : i+10]
		if err := lines.Encode(map[string]any{
			"id": p[0], "url": "https://a.example/" + p[1], "outlet": p[2], "title": p[3], "byline": []string{p[4]},
			"text": "The gale took forty tiles off the roof of the tide mill, its keeper, Ada Wren, told the Bell. " +
				p[5] + "\n\n“" + p[6] + "”, said Ada Wren, who keeps the mill of Aldgrove. " + p[7] + "\n\n" + p[8] + "\n\n" + p[9],
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := pile.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "x.case")
	stemmaRun(t, "case", "new", "--case", file)
	stemmaRun(t, "case", "add", "--case", file, pile.Name())
	stemmaRun(t, "case", "correct", "--case", file, "--by", all[0], "note: "+all[1]+" = "+all[2])
	j := travel(t, file)
	for _, path := range plantedPages(t, j) {
		j.open(path)
		if got := j.run(`typeof window.planted`); got != "undefined" {
			t.Errorf("%s: something planted ran", path)
		}
	}
	if asked := j.Asked(j.base); len(asked) > 0 {
		t.Errorf("asked for %q", asked)
	}
	for _, m := range j.Messages() {
		if strings.HasPrefix(m, "dialog") {
			t.Error(m)
		}
	}
}

// plantedPages are pages of every kind, and those of some findings of each.
func plantedPages(t *testing.T, j *journey) []string {
	t.Helper()
	var d stemma.Dossier
	if err := json.Unmarshal(get(t, j.base+"/api/dossier"), &d); err != nil {
		t.Fatal(err)
	}
	s := d.Largest()
	paths := []string{"/", "/stories", "/story/" + s.ID, "/story/" + s.ID + "?at=A", "/story/" + s.ID + "/grid", "/claims",
		"/claims?q=%3Cscript%3Ewindow.planted%3D1%3C%2Fscript%3E", "/corrections", "/whole", "/tree.svg",
		"/beside/" + d.Reports[0].ID + "/" + d.Reports[1].ID}
	for i := range d.Reports {
		if i%7 == 0 {
			paths = append(paths, "/find/"+d.Reports[i].ID)
		}
	}
	for i := range min(len(s.Claims), 8) {
		paths = append(paths, "/find/"+s.Claims[i].ID)
	}
	for i := range min(len(s.Descents), 4) {
		paths = append(paths, "/find/"+s.Descents[i].ID)
	}
	return paths
}
