package quote

import "stemma"

// maxBearerWords is how many words a name has that ends like an outlet's and is a
// person's for all that: two names and an initial between them.
const maxBearerWords = 3

// isBearers says whether somebody bears a name that ends like an outlet's or a
// paper's. The name alone cannot tell ("Marion Star" is a paper, "Tom Post" a
// fisherman), so that a title, a role, an age or a "who" must stand at it.
func (w *words) isBearers(n name) bool {
	e, last := w.entry(n.from), w.lex.word(n.surname)
	switch {
	case !e.is(given) || last == nil || n.from+1 >= n.to || w.lex.capitals:
		return false
	case last.kinds&(outletName|documentHead|organisationHead|proceedingHead) == 0:
		return false
	case n.to-n.from > maxBearerWords+1 || n.title > 0 && w.plays(n.title-1, theWord):
		return false
	}
	return n.title < n.from || w.roleBefore(n.title) || w.personBehind(n.to)
}

// personBehind says whether what follows a comma at token i is said of a person:
// ", 54,", ", who", ", the clerk of the board,".
func (w *words) personBehind(i int) bool {
	t := w.text
	if i+1 >= len(t.Tokens) || t.Tokens[i].Form != "," {
		return false
	}
	if t.Tokens[i+1].Kind == stemma.Number || w.plays(i+1, whoWord) {
		return true
	}
	isPerson := false
	for k := i + 1; k < min(len(t.Tokens), i+maxDescriptor); k++ {
		e := w.entry(k)
		switch {
		case t.Tokens[k].Kind == stemma.Mark && !isHyphen(t, k),
			e.is(rel | prep):
			return isPerson
		case e.is(aux | finite | subject):
			return false
		case e != nil && (e.kinds != 0 || e.class&title != 0):
			isPerson = e.kinds&^anonymousHead == 0
		}
	}
	return false
}

// maxDescriptor is the number of tokens up to which an apposition is taken for
// a description of somebody.
const maxDescriptor = 14
