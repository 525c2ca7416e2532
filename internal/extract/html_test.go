package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

const paragraphs = `<p>The island ferry will stop for the winter, its owner said on Monday, after a year in which it lost money on every day but three.</p>
<p>“We have no choice,” said Ola Brekke, who has run the line for thirty years. “I would have gone on, but the fuel is too dear and the boat too old.”</p>
<p>The council, which pays a third of the cost, had not been told. It will meet on Friday to talk about what can be done for those who need the hospital.</p>`

func TestPage(t *testing.T) {
	page := `<!doctype html><html><head><title>Ferry to stop for the winter | Coast | Harbour Courier</title>
<link rel="canonical" href="https://www.harbourcourier.example/ferry">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Harbour Courier"},
{"@type":"NewsArticle","headline":"Ferry to stop for the winter","datePublished":"2024-05-07T06:00:00Z","dateModified":"2024-05-08T09:20:00Z",
"author":[{"@type":"Person","name":"Ana Ruiz"},{"@type":"Person","name":"Bo Lind"}],}]}</script></head>
<body><header><div>Harbour Courier</div><nav><ul><li><a href="/n">News</a><li><a href="/s">Sport</a></ul></nav></header>
<article><h1>Ferry to stop for the winter</h1><address>Ana Ruiz, coast correspondent, and Bo Lind</address><div class="d">Tue 7 May 2024 06.00</div>
<figure><img src="x.jpg"><figcaption>The old quay. Photograph: Harbour Board</figcaption></figure>` + paragraphs +
		`<p class="t">OLSEN: Were you asked?<br>BREKKE: No.</p>
<p>The account lends weight to <a href="https://www.quayside.example/a/1">a report</a> and to <a href="/old">an old story</a>, and nobody has denied it so far.</p>
<aside><h3>Know more?</h3><p>Write to tips@harbourcourier.example or call us on any day.</p></aside>
<p>Ferries began to run to the island in 1871, and they have stopped only twice since then, both times in a war.</p>
</article><section><h2>Related</h2><ul><li><a href="/1">Who owns the buses?</a></ul></section><footer><p>© Harbour Courier 2024</p></footer></body></html>`
	got, err := extractor(t).Extract(captured(stemma.HTML, page))
	if err != nil {
		t.Fatal(err)
	}
	covered(t, got)
	text := notation(got)
	for _, want := range []string{
		"title Ferry to stop for the winter\n", "byline Ana Ruiz, coast correspondent, and Bo Lind\n",
		"paragraph OLSEN: Were you asked?\n",
		"paragraph BREKKE: No.\n", "paragraph Ferries began to run",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, bad := range []string{"Know more", "Sport", "Who owns", "©", "Related"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q in\n%s", bad, text)
		}
	}
	if want := "Ferry to stop for the winter | Harbour Courier | Ana Ruiz, Bo " +
		"Lind | 2024-05-07T06:00:00Z second"; factsOf(got) != want {
		t.Errorf("got %s, want %s", factsOf(got), want)
	}
	if got.Updated.String() != "2024-05-08T09:20:00Z" || got.Language != "en" ||
		got.URL != "https://www.harbourcourier.example/ferry" {
		t.Errorf("updated %v, language %q, url %q", got.Updated, got.Language, got.URL)
	}
	checkLinks(t, got)
}

func checkLinks(t *testing.T, got stemma.Report) {
	t.Helper()
	if len(got.Credits) != 1 {
		t.Fatalf("credits %v", got.Credits)
	}
	c := got.Credits[0]
	if c.Kind != stemma.LinkCredit || c.Name != "quayside.example" || c.Span.Text != "a report" ||
		got.Text[c.Span.Start:c.Span.End] != "a report" {
		t.Errorf("credit %v", c)
	}
}

func TestPageFacts(t *testing.T) {
	for _, test := range []struct{ name, head, top, want string }{
		{"open graph",
			`<title>Ferry stops for winter months - Harbour Courier</title><meta property="og:site_name" ` +
				`content="Harbour ` +
				`Courier"><meta name="author" content="Continental Press Service"><meta ` +
				`property="article:published_time" ` +
				`content="2024-05-07T13:12:00+02:00">`,
			`<h1>Ferry stops for winter months</h1>`,
			"Ferry stops for winter months | Harbour Courier | Continental Press Service | 2024-05-07T11:12:00Z " +
				"second"},
		{"title suffix and time element", `<title>Why the ferry stops - Quay Radio 94.3</title>`,
			`<p>Quay Radio 94.3</p><h2>Why the ferry stops</h2><p class="who">Jonas Lind, Morning Tide, <time ` +
				`datetime="2024-05-07T07:10">7 May 2024, 7:10 a.m.</time></p>`,
			"Why the ferry stops | Quay Radio 94.3 | Jonas Lind | 2024-05-07T07:10:00Z minute"},
		{"visible byline",
			`<title>Ferry stops | Harbour Courier</title><link rel=canonical href="https://harbourcourier.example/f">`,
			`<h1>Ferry stops</h1><p class="byline">By <a rel="author" href="/a">Ana Ruiz</a></p><p>Updated 2:41 ` +
				`p.m., May ` +
				`7, 2024</p>`,
			"Ferry stops | Harbour Courier | Ana Ruiz | 2024-05-07T14:41:00Z minute"},
		{"microdata", `<title>Ferry stops</title>`,
			`<h1>Ferry stops</h1><time itemprop="datePublished" datetime="2024-05-07">May 7</time>`,
			"Ferry stops |  |  | 2024-05-07T00:00:00Z day"},
		{"hostile byline",
			`<title>Ferry &lt;script>alert(1)&lt;/script></title><meta name="author" content="<b>Ana</b> Ruiz">`, ``,
			"Ferry <script>alert(1)</script> |  | <b>Ana</b> Ruiz | "},
		{"a team for the writer", `<title>Ferry stops</title><meta name="author" content="Web Desk">`,
			`<h1>Ferry stops</h1><p class="byline">By Ana Ruiz</p>`, "Ferry stops |  | Ana Ruiz | "},
		{"a team and no writer", `<title>Ferry stops</title><meta name="author" content="Web Desk">`,
			`<h1>Ferry stops</h1>`, "Ferry stops |  | Web Desk | "},
		{"a team beside a writer", `<title>Ferry stops</title>` +
			`<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Bo Lind"},{"name":"Web ` +
			`Team"}]}</script>`,
			`<h1>Ferry stops</h1><p class="byline">By Ana Ruiz</p>`, "Ferry stops |  | Bo Lind, Web Team | "},
		{"where the writer is", `<title>Ferry stops</title>`,
			`<h1>Ferry stops</h1><p class="byline">Ana Ruiz in Harbour City</p>`, "Ferry stops |  | Ana Ruiz | "},
		{"what the writer is called elsewhere", `<title>Ferry stops</title>`,
			`<h1>Ferry stops</h1><p class="byline">Ana Ruiz @aruiz</p>`, "Ferry stops |  | Ana Ruiz | "},
		{"a place-holder for the writer",
			`<title>Ferry stops</title><meta name="author" content="{{ author }}"><meta name="byl" content="N/A">`,
			`<h1>Ferry stops</h1><p class="byline">By Ana Ruiz</p>`,
			"Ferry stops |  | Ana Ruiz | "},
		{"a number and a handle",
			`<title>Ferry stops</title><meta name="author" content="4711"><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"@ana"},{"name":"ana@courier.example"}]}</script>`, `<h1>Ferry stops</h1><p class="byline">By Ana Ruiz</p>`,
			"Ferry stops |  | Ana Ruiz | "},
		{"the outlet beside its writer",
			`<title>Ferry stops</title><meta property="og:site_name" content="Harbour Courier"><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Ana Ruiz"},{"name":"The ` +
				`Harbour ` +
				`Courier"}]}</script>`, `<h1>Ferry stops</h1>`,
			"Ferry stops | Harbour Courier | Ana Ruiz | "},
		{"a name in two parts",
			`<title>Ferry stops</title><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","author":[{"@type":"Person","givenName":"Ana","familyName":"Ruiz"}]}</script>`, `<h1>Ferry stops</h1>`,
			"Ferry stops |  | Ana Ruiz | "},
		{"the company beside the site",
			`<title>Ferry stops</title><meta property="og:site_name" content="Harbour Courier"><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry ` +
				`stops","publisher":{"name":"Tide Media ` +
				`GmbH & Co. KG"}}</script>`, `<h1>Ferry stops</h1>`,
			"Ferry stops | Harbour Courier |  | "},
		{"a company alone",
			`<title>Ferry stops</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry ` +
				`stops","publisher":{"name":"Harbour Courier GmbH & Co. KG"}}</script>`, `<h1>Ferry stops</h1>`,
			"Ferry stops | Harbour Courier |  | "},
		{"a slogan behind the name",
			`<title>Ferry stops</title><meta property="og:site_name" content="Harbour Courier – All that the tide ` +
				`brings in ` +
				`– since 1871"><link rel=canonical href="https://harbourcourier.example/f">`, `<h1>Ferry stops</h1>`,
			"Ferry stops | Harbour Courier |  | "},
		{"a shared headline with the outlet",
			`<title>Ferry fares: what to know</title><meta property="og:title" content="Ferry stops for winter ` +
				`months - ` +
				`Tide Post"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stops for ` +
				`winter","publisher":{"name":"Tide Post"}}</script>`, `<h1>Ferry stops for winter</h1>`,
			"Ferry stops for winter | Tide Post |  | "},
		{"a shared headline of its own",
			`<title>Ferry stops for winter</title><meta property="og:title" content="No boats to Selby until ` +
				`May"><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stops for winter"}</script>`,
			`<h1>Ferry stops for winter</h1><p class="byline">Von Ana Ruiz und Jonas Lind</p>`,
			"No boats to Selby until May |  | Ana Ruiz, Jonas Lind | "},
		{"a headline for the search alone",
			`<title>Selby ferry: stop for winter | Tide Post</title><meta property="og:title" content="No boats ` +
				`to Selby ` +
				`until May"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Selby ferry: ` +
				`stop for ` +
				`winter"}</script>`, `<h1>No boats to Selby until May</h1>`,
			"Selby ferry: stop for winter | Tide Post |  | "},
		{"a title that only looks like the shared headline",
			`<title>Selby Ferry: Stop for Winter</title><meta property="og:title" content="No boats to Selby ` +
				`until May">` +
				`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Selby ferry: stop for ` +
				`winter"}</script>`,
			`<h1>No boats to Selby until May</h1>`,
			"No boats to Selby until May |  |  | "},
		{"a headline for lists, which is the heading",
			`<title>Gale: no boats</title><meta property="og:title" content="No boats to Selby until May"><meta ` +
				`name="sailthru.title" content="Ferry stops for winter">`, `<h1>Ferry stops for winter</h1>`,
			"Ferry stops for winter |  |  | "},
		{"a headline for lists, which is none",
			`<title>Gale: no boats</title><meta property="og:title" content="No boats to Selby until May"><meta ` +
				`name="headline" content="... says its owner">`,
			`<h1>Ferry stops for winter</h1><h1>... says its owner</h1>`,
			"No boats to Selby until May |  |  | "},
		{"a headline for lists, with a tail elsewhere",
			`<title>Ferry stops for winter-coastㅣTide Post</title><meta property="og:title" content="Ferry stops for ` +
				`winter-coastㅣTide Post"><meta name="headline" content="Ferry stops for winter">`, ``,
			"Ferry stops for winter |  |  | "},
		{"a German byline", `<title>Fähre steht still</title>`,
			`<h1>Fähre steht still</h1><div class="articleAuthorName">von Ana Ruiz</div><div>Aktualisiert am ` +
				`07.05.2024, ` +
				`14:41 Uhr</div>`,
			"Fähre steht still |  | Ana Ruiz | 2024-05-07T14:41:00Z minute"},
		{"the sections behind a byline", `<title>Ferry stops</title>`,
			`<h1>Ferry stops</h1><p>By Ana Ruiz, in News, Business, Travel</p>`,
			"Ferry stops |  | Ana Ruiz | "},
		{"a label and its data",
			`<title>Ferry stops</title><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" ` +
				`content="Ana Ruiz">`, `<h1>Ferry stops</h1>`,
			"Ferry stops |  | Ana Ruiz | "},
		{"the outlet's host as its writer",
			`<title>Ferry stops</title><meta name="author" content="courier.de"><link rel=canonical ` +
				`href="https://www.courier.de/f">`, `<h1>Ferry stops</h1><p>By Ana Ruiz</p>`,
			"Ferry stops | courier.de | Ana Ruiz | "},
		{"an agency as a tag",
			`<title>Ferry stops</title><meta name="author" content="Harbour Courier"><meta property="og:site_name" ` +
				`content="Harbour Courier">`, `<h1>Ferry stops</h1><p><a href="/tag/reuters">Reuters</a></p>`,
			"Ferry stops | Harbour Courier | Harbour Courier | "},
		{"the date of a picture", `<title>Ferry stops | 28.05.2024</title>`,
			`<h1>Ferry stops</h1><p>The quay at Ardmouth on 24 May 2024 before noon</p>`,
			"Ferry stops |  |  | 2024-05-28T00:00:00Z day"},
		{"a wrong date for machines, a weekday for readers",
			`<title>Ferry stops</title><meta property="article:published_time" content="2023-05-07T06:00:00Z">`,
			`<h1>Ferry stops</h1><p class="byline">Ana Ruiz | Tuesday 7 May 2024</p>`,
			"Ferry stops |  | Ana Ruiz | 2024-05-07T00:00:00Z day"},
		{"a wrong weekday",
			`<title>Ferry stops</title><meta property="article:published_time" content="2023-05-07T06:00:00Z">`,
			`<h1>Ferry stops</h1><p class="byline">Ana Ruiz | Sunday 7 May 2024</p>`,
			"Ferry stops |  | Ana Ruiz | 2023-05-07T06:00:00Z second"},
		{"a line on cookies above the headline",
			`<title>Ferry stops</title><meta name="author" content="webadmin">`,
			`<p>By staying on this page you agree to our cookies.</p><h1>Ferry stops</h1>` +
				`<p class="byline">By Ana Ruiz | Tuesday 7 May 2024</p>`,
			"Ferry stops |  | Ana Ruiz | 2024-05-07T00:00:00Z day"},
		{"a date with the year last",
			`<title>Ferry stops</title><script ` +
				`type="application/ld+json">{"@type":"NewsArticle","datePublished":"Tue May ` +
				`07 14:41:36 CEST 2024"}</script>`, `<h1>Ferry stops</h1>`,
			"Ferry stops |  |  | 2024-05-07T12:41:36Z second"},
		{"another article's JSON-LD first",
			`<title>Ferry stops</title><script ` +
				`type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Fares ` +
				`rise"},{"@type":"NewsArticle","headline":"Ferry stops","author":{"name":"Ana Ruiz"}}]}</script>`,
			`<h1>Ferry stops</h1>`,
			"Ferry stops |  | Ana Ruiz | "},
		{"broken JSON-LD",
			`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry ` +
				`stops","datePublished":"2024-05-07T06:00:00Z",oops}</script>`, `<h1>Ferry stops</h1>`,
			"Ferry stops |  |  | 2024-05-07T06:00:00Z second"},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := "<html><head>" + test.head + "</head><body><div>" + test.top + paragraphs + "</div></body></html>"
			got, err := extractor(t).Extract(captured(stemma.HTML, page))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, factsOf(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPageText(t *testing.T) {
	teaser := `<p><a href="/other">Harbour board: Who pays for the new pier at Ardmouth</a></p>`
	linked := `<p><a href="/other">The board named the engineers in its letter of March.</a></p>`
	deck := `<div class="sub"><div>After the gale of Tuesday no boat leaves for Selby until the pier is mended.</div>` +
		`</div>`
	page := `<html><head><title>Ferry stops</title></head><body><article><header><h1>Ferry stops</h1>` + deck +
		`</header><div class="b">` +
		paragraphs + linked + teaser + `<p>Lesen Sie auch: Was die Fähre kostet</p>` + paragraphs +
		`</div></article></body></html>`
	got, err := extractor(t).Extract(captured(stemma.HTML, page))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"no boat leaves": true, "named the engineers": true, "Who pays": false} {
		if strings.Contains(got.Text, text) != want {
			t.Errorf("%q in the text: %v", text, !want)
		}
	}
}

func TestNestedCards(t *testing.T) {
	card := func(name string) string {
		return `<span class="author-name">` + name + `</span><div class="card"><button>close</button><span>` + name +
			`</span><span>Covers ports and the coast</span><a>Email</a><a>Follow</a></div>`
	}
	page := `<title>Ferry stops</title><article><h1>Ferry stops</h1><div class="author-names">` + card("Ana Ruiz") +
		` and ` + card("Jonas Lind") +
		`</div>` + paragraphs + `</article>`
	got, err := extractor(t).Extract(captured(stemma.HTML, page))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Ana Ruiz", "Jonas Lind"}, got.Byline); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDatesThatContradict(t *testing.T) {
	for _, test := range []struct{ name, machine, visible, published, updated, all string }{
		{"same day", "2024-05-07T06:00:00Z", "7 May 2024, 8.00am", "2024-05-07T06:00:00Z", "", ""},
		{"another zone", "2024-05-08T02:00:00Z", "May 7, 2024", "2024-05-08T02:00:00Z", "", ""},
		{"a slot opened the evening before", "2024-05-06T23:58:00Z", "Updated 2:41 p.m., May 7, 2024",
			"2024-05-07T14:41:00Z", "", "2024-05-06T23:58:00Z 2024-05-07T14:41:00Z"},
		{"an update a week later", "2024-05-07T06:00:00Z", "Updated May 14, 2024", "2024-05-07T06:00:00Z",
			"2024-05-14T00:00:00Z", ""},
		{"republished page", "2024-06-20T06:00:00Z", "Published May 7, 2024", "2024-05-07T00:00:00Z", "",
			"2024-05-07T00:00:00Z 2024-06-20T06:00:00Z"},
	} {
		t.Run(test.name, func(t *testing.T) {
			page := `<html><head><title>Ferry stops for winter</title><meta property="article:published_time" ` +
				`content="` + test.machine + `"></head><body><h1>Ferry stops for winter</h1><div>` +
				test.visible + `</div>` + paragraphs + `</body></html>`
			got, err := extractor(t).Extract(captured(stemma.HTML, page))
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, d := range got.Dates {
				all = append(all, d.String())
			}
			have := [3]string{got.Published.String(), got.Updated.String(), strings.Join(all, " ")}
			if want := [3]string{test.published, test.updated, test.all}; have != want {
				t.Errorf("got %q, want %q", have, want)
			}
		})
	}
}

// Hostile pages must end soon, with a report or an error, and never panic.
func TestHostilePages(t *testing.T) {
	e := extractor(t)
	for name, page := range map[string]string{
		"nested":     strings.Repeat("<div>", 100_000) + paragraphs,
		"formatting": strings.Repeat("<b><i><a href=x><font>", 20_000) + paragraphs,
		"siblings":   paragraphs + strings.Repeat("<p>x", 50_000),
		"links":      paragraphs + strings.Repeat("<a href=//h>y</a>", 50_000),
		"tables":     strings.Repeat("<table><tr><td>", 30_000) + paragraphs,
		"cut off":    "<html><body><h1>Ferry stops</h1>" + paragraphs + "<p>The rest <a href=\"",
		"one word":   "<p>" + strings.Repeat("x", 1<<20),
		"long title": "<title>" + strings.Repeat("a - ", 50_000) + "</title>" + paragraphs,
		"deep json":  `<script type="application/ld+json">` + strings.Repeat("[", 200_000) + "</script>" + paragraphs,
		"attributes": "<div " + strings.Repeat("a=b ", 50_000) + " class='" + strings.Repeat("nav ", 50_000) +
			"'>" + paragraphs,
	} {
		r, err := e.Extract(captured(stemma.HTML, page))
		if err == nil {
			covered(t, r)
		}
		t.Log(name, err)
	}
}

func FuzzPage(f *testing.F) {
	e := extractor(f)
	f.Add("<h1>A</h1>"+paragraphs, "By Ana Ruiz")
	f.Add(`<script type="application/ld+json">{"@type":["NewsArticle"],"author":[null,{"name":[]}]}</script>`,
		"2024-05-07")
	f.Add("<p>a<br>b<table><a href='http://x.y/z'>c<p>d</a>", "\xff")
	f.Fuzz(func(t *testing.T, page, line string) {
		r, err := e.Extract(captured(stemma.HTML, page+"<p>"+line+paragraphs))
		if err != nil {
			return
		}
		covered(t, r)
		for _, c := range r.Credits {
			if r.Text[c.Span.Start:c.Span.End] != c.Span.Text {
				t.Fatalf("credit %v is not at its span", c)
			}
		}
	})
}

func TestSecondCopy(t *testing.T) {
	bare := strings.NewReplacer("<p>", "", "</p>", "").Replace(paragraphs)
	var body, said strings.Builder
	for i := range 4 {
		part := strings.ReplaceAll(bare, "Monday", "the day of gale number "+strings.Repeat("I", i+1))
		body.WriteString("<p>" + strings.ReplaceAll(part, "\n", "</p><p>") + "</p>")
		said.WriteString(part + " ")
	}
	page := `<html><body><h1>Harbour news: Ferry stops for the winter</h1><article>` + body.String() +
		`<p>` + said.String() + `</p></article></body></html>`
	got, err := extractor(t).Extract(captured(stemma.HTML, `<title>Ferry stops for the winter</title>`+page))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(got.Text, "gale number II,"); n != 1 {
		t.Errorf("the article stands %d times:\n%s", n, notation(got))
	}
}
