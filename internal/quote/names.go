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

	given      string // folded first name, "" for a bare surname
	surname    string // folded
	generation string // folded "jr" and its like, "" for none
	nickname   span   // tokens of a nickname inside the name: Walter “Patch” Dunmore
}

// names finds the names in the tokens from first to last.
func (r *Reader) names(t *stemma.Text, first, last int) []name {
	if r.lex.capitals {
		return r.capitalNames(t, first, last)
	}
	var found []name
	for i := first; i < last; i++ {
		if !r.nameWord(t, i) {
			continue
		}
		n, end := r.nameAt(t, i, last)
		if n.to > n.from {
			found = append(found, n)
		}
		i = max(end-1, i)
	}
	return found
}

// nameWord says whether the token can be part of a name.
func (r *Reader) nameWord(t *stemma.Text, i int) bool {
	tok := t.Tokens[i]
	if tok.Kind != stemma.Word || !startsUpper(t, i) {
		return false
	}
	e := r.lex.words[tok.Form]
	if e == nil {
		if i := strings.IndexByte(tok.Form, '\''); i > 0 && !r.lex.owner.Fit(tok.Form) { // "we've"
			e = r.lex.words[tok.Form[:i]]
		}
	}
	return e == nil || e.class&(det|pronoun|poss|prep|conj|sub|rel|aux|neg|timeWord|adv) == 0
}

// nameAt reads the name that starts at token i.
func (r *Reader) nameAt(t *stemma.Text, i, last int) (name, int) {
	n := name{from: i, to: i, title: i}
	j := i
	for j < last {
		switch {
		case r.nameWord(t, j):
			owner := r.lex.owner.Fit(t.Tokens[j].Form)
			j++
			if owner {
				n.to = j
				return r.finishName(t, n), j
			}
			n.to = j
			if j < last && t.Tokens[j].Form == "." && strings.Contains(t.Tokens[j-1].Form, ".") && t.Tokens[j].Start == t.Tokens[j-1].End {
				j++
				n.to = j
			}
			continue
		case j > i && (t.Tokens[j].Form == "." || isHyphen(t, j)) && j+1 < last && t.Tokens[j].Start == t.Tokens[j-1].End && (r.nameWord(t, j+1) || isHyphen(t, j)) && r.abbreviated(t, j):
			j++
			continue
		case j > i && r.particlesAt(t, j, last) > 0:
			j += r.particlesAt(t, j, last)
			continue
		case j > i && r.generationAfter(t, j, last):
			j++
			continue
		case j > i && n.nickname.empty():
			if nick := r.nicknameAt(t, j, last); !nick.empty() {
				n.nickname = nick
				j = nick.to + 1
				continue
			}
		}
		break
	}
	return r.finishName(t, n), j
}

// abbreviated says whether the full stop at j belongs to the word before it:
// an initial or a title.
func (r *Reader) abbreviated(t *stemma.Text, j int) bool {
	if t.Tokens[j].Form != "." {
		return true
	}
	f := t.Tokens[j-1].Form
	e := r.lex.words[f]
	return len(f) == 1 || e != nil && e.class&title != 0 || strings.Contains(f, ".") || e != nil && e.roles&dottedWord != 0
}

func (r *Reader) particle(form string) bool {
	return r.lex.plays(form, nameParticle)
}

// finishName parts titles from the name and decides whether it is a person's.
func (r *Reader) finishName(t *stemma.Text, n name) name {
	from := n.from
	for from < n.to {
		f := t.Tokens[from].Form
		e := r.lex.words[f]
		if f == "." || e != nil && e.class&title != 0 && e.class&given == 0 && from+1 < n.to {
			if e != nil {
				n.gender |= e.class & (male | female)
			}
			from++
			continue
		}
		break
	}
	for i := from + 1; i+1 < n.to; i++ { // "Former Florida Gov. Jeb Bush"
		if e := r.lex.words[t.Tokens[i].Form]; e != nil && e.class&(title|given) == title {
			n.gender |= e.class & (male | female)
			from = i + 1
			if from+1 < n.to && t.Tokens[from].Form == "." {
				from++
			}
		}
	}
	from = r.afterOffice(t, n, from)
	n.title, n.from = n.from, from
	if r.roleBefore(t, n.title) {
		n.person = true
	}
	if n.from >= n.to {
		return n
	}
	r.part(t, &n)
	if e := r.lex.words[t.Tokens[n.from].Form]; e != nil && e.class&given != 0 && n.to-n.from > 1 {
		n.person = true
		if n.gender == 0 {
			n.gender = e.class & (male | female)
		}
	}
	n.person = (n.person || n.title < n.from) && !r.bodyName(t, n)
	if n.gender == male|female {
		n.gender = 0
	}
	return n
}

// bodyName says whether a word of the name after the first shows that a body,
// an outlet or a paper bears it.
func (r *Reader) bodyName(t *stemma.Text, n name) bool {
	for i := n.from + 1; i < n.to; i++ {
		e := r.lex.word(r.lex.owner.Of(t.Tokens[i].Form))
		if e != nil && e.kinds&(organisationHead|outletName|documentHead|proceedingHead) != 0 && e.class&given == 0 {
			return true
		}
	}
	return false
}

// afterOffice passes over a body's name that ends in front of a given name:
// "(Secretary of) State Marco Rubio".
func (r *Reader) afterOffice(t *stemma.Text, n name, from int) int {
	for i := from; i+1 < n.to; i++ {
		e := r.lex.words[t.Tokens[i].Form]
		if e == nil || e.class&given == 0 {
			continue
		}
		if i > from {
			if b := r.lex.words[t.Tokens[i-1].Form]; b != nil && b.class&given == 0 && (b.kinds != 0 || b.class&title != 0) || i-1 == n.from && r.ofBefore(t, n.from) {
				return i
			}
		}
		return from
	}
	return from
}

func (r *Reader) ofBefore(t *stemma.Text, i int) bool {
	return i > 0 && r.lex.plays(t.Tokens[i-1].Form, ofWord)
}

// roleBefore says whether the word before token i is a role in lower case:
// "union secretary Bram Oster".
func (r *Reader) roleBefore(t *stemma.Text, i int) bool {
	if i == 0 {
		return false
	}
	e := r.lex.words[t.Tokens[i-1].Form]
	return e != nil && e.class&title != 0 && !startsUpper(t, i-1)
}
