package assess

import (
	"stemma"
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
	// Details holds, by report id, the persons and titles of the whole text:
	// most stand in who is credited, which no statement covers.
	Details map[string][]stemma.Value
	// Loops are pairs of sigla: the first credits the second although that
	// one descends from it, or from its own outlet.
	Loops [][2]string
	// Compare gives the drifts from one statement to another of one claim;
	// Agreement, from 0 to 1, how sure it is that they are one sentence.
	Compare   func(before, after *stemma.Statement) []stemma.Drift
	Agreement func(before, after *stemma.Statement) float64
	// Likeness, from 0 to 1, is how much of both statements is the same.
	Likeness func(before, after *stemma.Statement) float64
}

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
	b := newBook(in)
	claims := make([]stemma.Claim, len(in.Claims))
	copy(claims, in.Claims)
	origins := b.originsOf(claims)
	drifts := b.drifts()
	return Result{Origins: origins, Claims: claims, Drifts: drifts, Warnings: b.warnings(claims, origins)}
}
