package collate

import (
	"stemma"
	"stemma/internal/name"
)

const (
	// besideName is how many words behind a name and "and" are looked at for the name that
	// it is joined to, and namesBeside how many of that one's must be the same. With names
	// that stand anywhere around it, 3 of 5 on 281 further events were wrong.
	besideName  = 3
	namesBeside = 2
	// shortName is the length of a name from which on it is looked for.
	shortName = 4
)

// strays finds a name that one of two siblings has in the place of another one among the
// same names, however little else the two sentences share: "Lady Ada and Len Tarrant" is
// told as "Lady Nora and Len Tarrant". Neither report has the other name.
func strays(c *Collation, before, after *Report, at int, kin Kin) []stemma.Drift {
	y := &after.sentences[at]
	if kin != Siblings || y.title || c.spent(y.id, kin) || !hasStray(before, y) {
		return nil
	}
	for _, i := range before.nearest(y, Copy) {
		p := c.pair(before, i, after, at, kin)
		if p.compares() {
			continue // see [pairing.names]
		}
		for _, s := range p.al.slots {
			if isStray(p, s) {
				before, after := p.before.span(s.a1, s.a2), p.after.span(s.b1, s.b2)
				return []stemma.Drift{becomes(p.nameKind(s), before, after, 2)}
			}
		}
	}
	return nil
}

// hasStray says whether a sentence has a name that a report has nowhere.
func hasStray(r *Report, s *sentence) bool {
	for k := range s.words {
		if w := &s.words[k]; isName(w) && !r.words[w.form] {
			return true
		}
	}
	return false
}

// isStray says whether a slot holds one name on either side, joined to the same one.
func isStray(p *pairing, s slot) bool {
	if !s.swapsOne() || !isJoined(p, s) {
		return false
	}
	x, y := &p.al.a[s.a1], &p.al.b[s.b1]
	return isName(x) && isName(y) && p.otherName(x.form, y.form) && otherBearer(p, x.form, y.form)
}

// isName says whether a word is a name of the report's own words that is not short.
func isName(w *word) bool { return w.class == nameWord && !w.quoted && len(w.form) >= shortName }

// isJoined says whether the words right beside a slot match, and behind it "and" joins it
// to a name.
func isJoined(p *pairing, s slot) bool {
	if s.opens() || s.a2 == len(p.al.a) || p.al.ofA[s.a1-1] != s.b1-1 || p.al.ofA[s.a2] != s.b2 ||
		!p.function.Is(p.al.a[s.a2].form, "conj") {
		return false
	}
	n := 0
	for i := s.a2 + 1; i < min(len(p.al.a), s.a2+1+besideName); i++ {
		n += boolean(p.al.ofA[i] == s.b2+i-s.a2 && p.al.a[i].class == nameWord)
	}
	return n >= namesBeside
}

// otherBearer says whether two names are not forms of one given name, as "Michael" and
// "Mike" are: with one surname, they are two people.
func otherBearer(p *pairing, x, y string) bool {
	return p.Collator.names.ComparePeople(x+" "+x, y+" "+x) == name.Other
}
