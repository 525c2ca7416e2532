package fetch

import (
	"slices"
	"strings"
	"testing"
)

// TestFeeds: whatever is wrong with dates and titles, or with the feed as a whole,
// the addresses of its entries are found.
func TestFeeds(t *testing.T) {
	rss := func(entry string) string {
		return `<rss version="2.0"><channel><title>Quay & Pier</title><link>https://quay.example/</link>` +
			`<item>` + entry + `<link>https://quay.example/1</link></item>` +
			`<item><title>Two</title><link>https://quay.example/2</link></item></channel></rss>`
	}
	const dated = "<title>One</title><pubDate>"
	two := []string{"https://quay.example/1", "https://quay.example/2"}
	for name, test := range map[string]struct {
		feed string
		want []string
	}{
		"no date":       {rss("<title>One</title>"), two},
		"empty date":    {rss(dated + "</pubDate>"), two},
		"no such day":   {rss(dated + "Fri, 35 Octember 2024 99:99 XYZ</pubDate>"), two},
		"date in words": {rss(dated + "last week</pubDate>"), two},
		"markup":        {rss("<title>One <b>quay</b> &nbsp; shut</title>"), two},
		"open markup":   {rss("<title>One <br> <i>quay</title>"), two},
		"quoted markup": {rss("<title><![CDATA[One <br> <i>quay]]></title>"), two},
		"a sign":        {rss("<title>One < two & three</title>"), two},
		"control":       {rss("<title>One\x0b\x01</title>"), two},
		"another code":  {rss("<title>Caf\xe9</title>"), two},
		"cut":           {rss("")[:strings.Index(rss(""), "</item></channel>")], two},
		"cut in a link": {rss("")[:strings.Index(rss(""), "/2<")], two[:1]},
		"cut in a name": {rss("")[:strings.Index(rss(""), "Two")], two[:1]},
		"atom, cut": {`<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://quay.example/"/><entry><updated>never</updated>` +
			`<link rel="replies" href="https://quay.example/talk"/><link href="https://quay.example/1"/></entry><entry>` +
			`<link rel="alternate" href="https://quay.example/2"/><title>`, two},
		"by id":     {`<rss><channel><item><guid>https://quay.example/1</guid><title>a < b</title></item>`, two[:1]},
		"a number":  {`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"url":"https://quay.example/1","date_published":5}]}`, two[:1]},
		"a date":    {`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://quay.example/1","date_published":"soon"}]}`, two[:1]},
		"no object": {`{"version":"https://jsonfeed.org/version/1.1","items":[`, nil},
	} {
		links, kind := Links([]byte(test.feed), "")
		if kind != aFeed || !slices.Equal(links, test.want) {
			t.Errorf("%s: %s with %q", name, kind, links)
		}
	}
}

func TestListsThatEnd(t *testing.T) {
	for list, want := range map[string]bool{
		`<rss><channel><item><link>https://quay.example/1</link></item></channel></rss>`:  true,
		`<?xml version="1.0"?><!-- a feed --><RSS><channel/></RSS> <!-- made by hand -->`: true,
		`<rss><channel><item><link>https://quay.example/1</link></item>`:                  false,
		`<rss><channel><item><link>https://quay.example/1</link></item></channel></rs`:    false,
		`<rss version="2.0"/>`: true,
		`<rss version="2.0`:    false,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry></entry></feed>`:                                  true,
		`<feed xmlns="http://www.w3.org/2005/Atom"><entry>`:                                                 false,
		`<urlset><url><loc>https://quay.example/1</loc></url></urlset>`:                                     true,
		`<urlset><url><loc>https://quay.example/1</loc></url>`:                                              false,
		`<opml><body><outline xmlUrl="https://quay.example/rss"/>`:                                          false,
		`{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"https://quay.example/1"}]}`:         true,
		`{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"https://quay.example/1"},{"url":"h`: false,
	} {
		if got := ends([]byte(list)); got != want {
			t.Errorf("%s: %t", list, got)
		}
	}
}
