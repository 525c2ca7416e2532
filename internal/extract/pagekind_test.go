package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"stemma"
)

// teasers are the headlines of n other articles, each with its first sentence.
func teasers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<article><h3><a href="/news/%d">Harbour number %d is closed for winter</a></h3>`+
			`<p>The harbour master of pier %d said on Monday that nobody would be `+
			`let in before spring.</p></article>`, i, i, i)
	}
	return b.String()
}

func pageOf(head, body string) stemma.Capture {
	return captured(stemma.HTML, "<html><head>"+head+"</head><body>"+body+"</body></html>")
}

func TestPagesThatAreNoReport(t *testing.T) {
	const few = `<p>We are sorry, but what you asked for is not to be had at this address any more.</p>`
	for _, c := range []struct {
		name, head, body string
		want             error
	}{
		{"a front", "<title>The Harbour Star</title>", "<main><h1>News</h1>" + teasers(9) + "</main>", errFront},
		{"a front with a picture of the day", "<title>World | The Harbour Star</title>",
			"<h1>World</h1><figure><img src=a.jpg><figcaption>A gull.</figcaption></figure>" + teasers(12), errFront},
		{"not found", "<title>Page not found - The Harbour Star</title>", "<main>" + few + few + "</main>", errError},
		{"an error in German", "<title>Hafenblatt</title>", "<h1>Seite nicht gefunden</h1>" + few + few, errError},
		{"an error by its number", "<title>The Harbour Star | 404</title>", "<h1>404</h1>" + few + few, errError},
		{"a login wall", "<title>The Harbour Star</title>", "<h1>Log in to continue reading</h1>" + few + few,
			errLogin},
		{"a check", "<title>Just a moment...</title>", "<h1>star.example</h1>" + few + few, errCheck},
		{"scripts", "<title>The Harbour Star</title>", "<p>You need to enable JavaScript to run this app.</p>",
			errCheck},
		{"consent", "<title>Before you continue</title>", "<h1>Before you continue</h1>" + few + few, errConsent},
	} {
		_, err := extractor(t).Extract(pageOf(c.head, c.body))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestReportsAmongSuchThings: an article with many teasers around it, or with
// such words in its headline, is read.
func TestReportsAmongSuchThings(t *testing.T) {
	const stated = `<meta property="article:published_time" content="2024-05-06T10:00:00Z">`
	for name, page := range map[string][2]string{
		"teasers behind": {"<title>Ferry stops</title>", "<article><h1>Ferry stops</h1>" + story +
			"</article><section>" + teasers(12) + "</section>"},
		"teasers before": {"<title>Ferry stops</title>", "<nav>" + teasers(8) +
			"</nav><article><h1>Ferry stops</h1>" + story + "</article>"},
		"a short report": {"<title>Not found - Star</title>" + stated, "<h1>Not found</h1>" + story},
		"access in its words": {"<title>Access denied to ferry - Star</title>", "<h1>Access denied to ferry</h1>" +
			story},
	} {
		if _, err := extractor(t).Extract(pageOf(page[0], page[1])); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLiveBlogIsNamed(t *testing.T) {
	live := func(kind string) []string {
		r, err := extractor(t).Extract(pageOf(`<script type="application/ld+json">{"@type":"`+kind+
			`","headline":"Ferry stops for winter","liveBlogUpdate":[{"@type":"BlogPosting","headline":"A `+
			`post"}]}</script>`,
			"<h1>Ferry stops for winter</h1>"+story))
		if err != nil {
			t.Fatal(err)
		}
		return r.Notes
	}
	if !slices.Contains(live("LiveBlogPosting"), noteLive) || slices.Contains(live("NewsArticle"), noteLive) {
		t.Errorf("%v %v", live("LiveBlogPosting"), live("NewsArticle"))
	}
}

func TestWhatIsNoOutlet(t *testing.T) {
	const address = `<link rel="canonical" href="https://quayledger.example/a">`
	for head, want := range map[string]string{
		`<meta property="og:site_name" content="Ferry stops for winter">`: "Quay Ledger",
		`<meta property="og:site_name" content="Home">`:                   "Quay Ledger",
		`<meta property="og:site_name" content="The Quay Ledger">`:        "The Quay Ledger",
		`<title>Quay Ledger - Ferry stops for winter</title>`:             "Quay Ledger",
	} {
		r, err := extractor(t).Extract(pageOf(head+address, "<h1>Ferry stops for winter</h1>"+story))
		if err != nil || string(r.Outlet) != want {
			t.Errorf("%s: %q %v", head, r.Outlet, err)
		}
	}
}

// TestBylinesBeforeDates: the word that announces a date is no part of a name.
func TestBylinesBeforeDates(t *testing.T) {
	for _, line := range []string{
		"By Ola Brekke on 6 May 2024", "By Ola Brekke Updated: 6 May 2024", "Von Ola Brekke Stand: 6. Mai 2024",
		"By Ola Brekke, Monday 6 May 2024",
	} {
		r, err := extractor(t).Extract(pageOf("", "<h1>Ferry stops for winter</h1><p>"+line+"</p>"+story))
		if err != nil || !slices.Equal(r.Byline, []string{"Ola Brekke"}) {
			t.Errorf("%s: %q %v", line, r.Byline, err)
		}
	}
}

// Lines beside a headline that name a writer, in the ways of several newsrooms.
func TestBylinesBesideHeadlines(t *testing.T) {
	for line, want := range map[string]string{
		`<p class="author"><span>Ana Ruiz</span><span>Coast correspondent</span><span>@ana</span></p>`: "Ana Ruiz",
		`<p><span class="author">Ana Ruiz</span><span class="date">Mardi 7 mai 2024</span></p>`:        "Ana Ruiz",
		`<p>Par <a href="/a">Ana Ruiz</a> (à Quayside)</p>`:                                            "Ana Ruiz",
		`<p>ANA RUIZ, Associated Press</p>`:                                                            "Ana Ruiz",
		`<p>By Ana Ruiz, The Associated Press</p>`:                                                     "Ana Ruiz",
		`<p class="author">by Ana Ruiz for the Courier</p>`:                                            "Ana Ruiz",
		`<p>7.5.2024 · Anna Ruiz</p>`:                                                                  "Anna Ruiz",
		`<p>7.5.2024 · von Ana Ruiz</p>`:                                                               "Ana Ruiz",
		`<p>7 May 2024 | New Quayside</p>`:                                                             "",
		`<p>Door: Ana Ruiz</p>`:                                                                        "Ana Ruiz",
		`<p>Autor: Ana Ruiz i ` +
			`Bo Lind</p>`: "Ana Ruiz, Bo Lind",
	} {
		page := `<html><body><h1>Ferry stops for winter</h1>` + line + paragraphs
		got, err := extractor(t).Extract(captured(stemma.HTML, page))
		if err != nil {
			t.Fatal(err)
		}
		if have := strings.Join(got.Byline, ", "); have != want {
			t.Errorf("%s: %q, want %q", line, have, want)
		}
	}
	in := extractor(t).x.inside
	for stated, want := range map[string]string{"Ruiz, Ana": "Ana Ruiz", "Ruiz, Lind": "Lind Ruiz",
		"Ana Ruiz, Bo": "Ana Ruiz, Bo", "Ruiz, AP": "Ruiz, AP"} {
		if got := forwards(in, stated); got != want {
			t.Errorf("%s: %s, want %s", stated, got, want)
		}
	}
}

// The name of the site goes from a headline wherever it stands, and is the outlet.
func TestSitesInTitles(t *testing.T) {
	const want = "Ferry stops for the winter | Harbour Courier"
	for _, title := range []string{
		"Harbour Courier: Ferry stops for the winter", "Harbour Courier - Ferry stops for the winter",
		"Ferry stops for the winter — Harbour Courier", "Ferry stops for the winter | Harbour Courier",
	} {
		page := `<html><head><title>` + title + `</title></head><body><a href="/">Harbour Courier</a><div>` + paragraphs
		got, err := extractor(t).Extract(captured(stemma.HTML, page))
		if err != nil {
			t.Fatal(err)
		}
		if have := got.Title + " | " + string(got.Outlet); have != want {
			t.Errorf("%s: %s", title, have)
		}
	}
	const kicker = `<html><head><title>Coast: Ferry stops for the winter</title></head><body><a href="/coast">Coast</a>`
	if got, _ := extractor(t).Extract(
		captured(stemma.HTML, kicker+`<h1>Coast: Ferry stops for the winter</h1>`+
			paragraphs)); got.Title != "Coast: Ferry stops for the winter" {
		t.Errorf("the section is cut off: %s", got.Title)
	}
}

// Cards that announce other articles go, whole articles of such boxes stay.
func TestCardsAmongParagraphs(t *testing.T) {
	const card = `<div class="m"><a href="/b"><h4>Bus fares rise on the whole island</h4></a><p>The company has ` +
		`lost a third of its drivers since spring.</p></div>`
	const post = `<div class="m"><h3><a href="/b">Bus fares rise on the whole island</a></h3><p>The company has ` +
		`lost a third of its drivers since spring.</p><p>It hopes to find some of them again in summer.</p></div>`
	for name, c := range map[string]struct {
		page string
		want bool
	}{
		"a card": {paragraphs + card + paragraphs, false}, "a post": {paragraphs + post, true},
		"nothing but cards": {strings.Repeat(card, 3) + `<p>` + strings.Repeat("The boats lie still. ", 9) + `</p>`,
			true},
	} {
		got, err := extractor(t).Extract(
			captured(stemma.HTML, `<html><body><article><h1>Ferry stops for winter</h1>`+c.page+`</article>`))
		if err != nil {
			t.Fatal(err)
		}
		if have := strings.Contains(got.Text, "a third of its drivers"); have != c.want {
			t.Errorf("%s: %v, want %v", name, have, c.want)
		}
	}
}

func TestDatesThatRunOn(t *testing.T) {
	x := extractor(t).x
	if got := x.dates("28.09.1912:44"); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if got := x.dates("28.09.1912 12:44"); len(got) != 1 {
		t.Errorf("%v", got)
	}
}
