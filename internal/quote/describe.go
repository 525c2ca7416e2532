package quote

import (
	"sort"
	"strconv"

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
func (r *resolver) entityOf(s span, sentence int, source bool) int {
	t := r.p.text
	if k, ok := r.pointed(s); ok {
		return k
	}
	s = r.owned(s)
	if s.to-s.from == 1 || s.to-s.from == 2 && r.p.plays(s.from, herWord) {
		if e := r.p.entry(s.from); e != nil && e.class&(pronoun|poss|object) != 0 && e.class&det == 0 {
			if k, ok := r.pronoun(e, t.Tokens[s.from].Form, sentence); ok {
				return k
			}
		}
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

// parse takes an expression apart.
func (r *people) parse(s span) group {
	t, lex := r.p.text, r.p.lex
	g := group{from: s.from, to: s.to, head: -1, owner: -1, entry: nothing}
	g.names = r.p.names(s.from, r.withGeneration(s.to))
	end := s.to
	for i := s.from; i < s.to; i++ {
		e := r.p.word(i)
		if g.head >= 0 && (t.Tokens[i].Form == `"` || e != nil && e.class&genitive != 0 && !r.p.upper(i)) {
			end = i
			break
		}
		if t.Tokens[i].Form == "," || t.Tokens[i].Form == "(" || e != nil && e.class&rel != 0 && i > s.from ||
			e != nil && e.class&(prep) != 0 && e.roles&ofWord == 0 && i > s.from {
			end = i
			break
		}
		if g.head >= 0 && !r.p.upper(i) && (lex.weak.Fit(t.Tokens[i].Form) && (e == nil || e.kinds == 0) ||
			e != nil && e.class&finite != 0 && e.kinds == 0) {
			end = i
			break
		}
		if e != nil && e.roles&ofWord != 0 && g.head >= 0 {
			end = i
			break
		}
		if lex.owner.Fit(t.Tokens[i].Form) || e != nil && e.class&poss != 0 || t.Tokens[i].Form == "'" && i > s.from {
			g.owner = i
			g.head, g.entry = -1, nothing
			continue
		}
		if e != nil && e.kinds != 0 && e.class&(det|prep) == 0 {
			g.head, g.entry = i, e
		} else if e == nil || e.class&(det|prep|num|many|adv) == 0 {
			if lex.capitals {
				if g.head < 0 && t.Tokens[i].Kind == stemma.Word && r.p.upper(i) {
					g.head, g.entry = i, nothing
					if e != nil {
						g.entry = e
					}
				}
			} else if t.Tokens[i].Kind == stemma.Word && !r.p.upper(i) && g.head >= 0 && !r.isCue(e) &&
				!r.before(i+1, s.to, prep) {
				g.head, g.entry = i, nothing // a later noun that no table knows
				if e != nil {
					g.entry = e
				}
			}
		}
	}
	if g.owner >= 0 && g.head < 0 && g.owner+1 < end && t.Tokens[end-1].Kind == stemma.Word && !r.p.upper(end-1) {
		g.head = end - 1
		if e := r.p.entry(g.head); e != nil {
			g.entry = e
		}
	}
	g.definite = r.definite(s)
	g.count, g.plural = r.countOf(s, end, g.head)
	return g
}

// before says whether the token at i, within the expression, is of a class.
func (r *people) before(i, end int, c class) bool {
	if i >= end {
		return false
	}
	e := r.p.entry(i)
	return e != nil && e.class&c != 0
}

func (r *people) isCue(e *entry) bool { return e != nil && e.forms != 0 }

func (r *people) definite(s span) bool {
	e := r.p.entry(s.from)
	return e != nil && e.class&(def|poss) != 0
}

// countOf reads how many people an expression names.
func (r *people) countOf(s span, end, head int) (stemma.Count, bool) {
	total := stemma.Count{}
	plural, open := false, false
	part := s.from
	for i := s.from; i <= end; i++ {
		if i < end && !r.p.plays(i, andWord) {
			continue
		}
		if i > part {
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

// countPart reads one of the parts that "and" joins.
func (r *people) countPart(from, to int) stemma.Count {
	t, lex := r.p.text, r.p.lex
	for i := from; i < to; i++ {
		f := t.Tokens[i].Form
		if n, vague := lex.numeral(f); n > 0 {
			if vague {
				return stemma.Count{Min: n}
			}
			if i > from && r.p.plays(i-1, leastWord) {
				return stemma.Count{Min: n}
			}
			return stemma.Count{Min: n, Max: n}
		}
		switch roles := lex.roles(f); {
		case roles&otherWord != 0:
			if i == to-1 {
				return stemma.Count{Min: 1, Max: 1} // "the other"
			}
			return stemma.Count{Min: 2}
		case roles&severalWord != 0:
			return stemma.Count{Min: 3}
		case roles&someWord != 0:
			return stemma.Count{Min: 2}
		case roles&pairWord != 0:
			return stemma.Count{Min: 2, Max: 2}
		case roles&(aWord|eachWord) != 0:
			if i+1 < to && r.p.plays(i+1, quantityWord) {
				continue // "a few"
			}
			return stemma.Count{Min: 1, Max: 1}
		case roles&groupWord != 0:
			return stemma.Count{Min: 3}
		}
	}
	for i := to - 1; i >= from; i-- {
		e := r.p.word(i)
		if e != nil && e.kinds&anonymousHead != 0 {
			if lex.pluralPeople(t.Tokens[i].Form) || e.roles&crowdNoun != 0 {
				return stemma.Count{Min: 2}
			}
		}
	}
	return stemma.Count{Min: 1, Max: 1}
}

// pluralPeople says whether a noun for people stands in the plural.
func (l *lexicon) pluralPeople(form string) bool {
	return l.plays(form, crowdNoun) || l.people.Of(form) != form
}

// numeral is the number that a word or figures stand for, 0 for none; vague
// is set for "dozens", which is that or more.
func (l *lexicon) numeral(form string) (n int, vague bool) {
	if attributes := l.numbers[form]; len(attributes) > 1 && attributes[1] != "ordinal" {
		if value, err := strconv.Atoi(attributes[0]); err == nil && value <= maxNumeral {
			return value, attributes[1] == "crowd"
		}
	}
	for i := 0; i < len(form); i++ {
		if form[i] < '0' || form[i] > '9' || i > 6 {
			return 0, false
		}
		n = n*10 + int(form[i]-'0')
	}
	return n, false
}

// maxNumeral is the largest number of people that a word alone counts.
const maxNumeral = 2000
