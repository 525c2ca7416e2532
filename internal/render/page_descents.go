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

func descentViews(f *family, t *texts) []descentView {
	passages := t.byPair(f)
	var views []descentView
	for i := range f.Descents {
		d := &f.Descents[i]
		if f.witnesses[d.From] == nil || f.witnesses[d.To] == nil {
			continue
		}
		v := descentView{
			Anchor: f.descentAnchor(i), From: f.witnessLink(d.From), To: f.witnessLink(d.To), FromName: f.name(d.From), ToName: f.name(d.To),
			Kind: clean(string(d.Kind)), Share: percent(d.Share), ShareWidth: int(100*min(max(d.Share, 0), 1) + 0.5),
			Confidence: strconv.FormatFloat(d.Confidence, 'f', 2, 64), Word: confidenceWord(d.Confidence),
		}
		for k, e := range heaviest(d.Evidence) {
			v.Evidence = append(v.Evidence, f.evidenceView(t, e, fmt.Sprintf("%se%d", v.Anchor, k+1)))
		}
		v.addPassages(f, t, d, passages)
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

func (f *family) evidenceView(t *texts, e *stemma.Evidence, anchor string) evidenceView {
	v := evidenceView{Kind: clean(string(e.Kind)), Weight: fmt.Sprintf("%+.1f", e.Weight), Side: "speaks for it", Says: sentence(e.Says), Against: e.Weight < 0}
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
func (t *texts) byPair(f *family) map[[2]string][]int {
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
func (v *descentView) addPassages(f *family, t *texts, d *stemma.Descent, passages map[[2]string][]int) {
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
func (f *family) standIns(lost string, with *stemma.Report, passages map[[2]string][]int) []int {
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
func (t *texts) passageView(i int, d *stemma.Descent, f *family) passageView {
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
	for _, c := range differ(a, b) {
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

// driftView is a drift with its two sides.
type driftView struct {
	Anchor                string
	Kind, Severity, Sign  string
	Class                 string
	From, To              link
	FromName, ToName      string
	Before, After         []diffRun
	BeforeLink, AfterLink link // to the words
	HasBefore, HasAfter   bool
	Says                  string
	Claim, Descent        link
	Inherited             []link
	BeforeLang, AfterLang string
}

// driftViews describes the drifts, the severest first, and counts those
// beyond the limit.
func driftViews(f *family, t *texts) (views []driftView, more int) {
	descents := map[string]int{}
	for i := range f.Descents {
		descents[f.Descents[i].ID] = i
	}
	for i, d := range f.severest() {
		if i == maxDriftsFull {
			return views, len(f.Drifts) - i
		}
		v := f.driftView(t, d, f.driftAnchor(i))
		if k, ok := descents[string(d.Descent)]; ok {
			v.Descent = link{To: f.descentAnchor(k), Text: clean(f.Descents[k].From) + " → " + clean(f.Descents[k].To)}
		}
		views = append(views, v)
	}
	return views, 0
}

func (f *family) driftView(t *texts, d *stemma.Drift, anchor string) driftView {
	from, to := f.ends(d)
	v := driftView{
		Anchor: anchor, Kind: driftWords(d.Kind), Severity: severityWord(d.Severity), Sign: severitySign(d.Severity),
		Class: "sev" + strconv.Itoa(min(max(d.Severity, 1), 3)), Says: sentence(driftGist(d)), FromName: f.name(from), ToName: f.name(to),
		From: f.witnessLink(from), To: f.witnessLink(to), HasBefore: d.Before != nil, HasAfter: d.After != nil,
	}
	note := &link{To: anchor, Text: v.Sign, Title: v.Severity + " drift: " + v.Kind, Class: "of-drift"}
	before, after := "", ""
	if d.Before != nil {
		before = d.Before.Text
		v.BeforeLink = link{To: t.add(d.Before, markDrift, anchor+"b", note), Text: f.pile.siglum(d.Before.Report)}
	}
	if d.After != nil {
		after = d.After.Text
		v.AfterLink = link{To: t.add(d.After, markDrift, anchor+"a", note), Text: f.pile.siglum(d.After.Report)}
	}
	v.Before, v.After = sides(before, after)
	if i, ok := f.claims[string(d.Claim)]; ok {
		v.Claim = link{To: f.claimAnchor(i), Text: clip(clean(f.Claims[i].Statement), 120)}
		v.Inherited = f.heirs(d, &f.Claims[i], i, to)
	}
	return v
}

// heirs lists the statements of the claim in descendants of the report where
// the drift happened that show the same: the same value, or else the same
// words.
func (f *family) heirs(d *stemma.Drift, c *stemma.Claim, index int, to string) []link {
	if d.After == nil || to == "" {
		return nil
	}
	below := f.descendants(to)
	value := valueAt(c, d.After)
	var found []link
	listed := map[string]bool{}
	for i := range c.Statements {
		s := &c.Statements[i]
		siglum := f.sigla[s.Span.Report]
		if !below[siglum] || listed[siglum] || !inherits(s, value, d.After.Text) {
			continue
		}
		listed[siglum] = true
		found = append(found, link{To: fmt.Sprintf("%st%d", f.claimAnchor(index), i+1), Text: clean(siglum), Title: f.name(siglum)})
	}
	return found
}

// descendants holds all witnesses below the one with that siglum.
func (f *family) descendants(siglum string) map[string]bool {
	below := map[string]bool{}
	queue := []string{siglum}
	for len(queue) > 0 {
		for _, d := range f.children[queue[0]] {
			if !below[d.To] && d.To != siglum {
				below[d.To] = true
				queue = append(queue, d.To)
			}
		}
		queue = queue[1:]
	}
	return below
}

// valueAt is the value of the claim's statements that lies in a span; nil
// when there is none.
func valueAt(c *stemma.Claim, span *stemma.Span) *stemma.Value {
	for i := range c.Statements {
		for k := range c.Statements[i].Values {
			if v := &c.Statements[i].Values[k]; v.Span.Overlaps(*span) {
				return v
			}
		}
	}
	return nil
}

func inherits(s *stemma.Statement, value *stemma.Value, words string) bool {
	if value != nil {
		for _, v := range s.Values {
			if v.Kind == value.Kind && v.Value == value.Value {
				return true
			}
		}
		return false
	}
	return strings.Contains(strings.ToLower(clean(s.Span.Text)), strings.ToLower(clean(words)))
}
