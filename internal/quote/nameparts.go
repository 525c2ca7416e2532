package quote

import "stemma"

// part takes a name apart: "Donald Hale Jr" has a given name, a surname and a
// generation; "van der Berg" and "Hale Sr" have no given name.
func (r *Reader) part(t *stemma.Text, n *name) {
	last := n.to - 1
	n.given, n.generation = "", ""
	if form := r.lex.owner.Of(t.Tokens[last].Form); r.lex.plays(form, generationWord) && last > n.from {
		n.generation = form
		last--
		for last > n.from && t.Tokens[last].Kind == stemma.Mark {
			last--
		}
	}
	n.surname = r.lex.owner.Of(t.Tokens[last].Form)
	if last > n.from && !r.opensSurname(t, n.from) {
		n.given = t.Tokens[n.from].Form
	}
}

// opensSurname says whether the name that begins at token i begins with a
// particle, so that it has no given name: "Van der Berg", "De Witt", but "Al
// Tarrant".
func (r *Reader) opensSurname(t *stemma.Text, i int) bool {
	if !r.particle(t.Tokens[i].Form) {
		return false
	}
	e := r.lex.words[t.Tokens[i].Form]
	return e.class&given == 0 || r.particle(t.Tokens[i+1].Form)
}

// particlesAt counts the particles at token j that stand before the rest of a
// name, two at most: "van", "van der".
func (r *Reader) particlesAt(t *stemma.Text, j, last int) int {
	for n := 1; n <= 2 && j+n < last && r.particle(t.Tokens[j+n-1].Form); n++ {
		if r.nameWord(t, j+n) {
			return n
		}
	}
	return 0
}

// generationAfter says whether a comma at token j only parts a name from its
// generation: "Donald Hale, Jr."
func (r *Reader) generationAfter(t *stemma.Text, j, last int) bool {
	return t.Tokens[j].Form == "," && j+1 < last && startsUpper(t, j+1) && r.lex.plays(t.Tokens[j+1].Form, generationWord)
}

// maxNickname is the longest nickname inside a name, in words.
const maxNickname = 3

// nicknameAt gives the words of the nickname that opens at token j, between the
// given name and the surname: Walter “Patch” Dunmore, Walter (Patch) Dunmore.
// What is all in capitals between brackets is a party or a place.
func (r *Reader) nicknameAt(t *stemma.Text, j, last int) span {
	open := t.Tokens[j].Form
	if open != `"` && open != "'" && open != "(" {
		return span{}
	}
	k := j + 1
	for k < last && k-j <= maxNickname && r.nameWord(t, k) {
		if open == "(" && shouting(t.Report.Text[t.Tokens[k].Start:t.Tokens[k].End]) {
			return span{}
		}
		k++
	}
	if k == j+1 || k+1 >= last || !closes(open, t.Tokens[k].Form) || !r.nameWord(t, k+1) {
		return span{}
	}
	return span{j + 1, k}
}

func closes(open, mark string) bool {
	return mark == open || open == "(" && mark == ")"
}
