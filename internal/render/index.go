package render

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// pile is a dossier with the look-ups that drawing it needs, so that none of
// them is a search.
type pile struct {
	*stemma.Dossier
	reports  map[string]*stemma.Report
	number   map[string]int // of a report, from 1
	speakers map[string]*stemma.Speaker
	credits  map[string]*stemma.Attribution
	families []*family          // one a story, in order
	home     map[string]*family // of a report
}

// family is a story with its look-ups.
type family struct {
	*stemma.Story
	pile      *pile
	number    int // from 1
	witnesses map[string]*stemma.Witness
	sigla     map[string]string // by report
	parents   map[string][]*stemma.Descent
	children  map[string][]*stemma.Descent
	origins   map[string]*stemma.Origin
	claims    map[string]int // index by id
	drifts    map[string][]*stemma.Drift
}

// branching tells how the tree of a story branches, and where its witnesses stand in time.
type branching struct{ *family }

// storyPage shows a story on a page.
type storyPage struct{ *family }

func newPile(d *stemma.Dossier) *pile {
	p := &pile{
		Dossier: d, number: make(map[string]int, len(d.Reports)),
		reports:  make(map[string]*stemma.Report, len(d.Reports)),
		speakers: make(map[string]*stemma.Speaker, len(d.Speakers)),
		credits:  make(map[string]*stemma.Attribution, len(d.Attributions)),
		home:     map[string]*family{},
	}
	for i := range d.Reports {
		p.reports[d.Reports[i].ID] = &d.Reports[i]
		p.number[d.Reports[i].ID] = i + 1
	}
	for i := range d.Speakers {
		p.speakers[d.Speakers[i].ID] = &d.Speakers[i]
	}
	for i := range d.Attributions {
		p.credits[d.Attributions[i].ID] = &d.Attributions[i]
	}
	for i := range d.Stories {
		p.families = append(p.families, newFamily(p, &d.Stories[i], i+1))
	}
	return p
}

func newFamily(p *pile, s *stemma.Story, number int) *family {
	f := &family{
		Story: s, pile: p, number: number,
		witnesses: map[string]*stemma.Witness{}, sigla: map[string]string{},
		parents: map[string][]*stemma.Descent{}, children: map[string][]*stemma.Descent{},
		origins: map[string]*stemma.Origin{}, drifts: map[string][]*stemma.Drift{},
	}
	for i := range s.Witnesses {
		w := &s.Witnesses[i]
		f.witnesses[w.Siglum] = w
		if w.Report != "" {
			f.sigla[string(w.Report)] = w.Siglum
			p.home[string(w.Report)] = f
		}
	}
	f.indexDescents()
	for i := range s.Origins {
		f.origins[s.Origins[i].ID] = &s.Origins[i]
	}
	for i := range s.Drifts {
		claim := string(s.Drifts[i].Claim)
		f.drifts[claim] = append(f.drifts[claim], &s.Drifts[i])
	}
	return f
}

// claim is which of the claims has an id.
func (f *family) claim(id string) (at int, known bool) {
	if f.claims == nil {
		f.claims = make(map[string]int, len(f.Claims))
		for i := range f.Claims {
			f.claims[f.Claims[i].ID] = i
		}
	}
	at, known = f.claims[id]
	return at, known
}

// indexDescents files the descents by both ends, a copy's strongest exemplar
// first. Descents whose ends are no witnesses are left out.
func (f *family) indexDescents() {
	for i := range f.Descents {
		d := &f.Descents[i]
		if f.witnesses[d.From] == nil || f.witnesses[d.To] == nil || d.From == d.To {
			continue
		}
		f.parents[d.To] = append(f.parents[d.To], d)
		f.children[d.From] = append(f.children[d.From], d)
	}
	for _, ds := range f.parents {
		sort.SliceStable(ds, func(i, j int) bool {
			if ds[i].Confidence != ds[j].Confidence {
				return ds[i].Confidence > ds[j].Confidence
			}
			return ds[i].Share > ds[j].Share
		})
	}
}

// kept counts the witnesses that are reports.
func (f *family) kept() int {
	n := 0
	for i := range f.Witnesses {
		if !f.Witnesses[i].Lost {
			n++
		}
	}
	return n
}

func (f *family) title() string {
	if t := clean(f.Title); t != "" {
		return t
	}
	return "Untitled story"
}

// report returns the report of the witness with that siglum; nil for a lost
// one.
func (f *family) report(siglum string) *stemma.Report {
	w := f.witnesses[siglum]
	if w == nil {
		return nil
	}
	return f.pile.reports[string(w.Report)]
}

// name is what people call a witness: its report's name, or a lost one's own.
func (f *family) name(siglum string) string {
	if r := f.report(siglum); r != nil {
		return reportName(r)
	}
	if w := f.witnesses[siglum]; w != nil && clean(w.Name) != "" {
		return clean(w.Name)
	}
	return "unknown"
}

// reportName is how a report is called.
func reportName(r *stemma.Report) string {
	if s := clean(name.Label(r)); s != "" {
		return s
	}
	return "unnamed report"
}

func reportTitle(r *stemma.Report) string {
	if t := clean(r.Title); t != "" {
		return t
	}
	return reportName(r)
}

// carriers lists the sigla of the reports that surely make a claim, in the order of
// the witnesses.
func (f *family) carriers(c *stemma.Claim) []string { return inOrder(f, c.Tellers()) }

// inOrder gives the sigla of some reports, in the order of the witnesses.
func inOrder(f *family, reports []string) []string {
	has := map[string]bool{}
	for _, r := range reports {
		if s := f.sigla[r]; s != "" {
			has[s] = true
		}
	}
	var found []string
	for i := range f.Witnesses {
		if has[f.Witnesses[i].Siglum] {
			found = append(found, f.Witnesses[i].Siglum)
		}
	}
	return found
}

// ranked is a claim with who carries it.
type ranked struct {
	index    int // into the story's claims
	carriers []string
}

// rank orders the claims: those of two reports or more first, of these what is no mere
// scrap, then what is carried by most reports, tells most by itself and has drifts, then
// as they stand.
func (f *family) rank() []ranked {
	all := make([]ranked, len(f.Claims))
	for i := range f.Claims {
		all[i] = ranked{index: i, carriers: f.carriers(&f.Claims[i])}
	}
	worst := func(r ranked) int {
		w := 0
		for _, d := range f.drifts[f.Claims[r.index].ID] {
			w = max(w, d.Severity)
		}
		return w
	}
	slices.SortStableFunc(all, func(x, y ranked) int {
		c, d := &f.Claims[x.index], &f.Claims[y.index]
		return cmp.Or(
			stemma.CompareClaims(c, len(x.carriers), d, len(y.carriers)),
			cmp.Compare(worst(y), worst(x)),
		)
	})
	return f.spread(all)
}

// spread puts claims of several reports that stand in the sentences of one before them, or in the
// same quotations, behind all others of several reports: a list begins with one of each place.
func (f *family) spread(order []ranked) []ranked {
	var first, beside, lone []ranked
	told := map[string]map[string]bool{} // place → the claims that stand there
	for _, r := range order {
		if len(r.carriers) < 2 {
			lone = append(lone, r)
			continue
		}
		c := &f.Claims[r.index]
		if standsBeside(c, told) {
			beside = append(beside, r)
			continue
		}
		first = append(first, r)
		for i := range c.Statements {
			for _, place := range places(&c.Statements[i]) {
				if told[place] == nil {
					told[place] = map[string]bool{}
				}
				told[place][c.ID] = true
			}
		}
	}
	return slices.Concat(first, beside, lone)
}

// standsBeside says whether one claim stands in all reports that surely tell a claim in the same
// sentence or quotation.
func standsBeside(c *stemma.Claim, told map[string]map[string]bool) bool {
	var beside map[string]bool
	for n, report := range c.Tellers() {
		here := map[string]bool{}
		for i := range c.Statements {
			if st := &c.Statements[i]; st.Span.Report == report && !st.Loose {
				for _, place := range places(st) {
					maps.Copy(here, told[place])
				}
			}
		}
		if n > 0 {
			maps.DeleteFunc(here, func(id string, _ bool) bool { return !beside[id] })
		}
		if beside = here; len(beside) == 0 {
			return false
		}
	}
	return len(beside) > 0
}

// places names the sentence of a statement, and whose words it is.
func places(s *stemma.Statement) []string {
	found := []string{s.Span.Report + " " + strconv.Itoa(s.Sentence.Start)}
	if s.Attribution != "" {
		found = append(found, s.Span.Report+" "+string(s.Attribution))
	}
	return found
}

// behind counts, for each origin, the claims of two or more reports that rest
// on it.
func (f *family) behind(order []ranked) map[string]int {
	n := map[string]int{}
	for _, r := range order {
		if len(r.carriers) > 1 {
			for _, id := range f.Claims[r.index].Origins.IDs {
				n[id]++
			}
		}
	}
	return n
}

// severest orders the drifts by severity, the worst first, and changes in the retelling before what is
// told differently.
func (f *family) severest() []*stemma.Drift {
	all := make([]*stemma.Drift, len(f.Drifts))
	for i := range f.Drifts {
		all[i] = &f.Drifts[i]
	}
	sort.SliceStable(all, func(i, j int) bool {
		x, y := all[i], all[j]
		return x.Severity > y.Severity || x.Severity == y.Severity && !x.IsApart() && y.IsApart()
	})
	return all
}

// ends returns the sigla between which a drift happened; either may be "".
func (f *family) ends(d *stemma.Drift) (from, to string) {
	for i := range f.Descents {
		if f.Descents[i].ID == string(d.Descent) {
			from, to = f.Descents[i].From, f.Descents[i].To
		}
	}
	if d.Before != nil && f.sigla[d.Before.Report] != "" {
		from = f.sigla[d.Before.Report]
	}
	if d.After != nil && f.sigla[d.After.Report] != "" {
		to = f.sigla[d.After.Report]
	}
	return from, to
}

// says is an origin in words: what it says of itself, else whose reporting it
// is.
func (f *family) says(o *stemma.Origin) string {
	if s := strings.TrimRight(clean(o.Says), ". "); s != "" {
		return s
	}
	return "the reporting of " + f.name(o.Witness)
}
