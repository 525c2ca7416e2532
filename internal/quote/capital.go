package quote

import (
	"strings"

	"stemma"
)

// capitalNames finds the names in a language in which every noun begins with a
// capital: what stands after a title, begins with a given name, or has no
// article and is no noun that the tables or its ending tell.
func (w *words) capitalNames(first, last int) []name {
	var found []name
	for i := first; i < last; {
		if !w.capital(i) {
			i++
			continue
		}
		end := w.capitalEnd(i, last)
		if n, ok := w.capitalName(i, end); ok {
			found = append(found, n)
		}
		i = end
	}
	return found
}

// capital says whether the token is a word with a capital that is no function
// word.
func (w *words) capital(i int) bool {
	if w.text.Tokens[i].Kind != stemma.Word || !w.upper(i) {
		return false
	}
	e := w.entry(i)
	return e == nil || e.class&(given|title) != 0 ||
		e.class&(det|pronoun|poss|prep|conj|sub|rel|aux|neg|timeWord|adv|months) == 0
}

// capitalEnd is the end of the run of capitals that begins at i, with what
// stands inside names: hyphens, initials, "von der".
func (w *words) capitalEnd(i, last int) int {
	j := i + 1
	for j < last {
		switch tok := w.text.Tokens[j]; {
		case w.capital(j):
			j++
		case j+1 < last && isHyphen(w.text, j):
			j += 2
		case tok.Form == "." && j+1 < last && tok.Start == w.text.Tokens[j-1].End && w.capital(j+1) && w.abbreviated(j):
			j += 2
		case behindParticles(w, j, last) > j:
			j = behindParticles(w, j, last)
		default:
			return j
		}
	}
	return j
}

// behindParticles is where the name goes on behind the particles at token j, which a given
// name stands before: "Ina von Rell", "Ina van der Rell"; j where it does not.
func behindParticles(w *words, j, last int) int {
	switch {
	case !w.particle(j) || !w.givenAt(j-1):
		return j
	case j+1 < last && w.capital(j+1) && !w.upper(j):
		return j + 2
	case j+2 < last && w.particle(j+1) && w.capital(j+2):
		return j + 3
	}
	return j
}

func (w *words) givenAt(i int) bool {
	return w.entry(i).is(given)
}

// capitalName takes the titles and nouns off the front of a run of capitals.
func (w *words) capitalName(i, end int) (name, bool) {
	n := name{from: i, to: end, title: i}
	n.from = w.lastOffice(i, end)
	titled, common := false, false
	for n.from < end {
		next := w.hyphened(n.from, end)
		e := w.word(next - 1)
		switch {
		case w.text.Tokens[n.from].Form == ".":
		case e == nil || e.class&given != 0 && next < end,
			e.class&title == 0 && e.kinds == 0:
			if !isAbstract(w, n.from, next, end) {
				return w.personName(n, titled, common)
			}
			common = true
		case e.class&title != 0:
			titled = true
			n.gender |= e.class & (male | female)
		default:
			common, titled = true, e.kinds&anonymousHead != 0 && e.kinds&organisationHead == 0 && end-next > 1
		}
		n.from = next
	}
	if titled || !isBodysName(w, i, end) {
		return n, false
	}
	n.from, n.title = i, i
	return n, true
}

// isAbstract says whether the word from i to next, with more behind it, ends like a noun for no
// person: "Versicherung". Short ones are names too often.
func isAbstract(w *words, i, next, end int) bool {
	const longest = 6 // bytes of the endings themselves
	form := w.text.Tokens[next-1].Form
	return w.lex.abstract.Fit(form) && len(form) > longest && next < end && !w.givenAt(i)
}

// isBodysName says whether a run of capitals is a body's own name, "Deutsche Bank", or one
// word that is an outlet's, "Inselpost".
func isBodysName(w *words, i, end int) bool {
	return w.bodyHeads(i, end) && (end-i >= 2 || w.paper(w.text.Tokens[i].Form))
}

// lastOffice passes over what stands before the last title or the first given
// name of a run: "Frankreichs Staatspräsident Nicolas Sarkozy" begins at the
// title. It is i where neither stands inside.
func (w *words) lastOffice(i, end int) int {
	if w.givenAt(i) {
		return i
	}
	for j := end - 2; j > i; j-- {
		if e := w.word(j); e.isBut(title, given) && w.text.Tokens[j+1].Form != "-" {
			for j > i && isHyphen(w.text, j-1) {
				j -= 2
			}
			return max(j, i)
		}
	}
	for j := i + 1; j+1 < end; j++ {
		if w.givenAt(j) && w.text.Tokens[j-1].Kind == stemma.Word && w.text.Tokens[j+1].Kind == stemma.Word {
			return j // "Reeder Henrik Olbers"
		}
	}
	return i
}

// hyphened is the end of the word at i with what hyphens join to it.
func (w *words) hyphened(i, end int) int {
	j := i + 1
	for j+1 < end && isHyphen(w.text, j) {
		j += 2
	}
	return j
}

// bodyHeads says whether the last word of a range is the head of a body's or
// outlet's name.
func (w *words) bodyHeads(i, end int) bool {
	e := w.word(end - 1)
	return e.heads(organisationHead | outletName)
}

// paper says whether a compound is an outlet's name by its last part: "Inselpost".
func (w *words) paper(form string) bool {
	e := w.lex.word(form)
	return w.lex.entry(form) == nil && e.heads(outletName) && !e.heads(outletNoun)
}

// personName decides what the words that are left of a run of capitals name.
func (w *words) personName(n name, titled, common bool) (name, bool) {
	known := w.givenAt(n.from) && n.to-n.from > 1
	w.takeApart(&n)
	if last := w.word(n.to - 1); last != nil && last.kinds != 0 && last.class&given == 0 && !known {
		isBody := last.kinds&(organisationHead|outletName) != 0
		return n, isBody && (n.to-n.from > 1 || w.paper(w.text.Tokens[n.from].Form))
	}
	if known && (n.gender == 0 || n.gender == male|female) {
		n.gender = w.entry(n.from).class & (male | female)
	}
	if n.gender == male|female {
		n.gender = 0
	}
	n.person = (known || titled) && !w.bodyName(n)
	return n, n.person || n.to-n.from > 1 || maybeName(w, n)
}

// maybeName says whether a single word with a capital may be a name: it is no noun that
// introduces a clause, and neither its end nor an article tells that it is another noun,
// unless it is a given name or all in capitals.
func maybeName(w *words, n name) bool {
	tok := &w.text.Tokens[n.from]
	if w.lex.verbSecond.cueNouns.Has(tok.Form) {
		return false
	}
	isNoun := w.lex.abstract.Fit(tok.Form) && len(tok.Form) > leastAbstract || w.articled(n.title)
	return !isNoun || shouting(w.text.Report.Text[tok.Start:tok.End]) || w.givenAt(n.from)
}

// leastAbstract is how many letters a noun has more than, that is told by its ending.
const leastAbstract = 6

// articled says whether an article, or an adjective, stands before token i.
func (w *words) articled(i int) bool {
	if i == 0 {
		return false
	}
	tok := w.text.Tokens[i-1]
	e := w.entry(i - 1)
	if e != nil && e.class != 0 {
		return e.isBut(det|poss|num, pronoun)
	}
	raw := strings.ToLower(w.text.Report.Text[tok.Start:tok.End])
	if w.lex.verbSecond.finite[raw] || len(w.lex.verbSecond.verbs[raw]) > 0 {
		return false
	}
	return tok.Kind == stemma.Word && !w.upper(i-1) && len(tok.Form) > 3 && w.lex.verbSecond.adjective.Fit(tok.Form)
}
