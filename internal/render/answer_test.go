package render

import (
	"strconv"
	"strings"
	"testing"

	"stemma"
)

// answered is a pile in a line: witnesses with their outlets ("A:Bell α:Wire"),
// descents ("A>B:rewrite"), and what each report says first.
func answered(witnesses, descents string, said map[string]string, o stemma.Origins) []string {
	d := &stemma.Dossier{Speakers: []stemma.Speaker{{ID: "p1", Name: "Ada Wren", Kind: stemma.Person}}}
	s := stemma.Story{Title: "Bridge shut"}
	claim := stemma.Claim{ID: "c1", Origins: o}
	for _, w := range strings.Fields(witnesses) {
		siglum, outlet, _ := strings.Cut(w, ":")
		outlet = strings.ReplaceAll(outlet, "_", " ")
		if siglum[0] >= 0x80 {
			publisher, _, isStated := strings.Cut(outlet, " (statement)")
			lost := stemma.Witness{Siglum: siglum, Lost: true, Name: outlet, Publisher: publisher,
				Kind: stemma.LostWire}
			if isStated {
				lost.Kind = stemma.LostRelease
			}
			s.Witnesses = append(s.Witnesses, lost)
			continue
		}
		d.Reports = append(d.Reports, stemma.Report{ID: "r" + siglum, Outlet: stemma.Maybe(outlet), Text: said[siglum]})
		s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: siglum, Report: stemma.Maybe("r" + siglum)})
		if said[siglum] != "" {
			id := "a" + siglum
			d.Attributions = append(d.Attributions, stemma.Attribution{ID: id, Report: "r" + siglum, Speaker: "p1",
				Told: true})
			span := stemma.Span{Report: "r" + siglum, End: len(said[siglum]), Text: said[siglum]}
			claim.Statements = append(claim.Statements, stemma.Statement{Span: span, Sentence: span,
				Chain: []string{id}})
		}
	}
	for i, field := range strings.Fields(descents) {
		way, kind, _ := strings.Cut(field, ":")
		from, to, _ := strings.Cut(way, ">")
		s.Descents = append(s.Descents, stemma.Descent{ID: strconv.Itoa(i), From: from, To: to,
			Kind: stemma.DescentKind(kind)})
	}
	if len(claim.Statements) > 0 {
		claim.Statement, claim.Main, claim.Statements[0].Head = claim.Statements[0].Span.Text, true, true
	}
	s.Claims = []stemma.Claim{claim}
	d.Stories = []stemma.Story{s}
	return newPile(d).answer()
}

func TestAnswer(t *testing.T) {
	const shut = "The council shut the iron bridge after forty bolts were found missing"
	const nothing = "No claim that headlines and leads share was found in two reports."
	const strange = "No common origin was found: none is shown to take the story from another."
	one, perhaps := stemma.Origins{Min: 1, Max: 1}, stemma.Origins{Min: 1, Max: 2}
	all := map[string]string{"A": shut, "B": shut, "C": shut}
	for _, c := range []struct {
		name, witnesses, descents string
		said                      map[string]string
		origins                   stemma.Origins
		want                      string
	}{
		{"kept", "A:Bell B:Herald C:Echo", "A>B:rewrite A>C:repost", all, one,
			"3 reports, 1 story. All of the other 2 are shown to go back to Bell. | In " +
				"all: “" + shut + "” (c1), credited to Ada Wren: one origin."},
		{"lost", "A:Bell B:Herald C:Echo α:North_Wire", "α>A:wire_copy α>B:wire_copy", all, perhaps,
			"3 reports, 1 story. Two of 3 are shown to go back to North Wire (not in the pile). Echo is not shown " +
				"to take it from another. | " +
				"In all: “" + shut + "” (c1), credited to Ada Wren: no two origins are shown, two at most."},
		{"lost reports of an outlet in the pile", "A:The_Bell B:Herald C:Echo α:Bell", "α>B:rewrite α>C:rewrite", nil,
			one,
			"3 reports, 1 story. Two of 3 are shown to go back to Bell. The Bell is not shown to take it from " +
				"another. | " + nothing},
		{"one rewrite of a lost report is no origin", "A:Bell B:Herald C:Echo α:Wire", "α>B:rewrite", nil, one,
			"3 reports, 1 story. " + strange + " | " + nothing},
		{"over a lost one", "A:Bell B:Herald C:Echo α:Wire", "A>α:rewrite α>B:wire_copy", nil, one,
			"3 reports, 1 story. One of the other 2 is shown to go back to Bell. Echo is not shown to take it from " +
				"another. | " + nothing},
		{"a point", "A:Bell B:Herald C:Echo α:Wire", "α>B:citation α>C:citation", nil, one,
			"3 reports, 1 story. " + strange + " Two credit Wire for a point. | " + nothing},
		{"a statement", "A:Bell B:Herald C:Echo α:Tom_Pell_(statement)", "α>B:citation α>C:citation", nil, one,
			"3 reports, 1 story. " + strange + " Two quote a statement by Tom Pell. | " + nothing},
		{"one builds on an interview, two credit another", "A:Bell B:Herald C:Echo α:Wire β:Chat",
			"β>A:rewrite α>B:citation α>C:citation", nil, one,
			"3 reports, 1 story. " + strange + " Two credit Wire for a point. | " + nothing},
		{"whom others credit for a point, behind another one",
			"A:Bell B:Herald C:Echo D:Sun E:Star F:Moon α:Wire β:Chat",
			"α>A:wire_copy α>B:wire_copy α>C:wire_copy β>D:wire_copy β>E:wire_copy α>F:citation", nil, one,
			"6 reports, 1 story. Three of 6 are shown to go back to Wire (not in the pile), two to Chat. One more " +
				"credits Wire for a point. | " + nothing},
		{"its own outlet", "A:Bell B:Bell C:Echo D:Sun α:Wire", "A>B:follow-up α>C:citation α>D:citation", nil, one,
			"4 reports, 1 story. No common origin was found: no outlet is shown to take the story from another. " +
				"Bell (B) goes on from a report of its own outlet. Two credit Wire for a point. | " + nothing},
		{"its own outlet beside another", "A:Bell B:Bell C:Echo D:Sun", "A>B:follow-up A>C:rewrite", nil, one,
			"4 reports, 1 story. One of the other 3 is shown to go back to Bell (A). Bell (B) goes on from a report " +
				"of its own outlet. Sun is not shown to take it from another. | " + nothing},
		{"many of its own outlet", "A:Bell B:Bell C:Bell D:Bell E:Bell F:Sun",
			"A>B:follow-up A>C:follow-up A>D:follow-up A>E:follow-up", nil, one,
			"6 reports, 1 story. No common origin was found: no outlet is shown to take the story from another. " +
				"Four go on from a report of their own outlet. | " + nothing},
		{"its own outlet by way of another", "A:Bell B:Echo C:Bell", "A>B:rewrite B>C:rewrite", nil, one,
			"3 reports, 1 story. All of the other 2 are shown to go back to Bell (A). | " + nothing},
		{"circle", "A:Bell B:Herald", "A>B:rewrite B>A:rewrite", nil, one,
			"2 reports, 1 story. No common origin was found: none is shown to take the story from " +
				"another. | " + nothing},
		{"one report", "A:Bell", "", all, one, "1 report, 1 story. Nothing in it is confirmed by another report."},
	} {
		descents := strings.ReplaceAll(c.descents, "_", " ")
		if strings.Contains(c.descents, "_") {
			descents = strings.ReplaceAll(c.descents, "_copy", "")
		}
		if got := strings.Join(answered(c.witnesses, descents, c.said, c.origins), " | "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestAnswerOfManyStories(t *testing.T) {
	got := strings.Join(newPile(many(23, 5)).answer(), " ")
	for _, want := range []string{"23 reports, 5 stories. The largest, “", "were not found to tell it; "} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
	if got := newPile(&stemma.Dossier{}).answer(); len(got) != 1 || !strings.HasPrefix(got[0],
		"No report could be read") {
		t.Error(got)
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{"it is gone": "It is gone.", "“may” is gone": "“may” is gone.",
		"Why?": "Why?", "": "", "über": "Über.", "he said “no.”": "He said “no.”"} {
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

// TestAnswerOfCreditsInTheLargest: an answer is the same without the credits of other stories.
func TestAnswerOfCreditsInTheLargest(t *testing.T) {
	all := piles(t)
	all["ferry"], all["none"] = ferry(t), &stemma.Dossier{}
	for name, d := range all {
		if got, want := Answer(d), strings.Join(newPile(d).answer(), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	of, left := *ferry(t), creditedInLargest(ferry(t))
	of.Stories = nil
	if len(left.Attributions) == 0 || len(creditedInLargest(&of).Attributions) > 0 {
		t.Errorf("%d credits are left of the largest story, and %d without one", len(left.Attributions),
			len(creditedInLargest(&of).Attributions))
	}
}
