package render

import (
	"fmt"
	"strconv"
	"strings"

	"stemma"
)

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
		v := f.driftView(t, d, driftAnchor(d))
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
	if d.Before != nil && d.After != nil && unmarked(v.Before) && unmarked(v.After) {
		v.Before, v.After = point(before, d.Says, after), point(after, d.Says, before)
	}
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

func unmarked(runs []diffRun) bool {
	for _, r := range runs {
		if r.Only {
			return false
		}
	}
	return true
}

// point marks in the words of one side what a drift's sentence quotes, where
// the other side does not have it: two sentences that differ throughout are
// not marked by their differences, but the drift is still somewhere in them.
func point(side, says, other string) []diffRun {
	for _, part := range strings.Split(says, "“")[1:] {
		quoted, _, _ := strings.Cut(part, "”")
		at := strings.Index(side, quoted)
		if len(quoted) < 2 || at < 0 || len(quoted) == len(side) || strings.Contains(strings.ToLower(other), strings.ToLower(quoted)) {
			continue
		}
		var runs []diffRun
		runs = appendRun(runs, side[:at], false)
		runs = appendRun(runs, quoted, true)
		return appendRun(runs, side[at+len(quoted):], false)
	}
	return []diffRun{{Text: cleanPiece(side)}}
}
