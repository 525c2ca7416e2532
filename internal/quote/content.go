package quote

// assign gives every hit of the unit its content. Contents to the right end
// where the next credit of the same level begins, so all right-hand starts are
// found first.
func (u *contents) assign(hits []hit) {
	if len(hits) == 0 {
		return
	}
	starts := make([]int, len(hits))
	cuts := make([]bool, len(u.a)+1)
	for i := range hits {
		starts[i] = u.readRight(&hits[i])
		hits[i].start = starts[i]
		if u.quotedLeft(&hits[i]) && starts[i] >= 0 && !u.at(starts[i]).quote {
			starts[i] = -1
		}
		if starts[i] < 0 {
			starts[i] = u.quoteAhead(&hits[i], u.following(hits, i))
		}
		if !isWithin(u, hits[:i], &hits[i]) {
			u.cut(&hits[i], starts[i], cuts)
		}
	}
	for i := range hits {
		u.fill(&hits[i], starts[i], cuts)
	}
	for i := range hits {
		u.fillNominal(hits, i)
	}
}

// isWithin says whether a credit is a part of what the one before it tells, since no more than
// a circumstance stands between: "Pell said that although the board met, | he left".
func isWithin(u *contents, before []hit, next *hit) bool {
	if len(before) == 0 {
		return false
	}
	h, end := &before[len(before)-1], beforeMarks(u, next.edge)
	return h.start > 0 &&
		h.start < end &&
		u.at(h.start-1).is(that) &&
		isCircumstance(u, h.start, end)
}

// quotedLeft says whether the quotation right before the source is what the
// hit credits, so that words after it only say when and where: "“It sank,” she
// said several months after the storm".
func (u *contents) quotedLeft(h *hit) bool {
	q := u.at(h.edge - 1)
	return h.bare && h.edge > 0 && q.quote && q.edged &&
		(h.edge == 1 || !q.short) && h.cue.speaks()
}

// cut marks where a hit's own words begin, when they end another's content.
func (u *contents) cut(h *hit, start int, cuts []bool) {
	if !(span{0, len(cuts)}).holds(h.edge) {
		return
	}
	p := h.edge - 1
	switch {
	case h.nominal && u.comma(p):
		cuts[p] = true
	case h.nominal,
		h.loose,
		h.relative:
		cuts[h.edge] = cuts[h.edge] || partsLoose(u, h)
	case h.bare && start < 0:
		cuts[h.edge] = true
		cutComma(u, p, cuts)
	case u.comma(h.edge), u.at(h.edge).is(conj):
		cuts[h.edge] = true
	case u.concessive(p) && u.comma(p-1):
		cuts[p-1] = true
	case u.at(p).is(conj):
		cuts[p] = true
		cutComma(u, p-1, cuts)
	}
}

// cutComma marks a comma before a hit's own words.
func cutComma(u *contents, i int, cuts []bool) {
	if u.comma(i) {
		cuts[i] = true
	}
}

// partsLoose says whether a participle or a relative clause is set off from what stands
// before it.
func partsLoose(u *contents, h *hit) bool {
	q := u.at(h.edge - 1)
	return u.comma(h.edge) ||
		u.at(h.edge).is(conj) ||
		h.loose && q.edged
}

// fill finds the content of a verb's hit.
func (u *contents) fill(h *hit, start int, cuts []bool) {
	if h.nominal {
		return
	}
	if h.main > 0 {
		defer func(was bool) { cuts[h.main] = was }(cuts[h.main])
		cuts[h.main] = true
	}
	if h.noun {
		e := u.frontedEnd(h, h.right, u.clauseEnd(h.right, cuts))
		h.content = u.doc.scratch.spans.add(h.content, span{h.right, e})
		return
	}
	if h.silent {
		h.dropped = true
		return
	}
	if !h.nobody && len(h.content) > 0 {
		return // "the plan was praised by the mayor"
	}
	if len(h.content) > 0 { // "the dam is believed to be unsafe"
		h.content = u.doc.scratch.spans.add(h.content, span{h.end, u.clauseEnd(h.end, cuts)})
		return
	}
	if start >= 0 {
		u.fillRight(h, start, cuts)
	}
	if start < 0 || u.at(start).quote {
		u.fillLeft(h, start)
	}
	if len(h.content) == 0 {
		h.dropped = true
	}
}

// fillRight finds content behind the cue.
func (u *contents) fillRight(h *hit, start int, cuts []bool) {
	if q := quotedRight(u, h, start); q >= 0 {
		h.content = u.doc.scratch.spans.add(h.content, span{q, q + 1})
		return
	}
	if e := rightEnd(u, h, start, cuts); e > start {
		h.content = u.doc.scratch.spans.add(h.content, span{start, e})
	}
}

// quotedRight is the quotation that is all of the content at start, -1 for none: behind a
// mark, closed by one ("…,"), or what something is called.
func quotedRight(u *contents, h *hit, start int) int {
	a, p := u.at(start), u.at(start-1)
	switch {
	case a.quote && (p.marks(',', ':') || a.edged || h.cue.frame&fAs != 0):
		return start
	case h.cue.frame&fAs != 0 && a.is(pronoun) && u.at(start+1).quote: // "called it “a joke”"
		return start + 1
	}
	return -1
}

// rightEnd is where content ends that starts behind the cue: with its clause, and before
// the main clause where the cue stands in one that opens the sentence.
func rightEnd(u *contents, h *hit, start int, cuts []bool) int {
	whole := u.clauseEnd(start, cuts)
	e := whole
	if u.headline && h.cue.frame&fNP != 0 && !u.at(start-1).is(that) {
		e = u.headlineEnd(start, e)
	}
	if h.opening {
		e = u.mainClause(start, e)
	}
	if p := h.edge - 1; u.concessive(p) && (p == 0 || u.at(p-1).is(that)) {
		e = u.mainClause(start, e)
	}
	if h.relative && u.comma(h.edge) {
		e = u.relativeEnd(start, e)
	}
	if e == whole && isGapped(u, h, start) {
		e = u.gappedEnd(start, e, u.comma(h.source.from-2))
	}
	if e == whole {
		e = u.frontedEnd(h, start, e)
	}
	return u.nounEnd(h, start, u.outcomeEnd(start, e))
}

// nounEnd ends content that is a noun group or an infinitive at the comma behind which a
// clause of its own stands: it is the writer's. "Pell praised the plan, | but the board
// refused"; "as they lament the noise, | they make it".
func (u *contents) nounEnd(h *hit, from, to int) int {
	if p := u.at(from - 1); p.is(that) || u.comma(from-1) {
		return to
	}
	for i := from + 1; i < to; i++ {
		if u.at(i).quote && !u.at(i).scare {
			return to
		}
		if !joinsDeed(u, i) && (!u.comma(i) || !opensOwnClause(u, h, span{from, to}, i+1)) {
			continue
		}
		if u.clauseIn(from, i) {
			return to
		}
		return u.trimEnd(from, i)
	}
	return to
}

// joinsDeed says whether "and" or "but" at atom i joins another deed to that of the cue: "denied
// the charges | and has sued her", "… | and accused her of it".
func joinsDeed(u *contents, i int) bool {
	a, verb, next := u.at(i), u.at(i+1), u.at(i+2)
	isDeed := verb.is(have) &&
		!u.lex.lasting.Fit(verb.form) ||
		verb.pastEnd &&
			!verb.upper &&
			next.is(det|poss|object)
	return a.is(conj) &&
		!a.plays(orWord) &&
		isDeed
}

// opensOwnClause says whether a clause that is no part of a noun group before it begins at
// atom i of what may be content.
func opensOwnClause(u *contents, h *hit, s span, i int) bool {
	a, first := u.at(i), u.at(s.from)
	mayBeSubject := h.cue.frame&fThat != 0 && !first.is(to) // "said the ferry, an old one, leaks"
	switch {
	case a.is(aux), u.thirdOnly(i) && a.headsNothing(): // "…, intensifies"
		return !mayBeSubject
	case isSubject(a): // "…, they claim"
		return !mayBeSubject ||
			h.cue.frame&fNP != 0 &&
				first.is(det|poss)
	case a.isAndNot(conj, andWord|orWord): // "…, but the board refused"
		return !isPaired(u, s.from, i+1)
	case a.plays(andWord): // "vowed revenge, and it came soon", "asked to leave, and the board agreed"
		return isSubject(u.at(i+1)) ||
			first.is(to) &&
				opensMain(u.at(i+1)) &&
				u.clauseIn(i+1, s.to)
	case a.plays(concessiveWord):
		return u.clauseIn(i+1, s.to)
	}
	return false
}

// opensMain says whether a clause that is none of an infinitive may begin with an atom: "the
// board", "on Monday", "Ada Pell".
func opensMain(a *atom) bool { return a.upper || a.is(det|poss|prep|dummy) }

// isPaired says whether "but" answers a "not" beside it: "not the pump, but the valve", "old,
// but not dangerous".
func isPaired(u *contents, from, i int) bool {
	return u.any(span{from, i + 1}, func(a *atom) bool { return a.is(neg | negative) })
}

// beforeMarks is where the words before atom i end, without the commas and dashes between.
func beforeMarks(u *contents, i int) int {
	for i > 0 && (u.comma(i-1) || u.dash(i-1)) {
		i--
	}
	return i
}

// fillLeft finds content before the source: "…, Pell said".
func (u *contents) fillLeft(h *hit, start int) {
	end := beforeMarks(u, h.edge)
	if end <= 0 || !takesLeft(h) {
		return
	}
	if q := u.at(end - 1); q.quote && (!q.scare || end == 1) {
		left := u.quoteSpan(end - 1)
		isSaid := start < 0 && h.cue.frame&fVerb != 0 && u.at(h.right).ended()
		if isSaid || !isCircumstance(u, left.from, end) { // not "When he called it “a joke,” he smiled"
			h.content = append([]span{left}, h.content...)
		}
		return
	}
	from := u.clauseStart(end)
	if from >= end || start >= 0 || u.awaits(h) || isCircumstance(u, from, end) || !u.closed(h.right) {
		return
	}
	fillClause(u, h, span{from, end})
}

// takesLeft says whether the content of a hit may stand before its source.
func takesLeft(h *hit) bool {
	return h.bare && h.cue.frame&(fThat|fQuote|fImpersonal) != 0
}

// isCircumstance says whether what stands from atom from on says when or why something
// was said: "When he said so, he was joking", "On Friday, even as it fell, he wrote".
func isCircumstance(u *contents, from, end int) bool {
	if u.at(from).is(prep) && u.comma(from+2) {
		from += 3
	}
	a, next := u.at(from), u.at(from+1)
	opens := a.isBut(sub, prep) ||
		a.is(adv) && next.is(sub) || // "Even as"
		a.pastEnd && next.is(sub|whether|prep) // "Asked whether"
	return opens && !u.commaIn(from, end)
}

// fillClause takes what stands before the source for content, and with it what the
// credit parts from it: "The longest, she said, runs for about four metres".
func fillClause(u *contents, h *hit, left span) {
	rest := u.rest(h)
	if u.clauseIn(left.from, left.to) {
		h.content = u.doc.scratch.spans.add(h.content, left)
		if !rest.empty() && goesOn(u, h, left, rest) {
			h.content = append(h.content, rest)
		}
		return
	}
	if !rest.empty() {
		h.content = append(h.content, left, rest)
		return
	}
	isWhole := left.to-left.from > 3 &&
		!u.at(left.from).is(prep|sub) &&
		h.cue.frame&fStrict == 0
	if u.headline || isWhole {
		h.content = u.doc.scratch.spans.add(h.content, left)
	}
}

// goesOn says whether what follows a credit is content that goes on: behind a conjunction or a
// preposition, but no relative clause on who said it ("…, said Pell, who left"); or where before the
// credit only a circumstance stands: "Under the deal, Pell said, it closes".
func goesOn(u *contents, h *hit, left, rest span) bool {
	a := u.at(rest.from)
	if h.inverted {
		return a.isBut(conj|sub|prep, rel)
	}
	isPhrase := u.at(left.from).isBut(prep, sub) && u.nounAfter(left.from+1, false).to == left.to
	isVerb := a.is(aux) && !u.at(left.from).is(aux) // "The reports that it leaks, Pell said, are old"
	return a.is(conj|sub|rel|prep) ||
		isPhrase ||
		isVerb
}

// uncut says that no other credit cuts a content short.
func (u *contents) uncut() []bool {
	if len(u.none) != len(u.a)+1 {
		u.none = make([]bool, len(u.a)+1)
	}
	return u.none
}

// rest is what follows a credit that splits its content: "The longest, she
// said, runs for about four metres".
func (u *contents) rest(h *hit) span {
	if !u.comma(h.right) || h.right+1 >= len(u.a) {
		return span{}
	}
	from := h.right + 1
	if u.at(from).entry.forms&gerundForm != 0 {
		return span{}
	}
	e := u.clauseEnd(from, u.uncut())
	if e <= from {
		return span{}
	}
	return span{from, e}
}

// fillNominal gives "according to" the clause that it stands by, and "citing"
// the content of the credit that it backs.
func (u *contents) fillNominal(hits []hit, i int) {
	h := &hits[i]
	if !h.nominal {
		return
	}
	if h.cites {
		u.fillCiting(hits, i)
		return
	}
	end := beforeMarks(u, h.edge)
	from := u.clauseStart(end)
	switch {
	case isFirst(u, h, span{from, end}):
		if s := behindNominal(u, h); !s.empty() {
			h.content = []span{s}
		}
	case u.at(end - 1).isQuotation():
		h.content = []span{u.quoteSpan(end - 1)}
	default:
		h.content = []span{{from, end}}
		if !u.clauseIn(from, end) {
			if rest := u.rest(h); !rest.empty() {
				h.content = append(h.content, rest)
			}
		}
	}
	h.dropped = len(h.content) == 0
}

// isFirst says whether a credit without a verb stands before what it credits: nothing
// does before it that may be content.
func isFirst(u *contents, h *hit, left span) bool {
	return h.edge == 0 ||
		u.at(h.edge).starts ||
		left.to == 0 ||
		left.to-left.from < 2 && !u.at(left.from).quote ||
		u.at(left.to-1).is(that|conj)
}

// behindNominal is the clause behind a credit without a verb: "According to Pell, who
// was there, | it rained".
func behindNominal(u *contents, h *hit) span {
	e := u.afterRelative(h.right)
	for u.at(e).marks(',', ':') {
		e++
	}
	return span{e, u.clauseEnd(e, u.uncut())}
}

func (u *contents) fillCiting(hits []hit, i int) {
	h := &hits[i]
	for k := h.inherit; k >= 0; k-- {
		if len(hits[k].content) > 0 {
			h.content = append([]span(nil), hits[k].content...)
			return
		}
	}
	end := h.edge
	from := u.clauseStart(end)
	if end-from < 3 {
		h.dropped = true
		return
	}
	h.content = []span{{from, u.trimEnd(from, end)}}
}
