package quote

import "stemma"

// nicknamed finds whoever is known by a name that stands in marks or behind
// "known as": a fisherman known as “Patch”, the daily “Harbour Post”.
func (r *describedEntities) nicknamed(g group) (int, bool) {
	from, to := r.markedName(g)
	if from >= to {
		return 0, false
	}
	t, head := r.p.text, g.entry.kinds
	n := name{from: from, to: to, title: from, person: true}
	r.p.takeApart(&n)
	switch text := nameText(t, from, to); {
	case head&outletNoun != 0:
		return r.entityNamed(stemma.Outlet, text), true
	case head&organisationHead != 0:
		return r.entityNamed(stemma.Organisation, text), true
	case head&documentHead != 0:
		return r.entityNamed(stemma.Document, text), true
	case g.plural:
		return r.entityNamed(stemma.Organisation, text), true
	case head&anonymousHead != 0:
		k := r.person(n)
		r.entities[k].AddRoles(r.descriptor(g))
		if r.entities[k].Descriptor == "" {
			r.entities[k].Descriptor = r.descriptor(g)
		}
		return k, true
	}
	return 0, false
}

// markedName gives the tokens of the name by which an expression says that its
// head is known; an empty range for none.
func (r *describedEntities) markedName(g group) (from, to int) {
	t := r.p.text
	for i := g.from + 1; i < g.to && g.head >= 0; i++ {
		known := isNamed(r, g, i)
		switch mark := t.Tokens[i].Form; {
		case isQuoteMark(mark):
			end := closingMark(t, i, g.to)
			isName := known || i == g.head+1 || r.p.lex.namings.Has(t.Tokens[i-1].Form)
			if isName && end < g.to && titleCase(t, i+1, end) {
				return i + 1, end
			}
			return 0, 0
		case known && r.p.nameWord(i):
			return r.nameFrom(i, g.to)
		}
	}
	return 0, 0
}

// isNamed says whether two words that give a name stand before token i, an adverb between
// them or not: "known as", "known only as".
func isNamed(r *describedEntities, g group, i int) bool {
	t, namings := r.p.text, r.p.lex.namings
	before := t.Tokens[i-1].Form
	return i > g.from+1 && namings.Has(t.Tokens[i-2].Form+" "+before) ||
		i > g.from+2 && r.before(i-2, g.to, adv) && namings.Has(t.Tokens[i-3].Form+" "+before)
}

// closingMark is where the quotation mark at token i is closed, or last.
func closingMark(t *stemma.Text, i, last int) int {
	end := i + 1
	for end < last && t.Tokens[end].Form != t.Tokens[i].Form {
		end++
	}
	return end
}

// nameFrom is the run of name words that begins at token i.
func (r *describedEntities) nameFrom(i, last int) (from, to int) {
	to = i
	for to < last && r.p.nameWord(to) {
		to++
	}
	return i, to
}
