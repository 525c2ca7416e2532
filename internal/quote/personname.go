package quote

import "stemma"

// isBearersMonth says whether a month with a capital is somebody's surname: behind a
// given name or a short title, or before a verb in the past that an auxiliary of the
// same form would not govern: "Theresa May", "Mr. May", "May said that".
func (w *lookup) isBearersMonth(i int) bool {
	e := w.entry(i)
	if !e.is(months) || e.class&modal == 0 || !w.upper(i) {
		return false
	}
	k := i - 1
	if k > 0 && w.text.Tokens[k].Form == "." {
		k--
	}
	if k >= 0 && w.upper(k) {
		if p := w.entry(k); p.is(given | shortTtl) {
			return true
		}
	}
	return i+1 < len(w.text.Tokens) && w.isToldBy(i+1)
}

// isToldBy says whether token i is a verb of saying in a form that no modal governs.
func (w *lookup) isToldBy(i int) bool {
	e := w.entry(i)
	return e != nil && e.forms&toldForm != 0 && e.forms&baseForm == 0
}

// maxApposed is how many words a role behind a name may have up to its noun.
const maxApposed = 6

// isApposed says whether an office or a trade between commas follows a name of several
// words, which is a person's then: "Rex Dunn, a marine engineer, said".
func isApposed(w *words, n name) bool {
	if n.to-n.from < 2 ||
		n.to+2 >= len(w.text.Tokens) ||
		w.text.Tokens[n.to].Form != "," ||
		!w.plays(n.to+1, aWord|theWord) ||
		n.title > 0 && isTied(w, n.title-1) {
		return false
	}
	for i := n.to + 2; i < min(n.to+2+maxApposed, len(w.text.Tokens)); i++ {
		e := w.entry(i)
		if w.text.Tokens[i].Kind == stemma.Mark && !isHyphen(w.text, i) || e.is(aux|rel|subject) {
			return false
		}
		if e.is(title) && e.kinds&anonymousHead != 0 {
			return closesRole(w, i+1)
		}
	}
	return false
}

// isTied says whether a preposition, which a place may follow, stands at token i.
func isTied(w *words, i int) bool {
	e := w.entry(i)
	return e.is(prep)
}

// closesRole says whether a role is over at token i: at a comma, a relative clause, a
// preposition.
func closesRole(w *words, i int) bool {
	if i >= len(w.text.Tokens) {
		return false
	}
	e := w.entry(i)
	return w.text.Tokens[i].Form == "," || e.is(prep|rel)
}
