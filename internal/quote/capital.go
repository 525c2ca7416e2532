package quote

import (
	"strings"

	"stemma"
)

// capitalNames finds the names in a language in which every noun begins with a
// capital: what stands after a title, begins with a given name, or has no
// article and is no noun that the tables or its ending tell.
func (r *Reader) capitalNames(t *stemma.Text, first, last int) []name {
	var found []name
	for i := first; i < last; {
		if !r.capital(t, i) {
			i++
			continue
		}
		end := r.capitalEnd(t, i, last)
		if n, ok := r.capitalName(t, i, end); ok {
			found = append(found, n)
		}
		i = end
	}
	return found
}

// capital says whether the token is a word with a capital that is no function
// word.
func (r *Reader) capital(t *stemma.Text, i int) bool {
	if t.Tokens[i].Kind != stemma.Word || !startsUpper(t, i) {
		return false
	}
	e := r.lex.words[t.Tokens[i].Form]
	return e == nil || e.class&(given|title) != 0 || e.class&(det|pronoun|poss|prep|conj|sub|rel|aux|neg|timeWord|adv|months) == 0
}

// capitalEnd is the end of the run of capitals that begins at i, with what
// stands inside names: hyphens, initials, "von der".
func (r *Reader) capitalEnd(t *stemma.Text, i, last int) int {
	j := i + 1
	for j < last {
		switch tok := t.Tokens[j]; {
		case r.capital(t, j):
			j++
		case j+1 < last && isHyphen(t, j):
			j += 2
		case tok.Form == "." && j+1 < last && tok.Start == t.Tokens[j-1].End && r.capital(t, j+1) && r.abbreviated(t, j):
			j += 2
		case r.particle(tok.Form) && j+1 < last && r.capital(t, j+1) && r.givenAt(t, j-1) && !startsUpper(t, j):
			j += 2
		case r.particle(tok.Form) && j+2 < last && r.particle(t.Tokens[j+1].Form) && r.capital(t, j+2) && r.givenAt(t, j-1):
			j += 3
		default:
			return j
		}
	}
	return j
}

func (r *Reader) givenAt(t *stemma.Text, i int) bool {
	return r.lex.words[t.Tokens[i].Form].givenName()
}

// capitalName takes the titles and nouns off the front of a run of capitals.
func (r *Reader) capitalName(t *stemma.Text, i, end int) (name, bool) {
	n := name{from: i, to: end, title: i}
	n.from = r.lastOffice(t, i, end)
	titled, common := false, false
	for n.from < end {
		next := r.hyphened(t, n.from, end)
		e := r.lex.word(t.Tokens[next-1].Form)
		switch {
		case t.Tokens[n.from].Form == ".":
		case e == nil || e.class&given != 0 && next < end, e.class&title == 0 && e.kinds == 0:
			if r.lex.abstract.Fit(t.Tokens[next-1].Form) && len(t.Tokens[next-1].Form) > 6 && next < end && !r.givenAt(t, n.from) {
				common = true
				break
			}
			return r.personName(t, n, titled, common)
		case e.class&title != 0:
			titled = true
			n.gender |= e.class & (male | female)
		default:
			common, titled = true, e.kinds&anonymousHead != 0 && e.kinds&organisationHead == 0 && end-next > 1
		}
		n.from = next
	}
	if titled || !r.bodyHeads(t, i, end) || end-i < 2 && !r.paper(t.Tokens[i].Form) {
		return n, false
	}
	n.from, n.title = i, i // "Deutsche Bank", "Auswärtiges Amt": a body's own name
	return n, true
}

// lastOffice passes over what stands before the last title or the first given
// name of a run: "Frankreichs Staatspräsident Nicolas Sarkozy" begins at the
// title. It is i where neither stands inside.
func (r *Reader) lastOffice(t *stemma.Text, i, end int) int {
	if r.givenAt(t, i) {
		return i
	}
	for j := end - 2; j > i; j-- {
		if e := r.lex.word(t.Tokens[j].Form); e != nil && e.class&title != 0 && e.class&given == 0 && t.Tokens[j+1].Form != "-" {
			for j > i && isHyphen(t, j-1) {
				j -= 2
			}
			return max(j, i)
		}
	}
	for j := i + 1; j+1 < end; j++ {
		if r.givenAt(t, j) && t.Tokens[j-1].Kind == stemma.Word && t.Tokens[j+1].Kind == stemma.Word {
			return j // "Reeder Henrik Olbers"
		}
	}
	return i
}

// hyphened is the end of the word at i with what hyphens join to it.
func (r *Reader) hyphened(t *stemma.Text, i, end int) int {
	j := i + 1
	for j+1 < end && isHyphen(t, j) {
		j += 2
	}
	return j
}

// bodyHeads says whether the last word of a range is the head of a body's or
// outlet's name.
func (r *Reader) bodyHeads(t *stemma.Text, i, end int) bool {
	e := r.lex.word(t.Tokens[end-1].Form)
	return e != nil && e.kinds&(organisationHead|outletName) != 0
}

// paper says whether a compound is an outlet's name by its last part: "Inselpost".
func (r *Reader) paper(form string) bool {
	e := r.lex.word(form)
	return e != nil && r.lex.words[form] == nil && e.kinds&outletName != 0 && e.kinds&outletNoun == 0
}

// personName decides what the words that are left of a run of capitals name.
func (r *Reader) personName(t *stemma.Text, n name, titled, common bool) (name, bool) {
	last := r.lex.word(t.Tokens[n.to-1].Form)
	known := r.givenAt(t, n.from) && n.to-n.from > 1
	r.part(t, &n)
	if last != nil && last.kinds != 0 && last.class&given == 0 && !known {
		return n, (n.to-n.from > 1 || r.paper(t.Tokens[n.from].Form)) && last.kinds&(organisationHead|outletName) != 0
	}
	if known {
		if n.gender == 0 || n.gender == male|female {
			n.gender = r.lex.words[t.Tokens[n.from].Form].class & (male | female)
		}
	}
	if n.gender == male|female {
		n.gender = 0
	}
	n.person = (known || titled) && !r.bodyName(t, n)
	if n.person {
		return n, true
	}
	if n.to-n.from == 1 && r.lex.second.cueNouns.Has(t.Tokens[n.from].Form) {
		return n, false
	}
	if n.to-n.from == 1 && (r.lex.abstract.Fit(t.Tokens[n.from].Form) && len(t.Tokens[n.from].Form) > 6 || r.articled(t, n.title)) && !shouting(t.Report.Text[t.Tokens[n.from].Start:t.Tokens[n.from].End]) {
		return n, r.givenAt(t, n.from)
	}
	return n, true
}

// articled says whether an article, or an adjective, stands before token i.
func (r *Reader) articled(t *stemma.Text, i int) bool {
	if i == 0 {
		return false
	}
	tok := t.Tokens[i-1]
	e := r.lex.words[tok.Form]
	if e != nil && e.class != 0 {
		return e.class&(det|poss|num) != 0 && e.class&pronoun == 0
	}
	raw := strings.ToLower(t.Report.Text[tok.Start:tok.End])
	if r.lex.second.finite[raw] || len(r.lex.second.verbs[raw]) > 0 {
		return false
	}
	return tok.Kind == stemma.Word && !startsUpper(t, i-1) && len(tok.Form) > 3 && r.lex.second.adjective.Fit(tok.Form)
}

// owned narrows a source to whom its words belong: "Angaben der Polizei" is the
// police's, "seinen Worten" are his.
func (r *resolver) owned(s span) span {
	t, lex := r.p.text, r.p.r.lex
	if lex.second == nil {
		return s
	}
	at := -1
	for i := s.from; i < s.to && i < s.from+6; i++ {
		if startsUpper(t, i) && r.viewWord(t.Tokens[i].Form) {
			at = i
			break
		}
	}
	switch {
	case at < 0:
		return s
	case at+1 < s.to:
		next := lex.words[t.Tokens[at+1].Form]
		if next != nil && next.roles&ofWord != 0 && next.class&prep != 0 && at+2 < s.to {
			return span{at + 2, s.to}
		}
		if next == nil || next.class&prep == 0 {
			return span{at + 1, s.to}
		}
	case at > s.from:
		if e := lex.words[t.Tokens[s.from].Form]; e != nil && e.class&poss != 0 {
			return span{s.from, s.from + 1}
		}
	}
	return s
}

// viewWord says whether a word stands for what somebody told.
func (r *resolver) viewWord(form string) bool {
	return r.p.r.lex.second.views[form]
}

// heads says whether a name is the head of an expression in which a genitive or
// "von" may follow the head, and an apposition may name it after a comma.
func (r *resolver) heads(g group, n name) bool {
	t := r.p.text
	inside := false
	for i := g.from; i < n.title; i++ {
		e := r.p.r.lex.words[t.Tokens[i].Form]
		switch {
		case t.Tokens[i].Form == ",":
			inside = !n.person
		case e != nil && !startsUpper(t, i) && (e.class&prep != 0 || e.class&genitive != 0 && i > g.from):
			inside = true
		}
	}
	if !inside && !n.person && n.title > g.from && n.to-n.from == 1 {
		// "der Bush-Berater": the head is another noun
		for i := n.to; i < g.to; i++ {
			if r.p.r.capital(t, i) {
				return false
			}
		}
	}
	return !inside
}

// pressIn knows an outlet or agency by a word of the expression that is no name
// by its capitals: "die dpa", "der „Hafenkurier“", "dpa-Informationen".
func (r *resolver) pressIn(g group) (int, bool) {
	t, lex := r.p.text, r.p.r.lex
	if !lex.capitals {
		return 0, false
	}
	for i := g.from; i < g.to && i < g.from+maxWalk; i++ {
		tok := t.Tokens[i]
		e := lex.words[tok.Form]
		if e != nil && !startsUpper(t, i) && i > g.from && e.class&(prep|genitive) != 0 {
			break
		}
		if full, ok := lex.outlets[tok.Form]; ok && (e == nil || e.class == 0) && !(startsUpper(t, i) && len(full) > len(tok.Form)+4 && !shouting(t.Report.Text[tok.Start:tok.End])) {
			return r.entityAs(stemma.Outlet, full, folded(t, i, i+1)), true
		}
	}
	return 0, false
}

// pointed resolves a source that only points back to who spoke before: "demnach".
func (r *resolver) pointed(s span) (int, bool) {
	if r.p.r.lex.second == nil || s.to-s.from != 1 || !r.p.r.lex.plays(r.p.text.Tokens[s.from].Form, backWord) {
		return 0, false
	}
	return r.latest, true
}
