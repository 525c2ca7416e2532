package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// A small pile: b copied a, with a changed number; c stands alone.
const (
	textA = "The bridge has 12 rotten planks, Mira Holt said. The toll is two marks."
	textB = "The bridge has 21 rotten planks, a carpenter said."
	textC = "Divers saw the bridge. The toll is two marks."
)

func smallGold() *gold {
	two := 2
	return &gold{
		Edges: []goldEdge{{Child: "b.txt", Parent: "a.txt", InPile: true}, {Child: "b.txt", Parent: "X",
			InPile: false}},
		External: []goldExternal{
			{ID: "X", Name: "Union Wire (UW)", Kind: "wire"},
			{ID: "Y", Name: "a memo", Kind: "document"},
		},
		NonEdges: []goldNonEdge{{Pair: [2]string{"a.txt", "c.txt"}}, {Pair: [2]string{"b.txt", "c.txt"}}},
		Claims: []goldClaim{
			{ID: "C1", Origins: 1, Mentions: []goldMention{
				{"a.txt", "The bridge has 12 rotten planks", textA}, {"b.txt", "The bridge has 21 rotten planks",
					textB}}},
			{ID: "C2", Origins: 2, Mentions: []goldMention{
				{"a.txt", "The toll is two marks", "The toll is two marks."}, {"c.txt", "The toll is two marks",
					"The toll is two marks."}}},
		},
		Credits: []goldCredit{
			{ID: "A1", File: "a.txt", Source: &goldText{Text: "Mira Holt"}, SourceType: "person",
				Content: goldText{Text: "The bridge has 12 rotten planks"}},
			{ID: "A2", File: "b.txt", Source: &goldText{Text: "a carpenter"}, SourceType: "anonymous",
				SourceCount: &two, Content: goldText{Text: "The bridge has 21 rotten planks"}},
		},
		Drifts: []goldDrift{
			{ID: "D1", Child: "b.txt", Kind: stemma.NumberChanged, Before: &goldText{Text: "12 rotten planks"},
				After: &goldText{Text: "21 rotten planks"}, Severity: 3},
			{ID: "D2", Child: "b.txt", Kind: stemma.Omission, Before: &goldText{Text: "The toll is two marks."},
				Severity: 1},
		},
		NotDrifts: []goldTrap{{Strings: []goldText{{"a.txt", "Mira Holt"}, {"b.txt", "a carpenter"}}}},
	}
}

func smallDossier() *stemma.Dossier {
	d := &stemma.Dossier{Reports: []stemma.Report{
		{ID: "r1", Input: "p/a.txt", Text: textA}, {ID: "r2", Input: "p/b.txt", Text: textB}, {ID: "r3",
			Input: "p/c.txt", Text: textC},
	}}
	at := func(report int, words string) stemma.Span {
		r := &d.Reports[report]
		start := strings.Index(r.Text, words)
		return r.Span(start, start+len(words))
	}
	ref := func(s stemma.Span) *stemma.Span { return &s }
	d.Speakers = []stemma.Speaker{
		{ID: "p1", Kind: stemma.Person}, {ID: "p2", Kind: stemma.Anonymous, Count: stemma.Count{Min: 1, Max: 1}},
	}
	d.Attributions = []stemma.Attribution{
		{ID: "a1", Report: "r1", Source: ref(at(0, "Mira Holt")), Speaker: "p1", Content: []stemma.Span{at(0,
			"The bridge has 12 rotten planks")}},
		{ID: "a2", Report: "r2", Source: ref(at(1, "carpenter")), Speaker: "p2", Content: []stemma.Span{at(1,
			"bridge has 21 rotten planks")}},
		{ID: "a3", Report: "r3", Source: ref(at(2, "Divers")), Content: []stemma.Span{at(2, "the bridge")}},
	}
	d.Stories = []stemma.Story{{
		Stemma: stemma.Stemma{
			Witnesses: []stemma.Witness{{Siglum: "A", Report: "r1"}, {Siglum: "B", Report: "r2"}, {Siglum: "C",
				Report: "r3"}},
			Descents: []stemma.Descent{{ID: "d1", From: "A", To: "B"}, {ID: "d2", From: "A", To: "C"}},
		},
		Claims: []stemma.Claim{
			{ID: "c1", Origins: stemma.Origins{Min: 2, Max: 2}, Statements: []stemma.Statement{{Span: at(0,
				"The bridge has 12 rotten planks")}, {Span: at(1, "The bridge has 21 rotten planks")}}},
			{ID: "c2", Origins: stemma.Origins{Min: 1, Max: 2}, Statements: []stemma.Statement{{Span: at(0,
				"The toll is two marks.")}, {Span: at(2, "The toll is two marks.")}}},
		},
		Drifts: []stemma.Drift{
			{ID: "x1", Kind: stemma.NumberChanged, Before: ref(at(0, "12")), After: ref(at(1, "21"))},
			{ID: "x2", Kind: stemma.AttributionChanged, Before: ref(at(0, "Mira Holt")), After: ref(at(1,
				"a carpenter"))},
		},
	}}
	return d
}

func TestScores(t *testing.T) {
	board := &scoreboard{}
	s, g, d := board.under("p"), smallGold(), smallDossier()
	scoreDescents(s, g, d)
	scoreClaims(s, g, d)
	scoreAttributions(s, g, d)
	scoreDrifts(s, g, d)
	want := `p/descents_precision 0.500 (1 of 2)
p/descents_recall 1.000 (1 of 1)
p/descents_f1 0.667
p/descents_violations 0.500 (1 of 2)
p/lost_named 0.000 (0 of 1)
p/mentions_located 1.000 (4 of 4)
p/mentions_covered 1.000 (4 of 4)
p/claims_matched 1.000 (2 of 2)
p/claims_mention_recall 1.000 (4 of 4)
p/claims_mentions_b3_f1 1.000
p/origins_exact 0.000 (0 of 2)
p/origins_exact_all 0.000 (0 of 2)
p/origins_exact_min 0.000 (0 of 2)
p/origins_inside 0.500 (1 of 2)
p/origins_exact_multi 0.000 (0 of 1)
p/origins_false_independent 1
p/origins_false_independent_any 1
p/origins_corroborated_not_in_gold 0
p/attributions_precision 0.667 (2 of 3)
p/attributions_recall 1.000 (2 of 2)
p/attributions_f1 0.800
p/attributions_split_precision 0.667 (2 of 3)
p/attributions_split_recall 1.000 (2 of 2)
p/attributions_split_f1 0.800
p/attributions_kind 1.000 (2 of 2)
p/attributions_count 0.000 (0 of 1)
p/drifts_grave_recall 1.000 (1 of 1)
p/drifts_precision 0.500 (1 of 2)
p/drifts_recall 0.500 (1 of 2)
p/drifts_f1 0.500
p/drifts_trap_hits 1
`
	var got bytes.Buffer
	board.print(&got)
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
}

func TestDecode(t *testing.T) {
	d, err := decode([]byte(`{"schema": "stemma.dossier/1", "reports": [{"id": "r1", "input": "a.txt", "text": "Hm.",
		"published": "2020-01-02T00:00:00Z", "published_precision": "day", "updated": null}],
		"stories": [{"id": "s1", "witnesses": [{"siglum": "A", "report": "r1"}, {"siglum": "α", "report": null, "lost": true}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Reports) != 1 || d.Reports[0].Text != "Hm." || len(d.Stories) != 1 || !d.Stories[0].Witnesses[1].Lost {
		t.Errorf("decoded %+v", d)
	}
}
