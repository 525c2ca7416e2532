package speaker

import (
	"strings"

	"stemma"
)

// press is the outlets and the authors of the pile.
type press struct {
	outlets map[int32]bool      // without their articles, in lower case, by number
	authors map[int32]bool      // in lower case
	byWord  map[string][]string // outlets, by each of their words
}

func (j *joiner) press() press {
	p := press{outlets: map[int32]bool{}, authors: map[int32]bool{}, byWord: map[string][]string{}}
	names, all := j.known.names32, []string(nil)
	for _, t := range j.texts {
		for _, b := range t.Report.Byline {
			p.authors[names.of(strings.ToLower(b))] = true
		}
		outlet := string(t.Report.Outlet)
		low := strings.ToLower(outlet)
		if bare := j.words.Bare(low); bare != "" && !p.outlets[names.of(bare)] {
			p.outlets[names.of(bare)], all = true, append(all, outlet)
			for _, w := range strings.Fields(low) {
				if !isWriter(j, outlet) {
					p.byWord[w] = append(p.byWord[w], outlet)
				}
			}
		}
	}
	j.known.knowPress(all)
	return p
}

// isWriter says whether an outlet bears its writer's name, so that the surname alone means the person:
// of a site called "Ada Wren" no "Wren said" is the site's.
func isWriter(j *joiner, outlet string) bool {
	words := strings.Fields(outlet)
	return len(words) == 2 && j.words.Given(strings.ToLower(words[0])) && !j.names.Outlet(outlet).Known
}

// knowOutlets sets right the entities that bear the name of an outlet or of an
// author of the pile.
func (j *joiner) knowOutlets() {
	p := j.press()
	for i := range j.nodes {
		n := &j.nodes[i]
		key := n.facts.key
		switch {
		case !n.entity.Named:
		case n.kind == stemma.Person && n.facts.isGiven:
			// A writer's own site bears the writer's name; the person is meant.
		case p.authors[key] && n.kind != stemma.Outlet && n.kind != stemma.Organisation:
			n.kind = stemma.Person
		case p.outlets[key]:
			n.kind = stemma.Outlet
		case n.kind != stemma.Person || n.entity.Given == "":
			j.knowOutlet(n, p.byWord)
		}
	}
}

func (j *joiner) knowOutlet(n *node, byWord map[string][]string) {
	if f := n.facts; f.asked != j.known.version {
		f.asked, f.outlet = j.known.version, j.meansOutlet(n.entity.Key, byWord)
	}
	if n.facts.outlet {
		n.kind = stemma.Outlet
	}
}

// meansOutlet says whether a name can mean one of the outlets that have a word of it.
func (j *joiner) meansOutlet(low string, byWord map[string][]string) bool {
	for w := range strings.FieldsSeq(low) {
		for _, o := range byWord[w] {
			if j.words.SameOutlet(o, low) {
				return true
			}
		}
	}
	return false
}

// joinOutlets makes one of the outlets whose names mean one in the pile: "the
// Post" and The Washington Post, where no other Post is named.
func (j *joiner) joinOutlets() {
	var named []string
	for i := range j.nodes {
		if n := &j.nodes[i]; n.kind == stemma.Outlet && n.entity.Named && j.find(i) == i {
			named = append(named, n.entity.Name)
		}
	}
	keys := j.known.outletKeys(named)
	seen := map[string]int{}
	for i := range j.nodes {
		n := &j.nodes[i]
		if n.kind != stemma.Outlet || !n.entity.Named || j.find(i) != i {
			continue
		}
		key := keys[n.entity.Name]
		if k, ok := seen[key]; ok && key != "" {
			j.unite(k, i)
			continue
		}
		seen[key] = i
	}
}

// joinShort makes one of the short name and the full one of a body, where only
// one of the pile can be meant.
func (j *joiner) joinShort(kind stemma.SpeakerKind) {
	byWord := map[string][]int{}
	short := func(i int) []string {
		if n := &j.nodes[i]; n.kind == kind && n.entity.Named && j.find(i) == i {
			return strings.Fields(n.entity.Key)
		}
		return nil
	}
	for i := range j.nodes {
		for _, w := range short(i) {
			byWord[w] = append(byWord[w], i)
		}
	}
	for i := range j.nodes {
		if words := short(i); len(words) > 0 {
			if full := j.onlyFull(i, byWord[words[0]]); full >= 0 {
				j.unite(full, i)
			}
		}
	}
}

// onlyFull is the one of some entities whose name node i can be short for; -1
// where there is none, or more than one.
func (j *joiner) onlyFull(i int, among []int) int {
	n, found := &j.nodes[i], -1
	for _, k := range among {
		if k == i || j.find(k) == i || !j.shortOf(n.kind, j.nodes[k].entity.Name, n.entity.Name) {
			continue
		}
		if found >= 0 && j.find(found) != j.find(k) {
			return -1
		}
		found = k
	}
	return found
}

func (j *joiner) shortOf(kind stemma.SpeakerKind, full, short string) bool {
	if len(full) <= len(short) {
		return false
	}
	if kind == stemma.Organisation && len(strings.Fields(j.words.Bare(short))) < 2 {
		return false
	}
	return j.words.SameOutlet(full, short)
}
