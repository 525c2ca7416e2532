package extract

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"stemma"
)

const (
	story = `<p>The ferry to the islands will stop for the winter, its owner said on Monday, since the pier has a ` +
		`crack.</p>` +
		`<p>"We cannot wait any longer," said Ola Brekke, who has run the line since 1991 and lives in Quaytown.</p>` +
		`<p>The council will pay for a bus until the spring, and hopes that the pier will be mended by then.</p>`
	consent = `<h2>We value your privacy</h2><p>We and our partners store and access information on a device, ` +
		`such as ` +
		`cookies, and process personal data.</p>` +
		`<p>Your preferences will apply to this website only. See our privacy policy. You can withdraw your ` +
		`consent.</p>` +
		`<button>Accept all</button>`
)

// articleOf is the article text of a page, a paragraph a line.
func articleOf(t *testing.T, page string) string {
	t.Helper()
	got, err := extractor(t).Extract(captured(stemma.HTML,
		"<html><head><title>Ferry stops for winter</title></head><body>"+page+"</body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, g := range got.Segments {
		if g.Kind == stemma.Paragraph || g.Kind == stemma.Heading {
			lines = append(lines, got.Text[g.Start:g.End])
		}
	}
	return strings.Join(lines, "\n")
}

// plainStory is the article of these tests as text.
func plainStory() string {
	return strings.TrimSpace(strings.NewReplacer("<p>", "", "</p>", "\n").Replace(story))
}

// TestNoArticleText: what lies over, between and behind the paragraphs of an
// article is no part of it, and takes nothing of it away.
func TestNoArticleText(t *testing.T) {
	const h1 = `<h1>Ferry stops for winter</h1>`
	parts := strings.SplitAfter(story, "</p>")
	offer := `<h3>Read on with a subscription</h3><ul><li>Unlimited access to every story</li><li>Puzzles and ` +
		`crosswords</li><li>Cancel anytime</li></ul>`
	for name, page := range map[string]string{
		"consent behind, by its name": `<article>` + h1 + story + `</article><div id="onetrust-banner-sdk">` +
			consent + `</div>`,
		"consent before, by its role": `<div role="dialog">` + consent + `</div><article>` + h1 + story + `</article>`,
		"consent within, open": `<article>` + h1 + parts[0] + `<dialog open>` + consent + `</dialog>` +
			parts[1] + parts[2] + `</article>`,
		"consent five times as long": `<div>` + h1 + story + `</div><div class="cmp-modal-overlay">` +
			strings.Repeat(consent, 5) + `</div>`,
		"consent in another language": `<article>` + h1 + story +
			`</article><div class="usercentrics"><p>Wir und unsere Partner speichern ` +
			`Informationen auf einem Gerät, etwa Cookies, und verarbeiten personenbezogene Daten. Ihre ` +
			`Einwilligung ist ` +
			`freiwillig. Alle akzeptieren oder alle ablehnen.</p></div>`,
		"an offer within": `<article>` + h1 + parts[0] + `<div class="box-7">` + offer + `</div>` +
			parts[1] + parts[2] + `</article>`,
		"an offer to sign up": `<article>` + h1 + parts[0] +
			`<section><h4>Newsletter</h4><p>Sign up and get the best of the harbour in your ` +
			`inbox. Enter your email address.</p></section>` + parts[1] + parts[2] + `</article>`,
		"an offer behind": `<article>` + h1 + story + `<div>` + offer + `</div></article>`,
		"a drop cap": `<article>` + h1 + `<p><span class="dropcap first-cap">T</span>` + strings.TrimPrefix(parts[0],
			"<p>T") + parts[1] + parts[2] + `</article>`,
		"a large first letter": `<article>` + h1 + `<p class="has-drop-cap cap">` + strings.TrimPrefix(story, "<p>") +
			`</article>`,
		"words for screen readers": `<article>` + h1 + strings.Replace(story, "the islands",
			`<a href="/i">the islands<span class="u-visually-hidden"> (opens in a new tab)</span></a>`, 1) +
			`</article>`,
		"more words for screen readers": `<article>` + h1 + strings.Replace(story, "the islands",
			`the islands<span class="screen-reader-text">, a link</span>`, 1) + `</article>`,
		"two bodies": `<article>` + h1 + `<div class="body">` + parts[0] + parts[1] +
			`</div><div class="ad">Advertisement</div><div ` +
			`class="body">` + parts[2] + `</div></article>`,
		"three bodies": `<article>` + h1 + `<div class="body b">` + parts[0] +
			`</div><div>Advertisement 3</div><div class="body b">` + parts[1] +
			`</div><aside>Most read</aside><div class="body b">` + parts[2] + `</div></article>`,
		"a linked first sentence": `<article>` + h1 + `<p><a href="/x">` +
			strings.TrimSuffix(strings.TrimPrefix(parts[0], "<p>"),
				"</p>") + `</a></p>` + parts[1] + parts[2] + `</article>`,
		"a linked last sentence": `<article>` + h1 + parts[0] + parts[1] + `<p><a href="/x">` +
			strings.TrimSuffix(strings.TrimPrefix(parts[2], "<p>"),
				"</p>") + `</a></p></article>`,
		"labels between": `<article>` + h1 + parts[0] +
			`<h4>Article content</h4><p>This advertisement has not loaded yet, but your ` +
			`article continues below.</p><h4>Article content continued</h4>` + parts[1] + parts[2] + `</article>`,
	} {
		if got := articleOf(t, page); got != plainStory() {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// TestArticlesAboutSuchThings: an article about cookies or subscriptions stays.
func TestArticlesAboutSuchThings(t *testing.T) {
	for _, page := range []string{
		`<article><h1>Ferry stops for winter</h1><p>The council wants every site to ask for consent to cookies ` +
			`before it ` +
			`counts its visitors, the mayor said on Monday.</p><p>A rule of 1999 lets shops keep personal data ` +
			`for a year, ` +
			`and she called it a relic of another age that nobody defends.</p><p>The harbour sells a subscription ` +
			`to its ` +
			`crane, at forty crowns a month, and has nine subscribers, most of them fishers.</p></article>`,
		`<div class="modal">` + `<h1>Ferry stops for winter</h1>` + story + `</div>`,
	} {
		if got := articleOf(t, page); strings.Count(got, "\n") != 2 {
			t.Errorf("%s", got)
		}
	}
}

// TestConsentPages: a page that is nothing but such a dialogue is no report.
func TestConsentPages(t *testing.T) {
	for _, page := range []string{
		`<div role="dialog">` + consent + `</div>`, `<div class="c">` + consent + consent + `</div>`,
		`<main><article>` + consent + `</article></main>`,
		`<div id="sp_message_container"><div class="message">` + strings.Repeat(consent, 3) + `</div></div>`,
	} {
		_, err := extractor(t).Extract(
			captured(stemma.HTML, "<html><head><title>The Harbour Star</title></head><body>"+page))
		if !errors.Is(err, errConsent) {
			t.Errorf("%s: %v", page, err)
		}
	}
}

func TestPageFooters(t *testing.T) {
	const line = `This article was first published by <a href="https://ledger.example/a">The Quay Ledger</a>.`
	for _, foot := range []string{
		`<footer>` + line + `</footer></article>`, `<aside class="related">` + line + `</aside></article>`,
		`</article><div>` + line + `</div>`,
		`</article><div class="share">Share</div><div class="ad">Advertisement</div><p><em>` + line + `</em></p>`,
		`<p>The post Ferry stops appeared first on The Quay Ledger.</p></article>`,
		`</article><footer><p>Originally published at The Quay Ledger</p></footer>`,
	} {
		got, err := extractor(t).Extract(captured(stemma.HTML,
			`<html><body><article><h1>Ferry stops for winter</h1>`+story+foot+`</body></html>`))
		if err != nil || len(got.Credits) != 1 || got.Credits[0].Name != "The Quay Ledger" {
			t.Errorf("%s: %v %v", foot, got.Credits, err)
		}
	}
	for _, foot := range []string{
		`</article><footer>The Quay Ledger was first published in 1822.</footer>`,
		`</article><aside><a href=/x>Book first published by Quay Press wins prize</a></aside>`,
	} {
		got, err := extractor(t).Extract(captured(stemma.HTML,
			`<html><body><article><h1>Ferry stops for winter</h1>`+story+foot+`</body></html>`))
		if err != nil || len(got.Credits) != 0 {
			t.Errorf("%s: %v %v", foot, got.Credits, err)
		}
	}
}

// TestWrongCharsets: bytes that are no UTF-8 are not read as that, though the
// page says so.
func TestWrongCharsets(t *testing.T) {
	page := `<html><head><meta charset="utf-8"><title>Fähre hält</title></head><body><h1>Fähre hält</h1>` +
		strings.Replace(story, "Quaytown", "Kaistadt-Süd “Alt”", 1)
	bytes, err := charmap.Windows1252.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, label := range []string{"utf-8", "UTF8", "windows-1252", "iso-8859-1"} {
		got, err := extractor(t).Extract(captured(stemma.HTML, strings.Replace(bytes, "utf-8", label, 1)))
		if err != nil || !strings.Contains(got.Text, "Kaistadt-Süd “Alt”") || got.Title != "Fähre hält" {
			t.Errorf("%s: %q %v", label, got.Text, err)
		}
	}
}

func FuzzPrune(f *testing.F) {
	f.Add(`<div class=modal>` + consent + `</div><p>` + story)
	f.Add(`<span class="sr-only"><table><div role=dialog>cookies cookies<span></table>`)
	f.Fuzz(func(t *testing.T, page string) {
		got, err := extractor(t).Extract(captured(stemma.HTML, page))
		for _, g := range got.Segments {
			if err == nil && (g.Start >= g.End || g.End > len(got.Text)) {
				t.Fatalf("segment %v of %d bytes", g, len(got.Text))
			}
		}
	})
}
