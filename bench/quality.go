package main

import (
	"cmp"
	"fmt"
	"slices"

	"stemma/internal/reuse"
)

const (
	leastShared    = 20    // 5-grams of a pair that must be found
	leastRecall    = 0.999 // of them
	leastPrecision = 0.99
	sampleEvery    = 12  // of the articles of AllSides, for the oracle
	leastCover     = 0.2 // of the shorter text
	// crossOutlet is the number of such pairs by an independent count of shared
	// 8-word shingles, one in eight of them.
	crossOutlet, crossOutletOff = 434, 0.15
)

// quality is not timed.
func (b *bench) quality() error {
	if b.reuters != nil {
		if err := b.recall("Reuters", b.reuters); err != nil {
			return err
		}
		if err := b.planted("Reuters", b.reuters); err != nil {
			return err
		}
	}
	if b.allsides == nil {
		return nil
	}
	var some []report
	for i := 0; i < len(b.allsides); i += sampleEvery {
		some = append(some, b.allsides[i])
	}
	if err := b.recall("AllSides", some); err != nil {
		return err
	}
	if err := b.planted("AllSides", some); err != nil {
		return err
	}
	return b.crossOutlet()
}

// recall compares with the oracle.
func (b *bench) recall(name string, all []report) error {
	found, err := passagesOf(all, b.cores)
	if err != nil {
		return err
	}
	want := exact(all, leastShared)
	lost := missing(want, pairsOf(found))
	long := 0 // what the guarantee holds for
	for _, p := range lost {
		run := longestRun(all[p.a].Text, all[p.b].Text)
		long += one(run >= reuse.Guarantee)
		fmt.Fprintf(b.log, "missed: %s and %s, longest run %d words\n", all[p.a].ID, all[p.b].ID, run)
	}
	b.row(func() {
		b.table.atLeast(fmt.Sprintf("%s, %d reports: recall of %d pairs with ≥ %d 5-grams", name, len(all), len(want),
			leastShared),
			1-float64(len(lost))/float64(max(1, len(want))), leastRecall, "%.5f")
		b.table.note("  missed; of these with a run of 8 words", fmt.Sprintf("%d; %d", len(lost), long))
	})
	return nil
}

// planted compares with what was planted.
func (b *bench) planted(name string, all []report) error {
	reports, plants := planted(1, all)
	found, err := passagesOf(reports, b.cores)
	if err != nil {
		return err
	}
	h := reap(reports, plants, found)
	b.row(func() {
		what := fmt.Sprintf("%s shuffled, %d planted: ", name, len(plants))
		b.table.atLeast(what+"precision of passages", share(h.right, h.found), leastPrecision, "%.4f")
		b.table.atLeast("  unedited ones with their exact offsets", share(h.exact, h.unedited), 1, "%.4f")
		b.table.note("  edited ones reached", fmt.Sprintf("%.4f", share(h.reached, h.edited)))
		b.table.atMost("  passages that begin or end in a word", float64(h.ragged), 0, "%.0f")
	})
	return nil
}

func share(part, whole int) float64 { return float64(part) / float64(max(1, whole)) }

// crossOutlet counts the pairs of two outlets that share over a fifth.
func (b *bench) crossOutlet() error {
	found, err := passagesOf(b.allsides, b.cores)
	if err != nil {
		return err
	}
	n, covered := 0, 0
	for start := 0; start < len(found); {
		end := start + 1
		for end < len(found) && found[end].a == found[start].a && found[end].b == found[start].b {
			end++
		}
		x, y := &b.allsides[found[start].a], &b.allsides[found[start].b]
		if c := cover(found[start:end], len(x.Text), len(y.Text)); x.Outlet != y.Outlet && c > leastCover/2 {
			covered += one(c > leastCover)
			n += one(alike(x.Text, y.Text) > leastCover)
		}
		start = end
	}
	b.row(func() {
		off := float64(n)/crossOutlet - 1
		b.table.add("AllSides: pairs of two outlet labels found that share > 20% of the shorter's 8-word shingles",
			fmt.Sprint(n),
			fmt.Sprintf("about %d", crossOutlet), max(off, -off) <= crossOutletOff)
		b.table.note("  whose passages, edits and all, cover as much", fmt.Sprint(covered))
	})
	return nil
}

// cover is the share of the shorter text's bytes that passages cover.
func cover(passages []passage, sizeA, sizeB int) float64 {
	of := make([][2]int, len(passages))
	for i, p := range passages {
		if of[i] = [2]int{p.a0, p.a1}; sizeB < sizeA {
			of[i] = [2]int{p.b0, p.b1}
		}
	}
	slices.SortFunc(of, func(x, y [2]int) int { return cmp.Compare(x[0], y[0]) })
	covered, end := 0, 0
	for _, o := range of {
		covered += max(0, o[1]-max(o[0], end))
		end = max(end, o[1])
	}
	return float64(covered) / float64(max(1, min(sizeA, sizeB)))
}
