package collate

import (
	"slices"

	"stemma"
)

// share is a part of a whole in figures: "24 of the 412 residents", "31 people, four of
// them". Of "them" nobody says how many they are beside it.
type share struct {
	part, whole sum
	joined      bool // "24 of the 412": what is said of either is said of the part
}

// sharesOf finds the shares that a sentence tells in figures.
func (c counting) sharesOf(sums []sum) []share {
	var found []share
	for k := range sums {
		if k+1 < len(sums) && sums[k].in == sums[k+1].in && c.isWhole(sums[k], sums[k+1]) {
			found = append(found, share{sums[k], sums[k+1], true})
		}
		if k == 0 || sums[k-1].in != sums[k].in {
			continue
		}
		if c.isLeading(sums[k-1], sums[k]) || c.ofThem(sums[k-1], sums[k]) {
			found = append(found, share{sums[k], sums[k-1], false})
		}
	}
	return found
}

// isWhole says whether a figure is of another one behind it: "24 of the 412", "24 out of
// 412".
func (c counting) isWhole(part, whole sum) bool {
	first, last := lastOf(part), firstOf(whole)
	ofs := 0
	for k := first; k < last; k++ {
		switch w := &part.in.words[k]; {
		case w.comma || w.class != function:
			return false
		case c.function.Is(w.form, "partitive"):
			ofs++
		}
	}
	p, q := part.Quantity, whole.Quantity
	isOneThing := p.Unit == "" || oneUnit(p.Unit, q.Unit) // "one break of thirty minutes"
	return ofs == 1 && last-first <= figureReach && q.Low > p.High && isOneThing
}

// isLeading says whether a figure is the whole of one behind it: "of the 412 who took
// part, 24 fell".
func (c counting) isLeading(whole, part sum) bool {
	words, at := whole.in.words, firstOf(whole)
	if at > 0 && words[at-1].class == function && c.function.Is(words[at-1].form, "det") {
		at--
	}
	opens := at == 1 || at > 1 && words[at-1].comma
	return opens && c.function.Is(words[at-1].form, "partitive") && words[firstOf(part)].comma &&
		whole.Quantity.Low > part.Quantity.High
}

// ofThem says whether a figure is of those that the one before it counts: "31 people were
// hurt, four of them seriously".
func (c counting) ofThem(whole, part sum) bool {
	words, at := part.in.words, lastOf(part)
	return at+1 < len(words) && c.function.Is(words[at].form, "partitive") && c.isThem(words[at+1].form) &&
		whole.Quantity.Low > part.Quantity.High
}

func (c counting) isThem(form string) bool {
	return c.function.IsAny(form, "object", "dem") && c.function.Is(form, "many") || c.function.Is(form, "rel")
}

// reparts finds that a part is one of another whole, or that what was said of the part is
// said of all.
func reparts(x accounts) []stemma.Drift {
	if x.kin != Copy {
		return nil
	}
	c := counting{x}
	before, after := x.before.shares, x.after.shares
	var found []stemma.Drift
	for _, a := range before[:min(mostCounted, len(before))] {
		if d, ok := c.otherWhole(a, before, after); ok {
			found = append(found, d)
		} else if d, ok := c.takenForAll(a); ok {
			found = append(found, d)
		}
	}
	return found
}

// otherWhole finds that so many are of another number: "24 of 412", "24 of 821".
func (c counting) otherWhole(a share, before, after []share) (stemma.Drift, bool) {
	for _, b := range after {
		if !sameFigure(a.part, b.part) || !farApart(a.whole, b.whole) ||
			hasShare(before, b) || hasShare(after, a) || c.context(a.part, b.part) < leastContext {
			continue
		}
		return becomes(stemma.NumberChanged, a.span(), b.span(), 3), true
	}
	return stemma.Drift{}, false
}

// farApart says whether two figures differ, whatever they count.
func farApart(a, b sum) bool {
	return a.Quantity.Bound+b.Quantity.Bound == "" && !sameFigure(a, b)
}

func sameFigure(a, b sum) bool {
	return a.Quantity.Low == b.Quantity.Low && a.Quantity.High == b.Quantity.High
}

func hasShare(shares []share, s share) bool {
	return slices.ContainsFunc(shares, func(x share) bool {
		return sameFigure(x.part, s.part) && sameFigure(x.whole, s.whole)
	})
}

// span is the stretch from the part to the whole, whichever stands first.
func (s share) span() *stemma.Span {
	first, last := firstOf(s.part), lastOf(s.part)
	if s.part.in == s.whole.in {
		first, last = min(first, firstOf(s.whole)), max(last, lastOf(s.whole))
	}
	return s.part.in.span(first, last)
}

// takenForAll finds that what was said of a part is said of the whole: of "treated 27 and
// kept three of them overnight", "kept 27 overnight"; of "31 were hurt, four of them
// seriously", "31 were seriously hurt". The second report does not tell the part.
func (c counting) takenForAll(a share) (stemma.Drift, bool) {
	if c.agrees(c.after, a.part) {
		return stemma.Drift{}, false
	}
	for _, b := range c.after.figures.of(a.whole) {
		if c.context(a.whole, b) < leastContext {
			continue
		}
		for _, find := range []func(share, sum) (stemma.Drift, bool){c.byDegree, c.byVerb, c.byWord} {
			if d, ok := find(a, b); ok {
				return d, true
			}
		}
	}
	return stemma.Drift{}, false
}

// byWord finds what is said of the part alone, behind its figure, said of the whole: of "19 were hurt, five of whom
// were kept in hospital", "19 were hurt and kept in hospital".
func (c counting) byWord(a share, b sum) (stemma.Drift, bool) {
	words := a.part.in.words
	if a.joined {
		return stemma.Drift{}, false
	}
	for k := lastOf(a.part); k < len(words) && !words[k].comma; k++ {
		at := -1
		if words[k].class == content && c.besides(a.whole, words[k].base) < 0 {
			at = c.besides(b, words[k].base)
		}
		if at > firstOf(b) {
			before := a.part.in.span(firstOf(a.whole), clauseEnd(words, k))
			return becomes(stemma.NumberChanged, before, b.in.span(firstOf(b), at+1), 3), true
		}
	}
	return stemma.Drift{}, false
}

// byDegree finds the word of the part alone that says how bad it is with the figure of
// the whole.
func (c counting) byDegree(a share, b sum) (stemma.Drift, bool) {
	words := a.part.in.words
	for k := lastOf(a.part); k < len(words) && k <= lastOf(a.part)+figureReach; k++ {
		w := &words[k]
		if !c.isDegree(w) {
			continue
		}
		at := c.besides(b, w.base)
		if at < 0 || c.besides(a.whole, w.base) >= 0 {
			return stemma.Drift{}, false
		}
		first, last := min(at, firstOf(b)), max(at+1, lastOf(b))
		before := a.part.in.span(min(firstOf(a.whole), firstOf(a.part)), k+1)
		return becomes(stemma.NumberChanged, before, b.in.span(first, last), 3), true
	}
	return stemma.Drift{}, false
}

// isDegree says whether a word says how bad something is.
func (c counting) isDegree(w *word) bool {
	return c.restrictors.First(w.form) == "degree" || c.restrictors.First(w.base) == "degree"
}

// besides is where a word stands in one clause with a figure; -1 where it does not.
func (c counting) besides(s sum, base string) int {
	words := s.in.words
	for k := lastOf(s); k < min(len(words), lastOf(s)+2*figureReach) && !words[k].comma; k++ {
		if words[k].base == base {
			return k
		}
		if words[k].class == number {
			break
		}
	}
	first := firstOf(s)
	if first > 0 && words[first-1].base == base && !words[first].comma {
		return first - 1
	}
	return -1
}

// byVerb finds the verb of the part alone with the figure of the whole.
func (c counting) byVerb(a share, b sum) (stemma.Drift, bool) {
	x, isPart := c.countedBy(a.part)
	whole, isWhole := c.countedBy(a.whole)
	y, ok := c.countedBy(b)
	if a.joined {
		x, isPart, isWhole = whole, isWhole, false
	}
	if !isPart || !ok || !c.sameVerb(x, y) || isWhole && c.sameVerb(whole, y) {
		return stemma.Drift{}, false
	}
	if negatedIn(c.Collator, x) != negatedIn(c.Collator, y) {
		return stemma.Drift{}, false
	}
	if a.joined {
		return becomes(stemma.NumberChanged, a.span(), y.span(), 3), true
	}
	return becomes(stemma.NumberChanged, x.span(), y.span(), 3), true
}

func (c counting) sameVerb(x, y counted) bool {
	return x.subject == y.subject && x.link == y.link && x.in.words[x.verb].base == y.in.words[y.verb].base
}
