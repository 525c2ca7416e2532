package render

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"stemma"
)

// browserLimit bounds the browser tests, so that a browser that hangs fails
// them and nothing more.
const browserLimit = 3 * time.Minute

// tab is a page in a browser, with all that it asked for and complained about.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string
	console  []string
}

// browser starts Chromium; the test is skipped where there is none, or fails
// when STEMMA_REQUIRE_BROWSER is set.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := findChromium()
	if path == "" {
		if os.Getenv("STEMMA_REQUIRE_BROWSER") != "" {
			t.Fatal("no chromium was found, and STEMMA_REQUIRE_BROWSER is set")
		}
		t.Skip("no chromium was found")
	}
	limited, cancel := context.WithTimeout(context.Background(), browserLimit)
	t.Cleanup(cancel)
	allocated, cancel := chromedp.NewExecAllocator(limited, append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.ExecPath(path))...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// browse opens a page in a tab of its own.
func browse(t *testing.T, browser context.Context, d *stemma.Dossier, width int64) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(pageOf(t, d)), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx}
	b.watch()
	b.do(chromedp.EmulateViewport(width, 800))
	b.do(chromedp.Navigate("file://" + file))
	return b
}

func findChromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// watch collects requests and messages to the console.
func (b *tab) watch() {
	b.t.Helper()
	err := chromedp.Listen(b.ctx, func(ev any) {
		if e, ok := ev.(*network.EventRequestWillBeSent); ok {
			b.mu.Lock()
			b.requests = append(b.requests, e.Request.URL)
			b.mu.Unlock()
		}
	})
	if err != nil {
		b.t.Fatal(err)
	}
	messages := chromedp.Console(b.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			b.mu.Lock()
			b.console = append(b.console, m.String())
			b.mu.Unlock()
		}
	}()
}

func (b *tab) do(a chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, a); err != nil {
		b.t.Fatal(err)
	}
}

func evaluate[T any](b *tab, script string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatalf("%s: %v", script, err)
	}
	return v
}

func (b *tab) scheme(name string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	if err != nil {
		b.t.Fatal(err)
	}
}

const openAll = `document.querySelectorAll("details").forEach(d => { d.open = true }); 0`

// TestBrowser looks at pages as a browser does.
func TestBrowser(t *testing.T) {
	chromium := browser(t)
	run := func(check func(*testing.T, context.Context)) func(*testing.T) {
		return func(t *testing.T) { check(t, chromium) }
	}
	t.Run("RunsNothingThatWasPlanted", run(checkRunsNothingThatWasPlanted))
	t.Run("IsQuiet", run(checkIsQuiet))
	t.Run("FitsNarrowScreens", run(checkFitsNarrowScreens))
	t.Run("Contrast", run(checkContrast))
	t.Run("OpensTheWordsBehindALink", run(checkOpensTheWordsBehindALink))
	t.Run("DrawsNoTextOverAnother", run(checkDrawsNoTextOverAnother))
	t.Run("NeedsNoScript", run(checkNeedsNoScript))
	t.Run("PrintsWhatIsClosed", run(checkPrintsWhatIsClosed))
	t.Run("Unpacks", run(checkUnpacks))
}

func checkRunsNothingThatWasPlanted(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	evaluate[int](b, openAll)
	if planted := evaluate[string](b, "typeof window.planted"); planted != "undefined" {
		t.Errorf("a planted script ran: %s", planted)
	}
	// The policy stops what a page that failed to escape would have run.
	if stopped := evaluate[string](b, `(() => { const s = document.createElement("script"); s.textContent = "window.planted = 9"; document.body.append(s); return typeof window.planted })()`); stopped != "undefined" {
		t.Error("the policy lets a foreign script run")
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.requests {
		if !strings.HasPrefix(r, "file://") || !strings.HasSuffix(r, "/page.html") {
			t.Errorf("the page asked for %s", r)
		}
	}
	for _, m := range b.console {
		if !strings.Contains(m, "script-src") { // the one that the test provoked
			t.Errorf("console: %s", m)
		}
	}
}

func checkIsQuiet(t *testing.T, chromium context.Context) {
	for name, d := range map[string]*stemma.Dossier{"ferry": ferry(t), "empty": {}, "many": many(30, 10)} {
		b := browse(t, chromium, d, 1280)
		evaluate[int](b, openAll)
		b.mu.Lock()
		if len(b.console) > 0 || len(b.requests) != 1 {
			t.Errorf("%s: console %v, requests %v", name, b.console, b.requests)
		}
		b.mu.Unlock()
	}
}

func checkFitsNarrowScreens(t *testing.T, chromium context.Context) {
	for name, d := range map[string]*stemma.Dossier{"ferry": ferry(t), "large": many(50, 1), "many": many(30, 10), "chain": chain(40)} {
		b := browse(t, chromium, d, 360)
		evaluate[int](b, openAll)
		if w := evaluate[int](b, "document.documentElement.scrollWidth"); w > 360 {
			culprit := evaluate[string](b, `[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > 361 && !e.closest(".scroll")).slice(0, 5).map(e => e.tagName + "." + e.getAttribute("class")).join(" ")`)
			t.Errorf("%s: the page is %d wide: %s", name, w, culprit)
		}
	}
}

// contrast is the ratio of WCAG 2 of an element's colour to what is behind it.
const contrast = `(selector => {
  const parse = c => c.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => { const f = [r, g, b].map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * f[0] + .7152 * f[1] + .0722 * f[2] };
  const e = document.querySelector(selector);
  if (!e) return 0;
  const style = getComputedStyle(e), svg = e.tagName === "text";
  const front = light(parse(svg ? style.fill : style.color));
  let back = e;
  while (back.parentElement && (parse(getComputedStyle(back).backgroundColor)[3] === 0)) back = back.parentElement;
  const behind = light(parse(getComputedStyle(back).backgroundColor));
  return (Math.max(front, behind) + .05) / (Math.min(front, behind) + .05);
})`

func checkContrast(t *testing.T, chromium context.Context) {
	const least = 4.5 // WCAG 2 AA for text of the usual size
	b := browse(t, chromium, ferry(t), 1280)
	evaluate[int](b, openAll)
	for _, scheme := range []string{"light", "dark"} {
		b.scheme(scheme)
		for _, s := range []string{"body", ".answer", ".brand b", ".lead", ".toc a", ".warnings h3", ".warnings li", ".v-good", ".v-bad", ".v-one", ".v-none", ".cell.sev3", ".cell.sev2, .sev2 h4 .sign", "del", "ins",
			".tag", ".label", ".note", ".m-cue", ".m-claim", ".against", ".aside p", ".siglum", "svg .name", "svg .under", "svg .kind", "svg .also .under", ".key .sev2", ".outlet", ".figures", ".says .word"} {
			if ratio := evaluate[float64](b, contrast+fmt.Sprintf("(%q)", s)); ratio < least || math.IsNaN(ratio) {
				t.Errorf("%s: %s has a contrast of %.2f", scheme, s, ratio)
			}
		}
	}
}

func checkOpensTheWordsBehindALink(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	b.scheme("light")
	closed := evaluate[bool](b, `document.querySelector("#rb").parentElement.open`)
	evaluate[int](b, `document.querySelector(".grid .cell.changed a").click(), 0`)
	time.Sleep(300 * time.Millisecond)
	opened := evaluate[bool](b, `document.querySelector(location.hash).closest("details.report").open`)
	seen := evaluate[bool](b, `(() => { const r = document.querySelector(location.hash).getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight })()`)
	lit := evaluate[string](b, `[...document.querySelectorAll(".lit")].map(e => e.textContent).join("")`)
	if closed || !opened || !seen || lit != "The ferry Aldona left Gullhaven on Monday with 40 of its 120 lifejackets missing" {
		t.Errorf("open before: %t, after: %t, in view: %t, lit: %q", closed, opened, seen, lit)
	}
}

func checkDrawsNoTextOverAnother(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	got := evaluate[string](b, `(() => {
  const all = [...document.querySelectorAll("svg.stemma text:not(.letter), svg.stemma .disc")].filter(e => !e.closest(".key")).map(e => [e, e.getBoundingClientRect()]);
  const hits = [];
  for (let i = 0; i < all.length; i++) for (let j = 0; j < i; j++) {
    const [a, p] = all[i], [b, q] = all[j];
    if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 && q.top < p.bottom - 3) hits.push(a.textContent + " / " + b.textContent);
  }
  return hits.join("; ");
})()`)
	if got != "" {
		t.Error(got)
	}
}

// Without its script the page still opens what a link leads into, and prints
// what is closed.
func checkNeedsNoScript(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Reload())
	b.scheme("light")
	for _, click := range []string{".grid .cell.changed a", "svg.stemma a.node", "svg.stemma a.edge .hit", ".grid .claim a"} {
		evaluate[int](b, `document.querySelectorAll("details").forEach(d => { d.open = false }), document.querySelector("`+click+`").closest("a").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})), 0`)
		time.Sleep(200 * time.Millisecond)
		if !evaluate[bool](b, `!!document.querySelector(location.hash).closest("details[open]")`) {
			t.Errorf("%s opens nothing", click)
		}
	}
}

func checkPrintsWhatIsClosed(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	b.do(chromedp.Reload())
	closed, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	evaluate[int](b, openAll)
	open, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	pages := func(pdf []byte) int { return strings.Count(string(pdf), "/Type /Page\n") }
	// A closed box has a little less padding than an open one.
	if pages(closed) == 0 || pages(closed)*10 < pages(open)*9 {
		t.Errorf("%d pages when closed, %d when open", pages(closed), pages(open))
	}
}

// large is a story whose page is more than fits loose.
func large(t *testing.T) *stemma.Dossier {
	t.Helper()
	d := many(400, 40)
	if page := pageOf(t, d); !strings.Contains(page, `id="packed"`) {
		t.Fatalf("a page of %d bytes is not packed", len(page))
	}
	return d
}

// What a large page has packed opens on a click, on a link and on paper; without
// scripts a note says what is not to be had.
func checkUnpacks(t *testing.T, chromium context.Context) {
	d := large(t)
	b := browse(t, chromium, d, 1280)
	b.scheme("light")
	evaluate[int](b, `location.hash = "r0", 0`)
	time.Sleep(500 * time.Millisecond)
	if text := evaluate[string](b, `document.getElementById("r0").innerText`); !strings.Contains(text, "Quay 0 shut") {
		t.Errorf("the link opens %.200q", text)
	}
	evaluate[int](b, `document.querySelectorAll("details.claim")[3].open = true, 0`)
	time.Sleep(300 * time.Millisecond)
	if text := evaluate[string](b, `document.querySelectorAll("details.claim")[3].textContent`); !strings.Contains(text, "in the text") {
		t.Errorf("a claim opens without its words: %s", text)
	}
	evaluate[int](b, `dispatchEvent(new Event("beforeprint")), 0`)
	if left := evaluate[int](b, `document.querySelectorAll("[data-part]").length`); left != 0 {
		t.Errorf("%d parts are not printed", left)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.console) > 0 || len(b.requests) != 1 {
		t.Errorf("console %v, requests %v", b.console, b.requests)
	}
}
