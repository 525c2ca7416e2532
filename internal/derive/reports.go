package derive

import "stemma"

// reports are the kept witnesses of one story, numbered in order of [Input].Texts.
type reports struct {
	texts []*stemma.Text
	index map[string]int // report id → witness
}

func newReports(texts []*stemma.Text) *reports {
	r := &reports{texts: texts, index: map[string]int{}}
	for i, t := range texts {
		r.index[t.Report.ID] = i
	}
	return r
}

// kept is the number of kept witnesses.
func (w *reports) kept() int { return len(w.texts) }

func (w *reports) report(i int) *stemma.Report { return w.texts[i].Report }

// tokens gives the tokens of a report that a span covers.
func (w *reports) tokens(report int, s stemma.Span) (first, last int) {
	t := w.texts[report]
	return t.TokenAt(s.Start), t.TokenAt(s.End)
}

// material is what is known of every kept report by itself, before two are laid
// side by side.
type material struct {
	*reports
	*roster
	people   *stemma.Index
	released []bool   // of each: it is a press release
	posts    [][]post // those that each shows
	speech   []speech
	units    [][]unit      // the statements of each
	holding  map[int][]int // by claim, the reports that make it
	traits   []traits
}

// read reads every report of a story by itself.
func (d *Deriver) read(in Input) *material {
	m := &material{reports: newReports(in.Texts), people: in.Index}
	var all []names
	for _, t := range in.Texts {
		all = append(all, reportNames(d.who, t.Report))
		m.released = append(m.released, d.releases.In(t.Report.Text))
		m.posts = append(m.posts, postsOf(t))
	}
	m.roster = newRoster(d.who, all)
	m.speech = readSpeech(m.reports, m.posts, m.released, in.Attributions)
	m.units = unitReader{m.reports, in.Index, in.Aligned, m.speech}.read(in.Claims)
	m.holding = holders(m.units)
	return m
}
