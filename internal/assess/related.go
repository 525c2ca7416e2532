package assess

import (
	"slices"

	"stemma"
)

// relation says how two kept reports stand to each other, and from which witnesses both descend:
// two reporters in one hearing heard the same, and neither changed what the other wrote.
func (b *lineage) relation(from, to string) (stemma.DriftRelation, []string) {
	common, above := []string{}, b.ancestors(to)
	if slices.Contains(above, from) {
		return stemma.Retelling, common
	}
	for _, s := range b.ancestors(from) {
		if slices.Contains(above, s) {
			common = append(common, s)
		}
	}
	if len(common) == 0 {
		return stemma.Parallel, common
	}
	slices.Sort(common)
	return stemma.Siblings, common
}

// related gives what says whether two kept reports go back to one that was kept: they
// differ in what was changed on the way to one of them, and that is told there. To ask
// what one of them changed of the other would tell it between reports of which neither
// was taken from the other. On 21 real stories and four made-up piles one drift less is
// told so.
func (b *comparison) related() func(Way) bool {
	all := b.firsts(b.retells)
	return func(w Way) bool {
		for first := range all[w.to] {
			if all[w.from][first] {
				return true
			}
		}
		return false
	}
}
