package quote

import (
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// addPress enters the names of outlets that have several words, so that they
// are read as one: "USA TODAY", "The Hill", "Des Moines Register".
func (l *lexicon) addPress() {
	l.outlet = &entry{kinds: outletName}
	for name := range l.outlets {
		words := strings.Fields(name)
		if len(words) < 2 || strings.ContainsAny(name, ".-&/") {
			continue
		}
		first := l.at(words[0])
		first.press = append(first.press, words[1:])
	}
	for _, e := range l.words {
		sortLongest(e.press)
	}
}

// sortLongest puts longer names before shorter ones, and equal ones in order,
// since they come from a map.
func sortLongest(names [][]string) {
	for i := 1; i < len(names); i++ {
		for k := i; k > 0 && pressLess(names[k], names[k-1]); k-- {
			names[k], names[k-1] = names[k-1], names[k]
		}
	}
}

func pressLess(a, b []string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return strings.Join(a, " ") < strings.Join(b, " ")
}

// joinPress makes one atom of the name of an outlet that the atom begins. Every
// longer word of it must be written with a capital.
func (w *lookup) joinPress(a *atom, last int) {
	if !a.upper || a.last != a.first+1 {
		return
	}
	for _, rest := range a.entry.press {
		end := a.first + 1 + len(rest)
		if end > last || !w.pressAt(a.first+1, rest) || w.compound(end) {
			continue
		}
		a.owner = who.IsOwned(w.text.Tokens[end-1].Form) && !who.IsOwned(rest[len(rest)-1])
		if t := w.text.Tokens; end < last && t[end].Start == t[end-1].End && who.OwnsBare(t[end-1].Form, t[end].Form) {
			a.owner = true
			end++
		}
		a.last, a.entry, a.class = end, w.lex.outlet, 0
		a.form = rest[len(rest)-1]
		return
	}
}

// compound says whether what ends before token i goes on with a hyphen: "a
// Harbour Gazette-Radio Four poll".
func (w *lookup) compound(i int) bool {
	return i+1 < len(w.text.Tokens) && isHyphen(w.text, i)
}

func (w *lookup) pressAt(i int, name []string) bool {
	for k, part := range name {
		form := w.text.Tokens[i+k].Form
		if form != part && (k < len(name)-1 || who.Unowned(form) != part) ||
			len(part) > 3 && !w.upper(i+k) {
			return false
		}
	}
	return true
}

// maxShortName is the longest name of an outlet that must stand in capitals:
// "AP", not "Ap"; "PA", not "Pa".
const maxShortName = 3

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
		if i >= n.title && i < n.to {
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
