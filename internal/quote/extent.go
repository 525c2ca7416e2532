package quote

// extent is the whole expression that names a hit's source, with its
// appositions, its relative clause and what stands in brackets beside it:
// "Tobias Rennick, a former inspector who left last year" for "Rennick". The
// resolver reads the source proper; the extent is what a report shows.
func (u *unit) extent(h *hit) span {
	s := h.source
	switch {
	case s.empty():
		return s
	case !h.wide.empty():
		return u.trimTail(h.wide)
	case s.to <= h.at:
		return u.withDegree(u.trimTail(s))
	case s.from >= h.at:
		if h.group.to <= s.from && (h.inverted || h.nominal) && s.from-h.group.to < maxNameWords*2 && !h.cites {
			s.from = u.skipFree(h.group.to, s.from)
		}
		s.to = u.besideAfter(s.to, h)
	}
	return s
}

// trimTail drops what stands between a subject and its verb and only says when
// or in what: "Pell on Wednesday", "Pell in a statement", "Pell, meanwhile".
func (u *unit) trimTail(s span) span {
	if u.kindsIn(s)&(documentHead|proceedingHead) != 0 {
		return s // "a survey in March"
	}
	for k := s.from + 1; k+1 < s.to; k++ {
		if n := u.at(k + 1); u.comma(k) && (n.is(prep) && !n.plays(ofWord|byWord|fromWord|withWord) || n.plays(speakingWord)) {
			s.to = k // "Pell, for instance," "Pell, speaking in Aldwick,"
		}
	}
	for s.to > s.from+1 {
		last := u.at(s.to - 1)
		if last.mark == ',' || last.is(timeWord|months) || last.is(adv|prep) && !last.upper && !last.is(num) {
			s.to--
			continue
		}
		k := s.to - 2
		for k > s.from && s.to-k < maxTail && !u.at(k).is(prep) {
			k--
		}
		if k <= s.from || !u.at(k).is(prep) || u.at(k).plays(ofWord) || !u.at(k+1).is(timeWord|months) && !u.mediumIn(span{k + 1, s.to}) {
			break
		}
		s.to = k
	}
	return s
}

// maxTail is how long an adverbial is that trimTail looks for, in atoms.
const maxTail = 7

// withDegree takes in the word of degree before a number or an "all": "about
// 200 people", "nearly half", "virtually all", "more than half".
func (u *unit) withDegree(s span) span {
	a, n := u.at(s.from-1), u.at(s.from)
	if a.plays(atWord) && n.plays(extremeWord) {
		s.from--
		return s
	}
	if a.mark == 0 && !a.quote && (a.plays(roughWord) && n.is(num) || a.is(adv) && !a.is(timeWord|sub) && (n.is(num|many) || n.plays(halfWord))) {
		s.from--
		return s
	}
	if a.plays(leastWord|extremeWord) && a.mark == 0 && (n.is(num|one|many) || n.plays(halfWord)) && (u.at(s.from-2).plays(atWord) || u.at(s.from-2).is(many)) {
		s.from -= 2 // "more than half", "at least nine people"
	}
	return s
}

// skipFree passes over the adverbs and marks that part a cue from its source.
func (u *unit) skipFree(from, to int) int {
	for from < to && (u.at(from).mark != 0 && u.at(from).mark != '$' || u.at(from).is(adv|timeWord) && !u.at(from).upper) {
		from++
	}
	return from
}

// besideAfter gives the end of what stands beside a source that ends before
// atom i and that follows its cue.
func (u *unit) besideAfter(i int, h *hit) int {
	for range 3 {
		to := u.besideOnce(i, h)
		if to == i {
			break
		}
		i = to
	}
	return i
}

func (u *unit) besideOnce(i int, h *hit) int {
	a, n := u.at(i), u.at(i+1)
	switch {
	case a.mark == '(':
		for k := i + 1; k < len(u.a) && k-i < maxWalk; k++ {
			if u.at(k).mark == ')' {
				return k + 1
			}
		}
	case a.is(rel) && !a.is(that|whether) && a.is(subject):
		return u.relativeAfter(i, i)
	case a.mark == ',' && n.is(rel) && !n.is(that|whether):
		return u.relativeAfter(i, i+1)
	case a.mark == ',':
		return u.appositionAfter(i)
	}
	return i
}

// relativeAfter gives the end of the relative clause whose pronoun stands at
// r; i where the clause credits somebody itself: "said Pell, who added".
func (u *unit) relativeAfter(i, r int) int {
	for k := r + 1; k < len(u.a) && k-r < maxWalk; k++ {
		a := u.at(k)
		if a.mark == ',' || a.ended() || a.mark == ':' || a.quote && !a.scare || u.dash(k) || a.starts {
			return k
		}
		if k-r < 4 && u.tells(k) {
			return i
		}
	}
	return i
}

// tells says whether the word at i is a form of a verb of saying.
func (u *unit) tells(i int) bool {
	for _, f := range u.at(i).entry.cues {
		if f.cue.frame&speech != 0 && f.form != base && len(f.tail) == 0 {
			return true
		}
	}
	return false
}

// appositionAfter gives the end of the noun group in apposition that opens
// after the comma at i: ", a former inspector", ", 44", ", president of the
// club"; i where none does.
func (u *unit) appositionAfter(i int) int {
	n := u.at(i + 1)
	if n.is(num) && (u.comma(i+2) || u.at(i+2).ended() || i+2 >= len(u.a)) {
		return i + 2
	}
	if n.is(pronoun|conj|sub|prep|adv|timeWord|months) && !n.is(det) || n.mark != 0 || n.quote || n.verbal() && n.entry.kinds == 0 && !n.is(title) {
		return i
	}
	s := u.nounAfter(i+1, false)
	if s.empty() {
		return i
	}
	end := u.at(s.to)
	if !u.comma(s.to) && !end.ended() && s.to < len(u.a) && !end.is(rel) {
		return i
	}
	if !n.is(det|poss) && !u.roleIn(s) && !n.owner && !u.hasKind(s) {
		return i
	}
	return s.to
}

// hasKind says whether the range holds a noun for a source or a title.
func (u *unit) hasKind(s span) bool {
	for i := s.from; i < s.to; i++ {
		if u.at(i).is(title) || u.at(i).entry.kinds != 0 || u.at(i).owner {
			return true
		}
	}
	return false
}
