package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stemma"
)

func pageOf(t testing.TB, d *stemma.Dossier) string {
	t.Helper()
	var out bytes.Buffer
	if err := Page(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// elements parses a page and returns its elements in order.
func elements(t *testing.T, page string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func content(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func piles(t *testing.T) map[string]*stemma.Dossier {
	return map[string]*stemma.Dossier{"ferry": ferry(t), "empty": {}, "one": many(1, 1), "unread": unread(),
		"many": many(60, 20), "chain": chain(30), "large": many(90, 1), "huge chain": chain(200)}
}

func unread() *stemma.Dossier {
	return &stemma.Dossier{Ledger: []stemma.LedgerRow{{Input: "a.bin", Outcome: stemma.Skipped, Reason: "not text"}}}
}

func TestPageLinksWithinItself(t *testing.T) {
	for name, d := range piles(t) {
		ids, links := map[string]bool{}, map[string]bool{}
		for _, n := range elements(t, pageOf(t, d)) {
			if id := attribute(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: id %s comes twice", name, id)
				}
				ids[id] = true
			}
			if to, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok {
				links[to] = true
			}
		}
		for to := range links {
			if !ids[to] {
				t.Errorf("%s: nothing has the id %q", name, to)
			}
		}
	}
}

func TestPageLoadsAndRunsNothing(t *testing.T) {
	for name, d := range piles(t) {
		scripts := 0
		for _, n := range elements(t, pageOf(t, d)) {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key,
					"on") || slices.Contains([]string{"src", "style", "srcset", "data", "action"}, a.Key) {
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && (n.Data != "a" || !isWeb(a.Val)) {
					t.Errorf("%s: <%s href=%q>", name, n.Data, a.Val)
				}
			}
			switch n.Data {
			case "script":
				scripts++
			case "img", "iframe", "object", "embed", "link", "base", "form", "video", "audio":
				t.Errorf("%s: <%s>", name, n.Data)
			}
		}
		if scripts != 1 {
			t.Errorf("%s: %d scripts", name, scripts)
		}
	}
}

func TestPagePolicyMatchesItsContent(t *testing.T) {
	policy, style, script := "", "", ""
	for _, n := range elements(t, pageOf(t, ferry(t))) {
		switch {
		case n.Data == "meta" && attribute(n, "http-equiv") == "Content-Security-Policy":
			policy = attribute(n, "content")
		case n.Data == "style":
			style = content(n)
		case n.Data == "script":
			script = content(n)
		}
	}
	digest := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	for _, want := range []string{"default-src 'none'", "style-src " + digest(style), "script-src " + digest(script),
		"img-src data:", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("no %s in %s", want, policy)
		}
	}
	if strings.Contains(policy, "unsafe") {
		t.Error(policy)
	}
}

func TestPageShowsHostileTextAsText(t *testing.T) {
	page := pageOf(t, ferry(t))
	if strings.ContainsAny(page, "\u202e\x1b\x00\u200b") {
		t.Error("a character that hides or overrides came through")
	}
	if strings.Contains(page, "ZgotmplZ") {
		t.Error("the template had to stop something that it should not have been given")
	}
	for _, want := range []string{"&lt;script&gt;window.planted=1&lt;/script&gt;", "‹U+202E›", "{{.Boom}}",
		"&lt;img src=x onerror"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
}

// Every report's words are all there, in order, whatever is marked on them.
func TestPageKeepsEveryWord(t *testing.T) {
	d := ferry(t)
	texts := map[string]string{}
	for _, n := range elements(t, pageOf(t, d)) {
		if attribute(n, "class") == "inside" && strings.HasPrefix(attribute(n, "id"), "r") {
			texts[attribute(n, "id")] = strings.Join(strings.Fields(bare(n)), "")
		}
	}
	for i, r := range d.Reports {
		for _, s := range r.Segments {
			want := strings.Join(strings.Fields(clean(r.Text[s.Start:s.End])), "")
			if !strings.Contains(texts[r.ID], want) {
				t.Errorf("report %d has lost %q", i+1, want)
			}
		}
	}
}

// bare is the text of an element without the notes in it.
func bare(n *html.Node) string {
	if strings.HasPrefix(attribute(n, "class"), "note") {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range n.ChildNodes() {
		b.WriteString(bare(c))
	}
	return b.String()
}

func TestPageSaysWhatItShould(t *testing.T) {
	page := pageOf(t, ferry(t))
	root := elements(t, page)[0]
	text := strings.Join(strings.Fields(content(root)), " ")
	for _, want := range []string{
		"6 reports, 1 story. Three of 6 are shown to go back to Continental Press Service", "Handed on to F",
		"α is lost: what is left of its words in its copies",
		"also from A Gullhaven Courier: citation 31%",
		"Every report of it goes back to the same reporting", "leaves it out",
		"does not have it", "8 offered: 6 read, 1 skipped, 1 failed", "boilerplate",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	for name, c := range map[string]struct {
		d    *stemma.Dossier
		want string
	}{
		"empty": {&stemma.Dossier{}, "Nothing was offered."}, "unread": {unread(),
			"Nothing in the pile could be read as a report."},
		"many": {many(30, 20), "Told by one report only"}, "large": {many(90, 1), "and 85 more copies of A1"},
		"chain": {chain(200), "too large to draw"},
	} {
		if got := pageOf(t, c.d); !strings.Contains(got, c.want) {
			t.Errorf("%s: no %q", name, c.want)
		}
	}
}

func TestPageIsDeterministic(t *testing.T) {
	if first, second := pageOf(t, ferry(t)), pageOf(t, ferry(t)); first != second {
		t.Error("the same dossier gives two pages")
	}
}

func TestPageOfALargePile(t *testing.T) {
	if page := pageOf(t, many(1000, 200)); len(page) > 24<<20 {
		t.Errorf("%d bytes", len(page))
	}
}

func BenchmarkPage(b *testing.B) {
	d := many(1000, 200)
	for b.Loop() {
		pageOf(b, d)
	}
}

// TestCopiesAreNoOrigins: what takes something from another is the origin of its own
// claims only, in the drawing and in the list.
func TestCopiesAreNoOrigins(t *testing.T) {
	d := ferry(t)
	d.Stories[0].Origins[1].Witness = "B"
	page := pageOf(t, d)
	if strings.Contains(page, "origin o2") || strings.Count(page, "own claims o2") < 2 {
		t.Error("a copy is called an origin")
	}
	if !strings.Contains(page, "origin o1") {
		t.Error("the first report is called no origin")
	}
}
