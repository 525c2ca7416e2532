package render

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"stemma"
	"stemma/internal/browser"
)

// browse opens a page in a tab of its own.
func browse(t *testing.T, chromium context.Context, d *stemma.Dossier, width int64) *browser.Tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(pageOf(t, d)), 0o600); err != nil {
		t.Fatal(err)
	}
	b := browser.Open(t, chromium, width)
	b.Do(chromedp.Navigate("file://" + file))
	return b
}

// quiet makes sure that a page asked for nothing and complained about nothing but what
// is excused.
func quiet(t *testing.T, b *browser.Tab, excused string) {
	t.Helper()
	if asked := b.Asked(browser.Evaluate[string](b, "location.href.split('#')[0]")); len(asked) > 0 {
		t.Errorf("the page asked for %q", asked)
	}
	for _, m := range b.Messages() {
		if excused == "" || !strings.Contains(m, excused) {
			t.Errorf("console: %s", m)
		}
	}
}

const openAll = `document.querySelectorAll("details").forEach(d => { d.open = true }); 0`

// TestBrowser looks at pages as a browser does.
func TestBrowser(t *testing.T) {
	chromium := browser.Start(t)
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
	t.Run("PrintsWhatIsOpen", run(checkPrintsWhatIsOpen))
	t.Run("GridFits", run(checkGridFits))
	t.Run("Unpacks", run(checkUnpacks))
	t.Run("Accessible", run(checkAccessible))
}

func checkRunsNothingThatWasPlanted(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	browser.Evaluate[int](b, openAll)
	if planted := browser.Evaluate[string](b, "typeof window.planted"); planted != "undefined" {
		t.Errorf("a planted script ran: %s", planted)
	}
	// The policy stops what a page that failed to escape would have run.
	stopped := browser.Evaluate[string](b, `(() => { const s = document.createElement("script");
		s.textContent = "window.planted = 9"; document.body.append(s); return typeof window.planted })()`)
	if stopped != "undefined" {
		t.Error("the policy lets a foreign script run")
	}
	quiet(t, b, "script-src") // the one that the test provoked
}

func checkIsQuiet(t *testing.T, chromium context.Context) {
	for name, d := range map[string]*stemma.Dossier{"ferry": ferry(t), "empty": {}, "many": many(30, 10)} {
		b := browse(t, chromium, d, 1280)
		browser.Evaluate[int](b, openAll)
		t.Log(name)
		quiet(t, b, "")
	}
}

func checkFitsNarrowScreens(t *testing.T, chromium context.Context) {
	for name, d := range map[string]*stemma.Dossier{"ferry": ferry(t), "large": many(50, 1), "many": many(30, 10),
		"chain": chain(40)} {
		b := browse(t, chromium, d, 360)
		browser.Evaluate[int](b, openAll)
		if w := browser.Evaluate[int](b, "document.documentElement.scrollWidth"); w > 360 {
			culprit := browser.Evaluate[string](b, `[...document.querySelectorAll("main *")]
				.filter(e => e.getBoundingClientRect().right > 361 && !e.closest(".scroll")).slice(0, 5)
				.map(e => e.tagName + "." + e.getAttribute("class")).join(" ")`)
			t.Errorf("%s: the page is %d wide: %s", name, w, culprit)
		}
		if low := browser.Evaluate[float64](b, lowestTitle); low > 24 {
			t.Errorf("%s: a title stands %v pixels below its mark", name, low)
		}
	}
}

// lowestTitle is how far a long title of a folded story stands below the top of its line at most.
const lowestTitle = `Math.max(0, ...[...document.querySelectorAll(".tale > summary h2")].map(h => {
	h.textContent = "The gale took the tiles off the roof of the mill at Aldgrove";
	return h.getBoundingClientRect().top - h.parentElement.getBoundingClientRect().top }))`

// contrast is the ratio of WCAG 2 of an element's colour to what is behind it.
const contrast = `(selector => {
  const parse = c => c.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => { const f = [r, g, b]
    .map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
      return .2126 * f[0] + .7152 * f[1] + .0722 * f[2] };
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
	browser.Evaluate[int](b, openAll)
	for _, scheme := range []string{"light", "dark"} {
		b.Scheme(scheme)
		for _, s := range []string{"body", ".answer", ".brand b", ".lead", ".toc a", ".warnings h3", ".warnings li",
			".v-good", ".v-bad", ".v-one", ".v-none", ".cell.sev3", ".cell.sev2, .sev2 h4 .sign", "del", "ins",
			".tag", ".label", ".note", ".m-cue", ".m-claim", ".against", ".aside p", ".siglum", "svg .name",
			"svg .under", "svg .kind", "svg .also .under", ".key .sev2", ".outlet", ".figures", ".says .word"} {
			if ratio := browser.Evaluate[float64](b, contrast+fmt.Sprintf("(%q)",
				s)); ratio < least || math.IsNaN(ratio) {
				t.Errorf("%s: %s has a contrast of %.2f", scheme, s, ratio)
			}
		}
	}
}

func checkOpensTheWordsBehindALink(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	b.Scheme("light")
	closed := browser.Evaluate[bool](b, `document.querySelector("#rb").parentElement.open`)
	browser.Evaluate[int](b, `document.querySelector(".grid .cell.changed a").click(), 0`)
	time.Sleep(300 * time.Millisecond)
	opened := browser.Evaluate[bool](b, `document.querySelector(location.hash).closest("details.report").open`)
	seen := browser.Evaluate[bool](b, `(() => { const r = document
		.querySelector(location.hash).getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight })()`)
	lit := browser.Evaluate[string](b, `[...document.querySelectorAll(".lit")].map(e => e.textContent).join("")`)
	if closed || !opened || !seen || lit != "The ferry Aldona left Gullhaven on Monday with 40 of its 120 "+
		"lifejackets missing" {
		t.Errorf("open before: %t, after: %t, in view: %t, lit: %q", closed, opened, seen, lit)
	}
}

func checkDrawsNoTextOverAnother(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	got := browser.Evaluate[string](b, `(() => {
  const all = [...document.querySelectorAll("svg.stemma text:not(.letter), svg.stemma .disc")]
    .filter(e => !e.closest(".key")).map(e => [e, e.getBoundingClientRect()]);
  const hits = [];
  for (let i = 0; i < all.length; i++) for (let j = 0; j < i; j++) {
    const [a, p] = all[i], [b, q] = all[j];
    if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 3 &&
      q.top < p.bottom - 3) hits.push(a.textContent + " / " + b.textContent);
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
	b.NoScripts()
	b.Do(chromedp.Reload())
	b.Scheme("light")
	for _, click := range []string{".grid .cell.changed a", "svg.stemma a.node", "svg.stemma a.edge .hit",
		".grid .claim a"} {
		browser.Evaluate[int](b, `document.querySelectorAll("details").forEach(d => { d.open = false }),
			document.querySelector("`+click+`").closest("a").dispatchEvent(new MouseEvent("click",
				{bubbles: true, cancelable: true})), 0`)
		time.Sleep(200 * time.Millisecond)
		if !browser.Evaluate[bool](b, `!!document.querySelector(location.hash).closest("details[open]")`) {
			t.Errorf("%s opens nothing", click)
		}
	}
}

// checkGridFits: the claims of eight reports stand beside each other on a common screen, each to be seen.
func checkGridFits(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, many(8, 1), 1280)
	const over = `(g => g ? g.scrollWidth - g.clientWidth : -1)(document.querySelector(".grid"))`
	if n := browser.Evaluate[int](b, over); n != 0 {
		t.Errorf("the table of claims is %d pixels wider than its place", n)
	}
}

// checkPrintsWhatIsOpen prints a page closed and open: on paper is what is open, and what
// nobody opens is no page of it.
func checkPrintsWhatIsOpen(t *testing.T, chromium context.Context) {
	b := browse(t, chromium, ferry(t), 1280)
	pages := func() int {
		pdf, err := chromedp.Run(b.Context(), chromedp.PrintToPDF())
		if err != nil {
			t.Fatal(err)
		}
		return strings.Count(string(pdf), "/Type /Page\n")
	}
	closed := pages()
	browser.Evaluate[int](b, openAll)
	if open := pages(); closed == 0 || closed*3 > open*2 {
		t.Errorf("%d pages when closed, %d when open", closed, open)
	}
	b.NoScripts()
	b.Do(chromedp.Reload())
	if plain := pages(); plain != closed {
		t.Errorf("%d pages without scripts, and %d with", plain, closed)
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

// What a large page has packed opens on a click, on a link and all at once; without
// scripts a note says what is not to be had.
func checkUnpacks(t *testing.T, chromium context.Context) {
	d := large(t)
	b := browse(t, chromium, d, 1280)
	b.Scheme("light")
	browser.Evaluate[int](b, `location.hash = "r0", 0`)
	time.Sleep(500 * time.Millisecond)
	text := browser.Evaluate[string](b, `document.getElementById("r0").innerText`)
	if !strings.Contains(text, "Quay 0 shut") {
		t.Errorf("the link opens %.200q", text)
	}
	browser.Evaluate[int](b, `document.querySelectorAll("details.claim")[3].open = true, 0`)
	time.Sleep(300 * time.Millisecond)
	text = browser.Evaluate[string](b, `document.querySelectorAll("details.claim")[3].textContent`)
	if !strings.Contains(text, "in the text") {
		t.Errorf("a claim opens without its words: %s", text)
	}
	browser.Evaluate[int](b, `document.querySelector(".unfold").click(), 0`)
	if left := browser.Evaluate[int](b, `document.querySelectorAll("[data-part]").length`); left != 0 {
		t.Errorf("%d parts are not opened", left)
	}
	quiet(t, b, "")
}

// axe-core has nothing against the pages by WCAG 2.2 AA, wide and narrow, light and
// dark, with all open.
func checkAccessible(t *testing.T, chromium context.Context) {
	for name, d := range map[string]*stemma.Dossier{
		"ferry": ferry(t), "empty": {}, "lone": many(30, 30), "many": many(30, 10), "chain": chain(40),
	} {
		for _, width := range []int64{1280, 360} {
			b := browse(t, chromium, d, width)
			browser.Evaluate[int](b, openAll)
			for _, scheme := range []string{"light", "dark"} {
				b.Scheme(scheme)
				against, done := b.Audit()
				if !done {
					t.Skip("STEMMA_AXE names no axe-core")
				}
				for _, a := range against {
					t.Errorf("%s, %d, %s: %s", name, width, scheme, a)
				}
			}
		}
	}
}
