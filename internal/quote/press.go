package quote

import (
	"strings"

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
	for i := range l.dictionary.records {
		sortLongest(l.dictionary.records[i].press)
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
