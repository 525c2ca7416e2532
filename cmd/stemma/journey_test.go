package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/klauspost/compress/zstd"

	"stemma"
	"stemma/internal/browser"
	"stemma/internal/web"
)

// journey is a user's way through the pages of a case in Chromium.
type journey struct {
	*browser.Tab
	t    *testing.T
	base string

	steps []string // in the order in which they were done first
	took  map[string][]time.Duration
}

// travel serves a case and opens a browser.
func travel(t *testing.T, file string) *journey {
	t.Helper()
	return &journey{
		Tab: browser.Open(t, browser.Start(t), 1280), t: t, base: serveCase(t, file),
		took: map[string][]time.Duration{},
	}
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
	j.leave(selector, chromedp.Click(chromedp.CSS(selector)))
}

// leave does what leads from a page to another one by something on it, and waits for that.
func (j *journey) leave(selector string, by chromedp.Action[chromedp.Void]) {
	j.t.Helper()
	j.run(`window.left = true`)
	j.Do(by)
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
	file := demoFile(t)
	j := travel(t, file)
	j.open("/")
	for what, fold := range map[string]string{".answer": "answer", "#tree svg": "tree"} {
		if j.run(`document.querySelector("`+what+`").getBoundingClientRect().top < 500`) != "true" {
			t.Errorf("the %s is below the fold", fold)
		}
	}
	j.search("harmed")
	j.openClaim()
	rejected := wrongDescents(t, j)[0]
	j.open("/")
	if j.run(`document.querySelectorAll('#tree a.edge[href="/find/`+rejected+`"]').length`) != "1" {
		t.Error("the tree does not lead to the descent")
	}
	j.click(`li a[href="/find/` + rejected + `"]`)
	j.try()
	j.reads("Claims that stand on other origins", "origins:")
	j.keep(rejected)
	j.undo(rejected)
	j.quiet()
	t.Log(j.table())
}

// TestJourneyOfRealReports is the same way through a case of 200 real reports, which are
// not in this repository, once for each of some descents. How long each step took is
// told, not judged: the machine may be busy.
func TestJourneyOfRealReports(t *testing.T) {
	folder := t.TempDir()
	pile, file := filepath.Join(folder, "pile.jsonl"), filepath.Join(folder, "real.case")
	if err := os.WriteFile(pile, realReports(t, 200), 0o600); err != nil {
		t.Fatal(err)
	}
	stemmaRun(t, "case", "new", "--case", file)
	out := stemmaRun(t, "case", "add", "-q", "--case", file, pile)
	j := travel(t, file)
	j.open("/")
	rejected := wrongDescents(t, j)
	for i := range min(20, len(rejected)) {
		j.search([]string{"president", "court", "police", "vote", "million"}[i%5])
		j.openClaim()
		j.open("/find/" + rejected[i])
		j.try()
		j.keep(rejected[i])
		j.undo(rejected[i])
	}
	j.quiet()
	t.Logf("%s%s", out, j.table())
}

// realReports are the records of the real stories, and as many others as there must be
// of so many.
func realReports(t *testing.T, n int) []byte {
	t.Helper()
	stories, err := filepath.Glob("../../../shared/stories/real/*/reports.jsonl")
	others, failed := os.Open("../../../shared/data/news/allsides.jsonl.zst")
	if err != nil || failed != nil || len(stories) == 0 {
		t.Skip("no real reports are there: ", err, failed)
	}
	defer others.Close()
	var all []byte
	for _, name := range stories {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, data...)
	}
	unpacked, err := zstd.NewReader(others)
	if err != nil {
		t.Fatal(err)
	}
	defer unpacked.Close()
	lines := bufio.NewReader(unpacked)
	for bytes.Count(all, []byte("\n")) < n {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, line...)
	}
	return all
}

// search finds claims by a word.
func (j *journey) search(word string) {
	j.t.Helper()
	j.open("/claims")
	j.Do(chromedp.SendKeys(chromedp.CSS(`input[name=q]`), word))
	j.step("find a claim by a word", func() { j.click(`form.search button`) })
}

// openClaim opens the first claim that was found.
func (j *journey) openClaim() {
	j.t.Helper()
	claim := j.run(`document.querySelector("tbody a").getAttribute("href")`)
	j.step("open its words", func() { j.click(`tbody a`) })
	j.reads("verdict", "The words", "Cite it")
	if cite := j.run(`document.querySelector("textarea.cite").value`); !strings.Contains(cite, j.base+claim) {
		j.t.Errorf("cited without an address: %s", cite)
	}
	if j.run(`document.querySelectorAll("blockquote mark").length > 0`) != "true" {
		j.t.Error("the claim has no words")
	}
}

// try looks at what would change without the descent that is open.
func (j *journey) try() {
	j.t.Helper()
	j.Do(chromedp.SendKeys(chromedp.CSS(`form.act input[name=by]`), "Ana Ruiz"))
	j.step("reject a descent, see what would change", func() { j.click(`form.act button`) })
	j.reads("Descents that go")
}

// keep keeps the correction, and makes sure that it holds.
func (j *journey) keep(rejected string) {
	j.t.Helper()
	j.step("keep it", func() { j.click(`button.main`) })
	j.reads("Ana Ruiz", "not from")
	j.step("reload", func() { j.Do(chromedp.Reload()) })
	j.reads("Ana Ruiz", "not from")
	if r, err := http.Get(j.base + "/find/" + rejected); err != nil || r.StatusCode != http.StatusNotFound {
		j.t.Errorf("the descent is still there: %v %v", r, err)
	}
	j.open("/export")
	j.step("export", func() {
		if got := string(get(j.t, j.base+"/export/descents.csv")); strings.Contains(got, rejected) || len(got) < 100 {
			j.t.Errorf("what is exported is not corrected: %.200s", got)
		}
	})
}

// undo withdraws the only correction, and makes sure that the descent is back.
func (j *journey) undo(rejected string) {
	j.t.Helper()
	j.open("/corrections")
	j.step("undo", func() { j.click(`ul.said button`) })
	j.reads("Nothing is corrected.")
	j.open("/find/" + rejected)
	j.reads("It was not taken from there")
}

// step notes how long something takes.
func (j *journey) step(name string, do func()) {
	j.t.Helper()
	at := time.Now()
	do()
	if _, known := j.took[name]; !known {
		j.steps = append(j.steps, name)
	}
	j.took[name] = append(j.took[name], time.Since(at))
}

// table tells how long the steps took.
func (j *journey) table() string {
	var b strings.Builder
	for _, name := range j.steps {
		all := slices.Sorted(slices.Values(j.took[name]))
		fmt.Fprintf(&b, "\n%-40s %3d times, half in %4d ms, 19 of 20 in %4d ms", name, len(all),
			all[len(all)/2].Milliseconds(), all[(len(all)*19-1)/20].Milliseconds())
	}
	return b.String()
}

// wrongDescents are descents between two reports of which claims may stand on other
// origins without it.
func wrongDescents(t *testing.T, j *journey) (ids []string) {
	t.Helper()
	var d stemma.Dossier
	if err := json.Unmarshal(get(t, j.base+"/api/dossier"), &d); err != nil {
		t.Fatal(err)
	}
	for i := range d.Stories {
		s := &d.Stories[i]
		for _, v := range s.Descents {
			if from, to := s.Witness(v.From), s.Witness(v.To); !from.Lost && !to.Lost {
				ids = append(ids, v.ID)
			}
		}
	}
	if len(ids) == 0 {
		t.Fatal("no descent between two reports")
	}
	return ids
}

// axe-core has nothing against any page of a case by WCAG 2.2 AA.
func TestPagesAreAccessible(t *testing.T) {
	file := demoFile(t)
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
	for i := range all {
		p := make([]string, 10) // so that each stands in each field
		for k := range p {
			p[k] = all[(i+k*len(all)/10)%len(all)]
		}
		if err := lines.Encode(map[string]any{
			"id": p[0], "url": "https://a.example/" + p[1], "outlet": p[2], "title": p[3], "byline": []string{p[4]},
			"text": "The gale took forty tiles off the roof of the tide mill, its keeper, Ada Wren, told the Bell. " +
				p[5] + "\n\n“" + p[6] + "”, said Ada Wren, who keeps the mill of Aldgrove. " + p[7] + "\n\n" +
				p[8] + "\n\n" + p[9],
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
	paths := []string{
		"/", "/stories", "/story/" + s.ID, "/story/" + s.ID + "?at=A", "/story/" + s.ID + "/grid", "/claims",
		"/claims?q=%3Cscript%3Ewindow.planted%3D1%3C%2Fscript%3E", "/corrections", "/whole", "/tree.svg",
		"/beside/" + d.Reports[0].ID + "/" + d.Reports[1].ID}
	for i := range d.Reports {
		if i%71 == 0 {
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
