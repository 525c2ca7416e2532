package render

import (
	"strings"
	"testing"

	"stemma"
)

func TestAnswer(t *testing.T) {
	one := stemma.Origins{Min: 1, Max: 1, IDs: []string{"o1"}}
	other := stemma.Origins{Min: 1, Max: 1, IDs: []string{"o2"}}
	two := stemma.Origins{Min: 2, Max: 2, IDs: []string{"o1", "o2"}}
	perhaps := stemma.Origins{Min: 1, Max: 2, IDs: []string{"o1", "o2"}}
	for _, c := range []struct {
		name   string
		claims []stemma.Origins
		want   string
	}{
		{"all on one", []stemma.Origins{one, one}, "The main claims rest on one origin: a clerk, to the Post."},
		{"one claim", []stemma.Origins{one}, "The only main claim rests on one origin: a clerk, to the Post."},
		{"two independent", []stemma.Origins{two, two}, "The main claims rest on two independent origins: a clerk, to the Post; a log, to the Echo."},
		{"leader", []stemma.Origins{one, other, one}, "Two of the 3 main claims rest on one origin: a clerk, to the Post. One other rests on one origin: a log, to the Echo."},
		{"one each", []stemma.Origins{one, other}, "The main claims rest on one origin each, two in all: a clerk, to the Post; a log, to the Echo."},
		{"interval", []stemma.Origins{perhaps, perhaps}, "The main claims rest on between one and two origins: a clerk, to the Post; a log, to the Echo."},
		{"unknown", []stemma.Origins{{}, {}}, "The main claims have no known origin."},
		{"at most", []stemma.Origins{{Max: 1, IDs: []string{"o1"}}}, "The only main claim rests on at most one origin: a clerk, to the Post."},
		{"mixed", []stemma.Origins{one, one, two, {}}, "Two of the 4 main claims rest on one origin: a clerk, to the Post. One other rests on two independent origins: that one and a log, to the Echo. One other has no known origin."},
		{"none", nil, "No claims were found in it."},
	} {
		d := answerable(c.claims)
		if got := newPile(d).answer(); got != "2 reports, 1 story. "+c.want {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

func answerable(claims []stemma.Origins) *stemma.Dossier {
	d := &stemma.Dossier{Reports: []stemma.Report{{ID: "r1", Text: "x"}, {ID: "r2", Text: "x"}}}
	s := stemma.Story{Stemma: stemma.Stemma{Witnesses: []stemma.Witness{{Siglum: "A", Report: "r1"}, {Siglum: "B", Report: "r2"}}},
		Origins: []stemma.Origin{{ID: "o1", Witness: "A", Says: "a clerk, to the Post."}, {ID: "o2", Witness: "B", Says: "a log, to the Echo"}}}
	for _, o := range claims {
		s.Claims = append(s.Claims, stemma.Claim{Origins: o, Statements: []stemma.Statement{{Span: d.Reports[0].Span(0, 1)}, {Span: d.Reports[1].Span(0, 1)}}})
	}
	d.Stories = []stemma.Story{s}
	return d
}

func TestAnswerOfManyStories(t *testing.T) {
	got := newPile(many(23, 5)).answer()
	for _, want := range []string{"23 reports, 5 stories. “Quay 4 shut”: The only main claim rests on one origin: the reporting of Paper 4.", "And 2 more stories."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
	got = newPile(many(5, 4)).answer()
	if !strings.HasPrefix(got, "5 reports, 4 stories, 3 of them told by a single report. The only") {
		t.Error(got)
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{"it is gone": "It is gone.", "“may” is gone": "“may” is gone.", "Why?": "Why?", "": "", "über": "Über.", "he said “no.”": "He said “no.”"} {
		if got := sentence(in); got != want {
			t.Errorf("sentence(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                                 "plain",
		"  two \n\t lines ":                     "two lines",
		"\x1b[31mred":                           "␛[31mred",
		"a\u202eb":                              "a‹U+202E›b",
		"a\u200bb\ufeffc\u00add":                "abcd",
		"\xff":                                  "\ufffd",
		"\u009b31m":                             "\ufffd31m",
		"👩\u200d👧":                              "👩\u200d👧",
		"z\u0301\u0302\u0303\u0304\u0305\u0306": "z\u0301\u0302\u0303\u0304",
		"日本":                                    "日本",
		"a\u00a0b":                              "a b",
		"x\x7f":                                 "x␡",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}
