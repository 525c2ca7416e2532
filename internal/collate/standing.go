package collate

import (
	"slices"
	"strings"

	"stemma"
)

// standing compares who is credited with one content in two sentences, however freely
// the one retells the other: how many the unnamed are, how high they stand, and to
// whom it was said.
// Of the alignment it asks the weight alone, so that it may be turned round.
type standing struct{ *pairing }

const (
	// toldShare is the share of the lighter content's words that the other one must
	// have too, and toldWeight the weight of them, for two credits to be of one thing.
	// Set by hand on 21 real stories and four made-up piles.
	toldShare  = 0.5
	toldWeight = 1.5
	// leastTold is the share of the lighter content's words that the other one has at the
	// least.
	leastTold = 0.25
	// nearWeight is the weight of all that two sentences share, from which on credits
	// of sources with a word in common are of one thing whatever their contents.
	nearWeight = 3.0
)

// credited finds that what a sentence credits somebody with was credited otherwise;
// between siblings, in either.
func credited(c *Collation, before, after *Report, at int, kin Kin) []stemma.Drift {
	y := &after.sentences[at]
	if kin == Neighbours || len(y.credits) == 0 || c.spent(y.id, kin) {
		return nil
	}
	var found []stemma.Drift
	for _, i := range before.nearest(y, kin) {
		p := c.pair(before, i, after, at, kin)
		changes := standing{p}.moves()
		if kin == Siblings {
			back := *p
			back.before, back.after, back.earlier, back.later = p.after, p.before, p.later, p.earlier
			changes = append(changes, standing{&back}.moves()...)
		}
		for _, d := range changes {
			if !shown(found, d) {
				found = append(found, d)
			}
		}
	}
	return found
}

// moves names what became of the credits of a sentence.
func (s standing) moves() []stemma.Drift {
	if s.earlier.index == nil || s.later.index == nil {
		return nil
	}
	var found []stemma.Drift
	for _, y := range s.after.credits {
		for _, x := range s.before.credits {
			if !x.Told || !y.Told {
				continue
			}
			if d, ok := s.move(x, y); ok {
				found = append(found, d)
				break
			}
		}
	}
	return found
}

// move names what became of one credit.
func (s standing) move(x, y *stemma.Attribution) (stemma.Drift, bool) {
	a, b := s.earlier.index.Speaker(x.Speaker), s.later.index.Speaker(y.Speaker)
	if a == nil || b == nil {
		return stemma.Drift{}, false
	}
	from, to := s.sourceOf(s.before, x), s.sourceOf(s.after, y)
	switch {
	case a.ID == b.ID && y.Receiver == nil && s.isUnheard(x, y):
		return becomes(stemma.AttributionDropped, x.Receiver, &y.Cue[0], 2), true
	case a.ID == b.ID && speaksOnce(s, a):
		return s.toWhom(x, y)
	case pluralised(s, x, a, b, to) && s.oneThing(x, y, from, to):
		return becomes(stemma.SourceInflated, x.Source, y.Source, 2), true
	case s.kin != Copy || strings.EqualFold(x.Source.Text, y.Source.Text) || !s.faceless(a, from):
		return stemma.Drift{}, false // two reporters may have met two officials
	case b.Kind == stemma.Document:
		return s.putToPaper(x, y)
	case s.faceless(b, to) && s.raised(x, y, a, b):
		return becomes(stemma.SourceInflated, x.Source, y.Source, 2), true
	}
	return stemma.Drift{}, false
}

// speaksOnce says whether a source said what both sentences have to one outlet alone: a body tells many the same, so
// that of one its sentence must have been taken over.
func speaksOnce(s standing, who *stemma.Speaker) bool {
	return who.Kind == stemma.Person || who.Kind == stemma.Organisation && s.kin == Copy && s.nearCopy()
}

// calledReach is how many words before a name may call its bearer something: "a nurse on the ward, Ada Wren".
const calledReach = 6

// pluralised says whether in a near copy somebody with a name became several of what he is called:
// "A nurse, Ada Wren, told" is "Nurses told", and no such people speak in the first report.
func pluralised(s standing, x *stemma.Attribution, one, several *stemma.Speaker, to []word) bool {
	first, last := s.before.within(*x.Source)
	called := s.before.words[max(0, first-calledReach):last]
	count := several.Count
	isTaken := s.kin == Copy && s.nearCopy()
	isMany := s.faceless(several, to) && count.Min > 1
	return isTaken && isMany &&
		one.Kind == stemma.Person &&
		slices.ContainsFunc(called, func(w word) bool { return isOneOfThese(w, to) }) &&
		!s.creditsSo(to, count)
}

// isOneOfThese says whether a noun is the singular of one of some words: "nurse" of "nurses".
func isOneOfThese(w word, plural []word) bool {
	return slices.ContainsFunc(plural, func(v word) bool { return v.base == w.base && v.form != w.form })
}

// raised says whether people without a name became more or higher ones.
func (s standing) raised(x, y *stemma.Attribution, a, b *stemma.Speaker) bool {
	from, to := s.sourceOf(s.before, x), s.sourceOf(s.after, y)
	return (!s.free || !s.isSearched()) && s.oneThing(x, y, from, to) &&
		(s.swelled(a, b, from, to) || s.promoted(from, to) || s.multiplied(x, y, a, b))
}

// sourceOf gives the words of a source.
func (s standing) sourceOf(in *sentence, a *stemma.Attribution) []word {
	first, last := in.within(*a.Source)
	return in.words[first:last]
}

// faceless says whether a source is people without a name.
func (s standing) faceless(who *stemma.Speaker, words []word) bool {
	if slices.ContainsFunc(words, func(w word) bool { return s.function.Is(w.form, "conj") }) {
		return false // an official and a minister
	}
	isPeople := slices.ContainsFunc(words, func(w word) bool { return s.people(&w) })
	return who.Kind == stemma.Anonymous && (isPeople || s.isOneOf(words))
}

// isOneOf says whether a source is one of some who were named before: "one of them", "one, who
// was there".
func (s standing) isOneOf(words []word) bool {
	return len(words) > 0 && s.numbers.First(words[0].form) == "1" &&
		!slices.ContainsFunc(words[:min(len(words), reach)], func(w word) bool { return s.people(&w) })
}

// people says whether a word is a noun for people who are not named.
func (s standing) people(w *word) bool { return s.Collator.unnamed.Has(w.form) }

// oneThing says whether two credits are of one content.
func (s standing) oneThing(x, y *stemma.Attribution, from, to []word) bool {
	weight, share := s.shared(x, y)
	if weight >= toldWeight && share >= toldShare {
		return true
	}
	return s.al.weight >= nearWeight && share >= leastTold && s.inCommon(from, to)
}

// shared is the weight of the words that two contents have in common, and its share
// of the lighter one.
func (s standing) shared(x, y *stemma.Attribution) (weight, share float64) {
	has, all := map[string]bool{}, 0.0
	for _, span := range x.Content {
		first, last := s.before.within(span)
		for k := first; k < last; k++ {
			if w := &s.before.words[k]; w.class != function && !has[w.base] {
				has[w.base] = true
				all += w.weight
			}
		}
	}
	other, seen := 0.0, map[string]bool{}
	for _, span := range y.Content {
		first, last := s.after.within(span)
		for k := first; k < last; k++ {
			w := &s.after.words[k]
			if w.class == function || seen[w.base] {
				continue
			}
			seen[w.base] = true
			other += w.weight
			if has[w.base] {
				weight += w.weight
			}
		}
	}
	if least := min(all, other); least > 0 {
		share = weight / least
	}
	return weight, share
}

// inCommon says whether two sources are called by one noun for people.
func (s standing) inCommon(from, to []word) bool {
	for k := range to {
		if s.people(&to[k]) && hasBase(from, to[k].base) {
			return true
		}
	}
	return false
}

// swelled says whether one became several, or some became all.
func (s standing) swelled(a, b *stemma.Speaker, from, to []word) bool {
	if s.isOneOf(from) {
		return more(a.Count, b.Count)
	}
	if !s.inCommon(from, to) {
		return false
	}
	return (s.all(to) && !s.all(from) || more(a.Count, b.Count)) && !s.creditsSo(to, b.Count)
}

// multiplied says whether what one person said, word for word, several of rank say.
func (s standing) multiplied(x, y *stemma.Attribution, a, b *stemma.Speaker) bool {
	weight, share := s.shared(x, y)
	to := s.sourceOf(s.after, y)
	high := slices.ContainsFunc(to, func(w word) bool { return s.seniorities.Has(w.form) })
	return high && weight >= sameWeight && share >= sameTold && more(a.Count, b.Count) &&
		!s.creditsSo(to, b.Count)
}

// putToPaper finds that what people without a name said is told as what a document says
// that the first report nowhere credits with it.
func (s standing) putToPaper(x, y *stemma.Attribution) (stemma.Drift, bool) {
	weight, share := s.shared(x, y)
	if weight < toldWeight || share < toldShare || !newPaper(s, s.sourceOf(s.after, y)) || s.onPaper(y) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.SourceInflated, x.Source, y.Source, 2), true
}

// newPaper says whether a document is named for the first time, with what sort it is, and
// is no outlet or what outlets write: "intelligence assessments", not "the paper".
func newPaper(s standing, words []word) bool {
	n := 0
	for k := range words {
		w := &words[k]
		known := s.function.IsAny(w.form, "def", "poss")
		if known || w.isIn(s.outlets) {
			return false
		}
		n += boolean(w.class != function)
	}
	return n > 1
}

// onPaper says whether the first report credits a document with what a credit of the
// second one has.
func (s standing) onPaper(y *stemma.Attribution) bool {
	for i := range s.earlier.sentences {
		in := &s.earlier.sentences[i]
		for _, a := range in.credits {
			who := s.earlier.index.Speaker(a.Speaker)
			if who == nil || who.Kind != stemma.Document {
				continue
			}
			other := standing{&pairing{Collator: s.Collator, before: in, after: s.after}}
			if weight, share := other.shared(a, y); weight >= sameWeight && share >= toldShare {
				return true
			}
		}
	}
	return false
}

// all says whether a source is everybody of a kind.
func (s standing) all(words []word) bool {
	for k := range words {
		if s.quantifiers.First(words[k].form) == "10" {
			return true
		}
	}
	return false
}

// creditsSo says whether the first report credits as many somewhere.
func (s standing) creditsSo(to []word, count stemma.Count) bool {
	if count.Min < 2 {
		return false
	}
	for i := range s.earlier.sentences {
		in := &s.earlier.sentences[i]
		for _, a := range in.credits {
			who, words := s.earlier.index.Speaker(a.Speaker), s.sourceOf(in, a)
			if who != nil && s.faceless(who, words) && who.Count.Min >= count.Min && s.inCommon(words, to) {
				return true
			}
		}
	}
	return false
}

// promoted says whether a rank was put to a source that the first report nowhere has.
func (s standing) promoted(from, to []word) bool {
	for k := range to {
		if s.seniorities.Has(to[k].form) && !s.earlier.words[to[k].form] {
			return true
		}
	}
	return false
}

// toWhom finds that what somebody told one outlet is told to another one, or to the
// press.
func (s standing) toWhom(x, y *stemma.Attribution) (stemma.Drift, bool) {
	if x.Receiver == nil || y.Receiver == nil || x.Own && s.kin == Siblings || !s.mayHear(s.earlier, x) ||
		!s.mayHear(s.later, y) && (mayHaveMet(s.pairing) || !s.press(y.Receiver.Text)) ||
		!s.otherPeople(x.Receiver.Text, y.Receiver.Text) {
		return stemma.Drift{}, false
	}
	weight, share := s.shared(x, y)
	if weight < sameWeight || share < sameTold {
		return stemma.Drift{}, false
	}
	// One may tell two outlets the same and more: what only one of them has he told that one.
	all := max(contentWeight(s.before, x), contentWeight(s.after, y))
	isClose := !mayHaveMet(s.pairing) && (s.press(y.Receiver.Text) || y.Kind != stemma.Indirect)
	isOne := s.kin == Copy || isClose || weight >= toldShare*all
	return becomes(stemma.AttributionChanged, x.Receiver, y.Receiver, 2), isOne
}

// contentWeight is the weight of the different words of a content.
func contentWeight(in *sentence, a *stemma.Attribution) float64 {
	sum, seen := 0.0, map[string]bool{}
	for _, span := range a.Content {
		first, last := in.within(span)
		for _, w := range in.words[first:last] {
			if w.class == function || seen[w.base] {
				continue
			}
			seen[w.base] = true
			sum += w.weight
		}
	}
	return sum
}

// isUnheard says whether somebody told another outlet what in the second report he just
// says, where that report names no outlet at all: it seems to have met him itself. For
// the first report's own name see [pairing.unnamed].
func (s standing) isUnheard(x, y *stemma.Attribution) bool {
	if x.Receiver == nil || len(y.Cue) == 0 || x.Own && s.kin == Copy || mayHaveMet(s.pairing) {
		return false
	}
	if !s.isOutlet(x.Receiver.Text) && !s.mayHear(s.earlier, x) || s.namesOutlet() || isHeard(s, x) {
		return false
	}
	weight, share := s.shared(x, y)
	return weight >= sameWeight && share >= sameTold || isCredited(s, y)
}

// mayHaveMet says whether two reports, of which neither was taken from the other, are so long that each may
// have met the speaker by itself.
func mayHaveMet(p *pairing) bool { return p.kin != Copy && !fewPairs(p.earlier, p.later) }

// isCredited says whether the first sentence has nearly all of what the second one credits, but for figures,
// which may be written otherwise there.
func isCredited(s standing, y *stemma.Attribution) bool {
	if len(y.Content) != 1 {
		return false
	}
	first, last := s.after.within(y.Content[0])
	weight, share := part(s.al.b, s.al.ofB, first, last, last, last)
	return weight >= toldWeight && share >= sameTold
}

// isHeard says whether the second report names the outlet that somebody told something: of one with a name of
// several words the last one.
func isHeard(s standing, x *stemma.Attribution) bool {
	who := s.earlier.index.Speaker(x.ReceiverSpeaker)
	if who == nil || who.Kind != stemma.Outlet || strings.ContainsAny(x.Receiver.Text, "\"“”'’") {
		return s.names(x.Receiver.Text)
	}
	name := strings.Fields(strings.ToLower(x.Receiver.Text))
	return s.later.words[name[len(name)-1]] || isInText(s.later, who.Name)
}

// names says whether the second report has a word of a name, be it in its byline.
func (s standing) names(name string) bool {
	all := strings.ToLower(s.later.text.Report.Text)
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool {
		return !s.function.Has(w) && strings.Contains(all, w)
	})
}

// namesOutlet says whether the second report credits any outlet but itself, or names the first one's.
func (s standing) namesOutlet() bool {
	if own := s.earlier.own(); own != "" && s.later.words[own] {
		return true
	}
	return slices.ContainsFunc(s.later.sentences, func(in sentence) bool {
		for k := range in.words {
			if callsOutlet(s, in.words, k) {
				return true
			}
		}
		return slices.ContainsFunc(in.credits, func(a *stemma.Attribution) bool { return creditsOutlet(s, a) })
	})
}

// callsOutlet says whether a word is a noun for an outlet, and not for a thing that has parts: "every
// page of the paper".
func callsOutlet(s standing, words []word, at int) bool {
	form := words[at].form
	if !s.outlets.Has(form) || s.outlets.Is(form, "name") {
		return false
	}
	for at > 0 && s.function.Is(words[at-1].form, "det") {
		at--
	}
	return at == 0 || !s.function.Is(words[at-1].form, "partitive")
}

// creditsOutlet says whether a credit is to an outlet, or of one who spoke to it, but for the report's own.
func creditsOutlet(s standing, a *stemma.Attribution) bool {
	who, to := s.later.index.Speaker(a.Speaker), s.later.index.Speaker(a.ReceiverSpeaker)
	toldIt := to != nil && to.Kind == stemma.Outlet && !a.Own && !isOwn(s.later, to.Name)
	return toldIt || who != nil && who.Kind == stemma.Outlet && !isOwn(s.later, who.Name)
}

// isOwn says whether a name is that of a report's outlet.
func isOwn(r *Report, name string) bool {
	own := r.own()
	return own != "" && strings.HasSuffix(strings.ToLower(name), own)
}

// isOutlet says whether a receiver is an outlet that is not named: "the weekly".
func (s standing) isOutlet(receiver string) bool {
	words := strings.Fields(strings.ToLower(receiver))
	return len(words) > 0 && s.outlets.Has(words[len(words)-1])
}

const (
	// sameTold is the share of the words of what was told from which on it is the same,
	// sameWeight the weight of them; somebody may tell two outlets much alike.
	sameTold   = 0.8
	sameWeight = 1.0
	// sameAll is the share of two sentences from which on all but the receiver is the
	// same, so that whoever stands in that place is one.
	sameAll = 0.8
)

// mayHear says whether a receiver is an outlet that is named.
func (s standing) mayHear(r *Report, a *stemma.Attribution) bool {
	name := a.Receiver.Text
	switch who := r.index.Speaker(a.ReceiverSpeaker); {
	case strings.ToLower(name) == name:
		return false
	case a.Own || who != nil && who.Kind == stemma.Outlet:
		return true
	case who == nil || who.Kind == stemma.Person || who.Kind == stemma.Anonymous:
		return false
	}
	own, _, _ := strings.Cut(string(r.text.Report.Outlet), " ")
	return own != "" && strings.HasPrefix(name, own+" ") || min(s.al.forth, s.al.back) >= sameAll
}

// press says whether somebody spoke to the press at large.
func (s standing) press(receiver string) bool {
	words := strings.Fields(strings.ToLower(receiver))
	return len(words) > 0 && s.pressPeople.Is(words[len(words)-1], "press")
}
