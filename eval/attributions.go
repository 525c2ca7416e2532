package main

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/eval/expect"
)

// contentJaccard is the least Jaccard index of two contents that match.
const contentJaccard = 0.5

// candidate is a found and a gold attribution that match, and how well.
type candidate struct {
	gold, found int
	score       float64
}

func scoreAttributions(s *scores, g *gold, d *stemma.Dossier) {
	whole := candidates(g, d, false)
	goldOf, foundOf := oneToOne(whole)
	var wanted, found, right, recalled int
	for i, want := range g.Credits {
		_, ok := goldOf[i]
		if ok && !doubtful(want.Certain) {
			recalled++
		}
		if !doubtful(want.Certain) {
			wanted++
		}
		if !ok && !doubtful(want.Certain) {
			s.missedCredit(want, d)
		}
	}
	for j := range d.Attributions {
		i, ok := foundOf[j]
		switch {
		case ok && doubtful(g.Credits[i].Certain):
			continue
		case ok:
			right++
		default:
			s.falseCredit(&d.Attributions[j], d)
		}
		found++
	}
	s.retrieval("attributions", right, found, recalled, wanted)
	s.splitReading(g, d)
	s.sources(g, d, goldOf)
}

// candidates lists all matches, the best first. In the split reading a part
// of the found content may match.
func candidates(g *gold, d *stemma.Dossier, split bool) []candidate {
	var all []candidate
	for j := range d.Attributions {
		got := &d.Attributions[j]
		r := d.Report(got.Report)
		if r == nil {
			continue
		}
		for i, want := range g.Credits {
			if expect.Base(r.Input) != expect.Base(want.File) || !sameSource(text(want.Source),
				expect.SourceText(got)) {
				continue
			}
			if score := contentScore(got, want.Content.Text, split); score >= contentJaccard {
				all = append(all, candidate{i, j, score})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	return all
}

func contentScore(got *stemma.Attribution, want string, split bool) float64 {
	best := expect.Jaccard(want, expect.Joined(got.Content))
	if split {
		for _, part := range got.Content {
			best = max(best, expect.Jaccard(want, part.Text))
		}
	}
	return best
}

// sameSource wants a pronoun to be the same word; other sources share a word.
func sameSource(want, got string) bool {
	w := expect.Words(want)
	if len(w) == 1 && isPronoun(w[0]) {
		return slices.Contains(expect.Words(got), w[0])
	}
	return expect.SameSource(want, got)
}

func isPronoun(word string) bool {
	switch word {
	case "he", "she", "it", "they", "we", "i", "who", "one", "her", "his", "their", "him", "them", "both", "some",
		"others":
		return true
	}
	return false
}

// oneToOne takes the candidates greedily. The maps lead from gold to found
// and back.
func oneToOne(all []candidate) (goldOf, foundOf map[int]int) {
	goldOf, foundOf = map[int]int{}, map[int]int{}
	for _, c := range all {
		_, a := goldOf[c.gold]
		_, b := foundOf[c.found]
		if !a && !b {
			goldOf[c.gold], foundOf[c.found] = c.found, c.gold
		}
	}
	return goldOf, foundOf
}

// splitReading scores with parts of contents, many to many.
func (s *scores) splitReading(g *gold, d *stemma.Dossier) {
	gotGold, gotFound := map[int]bool{}, map[int]bool{}
	for _, c := range candidates(g, d, true) {
		gotGold[c.gold], gotFound[c.found] = true, true
	}
	recalled, wanted := 0, 0
	for i, want := range g.Credits {
		if doubtful(want.Certain) {
			continue
		}
		wanted++
		if gotGold[i] {
			recalled++
		}
	}
	s.retrieval("attributions_split", len(gotFound), len(d.Attributions), recalled, wanted)
}

// sources compares the kind of source and the number of anonymous people of
// the matched attributions.
func (s *scores) sources(g *gold, d *stemma.Dossier, goldOf map[int]int) {
	var kinds, kindsRight, counts, countsRight int
	for i, want := range g.Credits {
		j, ok := goldOf[i]
		if !ok {
			continue
		}
		speaker := d.Speaker(string(d.Attributions[j].Speaker))
		kind, count := stemma.UnknownKind, stemma.Count{}
		if speaker != nil {
			kind, count = speaker.Kind, speaker.Count
		}
		kinds++
		if string(kind) == want.SourceType {
			kindsRight++
		} else {
			s.detail("source kind: %s %q is %s, found %s", want.ID, text(want.Source), want.SourceType, kind)
		}
		if want.SourceType != string(stemma.Anonymous) || want.SourceCount == nil {
			continue
		}
		counts++
		if count.Min == *want.SourceCount && count.Max == *want.SourceCount {
			countsRight++
		} else {
			s.detail("source count: %s %q is %d, found %d..%d", want.ID, text(want.Source), *want.SourceCount,
				count.Min, count.Max)
		}
	}
	s.share("attributions_kind", kindsRight, kinds)
	s.share("attributions_count", countsRight, counts)
}

// missedCredit lists a gold attribution with the nearest that was found.
func (s *scores) missedCredit(want goldCredit, d *stemma.Dossier) {
	var near *stemma.Attribution
	best := 0.2
	for j := range d.Attributions {
		got := &d.Attributions[j]
		r := d.Report(got.Report)
		if r == nil || expect.Base(r.Input) != expect.Base(want.File) {
			continue
		}
		if score := contentScore(got, want.Content.Text, true); score > best {
			near, best = got, score
		}
	}
	s.detail("attribution missed: %s %q %q %q", want.ID, text(want.Source), text(want.Cue), short(want.Content.Text))
	if near != nil {
		s.detail("    nearest (%.2f): %q %q %q", best, expect.SourceText(near), expect.Joined(near.Cue),
			short(expect.Joined(near.Content)))
	}
}

func (s *scores) falseCredit(got *stemma.Attribution, d *stemma.Dossier) {
	file := ""
	if r := d.Report(got.Report); r != nil {
		file = expect.Base(r.Input)
	}
	s.detail("attribution false: %s %q %q %q", file, expect.SourceText(got), expect.Joined(got.Cue),
		short(expect.Joined(got.Content)))
}
