package derive

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/name"
)

// Input is all that is known about one story before its stemma is.
type Input struct {
	Texts        []*stemma.Text // the story's reports
	Reuse        []stemma.Reuse // among them; passages of other reports are ignored
	Attributions []stemma.Attribution
	Mentions     []stemma.Mention // of outlets and reporters
	Index        *stemma.Index    // of these and their speakers
	Claims       []stemma.Claim   // with their statements
	Aligned      *align.Story     // of these statements
	Said         []Said           // of descents, by the user
	Weigh        bool             // [Tree.Weighed] is asked for
}

// Tree is a stemma with what it cannot hold itself.
type Tree struct {
	stemma.Stemma
	// Loops are pairs of sigla: the first credits the second, though that one
	// descends from it or from an earlier report of its outlet.
	Loops [][2]string
	// Weighed are all pairs of reports that share or credit something, if they are asked for.
	Weighed []Candidate
}

// Deriver builds stemmata in one language. It is safe for concurrent use.
type Deriver struct {
	who      *name.Registry
	pieces   language.Table // words that tell which report of an outlet is meant
	releases *name.Releases
	function language.Table
	by       []string // words that name who does what a passive tells
}

// New builds a deriver from the tables of a language and those who know names.
func New(pack *language.Pack, who *name.Registry) *Deriver {
	d := &Deriver{
		who: who, pieces: pack.Table("pieces"), releases: name.NewReleases(pack), function: pack.Table("function"),
	}
	for _, word := range d.function.Entries() {
		if d.function.Is(word, "agent") {
			d.by = append(d.by, word)
		}
	}
	return d
}

// Build gives the stemma of one story: its witnesses in order of siglum, the
// kept ones first, and its descents, ordered by exemplar and copy. Descents
// have ids d1, d2, …, unique within the story.
func (d *Deriver) Build(in Input) Tree {
	w := d.newWork(in)
	w.readOverlaps()
	w.readCredits()
	w.readTraits()
	w.findPairs()
	readTrails(w)
	w.spreadPrintings()
	w.findCommonTexts()
	w.weighPairs()
	w.chooseExemplars()
	sayings{w}.obey()
	w.hangWireCopies()
	w.hangReleases()
	w.hangTwins()
	w.hangLostOutlets()
	hangStates(w)
	sayings{w}.obey()
	w.breakCycles()
	return w.tree()
}

// work is the state of one story while its stemma is built. Witnesses are
// numbered: kept ones in order of Input.Texts, then lost ones.
type work struct {
	*Deriver
	in       Input
	names    []names        // of kept witnesses
	index    map[string]int // report id → witness
	units    [][]unit       // statements of each kept witness
	credits  []credit
	shared   map[[2]int]int // bytes of a report that stand in another one
	apart    map[[2]int]int // by a report and a kept one: where it credits another piece of that one's outlet
	released []bool         // of each kept witness: it is a press release
	retells  []bool         // of each kept witness: by its own words another piece of its outlet told this first
	circle   *name.Circle   // of the outlets that the credits name
	traits   []traits
	speech   []speech        // of each kept witness
	copies   []map[int]*pair // of each kept witness as a copy: the pairs that share or credit something, by exemplar
	holding  map[int][]int   // by claim, the reports that make it
	roster   *roster
	runs     []map[run]bool // of each kept witness: the words that stand in a row
	lost     []lost
	edges    []*edge
	common   map[int]bool // reports that share a text that is not here
	printed  map[int]int  // of each twin, the lost text that it prints
	possible []*edge      // between kept witnesses, too doubtful to be drawn
}

// lost is a witness that is known by its traces only.
type lost struct {
	name  string
	kind  stemma.WitnessKind
	piece string   // the programme that is meant, or ""
	spoke []string // of every credit, who spoke there, or noVenue
}

// edge is a descent in the making.
type edge struct {
	from, to int
	odds     float64 // sum of the evidence, natural logarithm
	evidence []stemma.Evidence
	kind     stemma.DescentKind // "" until it is told from the texts
	share    float64
	credited bool
}

func (d *Deriver) newWork(in Input) *work {
	w := &work{Deriver: d, in: in, index: map[string]int{}, printed: map[int]int{}}
	for i, t := range in.Texts {
		w.index[t.Report.ID] = i
		w.names = append(w.names, d.reportNames(t.Report))
		w.released = append(w.released, d.releases.In(t.Report.Text))
	}
	w.roster = newRoster(d.who, w.names)
	w.readSpeech()
	w.units = w.readUnits()
	w.holding = w.holders()
	w.copies = make([]map[int]*pair, w.kept())
	w.runs = make([]map[run]bool, w.kept())
	w.retells = make([]bool, w.kept())
	return w
}

// kept is the number of kept witnesses.
func (w *work) kept() int { return len(w.in.Texts) }

func (w *work) report(i int) *stemma.Report { return w.in.Texts[i].Report }

// edge returns the edge between two witnesses, or nil.
func (w *work) edge(from, to int) *edge {
	for _, e := range w.edges {
		if e.from == from && e.to == to {
			return e
		}
	}
	return nil
}

// drop removes the edge between two witnesses.
func (w *work) drop(from, to int) {
	w.edges = slices.DeleteFunc(w.edges, func(e *edge) bool { return e.from == from && e.to == to })
}

// parents gives the edges that lead to a witness.
func (w *work) parents(to int) []*edge {
	var found []*edge
	for _, e := range w.edges {
		if e.to == to {
			found = append(found, e)
		}
	}
	return found
}

// descends says whether witness b descends from a, over any number of steps.
func (w *work) descends(b, a int) bool {
	return reaches(w.above(), b, a)
}

// above lists, by witness, the exemplars of each.
func (w *work) above() map[int][]int {
	up := map[int][]int{}
	for _, e := range w.edges {
		up[e.to] = append(up[e.to], e.from)
	}
	return up
}

// ancestors gives the witnesses that the way up from one leads to; itself only where
// it goes round.
func ancestors(up map[int][]int, of int) map[int]bool {
	found := map[int]bool{}
	for queue := []int{of}; len(queue) > 0; queue = queue[1:] {
		for _, from := range up[queue[0]] {
			if !found[from] {
				found[from] = true
				queue = append(queue, from)
			}
		}
	}
	return found
}

// reaches says whether the way up from b leads to a.
func reaches(up map[int][]int, b, a int) bool { return ancestors(up, b)[a] }

// breakCycles drops the weakest edge of every cycle. Two reports that credit
// each other (an update "confirmed by" one's own copy) make one; which came
// first is then decided by the stronger evidence.
func (w *work) breakCycles() {
	strongest := slices.Clone(w.edges)
	slices.SortStableFunc(strongest, func(a, b *edge) int {
		return cmp.Or(cmp.Compare(b.odds, a.odds), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	w.edges = nil
	up := map[int][]int{}
	for _, e := range strongest {
		if e.from != e.to && !reaches(up, e.from, e.to) {
			w.edges = append(w.edges, e)
			up[e.to] = append(up[e.to], e.from)
		}
	}
}
