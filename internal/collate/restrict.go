package collate

import "stemma"

// restraint tells what was limited and is no more.
type restraint struct{ *pairing }

// restrictions finds a word right before a noun without which it is something
// else ("former", "deputy", "serious") put in or left out.
func (p restraint) restrictions() []stemma.Drift {
	if p.kin == Neighbours || p.free {
		return nil
	}
	var found []stemma.Drift
	for _, s := range p.al.slots {
		w, lost := restrictorIn(p, s)
		if w == nil {
			continue
		}
		kind, ok := p.restricted(w, s)
		past := p.restrictors.Is(w.form, "past") && !lost
		if p.kin == Siblings && !(p.restrictors.Is(w.form, "below") && p.nearCopy()) {
			continue
		}
		fuller := p.restrictors.Is(w.form, "mild") && !lost // "Justice" and "Associate Justice" are one office
		if !ok || past || fuller || hasBase(p.al.a, w.base) && hasBase(p.al.b, w.base) {
			continue
		}
		found = append(found, becomes(kind, p.before.span(s.a1, s.a2+1), p.after.span(s.b1, s.b2+1), 2))
	}
	return found
}

// restrictorIn is the only word by which what stands right before one noun in both
// sentences differs, if it restricts, and whether the second one lost it. "Democratic
// leader" takes no rank from a "majority leader".
func restrictorIn(p restraint, s slot) (w *word, lost bool) {
	if s.a2-s.a1+s.b2-s.b1 > longRank || p.al.endsIn(s) ||
		p.al.quotedAt(s.a2, s.b2) || !p.oneClause(s) {
		return nil, false
	}
	x, y := p.restricting(p.al.a, s.a1, s.a2), p.restricting(p.al.b, s.b1, s.b2)
	switch {
	case x != nil && y == nil && !meaningful(p.al.b[s.b1:s.b2]):
		return x, true
	case x == nil && y != nil && !meaningful(p.al.a[s.a1:s.a2]):
		return y, false
	}
	return nil, false
}

// noneAtAll finds that there were none of some kind and there are none at all, or the
// other way round: "no serious side effects", "no side effects".
func noneAtAll(of *pairing) []stemma.Drift {
	p := restraint{of}
	for i, j := range p.al.ofA {
		if j < 0 || p.kin == Neighbours || p.al.a[i].class != content || p.al.quotedAt(i, j) || !goesOn(&p.al, i, j) {
			continue
		}
		x, y := isNoneOf(p, p.al.a, i), isNoneOf(p, p.al.b, j)
		if x != y && x+y == 3 {
			before, after := p.before.span(i-x, i+1), p.after.span(j-y, j+1)
			return []stemma.Drift{becomes(stemma.PredicateChanged, before, after, 3)}
		}
	}
	return nil
}

// signless finds that there was no sign of a thing and there is no such thing: "no evidence of
// fraud", "no fraud".
func signless(of *pairing) []stemma.Drift {
	p := restraint{of}
	for i, j := range p.al.ofA {
		if j < 0 || p.kin == Neighbours || p.al.a[i].class != content || p.al.quotedAt(i, j) ||
			isNoneOf(p, p.al.b, j) != 1 {
			continue
		}
		if at := noSignOf(p, p.al.a, i); at >= 0 && !p.earlier.hasRun(p.al.b[j-1:j+1]) {
			before, after := p.before.span(at, i+1), p.after.span(j-1, j+1)
			return []stemma.Drift{becomes(stemma.ModalityStrengthened, before, after, 3)}
		}
	}
	return nil
}

// noSignOf is where "no sign of" begins right before a word, or its article or adjective; -1 for
// nowhere.
func noSignOf(p restraint, words []word, at int) int {
	for k := range backFrom(words, at, reach) {
		if !p.function.Is(words[k].form, "prep") {
			continue
		}
		isNone := k > 1 && p.signs.Has(words[k-1].base) && p.quantifiers.First(words[k-2].form) == "0"
		if isNone && !broken(words[k-2:at+1]) {
			return k - 2
		}
		return -1
	}
	return -1
}

// goesOn says whether the words behind two that match do so too.
func goesOn(al *alignment, i, j int) bool { return i+1 < len(al.a) && al.ofA[i+1] == j+1 }

// isNoneOf is how many words before a noun say that there is none: 1 for "no", 2 for "no
// serious"; 0 where there may be some.
func isNoneOf(p restraint, words []word, at int) int {
	switch {
	case at > 0 && p.quantifiers.First(words[at-1].form) == "0":
		return 1
	case at > 1 && p.restrictors.First(words[at-1].form) == "degree" && p.quantifiers.First(words[at-2].form) == "0":
		return 2
	}
	return 0
}

// longRank is how many words put in or take away a rank: "the acting". Where more
// differ, the clause is another one.
const longRank = 3

// movedTo says whether a word that was left out stands elsewhere in the second sentence,
// where it matches none of the first.
func (p restraint) movedTo(base string) bool {
	for k := range p.al.b {
		if p.al.ofB[k] < 0 && p.al.b[k].base == base {
			return true
		}
	}
	return false
}

// restricting is the only word of a stretch with a meaning, if it restricts.
func (p restraint) restricting(words []word, first, last int) *word {
	var found *word
	for k := first; k < last; k++ {
		w := words[k]
		if k+1 < last && p.restrictors.Has(w.form+"-"+words[k+1].form) {
			two := *w.lexeme
			two.form, k = w.form+"-"+words[k+1].form, k+1 // "so-called"
			two.base, w.lexeme = two.form, &two
		}
		if w.class == function && w.form == words[k].form {
			continue
		}
		governs := k+1 < last && p.function.Is(words[k+1].form, "to") // "planned to"
		other := governs || p.restrictors.Is(w.form, "behind")
		if found != nil || !p.restrictors.Has(w.form) || other {
			return nil
		}
		found = &w
	}
	return found
}

// restricted says what it is that a word restricts: an office, which may have nouns
// before it ("retired police officer"), or a thing.
func (p restraint) restricted(w *word, s slot) (stemma.DriftKind, bool) {
	behind := p.al.a[s.a2:]
	noun := &behind[0]
	if p.restrictors.First(w.form) == "office" {
		if sole(p.pairing, s) && noun.entry.Is('n') {
			return stemma.TitleChanged, true // "a former employee"
		}
		compound := noun.entry.Is('n') && len(behind) > 1 && !behind[1].comma && isOffice(p, &behind[1])
		return stemma.TitleChanged, compound || isOffice(p, noun)
	}
	if p.restrictors.First(w.form) == "deed" {
		return stemma.PredicateChanged, noun.class == content && (noun.entry.Is('v') || noun.entry.Is('a'))
	}
	return stemma.PredicateChanged, noun.class == content && noun.entry.Is('n')
}

func isOffice(p restraint, w *word) bool { return w.isIn(p.titles) }

// projects finds that a plan or an attempt became the deed: the noun behind
// another one that makes it so was left out.
func (p restraint) projects() []stemma.Drift {
	for _, s := range p.al.slots {
		if !s.dropsOne() || s.opens() || !p.projected.Has(p.al.a[s.a1].base) ||
			p.al.a[s.a1].quoted {
			continue
		}
		deed := &p.al.a[s.a1-1]
		if p.al.ofA[s.a1-1] != s.b1-1 || deed.class != content || deed.base != p.al.b[s.b1-1].base || !p.oneClause(s) ||
			p.movedTo(p.al.a[s.a1].base) { // "the council's plan", "the plan of the council"
			continue
		}
		before, after := p.before.span(s.a1-1, s.a2), p.after.span(s.b1-1, s.b2)
		return []stemma.Drift{becomes(stemma.ModalityStrengthened, before, after, 3)}
	}
	return nil
}
