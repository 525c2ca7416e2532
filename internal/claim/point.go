package claim

import "stemma"

// onePoint says whether a statement makes the point of the one before it in
// the report, as news is written: the two halves of a quotation that its cue
// splits, and the quotation that follows upon its own paraphrase ("She said
// that nobody had been warned. “Not one call,” she said.").
func onePoint(a, b *unit, index *stemma.Index) bool {
	x, y := index.Attribution(a.statement.Attribution), index.Attribution(b.statement.Attribution)
	if a.report != b.report || x == nil || y == nil || x.Speaker == "" || x.Speaker != y.Speaker || !b.statement.Quoted {
		return false
	}
	if a.sentence == b.sentence {
		return a.statement.Quoted && x.Source != nil && y.Source != nil && *x.Source == *y.Source
	}
	return b.sentence == a.sentence+1 && !a.statement.Quoted && !a.statement.Headline && x.Kind == stemma.Indirect && !y.Continues
}
