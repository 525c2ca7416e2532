package main

import (
	"slices"
	"strings"

	"stemma"
	"stemma/eval/expect"
)

// pair is a descent between two reports, by file name without extension.
type pair struct{ from, to string }

func (p pair) String() string { return p.from + " > " + p.to }

// tally counts pairs: right of found, and right of wanted.
type tally struct{ right, found, wanted int }

// names maps report ids to the base names of their inputs.
func names(d *stemma.Dossier) map[string]string {
	found := map[string]string{}
	for _, r := range d.Reports {
		found[r.ID] = expect.Base(r.Input)
	}
	return found
}

// foundPairs lists the collapsed descents of a dossier, each once, in order.
func foundPairs(d *stemma.Dossier) []pair {
	name := names(d)
	var pairs []pair
	for i := range d.Stories {
		for _, e := range expect.Collapse(&d.Stories[i]) {
			pairs = append(pairs, pair{name[e.From], name[e.To]})
		}
	}
	return unique(pairs)
}

func unique(pairs []pair) []pair {
	slices.SortFunc(pairs, func(a, b pair) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(pairs)
}

func scoreDescents(s *scores, g *gold, d *stemma.Dossier) {
	var wanted, optional []pair
	for _, e := range g.Edges {
		p := pair{expect.Base(e.Parent), expect.Base(e.Child)}
		switch {
		case !e.InPile:
		case doubtful(e.Certain):
			optional = append(optional, p)
		default:
			wanted = append(wanted, p)
		}
	}
	t := comparePairs(s, unique(wanted), optional, foundPairs(d))
	s.retrieval("descents", t.right, t.found, t.right, t.wanted)
	s.violations(g, foundPairs(d))
	s.lost(g, d)
}

// comparePairs counts and lists what was missed and what is false. Optional
// pairs count neither way.
func comparePairs(s *scores, wanted, optional, found []pair) tally {
	t := tally{wanted: len(wanted)}
	for _, p := range found {
		if slices.Contains(wanted, p) {
			t.right++
			t.found++
		} else if !slices.Contains(optional, p) {
			t.found++
			s.detail("descent false: %s", p)
		}
	}
	for _, p := range wanted {
		if !slices.Contains(found, p) {
			s.detail("descent missed: %s", p)
		}
	}
	return t
}

// violations counts the pairs found although the gold rules them out, in
// either direction.
func (s *scores) violations(g *gold, found []pair) {
	n := 0
	for _, no := range g.NonEdges {
		a, b := expect.Base(no.Pair[0]), expect.Base(no.Pair[1])
		for _, p := range []pair{{a, b}, {b, a}} {
			if slices.Contains(found, p) {
				n++
				s.detail("descent violates: %s (%s)", p, short(no.Why))
			}
		}
	}
	s.share("descents_violations", n, len(g.NonEdges))
}

// lost counts the lost wires and outlets that are parents in the gold and
// were found by name.
func (s *scores) lost(g *gold, d *stemma.Dossier) {
	var wanted, found int
	for _, x := range g.External {
		isParent := slices.ContainsFunc(g.Edges, func(e goldEdge) bool { return e.Parent == x.ID })
		if !isParent || x.Kind != "wire" && x.Kind != "outlet" {
			continue
		}
		wanted++
		if hasLost(d, x.Name) {
			found++
		} else {
			s.detail("lost witness missed: %s", x.Name)
		}
	}
	s.share("lost_named", found, wanted)
	for _, story := range d.Stories {
		for _, w := range story.Witnesses {
			if w.Lost && !slices.ContainsFunc(g.External, func(x goldExternal) bool {
				return expect.SameName(x.Name,
					w.Name)
			}) {
				s.detail("lost witness not in gold: %s %q (%s), copies %d", w.Siglum, w.Name, w.Kind,
					len(expect.Copies(&story, w.Siglum)))
			}
		}
	}
}

func hasLost(d *stemma.Dossier, name string) bool {
	for _, story := range d.Stories {
		for _, w := range story.Witnesses {
			if w.Lost && expect.SameName(name, w.Name) {
				return true
			}
		}
	}
	return false
}
