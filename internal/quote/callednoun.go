package quote

// names says whether the hit's verb only names what stands before it, or sets it
// beside something else, so that it credits nobody.
func (u *bounds) names(h *hit) bool {
	if h.grouped() {
		return false
	}
	return h.cue.frame&fObject != 0 && isCompared(u, h) ||
		u.lex.namings.Has(u.at(h.at).form) && (isMarkedName(u, h) || isCalled(u, h))
}

// isMarkedName: a name in quotation marks follows, and then the verb or the rest of
// the noun group: "the group called “Save Our Wall” said".
func isMarkedName(u *bounds, h *hit) bool {
	if !u.quotedName(h.end) {
		return false
	}
	p, n := u.at(h.at-1), u.at(h.end+1)
	if n.is(aux|finite) || n.verbal() {
		return true
	}
	return p.entry.kinds&(documentHead|organisationHead|outletNoun|proceedingHead) != 0 &&
		n.is(rel|prep)
}

// isCalled: the noun before is no subject, since it is only now heard of or is an
// object itself, and a name follows: "a diver named Ada Pell", "a film called “Tides”".
func isCalled(u *bounds, h *hit) bool {
	n := u.at(h.end)
	isName := isBareName(u, h.end)
	if !isName && !n.quote && !n.plays(aWord) {
		return false
	}
	k, isThing := h.at-1, u.at(h.at-1).entry.kinds&anonymousHead == 0
	for k > max(0, h.at-maxNamed) && u.at(k).lowerPlain() {
		k--
	}
	if !isName && !isThing {
		return false
	}
	return u.at(k).plays(aWord) && !u.at(k).starts ||
		u.at(k).is(det) && isGoverned(u, k)
}

// maxNamed is how many words a noun group has before what names its noun.
const maxNamed = 6

// isBareName says whether a name begins at k that nothing is said of: "called Ada Pell,",
// not "called Pell a liar".
func isBareName(u *bounds, k int) bool {
	end := k
	for u.at(end).isNameBut(timeWord | months) {
		end++
	}
	n := u.at(end)
	return end > k && (n.mark != 0 || n.is(prep|conj|aux|finite|rel) || n.verbal())
}

// isGoverned says whether the noun group that begins at k is the object of a verb.
func isGoverned(u *bounds, k int) bool {
	p := u.at(k - 1)
	return p.verbal() && !p.is(aux)
}

// isCompared: a preposition follows where its verb has an object: "12 points,
// compared with 8 in May".
func isCompared(u *bounds, h *hit) bool { return u.at(h.end).is(prep | to) }
