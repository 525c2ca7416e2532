package render

import (
	"fmt"
	"sort"

	"stemma"
)

// What the text of one report shows at most; the rest stands in the JSON.
const (
	maxMarksOfPassages = 120
	maxNotes           = 6 // after one run
)

// texts collects the marks on every report's text, so that whatever the page
// says can link to the words behind it.
type texts struct {
	pile         *pile
	marks        map[string][]mark
	attributions map[string]string   // anchor of an attribution's words, by id
	speakers     map[string]string   // anchor of a source's entry, by id; none for those left out
	shown        map[string]bool     // the reports whose text is in the page
	passages     map[int]bool        // the shared passages that are marked, by index
	pairs        map[[2]string][]int // indexes of the shared passages, by both orders of their reports
	hidden       map[string]int      // how many of a report's passages are not
}

func newTexts(p *pile) *texts {
	t := &texts{pile: p, marks: map[string][]mark{}, speakers: map[string]string{}, attributions: map[string]string{},
		shown: map[string]bool{}, passages: map[int]bool{}, hidden: map[string]int{}}
	for _, f := range p.families {
		for i := range f.Witnesses {
			if r := p.reports[string(f.Witnesses[i].Report)]; r != nil {
				t.shown[r.ID] = true
			}
		}
	}
	return t
}

// add marks a span and returns its anchor; "" when the span does not lie in
// the text of a report that the page shows.
func (t *texts) add(s *stemma.Span, l layer, anchor string, note *link) string {
	if s == nil || !t.shown[s.Report] {
		return ""
	}
	r := t.pile.reports[s.Report]
	if s.Start < 0 || s.Start >= s.End || s.End > len(r.Text) {
		return ""
	}
	t.marks[s.Report] = append(t.marks[s.Report], mark{s.Start, s.End, l, anchor, note})
	return anchor
}

func (t *texts) addAttributions() {
	for i := range t.pile.Attributions {
		a := &t.pile.Attributions[i]
		anchor := anchorOf(t.pile.Attributions[i].ID)
		note := t.sourceNote(a)
		for _, s := range a.Content {
			t.add(&s, markContent, anchor, nil)
			anchor = ""
		}
		if a.Source != nil {
			t.add(a.Source, markSource, anchor, note)
			anchor = ""
		}
		for _, s := range a.Cue {
			t.add(&s, markCue, anchor, nil)
			anchor = ""
		}
	}
}

// sourceNote links a source's words to the entry of the source; nil when the
// page has none.
func (t *texts) sourceNote(a *stemma.Attribution) *link {
	s := t.pile.speakers[string(a.Speaker)]
	if s == nil || a.Source == nil {
		return nil
	}
	if t.speakers[s.ID] == "" {
		return nil
	}
	return &link{To: t.speakers[s.ID], Text: clean(s.ID), Title: clean(s.Name) + ", " + aboutSpeaker(s),
		Class: "of-source"}
}

// addPassages marks the shared passages: those along a descent first, then
// the longest, until a report has its fill.
func (t *texts) addPassages() {
	order := make([]int, len(t.pile.Reuse))
	for i := range order {
		order[i] = i
	}
	direct := t.directPairs()
	sort.SliceStable(order, func(i, j int) bool {
		a, b := &t.pile.Reuse[order[i]], &t.pile.Reuse[order[j]]
		da, db := direct[[2]string{a.A.Report, a.B.Report}], direct[[2]string{b.A.Report, b.B.Report}]
		if da != db {
			return da
		}
		return a.A.Len()+a.B.Len() > b.A.Len()+b.B.Len()
	})
	marked := map[string]int{}
	for _, i := range order {
		u := &t.pile.Reuse[i]
		if marked[u.A.Report] >= maxMarksOfPassages || marked[u.B.Report] >= maxMarksOfPassages {
			t.hidden[u.A.Report]++
			t.hidden[u.B.Report]++
			continue
		}
		marked[u.A.Report]++
		marked[u.B.Report]++
		t.addPassage(i, u)
	}
}

func (t *texts) addPassage(i int, u *stemma.Reuse) {
	if !t.shown[u.A.Report] || !t.shown[u.B.Report] {
		return
	}
	a, b := passageAnchor(i, "a"), passageAnchor(i, "b")
	t.passages[i] = t.add(&u.A, markPassage, a, t.passageNote(u, u.B.Report, b)) != "" &&
		t.add(&u.B, markPassage, b, t.passageNote(u, u.A.Report, a)) != ""
}

func passageAnchor(i int, side string) string { return fmt.Sprintf("p%d%s", i+1, side) }

func (t *texts) passageNote(u *stemma.Reuse, other, anchor string) *link {
	sign := "≈"
	if u.Kind == stemma.Verbatim {
		sign = "="
	}
	name := reportName(t.pile.reports[other])
	siglum := t.pile.siglum(other)
	if siglum == "" {
		siglum = "⋯"
	}
	return &link{To: anchor, Text: sign + siglum, Title: clean(string(u.Kind)) + " in " + name, Class: "of-passage"}
}

// directPairs holds the pairs of reports between which a descent runs, both
// ways round.
func (t *texts) directPairs() map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for _, f := range t.pile.families {
		for i := range f.Descents {
			a, b := f.report(f.Descents[i].From), f.report(f.Descents[i].To)
			if a != nil && b != nil {
				pairs[[2]string{a.ID, b.ID}] = true
				pairs[[2]string{b.ID, a.ID}] = true
			}
		}
	}
	return pairs
}

// textView is a report's text as the page shows it.
type textView struct {
	Anchor, Siglum, Name, Title, Byline, Date, Updated string
	Input, SHA256, URL, Link, Lang                     string
	Dates                                              string // contradicting ones
	Blocks                                             []blockView
	Hidden                                             int // shared passages that are not marked
	Story                                              *storyView
	Hands                                              []handView
}

// blockView is a segment: its element follows from its kind.
type blockView struct {
	Kind  string // "title", "heading", "paragraph", or "aside" for what is no article text
	Label string // says what an aside is
	Runs  []run
}

func (t *texts) view(r *stemma.Report, siglum string) textView {
	v := textView{
		Anchor: reportAnchor(r.ID), Siglum: clean(siglum), Name: reportName(r), Title: reportTitle(r),
		Date: dateWords(r.Published), Input: clean(r.Input), SHA256: clean(r.SHA256), URL: clean(string(r.URL)),
		Lang: langTag(r.Language), Hidden: t.hidden[r.ID], Hands: hands(t.pile, r.ID),
	}
	v.Byline = joinClean(r.Byline)
	if r.Updated.Known() {
		v.Updated = dateWords(r.Updated)
	}
	if isWeb(v.URL) {
		v.Link = v.URL
	}
	for i, m := range r.Dates {
		if i > 0 {
			v.Dates += ", "
		}
		v.Dates += dateWords(m)
	}
	segments := wholeSegments(r)
	filed := spread(t.marks[r.ID], len(segments), func(i int) (int, int) { return segments[i].Start, segments[i].End })
	for i, s := range segments {
		b := blockView{Runs: flatten(r.Text, s.Start, s.End, filed[i])}
		b.Kind, b.Label = blockKind(s.Kind)
		for k := range b.Runs {
			b.Runs[k].Notes = b.Runs[k].Notes[:min(len(b.Runs[k].Notes), maxNotes)]
		}
		v.Blocks = append(v.Blocks, b)
	}
	return v
}

func blockKind(k stemma.SegmentKind) (kind, label string) {
	switch k {
	case stemma.TitleSegment, stemma.Heading, stemma.Paragraph:
		return string(k), ""
	case stemma.SourceURL:
		return "aside", "address"
	case stemma.CreditLine:
		return "aside", "credit line"
	case stemma.BylineLine, stemma.Dateline, stemma.Caption, stemma.Boilerplate:
		return "aside", string(k)
	}
	return "paragraph", ""
}

// wholeSegments is the report's segments with what they leave out, if that is
// more than white space, as paragraphs: nothing of a text is hidden.
func wholeSegments(r *stemma.Report) []stemma.Segment {
	var found []stemma.Segment
	at := 0
	between := func(to int) {
		if clean(r.Text[at:to]) != "" {
			found = append(found, stemma.Segment{Kind: stemma.Paragraph, Start: at, End: to})
		}
	}
	for _, s := range r.Segments {
		if s.Start < at || s.End <= s.Start || s.End > len(r.Text) {
			continue
		}
		between(s.Start)
		found = append(found, s)
		at = s.End
	}
	between(len(r.Text))
	return found
}
