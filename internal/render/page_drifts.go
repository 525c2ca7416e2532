package render

import (
	"strconv"

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
	Hands                 []handView
	Apart                 string // what is known of two reports of which neither was taken from the other
}

// driftViews describes the drifts, the severest first, and counts those
// beyond the limit.
func driftViews(f storyPage, t *texts) (views []driftView, more int) {
	descents := map[string]int{}
	for i := range f.Descents {
		descents[f.Descents[i].ID] = i
	}
	for i, d := range f.severest() {
		if i == maxDriftsFull {
			return views, len(f.Drifts) - i
		}
		v := f.driftView(t, d, driftAnchor(d))
		if k, ok := descents[string(d.Descent)]; ok && !d.IsApart() {
			v.Descent = link{To: f.descentAnchor(k), Text: clean(f.Descents[k].From) + " → " + clean(f.Descents[k].To)}
		}
		views = append(views, v)
	}
	return views, 0
}

func (f storyPage) driftView(t *texts, d *stemma.Drift, anchor string) driftView {
	from, to := f.ends(d)
	v := driftView{
		Anchor: anchor, Kind: driftWords(d), Severity: Severity(d.Severity), Sign: severitySign(d.Severity),
		Class: "sev" + strconv.Itoa(min(max(d.Severity, 1), 3)), Says: sentence(d.Gist), FromName: f.name(from),
		ToName: f.name(to),
		From:   f.witnessLink(from), To: f.witnessLink(to), HasBefore: d.Before != nil, HasAfter: d.After != nil,
		Hands: hands(f.pile, d.ID), Apart: sentence(f.apartWords(d)),
	}
	note := &link{To: anchor, Text: v.Sign, Title: v.Severity + " drift: " + v.Kind, Class: "of-drift"}
	if d.Before != nil {
		v.Before = f.pile.marked(d.Before)
		v.BeforeLink = link{To: t.add(d.Before, markDrift, anchor+"b", note), Text: f.pile.siglum(d.Before.Report)}
	}
	if d.After != nil {
		v.After = f.pile.marked(d.After)
		v.AfterLink = link{To: t.add(d.After, markDrift, anchor+"a", note), Text: f.pile.siglum(d.After.Report)}
	}
	if i, ok := f.claim(string(d.Claim)); ok {
		v.Claim = link{To: f.claimAnchor(i), Text: clip(clean(f.Claims[i].Told()), 120)}
	}
	for _, siglum := range d.InheritedBy {
		v.Inherited = append(v.Inherited, f.witnessLink(siglum))
	}
	return v
}
