package quote

import (
	"strings"

	"stemma"
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
func (r *Reader) joinPress(t *stemma.Text, a *atom, last int) {
	if !a.upper || a.owner || a.last != a.first+1 {
		return
	}
	for _, rest := range a.entry.press {
		end := a.first + 1 + len(rest)
		if end > last || !r.pressAt(t, a.first+1, rest) {
			continue
		}
		a.owner = strings.HasSuffix(t.Tokens[end-1].Form, "'s") && !strings.HasSuffix(rest[len(rest)-1], "'s")
		if !a.owner && end < last && t.Tokens[end].Form == "'" && t.Tokens[end].Start == t.Tokens[end-1].End && strings.HasSuffix(t.Tokens[end-1].Form, "s") {
			a.owner = true
			end++
		}
		a.last, a.entry, a.class = end, r.lex.outlet, 0
		a.form = rest[len(rest)-1]
		return
	}
}

func (r *Reader) pressAt(t *stemma.Text, i int, words []string) bool {
	for k, w := range words {
		form := t.Tokens[i+k].Form
		if form != w && (k < len(words)-1 || form != w+"'s") || len(w) > 3 && !startsUpper(t, i+k) {
			return false
		}
	}
	return true
}

// isPress says whether the atom is the name of a known outlet: "USA TODAY",
// "Reuters". A single common word is none ("People", "Time").
func (u *unit) isPress(i int) bool {
	a := u.at(i)
	if a.entry == u.r.lex.outlet {
		return true
	}
	return a.upper && a.entry.kinds&outletName != 0 && a.entry.kinds&(outletNoun|documentHead) == 0 && u.r.lex.outlets[a.form] != ""
}
