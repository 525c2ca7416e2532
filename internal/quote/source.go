package quote

// findSource finds whom a hit credits. It is false for a hit that credits
// nobody and that does not say so either.
func (u *unit) findSource(h *hit, before []hit) bool {
	if u.refused(h) || !u.sourced(h, before) {
		return false
	}
	if s := h.source; s.to-s.from == 1 && u.at(s.from).is(first) && u.at(s.from).is(pronoun) {
		return false // the writer's own words are the report's
	}
	return true
}

// sourced finds the source by the form of the cue.
func (u *unit) sourced(h *hit, before []hit) bool {
	if h.passive && !h.infinite {
		return u.passiveSource(h)
	}
	if u.consults(h, before) {
		h.end++
		return u.citedBy(h, before)
	}
	if h.cue.lemma == "cite" && !h.passive && u.citesSource(h) {
		return u.citedBy(h, before)
	}
	if h.form == gerund && h.group.from == h.at || h.form == gerund && !u.progressive(h) && !h.infinite {
		return u.looseSource(h, before)
	}
	if h.cue.frame&fPassive != 0 {
		return false
	}
	if h.cue.frame&fImpersonal != 0 {
		return u.impersonal(h)
	}
	if u.invertedSource(h) {
		return true
	}
	return u.subjectSource(h, before)
}

// refused says whether the verb before says that nothing was said, or whether
// the saying is only possible.
func (u *unit) refused(h *hit) bool {
	p := u.at(h.group.from - 1)
	if p.form == "to" || p.is(refusal) {
		return true
	}
	return false
}

func (u *unit) progressive(h *hit) bool {
	for i := h.group.from; i < h.at; i++ {
		if u.at(i).is(be) {
			return true
		}
	}
	return u.at(h.group.from - 1).is(contracted)
}

// impersonal reads "it emerged that" and ", it emerged".
func (u *unit) impersonal(h *hit) bool {
	p := u.at(h.group.from - 1)
	if p.form != "it" {
		return false
	}
	h.nobody, h.edge = true, h.group.from-1
	h.bare = u.comma(h.edge - 1)
	h.group.from--
	return true
}

// passiveSource reads "was warned by its own head of structures" and "it was
// reported that"; "he was told that" names no source.
func (u *unit) passiveSource(h *hit) bool {
	subject := u.nounBefore(h.group.from)
	h.edge = h.group.from
	if !subject.empty() {
		h.edge = subject.from
	}
	if u.at(h.end).form == "by" {
		by := u.nounAfter(h.end+1, false)
		if by.empty() {
			return false
		}
		if !u.clauseFollows(by.to) {
			if h.cue.frame&(fNP|fAs) == 0 || h.cue.frame&(fStrict|fDoc|cognition) != 0 || subject.empty() || h.modal {
				return false
			}
			h.content = []span{subject}
		}
		h.source, h.receiver = by, subject
		h.group.to = h.end + 1
		h.end = by.to
		return true
	}
	if u.at(h.end).form == "to" && h.cue.frame&(fThat|fPassive) != 0 && h.cue.frame&(fReceiver|fStrict) == 0 && !subject.empty() {
		h.nobody = true
		h.content = []span{subject}
		return true
	}
	if u.at(h.group.from-1).form == "it" && (u.at(h.end).is(that) || u.comma(h.group.from-2)) {
		h.nobody = true
		h.bare = u.comma(h.group.from - 2)
		return true
	}
	return false
}

// clauseFollows says whether, after adverbials, "that" or "whether" follows.
func (u *unit) clauseFollows(i int) bool {
	for k := i; k < len(u.a) && k-i < 12; k++ {
		a := u.at(k)
		if a.is(that) || a.is(whether) || a.quote && !a.scare || a.mark == ':' || k == i && a.form == "to" {
			return true
		}
		if a.mark != 0 || a.is(aux|conj) {
			return false
		}
	}
	return false
}

// looseSource reads participles: ", adding that", "a memo warning that",
// "citing a memo".
func (u *unit) looseSource(h *hit, before []hit) bool {
	p := u.at(h.group.from - 1)
	h.loose = true
	h.edge = h.group.from
	if u.comma(h.edge - 1) {
		h.edge--
	}
	switch {
	case p.is(refusal) || p.form == "without" || p.form == "of" || p.form == "from" || p.form == "for":
		return false
	case p.plain() && !p.is(adv) && !p.verbal():
		s := u.nounBefore(h.group.from)
		if s.empty() {
			return false
		}
		h.source = s
		h.edge = h.group.from
		return u.kindsIn(s)&(documentHead|proceedingHead|anonymousHead) != 0
	case p.mark == ',' || p.is(conj) || p.form == "by" || p.form == "after" || p.form == "before" || p.form == "while" || p.form == "in" || p.quote || h.group.from == 0 || p.starts || u.dash(h.group.from-1):
		return u.inheritSource(h, before)
	}
	return false
}

// consults reads "who spoke with three sources" after somebody who is credited:
// the sources are credited in turn.
func (u *unit) consults(h *hit, before []hit) bool {
	if h.cue.lemma != "speak" && h.cue.lemma != "talk" || len(before) == 0 || !before[len(before)-1].nominal {
		return false
	}
	if p := u.at(h.group.from - 1); !p.is(rel) || u.at(h.end).form != "with" && u.at(h.end).form != "to" {
		return false
	}
	s := u.nounAfter(h.end+1, false)
	if s.empty() || u.kindsIn(s)&(anonymousHead|sourceHead) == 0 || u.kindsIn(before[len(before)-1].source)&(anonymousHead|sourceHead) != 0 {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if u.at(i).is(mediaPlain) {
			return false
		}
	}
	return true
}

// citesSource says whether what is cited can speak for itself: a paper, an
// outlet, people; not "citing low growth".
func (u *unit) citesSource(h *hit) bool {
	s := u.nounAfter(h.end, false)
	if s.empty() {
		return false
	}
	head := s.to
	for i := s.from; i < s.to; i++ {
		if u.at(i).is(prep) && i > s.from {
			head = i
			break
		}
	}
	for i := s.from; i < head; i++ {
		a := u.at(i)
		if a.entry.kinds&(documentHead|anonymousHead|sourceHead|outletName|outletNoun|organisationHead) != 0 || a.upper && a.plain() && !a.is(timeWord|months) {
			return true
		}
	}
	return false
}

// citedBy credits the content of the sentence to whom it cites: "a weekly
// reported, citing a memo", "the Mail, which cited the Post".
func (u *unit) citedBy(h *hit, before []hit) bool {
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
		if before[i].source.to <= h.group.from && !before[i].nobody {
			h.inherit = i
			break
		}
	}
	return h.inherit >= 0 || h.loose || h.form == gerund
}

// inheritSource takes the source of the hit before in the same unit, else the
// sentence's subject.
func (u *unit) inheritSource(h *hit, before []hit) bool {
	for i := len(before) - 1; i >= 0; i-- {
		if b := before[i]; !b.nominal && !b.nobody && !b.dropped && !b.source.empty() {
			h.source, h.inherit = b.source, i
			return true
		}
	}
	if s := u.sentenceSubject(h.at); !s.empty() {
		h.source = s
		return true
	}
	return false
}

// sentenceSubject is the first noun group of the sentence that holds atom i,
// if a verb follows it; past an opening adverbial.
func (u *unit) sentenceSubject(i int) span {
	from := i
	for from > 0 && !u.at(from).starts && i-from < maxWalk {
		from--
	}
	if u.at(from).is(conj | adv) {
		from++
	}
	for k := from; k < i; k++ {
		a := u.at(k)
		if a.is(aux) || a.verbal() && k > from {
			if s := u.nounBefore(u.beforeAdverbs(k)); !s.empty() && s.from >= from {
				return s
			}
			return span{}
		}
	}
	// "Guillot alluded to this": the verb may be one that no table knows.
	if u.at(from).is(subject) || u.at(from).upper && u.at(from).plain() {
		if s := u.nounAfter(from, true); !s.empty() && s.to < i {
			return s
		}
	}
	return span{}
}

func (u *unit) beforeAdverbs(i int) int {
	for i > 0 && u.at(i-1).is(adv) && !u.at(i-1).upper {
		i--
	}
	return i
}

// invertedSource reads "…, said the mayor" and "“…” says one official".
func (u *unit) invertedSource(h *hit) bool {
	if h.group.from != h.at && !u.at(h.group.from).is(adv) || h.form == gerund || h.cue.frame&(fThat|fQuote) == 0 || h.cue.frame&(fDoc|fStrict) != 0 && h.cue.frame&fQuote == 0 || h.cue.frame&(fReceiver|fInverts) == fReceiver {
		return false
	}
	p := u.at(h.group.from - 1)
	if !(p.mark == ',' || p.quote || u.dash(h.group.from-1) || p.mark == '?' || p.mark == '!') || h.group.from == 0 {
		return false
	}
	s := u.nounAfter(h.end, false)
	if s.empty() || !u.endsInverted(s.to) || u.at(s.from).is(timeWord) || u.at(s.from).is(object) && !u.at(s.from).is(subject) {
		return false
	}
	if (p.mark == ',' || p.quote && p.short && (u.at(h.group.from-2).plain() || u.at(h.group.from-2).is(prep))) && u.apposed(h.group.from) {
		return false
	}
	h.source, h.inverted, h.bare, h.fronted = s, true, true, true
	h.edge = h.group.from
	h.right = s.to
	return true
}

// endsInverted says whether what follows an inverted subject lets it be one.
func (u *unit) endsInverted(i int) bool {
	a := u.at(i)
	if a.mark != 0 || a.quote || a.is(rel|timeWord|prep|sub|conj|adv) {
		return true
	}
	// "said Pell adding …"
	for _, f := range a.entry.cues {
		if f.form == gerund {
			return true
		}
	}
	return false
}

// apposed says whether the comma before atom i closes an apposition to the
// subject, so that what stands before the comma is no statement: "Pell, the
// mayor, said".
func (u *unit) apposed(i int) bool {
	for k := i - 2; k >= 0 && i-k < maxWalk; k-- {
		a := u.at(k)
		if a.is(aux) || a.verbal() && !u.at(k+1).is(prep) {
			return u.relativeBefore(k)
		}
		if a.quote {
			return false
		}
		if a.starts {
			break
		}
	}
	return true
}

// relativeBefore says whether the verb at k stands in a relative clause.
func (u *unit) relativeBefore(k int) bool {
	for j := k - 1; j >= 0 && k-j < 6; j-- {
		if u.at(j).is(rel) && !u.at(j).is(that) {
			return !u.verbInMain(j)
		}
		if u.at(j).mark == ',' {
			return false
		}
	}
	return false
}

// verbInMain says whether the clause before j already has its verb.
func (u *unit) verbInMain(j int) bool {
	for k := j - 1; k >= 0 && j-k < maxWalk; k-- {
		if u.at(k).is(aux) || u.at(k).verbal() {
			return true
		}
		if u.at(k).starts {
			return false
		}
	}
	return false
}

// subjectSource finds the subject to the left of the verb group.
func (u *unit) subjectSource(h *hit, before []hit) bool {
	g := h.group.from
	p := u.at(g - 1)
	switch {
	case g == 0:
		return false
	case p.is(rel) && !p.is(dem|that) || p.is(that) && u.at(g-2).plain():
		return u.antecedent(h, g-1)
	case p.mark == ',' || p.mark == ')' || u.dash(g-1) || p.quote && p.short && (u.at(g-2).plain() || u.at(g-2).is(prep)):
		if s := u.acrossApposition(g - 1); !s.empty() {
			u.setSubject(h, s)
			return true
		}
		if p.mark == ',' && g < h.at {
			return u.inheritSource(h, before)
		}
		return false
	case p.is(conj):
		return u.coordinated(h, g-1, before)
	}
	s := u.nounBefore(g)
	if s.empty() {
		return false
	}
	u.setSubject(h, s)
	return true
}

func (u *unit) setSubject(h *hit, s span) {
	h.source, h.edge = s, s.from
	p := u.at(s.from - 1)
	h.bare = s.from > 0 && (p.mark == ',' || p.quote && !p.scare || u.dash(s.from-1) || p.mark == '?' || p.mark == '!')
}

// coordinated reads "said … and announced": the subject is the one before.
func (u *unit) coordinated(h *hit, c int, before []hit) bool {
	h.edge = c
	if u.comma(c - 1) {
		h.edge--
	}
	if len(before) > 0 && before[len(before)-1].nominal && before[len(before)-1].right >= c {
		return false
	}
	return u.inheritSource(h, before)
}

// antecedent is the noun group that the relative pronoun at i refers to; when
// a subject stands between pronoun and verb ("which the memo calls") the
// caller has already taken it.
func (u *unit) antecedent(h *hit, i int) bool {
	e := i
	if u.comma(e - 1) {
		e--
	}
	for u.at(e-1).is(prep) && e > 0 {
		e--
	}
	s := u.nounBefore(e)
	if s.empty() {
		return false
	}
	h.source, h.relative = s, true
	h.edge = i
	if u.comma(i - 1) {
		h.edge--
	}
	return true
}

// acrossApposition finds the subject before an apposition or a relative clause
// that ends with the mark at i: "Tobias Rennick, a former inspector, said".
// Where a role stands before a name ("his spokesman, Henrik Aas, said") the
// name is the subject.
func (u *unit) acrossApposition(i int) span {
	if u.at(i).mark == ')' {
		for k := i - 1; k > 0 && i-k < maxWalk; k-- {
			if u.at(k).mark == '(' {
				return u.nounBefore(k)
			}
		}
		return span{}
	}
	var found span
	inner := i
	for k, commas := i-1, 0; k > 0 && i-k < maxWalk && commas < 5; k-- {
		a := u.at(k)
		if a.starts && !u.comma(k) || a.ended() {
			break
		}
		if a.quote && !a.scare || a.is(that) && u.at(k-1).verbal() {
			break
		}
		if a.mark != ',' && !u.dash(k) {
			continue
		}
		commas++
		if !u.aside(k+1, inner) {
			break
		}
		s := u.nounBefore(k)
		if !s.empty() {
			found = u.nameOf(s, k+1, inner)
			if found != s || u.hasName(s) {
				break
			}
			if u.at(s.from).starts || s.from == 0 || u.at(s.from-1).is(conj|sub|that) || u.at(s.from-1).quote {
				break
			}
		}
		inner = k
	}
	return found
}

// hasName says whether the range holds a capitalised word in mid-sentence.
func (u *unit) hasName(s span) bool {
	for i := s.from; i < s.to; i++ {
		if a := u.at(i); a.upper && a.plain() && !a.starts && !a.is(title) {
			return true
		}
	}
	return false
}

// aside says whether the atoms can be an apposition or a relative clause.
func (u *unit) aside(from, to int) bool {
	if from >= to {
		return false
	}
	a := u.at(from)
	if a.is(rel) || a.is(sub) && !a.is(whether) || u.at(from+1).is(rel) || u.at(from+2).is(rel) {
		return true
	}
	for k := from; k < to; k++ {
		if b := u.at(k); b.is(aux) || b.is(pronoun) && b.is(subject) {
			return k > from+1 && u.relativeBetween(from, k)
		}
	}
	return true
}

func (u *unit) relativeBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if u.at(k).is(rel) {
			return true
		}
	}
	return false
}

// nameOf picks the name where a role stands before it.
func (u *unit) nameOf(s span, from, to int) span {
	if to-from > 4 || to <= from {
		return s
	}
	for k := from; k < to; k++ {
		if a := u.at(k); !a.upper || !a.plain() || a.is(timeWord) || a.entry.kinds&organisationHead != 0 {
			return s
		}
	}
	if last := u.at(s.to - 1); last.upper && !u.at(s.from).is(det|poss) {
		return s
	}
	return span{from, to}
}

// kindsIn gathers what the words of the range can be.
func (u *unit) kindsIn(s span) kindSet {
	var k kindSet
	for i := s.from; i < s.to; i++ {
		k |= u.at(i).entry.kinds
	}
	return k
}
