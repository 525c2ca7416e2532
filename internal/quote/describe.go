package quote

import (
	"sort"
	"strings"

	"stemma"
)

func sortBy(order []int, key func(int) int) {
	sort.SliceStable(order, func(a, b int) bool { return key(order[a]) < key(order[b]) })
}

// group is a source expression taken apart.
type group struct {
	from, to int
	head     int // token of the head noun, -1 for none
	entry    *entry
	owner    int // token of a possessor's name or pronoun, -1 for none
	definite bool
	count    stemma.Count
	plural   bool
	names    []name
}

// entityOf finds or enters the entity that a source expression stands for.
// sentence is where it stands.
func (r *resolver) entityOf(s stretch, sentence int, source bool) int {
	if k, ok := r.pointed(s); ok {
		return k
	}
	s = r.owned(s)
	if s.to-s.from > 1 && r.before(s.to-1, s.to, reflexive) { // "the mayor himself"
		s.to--
	}
	if s.to-s.from == 1 || s.to-s.from == 2 && r.p.plays(s.from, herWord) && !isPeople(&r.people, s.from+1) {
		if e := r.p.entry(s.from); e.isBut(pronoun|poss|object, det) {
			if k, ok := r.pronoun(e, s.from, sentence); ok {
				return k
			}
		}
	}
	if k, ok := r.together(s); ok {
		return k
	}
	g := r.parse(s)
	if k, ok := r.nicknamed(g); ok {
		return k
	}
	if k, ok := r.byName(g); ok {
		return k
	}
	if k, ok := r.pressIn(g); ok {
		return k
	}
	return r.byDescription(g, sentence)
}

// isPeople says whether token i is a noun for people: "her husband".
func isPeople(r *people, i int) bool {
	e := r.p.word(i)
	return e.heads(anonymousHead)
}

// parse takes an expression apart.
func (r *people) parse(s stretch) group {
	whole := s
	s = behindDay(r, s)
	g := group{from: s.from, to: s.to, head: -1, owner: -1, entry: nothing}
	g.names = r.p.names(s.from, r.withGeneration(s.to))
	end := s.to
	for i := s.from; i < s.to; i++ {
		e := r.p.word(i)
		if e == nil {
			e = nothing
		}
		if r.ends(&g, i, e) {
			end = i
			break
		}
		if owner := ownerAtEnd(r, s, i, e); owner != nil && r.isHead(&g, i, owner) {
			g.head, g.entry = i, owner
			break
		}
		if r.ownsAt(&g, i, e) {
			g.owner, g.head, g.entry = i, -1, nothing
			continue
		}
		if r.isHead(&g, i, e) {
			g.head, g.entry = i, e
		}
	}
	r.headOfOwned(&g, end)
	g.definite = r.definite(whole)
	g.count, g.plural = r.countOf(s, end, g.head)
	return g
}

// behindDay is an expression without the day whose it is: "Monday's | report".
func behindDay(r *people, s stretch) stretch {
	day := r.p.lex.owner.Of(r.p.text.Tokens[s.from].Form)
	if s.to-s.from > 1 && day != r.p.text.Tokens[s.from].Form && r.p.lex.word(day).is(timeWord) {
		s.from++
	}
	return s
}

// ownerAtEnd is the entry of an owner that is all of an expression's noun: "the mayor's
// (claim)"; nil for none.
func ownerAtEnd(r *people, s stretch, i int, e *entry) *entry {
	if e != nothing || i+1 < s.to || i == s.from {
		return nil
	}
	return r.p.lex.word(r.p.lex.owner.Of(r.p.text.Tokens[i].Form))
}

// ends says whether the noun group is over at token i: at a comma, a bracket, a
// relative clause, a preposition but "of".
func (r *people) ends(g *group, i int, e *entry) bool {
	form := r.p.text.Tokens[i].Form
	if strings.Contains(",(", form) {
		return true
	}
	if i > g.from && (e.class&rel != 0 || e.class&prep != 0 && e.roles&ofWord == 0) {
		return true
	}
	return g.head >= 0 && r.endsHeaded(form, i, e)
}

// endsHeaded says whether a group that has its noun is over at token i: at a
// quotation, an "of", an owner in the genitive, a verb.
func (r *people) endsHeaded(form string, i int, e *entry) bool {
	if form == `"` || e.roles&ofWord != 0 {
		return true
	}
	isVerb := e.kinds == 0 && (e.class&finite != 0 || r.p.lex.weak.Fit(form))
	return (isVerb || e.class&genitive != 0) && !r.p.upper(i)
}

// ownsAt says whether token i is an owner: "the town's", "their".
func (r *people) ownsAt(g *group, i int, e *entry) bool {
	form := r.p.text.Tokens[i].Form
	return e.class&poss != 0 ||
		form == "'" && i > g.from ||
		r.p.lex.owner.Fit(form)
}

// isHead says whether token i is the noun of its group, as far as was read: a
// noun that the tables know, or one that follows such a noun and may be one. With
// capitals for nouns, the first of them is.
func (r *people) isHead(g *group, i int, e *entry) bool {
	switch {
	case e.kinds != 0 && e.class&(det|prep) == 0:
		return true
	case e.class&(det|prep|num|many|adv) != 0, r.p.text.Tokens[i].Kind != stemma.Word:
		return false
	case r.p.lex.capitals:
		return g.head < 0 && r.p.upper(i)
	}
	return g.head >= 0 && e.forms == 0 && !r.p.upper(i) && !r.before(i+1, g.to, prep)
}

// headOfOwned takes the last word of what somebody owns for its noun, where no
// table knows one: "the town's reeve".
func (r *people) headOfOwned(g *group, end int) {
	last := end - 1
	if g.owner < 0 || g.head >= 0 || g.owner >= last || r.p.text.Tokens[last].Kind != stemma.Word || r.p.upper(last) {
		return
	}
	g.head = last
	if e := r.p.entry(last); e != nil {
		g.entry = e
	}
}

// before says whether the token at i, within the expression, is of a class.
func (r *people) before(i, end int, c class) bool {
	if i >= end {
		return false
	}
	e := r.p.entry(i)
	return e.is(c)
}

func (r *people) definite(s stretch) bool {
	e := r.p.entry(s.from)
	return e.is(def | poss)
}

// countOf reads how many people an expression names.
func (r *people) countOf(s stretch, end, head int) (stemma.Count, bool) {
	total := stemma.Count{}
	plural, open := false, false
	part := s.from
	for i := s.from; i <= end; i++ {
		if i < end && !r.p.plays(i, andWord) {
			continue
		}
		if i > part && (part == s.from || !isSecondRole(r, s.from, part, end)) {
			c := r.countPart(part, i)
			total.Min += c.Min
			total.Max += c.Max
			open = open || c.Max == 0
			plural = plural || c.Min > 1
		}
		part = i + 1
	}
	if open {
		total.Max = 0
	}
	if total.Min == 0 {
		total = stemma.Count{Min: 1, Max: 1}
	}
	return total, plural || total.Min > 1
}

// isSecondRole says whether the words from token part on, behind an "and", name another
// role of the one before: with no article of their own, and with what both are of: "the
// founder and longtime leader of the lifeboats", but not "the mother and daughter".
func isSecondRole(r *people, from, part, end int) bool {
	if !r.before(from, end, det) || r.before(part, end, det|num|many|poss) || part >= end {
		return false
	}
	isSeveral := func(i int) bool {
		e := r.p.word(i)
		return e != nil && (r.isCrowd(e, i) || e.roles&(kinWord|pairWord|severalWord|someWord) != 0)
	}
	if anyOf(from, part-1, isSeveral) {
		return false
	}
	head := -1
	for i := part; i < end && !r.p.plays(i, ofWord); i++ {
		if e := r.p.word(i); e.heads(anonymousHead) || e.is(title) {
			head = i
		}
	}
	e := r.p.word(max(head, 0))
	return head >= 0 && !r.isCrowd(e, head) && e.roles&kinWord == 0
}

// countPart reads one of the parts that "and" joins.
func (r *people) countPart(from, to int) stemma.Count {
	for i := from; i < to; i++ {
		if c, ok := r.counted(from, i); ok {
			return c
		}
		if c, ok := r.countWord(i, to); ok {
			return c
		}
	}
	for i := to - 1; i >= from; i-- {
		e := r.p.word(i)
		if !e.heads(anonymousHead) {
			continue
		}
		if r.isCrowd(e, i) {
			return stemma.Count{Min: 2}
		}
		break // "the police | chief" is one
	}
	return stemma.Count{Min: 1, Max: 1}
}

// isCrowd says whether a noun for people at token i names several.
func (r *people) isCrowd(e *entry, i int) bool {
	return e.roles&crowdNoun != 0 || r.p.lex.pluralPeople(r.p.text.Tokens[i].Form)
}

// counted reads a number at token i: "four", "at least four", "dozens".
func (r *people) counted(from, i int) (stemma.Count, bool) {
	n, vague := r.p.lex.numeral(r.p.text.Tokens[i].Form)
	units, isLike := behindHyphen(r, i)
	n += units
	switch {
	case n <= 0, isLike:
		return stemma.Count{}, false
	case vague,
		i > from && r.p.plays(i-1, leastWord),
		r.p.atLeast(i - 1),
		r.p.atLeast(i - 2):
		return stemma.Count{Min: n}, true
	}
	return stemma.Count{Min: n, Max: n}, true
}

// behindHyphen reads what a hyphen joins to the number at token i: its units ("twenty-five"), or a word by which it
// tells what something is like, and not how many there are ("the 73-year-old").
func behindHyphen(r *people, i int) (units int, isLike bool) {
	t := r.p.text.Tokens
	if i+2 >= len(t) || !isHyphen(r.p.text, i+1) {
		return 0, false
	}
	n, _ := r.p.lex.numeral(t[i+2].Form)
	if t[i].Kind != stemma.Word || n > 9 { // "20-25 keepers"
		return 0, n <= 0
	}
	return max(0, n), n <= 0
}

// atLeast says whether token i is the "least" of "at least (four)".
func (w *words) atLeast(i int) bool {
	return i > 0 && w.plays(i-1, atWord) && w.plays(i, leastWord)
}

// countWord reads a word at token i that counts without a number.
func (r *people) countWord(i, to int) (stemma.Count, bool) {
	roles := r.p.lex.roles(r.p.text.Tokens[i].Form)
	switch {
	case roles&otherWord != 0 && i == to-1:
		return stemma.Count{Min: 1, Max: 1}, true // "the other"
	case roles&otherWord != 0:
		return stemma.Count{Min: 2}, true
	case roles&severalWord != 0:
		return stemma.Count{Min: 3}, true
	case roles&someWord != 0:
		return stemma.Count{Min: 2}, true
	case roles&pairWord != 0:
		return stemma.Count{Min: 2, Max: 2}, true
	case roles&(aWord|eachWord) != 0:
		isFew := i+1 < to && r.p.plays(i+1, quantityWord) // "a few"
		return stemma.Count{Min: 1, Max: 1}, !isFew
	}
	return stemma.Count{Min: 3}, roles&groupWord != 0
}
