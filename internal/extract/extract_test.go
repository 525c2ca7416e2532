package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/language"
)

func extractor(t testing.TB) *Extractor {
	t.Helper()
	packs, err := language.All()
	if err != nil {
		t.Fatal(err)
	}
	return New(packs...)
}

func captured(media stemma.MediaType, data string) stemma.Capture {
	sum := sha256.Sum256([]byte(data))
	return stemma.Capture{Input: "pile/a", Media: media, Data: []byte(data), SHA256: hex.EncodeToString(sum[:])}
}

// notation writes a report's segments one a line: kind, and the text with its
// line breaks as "/".
func notation(r stemma.Report) string {
	var b strings.Builder
	for _, g := range r.Segments {
		text := strings.ReplaceAll(r.Text[g.Start:g.End], "\n", "/")
		b.WriteString(string(g.Kind) + " " + text + "\n")
	}
	return b.String()
}

func check(t *testing.T, got stemma.Report, want string) {
	t.Helper()
	want = strings.ReplaceAll(strings.TrimSpace(want), "\t", "") + "\n"
	if diff := cmp.Diff(want, notation(got)); diff != "" {
		t.Errorf("segments (-want +got):\n%s", diff)
	}
}

// covered fails unless the segments are in order, in bounds, apart, and hold
// all that is not white space.
func covered(t *testing.T, r stemma.Report) {
	t.Helper()
	at := 0
	for _, g := range r.Segments {
		if g.Start < at || g.End <= g.Start || g.End > len(r.Text) {
			t.Fatalf("segment %v after byte %d of %d", g, at, len(r.Text))
		}
		if rest := strings.TrimFunc(r.Text[at:g.Start], unicode.IsSpace); rest != "" {
			t.Fatalf("%q is in no segment", rest)
		}
		at = g.End
	}
	if rest := strings.TrimFunc(r.Text[at:], unicode.IsSpace); rest != "" {
		t.Fatalf("%q is in no segment", rest)
	}
}

type plainCase struct{ name, text, want string }

func TestPlainHeads(t *testing.T) {
	testPlain(t, []plainCase{
		{"wire head", `HARBOUR COURIER
www.harbourcourier.example/news/ferry

Ferry to stop for the winter

By Courier staff
Tuesday, May 7, 2024
Page 2

The Old Quay (picture: library)

The island ferry will stop for the winter, its owner said on Monday.

Story continues below the advertisement

"We have no choice," said Ola Brekke.

Letters: letters@harbourcourier.example
`, `boilerplate HARBOUR COURIER
source_url www.harbourcourier.example/news/ferry
title Ferry to stop for the winter
byline By Courier staff
dateline Tuesday, May 7, 2024
boilerplate Page 2
caption The Old Quay (picture: library)
paragraph The island ferry will stop for the winter, its owner said on Monday.
boilerplate Story continues below the advertisement
paragraph "We have no choice," said Ola Brekke.
boilerplate Letters: letters@harbourcourier.example`},
		{"wrapped without blank lines", `Ferry to stop for the winter
Owner blames the price of fuel
Aug 20, 2024
https://harbourcourier.example/p/ferry
The island ferry will stop for the winter, and its owner
said on Monday that nobody had asked him to go on with it.
Old people are worried.
The council met on Friday and heard from the owner of the
ferry, who was not asked about it.
BREKKE: We have no choice at all, and that is the way that
it is.
SEN. MARA OLSEN: Is it?
Two of the members then left the room for a while, as the
others talked.
No hay comentarios:
Publicar un comentario`, `title Ferry to stop for the winter
heading Owner blames the price of fuel
dateline Aug 20, 2024
source_url https://harbourcourier.example/p/ferry
paragraph The island ferry will stop for the winter, and its owner/said on Monday that nobody had asked him to go on with it./Old people are worried.
paragraph The council met on Friday and heard from the owner of the/ferry, who was not asked about it.
paragraph BREKKE: We have no choice at all, and that is the way that/it is.
paragraph SEN. MARA OLSEN: Is it?
paragraph Two of the members then left the room for a while, as the/others talked.
boilerplate No hay comentarios:
boilerplate Publicar un comentario`},
		{"no title, caption first", `Screenshot: Harbour Board
The island ferry will stop for the winter, its owner said on Monday.
Nobody on the island had been asked, according to the council.
The post Ferry Stops For Winter appeared first on The Harbour Courier.`,
			`caption Screenshot: Harbour Board
paragraph The island ferry will stop for the winter, its owner said on Monday.
paragraph Nobody on the island had been asked, according to the council.
credit_line The post Ferry Stops For Winter appeared first on The Harbour Courier.`},
	})
}

func TestPlainFeet(t *testing.T) {
	testPlain(t, []plainCase{
		{"headings and foot", `Written by Staff Writers on
 August 22, 2024

Ferry to stop for the winter

The island ferry will stop for the winter, its owner said on Monday, and nobody on the island had been asked about it at all by him or by the council.

Worry Among the Old

Many of the old people on the island do not know how they will reach the hospital in the months until the spring, said the nurse who looks after most of them.

Author Image

About Staff Writers

News of the coast without a filter.
© 2024 - Harbour Courier - All rights reserved
Privacy Policy
magnifier`, `byline Written by Staff Writers on
dateline August 22, 2024
title Ferry to stop for the winter
paragraph The island ferry will stop for the winter, its owner said on Monday, and nobody on the island had been asked about it at all by him or by the council.
heading Worry Among the Old
paragraph Many of the old people on the island do not know how they will reach the hospital in the months until the spring, said the nurse who looks after most of them.
boilerplate Author Image
boilerplate About Staff Writers
boilerplate News of the coast without a filter.
boilerplate © 2024 - Harbour Courier - All rights reserved
boilerplate Privacy Policy
boilerplate magnifier`},
		{"comments", `Ferry to stop

The island ferry will stop for the winter, its owner said on Monday.

The council will meet.

Comments (2)

ole: This is a long comment that goes on and on and says that the ferry should have stopped years ago, since it was never on time in any winter that anybody on the island can remember.`,
			`title Ferry to stop
paragraph The island ferry will stop for the winter, its owner said on Monday.
paragraph The council will meet.
boilerplate Comments (2)
boilerplate ole: This is a long comment that goes on and on and says that the ferry should have stopped years ago, since it was never on time in any winter that anybody on the island can remember.`},
		{"a short first sentence", `Ferry to stop

7 May 2024

It will not sail.

The island ferry will stop for the winter, its owner said on Monday, and nobody on the island had been asked about it.`,
			`title Ferry to stop
dateline 7 May 2024
paragraph It will not sail.
paragraph The island ferry will stop for the winter, its owner said on Monday, and nobody on the island had been asked about it.`},
		{"prose that begins like furniture", `Share prices fell on Monday, and traders said that nobody knew why.

More than forty people were there. Subscribe they did not, said the owner of the stall.`,
			`paragraph Share prices fell on Monday, and traders said that nobody knew why.
paragraph More than forty people were there. Subscribe they did not, said the owner of the stall.`},
	})
}

func testPlain(t *testing.T, cases []plainCase) {
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			got, err := extractor(t).Extract(captured(stemma.PlainText, test.text))
			if err != nil {
				t.Fatal(err)
			}
			covered(t, got)
			check(t, got, test.want)
			if got.Text != test.text {
				t.Error("the text was changed")
			}
		})
	}
}

func TestPlainFacts(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"masthead and address",
			"HARBOUR COURIER\nwww.harbourcourier.example/a\n\nFerry stops\n\nBy Ana Ruiz and Bo Lind\n7 May " +
				"2024\n\nThe " +
				"ferry will stop for the winter, its owner said.",
			"Ferry stops | Harbour Courier | Ana Ruiz, Bo Lind | 2024-05-07T00:00:00Z day"},
		{"author's own host",
			"Ferry stops\nMay 7, 2024\nhttps://www.davidokafor.com/p/ferry\n\nThe ferry will stop for the winter, " +
				"its owner " +
				"said.",
			"Ferry stops | David Okafor |  | 2024-05-07T00:00:00Z day"},
		{"platform",
			"Ferry stops\nhttps://harbourwatch.substack.com/p/ferry\n\nThe Harbour Watch column: the ferry will " +
				"stop for " +
				"the winter, its owner said.",
			"Ferry stops | harbourwatch.substack.com |  | "},
		{"known host",
			"Ferry stops\nhttps://news.bbc.co.uk/1/hi/uk/123.stm\n\nThe ferry will stop for the winter, its owner " +
				"said.",
			"Ferry stops | BBC News |  | "},
		{"posted by, at the end",
			"KVIST'S CORNER -- all that is wrong\nFerry stops\nhttps://kvistscorner.example/ferry\n\nThe ferry " +
				"will stop " +
				"for the winter, its owner said.\n\nPosted by A. Kvist on 7 May 2024 at 21:14",
			"Ferry stops | Kvist's Corner | A. Kvist | 2024-05-07T21:14:00Z minute"},
		{"digest",
			"View this email in your browser\n\nThe Early Tide\nTuesday 7 May 2024 | compiled by Ana Ruiz\n\nGood " +
				"morning. " +
				"The ferry will stop for the winter, its owner said.\n\nForwarded this email? Subscribe at " +
				"earlytide.example",
			"The Early Tide | The Early Tide | Ana Ruiz | 2024-05-07T00:00:00Z day"},
		{"agency's slug",
			"QNA0815 3 GEN 0210 QNA-FERRY\n\nFerry stops\n\nOLD QUAY, 7 May (QNA) - The ferry will stop for the " +
				"winter, its " +
				"owner said.\n\nQNA bl/ar\n7 May 2024 08:15",
			"Ferry stops | QNA |  | 2024-05-07T08:15:00Z minute"},
		{"agency's slug above its name and a time of four digits",
			"HNA0815 4 loc 210 FERRY-WINTER lead1\nHarbour News Agency\nTue 07 May 2024 0915 GMT\n\nFerry stops\n\n" +
				"OLD QUAY, May 7 (Harbour) - The ferry will stop for the winter, its owner said.",
			"Ferry stops | Harbour News Agency |  | 2024-05-07T09:15:00Z minute"},
		{"capitals above the date, a long title",
			"OLD QUAY RATTLE\nTuesday, May 7, 2024\n\nOver the water: the council of the island votes to go on with " +
				"the ferry, just\n\nThe ferry will stop for the winter, its owner said on Monday to the council.",
			"Over the water: the council of the island votes to go on with the ferry, just | Old Quay Rattle |  | " +
				"2024-05-07T00:00:00Z day"},
		{"capitals above a slogan",
			"OLD QUAY NOTEBOOK\nwords from the pier\n\nFerry stops\nposted by Kim on Tuesday 7th May 2024 at 00:41" +
				"\n\nThe ferry will stop for the winter, its owner said.",
			"Ferry stops | Old Quay Notebook | Kim | 2024-05-07T00:41:00Z minute"},
		{"a date among other things",
			"THE EARLY CUP\nfive things with your toast / Tuesday 7 May 2024 / poured by Kim\n\nGood morning!\n\n" +
				"The ferry will stop for the winter, its owner said.",
			"Good morning! | The Early Cup |  | 2024-05-07T00:00:00Z day"},
		{"a date in a column",
			"OLD QUAY MAIL\nTuesday, May 7, 2024                         Page 5\n\nFERRY STOPS\n\n" +
				"by a Mail reporter\n\nThe ferry will stop for the winter, its owner said.",
			"FERRY STOPS | Old Quay Mail |  | 2024-05-07T00:00:00Z day"},
		{"a letter's subject",
			"From: The Early Cup <kim@earlycup.example>\nDate: Tue, 7 May 2024 08:00\nSubject: A ferry\n\n" +
				"The ferry will stop for the winter, its owner said.",
			"A ferry | The Early Cup |  | 2024-05-07T08:00:00Z minute"},
		{"agency's letters before a date-time group",
			"QNA0815 3 GEN FERRY\n\nFerry stops\n\nOLD QUAY, May 7 (QNA) - The ferry will stop for the winter, its " +
				"owner said.\n\nbl/ar\nQNA 070815 MAY 24",
			"Ferry stops | QNA |  | 2024-05-07T08:15:00Z minute"},
		{"the short forms of a desk before a date-time group",
			"QNA0815 3 GEN FERRY\n\nFerry stops\n\nOLD QUAY, May 7 (QNA) - The ferry will stop for the winter, its " +
				"owner said.\n\nqna/ab/cde 070815 MAY 24",
			"Ferry stops | QNA |  | 2024-05-07T08:15:00Z minute"},
		{"a notice with its own day below",
			"OLD QUAY TOWN HALL\nELECTION OF A MAYOR, 2 MAY 2024\n\nNOTICE OF RECOUNT\n\nThe votes will be counted " +
				"again on Saturday in the corn hall.\n\nDated 7 May 2024",
			"NOTICE OF RECOUNT | Old Quay Town Hall |  | 2024-05-07T00:00:00Z day"},
		{"a date between other things",
			"THE EARLY CUP\nScript, Tuesday 7 May 2024, 7.40 item\n\nGood morning!\n\n" +
				"The ferry will stop for the winter, its owner said.",
			"Good morning! | The Early Cup |  | 2024-05-07T00:00:00Z day"},
		{"a station's script",
			"RADIO OLD QUAY 96.3\nBREAKFAST WITH KIM\nScript, Tuesday 7 May 2024, 7.40 item\n\nKIM: The ferry will " +
				"stop for the winter, its owner said.",
			"BREAKFAST WITH KIM | Radio Old Quay |  | 2024-05-07T00:00:00Z day"},
		{"a letter with its day, number and writer",
			"THE QUAY TIDE FM\nTuesday 7 May 2024 | letter no. 212 | compiled by Kim Moe\n\nGood morning. The ferry " +
				"will stop for the winter, its owner said.",
			" | The Quay Tide FM | Kim Moe | 2024-05-07T00:00:00Z day"},
		{"keywords below an agency's slug",
			"QNA 0388 4 eco 402 1740\nFerry-Winter/2ND LEAD\n\nFerry stops\n\nOLD QUAY, May 7 (QNA) - The ferry will " +
				"stop for the winter, its owner said.\n\nQNA 070815 MAY 24",
			"Ferry stops | QNA |  | 2024-05-07T08:15:00Z minute"},
		{"what is new below an agency's slug",
			"QNA0231 3 REG 335 FERRY\n1st Ld-Writethru. Adds the board.\n\nFerry stops\n\nOLD QUAY, May 7 (QNA) - " +
				"The ferry will stop for the winter, its owner said.\n\nQNA 070815 MAY 24",
			"Ferry stops | QNA |  | 2024-05-07T08:15:00Z minute"},
		{"a title right below an agency's slug",
			"QNA0231 3 REG 335 FERRY\nFerry stops\n\nOLD QUAY, May 7 (QNA) - The ferry will stop for the winter, its " +
				"owner said.\n\nQNA 070815 MAY 24",
			"Ferry stops | QNA |  | 2024-05-07T08:15:00Z minute"},
		{"a numbered notice",
			"HARBOUR BOARD\nPublic Notice 2024/19\nOld Quay, 7 May 2024\n\nFerry stops\n\nThe ferry will stop for " +
				"the winter, its owner said.",
			"Ferry stops | Harbour Board |  | 2024-05-07T00:00:00Z day"},
		{"a letter with more fields",
			"From: The Early Cup <kim@earlycup.example>\nTo: you\nDate: Tue, 7 May 2024 08:00\nX-Mailer: oar 2\n" +
				"Subject: A ferry\n\nThe ferry will stop for the winter, its owner said.",
			"A ferry | The Early Cup |  | 2024-05-07T08:00:00Z minute"},
		{"a date before the edition, and the sheet",
			"OLD QUAY EVENING CALL\nTuesday, May 7, 2024 - late edition\n\nHome news, page 4\n\nFerry stops\n\n" +
				"The ferry will stop for the winter, its owner said.",
			"Ferry stops | Old Quay Evening Call |  | 2024-05-07T00:00:00Z day"},
		{"a date before the sheet",
			"OLD QUAY CALL\nTuesday 7 May 2024, page 2\n\nFerry stops\n\nThe ferry will stop for the winter, its " +
				"owner said.",
			"Ferry stops | Old Quay Call |  | 2024-05-07T00:00:00Z day"},
		{"capitals that are no slug",
			"PLAN B 2024\n\nFerry stops\n\nThe ferry will stop for the winter, its owner said.",
			"PLAN B 2024 |  |  | "},
		{"press release",
			"HARBOUR BOARD OF QUAY\nOffice of the chair - press statement\n7 May 2024\n\nFERRY STOPS\n\nThe ferry " +
				"will stop " +
				"for the winter, its owner said.",
			"FERRY STOPS | Harbour Board of Quay |  | 2024-05-07T00:00:00Z day"},
		{"embargo",
			"Harbour Board\n\nPRESS RELEASE\nEmbargoed until 00.01, Tuesday 7 May 2024\n\nFerry stops\n\nThe " +
				"ferry will " +
				"stop for the winter, its owner said.",
			"Ferry stops | Harbour Board |  | 2024-05-07T00:01:00Z minute"},
		{"letter",
			"From: The Early Tide <hello@earlytide.example>\nDate: Tue, 7 May 2024 06:45\n\nFerry stops\n\nThe " +
				"ferry will " +
				"stop for the winter, its owner said.",
			"Ferry stops | The Early Tide |  | 2024-05-07T06:45:00Z minute"},
		{"copyright line",
			"Ferry stops\n\nThe ferry will stop for the winter, its owner said.\n\nCopyright 2024 Harbour " +
				"Courier. All " +
				"rights reserved.",
			"Ferry stops | Harbour Courier |  | "},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := extractor(t).Extract(captured(stemma.PlainText, test.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, factsOf(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func factsOf(r stemma.Report) string {
	date := strings.TrimSpace(r.Published.String() + " " + string(r.Published.Precision))
	return r.Title + " | " + string(r.Outlet) + " | " + strings.Join(r.Byline, ", ") + " | " + date
}

func TestRecordWins(t *testing.T) {
	c := captured(stemma.PlainText, "The ferry will stop for the winter, its owner said.")
	c.Record = &stemma.Record{URL: "https://apnews.com/x", Title: "Ferry", Byline: []string{"By Ana Ruiz"},
		Published: "2024-05-07T10:00:00+02:00", Language: "en-GB"}
	got, err := extractor(t).Extract(c)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Ferry | The Associated Press | Ana Ruiz | 2024-05-07T08:00:00Z second"; factsOf(got) != want {
		t.Errorf("got %s, want %s", factsOf(got), want)
	}
	if got.Language != "en" {
		t.Errorf("language %q", got.Language)
	}
}

func TestEncodings(t *testing.T) {
	for name, data := range map[string]string{
		"UTF-8 with mark": "\xef\xbb\xbfCafé owners said on Monday that they will close.",
		"Windows-1252":    "Caf\xe9 owners said on Monday that they will close.",
		"UTF-16": "\xff\xfeC\x00a\x00f\x00\xe9\x00 \x00o\x00w\x00n\x00e\x00r\x00s\x00 " +
			"\x00s\x00a\x00i\x00d\x00.\x00",
	} {
		got, err := extractor(t).Extract(captured(stemma.PlainText, data))
		if err != nil || !strings.HasPrefix(got.Text, "Café owners said") {
			t.Errorf("%s: %q, %v", name, got.Text, err)
		}
	}
}

func TestNoArticle(t *testing.T) {
	for _, page := range []string{"", "<html><body><nav><a href=/>Home</a></nav></body></html>", "<title>x</title>",
		strings.Repeat("<div>", 100_000)} {
		_, err := extractor(t).Extract(captured(stemma.HTML, page))
		if err == nil || !strings.HasPrefix(err.Error(), "extract: pile/a: ") {
			t.Errorf("%.40q: error %v", page, err)
		}
	}
	if _, err := extractor(t).Extract(captured(stemma.PlainText, " \n\n")); !errors.Is(err, errNoArticle) {
		t.Errorf("blank text: %v", err)
	}
}

func FuzzPlainText(f *testing.F) {
	e := extractor(f)
	for _, s := range []string{"Title\n\nBy Ana Ruiz\n\nText here.", "A\r\nb\rc\fd", "By\n\nOn\n2024-13-45",
		"© 2024 -\n(AP) -", "\xff\xfe", "a: b\n|•|\nwww.a.b/c", "UPDATED 12:61 p.m., May 7, 2024"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := e.Extract(captured(stemma.PlainText, s))
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
