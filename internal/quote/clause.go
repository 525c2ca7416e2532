package quote

// readRight looks at what follows the cue: the hearer, adverbials, and where
// the content starts. It is -1 when there is no content to the right.
func (u *bounds) readRight(h *hit) int {
	if h.noun {
		return h.right
	}
	if h.nominal {
		return -1
	}
	i := h.end
	if h.inverted {
		i = h.right
	}
	if !h.passive {
		i = u.readReceiver(h, i)
	}
	j := u.skipAdverbials(h, i)
	if h.bare {
		j = u.whenEnd(j)
	}
	h.right = j
	if u.notifies(h, j) || u.withholds(h, j) {
		h.silent = true
		return -1
	}
	if h.inverted {
		return u.afterInverted(j)
	}
	return u.contentStart(h, j)
}

// readReceiver takes in the hearer of "told the Lantern that".
func (u *bounds) readReceiver(h *hit, i int) int {
	if h.cue.frame&fReceiver == 0 || u.at(i).quote {
		return i
	}
	s := u.nounAfter(i, true)
	if s.empty() || u.at(s.from).is(timeWord) {
		return i
	}
	// "warned the dam was unsafe": the noun group is the content's subject.
	if n := u.at(s.to); n.is(aux|finite) || n.verbal() {
		return i
	}
	if n := u.at(s.to); h.cue.frame&fNP != 0 && !n.is(that) && !n.quote {
		return i
	}
	h.receiver = s
	return s.to
}

// skipAdverbials passes over "on Thursday", "in an email", "by telephone",
// "to reporters" and gives where the content may start. Words of place and
// time are only passed over when what follows shows that they are adverbials.
func (u *bounds) skipAdverbials(h *hit, i int) int {
	sure, j := i, i
	for j < min(len(u.a), i+maxWalk) {
		next, reach := passOver(u, h, j)
		switch reach {
		case contentReach:
			return u.settle(h, j, j)
		case noReach:
			return u.settle(h, sure, j)
		case sureReach:
			sure = next
		}
		j = next
	}
	return u.settle(h, sure, j)
}

// reach says what was passed over behind a cue.
type reach uint8

const (
	noReach      reach = iota // nothing: no adverbial stands there
	contentReach              // nothing: the content stands there
	maybeReach                // what may belong to the content as well
	sureReach                 // an adverbial
)

// passOver gives where an adverbial at atom j ends.
func passOver(u *bounds, h *hit, j int) (int, reach) {
	a := u.at(j)
	switch {
	case a.is(timeWord) || a.isUpper(months):
		return passOverDate(u, h, j), sureReach
	case a.plays(nearWord) && u.at(j+1).is(unitWord|timeWord) && !u.at(j+1).owner: // "last week", "late Monday"
		return u.afterDaypart(j + 2), sureReach
	case a.isBut(adv, timeWord):
		return j + 1, maybeReach
	case a.is(reflexive) && !isObjectOf(u, h):
		return j + 1, sureReach
	case u.amount(j),
		u.opens(h, j):
		return j, contentReach
	case a.isBut(prep, that):
		return passOverPhrase(u, h, j)
	}
	return j, noReach
}

// isObjectOf says whether a reflexive behind the cue is its object: "describes himself as".
func isObjectOf(u *bounds, h *hit) bool { return u.attitudinal && h.cue.frame&(fAs|fNP) != 0 }

// passOverDate gives where a date at atom j ends. A day right behind the verb is the
// cue's: "said Tuesday".
func passOverDate(u *bounds, h *hit, j int) int {
	if a := u.at(j); u.doc.attitudes && j == h.group.to && a.isUpper(timeWord) {
		h.cueSpans = append(h.cueSpans, span{j, j + 1})
	}
	return u.afterDate(j)
}

// passOverPhrase gives where a phrase of place, time, medium or hearer ends whose
// preposition stands at j: "in an email", "to reporters".
func passOverPhrase(u *bounds, h *hit, j int) (int, reach) {
	a, s := u.at(j), u.nounAfter(j+1, false)
	switch {
	case s.empty():
		return j, noReach
	case u.mediumIn(s) || u.at(s.from).is(timeWord|months):
		if u.mediumIn(s) && !a.plays(ofWord) && !u.at(u.mediumEnd(s)-1).is(occasion) {
			h.cueSpans = append(h.cueSpans, span{j, u.mediumEnd(s)})
		}
		end := s.to
		for u.at(end).is(timeWord | months) {
			end = u.afterDate(end)
		}
		return end, sureReach
	case u.hearerAfter(h, a, s):
		h.receiver = s
		return s.to, sureReach
	}
	return s.to, maybeReach
}

// takesTo says whether the atom opens an infinitive that tells what is said: "vowed to".
func (h *hit) takesTo(a *atom) bool { return a.is(to) && h.cue.frame&fTo != 0 }

// opens says whether the preposition at j opens the content: "warned of", or
// the infinitive of "vowed to", or stands in "about 40".
func (u *bounds) opens(h *hit, j int) bool {
	a, n := u.at(j), u.at(j+1)
	if h.takesTo(a) && !n.isOrUpper(det|poss|pronoun|object|timeWord) && n.plain() &&
		n.entry.kinds == 0 {
		return true
	}
	if (n.is(num) || n.mark == '$') && a.plays(roughWord) {
		return true
	}
	isWhile := n.is(unitWord) && u.at(j+2).is(that) // "argued for years that"
	return !n.is(timeWord|months) && !isWhile && h.cue.takes(a.form)
}

// hearerAfter says whether "to X" after the cue names whom the source spoke to.
func (u *bounds) hearerAfter(h *hit, p *atom, s span) bool {
	if !p.plays(toWord|withWord) || !h.receiver.empty() || h.cue.frame&speech == 0 {
		return false
	}
	return u.any(s, func(a *atom) bool {
		return a.is(hearer|given|title|selfHearer|object) || !a.headsNothing()
	})
}

// settle chooses how far the adverbials reach: all the way if a mark, "that"
// or a quotation follows, else only as far as is sure.
func (u *bounds) settle(h *hit, sure, j int) int {
	a := u.at(j)
	if a.isBoth(that, rel) ||
		!a.isWord() ||
		a.is(whether) ||
		h.takesTo(a) ||
		a.isBoth(pronoun, subject) {
		return j
	}
	return sure
}

// contentStart decides whether content starts at j, behind the adverbials, and gives its first atom, or -1.
func (u *bounds) contentStart(h *hit, j int) int {
	a := u.at(j)
	switch {
	case j >= len(u.a):
		return -1
	case u.opensThat(h, j):
		return u.afterThat(j)
	case a.mark == ':':
		return u.afterColon(h, j)
	case a.mark == ',':
		return u.afterComma(h, j)
	case stopsContent(a), isProgramme(u, j):
		return -1
	case a.quote:
		return h.quoteStart(j)
	case a.is(whether|rel) && h.takesQuestion(u.attitudinal):
		return j
	case h.takesTo(a):
		return h.infinitiveStart(j, u.attitudinal)
	case h.modal && !u.attitudinal:
		return -1 // what might be said is not said
	case u.ties(j):
		return u.afterPreposition(h, j)
	}
	return u.bareStart(h, j)
}

// isProgramme says whether the quotation at j is the name of what an outlet airs: "told NBC's
// “Meet the Press”".
func isProgramme(u *bounds, j int) bool { return u.at(j).isShort() && u.at(j-1).owner }

// stopsContent says whether no content begins with a mark: a stop, a bracket that closes.
func stopsContent(a *atom) bool {
	return a.mark != 0 && !a.marks('$', '(') && a.mark < 0x80
}

// opensThat says whether the "that" of a cue's clause stands at j.
func (u *bounds) opensThat(h *hit, j int) bool {
	a := u.at(j)
	return a.isBoth(that, rel) && h.cue.frame&fThat != 0 && !u.at(j+1).ended()
}

// afterThat is where the clause behind "that" begins: "that, he said, it rained", "that: “It rained”".
func (u *nouns) afterThat(j int) int {
	if u.at(j+1).marks(',', ':') {
		return j + 2
	}
	return j + 1
}

// afterColon accepts content behind a colon; of a paper's cue only where a paper
// is the source.
func (u *bounds) afterColon(h *hit, j int) int {
	f := h.cue.frame
	if f&(speech|display|fThat) == 0 ||
		j+1 >= len(u.a) ||
		f&fDoc != 0 && u.kindsIn(h.source)&documentHead == 0 {
		return -1
	}
	return j + 1
}

// afterComma accepts a quotation behind a comma, and what stands behind an
// insertion: "said, after the vote, that it rained".
func (u *bounds) afterComma(h *hit, j int) int {
	n, f := u.at(j+1), h.cue.frame
	if n.quote && (!n.scare || n.edged) {
		if f&(speech|fQuote) == 0 && !(f&fThat != 0 && n.upper) {
			return -1
		}
		return j + 1
	}
	if k := u.parenthesis(j); k > 0 {
		return k
	}
	return -1
}

// takesQuestion says whether a question or a relative clause can be the content.
func (h *hit) takesQuestion(attitudinal bool) bool {
	return h.cue.frame&fThat != 0 || attitudinal && h.cue.frame&fNP != 0
}

// infinitiveStart accepts an infinitive; of a cue with a hearer only behind one:
// "told them to leave".
func (h *hit) infinitiveStart(j int, attitudinal bool) int {
	if h.cue.frame&(fReceiver|fFree) == fReceiver && h.receiver.empty() && !attitudinal {
		return -1
	}
	return j
}

// ties says whether a preposition at j ties the content to the cue: "of the leak",
// not "about 40 men".
func (u *bounds) ties(j int) bool {
	n := u.at(j + 1)
	return u.at(j).is(prep) && !u.amount(j) && !n.is(num) && n.mark != '$'
}

func (h *hit) quoteStart(j int) int {
	if h.cue.frame&(speech|fQuote|display|fThat|fNP) == 0 {
		return -1
	}
	return j
}

// afterPreposition reads "warned of X", "spoke about X", "referred to X".
func (u *bounds) afterPreposition(h *hit, i int) int {
	if !h.cue.takes(u.at(i).form) {
		return -1
	}
	if i == h.group.to {
		h.group.to = i + 1
	} else {
		h.cueSpans = append(h.cueSpans, span{i, i + 1})
	}
	if u.at(i+1).mark != 0 || u.at(i+1).is(timeWord) {
		return -1
	}
	return i + 1
}

// bareStart accepts content without "that" or quotation marks.
func (u *bounds) bareStart(h *hit, j int) int {
	f := h.cue.frame
	switch {
	case f&fStrict != 0, opensNoContent(u, j):
		return -1
	case f&fDoc != 0:
		return u.displayStart(h, j)
	case takesNoun(h),
		f&fThat != 0 && u.clauseFrom(j),
		f&fAs != 0 && u.asFollows(j):
		return j
	}
	return -1
}

// opensNoContent says whether a word at j cannot begin content: "and", "because", "himself",
// "off".
func opensNoContent(u *bounds, j int) bool {
	a := u.at(j)
	isTie := a.isBut(conj|sub|to, prep)
	return isTie ||
		a.is(particle)
}

// takesNoun says whether a noun may be a cue's content: "denied the charge". A participle
// that needs a clause elsewhere needs one.
func takesNoun(h *hit) bool {
	f := h.cue.frame
	return f&fNP != 0 && (!h.loose || f&(fFirm|cognition) == 0)
}

// displayStart accepts what a paper lists, shows or counts; from a person only
// what is counted or measured.
func (u *bounds) displayStart(h *hit, j int) int {
	f := h.cue.frame
	shows := canShow(u, h.source)
	switch {
	case f&fPuts != 0:
		return u.putAt(h, j)
	case f&fNumeric != 0:
		if u.numberSoon(j) && (shows || canCount(u, h.source)) {
			return j
		}
	case shows && (f&fFirm == 0 || u.clauseFrom(j)):
		return j
	}
	return -1
}

// canShow says whether a source is a paper, a hearing, an outlet or a body, or an "it" that
// may stand for one.
func canShow(u *bounds, s span) bool {
	switch {
	case u.kindsIn(s)&(documentHead|proceedingHead|outletNoun|outletName|organisationHead) != 0:
		return true
	case s.to-s.from == 1 && u.at(s.from).is(neuter):
		return true
	}
	return u.pressIn(s)
}

// canCount says whether a source is somebody by name or a pronoun, who may count too.
func canCount(u *bounds, s span) bool { return u.at(s.from).is(pronoun) || u.at(s.to-1).upper }

// putAt reads "put the toll at 40", "puts the speed at “no more than a run”":
// somebody puts something at a number or at words.
func (u *bounds) putAt(h *hit, j int) int {
	end := u.wordsAt(j, maxPut).to
	for i := j; i < end; i++ {
		if u.at(i).plays(atWord) && i > j && (u.numberSoon(i+1) || u.at(i+1).quote) {
			if u.speaks(h.source) || u.kindsIn(h.source) != 0 {
				return j
			}
		}
	}
	return -1
}

// maxPut is how many words may stand between "put" and the "at" behind it.
const maxPut = 16
