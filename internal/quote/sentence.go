package quote

import (
	"slices"
	"strings"

	"stemma"
)

// sentence is a sentence of a language with the verb second, cut into clauses: who is
// credited with what in it. It is built in parts, each on the one before: order,
// phrases, nominatives, frames.
type sentence struct{ frames }

// frames finds what credits without a cue verb: "laut", "nach Angaben", "so der Minister".
type frames struct{ nominatives }

// nominatives finds the subject of a clause.
type nominatives struct{ phrases }

// phrases finds noun groups.
type phrases struct{ order }

// order is how the words of a sentence stand: its clauses, and where their verbs are.
// Of words it knows how they stand, in lower case.
type order struct {
	u        *unit
	s        *verbSecond
	low      []string // of each atom of the unit
	from, to int      // without the mark that ends it
	clauses  []clause
	bound    bool // a frame credits the sentence, so a verb's object alone does not
}

// clause is a stretch of a sentence between marks.
type clause struct {
	from, to int
	mark     byte // that stands before it, 0 for none
	opener   opener
	verb     int // its finite verb, -1 for none
	mood     mood
}

// belongs says whether a clause is a part of the one before it.
func (c *clause) belongs() bool { return c.opener == verbless || c.opener == relativeClause }

// isInset says whether a clause is there, without a verb and behind a comma.
func isInset(of []clause, n int) bool {
	return n < len(of) && of[n].opener == verbless && of[n].mark == ','
}

// isDependent says whether a clause is there that has a verb and is no main clause.
func isDependent(of []clause, n int) bool {
	return n < len(of) && of[n].opener != mainClause && of[n].opener != verbless
}

// opener says how a clause begins, and so where its verb stands.
type opener uint8

const (
	mainClause      opener = iota // verb first or second
	objectClause                  // "dass", "ob", "warum": verb last
	adverbialClause               // "weil", "nachdem": verb last
	relativeClause                // "der", "in dem": verb last
	infiniteClause                // an infinitive with "zu"
	verbless                      // no verb at all
	quoted                        // a quotation
)

// readVerbSecond finds the credits of the unit, sentence by sentence.
func (u *unit) readVerbSecond() {
	if c, ok := u.label(); ok {
		u.doc.credits = append(u.doc.credits, c)
		return
	}
	low := make([]string, len(u.a))
	for i := range u.a {
		low[i] = u.written(i)
	}
	for from := 0; from < len(u.a); {
		to := from + 1
		for to < len(u.a) && !u.at(to).starts {
			to++
		}
		p := &sentence{}
		p.order = order{u: u, s: u.lex.verbSecond, low: low, from: from, to: to}
		p.read()
		from = to
	}
}

// read finds the credits of one sentence: by frames, by verbs, by the mood.
func (p *sentence) read() {
	for p.to > p.from && p.u.at(p.to-1).ended() {
		p.to--
	}
	p.cut()
	if len(p.clauses) == 0 {
		return
	}
	report := &p.u.doc.report
	before := len(p.u.doc.credits)
	framed := p.framed()
	p.bound = len(framed) > 0
	p.cues()
	p.within(framed, before)
	p.nouns()
	if len(p.u.doc.credits) > before {
		report.hold(p, before)
		return
	}
	p.goesOn(report)
}

// cut finds the parts.
func (p *order) cut() {
	from, mark, depth := p.from, byte(0), 0
	add := func(to int, next byte, skip int) {
		if to > from {
			p.clauses = append(p.clauses, clause{from: from, to: to, mark: mark, verb: -1})
		}
		from, mark = to+skip, next
	}
	for i := p.from; i < p.to; i++ {
		a := p.u.at(i)
		switch {
		case a.marks('(', '['):
			depth++
		case a.marks(')', ']'):
			depth = max(0, depth-1)
		case depth > 0:
		case p.divides(i):
			add(i, a.mark, 1)
		case a.quote && (!a.short || a.edged):
			add(i, mark, 0)
			add(i+1, 0, 0)
		}
	}
	add(p.to, 0, 0)
	for k := range p.clauses {
		p.class(k)
	}
}

// divides says whether the mark at i parts clauses; one inside a time or a number
// does not.
func (p *order) divides(i int) bool {
	a := p.u.at(i)
	switch a.mark {
	case 0:
		return false
	case ',', ';', ':', '?', '!':
		t := p.u.doc.text.Tokens
		return a.last >= len(t) || i+1 >= p.to || t[a.last].Start > t[a.last-1].End || p.u.at(i+1).quote
	}
	return a.spaced && p.u.dash(i)
}

// class finds out what a part is.
func (p *order) class(k int) {
	c := &p.clauses[k]
	c.mood = p.moodIn(c.from, c.to)
	if c.to-c.from == 1 && p.u.at(c.from).quote {
		c.opener = quoted
		return
	}
	first, last := p.behindConjunctions(c), p.lastWord(c)
	a := p.u.at(first)
	switch {
	case p.frame(first)&(frameOpens|frameClause) != 0 && p.final(last):
		c.opener, c.verb = adverbialClause, last // "wie die Reederei mitteilte"
	case a.is(that) || a.is(whether) && p.final(last):
		c.opener, c.verb = objectClause, last
	case a.is(sub) && p.final(last):
		c.opener, c.verb = adverbialClause, last // "als die Brücke fiel"
	case p.infinite(c, last):
		c.opener = infiniteClause // "zwei Fähren zu kaufen"
	case k > 0 && p.isRelative(first, last):
		c.opener, c.verb = relativeClause, last
	default:
		c.verb = p.firstFinite(c.from, c.to)
		if c.opener = mainClause; c.verb < 0 && (k == 0 || !p.final(last)) {
			c.opener = verbless
		}
	}
}

// behindConjunctions is the first word of a part behind "und" and "aber", which join clauses of
// every kind.
func (p *order) behindConjunctions(c *clause) int {
	first := c.from
	for first < c.to-1 && p.u.at(first).isBut(conj, sub) {
		first++
	}
	return first
}

// isRelative says whether a part is a relative clause: its only finite verb stands at its end, "die
// am Kai lag".
func (p *order) isRelative(first, last int) bool {
	return p.relative(first) && p.final(last) && p.firstFinite(first, p.cluster(first, last)) < 0
}

// moodIn is the strongest mood of the verb forms in a range; what the writer
// says of themselves has none.
func (p *order) moodIn(from, to int) mood {
	var m mood
	for i := from; i < to; i++ {
		a := p.u.at(i)
		if a.isBoth(first, pronoun|object) {
			return 0
		}
		if now := p.moodAt(i); now > m && !a.upper && !a.is(det) && !p.attribute(i) {
			m = now
		}
	}
	return m
}

// moodAt is the mood of the verb form at i.
func (p *order) moodAt(i int) mood {
	if m := p.s.moods[p.low[i]]; m != 0 || !p.s.reported.Fit(p.low[i]) {
		return m
	}
	return sureMood
}

// lastWord is the last word of a part, -1 for none.
func (p *order) lastWord(c *clause) int {
	for i := c.to - 1; i >= c.from; i-- {
		if p.u.at(i).mark == 0 {
			return i
		}
	}
	return -1
}

// final says whether the word at i can be the verb at the end of a clause.
func (p *order) final(i int) bool {
	if i < p.from || p.u.at(i).upper || !p.u.at(i).isWord() {
		return false
	}
	if p.finiteAt(i) {
		return true
	}
	w := p.low[i]
	return !p.u.at(i).is(adv) && p.s.last.Fit(w)
}

// finiteAt says whether the word at i is a finite form that the tables know.
func (p *order) finiteAt(i int) bool {
	a := p.u.at(i)
	if !a.isWord() || isNounForm(a) {
		return false
	}
	w := p.low[i]
	if a.isBut(aux, nonfinite) || p.s.finite[w] || p.s.reported.Fit(w) {
		return true
	}
	isFinite := func(f verbForm) bool { return f.form <= past }
	isPrefixed := func(n int) bool { return p.s.prefixes[w[:n]] && p.s.finite[w[n:]] }
	return slices.ContainsFunc(p.s.verbs[w], isFinite) || anyOf(2, min(9, len(w)-2), isPrefixed)
}

// isNounForm says whether a word has its capital from being a noun or a name, and not from
// where it stands.
func isNounForm(a *atom) bool {
	return a.upper && (!a.starts || a.entry.kinds != 0 || a.is(title|given))
}

// firstFinite is the first finite verb in a range, -1 for none. An adjective
// before its noun is none.
func (p *order) firstFinite(from, to int) int {
	for i := from; i < to; i++ {
		if p.finiteAt(i) && !p.attribute(i) {
			return i
		}
	}
	return -1
}

// attribute says whether the word at i stands between an article and a noun.
func (p *order) attribute(i int) bool {
	if i+1 >= p.to || !p.u.at(i+1).upper || i == p.from {
		return false
	}
	b := p.u.at(i - 1)
	return b.isBut(det|poss|num, pronoun) ||
		b.is(prep) && !p.u.at(i).is(aux) ||
		b.isWord() && !b.upper && p.s.weak.Fit(p.low[i-1]) && !p.finiteAt(i-1) &&
			p.s.weak.Fit(p.low[i]) && b.class == 0
}

// cluster is where the verbs at the end of a clause begin: "bleiben wollte". A
// word that is not known as a verb ends no cluster.
func (p *order) cluster(first, last int) int {
	if !p.finiteAt(last) {
		return last
	}
	for last-1 > first && p.final(last-1) {
		last--
	}
	return last
}

// relative says whether a relative clause can begin at i.
func (p *order) relative(i int) bool {
	a := p.u.at(i)
	if a.is(prep) && p.u.at(i+1).is(rel) {
		return true
	}
	return a.is(rel)
}

// infinite says whether a part ends in an infinitive with "zu".
func (p *order) infinite(c *clause, last int) bool {
	if last < c.from || p.u.at(last).upper {
		return false
	}
	w := p.low[last]
	if !p.s.stem.Fit(w) || last == c.from {
		return false
	}
	from := last
	if p.low[last-1] == p.s.to && !p.attribute(last) {
		from--
	} else if n := strings.Index(w, p.s.to); n < 2 || !p.s.prefixes[w[:n]] || len(w) <= n+len(p.s.to)+2 {
		return false
	}
	for from-1 > c.from && p.final(from-1) {
		from--
	}
	return p.firstFinite(c.from, from) < 0
}

func (p *order) frame(i int) frameWord {
	if !(span{p.from, p.to}).holds(i) {
		return 0
	}
	return p.s.frames[p.low[i]]
}

// tokens turns a range of atoms into one of tokens, without commas and dashes
// at its ends.
func (p *order) tokens(from, to int) stretch {
	for from < to && p.u.at(from).mark != 0 {
		from++
	}
	for to > from && p.u.at(to-1).mark != 0 && p.u.at(to-1).mark != ')' {
		to--
	}
	return p.u.tokens(span{from, to})
}

// credit enters a credit: its source, cue and content in atoms.
func (p *order) credit(c *cue, source span, cues, content []span) bool {
	out := credit{source: p.tokens(source.from, source.to), stance: c.stance, act: c.act, parent: -1,
		headline: p.u.headline}
	if source.to-source.from == 1 && p.impersonal(source.from) {
		out.source = stretch{}
	}
	out.nobody = out.source.empty()
	for _, s := range cues {
		if s := p.u.tokens(s); !s.empty() {
			out.cue = append(out.cue, s)
		}
	}
	for _, s := range content {
		if s := p.tokens(s.from, s.to); !s.empty() {
			out.content = append(out.content, s)
		}
	}
	if len(out.content) == 0 {
		return false
	}
	out.kind = p.kind(content)
	out.sentence = p.u.at(p.from).first
	if !source.empty() {
		out.sentence = p.u.at(source.from).first
	}
	p.u.doc.credits = append(p.u.doc.credits, out)
	return true
}

// impersonal says whether the word at i is a subject that is nobody: "man",
// "es".
func (p *order) impersonal(i int) bool {
	return p.u.at(i).isBoth(pronoun, dummy)
}

// kind tells direct from mixed and indirect content.
func (p *order) kind(content []span) stemma.AttributionKind {
	quoted, words := false, false
	for _, s := range content {
		for i := s.from; i < s.to; i++ {
			switch a := p.u.at(i); {
			case a.quote:
				quoted = true
			case a.mark == 0:
				words = true
			}
		}
	}
	switch {
	case quoted && words:
		return stemma.Mixed
	case quoted:
		return stemma.Direct
	}
	return stemma.Indirect
}
