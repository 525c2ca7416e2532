package quote

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
	if !u.isVerb(&h, best) || u.names(&h) {
		return hit{}, false
	}
	return h, true
}

// growGroup takes in the auxiliaries, adverbs and governing verbs to the left.
func (u *cues) growGroup(h *hit) {
	from := h.at
	for from > 0 && h.at-from < 8 {
		p := u.at(from - 1)
		switch {
		case p.is(aux):
			h.negated = h.negated || p.is(neg|negative)
			h.modal = h.modal || p.is(modal)
			if from == h.at || u.onlyAdverbs(from, h.at) {
				h.passive = p.is(be) && h.form != gerund && h.form != base
			}
		case p.is(neg):
			h.negated = true
		case p.plays(sinceWord) && u.at(from-2).is(have): // "has since confirmed"
		case p.plays(floatWord) && (u.at(from-2).plain() || u.at(from-2).is(aux|pronoun)): // "they have both confirmed"
		case p.is(adv) && !p.is(conj):
			if p.upper && u.at(from-2).mark == ',' {
				h.group = span{from, h.end}
				return
			}
		case p.plays(toWord) && u.catenative(from-1) > 0:
			from -= u.catenative(from - 1)
			h.infinite = true
		case p.plays(asWord) && h.form == gerund && u.quotedBefore(from-1):
			h.infinite = true
			from--
		default:
			h.group = span{from, h.end}
			return
		}
		from--
	}
	h.group = span{from, h.end}
}

// quotedBefore says whether the "as" at i follows "was quoted".
func (u *cues) quotedBefore(i int) bool {
	p := u.at(i - 1)
	for _, f := range p.entry.cues {
		if f.cue.frame&fQuoted != 0 {
			return f.form >= past
		}
	}
	return false
}

// isVerb tells the verb from the noun and the adjective of the same form.
func (u *cues) isVerb(h *hit, f *cueForm) bool {
	p, n := u.at(h.at-1), u.at(h.end)
	grouped := h.group.from < h.at
	if a := u.at(h.at); a.upper && !a.starts && !u.headline && p.upper {
		return false // part of a name: "the Washington Post"
	}
	if !grouped && (h.form == third || h.form == base && !h.infinite) && u.nounish(h) && !u.governs(h) {
		return false
	}
	if !grouped && h.form <= third && !h.infinite && h.cue.frame&fAlsoNoun != 0 && !p.is(pronoun) &&
		!n.is(that|whether|def|poss) && !n.quote {
		return false // "state parties", "email chains"
	}
	switch h.form {
	case base:
		return u.isBaseVerb(h, f, p)
	case third:
		if p.is(det|poss) && !u.alone(h) || p.is(num) && !u.at(h.at-2).is(months) || p.owner || p.is(prep) ||
			n.is(aux) {
			return false
		}
	case gerund:
		if p.is(det|poss) || p.owner || n.plays(ofWord) {
			return false
		}
	default:
		if p.is(det|poss) && !u.alone(h) || p.owner || p.is(prep) && !grouped ||
			p.is(num) && !u.at(h.at-2).plays(inWord) && !u.at(h.at-2).is(months) && n.plain() && !n.upper {
			return false
		}
		if !grouped && n.plays(byWord) && !u.comma(h.at-1) {
			return false // "a letter cited by the mayor"
		}
		if !grouped && p.plain() && !p.upper && n.is(prep) &&
			(h.form == participle || f.both && h.cue.frame&display != 0) {
			return false
		}
	}
	return true
}

// alone says whether the determiner before a verb form stands for people by
// itself, or floats behind its noun: "some accused Pell", "they have both said";
// not "some accused men".
func (u *cues) alone(h *hit) bool {
	p, n := u.at(h.at-1), u.at(h.end)
	if p.plays(floatWord) && h.group.from < h.at-1 {
		return true
	}
	return p.is(det) && p.plays(memberWord|someWord|severalWord|floatWord) &&
		!(n.plain() && !n.upper && !n.is(timeWord))
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
	if h.end > h.at+1 && u.at(h.end-1).is(to) { // "hopes to work"
		return true
	}
	if n.quote || n.mark == ':' || n.mark == ',' || n.ended() || n.mark == '$' {
		return true
	}
	if n.is(det|poss|pronoun|object|num|that|whether|timeWord|many) || n.is(to) && h.cue.frame&fTo != 0 {
		return true
	}
	if n.is(prep) {
		for _, p := range h.cue.preps {
			if p == n.form {
				return true
			}
		}
		return u.at(h.end + 1).is(num)
	}
	if u.at(h.at - 1).is(pronoun) {
		return true
	}
	if !n.plain() || n.is(adv) {
		return false
	}
	if h.form == base {
		return u.clauseFrom(h.end) && (n.upper || !n.verbal()) || u.attitudinal && u.pluralAt(h.group.from-1)
	}
	if n.entry.forms&baseForm != 0 && !n.upper { // "the records show"
		return false
	}
	if u.thirdOnly(h.end) { // "lists leaks", but not "campaign reports show that"
		after := u.at(h.end + 1)
		return !after.is(det|that|num|poss|pronoun) && !after.upper
	}
	return !n.verbal() && (n.upper || !u.presentAt(h.end+1) && !u.at(h.end+1).verbal())
}

// isBaseVerb accepts a base form after a modal, a governing verb or a plural
// subject.
func (u *cues) isBaseVerb(h *hit, f *cueForm, p *atom) bool {
	if p.is(det|poss) && !p.is(many) && !u.alone(h) || p.is(num) && !u.governs(h) && !u.clauseFrom(h.end) ||
		p.owner || p.is(prep) && !p.plays(toWord) {
		return false
	}
	if h.infinite {
		return true
	}
	if p.plays(toWord) {
		return false
	}
	if h.group.from < h.at && u.at(h.group.from).is(aux) || p.is(aux) {
		return !p.is(be) && !u.at(h.group.from).is(be)
	}
	if f.both || p.is(det) && p.plays(pairWord|floatWord) {
		return true
	}
	if u.inverse(h) {
		return true
	}
	return u.pluralBefore(h.group.from)
}

// inverse says whether a base form can be the verb of "…, say officials".
func (u *cues) inverse(h *hit) bool {
	p := u.at(h.at - 1)
	return (p.mark == ',' || p.quote) && h.cue.frame&fThat != 0 && u.at(h.end).plain()
}
