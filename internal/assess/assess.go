package assess

import (
	"stemma"
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
	// Changes gives what the second report changed of the first, by their
	// ids: in the words that both have, at what the kin of the two allows.
	Changes func(before, after string, kin Kin) []stemma.Drift
	// Handed gives what the second report tells as what the first one got by itself,
	// though that one had it from another. Nil where nobody looks for it.
	Handed func(before, after string) []stemma.Drift
	// Shared are pairs of report ids that have a passage in common, whether or
	// not one descends from the other.
	Shared [][2]string
	// Likeness, from 0 to 1, is how much of both statements is the same.
	Likeness func(before, after *stemma.Statement) float64
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

// Story judges one story. Origins have ids o1, o2, …, drifts x1, x2, …,
// unique within the story.
func Story(in Input) Result {
	l := newLineage(in.Stemma, in.Index)
	told, outlets, credits := newStatements(l, in.Claims), newPublishers(l, in.Names), newReporting(l, in)
	claims := make([]stemma.Claim, len(in.Claims))
	copy(claims, in.Claims)
	apart := independence{newSetting(credits, in), outlets, newIdentities(in), in.Likeness}
	origins := (&judge{apart, told}).originsOf(claims)
	drifts := (&comparison{publishers: outlets, told: told, in: in}).drifts()
	beware := &caveats{credits, told, in.Loops}
	return Result{Origins: origins, Claims: claims, Drifts: drifts, Warnings: beware.warnings(claims, origins)}
}
