package render

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"stemma"
)

// The fixture is the story of a ferry that does not exist. A had it first; a
// wire that is not in the pile carried it on to C and D; E found part of it
// out independently; F is what an attacker would put into a page.

const textA = `Ferry sailed with a third of its lifejackets missing, port log shows

By Ilse Tarrant

GULLHAVEN — The ferry Aldona left Gullhaven on Monday with about 40 of its 120 lifejackets missing, according to a page of the port log seen by the Courier.

Two harbour pilots, who asked not to be named because they are not allowed to speak to the press, told the Courier that the master may have known before the ship sailed.

“We counted them twice,” one of the pilots said. “Somebody signed for a number that was not there.”

Marrow Line, which runs the ferry, denies that the ship was unsafe. “The Aldona met every rule that applied to her on Monday,” said Petra Osk, its head of operations.

The log gives the time of departure as 06:40 and lists 212 passengers.

Sign up for our morning letter. © Gullhaven Courier.`

const textB = `Ferry “knew” of missing lifejackets

The ferry Aldona left Gullhaven on Monday with 40 of its 120 lifejackets missing, the Gullhaven Courier reports.

The master knew before the ship sailed, three harbour pilots told the newspaper.

“We counted them twice,” a pilot said. “Somebody signed for a number that was not there.”

Marrow Line could not be reached.`

const textC = `Lifejackets missing on Aldona, paper says

GULLHAVEN (Continental Press) — A ferry with 212 passengers on board sailed from Gullhaven with more than 40 lifejackets missing, the Gullhaven Courier reported on Tuesday, citing a port log.

The operator, Marrow Line, denied that the ship was unsafe.

Continental Press Service`

const textD = `Aldona: 400 lifejackets missing

A ferry with 212 passengers on board sailed from Gullhaven with more than 400 lifejackets missing, Continental Press reported, citing a port log.

“We counted them twice,” one of the pilots told the Courier. “Somebody signed for a number that was not there.”

The operator, Marrow Line, has confirmed that the ship was unsafe.`

const textE = `Union counts 38 empty hooks on the Aldona

The seafarers' union said on Wednesday that its own inspector, Jonas Wick, found 38 empty lifejacket hooks on the ferry Aldona on Monday night.

“I photographed every one of them,” Mr Wick said.

Marrow Line said that it had ordered new lifejackets.`

const textF = "<script>window.planted=1</script>\u202eyrref eht\u202c \x1b[31mALDONA\x1b[0m 🚢 フェリーの救命胴衣が足りない\n\n" +
	"The ferry Aldona left with 400 lifejackets missing.<img src=x onerror=\"window.planted=2\"> " +
	"Lebensrettungswestenbeschaffungsvorgangsdokumentationsnachweisverzeichnisnummernvergabeordnung.\n\n" +
	"</style></script><svg onload=window.planted=3> {{.Boom}} javascript:window.planted=4 \x07\x00\u200b" +
	"https://example.invalid/" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" +
	"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n\n" +
	"救命胴衣は百二十着のうち四十着が見つからなかったと港の記録は伝えている。 e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308 👩‍👩‍👧‍👦"

// builder makes a dossier whose spans are found by their words.
type builder struct {
	*stemma.Dossier
}

func (b builder) span(report, words string) stemma.Span {
	r := b.Report(report)
	if r == nil {
		panic("no report " + report)
	}
	i := strings.Index(r.Text, words)
	if i < 0 {
		panic(fmt.Sprintf("%s does not say %q", report, words))
	}
	return r.Span(i, i+len(words))
}

func (b builder) ref(report, words string) *stemma.Span {
	s := b.span(report, words)
	return &s
}

func (b builder) spans(report string, words ...string) []stemma.Span {
	var found []stemma.Span
	for _, w := range words {
		found = append(found, b.span(report, w))
	}
	return found
}

// statement is a sentence of a report, under an attribution or none.
func (b builder) statement(report, words, attribution string) stemma.Statement {
	return stemma.Statement{
		Span: b.span(report, words), Sentence: b.span(report, words), Attribution: stemma.Maybe(attribution),
		Certainty: stemma.Certain, Polarity: stemma.Affirmed,
	}
}

func (b builder) shared(ra, a, rb, bb string, kind stemma.ReuseKind, identity float64) {
	b.Reuse = append(b.Reuse, stemma.Reuse{A: b.span(ra, a), B: b.span(rb, bb), Kind: kind, Identity: identity})
}

func (b builder) attribute(id, report string, kind stemma.AttributionKind, source, cue, content, speaker,
	within string) {
	a := stemma.Attribution{ID: id, Report: report, Kind: kind, Cue: b.spans(report, cue), Content: b.spans(report,
		content),
		Speaker: stemma.Maybe(speaker), Within: stemma.Maybe(within), Stance: stemma.Neutral}
	if source != "" {
		a.Source = b.ref(report, source)
	}
	b.Attributions = append(b.Attributions, a)
}

// segmentsOf cuts a text at its blank lines; the first segment is the title.
func segmentsOf(text string) []stemma.Segment {
	var found []stemma.Segment
	at := 0
	for i, part := range strings.Split(text, "\n\n") {
		kind := stemma.Paragraph
		switch {
		case i == 0:
			kind = stemma.TitleSegment
		case strings.HasPrefix(part, "By "):
			kind = stemma.BylineLine
		case strings.HasPrefix(part, "Sign up"):
			kind = stemma.Boilerplate
		case part == "Continental Press Service":
			kind = stemma.CreditLine
		}
		found = append(found, stemma.Segment{Kind: kind, Start: at, End: at + len(part)})
		at += len(part) + 2
	}
	return found
}

func at(day, hour, minute int) stemma.Moment {
	return stemma.Moment{Time: time.Date(2031, 5, day, hour, minute, 0, 0, time.UTC), Precision: stemma.Minute}
}

// ferry is the whole fixture.
func ferry(t testing.TB) *stemma.Dossier {
	t.Helper()
	b := builder{&stemma.Dossier{Schema: stemma.DossierSchema}}
	b.Reports = []stemma.Report{
		{ID: "ra", Input: "pile/a.html", URL: "https://courier.example/aldona", Outlet: "Gullhaven Courier",
			Byline: []string{"Ilse Tarrant"}, Language: "en", Text: textA, Published: at(6, 6, 10)},
		{ID: "rb", Input: "pile/b.html", Outlet: "Northern Post", Byline: []string{"Staff"}, Language: "en",
			Text:      textB,
			Published: at(6, 11, 45)},
		{ID: "rc", Input: "pile/c.txt", Outlet: "Coastline Today", Language: "en", Text: textC, Published: at(6, 14,
			0)},
		{ID: "rd", Input: "pile/d.txt", Outlet: "Evening Lamp", Language: "en", Text: textD,
			Published: stemma.Moment{Time: time.Date(2031, 5, 7, 0, 0, 0, 0, time.UTC), Precision: stemma.Day}},
		{ID: "re", Input: "pile/e.html", Outlet: "Harbour Radio", Byline: []string{"Mats Ohlin"}, Language: "en",
			Text:      textE,
			Published: at(7, 17, 30)},
		{ID: "rf", Input: "pile/<b>f</b>.html", Outlet: "Ｗａｖｅ\u202e<img src=x onerror=window.planted=5>",
			URL:      "javascript:window.planted=6",
			Byline:   []string{"\x1b]0;owned\x07Eve <script>window.planted=7</script>"},
			Language: "en\" onload=\"window.planted=8", Text: textF, Published: at(8, 3, 2)},
	}
	for i := range b.Reports {
		r := &b.Reports[i]
		r.SHA256 = strings.Repeat(fmt.Sprintf("%02x", i+17), 32)
		r.Segments = segmentsOf(r.Text)
		r.Title = r.Text[:strings.Index(r.Text, "\n")]
	}
	b.speakers()
	b.attributions()
	b.passages()
	b.Stories = []stemma.Story{b.story()}
	b.Ledger = ledgerOf(b.Dossier)
	return b.Dossier
}

func ledgerOf(d *stemma.Dossier) []stemma.LedgerRow {
	var rows []stemma.LedgerRow
	for _, r := range d.Reports {
		rows = append(rows, stemma.LedgerRow{Input: r.Input, Outcome: stemma.Read, Report: stemma.Maybe(r.ID)})
	}
	return append(rows,
		stemma.LedgerRow{Input: "pile/g.pdf", Outcome: stemma.Skipped, Reason: "not a kind of file that is read"},
		stemma.LedgerRow{Input: "pile/h.html", Outcome: stemma.Failed, Reason: "extract: pile/h.html: no article"})
}

func (b builder) speakers() {
	b.Speakers = []stemma.Speaker{
		{ID: "p1", Name: "harbour pilots", Kind: stemma.Anonymous, Count: stemma.Count{Min: 2, Max: 2},
			Descriptor: "harbour pilots who asked not to be named", Aliases: []string{"one of the pilots", "a pilot",
				"three harbour pilots"}},
		{ID: "p2", Name: "page of the port log", Kind: stemma.Document, Count: stemma.Count{Min: 1, Max: 1},
			Aliases: []string{"the log", "a port log"}},
		{ID: "p3", Name: "Petra Osk", Kind: stemma.Person, Count: stemma.Count{Min: 1, Max: 1},
			Descriptor: "head of operations, Marrow Line"},
		{ID: "p4", Name: "Gullhaven Courier", Kind: stemma.Outlet, Count: stemma.Count{Min: 1, Max: 1}},
		{ID: "p5", Name: "Jonas Wick", Kind: stemma.Person, Count: stemma.Count{Min: 1, Max: 1},
			Descriptor: "inspector of the seafarers' union", Aliases: []string{"Mr Wick"}},
		{ID: "p6", Name: "Marrow Line", Kind: stemma.Organisation, Count: stemma.Count{Min: 1, Max: 1}},
		{ID: "p7", Name: "Continental Press", Kind: stemma.Outlet, Count: stemma.Count{Min: 1, Max: 1}},
	}
}

func (b builder) attributions() {
	b.attribute("a1", "ra", stemma.Indirect, "a page of the port log", "according to",
		"The ferry Aldona left Gullhaven on Monday with about 40 of its 120 lifejackets missing", "p2", "")
	b.attribute("a2", "ra", stemma.Indirect, "Two harbour pilots", "told",
		"the master may have known before the ship sailed", "p1", "")
	b.attribute("a3", "ra", stemma.Direct, "one of the pilots", "said", "We counted them twice", "p1", "")
	b.attribute("a4", "ra", stemma.Direct, "Petra Osk", "said",
		"The Aldona met every rule that applied to her on Monday",
		"p3", "")
	b.attribute("a5", "rb", stemma.Indirect, "the Gullhaven Courier", "reports",
		"The ferry Aldona left Gullhaven on Monday with 40 of its 120 lifejackets missing", "p4", "")
	b.attribute("a6", "rb", stemma.Indirect, "three harbour pilots", "told", "The master knew before the ship sailed",
		"p1", "")
	b.attribute("a7", "rb", stemma.Direct, "a pilot", "said", "We counted them twice", "p1", "")
	b.attribute("a8", "rc", stemma.Indirect, "the Gullhaven Courier", "reported",
		"A ferry with 212 passengers on board sailed from Gullhaven with more than 40 lifejackets missing", "p4", "")
	b.attribute("a9", "rc", stemma.Indirect, "a port log", "citing",
		"A ferry with 212 passengers on board sailed from Gullhaven with more than 40 lifejackets missing", "p2", "a8")
	b.attribute("a10", "rd", stemma.Indirect, "Continental Press", "reported",
		"A ferry with 212 passengers on board sailed from Gullhaven with more than 400 lifejackets missing", "p7", "")
	b.attribute("a11", "rd", stemma.Direct, "one of the pilots", "told", "We counted them twice", "p1", "")
	b.attribute("a12", "re", stemma.Indirect, "Jonas Wick", "found", "38 empty lifejacket hooks on the ferry Aldona",
		"p5",
		"")
	b.attribute("a13", "re", stemma.Direct, "Mr Wick", "said", "I photographed every one of them", "p5", "")
	b.attribute("a14", "re", stemma.Indirect, "", "said", "it had ordered new lifejackets", "", "")
}

func (b builder) passages() {
	quote := "Somebody signed for a number that was not there."
	b.shared("ra", "The ferry Aldona left Gullhaven on Monday with about 40 of its 120 lifejackets missing", "rb",
		"The ferry Aldona left Gullhaven on Monday with 40 of its 120 lifejackets missing", stemma.Near, 0.93)
	b.shared("ra", "“We counted them twice,” one of the pilots said. “"+quote, "rb",
		"“We counted them twice,” a pilot said. “"+quote, stemma.Near, 0.86)
	b.shared("ra", "the master may have known before the ship sailed", "rb", "The master knew before the ship sailed",
		stemma.Reworded, 0.66)
	b.shared("rc", "A ferry with 212 passengers on board sailed from Gullhaven with more than 40 lifejackets missing",
		"rd", "A ferry with 212 passengers on board sailed from Gullhaven with more than 400 lifejackets missing",
		stemma.Near, 0.94)
	b.shared("rc", "The operator, Marrow Line, denied that the ship was unsafe.", "rd",
		"The operator, Marrow Line, has confirmed that the ship was unsafe.", stemma.Near, 0.8)
	b.shared("ra", "“We counted them twice,” one of the pilots", "rd", "“We counted them twice,” one of the pilots",
		stemma.Verbatim, 1)
	b.shared("ra", quote, "rd", quote, stemma.Verbatim, 1)
	b.shared("rd", "400 lifejackets missing", "rf", "400 lifejackets missing", stemma.Verbatim, 1)
}

func (b builder) story() stemma.Story {
	s := stemma.Story{ID: "s1", Title: "Ferry sailed with a third of its lifejackets missing"}
	s.Witnesses = []stemma.Witness{
		{Siglum: "A", Report: "ra"}, {Siglum: "B", Report: "rb"}, {Siglum: "C", Report: "rc"}, {Siglum: "D",
			Report: "rd"},
		{Siglum: "E", Report: "re"}, {Siglum: "F", Report: "rf"},
		{Siglum: "α", Lost: true, Name: "Continental Press Service", Kind: stemma.LostWire},
	}
	s.Descents = b.descents()
	s.Origins = []stemma.Origin{
		{ID: "o1", Witness: "A", Sources: []string{"p2", "p1"},
			Says: "a port log and two unnamed harbour pilots, to the Gullhaven Courier"},
		{ID: "o2", Witness: "E", Sources: []string{"p5"}, Says: "Jonas Wick of the seafarers' union, to Harbour Radio"},
	}
	s.Claims = b.claims()
	s.Drifts = b.drifts()
	s.Warnings = []stemma.Warning{
		{Kind: stemma.CircularWarning, Says: "D cites Continental Press for what Continental Press has from A."},
		{Kind: stemma.DateConflict, Says: "F states two dates of publication, 8 May and 12 May 2031."},
		{Kind: stemma.UnknownLineage, Says: "Where F has “百二十着” from is not known."},
	}
	return s
}

func (b builder) descents() []stemma.Descent {
	return []stemma.Descent{
		{ID: "d1", From: "A", To: "B", Kind: stemma.Rewrite, Confidence: 0.98, Share: 0.71, Evidence: []stemma.Evidence{
			{Kind: stemma.CreditEvidence, Weight: 3.2, Spans: b.spans("rb", "the Gullhaven Courier reports"),
				Says: "B names the Gullhaven Courier as its source."},
			{Kind: stemma.ReuseEvidence, Weight: 2.4, Spans: b.spans("rb",
				"Somebody signed for a number that was not there."),
				Says: "Three passages stand in both, one of them rare."},
			{Kind: stemma.DateEvidence, Weight: 0.3, Says: "A is five hours older."},
			{Kind: stemma.DetailEvidence, Weight: -0.6, Spans: b.spans("rb", "three harbour pilots"),
				Says: "B has three pilots where A has two."}}},
		{ID: "d2", From: "A", To: "α", Kind: stemma.Citation, Confidence: 0.88, Share: 0.22,
			Evidence: []stemma.Evidence{
				{Kind: stemma.CreditEvidence, Weight: 2.1, Spans: b.spans("rc",
					"the Gullhaven Courier reported on Tuesday"),
					Says: "C, which prints the wire, credits the Gullhaven Courier."}}},
		{ID: "d3", From: "α", To: "C", Kind: stemma.WireCopy, Confidence: 0.97, Share: 1, Evidence: []stemma.Evidence{
			{Kind: stemma.CreditEvidence, Weight: 3.5, Spans: b.spans("rc", "(Continental Press)"),
				Says: "The dateline of C names Continental Press."}}},
		{ID: "d4", From: "α", To: "D", Kind: stemma.WireCopy, Confidence: 0.9, Share: 0.62, Evidence: []stemma.Evidence{
			{Kind: stemma.CreditEvidence, Weight: 2.8, Spans: b.spans("rd", "Continental Press reported"),
				Says: "D names Continental Press."},
			{Kind: stemma.ReuseEvidence, Weight: 1.9, Spans: b.spans("rd",
				"A ferry with 212 passengers on board sailed from Gullhaven"),
				Says: "C and D share a sentence that stands in no other report."}}},
		{ID: "d5", From: "A", To: "D", Kind: stemma.Citation, Confidence: 0.72, Share: 0.31,
			Evidence: []stemma.Evidence{
				{Kind: stemma.QuotationEvidence, Weight: 1.1, Spans: b.spans("rd",
					"“We counted them twice,” one of the pilots told the Courier."),
					Says: "D quotes the pilots in the words of A."}}},
		{ID: "d6", From: "D", To: "F", Kind: stemma.Digest, Confidence: 0.55, Share: 0.08, Evidence: []stemma.Evidence{
			{Kind: stemma.ErrorEvidence, Weight: 1.4, Spans: b.spans("rf", "400 lifejackets missing"),
				Says: "F shares the error “400” with D."}}},
	}
}

func (b builder) claims() []stemma.Claim {
	missing := stemma.Claim{ID: "c1",
		Statement: "The ferry Aldona left Gullhaven on Monday with about 40 of its 120 lifejackets missing",
		Origins:   stemma.Origins{Min: 1, Max: 1, IDs: []string{"o1"}}, Verdict: stemma.SingleOrigin}
	missing.Statements = []stemma.Statement{
		b.statement("ra", "The ferry Aldona left Gullhaven on Monday with about 40 of its 120 lifejackets missing",
			"a1"),
		b.statement("rb", "The ferry Aldona left Gullhaven on Monday with 40 of its 120 lifejackets missing", "a5"),
		b.statement("rc",
			"A ferry with 212 passengers on board sailed from Gullhaven with more than 40 lifejackets missing",
			"a9"),
		b.statement("rd",
			"A ferry with 212 passengers on board sailed from Gullhaven with more than 400 lifejackets missing",
			"a10"),
		b.statement("rf", "The ferry Aldona left with 400 lifejackets missing.", ""),
	}
	missing.Statements[0].Hedges = b.spans("ra", "about")
	for i, v := range []string{"about 40", "40", "more than 40", "more than 400", "400"} {
		report := missing.Statements[i].Span.Report
		missing.Statements[i].Values = []stemma.Value{{Kind: stemma.QuantityValue, Span: b.span(report, v),
			Value: strings.Fields(v)[len(strings.Fields(v))-1]}}
	}
	missing.Loci = []stemma.Locus{{Kind: "quantity", Readings: []stemma.Reading{
		{Value: "40", Sigla: []string{"A", "B", "C"}, Spans: []stemma.Span{b.span("ra", "about 40"), b.span("rb",
			"40"), b.span("rc", "more than 40")}},
		{Value: "400", Sigla: []string{"D", "F"}, Spans: []stemma.Span{b.span("rd", "more than 400"), b.span("rf",
			"400")}},
		{Sigla: []string{"E"}, Omitted: true}}}}
	knew := stemma.Claim{ID: "c2", Statement: "the master may have known before the ship sailed",
		Origins: stemma.Origins{Min: 1, Max: 1, IDs: []string{"o1"}}, Verdict: stemma.SingleSource,
		Statements: []stemma.Statement{b.statement("ra", "the master may have known before the ship sailed", "a2"),
			b.statement("rb", "The master knew before the ship sailed", "a6"),
			b.statement("rb", "Ferry “knew” of missing lifejackets", "")}}
	knew.Statements[0].Certainty, knew.Statements[0].Hedges = stemma.Possible, b.spans("ra", "may")
	knew.Statements[2].Headline = true
	unsafe := stemma.Claim{ID: "c3", Statement: "Marrow Line, which runs the ferry, denies that the ship was unsafe.",
		Origins: stemma.Origins{Min: 1, Max: 2, IDs: []string{"o1", "o2"}, Unresolved: 1}, Verdict: stemma.Contested,
		Statements: []stemma.Statement{b.statement("ra",
			"Marrow Line, which runs the ferry, denies that the ship was unsafe.", ""),
			b.statement("rc", "The operator, Marrow Line, denied that the ship was unsafe.", ""),
			b.statement("rd", "The operator, Marrow Line, has confirmed that the ship was unsafe.", "")}}
	unsafe.Statements[0].Polarity = stemma.Negated
	twice := stemma.Claim{ID: "c4", Statement: "Lifejacket hooks on the Aldona were empty",
		Origins: stemma.Origins{Min: 2, Max: 2, IDs: []string{"o1", "o2"}}, Verdict: stemma.Corroborated,
		Statements: []stemma.Statement{b.statement("ra", "“We counted them twice,” one of the pilots said.", "a3"),
			b.statement("re", "38 empty lifejacket hooks on the ferry Aldona", "a12"),
			b.statement("rb", "“We counted them twice,” a pilot said.", "a7")}}
	cjk := stemma.Claim{ID: "c5", Statement: "救命胴衣は百二十着のうち四十着が見つからなかったと港の記録は伝えている。", Verdict: stemma.Unattributed,
		Origins:    stemma.Origins{Unresolved: 1},
		Statements: []stemma.Statement{b.statement("rf", "救命胴衣は百二十着のうち四十着が見つからなかったと港の記録は伝えている。", "")}}
	ordered := stemma.Claim{ID: "c6", Statement: "Marrow Line said that it had ordered new lifejackets.",
		Verdict: stemma.SingleSource, Origins: stemma.Origins{Min: 1, Max: 1, IDs: []string{"o2"}},
		Statements: []stemma.Statement{b.statement("re", "Marrow Line said that it had ordered new lifejackets.",
			"a14")}}
	return []stemma.Claim{missing, knew, unsafe, twice, cjk, ordered}
}

func (b builder) drifts() []stemma.Drift {
	return []stemma.Drift{
		{ID: "x1", Claim: "c1", Descent: "d1", Kind: stemma.HedgeDropped, Before: b.ref("ra", "about 40"),
			After: b.ref("rb", "40"), Severity: 1, Says: "“about” is gone."},
		{ID: "x2", Claim: "c1", Kind: stemma.NumberChanged, Before: b.ref("rc", "more than 40"), After: b.ref("rd",
			"more than 400"), Severity: 3, Says: "Ten times as many lifejackets are missing, more than the ship has.",
			InheritedBy: []string{"F"}},
		{ID: "x3", Claim: "c2", Descent: "d1", Kind: stemma.ModalityStrengthened, Before: b.ref("ra",
			"the master may have known before the ship sailed"), After: b.ref("rb",
			"The master knew before the ship sailed"), Severity: 3, Says: "What may have been so is now so."},
		{ID: "x4", Claim: "c2", Descent: "d1", Kind: stemma.SourceInflated, Before: b.ref("ra", "Two harbour pilots"),
			After: b.ref("rb", "three harbour pilots"), Severity: 2, Says: "Two pilots have become three."},
		{ID: "x5", Claim: "c3", Descent: "d4", Kind: stemma.PolarityChanged, Before: b.ref("rc",
			"denied that the ship was unsafe"), After: b.ref("rd", "has confirmed that the ship was unsafe"),
			Severity: 3, Says: "A denial has become an admission."},
		{ID: "x6", Descent: "d1", Kind: stemma.DenialOmitted, Before: b.ref("ra",
			"Marrow Line, which runs the ferry, denies that the ship was unsafe."), Severity: 2,
			Says: "B leaves out that the operator denies it."},
		{ID: "x7", Descent: "d4", Kind: stemma.DetailAdded, After: b.ref("rd", "400 lifejackets missing"),
			Severity: 1, Says: "The headline of D gives a number."},
	}
}
