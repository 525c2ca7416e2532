package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPageMasts has pages that state their outlet in their masthead only, or beside the headline.
func TestPageMasts(t *testing.T) {
	const h1 = "<h1>Ferry stops for the winter</h1>"
	for _, test := range []struct{ name, head, body, want string }{
		{"a motto behind a dash, the foot", "<title>Ferry stops for the winter</title>",
			"<div>Sea & Tide — for people who move boats</div><div>Ports · Ferries · Jobs</div>" + h1 + story +
				"<div>Sea & Tide is published on alternate Fridays by Quay Media.</div>",
			"Ferry stops for the winter | Sea & Tide |  | "},
		{"the name of a journal in a field",
			`<title>Ferry stops for the winter</title><meta name="citation_journal_title" content="Sea &amp; Tide">`,
			h1 + story, "Ferry stops for the winter | Sea & Tide |  | "},
		{"the title is the outlet's", "<title>Quay &amp; Upper Brathe Gazette</title>",
			`<div class="masthead">Quay &amp; Upper Brathe Gazette</div>` + h1 + story +
				"<div>Gazette office, 2 Weir Street.</div>",
			"Ferry stops for the winter | Quay & Upper Brathe Gazette |  | "},
		{"a comma before a motto", "<title>CHECKED: Does the ferry stop for the winter?</title>",
			"<p>Plain Measure, the fact-check desk of the Quay Fund</p><p>How we check / Send us a claim / About</p>" +
				h1 + story + "<p>Plain Measure is funded by grants.</p>",
			"Ferry stops for the winter | Plain Measure |  | "},
		{"before the headline in the title, in a table", "<title>Quay Observer: Ferry stops for the winter</title>",
			"<table><tr><td><b>QUAY OBSERVER</b> - out on Wednesdays</td></tr><tr><td>Parish | Sheep | Weddings" +
				"</td></tr></table><h2>Ferry stops for the winter</h2>" + story +
				"<small>See also: Whist<br>Quay Observer, Market Row, Innis. We print what we see.</small>",
			"Ferry stops for the winter | Quay Observer |  | "},
		{"before a bar in the title", `<title>The Quay Courier | Ferry stops for the winter</title>` +
			`<meta property="og:site_name" content="The Quay Courier">`,
			"<table><tr><td>THE QUAY COURIER</td><td>For the trade since 1988</td></tr></table>" +
				"<h2>Ferry stops for the winter</h2>" + story,
			"Ferry stops for the winter | The Quay Courier |  | "},
		{"the number of a letter", "<title>The Monday Tide #212</title>",
			`<p>View this in your browser</p><p class="mast">THE MONDAY TIDE, no. 212</p>` + h1 + story,
			"Ferry stops for the winter | The Monday Tide |  | "},
		{"the day of the issue", "<title>Ferry stops for the winter - Quay Advertiser</title>",
			"<div><h4>QUAY ADVERTISER</h4><i>Tuesday, May 7, 2024 - No. 6,604 - 85p</i></div>" + h1 + story,
			"Ferry stops for the winter | Quay Advertiser |  | 2024-05-07T00:00:00Z day"},
		{"the day of the issue in the line itself, and no title",
			"", "<p>The Quay Ledger - printed from the archive - 7 May 2024</p>" + h1 + story,
			"Ferry stops for the winter | The Quay Ledger |  | 2024-05-07T00:00:00Z day"},
		{"a section with a day", "", "<p>Ports and Harbours - printed from the archive - 7 May 2024</p>" + h1 + story,
			"Ferry stops for the winter |  |  | "},
		{"one second heading, and the outlet for a title", "<title>Quay Herald</title>",
			"<div><b>The Quay Herald</b> | Tuesday, May 7, 2024 | page 3</div>" +
				"<h2>Ferry stops for the winter</h2>" + story,
			"Ferry stops for the winter | The Quay Herald |  | 2024-05-07T00:00:00Z day"},
		{"a day without a year", "<title>Quay Gazette</title>", "<div>Quay Gazette</div>" + h1 +
			"<p><i>Ana Ruiz</i> &middot; Issue of Thursday 5th March</p>" + story,
			"Ferry stops for the winter | Quay Gazette | Ana Ruiz | "},
		{"the address spells the name", "<title>Quay Basket: Saturday</title>",
			"<h2>QUAY BASKET</h2><p>What the papers had. Saturday 4 May 2024. Packed by Ana</p><h3>The ferry</h3>" +
				story + "<p>You get this because you signed up at quaybasket.example. Unsubscribe.</p>",
			"Quay Basket: Saturday | Quay Basket |  | 2024-05-04T00:00:00Z day"},
		{"a kicker that the title has, too",
			`<title>Island News: Ferry stops for the winter</title><meta property="og:title" content="Island News: Ferry ` +
				`stops for the winter">`, "<p>Island News</p>" + h1 + story,
			"Island News: Ferry stops for the winter |  |  | "},
		{"the headline in other words than the title's",
			"<title>“It sang”: Quay pair five hours on ferry</title>",
			"<h1>“It sang”: Quay pair sat for hours on the ferry</h1>" + story,
			"“It sang”: Quay pair sat for hours on the ferry |  |  | "},
		{"a heading of something else", "<title>Ferry stops for the winter</title>",
			"<h1>Latest island news</h1>" + story, "Ferry stops for the winter |  |  | "},
		{"a title cut short before a colon", "<title>Notice 2/2024 | Ferry Office</title>",
			"<h1>Notice 2/2024: ferry, collision of boats</h1>" + story,
			"Notice 2/2024: ferry, collision of boats | Ferry Office |  | "},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := extractor(t).Extract(pageOf(test.head, test.body))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, factsOf(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, line := range []string{"How we check", "funded by grants", "Parish |", "fact-check desk"} {
				if strings.Contains(got.Text, line) {
					t.Errorf("%q is taken for text", line)
				}
			}
		})
	}
}
