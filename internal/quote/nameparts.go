package quote

import "stemma"

// takeApart takes a name apart: "Donald Hale Jr" has a given name, a surname and a
// generation; "van der Berg" and "Hale Sr" have no given name.
func (w *words) takeApart(n *name) {
	last := n.to - 1
	n.given, n.generation = "", ""
	if form := w.lex.owner.Of(w.text.Tokens[last].Form); w.lex.plays(form, generationWord) && last > n.from {
		n.generation = form
		last--
		for last > n.from && w.text.Tokens[last].Kind == stemma.Mark {
			last--
		}
	}
	n.surname = w.lex.owner.Of(w.text.Tokens[last].Form)
	if last > n.from && !w.opensSurname(n.from) {
		n.given = w.text.Tokens[n.from].Form
	}
}

// opensSurname says whether the name that begins at token i begins with a
// particle, so that it has no given name: "Van der Berg", "De Witt", but "Al
// Tarrant".
func (w *words) opensSurname(i int) bool {
	if !w.particle(i) {
		return false
	}
	e := w.entry(i)
	return e.class&given == 0
}

// particlesAt counts the particles at token j that stand before the rest of a
// name, two at most: "van", "van der".
func (w *words) particlesAt(j, last int) int {
	if j+2 < last && w.particle(j) && isHyphen(w.text, j+1) && w.nameWord(j+2) { // "Sami al-Tawil"
		return 2
	}
	for n := 1; n <= 2 && j+n < last && w.particle(j+n-1); n++ {
		if w.nameWord(j + n) {
			return n
		}
	}
	return 0
}

// generationAfter says whether a comma at token j only parts a name from its
// generation: "Donald Hale, Jr."
func (w *words) generationAfter(j, last int) bool {
	return w.text.Tokens[j].Form == "," && j+1 < last && w.plays(j+1, generationWord)
}

// maxNickname is the longest nickname inside a name, in words.
const maxNickname = 3

// nicknameAt gives the words of the nickname that opens at token j, between the
// given name and the surname: Walter “Patch” Dunmore, Walter (Patch) Dunmore.
// What is all in capitals between brackets is a party or a place.
func (w *words) nicknameAt(j, last int) stretch {
	open := w.text.Tokens[j].Form
	if open != `"` && open != "'" && open != "(" {
		return stretch{}
	}
	k := j + 1
	if k < last && w.isDefinite(k) { // Ned “the Nail” Ash
		k++
	}
	for k < min(last, j+maxNickname+1) && w.nameWord(k) {
		if open == "(" && shouting(w.text.Report.Text[w.text.Tokens[k].Start:w.text.Tokens[k].End]) {
			return stretch{}
		}
		k++
	}
	if k+1 >= last || !closes(open, w.text.Tokens[k].Form) || !w.nameWord(k+1) {
		return stretch{}
	}
	return stretch{j + 1, k}
}

func closes(open, mark string) bool {
	return mark == open || open == "(" && mark == ")"
}

// maxOnce is the number of words within which a name may begin anew.
const maxOnce = 6

// beforeAnew is where the name that begins at token i is over at the latest: where its
// first word opens a second one, "Ada Wren | Ada Margaret Wren", as links in a text
// name somebody twice.
func beforeAnew(w *words, i, last int) int {
	for j := i + 2; j+1 < last && j-i < maxOnce && w.nameWord(j-1); j++ {
		if namedAnew(w, i, j, last) || verbBetween(w, j, last) {
			return j
		}
	}
	return last
}

// namedAnew says whether a name at token j begins like the one at token i.
func namedAnew(w *words, i, j, last int) bool {
	return j+1 < last && w.text.Tokens[j].Form == w.text.Tokens[i].Form && w.nameWord(j+1)
}

// verbBetween says whether token j is a verb with the capital of a headline between two
// names: "Ada Pell Calls Tom Veld".
func verbBetween(w *words, j, last int) bool {
	if j+2 >= last || !w.nameWord(j) || !w.nameWord(j+2) {
		return false
	}
	verb, next := w.entry(j), w.entry(j+1)
	return verb != nil && verb.class&(given|title) == 0 && verb.forms != 0 && verb.kinds == 0 &&
		next.is(given)
}

// isLast says whether nothing follows the name in its expression, but the name again.
func isLast(w *words, n name, end int) bool { return n.to >= end || namedAnew(w, n.from, n.to, end) }
