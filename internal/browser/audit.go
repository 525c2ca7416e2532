package browser

import (
	"fmt"
	"os"
	"time"
)

// audit runs axe-core by the rules of WCAG 2.2 at levels A and AA, and gives what it
// finds a line each: the rule, how many places, and the first of them.
const audit = `axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]
}).then(
  r => { window.audited = r.violations.map(v => v.id + " ×" + v.nodes.length + ": " + v.help + ": " +
    v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(" | ")) },
  e => { window.audited = ["axe failed: " + e] }), 0`

// Audit gives what axe-core has against the page by WCAG 2.2 AA. It gives false where
// STEMMA_AXE names no file of it.
func (b *Tab) Audit() (against []string, done bool) {
	b.t.Helper()
	path := os.Getenv("STEMMA_AXE")
	if path == "" {
		return nil, false
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		b.t.Fatal(err)
	}
	Evaluate[int](b, string(axe)+"\n;window.audited = null, 0")
	Evaluate[int](b, audit)
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		if Evaluate[bool](b, "window.audited !== null") {
			return Evaluate[[]string](b, "window.audited"), true
		}
	}
	return []string{fmt.Sprintf("no answer of %s", path)}, true
}
