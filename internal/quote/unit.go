package quote

import (
	"stemma"
	"stemma/internal/memory"
)

// unit is a run of sentences whose ends no quotation crosses: who is credited with
// what in it, told or only held. Each of its parts is built on the one before: bounds,
// sources, cues, contents, told.
type unit struct{ told }

// bounds finds where what a cue credits begins, and how far a source goes.
type bounds struct {
	syntax
	doc         *document
	headline    bool
	none        []bool // see uncut
	attitudinal bool   // attitudes are read, not what is told
}

// sources finds the source of a cue: before it, behind it, shared with another.
type sources struct{ bounds }

// cues finds the verbs, nouns and phrases that credit something to somebody.
type cues struct{ sources }

// contents fills in what is credited.
type contents struct{ cues }

// told makes credits of all that is told.
type told struct{ contents }

// newUnit is the unit of some atoms of a document, in the memory of the one before.
func newUnit(p *document, a []atom) *unit {
	u := &p.current
	*u = unit{}
	u.syntax, u.doc = syntaxOf(p.words, a), p
	return u
}

// read finds the credits of the unit, adds them to its document and gives the
// hits.
func (u *told) read() []hit {
	if c, ok := u.label(); ok {
		u.doc.credits = append(u.doc.credits, c)
		return nil
	}
	hits := u.hits()
	u.assign(hits)
	base := make([]int, len(hits))
	taken := u.taken(hits)
	for i := range hits {
		base[i] = -1
		if hits[i].cue.act == stemma.Believing && inside(taken, hits, i) {
			hits[i].dropped = true // "Pell said he wants a bridge": he said it
		}
		n := len(u.doc.credits)
		u.add(&hits[i])
		if len(u.doc.credits) == n {
			continue
		}
		base[i] = n
		u.cites(&hits[i], hits)
		if hits[i].cites && hits[i].inherit >= 0 && base[hits[i].inherit] >= 0 {
			u.doc.credits[n].parent = base[hits[i].inherit]
		}
	}
	return hits
}

// label reads the headline form "Leaked memo: 40 cracks in dam".
func (u *told) label() (credit, bool) {
	colon := labelEnd(u)
	if s := (span{0, colon}); colon == 0 || !isSource(u, s) {
		return credit{}, false
	}
	return credit{
		source:  u.tokens(span{0, colon}),
		content: []stretch{u.tokens(span{colon + 1, u.trimEnd(colon+1, len(u.a))})},
		kind:    stemma.Indirect,
		stance:  stemma.Neutral, parent: -1, headline: true, sentence: u.at(0).first,
	}, true
}

// longestLabel is how many words a headline's label has at most.
const longestLabel = 5

// labelEnd is where the colon of a headline stands that parts a label from the rest, 0
// for none: a label has no verb ("Passengers tell of crash: …").
func labelEnd(u *told) int {
	if !u.headline {
		return 0
	}
	for i := 1; i+1 < len(u.a) && i <= longestLabel; i++ {
		a := u.at(i)
		if a.mark == ':' {
			return i
		}
		isVerb := a.entry.forms != 0 && a.entry.kinds == 0 && !a.entry.clausal
		if a.mark != 0 || a.is(aux) || isVerb {
			return 0
		}
	}
	return 0
}

// isSource says whether a headline's label is who or what says the rest: an outlet, a
// paper, people, a name before a quotation; not "Gazette editorial".
func isSource(u *told, s span) bool {
	press, k := u.pressIn(s), u.kindsIn(s)
	if u.lex.labels.Has(u.at(s.to-1).form) && !u.isPress(s.to-1) && !(press && s.to > 1) {
		return false
	}
	isQuoted := u.at(s.to+1).quote && !u.at(0).is(prep) && u.at(s.to-1).upper
	return press || k&(documentHead|anonymousHead|organisationHead|outletName) != 0 || u.named(s) || isQuoted
}

// add turns a hit into credits. Each half of a quotation that the cue splits
// is a credit of its own.
func (u *told) add(h *hit) {
	p := u.doc
	if h.dropped && !u.awaits(h) {
		return
	}
	c := credit{
		source: u.tokens(h.source), extent: u.tokens(u.extent(h)), receiver: u.tokens(h.receiver),
		stance: h.cue.stance, nobody: h.nobody,
		parent: -1, headline: u.headline, relative: h.relative, negated: h.negated,
	}
	c.sentence = u.at(h.at).first
	c.act, c.attitude = h.cue.act, u.attitudinal
	c.cue = u.cueTokens(h)
	c.isSaying, c.certain = isSure(u, h)
	if h.negated {
		c.stance = stemma.Denying
	}
	if u.untold(h) {
		if !p.attitudes {
			return
		}
		c.attitude = true
	}
	c.topic = u.isTopic(h) || u.isUnsure(h)
	if h.dropped {
		c.kind = stemma.Direct
		p.pending = len(p.credits)
		p.credits = append(p.credits, c)
		return
	}
	if !p.attitudes && len(h.content) == 2 && u.wholeQuote(h.content[0]) && u.wholeQuote(h.content[1]) {
		for _, half := range h.content {
			d := c
			d.kind, d.content = stemma.Direct, []stretch{u.tokens(half)}
			p.credits = append(p.credits, d)
		}
		return
	}
	c.kind = u.kindOf(h)
	for _, s := range h.content {
		c.content = p.scratch.stretches.add(c.content, u.tokens(s))
	}
	p.credits = append(p.credits, c)
}

// isSure says whether a hit's cue can only be a word of saying, and whether several people
// are its source too.
func isSure(u *told, h *hit) (isSaying, isPeople bool) {
	isVerb := h.cue.frame&fVerb != 0
	isPeople = isVerb && u.lex.pluralPeople(u.at(h.source.to-1).form)
	return isVerb || h.cue == u.lex.accord, isPeople
}

// untold says whether a hit credits nothing after all: it says that something
// was not mentioned ("did not mention the engines", "did not say what").
func (u *told) untold(h *hit) bool {
	if h.nominal || len(h.content) != 1 || h.content[0].from < h.at {
		return false
	}
	s := h.content[0]
	a := u.at(s.from)
	if a.quote || u.at(s.from-1).mark == ':' {
		return false
	}
	if !h.negated || h.cue.stance != stemma.Neutral || h.cue.act == stemma.Believing || u.at(s.from-1).is(that) {
		return false
	}
	return a.is(rel|whether) || !u.clauseIn(s.from, u.topicEnd(s))
}

// kindOf tells direct from mixed and indirect credits.
func (u *told) kindOf(h *hit) stemma.AttributionKind {
	quoted, words := false, false
	for _, s := range h.content {
		for i := s.from; i < s.to; i++ {
			if u.at(i).quote {
				quoted = true
			} else if u.at(i).mark == 0 {
				words = true
			}
		}
	}
	first := h.content[0].from
	before := u.at(first - 1)
	switch {
	case !quoted:
		return stemma.Indirect
	case words,
		before.is(that),
		h.cue.frame&fAs != 0,
		u.at(first).scare && before.mark == 0 && first > h.at:
		return stemma.Mixed
	}
	return stemma.Direct
}

// taken gives for every atom which hit's content or source it stands in: 0 for
// none, else the first such hit's index and one. It is nil where there is one
// hit at most, and good until it is asked for again.
func (u *told) taken(hits []hit) []int {
	if len(hits) < 2 {
		return nil
	}
	taken := memory.Zeros(u.doc.scratch.taken, len(u.a))
	u.doc.scratch.taken = taken
	mark := func(s span, i int) {
		for k := max(s.from, 0); k < min(s.to, len(taken)); k++ {
			if taken[k] == 0 {
				taken[k] = i + 1
			}
		}
	}
	for i := range hits {
		if hits[i].dropped {
			continue
		}
		for _, s := range hits[i].content {
			mark(s, i)
		}
		mark(u.extent(&hits[i]), i)
	}
	return taken
}
