package render

import (
	"strings"
	"testing"

	"stemma"
)

// said is one report's statement of the one claim of a story, with whom it credits.
type said struct {
	outlet, text string
	speaker      string // id, or ""
	stance       stemma.Stance
	negated      bool
}

// claiming is a story in which each report states one claim, with the descents given.
func claiming(all []said, descents ...stemma.Descent) answer {
	d := &stemma.Dossier{Speakers: []stemma.Speaker{
		{ID: "wren", Name: "Ada Wren", Kind: stemma.Person}, {ID: "hall", Name: "Town Hall", Kind: stemma.Organisation},
		{ID: "clerks", Name: "town clerks", Kind: stemma.Anonymous},
		{ID: "clerk", Name: "town clerk", Kind: stemma.Anonymous, Count: stemma.Count{Min: 1, Max: 1}},
		{ID: "wire", Name: "North Wire", Kind: stemma.Outlet}, {ID: "media", Name: "media reports",
			Kind: stemma.Outlet},
	}}
	s := stemma.Story{Title: "Bridge sold"}
	claim := stemma.Claim{ID: "c1", Origins: stemma.Origins{Min: 1, Max: 1}}
	for i, x := range all {
		siglum := string(rune('A' + i))
		r := stemma.Report{ID: siglum, Outlet: stemma.Maybe(x.outlet), Text: x.text}
		st := stemma.Statement{Span: r.Span(0, len(x.text)), Sentence: r.Span(0, len(x.text))}
		if x.speaker != "" {
			st.Chain = []string{"a" + siglum}
			st.Turned = x.stance == stemma.Denying
			d.Attributions = append(d.Attributions, stemma.Attribution{
				ID: "a" + siglum, Report: siglum, Speaker: stemma.Maybe(x.speaker), Told: true, Stance: x.stance,
				Negated: x.negated,
			})
		}
		d.Reports = append(d.Reports, r)
		s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: siglum, Report: stemma.Maybe(siglum)})
		claim.Statements = append(claim.Statements, st)
	}
	s.Witnesses = append(s.Witnesses, stemma.Witness{Siglum: "α", Lost: true, Name: "North Wire",
		Kind: stemma.LostWire})
	claim.Statement, claim.Main, claim.Statements[0].Head = all[0].text, true, true
	s.Claims, s.Descents = []stemma.Claim{claim}, descents
	d.Stories = []stemma.Story{s}
	return newPile(d).families[0].answers()
}

const sold = "The council sold the iron bridge to a ferry company on Monday"

func TestClaimed(t *testing.T) {
	for _, c := range []struct {
		name, want string
		all        []said
	}{
		{"nobody", "” (c1): one origin.", []said{{"Bell", sold, "", "", false}, {"Echo", sold, "", "", false}}},
		{"unnamed people", "credited to town clerks: one", []said{{"Bell", sold, "clerks", "", false}, {"Echo", sold,
			"clerks", "", false}}},
		{"one of them", "credited to an unnamed source (town clerk)", []said{{"Bell", sold, "clerk", "", false},
			{"Echo", sold, "clerk", "", false}}},
		{"an outlet", "credited to North Wire", []said{{"Bell", sold, "wire", "", false}, {"Echo", sold, "wire", "",
			false}}},
		{"no outlet by name", "” (c1): one", []said{{"Bell", sold, "media", "", false}, {"Echo", sold, "media", "",
			false}}},
		{"not who stands elsewhere only", "Monday” (c1): one",
			[]said{{"Bell", sold, "", "", false}, {"Echo", sold, "wren", "", false}, {"Herald", sold, "wren", "",
				false}}},
		{"denied", "one origin. Denied by Town Hall.",
			[]said{{"Bell", sold, "wren", "", false}, {"Echo", sold, "wren", "", false}, {"Herald", sold, "hall",
				stemma.Denying, false}}},
		{"not denied", "one origin.",
			[]said{{"Bell", sold, "wren", "", false}, {"Echo", sold, "wren", "", false}, {"Herald", sold, "hall",
				stemma.Denying, true}}},
		{"denied that it was known", "one origin.", []said{{"Bell", sold, "wren", "", false}, {"Echo", sold, "wren",
			"", false},
			{"Herald", "he had been told that the council sold the iron bridge to a ferry company", "hall",
				stemma.Denying, false}}},
	} {
		if got := claiming(c.all).claimed(); !strings.Contains(got, c.want) || strings.Contains(got,
			"Denied") != strings.Contains(c.want, "Denied") {
			t.Errorf("%s: %s", c.name, got)
		}
	}
}

// TestToldAlike: reports that merely resemble the claim are counted apart, as in its list, and
// so are those whose headlines or leads alone tell it: each of these may stand on an origin of its own.
func TestToldAlike(t *testing.T) {
	all := []said{{"Bell", sold, "", "", false}, {"Echo", sold, "", "", false}, {"Post", sold, "", "", false}, {"Sun",
		sold, "", "", false}}
	for _, c := range []struct {
		sure, loose, beside int
		want                string
	}{
		{4, 0, 0, "In all: “" + sold + "” (c1): one origin."},
		{3, 0, 0, "In at least three of them: “" + sold + "” (c1): one origin."},
		{2, 1, 0, "In two of them, and perhaps in one more: “" + sold + "” (c1): one origin."},
		{1, 3, 0, "In one of them, and perhaps in three more: “" + sold + "” (c1): one origin."},
		{3, 0, 1, "In three of them, and alike in the headline or lead of one more: “" + sold +
			"” (c1): one origin (the one alike not counted)."},
		{1, 1, 2, "In one of them, perhaps in one more, and alike in the headlines or leads of two more: “" + sold +
			"” (c1): one origin (those alike not counted)."},
	} {
		a := claiming(all)
		of := a.main.Claim
		of.Statements = of.Statements[:c.sure+c.loose]
		for i := range of.Statements[c.sure:] {
			of.Statements[c.sure+i].Loose = true
		}
		a.main.Beside = c.beside
		if got := a.claimed(); got != c.want {
			t.Errorf("%d, %d loose, %d beside: %s, want %s", c.sure, c.loose, c.beside, got, c.want)
		}
	}
}

// TestGoesBackForTheClaim: who credits somebody with what the story claims has it from
// there, who credits him with something else has not.
func TestGoesBackForTheClaim(t *testing.T) {
	credit := func(to string, from, end int) stemma.Descent {
		spans := []stemma.Span{{Report: to, Start: from, End: from + 1}, {Report: to, Start: from, End: end}}
		return stemma.Descent{From: "α", To: to, Kind: stemma.Citation,
			Evidence: []stemma.Evidence{{Kind: stemma.CreditEvidence, Spans: spans}}}
	}
	all := []said{{"Bell", sold, "", "", false}, {"Echo", sold, "", "", false}, {"Herald", sold, "", "", false}}
	for _, c := range []struct {
		want     string
		descents []stemma.Descent
	}{
		{"Two of 3 are shown to go back to North Wire (not in the pile). One more credits it for a point.",
			[]stemma.Descent{credit("A", 0, 20), credit("B", 0, 20), credit("C", 200, 220)}},
		{"No common origin was found: none is shown to take the story from another. Two credit North Wire for a point.",
			[]stemma.Descent{credit("A", 200, 220), credit("B", 200, 220)}},
		{"No common origin was found. Bell prints the text of North Wire. Of the rest none is shown to take the " +
			"story from another.",
			[]stemma.Descent{{From: "α", To: "A", Kind: stemma.WireCopy}}},
		{"One of the other 2 is shown to go back to Echo. Bell prints the text of North Wire.",
			[]stemma.Descent{{From: "α", To: "A", Kind: stemma.WireCopy}, {From: "B", To: "C", Kind: stemma.Rewrite}}},
	} {
		if got := claiming(all, c.descents...).descent(); got != c.want {
			t.Errorf(" got %s\nwant %s", got, c.want)
		}
	}
}

// TestTellsNamesakesApart: reports of one outlet are told by their letters and dates, and of many that
// are copied a few are named.
func TestTellsNamesakesApart(t *testing.T) {
	var all []said
	for _, outlet := range strings.Fields("Bell Echo Echo Post Sun Star Globe Tide Moor Quay Lamp Hill") {
		all = append(all, said{outlet, sold, "", "", false})
	}
	copies := func(pairs string) answer {
		var list []stemma.Descent
		for _, p := range strings.Fields(pairs) {
			list = append(list, stemma.Descent{From: p[:1], To: p[1:], Kind: stemma.Rewrite})
		}
		f := claiming(all, list...)
		f.report("C").Published = at(1, 0, 0)
		return f
	}
	for pairs, want := range map[string]string{
		"AD AE AF CG": "Three of the other 11 are shown to go back to Bell, one to Echo (C, 1 May 2031 00:00).",
		"AF AG AH BI CJ DK EL": "Three of the other 11 are shown to go back to Bell, one to Echo (B), " +
			"one to Echo (C, 1 May 2031 00:00), one to Post and one to one more.",
	} {
		if got := copies(pairs).descent(); !strings.HasPrefix(got, want) {
			t.Errorf(" got %s\nwant %s", got, want)
		}
	}
}
