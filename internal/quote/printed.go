package quote

import (
	"strings"

	"stemma"
)

// commonWord says whether a name of one word that an outlet bears may be a word
// after all: "People" at the start of a sentence, "Pa." behind a town.
func (r *namedEntities) commonWord(n name) bool {
	if n.to-n.from != 1 {
		return false
	}
	t := r.p.text
	form := r.p.lex.owner.Of(t.Tokens[n.from].Form)
	if len(form) <= maxShortName && !shouting(t.Report.Text[t.Tokens[n.from].Start:t.Tokens[n.from].Start+len(form)]) {
		return true
	}
	e := r.p.lex.entry(form)
	return e.heads(^outletName) && r.p.starts[n.from]
}

// whole knows an outlet by the whole expression: "USA Today", of which the last
// word is none of a name elsewhere.
func (r *namedEntities) whole(g group) (int, bool) {
	t := r.p.text
	if g.to-g.from < 2 || g.to-g.from > maxNameWords+1 || !r.p.upper(g.to-1) {
		return 0, false
	}
	text := nameText(t, g.from, g.to)
	full, ok := r.p.lex.outlets[r.p.lex.Bare(strings.ToLower(text))]
	if !ok {
		return 0, false
	}
	return r.entityAs(stemma.Outlet, full, text), true
}

// printed reads what an outlet prints: "a Gazette report", "the Gazette's
// editorial" stand for the outlet, a Gazette poll does not.
func (r *namedEntities) printed(g group) (int, bool) {
	t := r.p.text
	if g.head < 0 || len(g.names) == 0 || !r.p.lex.publications.Has(t.Tokens[g.head].Form) {
		return 0, false
	}
	n := g.names[0]
	if n.to > g.head || n.person {
		return 0, false
	}
	for i := g.from; i < g.head; i++ {
		if (stretch{n.title, n.to}).holds(i) {
			continue
		}
		e := r.p.entry(i)
		if t.Tokens[i].Kind == stemma.Mark ||
			e.is(prep|conj|rel) ||
			i >= n.to && r.p.upper(i) {
			return 0, false
		}
	}
	text := nameText(t, n.title, n.to)
	if k, ok := r.outletNamed(text, n); ok {
		return k, true
	}
	sub := group{from: n.title, to: n.to, head: -1, owner: -1, entry: nothing, definite: true}
	if r.nameKind(sub, n) == stemma.Outlet {
		return r.entityNamed(stemma.Outlet, text), true
	}
	return 0, false
}

// maxShortName is the longest name of an outlet that must stand in capitals:
// "AP", not "Ap"; "PA", not "Pa".
const maxShortName = 3
