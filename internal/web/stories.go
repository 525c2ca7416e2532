package web

import (
	"bytes"
	"cmp"
	"html/template"
	"net/http"
	"slices"
	"strconv"

	"stemma"
)

// home is the answer, the largest story and the others.
type home struct {
	Answer  string
	Largest *storyPage
	Stories []StoryLine
	More    bool
	Unfit   []stemma.Correction
}

// mostRows is how many drifts, changed claims or stories a page lists.
const mostRows = 50

func showHome(s *server, r *http.Request) (string, any, error) {
	f, err := s.findings(r)
	if err != nil {
		return "", nil, err
	}
	o := f.Overview()
	all := o.Stories
	h := home{Answer: o.Answer, Stories: all[:min(len(all), mostRows)], More: len(all) > mostRows}
	if o.Largest != "" {
		if h.Largest, err = largestPage(s, f); err != nil {
			return "", nil, err
		}
	}
	for _, c := range o.Corrections {
		if !c.Applied {
			h.Unfit = append(h.Unfit, c)
		}
	}
	return "The case", h, nil
}

// largestPage is the story that most reports tell.
func largestPage(s *server, f Findings) (*storyPage, error) {
	id := f.Overview().Largest
	d, err := f.Part(id)
	if err != nil {
		return nil, err
	}
	return newStoryPage(s, d, storyOf(d, id), "", 0)
}

// storyLines lists the stories, the most told first.
func storyLines(d *stemma.Dossier) []StoryLine {
	all := make([]StoryLine, len(d.Stories))
	for i := range d.Stories {
		st := &d.Stories[i]
		all[i] = StoryLine{ID: st.ID, Title: st.Title, Claims: len(st.Claims), Drifts: len(st.Drifts)}
		for _, w := range st.Witnesses {
			if !w.Lost {
				all[i].Reports++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b StoryLine) int { return cmp.Compare(b.Reports, a.Reports) })
	return all
}

// storiesPage is a part of the list of stories.
type storiesPage struct {
	Stories      []StoryLine
	Before, Next int // where the parts beside it begin; -1 for none
}

func showStories(s *server, r *http.Request) (string, any, error) {
	f, err := s.findings(r)
	if err != nil {
		return "", nil, err
	}
	all := f.Overview().Stories
	at, before, next := window(r, "at", pageRows, len(all))
	return "Stories", storiesPage{all[at:min(at+pageRows, len(all))], before, next}, nil
}

// window is a part of a list: where it begins, and where those beside it do, -1 for
// none.
func window(r *http.Request, key string, size, length int) (at, before, next int) {
	at, _ = strconv.Atoi(r.URL.Query().Get(key))
	at = min(max(at, 0), max(length-1, 0))
	before, next = -1, -1
	if at > 0 {
		before = max(at-size, 0)
	}
	if at+size < length {
		next = at + size
	}
	return at, before, next
}

// storyPage is a story: its tree, its witnesses and descents, its drifts.
type storyPage struct {
	ID, Title string
	Tree      template.HTML // by package render, which escapes what is not its own
	At        *witnessRow   // whose lineage is shown
	Least     float64
	Levels    []float64
	Zoom      string
	Zooms     [][2]string // what may be asked for, and what it is called
	Witnesses []witnessRow
	Descents  []descentRow
	Below     int // descents that are less sure than asked for
	Drifts    []driftRow
	Claims    int
	Warnings  []stemma.Warning
}

type witnessRow struct {
	Siglum, Name, Date, Report string
	Lost                       bool
}

type descentRow struct {
	stemma.Descent
	FromName, ToName string
}

// driftRow is a drift in the list of them.
type driftRow struct {
	stemma.Drift
	Way  string // between which witnesses it came; "" where that is not known
	Word string // how severe it is
}

// driftRows are the most severe drifts of a story.
func driftRows(show Renderers, st *stemma.Story) (rows []driftRow) {
	all := slices.Clone(st.Drifts)
	slices.SortStableFunc(all, func(a, b stemma.Drift) int { return b.Severity - a.Severity })
	sigla := map[string]string{}
	for _, w := range st.Witnesses {
		sigla[string(w.Report)] = w.Siglum
	}
	ways := map[string]string{}
	for _, v := range st.Descents {
		ways[v.ID] = v.From + " → " + v.To
	}
	for _, x := range all[:min(len(all), mostRows)] {
		row := driftRow{Drift: x, Way: ways[string(x.Descent)], Word: show.Severity(x.Severity)}
		switch {
		case x.Before == nil || x.After == nil:
		case x.IsApart():
			row.Way = sigla[x.Before.Report] + " | " + sigla[x.After.Report]
		case row.Way == "":
			row.Way = sigla[x.Before.Report] + " → " + sigla[x.After.Report]
		}
		rows = append(rows, row)
	}
	return rows
}

func showStory(s *server, r *http.Request) (string, any, error) {
	d, st, err := s.story(r)
	if err != nil {
		return "", nil, err
	}
	least, _ := strconv.ParseFloat(r.URL.Query().Get("least"), 64)
	p, err := newStoryPage(s, d, st, r.URL.Query().Get("at"), least)
	if err != nil {
		return "", nil, err
	}
	if zoom := r.URL.Query().Get("zoom"); slices.ContainsFunc(p.Zooms, func(z [2]string) bool { return z[0] == zoom }) {
		p.Zoom = zoom
	}
	return st.Title, p, nil
}

func storyOf(d *stemma.Dossier, id string) *stemma.Story {
	i := slices.IndexFunc(d.Stories, func(st stemma.Story) bool { return st.ID == id })
	if i < 0 {
		return nil
	}
	return &d.Stories[i]
}

func newStoryPage(s *server, d *stemma.Dossier, st *stemma.Story, at string, least float64) (*storyPage, error) {
	p := &storyPage{ID: st.ID, Title: st.Title, Claims: len(st.Claims), Warnings: st.Warnings, Least: least,
		Levels: []float64{0, 0.5, 0.7, 0.8, 0.9, 0.95}, Zoom: "fit",
		Zooms: [][2]string{
			{"fit", "to the page, if legible"}, {"50", "50 %"}, {"100", "100 %"}, {"150", "150 %"}, {"200", "200 %"},
		}}
	for _, w := range st.Witnesses {
		x := witnessRow{Siglum: w.Siglum, Name: called(d, st, w.Siglum), Lost: w.Lost, Report: string(w.Report)}
		if r := d.Report(string(w.Report)); r != nil && r.Published.Known() {
			x.Date = r.Published.Time.UTC().Format("2006-01-02")
		}
		p.Witnesses = append(p.Witnesses, x)
		if w.Siglum == at {
			p.At = &x
		}
	}
	if p.At == nil {
		at = ""
	}
	for _, v := range st.Descents {
		if v.Confidence < least {
			p.Below++
			continue
		}
		p.Descents = append(p.Descents, descentRow{v, called(d, st, v.From), called(d, st, v.To)})
	}
	p.Drifts = driftRows(s.render, st)
	var drawn bytes.Buffer
	err := s.render.Tree(&drawn, d, st.ID, at, least)
	p.Tree = template.HTML(drawn.String())
	return p, err
}
