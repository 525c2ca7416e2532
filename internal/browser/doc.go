// Package browser shows pages in Chromium to tests, and says what the pages asked for
// and complained about. Only tests import it, so the program links none of it.
//
// [Start] begins a browser, [Open] a tab of it. Where there is no Chromium the test is
// skipped, or fails when STEMMA_REQUIRE_BROWSER is set. [Tab.Audit] runs axe-core, the
// common checker of the Web Content Accessibility Guidelines; it is a file that
// STEMMA_AXE names, since it comes from a registry and no test needs the network.
//
// Reading order: browser.go (a browser and its tabs), audit.go.
package browser
