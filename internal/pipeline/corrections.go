package pipeline

import (
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/derive"
	"stemma/internal/name"
)

// ruling is what the user says of a pile, on its way through the stages. Names
// are heeded before anything is read, sources before statements are, stories and
// claims where things are joined, descents where the stemma is built, drifts when
// all is found. At the end each correction is looked up in the result: one that
// cannot be seen there is said to fit nothing, whatever the reason.
type ruling struct {
	all     []stemma.Correction
	d       *stemma.Dossier
	names   *name.Registry
	inputs  map[string]string // input → report id
	sources map[int]int       // correction → the attribution that it changed
	// statements are, of a correction about claims, those that it names, by their
	// extents.
	statements map[int][]string
	why        map[int]string // why a correction could not be heeded

	together, apart [][2]string // reports that are of one story, and of two
	descents        []derive.Said
}

// saidNames are the corrections that concern names.
func saidNames(all []stemma.Correction) name.Said {
	var said name.Said
	for _, c := range all {
		switch {
		case c.Kind == stemma.OutletCorrection && c.Is:
			said.SameOutlets = append(said.SameOutlets, c.Terms)
		case c.Kind == stemma.OutletCorrection:
			said.OtherOutlets = append(said.OtherOutlets, c.Terms)
		case c.Kind == stemma.PersonCorrection && c.Is:
			said.SamePeople = append(said.SamePeople, c.Terms)
		case c.Kind == stemma.PersonCorrection:
			said.OtherPeople = append(said.OtherPeople, c.Terms)
		}
	}
	return said
}

// newRuling readies the corrections for a pile whose reports are read.
func newRuling(all []stemma.Correction, d *stemma.Dossier, names *name.Registry) *ruling {
	r := &ruling{
		all: slices.Clone(all), d: d, names: names, inputs: map[string]string{},
		sources: map[int]int{}, statements: map[int][]string{}, why: map[int]string{},
	}
	for _, row := range d.Ledger {
		if row.Report != "" {
			r.inputs[row.Input] = string(row.Report)
		}
	}
	return r
}

// of gives the places of the corrections of some kinds.
func (r *ruling) of(kinds ...stemma.CorrectionKind) []int {
	var found []int
	for i, c := range r.all {
		if slices.Contains(kinds, c.Kind) {
			found = append(found, i)
		}
	}
	return found
}

// credit gives attributions the sources that the user names. Where nobody is
// credited with the words, an attribution is made.
func (r *ruling) credit(texts []*stemma.Text) {
	for _, i := range r.of(stemma.SourceCorrection) {
		at, why := r.attribution(r.all[i].Terms[0], texts)
		if why != "" {
			r.why[i] = why
			continue
		}
		r.d.Attributions[at].Speaker = stemma.Maybe(r.speaker(r.all[i].Terms[1]))
		r.sources[i] = at
	}
}

// speaker gives the id of the source with a name, which is entered where nobody
// has it.
func (r *ruling) speaker(said string) string {
	called, kind := cutKind(said)
	for _, s := range r.d.Speakers {
		if (kind == "" || s.Kind == kind) && isCalled(&s, called) {
			return s.ID
		}
	}
	if kind == "" {
		kind = stemma.UnknownKind
	}
	s := stemma.Speaker{
		ID: "p" + strconv.Itoa(len(r.d.Speakers)+1), Name: called, Kind: kind,
		Count: stemma.Count{Min: 1, Max: 1}, Aliases: []string{},
	}
	r.d.Speakers = append(r.d.Speakers, s)
	return s.ID
}

// find looks up the reports and the statements that corrections name. What it
// finds is only read from then on, by several stories at once.
func (r *ruling) find(told *telling) {
	for _, i := range r.of(stemma.ClaimCorrection) {
		for _, term := range r.all[i].Terms {
			st, why := r.statement(term, told)
			if why != "" {
				r.why[i] = why
				break
			}
			r.statements[i] = append(r.statements[i], extent(st.Span))
		}
	}
	for _, i := range r.of(stemma.StoryCorrection, stemma.DescentCorrection, stemma.ClaimCorrection) {
		r.findReports(i)
	}
}

// findReports notes which reports a correction makes one story or two, and what
// it says of a descent. A descent and a claim are within one story, so their
// reports are too.
func (r *ruling) findReports(i int) {
	c := &r.all[i]
	reports, why := r.reportsOf(i)
	if why != "" {
		r.why[i] = why
		return
	}
	for _, other := range reports[1:] {
		switch {
		case c.Is:
			r.together = append(r.together, [2]string{reports[0], other})
		case c.Kind == stemma.StoryCorrection:
			r.apart = append(r.apart, [2]string{reports[0], other})
		}
	}
	if c.Kind == stemma.DescentCorrection {
		said := derive.Said{Copy: reports[0], Is: c.Is}
		if len(reports) > 1 {
			said.Exemplar = reports[1]
		} else {
			said.Lost = c.Terms[1]
		}
		r.descents = append(r.descents, said)
	}
}

// reportsOf are the reports that a correction is about: at least one. The
// exemplar of a descent may be an outlet that is not in the pile.
func (r *ruling) reportsOf(i int) (reports []string, why string) {
	c := &r.all[i]
	if c.Kind == stemma.ClaimCorrection {
		for _, e := range r.statements[i] {
			reports = append(reports, reportOf(e))
		}
		return reports, r.why[i]
	}
	for k, term := range c.Terms {
		id, why := r.report(term)
		switch {
		case why == "":
			reports = append(reports, id)
		case c.Kind != stemma.DescentCorrection || k == 0 || isSiglum(term):
			return nil, why
		}
	}
	return reports, ""
}

// storyTies are the texts that the user says are of one story or of two.
func (r *ruling) storyTies(texts []*stemma.Text) claim.Ties {
	place := map[string]int{}
	for i, t := range texts {
		place[t.Report.ID] = i
	}
	return claim.Ties{Same: pairsOf(place, r.together), Other: pairsOf(place, r.apart)}
}

// pairsOf gives the pairs of which both are there, by their places.
func pairsOf(place map[string]int, pairs [][2]string) []claim.Pair {
	var found []claim.Pair
	for _, p := range pairs {
		a, hereA := place[p[0]]
		b, hereB := place[p[1]]
		if hereA && hereB && a != b {
			found = append(found, claim.Pair{a, b})
		}
	}
	return found
}

// claimTies are the statements that the user says are one claim or two.
func (r *ruling) claimTies(statements []stemma.Statement) claim.Ties {
	if len(r.statements) == 0 {
		return claim.Ties{}
	}
	place, inside := map[string]int{}, map[string]bool{}
	for i := range statements {
		place[extent(statements[i].Span)] = i
		inside[statements[i].Span.Report] = true
	}
	same, other := r.claimPairs(inside)
	return claim.Ties{Same: pairsOf(place, same), Other: pairsOf(place, other)}
}

// claimPairs are the extents of statements of some reports that the user says are
// one claim or two.
func (r *ruling) claimPairs(inside map[string]bool) (same, other [][2]string) {
	for _, i := range r.of(stemma.ClaimCorrection) {
		for k := 1; k < len(r.statements[i]); k++ {
			pair := [2]string{r.statements[i][0], r.statements[i][k]}
			switch {
			case !inside[reportOf(pair[0])] || !inside[reportOf(pair[1])]:
			case r.all[i].Is:
				same = append(same, pair)
			default:
				other = append(other, pair)
			}
		}
	}
	return same, other
}
