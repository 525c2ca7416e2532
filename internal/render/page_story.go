package render

import (
	"fmt"
	"sort"
	"strings"

	"stemma"
)

// What the page shows of a story at most; the rest stands in the JSON.
const (
	maxGridRows    = 60
	maxGridColumns = 60
	maxClaimsFull  = 150
	maxDriftsFull  = 150
	maxRefs        = 24 // links in one list
	maxUnfolded    = 3  // stories, beyond which all are folded
	maxOrigins     = 20 // origins at sight
	maxDescents    = 150
	maxTexts       = 200
	maxTip         = 80 // characters of what a pointer brings up
)

// storyView is a story as the page shows it.
type storyView struct {
	family *family
	Anchor string
	Number int
	Title  string
	Answer string
	Only   bool // no other story is told by two reports: the head of the page has its answer
	Many   bool // more than one story is told
	Alone  bool // one report tells it
	Folded bool // it opens on a click, since many are told

	Warnings []warningView
	Drawing  *drawingView
	Tree     []treeRow
	Lone     []treeRow    // witnesses that hang from nobody and have no copies, where they are many
	Origins  []originView // behind claims that two or more reports carry
	Others   []originView // behind fewer of them than those
	Lesser   []originView // behind claims of one report only
	Grid     *gridView
	Drifts   []driftView
	Descents []descentView
	Possible []possibleView // the first of them
	Claims   []claimView
	Texts    []textView

	MoreDescents []descentView // which one more click opens
	MoreTexts    []textView
	Told         int // reports that tell it

	MoreDrifts, MoreClaims int
	Shared                 int // claims that two or more reports carry
}

type warningView struct {
	Kind, Says string
}

// originView is an origin with what rests on it.
type originView struct {
	Anchor, Label, Says string
	Witness             link
	Lost                bool
	Sources             []sourceRef
	Claims              []link
	More, Total         int
	Shared              int // claims of two or more reports that rest on it
	id                  string
}

// sourceRef is a source with what kind of source it is.
type sourceRef struct {
	Link  link
	About string
}

// Findings stand on the page under their ids, so that an address made of page
// and id leads to what is cited.

func (f storyPage) anchor() string           { return anchorOf(f.ID) }
func (f *family) claimAnchor(i int) string   { return anchorOf(f.Claims[i].ID) }
func (f *family) originAnchor(i int) string  { return anchorOf(f.Origins[i].ID) }
func (f *family) descentAnchor(i int) string { return anchorOf(f.Descents[i].ID) }
func driftAnchor(d *stemma.Drift) string     { return anchorOf(d.ID) }
func reportAnchor(id string) string          { return anchorOf(id) }

// anchorOf keeps of an id what may stand in an address.
func anchorOf(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return -1
	}, id)
}

// witnessLink leads to a report's text, or, for a lost witness, to its row in
// the list of the tree.
func (f storyPage) witnessLink(siglum string) link {
	l := link{Text: clean(siglum), Title: f.name(siglum)}
	if r := f.report(siglum); r != nil {
		l.To = reportAnchor(r.ID)
		return l
	}
	for i := range f.Witnesses {
		if f.Witnesses[i].Siglum == siglum {
			l.To = f.rowAnchor(i)
		}
	}
	return l
}

// rowAnchor is the row of the i-th witness in the list of the tree.
func (f storyPage) rowAnchor(i int) string { return fmt.Sprintf("%sw%d", f.anchor(), i+1) }

// siglum is a report's siglum in its story; "" when it is in none.
func (p *pile) siglum(report string) string {
	if f := p.home[report]; f != nil {
		return clean(f.sigla[report])
	}
	return ""
}

func newStoryView(f storyPage, t *texts) *storyView {
	v := &storyView{
		family: f.family, Anchor: f.anchor(), Number: f.number, Title: f.title(), Answer: f.answer(),
		Alone: f.kept() < 2, Many: len(f.pile.families) > 1,
	}
	for _, w := range f.Warnings {
		v.Warnings = append(v.Warnings, warningView{upper(strings.ReplaceAll(clean(string(w.Kind)), "-", " ")),
			sentence(w.Says)})
	}
	order := f.rank()
	for _, r := range order {
		if len(r.carriers) > 1 {
			v.Shared++
		}
	}
	v.Descents, v.MoreDescents = cutAt(descentViews(f, t), maxDescents)
	v.Possible = possibleViews(f)
	v.Drifts, v.MoreDrifts = driftViews(f, t)
	v.Claims, v.MoreClaims = claimViews(f, t, order)
	v.Grid = newGridView(f, order)
	v.addOrigins(originViews(f, t, order), f.behind(order))
	tree := branching(f)
	trees, lone := apart(tree, tree.branches())
	v.Tree, v.Lone = treeRows(f, trees), treeRows(f, lone)
	v.Drawing = newDrawingView(f, f.behind(order))
	return v
}

// addOrigins puts those origins first that most of the shared claims rest on.
func (v *storyView) addOrigins(all []originView, shared map[string]int) {
	for _, o := range all {
		if o.Shared = shared[o.id]; o.Shared > 0 || v.Alone {
			v.Origins = append(v.Origins, o)
		} else {
			v.Lesser = append(v.Lesser, o)
		}
	}
	sort.SliceStable(v.Origins, func(i, j int) bool { return v.Origins[i].Shared > v.Origins[j].Shared })
	v.Origins, v.Others = cutAt(v.Origins, maxOrigins)
}

// addTexts prints the reports' texts, once everything has left its marks.
func (v *storyView) addTexts(t *texts) {
	for i := range v.family.Witnesses {
		s := v.family.Witnesses[i].Siglum
		if r := v.family.report(s); r != nil {
			v.Texts = append(v.Texts, t.view(r, s))
		}
	}
	v.Told = len(v.Texts)
	v.Texts, v.MoreTexts = cutAt(v.Texts, maxTexts)
}

// cutAt parts a list after its first n.
func cutAt[T any](all []T, n int) (first, others []T) {
	n = min(n, len(all))
	return all[:n], all[n:]
}

func originViews(f storyPage, t *texts, order []ranked) []originView {
	resting := map[string][]link{}
	for k, r := range order {
		c := &f.Claims[r.index]
		l := link{Text: clip(clean(c.Told()), 110)}
		if k < maxClaimsFull {
			l.To = f.claimAnchor(r.index)
		}
		for _, id := range c.Origins.IDs {
			resting[id] = append(resting[id], l)
		}
	}
	var found []originView
	for i := range f.Origins {
		o := &f.Origins[i]
		v := originView{id: o.ID, Anchor: f.originAnchor(i), Label: clean(o.ID), Says: f.says(o),
			Witness: f.witnessLink(o.Witness)}
		if w := f.witnesses[o.Witness]; w != nil {
			v.Lost = w.Lost
		}
		for _, id := range o.Sources {
			if s := f.pile.speakers[id]; s != nil {
				v.Sources = append(v.Sources, sourceRef{link{To: t.speakers[id], Text: clean(s.Name)}, aboutSpeaker(s)})
			}
		}
		v.Total = len(resting[o.ID])
		v.Claims = resting[o.ID][:min(v.Total, maxRefs)]
		v.More = v.Total - len(v.Claims)
		found = append(found, v)
	}
	return found
}

func aboutSpeaker(s *stemma.Speaker) string {
	about := speakerKindWords(s)
	if c := countWords(s.Count); c != "" {
		about += ", " + c
	}
	return about
}

// treeRow is a line of the tree as a list. The list is flat, with its depth
// told in words and by indent, since a deep tree nested in elements would be
// as deep as the input says.
type treeRow struct {
	Anchor, Siglum, Name, Date, Lost string
	Depth                            int // for the indent, at most 8
	Level                            int // for those who hear it, from 1
	Text                             link
	By                               *descentRef
	Also                             []descentRef
	Origin                           string // what the witness is the origin of, and its label there
	OriginTo                         string
	Evidence                         string
}

// descentRef is a descent in one line.
type descentRef struct {
	To, From, Kind, Confidence string
	Share                      string // "" when it is not known
}

func (f storyPage) shareWords(d *stemma.Descent) string {
	w := f.witnesses[d.From]
	return shareWords(d.Share, w == nil || w.Lost)
}

func (f storyPage) descentRef(d *stemma.Descent) descentRef {
	r := descentRef{From: clean(d.From), Kind: clean(string(d.Kind)), Share: f.shareWords(d),
		Confidence: confidenceWord(d.Confidence)}
	for i := range f.Descents {
		if &f.Descents[i] == d {
			r.To = f.descentAnchor(i)
		}
	}
	return r
}

func treeRows(f storyPage, all []branch) []treeRow {
	const deepest = 8
	number := map[string]int{}
	for i := range f.Witnesses {
		number[f.Witnesses[i].Siglum] = i
	}
	labels, anchors := f.originLabels()
	var rows []treeRow
	for _, b := range all {
		r := treeRow{Anchor: f.rowAnchor(number[b.siglum]), Siglum: clean(b.siglum), Name: f.name(b.siglum),
			Depth: min(b.depth, deepest), Level: b.depth + 1,
			Text: f.witnessLink(b.siglum), OriginTo: anchors[b.siglum]}
		if o := labels[b.siglum]; o != "" {
			r.Origin = originWord(f, b.siglum) + " " + o
		}
		if w := f.witnesses[b.siglum]; w.Lost {
			r.Lost = strings.TrimSpace("lost " + clean(string(w.Kind)))
			r.Text.To = ""
		} else if rep := f.report(b.siglum); rep != nil {
			r.Date = dateWords(rep.Published)
		}
		if b.by != nil {
			by := f.descentRef(b.by)
			r.By = &by
			if e := strongest(b.by); e != nil {
				r.Evidence = sentence(e.Says)
			}
		}
		for _, d := range b.also {
			r.Also = append(r.Also, f.descentRef(d))
		}
		rows = append(rows, r)
	}
	return rows
}

// originWord says what a witness is the origin of: one that takes something from
// another is the origin of its own claims only, and none of the story.
func originWord(f storyPage, siglum string) string {
	if len(f.parents[siglum]) > 0 {
		return "own claims"
	}
	return "origin"
}

// originLabels maps a witness to the labels of the origins that it is, and to
// the anchor of the first.
func (f storyPage) originLabels() (labels, anchors map[string]string) {
	labels, anchors = map[string]string{}, map[string]string{}
	for i := range f.Origins {
		w := f.Origins[i].Witness
		if labels[w] == "" {
			anchors[w] = f.originAnchor(i)
		} else {
			labels[w] += " "
		}
		labels[w] += clean(f.Origins[i].ID)
	}
	return labels, anchors
}
