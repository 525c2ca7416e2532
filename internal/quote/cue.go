package quote

import (
	"slices"

	"stemma"
)

// hit is one place where a cue credits something to somebody.
type hit struct {
	cue      *cue
	form     inflection
	at, end  int  // the cue word and the words after it that belong to it
	group    span // with its auxiliaries and adverbs
	passive  bool
	negated  bool
	modal    bool
	loose    bool // a participle without a subject of its own: "adding that"
	infinite bool // an infinitive that a verb of saying governs
	nominal  bool // "according to", "in the view of", "by her measurement"

	source   span
	wide     span // the source with its appositions, where they stand before the cue
	inherit  int  // index of the hit whose source this one shares, -1 for none
	nobody   bool
	noun     bool // a noun that introduces its content
	cites    bool // credits whom somebody else cites; inherit is that one's hit
	inverted bool
	relative bool
	main     int  // the verb of the clause in whose subject the cue stands: "who | asked for it | said"; 0 for none
	bare     bool // the source stands between a comma and the cue

	receiver span
	cueSpans []span
	content  []span
	edge     int // first atom of the credit's own words
	right    int // first atom after the cue, its hearer and its adverbials
	start    int // first atom of the content to the right, -1 for none
	fronted  bool
	dropped  bool
	opening  bool // in a clause before the main one
	set      bool // content to the right starts at right, whatever it is
	silent   bool // credits nothing after all: "reported the fault to the board"
}

// hits finds the cues of a unit, with their sources.
func (u *cues) hits() []hit {
	found := u.doc.scratch.told[:0]
	defer func() { u.doc.scratch.told = found }()
	for i := 0; i < len(u.a); i++ {
		if !u.hints(i) {
			continue
		}
		if h, ok := u.nominalAt(i); ok {
			found = append(found, h)
			i = max(i, h.end-1)
			continue
		}
		h, ok := u.verbAt(i)
		if !ok {
			continue
		}
		h.inherit = -1
		if !u.findSource(&h, found) {
			continue
		}
		found = append(found, h)
		i = h.end - 1
	}
	return found
}

// verbAt reads a cue verb at atom i.
func (u *cues) verbAt(i int) (hit, bool) {
	a := u.at(i)
	var best *cueForm
	for _, f := range a.entry.cues {
		if a.owner || best != nil && len(f.tail) <= len(best.tail) && len(best.tail) > 0 {
			continue
		}
		if u.tailAt(i+1, f.tail) {
			best = f
		}
	}
	if best == nil {
		return hit{}, false
	}
	h := hit{cue: best.cue, form: best.form, at: i, end: i + 1 + len(best.tail)}
	u.growGroup(&h)
	if !u.isVerb(&h, best) || u.names(&h) || governsCue(u, &h) {
		return hit{}, false
	}
	return h, true
}

// governsCue says whether a cue only governs the one behind it: "went on | to say".
func governsCue(u *cues, h *hit) bool {
	return h.end > h.at+1 && u.at(h.end).plays(toWord) && len(u.at(h.end+1).entry.cues) > 0 && u.catenative(h.end) > 0
}

// longestGroup is how many words before a cue may belong to its verb.
const longestGroup = 8

// growGroup takes in the auxiliaries, adverbs and governing verbs to the left.
func (u *cues) growGroup(h *hit) {
	from := h.at
	for from > max(0, h.at-longestGroup) {
		n := u.growOver(h, from)
		if n == 0 {
			break
		}
		from -= n
	}
	h.group = span{from, h.end}
}

// growOver says how many of the words before atom from belong to the cue's verb,
// and notes what they say of it.
func (u *cues) growOver(h *hit, from int) int {
	p, before := u.at(from-1), u.at(from-2)
	switch {
	case p.is(aux):
		u.noteAuxiliary(h, p, from)
		return 1
	case p.is(neg):
		h.negated = true
		return 1
	case p.parts(before):
		return 1
	case p.isBut(adv, conj), p.is(conj) && before.is(neg|aux): // "don't yet know"
		return 1
	case p.plays(toWord) && u.catenative(from-1) > 0: // "continued to say"
		h.infinite = true
		return u.catenative(from-1) + 1
	case p.plays(asWord) && h.form == gerund && u.quotedBefore(from-1): // "was quoted as saying"
		h.infinite = true
		return 2
	}
	return 0
}

// parts says whether a word may part a verb from its auxiliary or its subject, the
// word before it: "has since confirmed", "they have both confirmed".
func (a *atom) parts(before *atom) bool {
	return a.plays(sinceWord) && before.is(have) ||
		a.plays(floatWord) && (before.plainOr(aux|pronoun))
}

// noteAuxiliary notes what an auxiliary before atom from says of the verb.
func (u *cues) noteAuxiliary(h *hit, p *atom, from int) {
	h.negated = h.negated || p.is(neg|negative)
	h.modal = h.modal || p.is(modal)
	if u.onlyAdverbs(from, h.at) {
		h.passive = p.is(be) && h.form != gerund && h.form != base
	}
}

// quotedBefore says whether the "as" at i follows "was quoted".
func (u *cues) quotedBefore(i int) bool {
	p := u.at(i - 1)
	return slices.ContainsFunc(p.entry.cues, func(f *cueForm) bool {
		return f.cue.frame&fQuoted != 0 && f.form >= past
	})
}

// isVerb tells the verb from the noun and the adjective of the same form.
func (u *cues) isVerb(h *hit, f *cueForm) bool {
	if u.inName(h) || u.isNoun(h) || u.isFirstOfCompound(h) || headsNouns(u, h) {
		return false
	}
	switch h.form {
	case base:
		return u.isBaseVerb(h, f, u.at(h.at-1))
	case third:
		return u.isThirdVerb(h)
	case gerund:
		p := u.at(h.at - 1)
		isNoun := u.at(h.at).entry.kinds != 0 && p.lowerPlain() && !p.is(adv) // "a first official briefing on"
		return !isNoun &&
			!p.is(det|poss) &&
			!p.owner &&
			!u.at(h.end).plays(ofWord)
	}
	return u.isPastVerb(h) && !u.isAttribute(h, f)
}

// inName: a capitalised word behind another one is a part of a name: "the
// Washington Post".
func (u *cues) inName(h *hit) bool {
	a := u.at(h.at)
	if !a.upper || a.starts || u.headline {
		return false
	}
	p := u.at(h.at - 1)
	return p.upper || p.mark == ',' && u.at(h.end).is(conj) // "two men, Said and Ali Dorn"
}

// grouped says whether auxiliaries, adverbs or verbs stand before a cue that
// belong to it.
func (h *hit) grouped() bool { return h.group.from < h.at }

// isNoun: a form that may be a plural, with nothing behind it that a verb
// governs: "two reports".
func (u *cues) isNoun(h *hit) bool {
	mayBe := h.form == third ||
		h.form == base &&
			!h.infinite
	return mayBe &&
		!h.grouped() &&
		u.nounish(h) &&
		!u.governs(h)
}

// isFirstOfCompound: a form that is a noun as well, with another noun behind it:
// "state parties", "email chains".
func (u *cues) isFirstOfCompound(h *hit) bool {
	if h.grouped() || h.form > third || h.cue.frame&fAlsoNoun == 0 {
		return false
	}
	n := u.at(h.end)
	return !u.at(h.at-1).is(pronoun) &&
		!n.is(that|whether|def|poss) &&
		!n.quote
}

// isThirdVerb: "says" has no article, number, owner or preposition before it, and
// no auxiliary behind.
func (u *cues) isThirdVerb(h *hit) bool {
	p := u.at(h.at - 1)
	switch {
	case p.is(det|poss) && !u.alone(h),
		p.is(num) && !u.at(h.at-2).is(months):
		return false
	}
	return !p.owner &&
		!p.is(prep) &&
		!u.at(h.end).is(aux)
}

// isPastVerb: "said" has no article, owner or preposition before it, and no number
// that counts what follows: "three accused men", "the town's emotionally charged vote".
func (u *cues) isPastVerb(h *hit) bool {
	p, first := u.at(h.at-1), u.backAdverbs(h.at)
	before := u.at(first - 1)
	switch {
	case p.is(det|poss) && !u.alone(h),
		first < h.at && h.group.from == first && (before.owner || before.is(poss)),
		p.owner,
		p.is(prep) && !h.grouped():
		return false
	}
	return !p.is(num) || !u.countsNoun(h)
}

// countsNoun says whether the number before a cue counts the plain word behind
// it; the day of a date and a year do not.
func (u *cues) countsNoun(h *hit) bool {
	n, before := u.at(h.end), u.at(h.at-2)
	return n.lowerPlain() && !before.isOrPlays(months, inWord)
}

// isAttribute: a participle that tells of the noun before it: "a letter cited by
// the mayor", "the man accused of it".
func (u *cues) isAttribute(h *hit, f *cueForm) bool {
	if h.grouped() {
		return false
	}
	p, n := u.at(h.at-1), u.at(h.end)
	if u.agent(h.end) && !u.comma(h.at-1) {
		return true
	}
	mayBe := h.form == participle ||
		f.both &&
			h.cue.frame&display != 0
	return f.both &&
		isObjectless(h, n) ||
		mayBe &&
			p.lowerPlain() &&
			n.is(prep)
}

// isObjectless says whether the preposition n stands where a verb that blames or praises
// somebody has its object: "the man accused of it", "Pell, criticised for the delay".
func isObjectless(h *hit, n *atom) bool {
	takesObject := h.cue.frame&(fReceiver|fThat) == fReceiver ||
		h.cue.stance == stemma.Blaming &&
			h.cue.frame&fNP != 0
	return takesObject && h.cue.takes(n.form)
}

// alone says whether the determiner before a verb form stands for people by
// itself, or floats behind its noun: "some accused Pell", "they have both said";
// not "some accused men".
func (u *cues) alone(h *hit) bool {
	p, n := u.at(h.at-1), u.at(h.end)
	if h.group.from < h.at-1 {
		return true
	}
	return p.plays(memberWord|someWord|severalWord|floatWord) &&
		!(n.lowerPlain() && !n.is(timeWord))
}

// nounish says whether the word at i may be a noun in the plural as well:
// "reports", "remarks", "contests".
func (u *cues) nounish(h *hit) bool {
	i := h.at
	a := u.at(i)
	frame := h.cue.frame
	if len(a.entry.cues) > 0 {
		frame = a.entry.cues[0].cue.frame
	}
	if frame&fVerb != 0 {
		return false
	}
	if a.entry.kinds != 0 || a.entry.clausal || a.is(medium|finite|title) {
		return true
	}
	switch u.at(i - 1).mark {
	case 0:
		return !u.at(i-1).is(pronoun) && frame&(fStrict|fNP) != 0
	}
	return false
}

// governs says whether what follows the cue shows that it is a verb.
func (u *cues) governs(h *hit) bool {
	n := u.at(h.end)
	switch {
	case u.at(h.end - 1).is(to): // "hopes to work"
		return true
	case u.endsBefore(n), u.isObject(h, n):
		return true
	case n.is(prep):
		return h.cue.takes(n.form) || u.at(h.end+1).is(num)
	case u.at(h.at - 1).is(pronoun):
		return true
	case !n.plain() || n.is(adv):
		return false
	case h.form == base:
		return u.showsPlural(h, n)
	case n.entry.forms&baseForm != 0 && !n.upper: // "the records show"
		return false
	case u.thirdOnly(h.end):
		return !hasObject(u.at(h.end + 1))
	}
	return !n.verbal() &&
		(n.upper || !u.presentAt(h.end+1) && !u.at(h.end+1).verbal())
}

// hasObject says whether what stands behind a word that may be a plural or a verb shows that it
// is the verb: "campaign reports show that", but not "lists leaks".
func hasObject(a *atom) bool {
	return a.is(det|that|num|poss|pronoun) || a.upper
}

// showsPlural says whether the cue, in its base form, is a verb by what stands behind it, n, or by
// the plural before it: "officials say pumps".
func (u *cues) showsPlural(h *hit, n *atom) bool {
	return u.clauseFrom(h.end) && !n.verbal() ||
		u.attitudinal && u.pluralAt(h.group.from-1)
}

// endsBefore says whether the clause or its first part ends before an atom: a
// quotation, a mark, a sum of money.
func (u *cues) endsBefore(n *atom) bool {
	return n.quote ||
		n.marks(':', ',', '$') ||
		n.ended()
}

// isObject says whether an object, a clause or a time begins with an atom.
func (u *cues) isObject(h *hit, n *atom) bool {
	return n.is(det|poss|pronoun|object|num|that|whether|timeWord|many) ||
		n.is(to) &&
			h.cue.frame&fTo != 0
}

// takes says whether the cue's content may stand behind a preposition.
func (c *cue) takes(preposition string) bool {
	return slices.Contains(c.preps, preposition)
}

// isBaseVerb accepts a base form after a modal, a governing verb or a plural
// subject.
func (u *cues) isBaseVerb(h *hit, f *cueForm, p *atom) bool {
	switch {
	case u.isBaseNoun(h, p):
		return false
	case h.infinite:
		return true
	case p.plays(toWord):
		return false
	case p.is(aux) || u.at(h.group.from).is(aux):
		return !p.is(be|have) && !u.at(h.group.from).is(be) // "may have appeal"
	case f.both || p.isAndPlays(det, pairWord|floatWord):
		return true
	}
	g := h.group.from
	isNoun := u.nounish(h) && !u.at(h.end).is(that|det|poss|pronoun)
	return u.inverse(h) ||
		u.pluralBefore(g) ||
		!isNoun &&
			u.pluralModified(g)
}

// isBaseNoun: what stands before a base form makes it a noun: "the claim", "two
// reports", "the town's report", "in report".
func (u *cues) isBaseNoun(h *hit, p *atom) bool {
	switch {
	case p.isBut(det|poss, many) && !u.alone(h):
		return true
	case p.is(num) && !u.governs(h) && !u.clauseFrom(h.end):
		return true
	}
	return p.owner || p.isAndNot(prep, toWord)
}

// inverse says whether a base form can be the verb of "…, say officials".
func (u *cues) inverse(h *hit) bool {
	p := u.at(h.at - 1)
	return p.quote &&
		h.cue.frame&fThat != 0 &&
		u.at(h.end).plain()
}
