package extract

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// What no article rests on is left out of the copy, the page stays as it was.
func TestLightCopy(t *testing.T) {
	const page = `<!DOCTYPE html><html><head><title>Weir</title><style>p{}</style></head><body><!-- a --><div>` +
		`<p>One <b>two</b></p><script>x()</script><svg><path></path></svg></div><p>Three</p></body></html>`
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(rendered(t, lightCopy(doc)), "</head>")
	if want := "<body><div><p>One <b>two</b></p></div><p>Three</p></body></html>"; body != want {
		t.Errorf("the copy has %s, want %s", body, want)
	}
	if got := rendered(t, doc); got != page {
		t.Errorf("the page has become %s", got)
	}
}

// What the library takes out first is left out with the text behind it, unless it looks at
// the page again with that where little else is left.
func TestLightCopyLeavesOut(t *testing.T) {
	for page, want := range map[string]string{
		`<p>One</p><aside>Two</aside> three<p>Four</p>`:                  `<p>One</p><p>Four</p>`,
		`<p>One</p><small><menu>Two</menu></small> three<b>Four</b>`:     `<p>One</p><small></small><b>Four</b>`,
		`<p>One<iframe></iframe>two</p> three`:                           `<p>One</p> three`,
		`<nav>One</nav> two<article><nav>Three</nav> four</article>`:     `<article><nav>Three</nav> four</article>`,
		`<form><label>One</label><input/></form><figure>Two</figure>`:    `<form><label>One</label></form><figure>Two</figure>`,
		`<p class="a" data-x="b" aria-label="c" aria-hidden="d">One</p>`: `<p class="a" aria-hidden="d">One</p>`,
	} {
		doc, err := html.Parse(strings.NewReader("<html><head></head><body>" + page + "</body></html>"))
		if err != nil {
			t.Fatal(err)
		}
		_, body, _ := strings.Cut(rendered(t, lightCopy(doc)), "</head>")
		if want = "<body>" + want + "</body></html>"; body != want {
			t.Errorf("the copy of %s has %s, want %s", page, body, want)
		}
	}
}

func rendered(t *testing.T, doc *html.Node) string {
	t.Helper()
	var b strings.Builder
	if err := html.Render(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The fallback extractors are asked where the answer is short, or holds too few
// or too many of the page's sentences.
func TestIsSure(t *testing.T) {
	for _, c := range []struct {
		found, prose int
		want         bool
	}{{400, 400, false}, {900, 1000, true}, {900, 2000, false}, {900, 500, false}, {900, 0, false}} {
		if got := isSure(c.found, c.prose); got != c.want {
			t.Errorf("isSure(%d, %d) = %v", c.found, c.prose, got)
		}
	}
}
