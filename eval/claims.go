package main

import (
	"slices"

	"stemma"
	"stemma/eval/expect"
)

// hitShare is how much of the shorter of statement and mention must be
// shared for a hit.
const hitShare = 0.5

// mention is a gold mention with its place; located is false where its words
// are not in the report's text.
type mention struct {
	claim   int // index into the gold's claims
	gold    goldMention
	span    stemma.Span
	located bool
}

// claimTable holds gold and found claims, and which mention is hit by which
// found claim.
type claimTable struct {
	gold     []goldClaim
	mentions []mention
	found    []stemma.Claim
	hits     [][]bool // [mention][found claim]
	best     []int    // for each mention the found claim that fits best, or -1
}

func tabulate(g *gold, d *stemma.Dossier) *claimTable {
	t := &claimTable{gold: g.Claims}
	for i, claim := range g.Claims {
		for _, m := range claim.Mentions {
			placed := mention{claim: i, gold: m}
			if r := expect.Find(d, m.File); r != nil {
				placed.span, placed.located = expect.LocateWithin(r, m.Sentence, m.Text)
			}
			t.mentions = append(t.mentions, placed)
		}
	}
	for _, story := range d.Stories {
		t.found = append(t.found, story.Claims...)
	}
	for _, m := range t.mentions {
		hits, best := t.hit(m)
		t.hits = append(t.hits, hits)
		t.best = append(t.best, best)
	}
	return t
}

func (t *claimTable) hit(m mention) (hits []bool, best int) {
	hits, best = make([]bool, len(t.found)), -1
	fit := 0.0
	if !m.located {
		return hits, best
	}
	for j, claim := range t.found {
		for _, s := range claim.Statements {
			if expect.Shared(m.span, s.Span) < hitShare {
				continue
			}
			hits[j] = true
			if f := expect.Fit(m.span, s.Span); f > fit {
				fit, best = f, j
			}
		}
	}
	return hits, best
}

// match pairs gold and found claims one to one, most hits first; of equals
// the one with fewer statements, then the earlier. The result holds for each
// gold claim the index of its found claim, or -1.
func (t *claimTable) match() []int {
	matched := slices.Repeat([]int{-1}, len(t.gold))
	counts := t.counts()
	taken := make([]bool, len(t.found))
	for {
		bestGold, bestFound, most := -1, -1, 0
		for i := range t.gold {
			if matched[i] >= 0 {
				continue
			}
			for j := range t.found {
				if taken[j] || counts[i][j] < max(most, 1) {
					continue
				}
				if counts[i][j] > most || len(t.found[j].Statements) < len(t.found[bestFound].Statements) {
					bestGold, bestFound, most = i, j, counts[i][j]
				}
			}
		}
		if bestGold < 0 {
			return matched
		}
		matched[bestGold], taken[bestFound] = bestFound, true
	}
}

// counts tells for each gold and found claim how many mentions they share.
func (t *claimTable) counts() [][]int {
	counts := make([][]int, len(t.gold))
	for i := range counts {
		counts[i] = make([]int, len(t.found))
	}
	for m, hits := range t.hits {
		for j, hit := range hits {
			if hit {
				counts[t.mentions[m].claim][j]++
			}
		}
	}
	return counts
}

func scoreClaims(s *scores, g *gold, d *stemma.Dossier) {
	t := tabulate(g, d)
	matched := t.match()
	var located, covered, hit, claims int
	for i, m := range t.mentions {
		if m.located {
			located++
		} else {
			s.detail("mention not in the text: %s %s %q", t.gold[m.claim].ID, m.gold.File, short(m.gold.Text))
		}
		if slices.Contains(t.hits[i], true) {
			covered++
		} else if m.located {
			s.detail("mention without statement: %s %s %q", t.gold[m.claim].ID, m.gold.File, short(m.gold.Text))
		}
		if j := matched[m.claim]; j >= 0 && t.hits[i][j] {
			hit++
		}
	}
	for i, j := range matched {
		if j >= 0 {
			claims++
		} else {
			s.detail("claim missed: %s %q", t.gold[i].ID, short(t.gold[i].Statement))
		}
	}
	s.share("mentions_located", located, len(t.mentions))
	s.share("mentions_covered", covered, len(t.mentions))
	s.share("claims_matched", claims, len(t.gold))
	s.share("claims_mention_recall", hit, len(t.mentions))
	s.value("claims_mentions_b3_f1", t.bCubed())
	s.scattered(t, matched)
	scoreOrigins(s, t, matched)
}

// scattered lists the mentions that stand in another found claim than the
// one that their gold claim is matched with.
func (s *scores) scattered(t *claimTable, matched []int) {
	for i, m := range t.mentions {
		j := matched[m.claim]
		if j < 0 || t.hits[i][j] || t.best[i] < 0 {
			continue
		}
		s.detail("mention apart: %s %s %q is in %s, not in %s %q", t.gold[m.claim].ID, m.gold.File, short(m.gold.Text),
			t.found[t.best[i]].ID, t.found[j].ID, short(t.found[j].Statement))
	}
}

// bCubed is the B-cubed F1 of the grouping of the gold mentions.
func (t *claimTable) bCubed() float64 {
	var precision, recall float64
	for i, m := range t.mentions {
		var together, mine, theirs int
		for k, n := range t.mentions {
			same := k == i || t.best[i] >= 0 && t.best[k] == t.best[i]
			kin := n.claim == m.claim
			if same {
				mine++
			}
			if kin {
				theirs++
			}
			if same && kin {
				together++
			}
		}
		precision += ratio(together, mine)
		recall += ratio(together, theirs)
	}
	if len(t.mentions) == 0 {
		return 0
	}
	n := float64(len(t.mentions))
	return f1(precision/n, recall/n)
}
