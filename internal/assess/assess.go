package assess

import (
	"slices"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/name"
)

// Input is a story with its stemma and claims, before they are judged.
type Input struct {
	Names        *name.Registry // tells whether two outlets or people are one
	Index        *stemma.Index
	Texts        []*stemma.Text // the story's reports
	Attributions []stemma.Attribution
	Stemma       stemma.Stemma
	Claims       []stemma.Claim // with ids and statements
	// Offices are the words that say that somebody speaks for a body.
	Offices language.Table
	// Ties are the words that tie a source to somebody else.
	Ties language.Table
	// Hearsay are the words that show that a source has it from somebody else.
	Hearsay language.Table
	// Bystanders are the words for somebody who merely was there.
	Bystanders language.Table
	// Records are the words for papers that are kept as things happen.
	Records language.Table
	// Function are the function words: an article heads no proper name.
	Function language.Table
	// Loops are pairs of sigla: the first credits the second although that
	// one descends from it, or from its own outlet.
	Loops [][2]string
	// Shared are pairs of report ids that have a passage in common, whether or
	// not one descends from the other.
	Shared [][2]string
	// Aligned are the statements of the claims, by which two of them are compared.
	Aligned *align.Story
}

// Kin says why two reports are compared.
type Kin uint8

// From a descent to a passage that both have.
const (
	Copy       Kin = iota // the second descends from the first
	Siblings              // both descend from one lost witness
	Neighbours            // both have one passage, and it is not known from where
)

// Result is the judgement of one story. Claims are those of the input, with
// origins and verdict.
type Result struct {
	Origins  []stemma.Origin
	Claims   []stemma.Claim
	Drifts   []stemma.Drift
	Warnings []stemma.Warning
}

// Judgement is a story that is being judged: [Judgement.Ways] says which of its reports
// are to be compared, in that order, and [Judgement.Add] is told what came of it.
type Judgement struct {
	independence
	told    *statements
	beware  *caveats
	compare *comparison
	changed *telling
	claims  []stemma.Claim
}

// Begin begins to judge a story.
func Begin(in Input) *Judgement {
	l := newLineage(in.Stemma, in.Index)
	told, outlets, credits := newStatements(l, in.Claims), newPublishers(l, in.Names), newReporting(l, in)
	compare := newComparison(outlets, told, in.Shared)
	return &Judgement{
		independence: independence{newSetting(credits, in), outlets, newIdentities(in), in.Aligned},
		told:         told, beware: &caveats{credits, told, in.Loops}, claims: slices.Clone(in.Claims),
		compare: compare, changed: &telling{at: map[string]int{}, handsOn: compare.handsOn},
	}
}

// Ways gives the pairs of reports that are to be compared, the surest kin first.
func (j *Judgement) Ways() []Way { return j.compare.ways() }

// Add takes what the second report of a way changed of the first: in the words that both
// have, at what the kin of the two allows.
func (j *Judgement) Add(w Way, changes []stemma.Drift) {
	for _, c := range bounded(j.compare.along(w, changes)) {
		j.changed.add(c.Drift, c.owner)
	}
}

// Result judges the story. Origins have ids o1, o2, …, drifts x1, x2, …, unique within
// the story.
func (j *Judgement) Result() Result {
	origins := (&judge{j.independence, j.told, map[ending]bool{}}).originsOf(j.claims)
	return Result{
		Origins: origins, Claims: j.claims, Drifts: ordered(j.changed.drifts),
		Warnings: j.beware.warnings(j.claims, origins),
	}
}
