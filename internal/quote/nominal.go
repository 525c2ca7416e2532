package quote

import "stemma"

// nominalAt reads the cues that are no verbs: "according to X", "in X's view",
// "in the view of X", "by her measurement", "per X".
func (u *unit) nominalAt(i int) (hit, bool) {
	a := u.at(i)
	switch {
	case a.form == "according" && u.at(i+1).form == "to":
		return u.nominalCue(i, i+2, span{i, i + 2})
	case a.form == "per" && i == 0, a.form == "per" && u.comma(i-1) && u.at(i+1).upper:
		return u.nominalCue(i, i+1, span{i, i + 1})
	case a.form == "in" && u.at(i+1).form == "the" && u.stanceNoun(i+2) && u.at(i+3).form == "of":
		return u.nominalCue(i, i+4, span{i, i + 4})
	case (a.form == "in" || a.form == "by") && u.at(i+1).is(poss) && u.stanceNoun(i+2) && u.borders(i, i+3):
		h := hit{cue: neutralCue, at: i, end: i + 3, group: span{i, i + 3}, inherit: -1, nominal: true,
			source: span{i + 1, i + 2}, right: i + 3, edge: i}
		h.bare = u.comma(i - 1)
		return h, true
	}
	return hit{}, false
}

// neutralCue stands for a cue that is no verb.
var neutralCue = &cue{lemma: "according to", stance: stemma.Neutral, frame: speech | fThat}

func (u *unit) stanceNoun(i int) bool {
	switch u.at(i).form {
	case "view", "views", "words", "opinion", "judgement", "judgment", "account", "telling", "estimate", "estimates",
		"estimation", "assessment", "measurement", "measurements", "reckoning", "count", "calculation", "calculations", "admission":
		return true
	}
	return false
}

// borders says whether the range is set off from its clause on one side.
func (u *unit) borders(from, to int) bool {
	return u.at(from).starts || u.comma(from-1) || u.comma(to) || u.at(to).ended()
}

func (u *unit) nominalCue(i, end int, c span) (hit, bool) {
	s := u.nounAfter(end, false)
	if s.empty() {
		return hit{}, false
	}
	h := hit{cue: neutralCue, at: i, end: s.to, group: c, inherit: -1, nominal: true, source: s, right: s.to, edge: i}
	h.bare = u.comma(i - 1)
	return h, true
}
