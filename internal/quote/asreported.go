package quote

// asReported reads a credit that "as" sets off from its clause: "As Reuters
// reported on Monday, …", "…, as first reported by the daily". What it credits
// is found as for "according to".
func (u *cues) asReported(i int) (hit, bool) {
	opens := u.opensClause(i)
	if k := u.overAdverbs(i + 1); u.pastCue(k) != nil && (opens || u.comma(i-1) || u.dash(i-1)) {
		return u.byWhom(i, k)
	}
	s := u.nounAfter(i+1, true)
	if !opens {
		return hit{}, false
	}
	s = beforeVerb(u, s)
	h, ok := verbBehind(u, s.to)
	if !ok || !credits(&h) {
		return hit{}, false
	}
	h.source, h.inherit = s, -1
	j := u.skipAdverbials(&h, u.readReceiver(&h, h.end))
	if isWhole := h.cue.frame&fThat == 0; !u.comma(j) || isWhole && u.at(j+1).quote {
		return hit{}, false
	}
	h.nominal, h.edge, h.end, h.right = true, i, j, j
	h.group.from = max(h.group.from, s.to)
	return h, true
}

// beforeVerb is the part of a noun group before the verb that was taken for a part of it:
// "As the Gazette | reported on Monday".
func beforeVerb(u *cues, s span) span {
	for k := s.from + 1; k < s.to; k++ {
		if _, ok := u.verbAt(k); ok {
			s.to = k
		}
	}
	return s
}

// verbBehind is the cue that stands at atom i, past adverbs and "has".
func verbBehind(u *cues, i int) (hit, bool) {
	for k := i; k < i+4; k++ {
		if h, ok := u.verbAt(k); ok {
			return h, true
		}
		if !u.at(k).is(adv | have) {
			break
		}
	}
	return hit{}, false
}

// credits says whether a cue behind "as" credits what stands beside it: a finite verb that
// takes a clause, or one with an "it" for the clause ("As Ito put it,").
func credits(h *hit) bool {
	isFinite := h.form != gerund && !h.passive && !h.modal && !h.negated
	isWhole := h.end > h.at+1 && h.cue.frame&fQuote != 0
	return isFinite && (h.cue.frame&fThat != 0 || isWhole)
}

// pastCue is the cue whose past form or participle the word at i is; nil for
// none.
func (u *cues) pastCue(i int) *cueForm {
	for _, f := range u.at(i).entry.cues {
		if f.form >= past && f.form <= participle && len(f.tail) == 0 && f.cue.frame&(fThat|cognition) == fThat {
			return f
		}
	}
	return nil
}

// firstBy reads ", first reported by the daily,": a participle without an
// auxiliary, of what an outlet makes public. i is the participle's adverb, or
// itself.
func (u *cues) firstBy(i int) (hit, bool) {
	k := u.overAdverbs(i)
	f := u.pastCue(k)
	if f == nil {
		return hit{}, false
	}
	if f.cue.frame&fPublishes == 0 && !u.at(k-1).plays(earliestWord) {
		return hit{}, false
	}
	h, ok := u.byWhom(i, k)
	return h, ok && u.outletIn(h.source)
}

// byWhom reads the agent of the participle at k; from is where the credit's
// own words begin.
func (u *cues) byWhom(from, k int) (hit, bool) {
	h := hit{cue: u.pastCue(k).cue, form: past, at: k, end: k + 1, inherit: -1, nominal: true, edge: from}
	if !u.agent(k + 1) {
		return hit{}, false
	}
	h.source = u.nounAfter(k+2, true)
	h.group = span{u.backAdverbs(k), k + 2}
	h.right = u.skipAdverbials(&h, h.source.to)
	h.end, h.bare = h.source.to, u.comma(from-1)
	return h, true
}
