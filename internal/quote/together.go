package quote

import (
	"strings"

	"stemma"
)

// together finds several people who are named as one source, each by a name: "Ned Ash
// and Ada Pell (said)". They are an entity of their own, and nobody's of them.
func (r *resolver) together(s stretch) (int, bool) {
	if !isJoined(r, s) {
		return 0, false
	}
	names := r.p.names(s.from, s.to)
	if len(names) == 1 && isMixedPair(r, s, names[0]) {
		return r.mixedPair(s, names[0])
	}
	if len(names) < 2 || len(names) > mostTogether || !areJoined(r, s, names) {
		return 0, false
	}
	full := make([]string, len(names))
	for i, n := range names {
		k, ok := r.byName(r.parse(stretch{n.title, n.to}))
		if !ok || r.entities[k].Kind != stemma.Person {
			return 0, false
		}
		full[i] = r.entities[k].Name
	}
	last := len(full) - 1
	text := strings.Join(full[:last], ", ") + " " + joint(r, names) + " " + full[last]
	k := r.entityAs(stemma.Person, text, folded(r.p.text, s.from, s.to))
	r.entities[k].Count = stemma.Count{Min: len(names), Max: len(names)}
	r.entities[k].several = true
	return k, true
}

// isJoined says whether an expression has what several people are joined by.
func isJoined(r *resolver, s stretch) bool {
	return anyOf(s.from, s.to, func(i int) bool {
		return r.p.plays(i, andWord) || r.p.text.Tokens[i].Form == ","
	})
}

// mixedPair enters somebody who is named beside somebody who is not: "Ash and the mayor".
func (r *resolver) mixedPair(s stretch, n name) (int, bool) {
	one, ok := r.byName(r.parse(stretch{n.title, n.to}))
	if !ok || r.entities[one].Kind != stemma.Person {
		return 0, false
	}
	text := folded(r.p.text, s.from, s.to)
	k := r.entityAs(stemma.Person, text, text)
	r.entities[k].Count = stemma.Count{Min: 2}
	r.entities[k].several = true
	return k, true
}

// isMixedPair says whether an expression is a name and a noun for people with an article,
// joined by "and" and by nothing else. "The director and actor Ned Ash" is one.
func isMixedPair(r *resolver, s stretch, n name) bool {
	other := stretch{n.to + 1, s.to}
	and := n.to
	if n.title > s.from {
		other, and = stretch{s.from, n.title - 1}, n.title-1
		if n.title < n.from && !r.p.upper(n.title) || n.to < s.to {
			return false
		}
	}
	if other.to <= other.from+1 || !r.p.plays(and, andWord) || !isKnown(r, n) || tied(r, other.from, other.to) {
		return false
	}
	e := r.p.word(other.to - 1)
	return r.before(other.from, other.to, det) && (e.heads(anonymousHead) || e.is(title))
}

// mostTogether is how many people are named at once as a source.
const mostTogether = 6

// joint is the word that joins the last of several names to those before it.
func joint(r *resolver, names []name) string {
	for i := names[len(names)-1].title - 1; i > names[0].from; i-- {
		if r.p.plays(i, andWord) {
			return r.p.text.Tokens[i].Form
		}
	}
	return ","
}

// areJoined says whether people are all that an expression names: no preposition ties one
// of them to another, the last two have an "and" between them, and no noun follows that
// they only describe ("the Ash and Pell | teams").
func areJoined(r *resolver, s stretch, names []name) bool {
	last := len(names) - 1
	if to := names[last].to; to < s.to && !isMarkAt(r, to) || tied(r, s.from, names[0].title) {
		return false
	}
	known := names[0].to-names[0].from == 1 && names[last].to-names[last].from == 1
	for i, n := range names {
		if i > 0 && !joinsPeople(r, names[i-1].to, n.title, i == last) || !mayBeOne(r, n, names[last]) {
			return false
		}
		known = known || isKnown(r, n)
	}
	return known
}

// mayBeOne says whether a name may be one of several people's: a known person's, or a
// single word that no table knows and no office follows ("Ash and Pell", but not
// "Industry and Trade Minister Pell").
func mayBeOne(r *resolver, n, last name) bool {
	form := r.p.text.Tokens[n.to-1].Form
	switch {
	case r.p.lex.owner.Fit(form),
		isPeople(&r.people, n.to-1) && r.p.lex.pluralPeople(form): // "Pell and Democrats"
		return false
	case isKnown(r, n):
		return true
	}
	isPlain := n.to-n.from == 1 && r.p.entry(n.from).unknown() && !r.p.lex.plural.Fit(form)
	return isPlain && last.title == last.from
}

// isKnown says whether a name is a person's as far as it or the report tells.
func isKnown(r *resolver, n name) bool {
	return n.person || n.to-n.from == 1 && len(r.bearers[n.surname]) > 0
}

// joinsPeople says whether the tokens between two names only join them: a comma or an
// "and", which the last has, then an office of the second; a party and a state between
// commas.
func joinsPeople(r *resolver, from, to int, isLast bool) bool {
	hasAnd := false
	for i := from; i < to; i++ {
		hasAnd = hasAnd || r.p.plays(i, andWord)
	}
	hasComma := r.p.text.Tokens[from].Form == ","
	return from < to && (r.p.plays(from, andWord) || hasComma && hasAnd == isLast) && !tied(r, from, to)
}

// tied says whether a word that makes one name belong to another stands in the range.
func tied(r *resolver, from, to int) bool {
	return anyOf(from, to, func(i int) bool {
		return r.p.entry(i).is(prep|rel|aux|finite|poss|neg) || r.p.lex.owner.Fit(r.p.text.Tokens[i].Form)
	})
}

// isMarkAt says whether token i is a mark: what follows a name and tells of it.
func isMarkAt(r *resolver, i int) bool { return r.p.text.Tokens[i].Kind == stemma.Mark }
