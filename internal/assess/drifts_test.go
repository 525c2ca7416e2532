package assess

import (
	"strings"
	"testing"
	"time"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/segment"
)

func change(kind stemma.DriftKind, before, after string) stemma.Drift {
	d := stemma.Drift{Kind: kind}
	if before != "" {
		d.Before = &stemma.Span{Report: "rA", Text: before}
	}
	if after != "" {
		d.After = &stemma.Span{Report: "rB", Text: after}
	}
	return d
}

// checkTold compares who made the changes, and who inherited each: "B+C".
func checkTold(t *testing.T, told telling, want string) {
	t.Helper()
	var got []string
	for _, d := range told.drifts {
		got = append(got, d.ID+"+"+strings.Join(d.InheritedBy, "+"))
	}
	if strings.Join(got, " ") != want {
		t.Errorf("told %q, want %q", strings.Join(got, " "), want)
	}
}

// TestChangeIsToldOnce: of an office also where more or fewer words of the name
// stand beside it, of a figure whatever does; of anything also the other way round.
func TestChangeIsToldOnce(t *testing.T) {
	told := telling{at: map[string]int{}}
	told.add(change(stemma.TitleChanged, "deputy harbour master", "harbour master"), "B")
	told.add(change(stemma.TitleChanged, "deputy harbour master Ines Corr", "harbour master Ines Corr"), "C")
	told.add(change(stemma.TitleChanged, "harbour master", "deputy harbour master"), "D")
	told.add(change(stemma.TitleChanged, "clerk", "judge"), "E")
	told.add(change(stemma.NumberChanged, "Forty,  of them", "fifty of them"), "B")
	told.add(change(stemma.NumberChanged, "forty of them", "fifty of them"), "C")
	told.add(change(stemma.NumberChanged, "fifty of them", "forty of them"), "D")
	told.add(change(stemma.Omission, "nobody was hurt", ""), "C")
	told.add(change(stemma.HedgeDropped, "up to 40 crowns", "40 crowns"), "B")
	told.add(change(stemma.HedgeDropped, "up to 40 crowns", "the 40 crowns a year"), "C")
	told.add(change(stemma.HedgeDropped, "up to 40 crowns", "50 crowns"), "D")
	told.add(change(stemma.QuoteAltered, "it leaks and so we shut it, we said", "it leaks, we said"), "B")
	told.add(change(stemma.QuoteAltered, "it leaks and so, he said, we shut it, we said", "it leaks, we said"), "B")
	checkTold(t, told, "B+C E+ B+C C+ B+C D+ B+")
}

// TestSourceIsRaisedOnce: who has a source that another report made several from that report changed nothing,
// whatever words it has for them; who has it from elsewhere did.
func TestSourceIsRaisedOnce(t *testing.T) {
	told := telling{at: map[string]int{}, handsOn: func(d stemma.Drift, siglum string) bool { return siglum == "C" }}
	told.add(change(stemma.SourceInflated, "one of them", "two keepers"), "B")
	told.add(change(stemma.SourceInflated, "one of them", "two men"), "C")
	told.add(change(stemma.SourceInflated, "one of them", "several"), "D")
	checkTold(t, told, "B+C D+")
}

// TestElderOffice: the office that is first given later is the one after; of two
// that come in one report it is the longer.
func TestElderOffice(t *testing.T) {
	folded := func(texts ...string) *wordings { return &wordings{texts: texts, spread: map[string]spread{}} }
	tests := []struct {
		name          string
		before, after string
		texts         []string
		want          string // the reading after
	}{
		{"in order", " chief clerk ", " county judge ", []string{" the chief clerk said ", " the county judge said "},
			"after"},
		{"turned", " chief clerk ", " county judge ", []string{" the county judge said ", " the chief clerk said "},
			"before"},
		{"both at once", " county judge ", " the county judge ", []string{" the county judge said "}, "before"},
		{"both at once, the longer first", " the county judge ", " county judge ",
			[]string{" the county judge said "}, "after"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := elderOffice(change(stemma.TitleChanged, "before", "after"), tt.before, tt.after, folded(tt.texts...))
			if d.After.Text != tt.want {
				t.Errorf("after stands %q", d.After.Text)
			}
		})
	}
}

// TestCautionWasLost: between copies of one text, what looks like caution or a
// rank that was added was more likely lost by the other one.
func TestCautionWasLost(t *testing.T) {
	tests := []struct {
		kind          stemma.DriftKind
		before, after string
		want          stemma.DriftKind // "" where it stays as it is
	}{
		{stemma.ModalityWeakened, "will close", "may close", stemma.ModalityStrengthened},
		{stemma.HedgeAdded, "forty", "about forty", stemma.HedgeDropped},
		{stemma.TitleChanged, "secretary", "assistant secretary", stemma.TitleChanged},
		{stemma.TitleChanged, "assistant secretary", "secretary", ""},
		{stemma.NumberChanged, "forty", "four hundred", ""},
	}
	for _, tt := range tests {
		d, turned := gained(change(tt.kind, tt.before, tt.after))
		if turned != (tt.want != "") || turned && (d.Kind != tt.want || d.After.Text != tt.before) {
			t.Errorf("%s, %s → %s: %s, after %q", tt.kind, tt.before, tt.after, d.Kind, d.After.Text)
		}
	}
}

// TestWayOfAChange: what one sibling cut is told along its own descent.
func TestWayOfAChange(t *testing.T) {
	l := &lineage{siglum: map[string]string{"rA": "A", "rB": "B"}, parents: map[string][]stemma.Descent{
		"A": {{ID: "other", From: "γ"}, {ID: "own", From: "α"}},
		"B": {{ID: "its", From: "α"}},
	}}
	b := &comparison{publishers: &publishers{lineage: l}}
	there := Way{from: "A", to: "B", descent: "its", Kin: Siblings}
	back := Way{from: "B", to: "A", descent: "own", Kin: Siblings}
	tests := []struct {
		name  string
		d     stemma.Drift
		want  Way
		owner string
	}{
		{"added by the later", change(stemma.DetailAdded, "", "it was raining"), there, "B"},
		{"left out by the later", change(stemma.Omission, "nobody was hurt", ""), there, "B"},
		{"changed by the later", change(stemma.NumberChanged, "forty", "fifty"), there, "B"},
		{"left out by the earlier", stemma.Drift{Kind: stemma.Omission, Before: &stemma.Span{Report: "rB"}}, back, "A"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := b.wayOf(tt.d, there)
			if w != tt.want || b.owner(tt.d, w) != tt.owner {
				t.Errorf("%+v, of %s", w, b.owner(tt.d, w))
			}
		})
	}
}

// TestEitherWay: what is cut or told otherwise in several reports, between copies of one
// lost text, is told of the report that has the rarer reading.
func TestEitherWay(t *testing.T) {
	tests := []struct {
		name          string
		kind          stemma.DriftKind
		before, after string
		texts         [3]string // of the two reports and a third
		want          string    // the reading after
	}{
		{"the rarer one", stemma.NumberChanged, "forty bolts", "fifty bolts",
			[3]string{"They found forty bolts.", "They found fifty bolts.", "They saw fifty bolts."}, "forty bolts"},
		{"caution was lost", stemma.ModalityWeakened, "is shut", "may be shut",
			[3]string{"The mill is shut.", "The mill may be shut.", "Nothing."}, "is shut"},
		{"a cut", stemma.QuoteAltered, "a very old mill", "very old mill",
			[3]string{"It is a very old mill.", "A very old mill.", "Nothing."}, "very old mill"},
		{"a middle that is gone", stemma.QuoteAltered, "it leaks and so we shut it, we said", "it leaks, we said",
			[3]string{"It leaks and so we shut it, we said.", "It leaks, we said.", "It leaks, we said."},
			"it leaks, we said"},
		{"a word put in", stemma.QuoteAltered, "it leaks now, we said", "it leaks, we said",
			[3]string{"It leaks now, we said.", "It leaks, we said.", "It leaks, we said."}, "it leaks now, we said"},
		{"long offices", stemma.TitleChanged, "the chief clerk of mills", "the county judge of mills",
			[3]string{"Here is the chief clerk of mills.", "Here is the county judge of mills.", "Nothing."},
			"the county judge of mills"},
		{"an omission has no other way", stemma.Omission, "forty bolts", "fifty bolts",
			[3]string{"They found forty bolts.", "They found fifty bolts.", "They saw fifty bolts."}, "fifty bolts"},
	}
	for _, tt := range tests {
		l := &lineage{siglum: map[string]string{}, report: map[string]*stemma.Text{}}
		for i, siglum := range []string{"A", "B", "C"} {
			l.siglum["r"+siglum] = siglum
			l.report[siglum] = plainText(t, "r"+siglum, tt.texts[i])
		}
		l.tree.Witnesses = []stemma.Witness{{Siglum: "A"}, {Siglum: "B"}, {Siglum: "C"}}
		b := newComparison(&publishers{lineage: l}, nil, nil)
		d := change(tt.kind, tt.before, tt.after)
		for i, s := range []*stemma.Span{d.Before, d.After} {
			s.Start = strings.Index(strings.ToLower(tt.texts[i]), strings.ToLower(s.Text))
			s.End = s.Start + len(s.Text)
		}
		if got := b.odd(d, Way{from: "A", to: "B", Kin: Siblings}); got.After.Text != tt.want {
			t.Errorf("%s: after stands %q", tt.name, got.After.Text)
		}
		if got := b.odd(d, Way{from: "A", to: "B", Kin: Copy}); got.After.Text != tt.after {
			t.Errorf("%s: a copy is the later", tt.name)
		}
	}
}

// TestUpdates: what an outlet tells on in its own text, or another one weeks later, is news; of
// names, figures and quotations it is not.
func TestUpdates(t *testing.T) {
	day := time.Date(2021, 5, 4, 12, 0, 0, 0, time.UTC)
	tests := []struct {
		name   string
		d      stemma.Drift
		outlet [2]string
		days   int
		want   bool
	}{
		{"of one outlet", change(stemma.ModalityStrengthened, "could help", "has helped"),
			[2]string{"Selwick Lantern", "Selwick Lantern"}, 0, true},
		{"of another one", change(stemma.ModalityStrengthened, "could help", "has helped"),
			[2]string{"Selwick Lantern", "Orrin Mercury"}, 1, false},
		{"weeks later", change(stemma.ModalityStrengthened, "could help", "has helped"),
			[2]string{"Selwick Lantern", "Orrin Mercury"}, 30, true},
		{"a hedge", change(stemma.HedgeDropped, "is expected to leave", "left"),
			[2]string{"Selwick Lantern", "Orrin Mercury"}, 30, true},
		{"a figure's bound", change(stemma.HedgeDropped, "up to 40 crowns", "40 crowns"),
			[2]string{"Selwick Lantern", "Orrin Mercury"}, 30, false},
		{"a quotation", change(stemma.QuoteAltered, "we will see", "we will all see"),
			[2]string{"Selwick Lantern", "Selwick Lantern"}, 30, false},
		{"a name", change(stemma.ActorChanged, "Metha", "Mehta"),
			[2]string{"Selwick Lantern", "Selwick Lantern"}, 30, false},
	}
	for _, tt := range tests {
		l := &lineage{siglum: map[string]string{}, report: map[string]*stemma.Text{}}
		for i, siglum := range []string{"A", "B"} {
			l.report[siglum] = plainText(t, "r"+siglum, "The mill is shut.")
			l.report[siglum].Report.Outlet = stemma.Maybe(tt.outlet[i])
			l.report[siglum].Report.Published = stemma.Moment{Time: day.AddDate(0, 0, i*tt.days), Precision: stemma.Day}
		}
		l.tree.Witnesses = []stemma.Witness{{Siglum: "A"}, {Siglum: "B"}}
		pack, err := language.Load("en")
		if err != nil {
			t.Fatal(err)
		}
		b := newComparison(newPublishers(l, name.New(nil, pack)), nil, nil)
		if got := b.tellsOtherTime(tt.d, Way{from: "A", to: "B", Kin: Copy}); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// plainText is a report of one paragraph.
func plainText(t *testing.T, id, text string) *stemma.Text {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	r := &stemma.Report{ID: id, Text: text}
	r.Segments = []stemma.Segment{{Kind: stemma.Paragraph, Start: 0, End: len(text)}}
	return segment.Split(r, pack)
}

// TestNoChangeInAnAddress: the name of a file in code that was left in a text is no text.
func TestNoChangeInAnAddress(t *testing.T) {
	const code = `poster="http://example.org/1/5-vs.jpg" The mill is shut.`
	l := &lineage{siglum: map[string]string{"rA": "A"},
		report: map[string]*stemma.Text{"A": {Report: &stemma.Report{ID: "rA", Text: code}}}}
	b := &comparison{publishers: &publishers{lineage: l}}
	for words, want := range map[string]bool{"5-vs.jpg": true, "The mill": false, "shut": false, "poster": false} {
		at := strings.Index(code, words)
		if got := b.inAddress(&stemma.Span{Report: "rA", Start: at, End: at + len(words)}); got != want {
			t.Errorf("%s: %v", words, got)
		}
	}
}
