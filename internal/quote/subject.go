package quote

// subjectSource finds the subject to the left of the verb group.
func (u *sources) subjectSource(h *hit, before []hit) bool {
	g := u.beforeTimes(h.group.from)
	p := u.at(g - 1)
	switch {
	case g == 0:
		return false
	case p.isBut(rel, dem|that) || p.is(that) && u.at(g-2).plain():
		return u.antecedent(h, g-1)
	case isParted(u, g):
		return partedSource(u, h, g, before)
	case p.is(conj):
		return u.coordinated(h, g-1, before)
	}
	s := u.nounBefore(g)
	if m := u.modified(g, s); !m.empty() && (h.form != gerund || u.progressive(h)) {
		u.setSubject(h, m)
		inSubject(before, m)
		if p := u.headEnd(m.from, g); p < g && u.isSpread(p) {
			h.source, h.wide = span{m.from, p}, m // "the judge | hearing the case", "the man | believed to be ill"
		}
		return true
	}
	if s.empty() {
		return false
	}
	if all := listBefore(u, s); all != s {
		u.setSubject(h, all)
		return true
	}
	if n := u.halfApposed(s); !n.empty() {
		u.setSubject(h, span{n.from, s.to})
		h.source, h.wide = n, span{n.from, s.to}
		return true
	}
	if r := u.roleBefore(s); !r.empty() {
		u.setSubject(h, span{r.from, s.to})
		h.source, h.wide = s, span{r.from, s.to}
		return true
	}
	u.setSubject(h, s)
	return true
}

// inSubject notes which cues stand in the subject s of a verb: what they tell ends before it.
func inSubject(before []hit, s span) {
	for i := len(before) - 1; i >= 0 && before[i].at > s.from; i-- {
		before[i].main = s.to
	}
}

// isParted says whether a mark, or a nickname in them, stands between a verb group at g
// and its subject: "Pell, the mayor, | said".
func isParted(u *sources, g int) bool {
	p, before := u.at(g-1), u.at(g-2)
	isNickname := p.isShort() &&
		(before.plainOr(prep)) &&
		!u.quotedName(g-1)
	return p.marks(',', ')') || u.dash(g-1) || isNickname
}

// partedSource finds the subject before an apposition, or takes that of the hit before
// where the verb group has more words than the verb.
func partedSource(u *sources, h *hit, g int, before []hit) bool {
	s, role := u.acrossApposition(g-1, before)
	if p := s.from - 1; u.at(p).entry.forms&gerundForm != 0 && u.comma(p-1) { // "Pell, citing a memo, a draft, said"
		if of := u.nounBefore(p - 1); !of.empty() {
			s, role = of, of.from
		}
	}
	if s.empty() {
		return u.comma(g-1) &&
			g < h.at &&
			u.inheritSource(h, before)
	}
	u.setSubject(h, span{role, s.to})
	h.source, h.wide = s, span{role, g}
	for h.wide.to > s.to && (u.comma(h.wide.to-1) || u.dash(h.wide.to-1)) {
		h.wide.to--
	}
	return true
}

func (u *sources) setSubject(h *hit, s span) {
	s = behindParticiple(u, s)
	h.source, h.edge = s, s.from
	if u.at(s.from-1).plays(asWord) && u.comma(s.from-2) && u.closed(u.whenEnd(h.end)) && !u.at(h.end).is(that) {
		h.edge, h.bare = s.from-1, true // "…, as the weekly first reported"
		return
	}
	p := u.at(s.from - 1)
	h.bare = s.from > 0 && (p.marks(',', '?', '!') || p.isQuotation() || u.dash(s.from-1))
}

// coordinated reads "said … and announced": the subject is the one before.
func (u *sources) coordinated(h *hit, c int, before []hit) bool {
	h.edge = c
	if len(before) > 0 && before[len(before)-1].nominal && before[len(before)-1].right >= c {
		return false
	}
	return u.inheritSource(h, before)
}

// antecedent is the noun group that the relative pronoun at i refers to; when
// a subject stands between pronoun and verb ("which the memo calls") the
// caller has already taken it.
func (u *sources) antecedent(h *hit, i int) bool {
	e := i
	if u.comma(e - 1) {
		e--
	}
	for u.at(e-1).is(prep) && e > 0 {
		e--
	}
	s := nearestNoun(u, u.nounBefore(e), u.at(i).plays(whoWord))
	if u.comma(s.from-1) && isAffiliation(u, s) { // "Ada Pell, R-Selby, who said"
		s = u.nounBefore(s.from - 1)
	}
	if s.empty() {
		return false
	}
	s = behindParticiple(u, s)
	h.source, h.relative, h.wide = s, true, span{i, i + 1}
	if by := u.issuer(s); !by.empty() {
		h.source = by
	}
	h.edge = i
	if u.comma(i - 1) {
		h.edge--
	}
	return true
}

// behindParticiple is a noun group without the participle whose object it is: "citing | papers
// that suggest", "saying | both sides agree".
func behindParticiple(u *sources, s span) span {
	a, next := u.at(s.from), u.at(s.from+1)
	if s.to-s.from > 1 && a.entry.forms&gerundForm != 0 && !a.upper && !next.is(prep|conj) {
		s.from++
	}
	return s
}

// nearestNoun is the part of a noun group behind its last preposition, where that can
// be a source and what stands before it cannot: "a fine for | a nurse who said". What
// "of" ties stays whole.
func nearestNoun(u *sources, s span, isWho bool) span {
	for k := s.to - 2; k > s.from; k-- {
		if a := u.at(k); !a.is(prep) {
			continue
		}
		near := span{k + 1, s.to}
		if last := lastJoined(u, near); isWho && !last.empty() && !canBeSource(u, span{s.from, k}, isWho) {
			return last
		}
		if u.at(k).plays(ofWord) || canBeSource(u, span{s.from, k}, isWho) || !canBeSource(u, near, isWho) {
			return s
		}
		return near
	}
	return s
}

// lastJoined is the last of what "and" joins in a noun group, where it is several people:
// "a failure of the board and | nurses who call"; empty for none.
func lastJoined(u *sources, s span) span {
	for k := s.to - 2; k > s.from; k-- {
		if u.at(k).is(conj) && u.pluralAt(s.to-1) {
			return span{k + 1, s.to}
		}
	}
	return span{}
}

// canBeSource says whether the last word of a range is a noun for a source: for people,
// where "who" follows.
func canBeSource(u *sources, s span, isWho bool) bool {
	a := u.at(s.to - 1)
	if isWho {
		return a.upper ||
			a.is(title) ||
			a.entry.kinds&(anonymousHead|organisationHead) != 0 ||
			u.pluralAt(s.to-1)
	}
	return !a.headsNothing() || a.is(title)
}
