package quote

// nominalAt reads the cues that are no verbs: "according to X", "in X's view",
// "in the view of X", "by her measurement", "per X".
func (u *unit) nominalAt(i int) (hit, bool) {
	a := u.at(i)
	switch {
	case a.plays(accordingWord) && u.at(i+1).plays(toWord):
		return u.nominalCue(i, i+2, span{i, i + 2})
	case a.plays(asWord):
		return u.asReported(i)
	case u.comma(i-1) && (a.is(adv) || a.plays(earliestWord) || len(a.entry.cues) > 0) && u.pastCue(u.overAdverbs(i)) != nil:
		if h, ok := u.firstBy(i); ok {
			return h, true
		}
	case a.plays(perWord) && i == 0, a.plays(perWord) && u.comma(i-1) && u.at(i+1).upper:
		return u.nominalCue(i, i+1, span{i, i + 1})
	case a.plays(inWord) && u.at(i+1).plays(theWord) && u.stanceNoun(i+2) && u.at(i+3).plays(ofWord):
		return u.nominalCue(i, i+4, span{i, i + 4})
	case a.plays(inWord) && u.surveyAt(i+1):
		return u.nominalCue(i, i+1, span{i, i + 1})
	case a.plays(inWord|byWord) && u.at(i+1).is(poss) && u.stanceNoun(i+2) && u.borders(i, i+3):
		h := hit{cue: u.r.lex.accord, at: i, end: i + 3, group: span{i, i + 3}, inherit: -1, nominal: true,
			source: span{i + 1, i + 2}, right: i + 3, edge: i}
		h.bare = u.comma(i - 1)
		return h, true
	}
	if a.entry.nouns != nil && !a.upper {
		return u.nounCue(i)
	}
	return hit{}, false
}

// maxSurvey is how many words may stand before the noun of a survey.
const maxSurvey = 7

// surveyAt says whether one certain survey is named at i: "in a Lantern poll",
// "in the latest survey"; not "in the polls".
func (u *unit) surveyAt(i int) bool {
	if a := u.at(i); !a.is(det|poss) && !a.upper && !a.owner {
		return false
	}
	for k := i; k < len(u.a) && k-i < maxSurvey; k++ {
		a := u.at(k)
		if a.plays(surveyWord) {
			return k > i && !a.owner && !u.at(k+1).plain() && (u.at(i-1).starts || !u.pluralAt(k) && (k > i+1 || u.at(i).is(one)))
		}
		if a.mark != 0 && !u.inName(k) || !a.plain() && !a.is(det|poss|num|many) && a.mark == 0 || a.quote {
			return false
		}
	}
	return false
}

// nounCue reads "Pell's claim that", "a claim by Pell that" and, with nobody
// for a source, "reports that".
func (u *unit) nounCue(i int) (hit, bool) {
	if u.namedBefore(i) {
		return hit{}, false
	}
	n := u.at(i).entry.nouns
	h := hit{cue: n.cue, at: i, end: i + 1, group: span{i, i + 1}, inherit: -1, noun: true, edge: i}
	j := i + 1
	if u.at(j).plays(byWord | fromWord) {
		if h.source = u.nounAfter(j+1, true); h.source.empty() {
			return hit{}, false
		}
		j = h.source.to
	}
	if !u.at(j).is(that) || u.at(j+1).is(aux) || u.at(j+1).verbal() || u.at(j+1).ended() || u.at(j+1).is(adv) && u.at(j+2).is(aux) {
		return hit{}, false
	}
	h.right, h.end = j+1, j+1
	if h.source.empty() {
		h.source = u.possessor(i)
	}
	if h.source.empty() {
		h.source = u.pressBefore(i)
	}
	h.nobody = h.source.empty()
	return h, !h.nobody || n.hearsay
}

// namedBefore says whether the noun at i is a verb after all, because a name or
// an outlet stands right before it: "Reuters reports that", "the daily claims
// that".
func (u *unit) namedBefore(i int) bool {
	p := u.at(i - 1)
	if !u.thirdOnly(i) || p.owner || p.mark != 0 || p.quote {
		return false
	}
	if u.isPress(i-1) || p.is(given) {
		return true
	}
	if p.entry.kinds&outletNoun != 0 && !p.upper && u.at(i-2).is(def) && !u.r.lex.pluralPeople(p.form) {
		return true
	}
	return p.upper && p.plain() && !p.starts && p.entry.kinds&^outletName == 0 && u.at(i-2).upper && !u.at(i-2).is(det)
}

// possessor is the owner of the noun at i: "Pell's", "his".
func (u *unit) possessor(i int) span {
	for k := i - 1; k >= 0 && i-k < 4; k-- {
		a := u.at(k)
		if a.owner {
			return u.ownerAt(k)
		}
		if a.is(poss) {
			return span{k, k + 1}
		}
		if !a.plain() {
			break
		}
	}
	return span{}
}

// ownerAt is the noun group of the possessor at k. A preposition other than
// "of" ends it: "The rule fits with the minister's view".
func (u *unit) ownerAt(k int) span {
	s := u.nounBefore(k + 1)
	for i := s.to - 1; i > s.from; i-- {
		if u.at(i).is(prep) && !u.at(i).plays(ofWord) {
			return span{i + 1, s.to}
		}
	}
	return s
}

// stanceNoun says whether "in the … of X" with the word at i credits X.
func (u *unit) stanceNoun(i int) bool { return u.r.lex.stances.Has(u.at(i).form) }

// borders says whether the range is set off from its clause on one side.
func (u *unit) borders(from, to int) bool {
	return u.at(from).starts || u.comma(from-1) || u.comma(to) || u.at(to).ended()
}

func (u *unit) nominalCue(i, end int, c span) (hit, bool) {
	s := u.nounAfter(end, false)
	if s.empty() {
		return hit{}, false
	}
	s = u.nameAfter(s)
	h := hit{cue: u.r.lex.accord, at: i, end: s.to, group: c, inherit: -1, nominal: true, source: s, right: s.to, edge: i}
	u.throughInterview(&h)
	h.bare = u.comma(i - 1)
	return h, true
}
