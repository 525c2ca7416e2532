package quote

import "stemma"

// titleCase says whether all words of a quotation begin with a capital but
// short ones inside: “Walls and Water”.
func titleCase(t *stemma.Text, from, to int) bool {
	const short = 3
	for i := from; i < to; i++ {
		if t.Tokens[i].Kind == stemma.Word && !t.Capital(i) &&
			(i == from || i+1 == to || len(t.Tokens[i].Form) > short) {
			return false
		}
	}
	return from < to
}

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
	case g.plural || r.p.plays(g.head, groupWord):
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
	t, lex := r.p.text, r.p.lex
	for i := g.from + 1; i < g.to && g.head >= 0; i++ {
		before := t.Tokens[i-1].Form
		known := i > g.from+1 && lex.namings.Has(t.Tokens[i-2].Form+" "+before) ||
			i > g.from+2 && r.before(i-2, g.to, adv) && lex.namings.Has(t.Tokens[i-3].Form+" "+before)
		switch mark := t.Tokens[i].Form; {
		case mark == `"` || mark == "'":
			end := i + 1
			for end < g.to && t.Tokens[end].Form != mark {
				end++
			}
			if end < g.to && titleCase(t, i+1, end) && (known || lex.namings.Has(before) || i == g.head+1) {
				return i + 1, end
			}
			return 0, 0
		case known && r.p.nameWord(i):
			return r.nameFrom(i, g.to)
		}
	}
	return 0, 0
}

// nameFrom is the run of name words that begins at token i.
func (r *describedEntities) nameFrom(i, last int) (from, to int) {
	to = i
	for to < last && r.p.nameWord(to) {
		to++
	}
	return i, to
}
