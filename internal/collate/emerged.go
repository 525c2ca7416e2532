package collate

import "stemma"

// emerged finds that what the first report credits somebody with came out by itself in the
// second one: "the weekly reported on Thursday" is told as "it emerged on Thursday".
func emerged(c *Collation, before, after *Report, at int, kin Kin) []stemma.Drift {
	y := &after.sentences[at]
	if kin == Neighbours || before.index == nil || y.title {
		return nil
	}
	first, last := impersonal(c.Collator, y.words)
	if first < 0 || c.spent(y.id, kin) {
		return nil
	}
	for _, i := range before.nearest(y, kin) {
		s := standing{c.pair(before, i, after, at, kin)}
		for _, x := range s.before.credits {
			if s.tells(x) && retoldContent(s, x) && !stillThere(s, x) {
				return []stemma.Drift{becomes(stemma.AttributionDropped, s.credit(x), y.span(first, last), 2)}
			}
		}
	}
	return nil
}

// stillThere says whether a document that is credited is named somewhere in the second
// report.
func stillThere(s standing, x *stemma.Attribution) bool {
	who := s.earlier.index.Speaker(x.Speaker)
	return who == nil || who.Kind == stemma.Document && s.namedIn(s.later, who, s.sourceOf(s.before, x))
}

// impersonal is where a sentence says that something came out, without saying by whom;
// -1 where it does not.
func impersonal(c *Collator, words []word) (first, last int) {
	for k := range words {
		form := words[k].form
		if !c.function.Is(form, "neuter") || !c.function.Is(form, "subject") || words[k].quoted {
			continue
		}
		if end := cameOut(c, words, k); end > 0 {
			return k, end
		}
	}
	return -1, -1
}

// cameOut is where the verb ends that says of the "it" at a place that it came out; 0
// for none.
func cameOut(c *Collator, words []word, it int) int {
	passive := false
	for k := it + 1; k < len(words) && k <= it+reach && !words[k].comma; k++ {
		w := &words[k]
		if c.impersonals.Has(w.base) && passive == c.impersonals.Is(w.base, "passive") {
			if k+1 < len(words) && c.function.Is(words[k+1].form, "agent") {
				return 0 // "it was reported by"
			}
			return k + 1
		}
		if !c.function.Is(w.form, "aux") {
			return 0
		}
		passive = c.function.Is(w.form, "be")
	}
	return 0
}

// emergedShare is the share of what an outlet had, by weight, that must stand in a sentence which says that it
// came out: that it tells of the same is said by this already.
const emergedShare = 0.6

// retoldContent says whether most of what a credit has stands in the second sentence, but for figures, which
// may be written otherwise there.
func retoldContent(s standing, x *stemma.Attribution) bool {
	first, last := s.before.within(x.Content[0])
	weight, share := part(s.al.a, s.al.ofA, first, last, last, last)
	least := toldAlike
	if who := s.earlier.index.Speaker(x.Speaker); who != nil && who.Kind == stemma.Outlet {
		least = emergedShare
	}
	return weight >= toldAlikeWeight && share >= least
}
