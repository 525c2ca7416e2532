package render

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"stemma"
)

// What the page shows of one descent at most.
const (
	maxPassagesShown = 12
	maxEvidenceSpans = 8
)

// descentView is a descent with what shows it.
type descentView struct {
	Anchor           string
	From, To         link
	FromName, ToName string
	Kind, Share      string
	ShareWidth       int // of 100
	Confidence, Word string
	Evidence         []evidenceView
	Passages         []passageView
	More             int
	LostSiglum       string // of the end that is not in the pile; "" when both are
	Siblings         bool   // copies of the lost end stand for it
	Hands            []handView
}

type evidenceView struct {
	Kind, Weight, Side, Says string
	Against                  bool
	Words                    []link
}

// passageView is a passage on both sides, with its differences.
type passageView struct {
	Kind         string
	A, B         []diffRun
	ALink, BLink link
	Same         bool // word for word, so that one side is enough
	ALang, BLang string
}

// diffRun is words that are on both sides, or on this side only.
type diffRun struct {
	Text string
	Only bool
}

func descentViews(f storyPage, t *texts) []descentView {
	passages := t.byPair(f)
	var views []descentView
	for i := range f.Descents {
		d := &f.Descents[i]
		if f.witnesses[d.From] == nil || f.witnesses[d.To] == nil {
			continue
		}
		v := descentView{
			Anchor: f.descentAnchor(i), From: f.witnessLink(d.From), To: f.witnessLink(d.To),
			FromName: f.name(d.From), ToName: f.name(d.To),
			Kind: clean(string(d.Kind)), Share: f.shareWords(d), ShareWidth: int(100*min(max(d.Share, 0), 1) + 0.5),
			Confidence: strconv.FormatFloat(d.Confidence, 'f', 2, 64), Word: confidenceWord(d.Confidence),
			Hands: hands(f.pile, d.ID),
		}
		for k, e := range heaviest(d.Evidence) {
			v.Evidence = append(v.Evidence, f.evidenceView(t, e, fmt.Sprintf("%se%d", v.Anchor, k+1)))
		}
		v.addPassages(f, t, d, passages)
		views = append(views, v)
	}
	return views
}

// possibleView is a descent that is too doubtful to be drawn.
type possibleView struct {
	From, To         link
	FromName, ToName string
	Confidence, Says string
}

func possibleViews(f storyPage) (views []possibleView) {
	for _, d := range possibles(f.family) {
		if len(views) == maxRefs {
			break
		}
		v := possibleView{
			From: f.witnessLink(d.From), To: f.witnessLink(d.To), FromName: f.name(d.From), ToName: f.name(d.To),
			Confidence: strconv.FormatFloat(d.Confidence, 'f', 2, 64),
		}
		if e := strongest(d); e != nil {
			v.Says = sentence(e.Says)
		}
		views = append(views, v)
	}
	return views
}

// heaviest orders evidence by weight, the heaviest first.
func heaviest(all []stemma.Evidence) []*stemma.Evidence {
	order := make([]*stemma.Evidence, len(all))
	for i := range all {
		order[i] = &all[i]
	}
	sort.SliceStable(order, func(i, j int) bool { return order[i].Weight > order[j].Weight })
	return order
}

func (f storyPage) evidenceView(t *texts, e *stemma.Evidence, anchor string) evidenceView {
	v := evidenceView{Kind: clean(string(e.Kind)), Weight: fmt.Sprintf("%+.1f", e.Weight), Side: "speaks for it",
		Says: sentence(e.Says), Against: e.Weight < 0}
	if v.Against {
		v.Side, v.Weight = "speaks against it", strings.Replace(v.Weight, "-", "−", 1)
	}
	for i := range e.Spans {
		if i == maxEvidenceSpans {
			break
		}
		s := &e.Spans[i]
		to := t.add(s, markEvidence, anchor+"."+strconv.Itoa(i+1), nil)
		v.Words = append(v.Words, link{To: to, Text: clip(clean(s.Text), 160), Title: f.pile.siglum(s.Report)})
	}
	return v
}

// byPair files the marked passages by the pair of reports that share them,
// under both orders.
func (t *texts) byPair(f storyPage) map[[2]string][]int {
	if t.pairs == nil {
		t.pairs = map[[2]string][]int{}
		for i := range t.pile.Reuse {
			u := &t.pile.Reuse[i]
			t.pairs[[2]string{u.A.Report, u.B.Report}] = append(t.pairs[[2]string{u.A.Report, u.B.Report}], i)
			if u.A.Report != u.B.Report {
				t.pairs[[2]string{u.B.Report, u.A.Report}] = append(t.pairs[[2]string{u.B.Report, u.A.Report}], i)
			}
		}
	}
	return t.pairs
}

// addPassages puts the passages of exemplar and copy side by side. Where one
// of the two is lost, its copies stand for it: what they share with the other
// end is what is left of its words.
func (v *descentView) addPassages(f storyPage, t *texts, d *stemma.Descent, passages map[[2]string][]int) {
	from, to := f.report(d.From), f.report(d.To)
	var found []int
	switch {
	case from != nil && to != nil:
		found = passages[[2]string{from.ID, to.ID}]
	case to != nil:
		v.LostSiglum = clean(d.From)
		found = f.standIns(d.From, to, passages)
	case from != nil:
		v.LostSiglum, to = clean(d.To), from
		found = f.standIns(d.To, from, passages)
	default:
		v.LostSiglum = clean(d.From)
		return
	}
	v.Siblings = v.LostSiglum != ""
	kept := append([]int(nil), found...)
	sort.SliceStable(kept, func(i, j int) bool { return t.pile.Reuse[kept[i]].A.Len() > t.pile.Reuse[kept[j]].A.Len() })
	kept = kept[:min(len(kept), maxPassagesShown)]
	v.More = len(found) - len(kept)
	sort.SliceStable(kept, func(i, j int) bool { return t.startIn(kept[i], to.ID) < t.startIn(kept[j], to.ID) })
	for _, i := range kept {
		v.Passages = append(v.Passages, t.passageView(i, d, f))
	}
}

// standIns lists the passages that copies of a lost witness share with a
// report.
func (f storyPage) standIns(lost string, with *stemma.Report, passages map[[2]string][]int) []int {
	var found []int
	listed := map[string]bool{}
	for _, d := range f.children[lost] {
		if r := f.report(d.To); r != nil && r != with && !listed[d.To] && len(found) <= maxPassagesShown {
			listed[d.To] = true
			found = append(found, passages[[2]string{r.ID, with.ID}]...)
		}
	}
	return found
}

// startIn is where in a report its side of the i-th shared passage begins.
func (t *texts) startIn(i int, report string) int {
	if u := &t.pile.Reuse[i]; u.A.Report != report {
		return u.B.Start
	}
	return t.pile.Reuse[i].A.Start
}

// passageView shows the i-th shared passage with the copy's side second, or,
// where the copy is lost, the exemplar's side first.
func (t *texts) passageView(i int, d *stemma.Descent, f storyPage) passageView {
	u := &t.pile.Reuse[i]
	a, b, sideA, sideB := &u.A, &u.B, "a", "b"
	if s := f.sigla[a.Report]; s == d.To || f.sigla[b.Report] == d.From {
		a, b, sideA, sideB = b, a, sideB, sideA
	}
	v := passageView{Kind: clean(string(u.Kind)), Same: u.Kind == stemma.Verbatim}
	if !v.Same {
		v.Kind += ", " + percent(u.Identity) + " the same"
	}
	v.ALink, v.BLink = link{Text: t.pile.siglum(a.Report)}, link{Text: t.pile.siglum(b.Report)}
	if t.passages[i] {
		v.ALink.To, v.BLink.To = passageAnchor(i, sideA), passageAnchor(i, sideB)
	}
	if r := t.pile.reports[a.Report]; r != nil {
		v.ALang = langTag(r.Language)
	}
	if r := t.pile.reports[b.Report]; r != nil {
		v.BLang = langTag(r.Language)
	}
	v.A, v.B = sides(a.Text, b.Text)
	return v
}

// sides is two texts with what only one of them has.
func sides(a, b string) (left, right []diffRun) {
	for _, c := range settle(differ(a, b)) {
		left, right = appendRun(left, c.a, !c.same), appendRun(right, c.b, !c.same)
	}
	return left, right
}

// appendRun adds words to one side. The space after words that only this side
// has is not marked.
func appendRun(runs []diffRun, words string, only bool) []diffRun {
	if words = cleanPiece(words); words == "" {
		return runs
	}
	if bare := strings.TrimSuffix(words, " "); only && bare != words {
		if bare != "" {
			runs = append(runs, diffRun{bare, true})
		}
		return append(runs, diffRun{" ", false})
	}
	return append(runs, diffRun{words, only})
}
