package main

import (
	"fmt"
	"slices"

	"stemma"
	"stemma/eval/expect"
)

// sideShare is how many words of the shorter side must be shared.
const sideShare = 0.5

// grave is the severity at which a reader believes something else.
const grave = 3

// foundDrift is a drift with the files that it may stand in.
type foundDrift struct {
	*stemma.Drift
	files []string
}

func driftsOf(d *stemma.Dossier) []foundDrift {
	name := names(d)
	var all []foundDrift
	for i := range d.Stories {
		story := &d.Stories[i]
		for j := range story.Drifts {
			drift := foundDrift{Drift: &story.Drifts[j]}
			for _, id := range expect.CopyOf(story, drift.Drift) {
				drift.files = append(drift.files, name[id])
			}
			all = append(all, drift)
		}
	}
	return all
}

func (want goldDrift) is(got foundDrift) bool {
	return slices.Contains(got.files, expect.Base(want.Child)) && expect.Kindred(want.Kind, got.Kind) &&
		expect.SidesAgree(text(want.Before), text(want.After), got.Drift)
}

func scoreDrifts(s *scores, g *gold, d *stemma.Dossier) {
	found := driftsOf(d)
	var recalled, graves, gravesRecalled, right int
	for _, want := range g.Drifts {
		hit := slices.ContainsFunc(found, want.is)
		if want.Severity >= grave {
			graves++
		}
		switch {
		case hit && want.Severity >= grave:
			gravesRecalled++
			recalled++
		case hit:
			recalled++
		default:
			s.detail("drift missed: %s %s %s (%d) %q > %q", want.ID, want.Child, want.Kind, want.Severity,
				short(text(want.Before)), short(text(want.After)))
		}
	}
	for _, got := range found {
		if slices.ContainsFunc(g.Drifts, func(want goldDrift) bool { return want.is(got) }) {
			right++
		} else {
			s.detail("drift false: %s", got)
		}
	}
	s.share("drifts_grave_recall", gravesRecalled, graves)
	s.retrieval("drifts", right, len(found), recalled, len(g.Drifts))
	s.traps(g, d, found)
}

// String shows the drift on one line.
func (f foundDrift) String() string {
	side := func(s *stemma.Span) string {
		if s == nil {
			return "-"
		}
		return fmt.Sprintf("%q", short(s.Text))
	}
	return fmt.Sprintf("%s %v %s (%d) %s > %s", f.ID, f.files, f.Kind, f.Severity, side(f.Before), side(f.After))
}

// traps counts the found drifts between two strings of which the gold says
// that they are no drift.
func (s *scores) traps(g *gold, d *stemma.Dossier, found []foundDrift) {
	name := names(d)
	hits := 0
	for _, got := range found {
		if got.Before == nil || got.After == nil || slices.ContainsFunc(g.Drifts,
			func(w goldDrift) bool { return w.is(got) }) {
			continue
		}
		for _, trap := range g.NotDrifts {
			before := trap.holds(name[got.Before.Report], got.Before.Text)
			after := trap.holds(name[got.After.Report], got.After.Text)
			if before && after {
				hits++
				s.detail("drift trap: %s (%s)", got, short(trap.Why))
				break
			}
		}
	}
	s.count("drifts_trap_hits", hits)
}

// holds says whether the words of that file are those of one of the strings.
func (t goldTrap) holds(file, words string) bool {
	return slices.ContainsFunc(t.Strings, func(g goldText) bool {
		return expect.Base(g.File) == file && expect.Overlap(g.Text, words) >= sideShare
	})
}
