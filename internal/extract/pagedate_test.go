package extract

import (
	"strings"
	"testing"
	"time"

	"stemma"
)

// stated is JSON-LD of the article in these tests.
const statedDate = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stops for ` +
	`winter","datePublished":"2024-05-07T09:10:00+02:00"}</script>`

func datesOf(t *testing.T, head, body string) string {
	t.Helper()
	page := "<html><head><title>Ferry stops for winter</title>" + head + "</head><body>" + strings.Replace(body,
		"PARAGRAPHS", paragraphs, 1) + "</body></html>"
	got, err := extractor(t).Extract(captured(stemma.HTML, page))
	if err != nil {
		t.Fatal(err)
	}
	return got.Published.String() + " " + got.Updated.String()
}

// TestDatesOfSomethingElse: a date beside the headline that is not that of the
// article changes nothing, be it stated for machines or not.
func TestDatesOfSomethingElse(t *testing.T) {
	const h1 = `<h1>Ferry stops for winter</h1>`
	for name, body := range map[string]string{
		"today, in a header": `<header><span>Thursday, 4 December 2025</span></header><article>` + h1 +
			`PARAGRAPHS</article>`,
		"today, above":     `<div class="date">4 December 2025, 10:31</div>` + h1 + `PARAGRAPHS`,
		"today, as a time": `<nav><time datetime="2025-12-04">4 December 2025</time></nav>` + h1 + `PARAGRAPHS`,
		"a photo, in a figure": h1 +
			`<figure><img src=x><figcaption>The quay, 3 March 2019</figcaption></figure>PARAGRAPHS`,
		"a photo, without one": h1 + `<div class="caption">3 March 2019</div>PARAGRAPHS`,
		"a photo's line":       h1 + `<p>Picture from 3 March 2019</p>PARAGRAPHS`,
		"an offer":             h1 + `<div>Save half until 30 June 2024</div>PARAGRAPHS`,
		"a standfirst":         h1 + `<p><b>The storm of 2 January 2018 broke the pier</b></p>PARAGRAPHS`,
		"a life":               h1 + `<p class="bio">Ana Ruiz, born 4 May 1980, sails</p>PARAGRAPHS`,
		"a related story":      h1 + `<aside><time datetime="2020-02-02">2 February 2020</time></aside>PARAGRAPHS`,
		"comments":             h1 + `<div>12 comments, the last of 9 June 2024</div>PARAGRAPHS`,
		"an event in the address": `<link rel=canonical href="https://courier.example/2011/08/09/ferry">` + h1 +
			`PARAGRAPHS`,
	} {
		if got := datesOf(t, statedDate, body); got != "2024-05-07T07:10:00Z " {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestPageDates(t *testing.T) {
	const h1 = `<h1>Ferry stops for winter</h1>`
	more := strings.Repeat("<p>The boats lie at the quay, and nobody on the island knows when they will sail.</p>", 5)
	for _, test := range []struct{ name, head, body, want string }{
		{"another article's JSON-LD",
			`<script ` +
				`type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Fares rise","datePublished":"2020-01-01T00:00:00Z"}]}</script>` + statedDate, h1 + "PARAGRAPHS", "2024-05-07T07:10:00Z "},
		{"only another article's",
			`<script ` +
				`type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Fares rise","datePublished":"2020-01-01T00:00:00Z"}]}</script>`, h1 + "<p>7 May 2024</p>PARAGRAPHS", "2024-05-07T00:00:00Z "},
		{"a day, then the same with a time",
			`<meta name="date" content="2024-05-07T09:10:00+02:00"><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-07"}</script>`, h1 +
				"PARAGRAPHS",
			"2024-05-07T07:10:00Z "},
		{"without a zone, then with",
			`<meta property="article:published_time" content="2024-05-07T09:10:00+02:00"><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-07 09:10:00.0"}</script>`,
			h1 + "PARAGRAPHS", "2024-05-07T07:10:00Z "},
		{"placeholders",
			`<meta name="publish-date" content="0001-01-01"><meta name="pubdate" ` +
				`content="1970-01-01T00:00:00Z"><meta ` +
				`name="dc.date" content="9999-12-31"><meta name="first_published" content="2024-05-07">`, h1 +
				"PARAGRAPHS",
			"2024-05-07T00:00:00Z "},
		{"spellings of one name",
			`<meta property="article-published:time" content="2024-05-07T07:10:00Z"><meta name="Updated At" ` +
				`content="2024-05-08">`, h1 + "PARAGRAPHS", "2024-05-07T07:10:00Z 2024-05-08T00:00:00Z"},
		{"two time elements, the update first", ``,
			h1 + `<p>Updated: <time datetime="2024-05-09T10:00Z">9 May</time>, published: <time ` +
				`datetime="2024-05-07T07:10Z">7 May</time></p>PARAGRAPHS`, "2024-05-07T07:10:00Z 2024-05-09T10:00:00Z"},
		{"two time elements, one a line", ``,
			h1 + `<ul><li><time datetime="2024-05-09T10:00Z">Last updated 9 May</time></li><li><time ` +
				`datetime="2024-05-07T07:10Z">7 May</time></li></ul>PARAGRAPHS`,
			"2024-05-07T07:10:00Z 2024-05-09T10:00:00Z"},
		{"behind the article, with its label", ``, h1 + "PARAGRAPHS" + more + "<p>First published: 7 May 2024</p>",
			"2024-05-07T00:00:00Z "},
		{"behind the article, without one", ``, h1 + "PARAGRAPHS" + more + "<p>7 May 2024</p>", " "},
		{"in the dateline", ``,
			h1 + "<p>QUAYSIDE, May 7, 2024 /Meridian Wire/ -- The ferry stops for the winter, its owner " +
				"said.</p>PARAGRAPHS",
			"2024-05-07T00:00:00Z "},
		{"in the first sentence", ``,
			h1 + "<p>On Tuesday, May 7, 2024 the ferry stopped for the winter, its owner said.</p>PARAGRAPHS", " "},
		{"of the video that the page is",
			`<script type="application/ld+json">{"@type":"VideoObject","name":"Ferry stops for ` +
				`winter","uploadDate":"2024-05-07"}</script>`, h1 + "PARAGRAPHS", "2024-05-07T00:00:00Z "},
		{"of a video on the page",
			`<script ` +
				`type="application/ld+json">{"@type":"VideoObject","name":"Seals","uploadDate":"2021-05-07"}</script>`,
			h1 + "PARAGRAPHS", " "},
		{"the year first, with slashes", `<meta name="citation_publication_date" content="2024/05/07">`,
			h1 + "PARAGRAPHS", "2024-05-07T00:00:00Z "},
		{"a time without marks", `<meta name="ptime" content="20240507071000">`, h1 + "PARAGRAPHS",
			"2024-05-07T07:10:00Z "},
		{"a title of hAtom", ``, h1 + `<abbr class="published" title="2024-05-07T07:10:00Z">Tuesday</abbr>PARAGRAPHS`,
			"2024-05-07T07:10:00Z "},
		{"a title inside a time", ``,
			h1 + `<time datetime="2024-05-07T07:10Z"><span class="date" title="2020-01-01">7 ` +
				`May</span></time>PARAGRAPHS`,
			"2024-05-07T07:10:00Z "},
		{"dates of a paper", ``,
			h1 + `<ul><li>Received 11 August 2023</li><li>Accepted 16 December 2023</li><li>Published 7 May 2024</li>` +
				`</ul>PARAGRAPHS`, "2024-05-07T00:00:00Z "},
		{"above the headline and nowhere else", ``, `<p>7 May 2024</p>` + h1 + `PARAGRAPHS`, "2024-05-07T00:00:00Z "},
		{"in the address and nowhere else", `<link rel=canonical href="https://courier.example/2024/05/07/ferry">`,
			h1 + `PARAGRAPHS`, "2024-05-07T00:00:00Z "},
		{"a month in the address", `<link rel=canonical href="https://courier.example/news/2024/05/ferry">`,
			h1 + `PARAGRAPHS`, "2024-05-01T00:00:00Z "},
		{"no date in the address", `<link rel=canonical href="https://courier.example/2024/50/99">`, h1 +
			`PARAGRAPHS`, " "},
		{"in the title of the page", `<title>Ferry stops for winter | Courier | 07.05.2024</title>`, h1 +
			`PARAGRAPHS`, " "},
	} {
		if got := datesOf(t, test.head, test.body); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestSavedBefore: a page was not published after it was saved.
func TestSavedBefore(t *testing.T) {
	c := captured(stemma.HTML,
		`<html><head><meta property="article:published_time" content="2025-12-04T10:00:00Z"><meta name="dc.date" `+
			`content="2024-05-07"></head><body><h1>Ferry stops for winter</h1>`+paragraphs)
	c.Captured, c.URL = time.Date(2024, 5, 8, 9, 0, 0, 0, time.UTC), "https://courier.example/ferry"
	got, err := extractor(t).Extract(c)
	if err != nil || got.Published.String() != "2024-05-07T00:00:00Z" || got.URL != "https://courier.example/ferry" {
		t.Errorf("%s %s %v", got.Published, got.URL, err)
	}
}

func TestUnreadableDates(t *testing.T) {
	for stated, want := range map[string]string{
		"2024-05-07": "", "": "", "1715065800": "", "1715065800000": "", "1715065800.0": "", "7 May 2024": "",
		"yesterday":  `published: no date is understood in "yesterday"`,
		"2024-13-45": `published: no date is understood in "2024-13-45"`,
		"3/4/2024":   `published: no date is understood in "3/4/2024"`,
	} {
		c := captured(stemma.PlainText, "The ferry stops for the winter on Tuesday, the harbour board said.")
		c.Record = &stemma.Record{Published: stated}
		got, err := extractor(t).Extract(c)
		if notes := strings.Join(got.Notes,
			"; "); err != nil || notes != want || got.Published.Known() != (stated != "" && want == "") {
			t.Errorf("%q: note %q, published %s", stated, notes, got.Published)
		}
		if strings.HasPrefix(stated, "1715") && got.Published.String() != "2024-05-07T07:10:00Z" {
			t.Errorf("%q: %s", stated, got.Published)
		}
	}
}
