package collate

import (
	"slices"

	"stemma"
)

// paperwork compares of how many papers two reports have what they tell.
type paperwork struct {
	*Collation
	before, after *Report
}

// papers finds that what the first report has from one paper the second one has from several:
// "according to a laboratory report", "leaked documents show". The first one must credit no
// other paper, and speak of none in the plural.
func papers(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	p := paperwork{c, before, after}
	if kin != Copy || before.index == nil || after.index == nil {
		return nil
	}
	from, base := p.only()
	if from == nil {
		return nil
	}
	for i := range after.sentences {
		y := &after.sentences[i]
		if !after.isFirst(y) || before.has(y) {
			continue
		}
		for _, a := range y.credits {
			if p.isSeveral(y, a, base) && p.isRetold(y) {
				return []stemma.Drift{becomes(stemma.SourceInflated, from, a.Source, 2)}
			}
		}
	}
	return nil
}

// only is the source that is the only paper that the first report credits, and its noun; nil
// where there are none or more.
func (p paperwork) only() (source *stemma.Span, base string) {
	for i := range p.before.sentences {
		x := &p.before.sentences[i]
		for _, a := range x.credits {
			noun := p.paperIn(p.before, x, a)
			switch {
			case noun == nil:
			case noun.form != noun.base || base != "" && noun.base != base:
				return nil, ""
			case source == nil && !a.Own && p.isNew(x, a):
				source, base = a.Source, noun.base
			}
		}
	}
	if base == "" || p.speaksOfSeveral(base) {
		return nil, ""
	}
	return source, base
}

// isNew says whether a paper is told of for the first time: behind "a", not "the".
func (p paperwork) isNew(x *sentence, a *stemma.Attribution) bool {
	first, _ := x.within(*a.Source)
	form := x.words[first].form
	return p.function.Is(form, "det") && !p.function.IsAny(form, "def", "poss")
}

// paperIn is the noun of a paper that is credited, or nil.
func (p paperwork) paperIn(r *Report, in *sentence, a *stemma.Attribution) *word {
	who := r.index.Speaker(a.Speaker)
	if who == nil || who.Kind != stemma.Document || a.Source == nil {
		return nil
	}
	first, last := in.within(*a.Source)
	for k := first; k < last; k++ {
		isLast := k+1 == last || in.words[k+1].class != content || in.words[k+1].comma || p.isVerb(&in.words[k+1])
		if w := &in.words[k]; w.class == content && p.documents.Has(w.form) && isLast {
			return w
		}
	}
	return nil
}

// isVerb says whether a word has the form of a verb: "seen" in "a report seen by the Lantern".
func (p paperwork) isVerb(w *word) bool { return (&pairing{Collator: p.Collator}).isVerb(w) }

// speaksOfSeveral says whether the first report has a noun for papers of that or any sort in the
// plural.
func (p paperwork) speaksOfSeveral(base string) bool {
	for form := range p.before.words {
		if p.documents.Is(form, "any") {
			return true
		}
	}
	return slices.ContainsFunc(p.before.where[base], func(at int) bool {
		return slices.ContainsFunc(p.before.sentences[at].words, func(w word) bool {
			return w.base == base && w.form != base && w.entry.Is('n')
		})
	})
}

// isSeveral says whether a credit of the second report is of papers in the plural, of that or any
// sort, which it did not get by itself.
func (p paperwork) isSeveral(y *sentence, a *stemma.Attribution, base string) bool {
	noun := p.paperIn(p.after, y, a)
	if noun == nil || a.Own || noun.form == noun.base || noun.base != base && !p.documents.Is(noun.form, "any") {
		return false
	}
	first, _ := y.within(*a.Source)
	return !noun.quoted && !p.function.IsAny(y.words[first].form, "def", "poss")
}

// isRetold says whether the first report has a sentence that tells much the same.
func (p paperwork) isRetold(y *sentence) bool {
	return slices.ContainsFunc(p.before.nearest(y, Copy), func(i int) bool {
		return p.layBeside(&p.before.sentences[i], y).weight >= leastWeight
	})
}
