package quote

import (
	"strings"

	"stemma"
)

// name is a capitalised name in the text: its tokens, and the titles before it.
type name struct {
	from, to int // tokens of the name itself
	title    int // first token of the titles before it; from when there are none
	person   bool
	gender   class

	given      string  // folded first name, "" for a bare surname
	surname    string  // folded
	generation string  // folded "jr" and its like, "" for none
	nickname   stretch // tokens of a nickname inside the name: Walter “Patch” Dunmore
}

// names finds the names in the tokens from first to last.
func (w *words) names(first, last int) []name { return w.addNames(nil, first, last) }

// addNames adds the names in the tokens from first to last to those found before.
func (w *words) addNames(found []name, first, last int) []name {
	if w.lex.capitals {
		return append(found, w.capitalNames(first, last)...)
	}
	for i := first; i < last; i++ {
		if !w.nameWord(i) {
			continue
		}
		n, end := w.nameAt(i, beforeAnew(w, i, last))
		if n.to > n.from {
			found = append(found, n)
		}
		i = max(end-1, i)
	}
	return found
}

// nameWord says whether the token can be part of a name.
func (w *words) nameWord(i int) bool {
	tok := &w.text.Tokens[i]
	if tok.Kind != stemma.Word || !w.upper(i) {
		return false
	}
	e := w.entry(i)
	if e == nil && strings.IndexByte(tok.Form, ':') > 0 { // "More:Ada (Pell)", as pages without spaces have it
		return false
	}
	if e.is(months) && isDate(w, i) {
		return false
	}
	if e == nil {
		if i := strings.IndexByte(tok.Form, '\''); i > 0 && !w.lex.owner.Fit(tok.Form) { // "we've"
			e = w.lex.entry(tok.Form[:i])
		}
	}
	return !e.is(det|pronoun|poss|prep|conj|sub|rel|aux|neg|timeWord|adv) || w.isBearersMonth(i)
}

// isDate says whether a number follows the month at token i: "Jan. 24".
func isDate(w *words, i int) bool {
	t := w.text.Tokens
	if i+1 < len(t) && t[i+1].Form == "." {
		i++
	}
	return i+1 < len(t) && t[i+1].Kind == stemma.Number
}

// nameAt reads the name that starts at token i.
func (w *words) nameAt(i, last int) (name, int) {
	n := name{from: i, to: i, title: i}
	j := i
	for j < last {
		if w.nameWord(j) {
			j = afterNameWord(w, &n, j, last)
			if w.lex.owner.Fit(w.text.Tokens[n.to-1].Form) {
				break
			}
			continue
		}
		next := j
		if j > i {
			next = insideName(w, &n, j, last)
		}
		if next == j {
			break
		}
		j = next
	}
	return w.finishName(n), j
}

// afterNameWord takes the word at token j into a name, with the full stop of initials that
// are written in one: "J.R."
func afterNameWord(w *words, n *name, j, last int) int {
	isOwner := w.lex.owner.Fit(w.text.Tokens[j].Form)
	j++
	n.to = j
	if !isOwner && j < last && touches(w.text, j, ".") && strings.Contains(w.text.Tokens[j-1].Form, ".") {
		j++
		n.to = j
	}
	return j
}

// insideName is where the name goes on behind what stands inside of one at token j: the
// mark of an initial or a double name, particles, the comma before a generation, a
// nickname; j where it does not go on.
func insideName(w *words, n *name, j, last int) int {
	switch {
	case isLowerPart(w, n, j, last):
		n.to = j + 2
		return j + 2
	case joinsName(w, j, last):
		return j + 1
	case w.particlesAt(j, last) > 0:
		return j + w.particlesAt(j, last)
	case w.generationAfter(j, last):
		return j + 1
	case n.nickname.empty():
		if nick := w.nicknameAt(j, last); !nick.empty() {
			n.nickname = nick
			return nick.to + 1
		}
	}
	return j
}

// joinsName says whether the full stop or hyphen at token j joins parts of a name.
func joinsName(w *words, j, last int) bool {
	t := w.text.Tokens
	isMark := t[j].Form == "." || isHyphen(w.text, j)
	return isMark && j+1 < last && t[j].Start == t[j-1].End && (w.nameWord(j+1) || isHyphen(w.text, j)) &&
		w.abbreviated(j)
}

// isLowerPart says whether the hyphen at token j ties a part in lower case to a name, which
// is over with it: "Sun Mi-rae (said)", but not "Sun Mi-era (rules)", "General-elect".
func isLowerPart(w *words, n *name, j, last int) bool {
	if !isHyphen(w.text, j) || j+1 >= last || n.to-n.from < 2 || w.upper(j+1) || !w.entry(j-1).unknown() {
		return false
	}
	part := w.text.Tokens[j+1].Form
	if part[0] <= '9' || !w.entry(j+1).unknown() && len(part) > longestSyllable {
		return false
	}
	return j+2 == last || w.text.Tokens[j+2].Kind != stemma.Word || !w.entry(j+2).unknown()
}

// longestSyllable is how long a word of the language may be that is a part of a name too:
// "Sun Mi-in".
const longestSyllable = 2

// abbreviated says whether the full stop at j belongs to the word before it:
// an initial or a title.
func (w *words) abbreviated(j int) bool {
	if w.text.Tokens[j].Form != "." {
		return true
	}
	f := w.text.Tokens[j-1].Form
	return len(f) == 1 ||
		w.entry(j-1).is(title) ||
		strings.Contains(f, ".") ||
		w.plays(j-1, dottedWord)
}

// particle says whether token i may stand inside a name: "van", "de".
func (w *words) particle(i int) bool { return w.plays(i, nameParticle) }

// finishName parts titles from the name and decides whether it is a person's.
func (w *words) finishName(n name) name {
	from := w.afterOffice(n, afterInnerTitle(w, &n, afterTitles(w, &n)))
	n.title, n.from = n.from, from
	isPersons := w.roleBefore(n.title)
	if n.from >= n.to {
		n.person = isPersons
		return n
	}
	dropBody(w, &n)
	w.takeApart(&n)
	isPersons = isGivenFirst(w, &n) || isPersons || n.title < n.from || isApposed(w, n)
	n.person = isPersons && maybePersons(w, n)
	if n.gender == male|female {
		n.gender = 0
	}
	return n
}

// dropBody takes the short form of a body off the front of a full name: "FBI | Ada Pell".
func dropBody(w *words, n *name) {
	if n.to-n.from < 3 || !isBodyAt(w, n.from) {
		return
	}
	if e := w.entry(n.from + 1); !e.is(given) || isBodyAt(w, n.to-1) {
		return
	}
	n.from++
	n.title = max(n.title, n.from)
}

// shortestBody is how many capitals a body's short form has at least: "JD Pell" is a name.
const shortestBody = 3

// isBodyAt says whether token i is all in capitals, as the short form of a body is.
func isBodyAt(w *words, i int) bool {
	tok := w.text.Tokens[i]
	return tok.End-tok.Start >= shortestBody && shouting(w.text.Report.Text[tok.Start:tok.End])
}

// afterTitles is where the titles end that open a name: "Dr. Gov. | Ada Pell".
func afterTitles(w *words, n *name) int {
	from := n.from
	for from < n.to {
		e := w.entry(from)
		isTitle := e.isBut(title, given) && from+1 < n.to
		if !isTitle && w.text.Tokens[from].Form != "." {
			break
		}
		if e != nil {
			n.gender |= e.class & (male | female)
		}
		from++
	}
	return from
}

// afterInnerTitle is where the last title inside of a name ends: "Former Florida Gov. |
// Ada Pell".
func afterInnerTitle(w *words, n *name, from int) int {
	for i := from + 1; i+1 < n.to; i++ {
		e := w.entry(i)
		if e == nil || e.class&(title|given) != title || w.plays(i+1, generationWord) {
			continue // "Ada King Jr." bears what is a title elsewhere
		}
		n.gender |= e.class & (male | female)
		from = i + 1
		if from+1 < n.to && w.text.Tokens[from].Form == "." {
			from++
		}
	}
	return from
}

// isGivenFirst says whether a name of several words begins with a given name, which may
// tell whether it is a man's or a woman's.
func isGivenFirst(w *words, n *name) bool {
	e := w.entry(n.from)
	if !e.is(given) || n.to-n.from < 2 {
		return false
	}
	if n.gender == 0 {
		n.gender = e.class & (male | female)
	}
	return true
}

// maybePersons says whether a person may bear the name.
func maybePersons(w *words, n name) bool { return !w.bodyName(n) || w.isBearers(n) }

// bodyName says whether a word of the name after the first shows that a body,
// an outlet or a paper bears it.
func (w *words) bodyName(n name) bool {
	return anyOf(n.from+1, n.to, func(i int) bool {
		e := w.lex.word(w.lex.owner.Of(w.text.Tokens[i].Form))
		return e.heads(organisationHead|outletName|documentHead|proceedingHead) && e.class&given == 0
	})
}

// afterOffice passes over a body's name that ends in front of a given name:
// "(Secretary of) State Marco Rubio".
func (w *words) afterOffice(n name, from int) int {
	for i := from; i+1 < n.to; i++ {
		e := w.entry(i)
		if !e.is(given) {
			continue
		}
		if i > from {
			if b := w.entry(i - 1); b != nil && b.class&given == 0 && (b.kinds != 0 || b.class&title != 0) ||
				i-1 == n.from && w.ofBefore(n.from) {
				return i
			}
		}
		return from
	}
	return from
}

func (w *words) ofBefore(i int) bool {
	return i > 0 && w.plays(i-1, ofWord)
}

// roleBefore says whether the word before token i is a role in lower case:
// "union secretary Bram Oster".
func (w *words) roleBefore(i int) bool {
	if i == 0 {
		return false
	}
	e := w.entry(i - 1)
	return e.is(title) && !w.upper(i-1)
}
