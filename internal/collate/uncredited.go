package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

const (
	// toldAlike is the share of a credited content's words that a sentence must have,
	// and of the sentence's that the content must have, for it to say the same.
	toldAlike = 0.75
	// toldAlikeWeight is the weight of them.
	toldAlikeWeight = 1.8
)

// uncredited finds what the first report credits somebody with and the second one tells
// as its own knowledge: its sentence has the content, credits nobody, and whoever said
// it is nowhere named in the report.
func uncredited(c *Collation, before, after *Report, at int, kin Kin) []stemma.Drift {
	if c.free {
		return nil
	}
	if found := emerged(c, before, after, at, kin); found != nil {
		return found
	}
	y := &after.sentences[at]
	known := before.index != nil && after.index != nil
	isOpen := known && !y.title && !isOwnSaying(c.Collator, after, at)
	if kin == Neighbours || !isOpen || c.spent(y.id, kin) {
		return nil
	}
	for _, i := range before.nearest(y, kin) {
		credits := before.sentences[i].credits
		if len(credits) == 0 {
			continue
		}
		s := standing{c.pair(before, i, after, at, kin)}
		for _, x := range credits {
			lost := standing.lost
			if len(y.credits) > 0 {
				lost = cutOff
			}
			if d, ok := lost(s, x); ok {
				return []stemma.Drift{d}
			}
		}
	}
	return nil
}

// uncreditedBefore finds what the first of two siblings tells without the outlet that the second one has it
// from, where it is nearly all told in that one.
func uncreditedBefore(c *Collation, before, after *Report) []stemma.Drift {
	var found []stemma.Drift
	for i := range before.sentences {
		if x := &before.sentences[i]; before.isFirst(x) && !after.has(x) {
			found = append(found, uncredited(c, after, before, i, Siblings)...)
		}
	}
	found = slices.DeleteFunc(found, func(d stemma.Drift) bool { return !creditsOutletAt(after, d.Before.Start) })
	if len(found) == 0 || retoldShare(c, after, before) < retellsNearly {
		return nil
	}
	return found
}

// creditsOutletAt says whether the credit that begins at a byte of a report is to an outlet.
func creditsOutletAt(r *Report, start int) bool {
	at := r.sentenceAt(start)
	return at >= 0 && slices.ContainsFunc(r.sentences[at].credits, func(a *stemma.Attribution) bool {
		who := r.index.Speaker(a.Speaker)
		return who != nil && who.Kind == stemma.Outlet
	})
}

// cutOff says whether a credit is left out of a sentence that is otherwise as it stood and goes on
// crediting others: "the memo says that it leaks, the Lantern said", "the memo says that it leaks".
func cutOff(s standing, x *stemma.Attribution) (stemma.Drift, bool) {
	who := s.earlier.index.Speaker(x.Speaker)
	fewer := len(s.after.credits) < len(s.before.credits)
	if who == nil || !fewer || x.Source == nil || x.Stance == stemma.Denying ||
		s.al.back < verbatim || !meaningful(s.sourceOf(s.before, x)) {
		return stemma.Drift{}, false
	}
	credit := s.credit(x)
	if first, last := s.before.within(*credit); !isOut(s, first, last) || creditsAnew(s) {
		return stemma.Drift{}, false
	}
	if namedOrOutlet(s, who, s.sourceOf(s.before, x)) || s.wrote(who) {
		return stemma.Drift{}, false
	}
	return becomes(stemma.AttributionDropped, credit, spanOf(s.after, s.after.words), 2), true
}

// creditsAnew says whether the second sentence credits somebody in words that the first one has not.
func creditsAnew(s standing) bool {
	return slices.ContainsFunc(s.after.credits, func(a *stemma.Attribution) bool {
		if a.Source == nil {
			return false
		}
		first, last := s.after.within(*a.Source)
		known := func(i int) bool { return i >= 0 && s.al.a[i].class != function }
		return !slices.ContainsFunc(s.al.ofB[first:last], known)
	})
}

// isOut says whether a stretch of the first sentence has no match in the second one, and next to
// all that stands around it has.
func isOut(s standing, first, last int) bool {
	inside, _ := part(s.al.a, s.al.ofA, first, first, first, last)
	_, around := part(s.al.a, s.al.ofA, 0, first, last, len(s.al.a))
	return inside < leastFlank && around >= verbatim
}

// isOwnSaying says whether somebody speaks of himself in a sentence or in the one behind it: a
// statement that is printed whole is its author's, as what stands around it says.
func isOwnSaying(c *Collator, r *Report, at int) bool {
	return slices.ContainsFunc(r.sentences[at:min(at+2, len(r.sentences))], func(s sentence) bool {
		return slices.ContainsFunc(s.words, func(w word) bool {
			return !w.quoted && c.function.Is(w.form, "first") && !isCountry(r, &w)
		})
	})
}

// isCountry says whether a word of two letters or more is written in capitals: "US" is not "us".
func isCountry(r *Report, w *word) bool {
	t := r.text.Tokens[w.token]
	as := r.text.Report.Text[t.Start:t.End]
	return len(as) > 1 && as == strings.ToUpper(as)
}

// lost says whether a credit is left out of a sentence that tells its content.
func (s standing) lost(x *stemma.Attribution) (stemma.Drift, bool) {
	who := s.earlier.index.Speaker(x.Speaker)
	if who == nil || !s.tells(x) {
		return stemma.Drift{}, false
	}
	source := s.sourceOf(s.before, x)
	if who.Kind != stemma.Person && !meaningful(source) || s.wrote(who) {
		return stemma.Drift{}, false
	}
	if from, to, ok := s.stated(x.Content[0]); ok && !isNamed(s, who, source, to-from) {
		return becomes(stemma.AttributionDropped, s.credit(x), s.after.span(from, to), 2), true
	}
	return stemma.Drift{}, false
}

// isNamed says whether the second report names a source. Of people without a name, of whose words
// it prints a sentence as they stand, it must credit such ones beside that sentence: officials
// stand in most reports.
func isNamed(s standing, who *stemma.Speaker, source []word, stated int) bool {
	if s.kin != Copy || !s.faceless(who, source) || s.al.back < verbatim || stated < len(s.al.b)-reach {
		return namedOrOutlet(s, who, source)
	}
	at := s.later.first[s.after.id]
	for i := max(0, at-besideCredit); i <= min(at+besideCredit, len(s.later.sentences)-1); i++ {
		for _, a := range s.later.sentences[i].credits {
			if a.Source != nil && slices.ContainsFunc(s.sourceOf(&s.later.sentences[i], a), func(w word) bool {
				return slices.ContainsFunc(source, func(v word) bool { return v.class != function && v.base == w.base })
			}) {
				return true
			}
		}
	}
	return false
}

const (
	// verbatim is the share of the words of a sentence that match where it was taken over as it
	// stood, besideCredit how many sentences away a source is still understood.
	verbatim, besideCredit = 0.8, 2
)

// wrote says whether the author of the second report is a source: what he says there is his own.
func (s standing) wrote(who *stemma.Speaker) bool {
	return slices.ContainsFunc(s.later.text.Report.Byline, func(author string) bool {
		return s.Collator.names.ComparePeople(author, who.Name) != name.Other
	})
}

// tells says whether somebody hands on one stretch of content as true or as what he
// holds.
func (s standing) tells(x *stemma.Attribution) bool {
	return x.Told && x.Source != nil && len(x.Content) == 1 && x.Stance != stemma.Denying && x.Stance != stemma.Asking
}

// meaningful says whether one of the words is no function word.
func meaningful(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.class != function })
}

// stated gives the words of the second sentence that say a content of the first, in the
// report's own words; not ok where it says something else too.
func (s standing) stated(content stemma.Span) (from, to int, ok bool) {
	first, last := s.before.within(content)
	matched, all := 0.0, 0.0
	from = len(s.al.b)
	for i := first; i < last; i++ {
		all += s.al.a[i].weight
		j := s.al.ofA[i]
		switch {
		case j < 0:
			continue
		case s.al.b[j].quoted:
			return 0, 0, false
		}
		matched += s.al.a[i].weight
		from, to = min(from, j), max(to, j+1)
	}
	if s.kin == Copy && matched == all && to-from == len(s.al.b) {
		return from, to, to > from // all of it and nothing else
	}
	return from, to, matched >= max(toldAlikeWeight, toldAlike*max(all, s.after.total))
}

// credit is the source with its cue, where they stand side by side.
func (s standing) credit(x *stemma.Attribution) *stemma.Span {
	a1, a2 := s.before.within(*x.Source)
	for _, cue := range x.Cue {
		b1, b2 := s.before.within(cue)
		if b1 < b2 && max(a2, b2)-min(a1, b1) <= a2-a1+b2-b1+1 {
			a1, a2 = min(a1, b1), max(a2, b2)
		}
	}
	return s.before.span(a1, a2)
}

// namedIn says whether a report has a word by which somebody is called: of the name, or
// of the noun of a source without one.
func (s standing) namedIn(r *Report, who *stemma.Speaker, source []word) bool {
	for _, part := range strings.Fields(strings.ToLower(who.Name)) {
		if r.words[part] && !s.function.Has(part) {
			return true
		}
	}
	for k := range source {
		if w := &source[k]; w.class != function && (r.words[w.form] || r.bases[w.base]) {
			return true
		}
	}
	return false
}

// namedOrOutlet says whether the second report names a source; of an outlet the last word of its name.
func namedOrOutlet(s standing, who *stemma.Speaker, source []word) bool {
	parts := strings.Fields(strings.ToLower(who.Name))
	if who.Kind == stemma.Outlet && len(parts) > 1 {
		return isOutletNamed(s.Collator, s.later, parts) || isInText(s.later, who.Name)
	}
	return s.namedIn(s.later, who, source)
}

// isInText says whether a name stands anywhere in the text of a report, be it above or below what is told.
func isInText(r *Report, name string) bool {
	return strings.Contains(strings.ToLower(r.text.Report.Text), strings.ToLower(name))
}

// isOutletNamed says whether a report has the last word of an outlet's name or its initials: that
// it speaks of Washington names no Post.
func isOutletNamed(c *Collator, r *Report, name []string) bool {
	initials := ""
	for _, part := range name {
		if !c.function.Is(part, "det") {
			initials += part[:1]
		}
	}
	return r.words[initials] || r.words[name[len(name)-1]]
}
