package quote

// nominalAt reads the cues that are no verbs: "according to X", "in X's view",
// "in the view of X", "by her measurement", "per X".
func (u *cues) nominalAt(i int) (hit, bool) {
	a := u.at(i)
	switch {
	case a.plays(asWord):
		return u.asReported(i)
	case isFirstBy(u, i):
		if h, ok := u.firstBy(i); ok {
			return h, true
		}
	case isOwnView(u, i):
		h := hit{cue: u.lex.accord, at: i, end: i + 3, group: span{i, i + 3}, inherit: -1, nominal: true,
			source: span{i + 1, i + 2}, right: i + 3, edge: i}
		h.bare = u.comma(i - 1)
		return h, true
	}
	if n := beforeCredited(u, i); n > 0 {
		return u.nominalCue(i, i+n, span{i, i + n})
	}
	if a.entry.clausal && !a.upper {
		return u.nounCue(i)
	}
	return hit{}, false
}

// isFirstBy says whether a participle begins at atom i that may name who was first:
// ", first reported by".
func isFirstBy(u *cues, i int) bool {
	return u.comma(i-1) && u.pastCue(u.overAdverbs(i)) != nil
}

// isOwnView reads "in their view" and "by her measurement" at atom i.
func isOwnView(u *cues, i int) bool {
	return u.at(i).plays(inWord|byWord) && u.at(i+1).is(poss) && u.stanceNoun(i+2) && u.borders(i, i+3)
}

// beforeCredited is how many words from atom i on credit what follows them, 0 for none:
// "according to", "per", "in the view of", "in" before a survey.
func beforeCredited(u *cues, i int) int {
	a := u.at(i)
	switch {
	case a.plays(accordingWord) && u.at(i+1).plays(toWord):
		return 2
	case a.plays(perWord) && (i == 0 || u.comma(i-1) && opensSource(u, i+1)):
		return 1
	case !a.plays(inWord):
		return 0
	case u.at(i+1).plays(theWord) && u.stanceNoun(i+2) && u.at(i+3).plays(ofWord):
		return 4
	case u.surveyAt(i + 1):
		return 1
	}
	return 0
}

// opensSource says whether a name or a noun for a source begins at atom i: ", per the harbour
// board", not "one loaf, per head".
func opensSource(u *cues, i int) bool {
	return u.at(i).upper || u.at(i).is(def) && u.kindsIn(u.nounAfter(i, false)) != 0
}

// nounCue reads "Pell's claim that", "a claim by Pell that" and, with nobody
// for a source, "reports that".
func (u *cues) nounCue(i int) (hit, bool) {
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
	if !u.at(j).is(that) ||
		u.at(j+1).verbal() ||
		u.at(j+1).is(adv) && u.at(j+2).is(aux) {
		return hit{}, false
	}
	h.right, h.end = u.afterThat(j), j+1
	if h.source.empty() {
		h.source = u.possessor(i)
	}
	if h.source.empty() {
		h.source = u.pressBefore(i)
	}
	h.nobody = h.source.empty()
	return h, !h.nobody || n.hearsay
}

func (u *cues) nominalCue(i, end int, c span) (hit, bool) {
	s := u.nounAfter(end, false)
	if s.empty() {
		return hit{}, false
	}
	s = u.nameAfter(s)
	h := hit{cue: u.lex.accord, at: i, end: s.to, group: c, inherit: -1, nominal: true, source: s, right: s.to,
		edge: i}
	u.throughInterview(&h)
	h.bare = u.comma(i - 1)
	return h, true
}
