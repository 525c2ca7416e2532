package extract

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
)

func TestCredits(t *testing.T) {
	body := "\n\nThe ferry will stop for the winter, its owner said on Monday.\n\n"
	for text, want := range map[string]string{
		"QUAYTOWN, May 7 (AP) — The ferry will stop " +
			"for good, its owner said.": "agency The Associated Press «AP»",
		"QUAYTOWN (Reuters) - The ferry will stop " +
			"for good, its owner said.": "agency Reuters «Reuters»",
		"QUAYTOWN, May 7 (CPS) - The ferry will stop, Ola Brekke told the " +
			"Continental Press Service on Monday.": "agency Continental Press Service «CPS»",
		"The ferry (built in 1970) - the last of its kind - will stop for good, its owner said.": "",
		"Ferry stops" + body +
			"Contributing: Ada Wren, Northmouth Bell; AFP": "agency Agence France-Presse «AFP»",
		"Ferry stops" + body +
			"The Associated Press contributed to this report.": "agency The Associated Press «The Associated Press»",
		"Ferry stops" + body +
			"The post Ferry Stops appeared first on The Harbour Courier.": "footer The Harbour Courier «The " +
			"Harbour Courier»",
		"Ferry stops" + body +
			"This article was originally published by Harbour Courier on May 7.": "footer Harbour Courier " +
			"«Harbour Courier»",
		"Ferry stops" + body +
			"Republished from Harbour Courier under a Creative Commons licence.": "footer Harbour Courier " +
			"«Harbour Courier»",
		"Ferry stops" + body +
			"Esta nota se publicó originalmente en Diario del Puerto.": "footer Diario del Puerto «Diario del Puerto»",
		"Ferry stops" + body +
			"Source: Reuters": "agency Reuters «Reuters»",
		"Ferry stops" + body +
			"(Reporting by Ana Ruiz in Quaytown; Editing by Bo Lind)": "agency Reuters «(Reporting by Ana Ruiz in " +
			"Quaytown; Editing by Bo Lind)»",
		"Ferry stops" + body + "(Additional reporting by Ana Ruiz and Bo Lind)":                               "",
		"Ferry stops" + strings.Repeat(body, 4) + "ASSOCIATED PRESS.\n\nThe ferry at its quay in May." + body: "",
		"Ferry stops" + body +
			"© 2024 Agence France-Presse": "agency Agence France-Presse «Agence France-Presse»",
		"Ferry stops" + body +
			"Copyright 2024 The Associated Press. All rights reserved.": "agency The Associated Press «The " +
			"Associated Press»",
		"Ferry stops" + body + "© AFP":                  "",
		"Ferry stops" + body + "© 2024 Harbour Courier": "",
		"Ferry stops" + body +
			"(Additional reporting by Reuters)": "agency Reuters «Reuters»",
		"Ferry stops" + body +
			"Source: dpa": "agency Deutsche Presse-Agentur «dpa»",
		"Ferry stops" + body +
			"Distributed by Reuters.": "agency Reuters «Reuters»",
		"Ferry stops" + body + "Time contributed to the decay of the pier.":               "",
		"Ferry stops" + body + "The Times Square of the town has contributed.":            "",
		"Ferry stops" + body + "Wired fences and Science contributed little to this end.": "",
		"Ferry stops" + body +
			"(Reuters)": "agency Reuters «Reuters»",
		"Ferry stops" + body +
			"Reporting by Anna Ito; Editing by Tom Bell": "agency Reuters «Reporting by Anna Ito; Editing by Tom Bell»",
		"Ferry stops" + body + "Reporting by Anna Ito and editing by Tom Bell": "",
		"Ferry stops" + body +
			"Additional reporting by Reuters.": "agency Reuters «Reuters»",
		"Ferry stops" + body +
			"With files from The Canadian Press": "agency The Canadian Press «The Canadian Press»",
		"Ferry stops" + body +
			"With reporting by Ito and Reuters.": "agency Reuters «Reuters»",
		"Ferry stops" + body +
			"This story includes material from AFP.": "agency Agence France-Presse «AFP»",
		"Ferry stops" + body + "Additional reporting by Anna Ito.":                             "",
		"Ferry stops" + body + "The quay includes material from Reuters.":                      "",
		"Ferry stops" + body + "The blaze and winds contributed to this.":                      "",
		"Ferry stops" + body + "Time, neglect and salt contributed to this decay of the quay.": "",
		"Ferry stops" + body +
			"Ana Ruiz and Reuters contributed reporting from Quaytown.": "agency Reuters «Reuters»",
		"Ferry stops" + body + "With Reuters and The Associated Press contributing.": "",
		"Ferry stops" + body +
			"The Associated Press contributed.": "agency The Associated Press «The Associated Press»",
		"Ferry stops" + body + "Source: people who know the owner say that he is ill": "",
		"Ferry stops" + body +
			"It lends weight to an account first published on Monday by Harbour Courier, which he had " +
			"read.": "",
	} {
		got, err := extractor(t).Extract(captured(stemma.PlainText, text))
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, c := range got.Credits {
			have = append(have, fmt.Sprintf("%s %s «%s»", c.Kind, c.Name, c.Span.Text))
		}
		if strings.Join(have, "; ") != want {
			t.Errorf("%q: got %q, want %q", text, have, want)
		}
	}
}

func TestBylines(t *testing.T) {
	x := extractor(t).x
	for line, want := range map[string]string{
		"By Ana Ruiz and Bo Lind":                    "Ana Ruiz, Bo Lind",
		"By ANA RUIZ, Staff Writer":                  "Ana Ruiz",
		"By Ana Ruiz, city editor, and Bo van Dijk":  "Ana Ruiz, Bo van Dijk",
		"Written by Staff Writers on":                "Staff Writers",
		"Posted by A. Kvist on 7 May 2024 at 21:14":  "A. Kvist",
		"Quickline desk":                             "Quickline desk",
		"By Gazette staff":                           "Gazette staff",
		"Author: Ana Ruiz":                           "Ana Ruiz",
		"By the time he came, the ferry had stopped": "-",
		"By Monday, the ferry will have stopped.":    "-",
		"The desk was empty.":                        "-",
	} {
		names, _, ok := x.bylineLine(line)
		have := strings.Join(names, ", ")
		if !ok {
			have = "-"
		}
		if have != want {
			t.Errorf("%q: got %q, want %q", line, have, want)
		}
	}
}

func TestOutletOf(t *testing.T) {
	x := extractor(t).x
	for _, test := range []struct{ address, names, want string }{
		{"https://www.nytimes.com/a", "", "The New York Times"},
		{"https://edition.cnn.com/a", "", "CNN"},
		{"www.harbourgazette.example/a", "HARBOUR VALLEY GAZETTE", "HARBOUR VALLEY GAZETTE"},
		{"https://harbourgazette.example/a", "", "Harbour Gazette"},
		{"https://www.davidokafor.com/p/1", "", "David Okafor"},
		{"https://davidokafor.substack.com/p/1", "", "David Okafor"},
		{"https://quay-side.co.uk/p", "", "Quay Side"},
		{"https://qzxw.example/p", "", "qzxw.example"},
	} {
		if got := x.outletOf(test.address, []string{test.names}); got != test.want {
			t.Errorf("%s: got %q, want %q", test.address, got, test.want)
		}
	}
}

// TestStatedTitle is about a headline that looks like prose, where the record
// says that it is the title.
func TestStatedTitle(t *testing.T) {
	const headline, body = "Courier: The old ferry was late on all days of the winter",
		"\n\nThe ferry will stop for the winter, its owner said on Monday."
	for title, want := range map[string]stemma.SegmentKind{
		headline:           stemma.TitleSegment,
		"Something else":   stemma.Paragraph,
		headline + " 2025": stemma.Paragraph,
	} {
		c := captured(stemma.PlainText, headline+"."+body)
		c.Record = &stemma.Record{Title: title}
		got, err := extractor(t).Extract(c)
		if err != nil {
			t.Fatal(err)
		}
		if got.Segments[0].Kind != want {
			t.Errorf("%q: %s, want %s", title, got.Segments[0].Kind, want)
		}
	}
}
