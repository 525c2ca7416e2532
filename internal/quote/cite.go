package quote

import "stemma"

// consults reads "who spoke with three sources" after somebody who is credited:
// the sources are credited in turn.
func (u *sources) consults(h *hit, before []hit) bool {
	if h.cue.frame&fTalks == 0 || len(before) == 0 || !before[len(before)-1].nominal {
		return false
	}
	if p := u.at(h.group.from - 1); !p.is(rel) || !u.at(h.end).plays(withWord|toWord) {
		return false
	}
	s := u.nounAfter(h.end+1, false)
	if s.empty() || u.kindsIn(s)&(anonymousHead|sourceHead) == 0 ||
		u.kindsIn(before[len(before)-1].source)&(anonymousHead|sourceHead) != 0 {
		return false
	}
	return !u.any(s, func(a *atom) bool { return a.is(mediaPlain) })
}

// citesSource says whether what is cited can speak for itself: a paper, an
// outlet, people; not "citing low growth".
func (u *sources) citesSource(h *hit) bool {
	s := u.nounAfter(h.end, false)
	if s.empty() {
		return false
	}
	const speaking = documentHead | anonymousHead | sourceHead | outletName | outletNoun | organisationHead
	return u.any(u.head(s), func(a *atom) bool {
		return a.entry.kinds&speaking != 0 || a.isNameBut(timeWord|months)
	})
}

// citedBy credits the content of the sentence to whom it cites: "a weekly
// reported, citing a memo", "the Mail, which cited the Post".
func (u *sources) citedBy(h *hit, before []hit) bool {
	h.source = u.nounAfter(h.end, false)
	h.nominal, h.right, h.edge, h.cites = true, h.source.to, h.group.from, true
	p := u.at(h.edge - 1)
	if p.is(rel) {
		h.edge--
		p = u.at(h.edge - 1)
	}
	if p.mark == ',' || p.is(conj) {
		h.edge--
	}
	for i := len(before) - 1; i >= 0; i-- {
		if !before[i].nobody {
			h.inherit = i
			break
		}
	}
	return h.inherit >= 0 || h.form == gerund
}

// cites adds, where attitudes are read, that somebody cites what the hit
// credits: "the daily, citing a memo, reported" shows the daily's citing too.
func (u *sources) cites(h *hit, hits []hit) {
	if !u.doc.attitudes || !h.cites || h.inherit < 0 || hits[h.inherit].source.empty() || h.source.empty() {
		return
	}
	by := &hits[h.inherit]
	u.doc.credits = append(u.doc.credits, credit{
		source: u.tokens(by.source), extent: u.tokens(u.extent(by)), cue: u.cueTokens(h),
		content: []stretch{u.tokens(h.source)}, stance: stemma.Neutral,
		kind: stemma.Indirect, parent: -1, headline: u.headline, act: stemma.Speaking, attitude: true,
		sentence: u.at(h.at).first,
	})
}
