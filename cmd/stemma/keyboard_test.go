package main

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"stemma/internal/browser"
)

// hidden names what of a page the keyboard does not reach, or reaches where nobody sees it:
// each link, field and button is focused in turn. (The focus is asked to be shown, as it is
// for who came by the keyboard.)
const hidden = `(() => {
	const lost = [];
	const all = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
	for (const e of document.querySelectorAll(all)) {
		if (e.checkVisibility && !e.checkVisibility()) continue;
		e.focus({focusVisible: true});
		e.scrollIntoView({behavior: "instant", block: "nearest", inline: "nearest"});
		const r = e.getBoundingClientRect(), s = getComputedStyle(e);
		const what = e.outerHTML.slice(0, 90);
		if (document.activeElement !== e || e.tabIndex < 0) lost.push("not reached: " + what);
		else if (s.outlineStyle === "none" && s.boxShadow === "none") lost.push("focus not shown: " + what);
		else if (r.right <= 0 || r.left >= innerWidth || r.bottom <= 0 || r.top >= innerHeight)
			lost.push("out of sight: " + what);
	}
	return lost.slice(0, 5).join("\n");
})()`

// TestNarrowByKeyboard: on a phone's width no page is wider than the screen, and all that can
// be followed or filled in is reached by the keyboard, and seen.
func TestNarrowByKeyboard(t *testing.T) {
	file := demoFile(t)
	stemmaRun(t, "case", "correct", "--case", file, "--by", "Ana", "note: 01-ardmouth-ledger.txt = read twice")
	j := travel(t, file)
	j.Tab = browser.Open(t, browser.Start(t), phone)
	for _, path := range append(plantedPages(t, j), "/export") {
		if path == "/tree.svg" { // an image
			continue
		}
		j.open(path)
		if w := browser.Evaluate[int](j.Tab, "document.documentElement.scrollWidth"); w > phone {
			t.Errorf("%s is %d pixels wide", path, w)
		}
		for _, lost := range strings.Split(browser.Evaluate[string](j.Tab, hidden), "\n") {
			if lost != "" {
				t.Errorf("%s: %s", path, lost)
			}
		}
	}
	j.quiet()
}

// phone is the width of a phone.
const phone = 390

// TestWayByKeyboard: a claim is found and its words are read, a wrong descent is rejected and that is
// undone, with the keys alone.
func TestWayByKeyboard(t *testing.T) {
	file := demoFile(t)
	j := travel(t, file)
	j.open("/")
	rejected := wrongDescents(t, j)[0]
	j.follow(`header a[href="/claims"]`)
	j.write(`input[name=q]`, "harmed")
	j.follow(`form.search button`)
	j.follow(`tbody a`)
	j.reads("verdict", "The words", "Cite it")
	j.follow(`header a[href="/"]`)
	j.follow(`li a[href="/find/` + rejected + `"]`)
	j.write(`form.act input[name=by]`, "Ana Ruiz")
	j.follow(`form.act button`)
	j.reads("Descents that go", "origins:")
	j.follow(`button.main`)
	j.reads("Ana Ruiz", "not from")
	j.follow(`ul.said button`)
	j.reads("Nothing is corrected.")
	j.quiet()
}

// mostTabs is how often the tabulator is pressed at most to reach something.
const mostTabs = 100

// reach presses the tabulator until something has the focus.
func (j *journey) reach(selector string) {
	j.t.Helper()
	for range mostTabs {
		j.Do(chromedp.KeyEvent(kb.Tab))
		if browser.Evaluate[bool](j.Tab, `document.activeElement.matches(`+strconv.Quote(selector)+`)`) {
			return
		}
	}
	j.t.Fatalf("%s is not reached by %d tabulators", selector, mostTabs)
}

// write writes into a field that is reached by the keyboard.
func (j *journey) write(selector, text string) {
	j.t.Helper()
	j.reach(selector)
	j.Do(chromedp.KeyEvent(text))
}

// follow reaches a link or a button, and waits for the page that it leads to.
func (j *journey) follow(selector string) {
	j.t.Helper()
	j.reach(selector)
	j.leave(selector, chromedp.KeyEvent(kb.Enter))
}
