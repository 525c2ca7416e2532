package collate

import (
	"strings"

	"stemma"
	"stemma/internal/name"
	"stemma/internal/value"
)

// naming tells which names differ.
type naming struct{ *pairing }

// names finds a name in the place of another one: all that differs in a slot is
// names, on both sides, and what stands next to it matches.
func (p naming) names() []stemma.Drift {
	var found []stemma.Drift
	for _, s := range p.al.slots {
		if !p.named(p.al.a[s.a1:s.a2]) || !p.named(p.al.b[s.b1:s.b2]) || !p.flanked(s) || !p.oneClause(s) ||
			p.al.quotedAt(s.a1, s.b1) || p.titles.Has(p.al.a[s.a2].form) ||
			p.titles.Has(p.al.a[s.a1].form) || p.titles.Has(p.al.b[s.b1].form) {
			continue
		}
		if s.a2-s.a1 != s.b2-s.b1 && !p.partOfName(s) {
			continue
		}
		x, y := forms(p.al.a[s.a1:s.a2]), forms(p.al.b[s.b1:s.b2])
		if !p.otherName(x, y) || p.datelines(s) || isSynonym(p, x, y) {
			continue
		}
		severity := 2
		if p.compare.CompareNames(x, y) == value.Variant {
			severity = 1
		}
		found = append(found, becomes(p.nameKind(s), p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2), severity))
	}
	return found
}

// mostLetters is how many letters two spellings of one name differ in at most: two that
// changed places, or one and another.
const mostLetters = 2

// isSynonym says whether two names may be of one person, place or body, of which one report
// chose the one and the other the other: "Saint Martin" and "St Martin", "Borneo" and
// "Kalimantan". Only of a report that was taken from the other, or of a misspelling, one can
// say that it is none.
func isSynonym(p naming, x, y string) bool {
	return p.kin != Copy && name.Distance(x, y, mostLetters) > mostLetters
}

// datelines says whether both words stand in brackets in front of a text, where an agency
// or an outlet names itself.
func (p naming) datelines(s slot) bool {
	bracketed := func(of *sentence, at int) bool {
		tokens := of.text.Tokens
		k := of.words[at].token
		return k > 0 && tokens[k-1].Form == "(" && at < datelineWords
	}
	return bracketed(p.before, s.a1) && bracketed(p.after, s.b1)
}

// datelineWords is how many words stand before the bracket of a dateline at most.
const datelineWords = 4

// partOfName says whether a matching name stands beside a slot: then one part of
// a name was changed.
func (p naming) partOfName(s slot) bool {
	a, b := p.al.a, p.al.b
	earlier := a[s.a1-1].class == nameWord && b[s.b1-1].class == nameWord
	return earlier || a[s.a2].class == nameWord && b[s.b2].class == nameWord
}

// longName is how many words a name has at most.
const longName = 4

func (p *pairing) named(words []word) bool {
	names := 0
	for i := range words {
		switch words[i].class {
		case nameWord:
			names++
		case content, number:
			return false
		}
	}
	return names > 0 && len(words) <= longName && words[0].class == nameWord && words[len(words)-1].class == nameWord
}

// flanked says whether words match right before and right after a slot, one of
// which has a meaning of its own.
func (p *pairing) flanked(s slot) bool {
	if s.opens() || p.al.endsIn(s) {
		return false
	}
	before, after := p.al.support(s)
	return min(before, after) > 2*functionWeight && before+after >= leastSupport
}

func forms(words []word) string {
	var found []string
	for i := range words {
		found = append(found, words[i].form)
	}
	return strings.Join(found, " ")
}

// otherName says whether two names are not forms of one: none holds the other's
// words, abbreviates it or spells it otherwise, and neither report has both. A slip of a
// letter is another name only where both were made of one text.
func (p *pairing) otherName(x, y string) bool {
	a, b, names := strings.Fields(x), strings.Fields(y), p.Collator.names
	for _, w := range a {
		for _, v := range b {
			isClipped := names.IsClipped(w, v) || names.IsClipped(v, w)
			if w == v || isClipped || name.Transliterated(w, v) ||
				names.Formal(w) == names.Formal(v) || p.kin == Neighbours && name.IsSlip(w, v) {
				return false
			}
		}
	}
	return !p.earlier.hasAny(b) && !p.later.hasAny(a) && !initials(a, y) && !initials(b, x)
}

// initials says whether the first letters of a name make the other one.
func initials(words []string, short string) bool {
	made := ""
	for _, w := range words {
		made += w[:1]
	}
	return len(words) > 1 && strings.ReplaceAll(short, ".", "") == made
}

// nameKind says whether a place or somebody changed.
func (p *pairing) nameKind(s slot) stemma.DriftKind {
	for _, v := range p.before.values {
		if first, last := p.before.within(v.Span); v.Kind == stemma.PlaceValue && first < s.a2 && s.a1 < last {
			return stemma.PlaceChanged
		}
	}
	return stemma.ActorChanged
}

// otherPeople says whether two names are surely of two people: no word of one is
// like a word of the other, and they are not names of one outlet ("AP").
func (p *pairing) otherPeople(x, y string) bool {
	if p.Collator.names.SameOutlet(x, y) {
		return false
	}
	for _, a := range strings.Fields(strings.ToLower(x)) {
		for _, b := range strings.Fields(strings.ToLower(y)) {
			if name.Unowned(a) == name.Unowned(b) || name.Transliterated(a, b) {
				return false
			}
		}
	}
	return true
}
