package assess

import (
	"cmp"
	"slices"
	"strconv"

	"stemma"
)

// judge gives the claims of a story their origins and verdicts.
type judge struct {
	independence
	told  *statements
	ended map[ending]bool // at which roots statements end, of all claims
}

// originsOf fills the origins and verdicts of the claims and gives the story's
// origins.
func (b *judge) originsOf(claims []stemma.Claim) []stemma.Origin {
	all := make([]*chains, len(claims))
	weights := map[string]map[string]int{}
	for c := range claims {
		all[c] = b.chainsOf(c)
		for _, r := range all[c].ordered {
			b.weigh(weights, r, len(b.told.holds[c]))
		}
	}
	origins, ids := b.number(all, weights)
	for c := range claims {
		b.judge(&claims[c], all[c], ids)
	}
	return origins
}

// weigh adds the sources of a root to those of its witness.
func (b *judge) weigh(weights map[string]map[string]int, r *root, carriers int) {
	if weights[r.siglum] == nil {
		weights[r.siglum] = map[string]int{}
	}
	for _, s := range r.sources() {
		weights[r.siglum][s.ID] += carriers
	}
	for _, id := range b.toldHere(r) {
		weights[r.siglum][id] += toldWeight * carriers
	}
}

// number gives an origin for every witness at which a claim ends, in order of
// the witnesses.
func (b *judge) number(all []*chains, weights map[string]map[string]int) ([]stemma.Origin, map[string]string) {
	used := map[string]bool{}
	for _, c := range all {
		for _, r := range originsAmong(c.ordered, resolvedOf(c.ordered)) {
			used[r.siglum] = true
		}
	}
	origins, ids := []stemma.Origin{}, map[string]string{}
	for _, w := range b.tree.Witnesses {
		if !used[w.Siglum] {
			continue
		}
		id := "o" + strconv.Itoa(len(origins)+1)
		ids[w.Siglum] = id
		list := byWeight(weights[w.Siglum])
		origins = append(origins, stemma.Origin{
			ID: id, Witness: w.Siglum, Sources: list, Saying: b.says(w.Siglum, list),
		})
	}
	return origins, ids
}

// toldWeight puts sources that spoke to the report itself before those whom it
// quotes from elsewhere.
const toldWeight = 10

// byWeight orders sources by how many reports carry the claims that rest on
// them, then by their number.
func byWeight(carried map[string]int) []string {
	list := []string{}
	for id := range carried {
		list = append(list, id)
	}
	slices.SortFunc(list, func(x, y string) int {
		return cmp.Or(cmp.Compare(carried[y], carried[x]), cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	})
	return list
}

// saidSources is how many sources of an origin are named in words.
const saidSources = 2

// says is the origin as a saying: its sources, and whom they told.
func (b *judge) says(siglum string, sources []string) stemma.Saying {
	var named []stemma.Saying
	place := map[string]int{}
	for _, id := range sources {
		s := b.index.Speaker(stemma.Maybe(id))
		if s == nil {
			continue
		}
		called := sourceName(s)
		if at, known := place[s.Name]; known {
			if called.Sentence == unnamedCount {
				named[at] = called
			}
			continue
		}
		place[s.Name] = len(named)
		named = append(named, called)
	}
	switch n := len(named); {
	case n == 0:
		return stemma.Say("origin.none", stemma.Args{"witness": b.name(siglum)})
	case n > saidSources+1:
		named = append(named[:saidSources], stemma.Say("origin.more", stemma.Args{"n": n - saidSources}))
	}
	return stemma.Say("origin.sources", stemma.Args{"sources": named, "witness": b.name(siglum)})
}

const unnamedCount = "origin.unnamed-count"

// sourceName is a source as a sentence calls it: "three unnamed military
// sources".
func sourceName(s *stemma.Speaker) stemma.Saying {
	args := stemma.Args{"name": s.Name, "n": s.Count.Min}
	switch {
	case s.Kind != stemma.Anonymous:
		return stemma.Say("origin.named", args)
	case s.Count.Min == s.Count.Max && s.Count.Min > 0:
		return stemma.Say(unnamedCount, args)
	}
	return stemma.Say("origin.unnamed", args)
}
