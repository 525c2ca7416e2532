package quote

// subject finds the subject of the cue: in front of the verb, across
// appositions, or after it.
func (p *nominatives) subject(k int, u use) span {
	c := &p.clauses[k]
	if c.opener == relativeClause {
		before := &p.clauses[max(0, k-1)]
		if s := p.phraseBefore(before.to, before.from); !s.empty() {
			return s
		}
		return span{c.from, c.from + 1}
	}
	first := u.from
	for first < u.verb && (p.u.at(first).is(conj) || p.u.at(first).isBut(adv, det)) {
		first++
	}
	if s := subjectBefore(p, first, u.verb); !s.empty() {
		if after := p.subjectAfter(k, u.verb+1); p.turned(s, after) {
			return after
		}
		return span{first, u.verb}
	}
	if first == u.verb && k > 0 && !p.speaksBefore(k) && !isInserted(p, k) {
		if s := p.apposed(k); !s.empty() {
			return s
		}
	}
	return p.subjectAfter(k, u.verb+1)
}

// subjectBefore is the noun group at first that may be the subject of the verb behind it.
func subjectBefore(p *nominatives, first, verb int) span {
	if first >= verb ||
		!p.nominative(first) ||
		p.impersonal(first) ||
		first+1 == verb && p.adverbial(first) {
		return span{}
	}
	return p.phrase(first, verb)
}

// isInserted says whether the cue of part k stands inside of what is told, behind the
// subject of that: "Die Brücke, sagte Kolb, sei sicher".
func isInserted(p *nominatives, k int) bool {
	c := &p.clauses[k]
	if k == 0 || k+1 >= len(p.clauses) || c.verb != c.from || p.clauses[k-1].opener != verbless {
		return false
	}
	return p.moodAt(p.clauses[k+1].from) == sureMood && p.speaks(p.subjectAfter(k, c.verb+1))
}

// adverbial says whether the word that opens a sentence ends like an adverb:
// "Tatsächlich", "Ergänzend".
func (p *nominatives) adverbial(i int) bool {
	a := p.u.at(i)
	return a.starts && a.entry.kinds == 0 && !a.is(title|given) && p.s.adverbial.Fit(a.form)
}

// turned says whether the object stands before the verb and the subject after
// it: "Die Lage nannte Lohse ernst". The first can then be no speaker, the
// second is one, and the forms allow it.
func (p *nominatives) turned(before, after span) bool {
	if after.empty() || p.speaks(before) || !p.speaks(after) || p.u.at(before.from).isBoth(def, genitive) {
		return false
	}
	if p.u.at(after.from).is(genitive) { // "der": a man's, or a woman's that only hears it
		for i := after.from; i < after.to; i++ {
			if e := p.u.lex.word(p.u.at(i).form); e != nil && p.u.at(i).upper {
				return e.class&male != 0
			}
		}
		return false
	}
	return true
}

// speaks says whether a phrase is one that can say something, as far as the
// tables know: a pronoun for people, a name, a noun for people or bodies.
func (p *nominatives) speaks(s span) bool {
	for i := s.from; i < s.to; i++ {
		a := p.u.at(i)
		switch {
		case i > s.from && (p.genitive(i, s.to) || p.ties(i)):
			return false
		case a.isBut(pronoun, det) && a.is(male|female|first):
			return true
		case a.quote, a.mark != 0, !a.upper:
			continue
		}
		e := p.u.lex.word(a.form)
		if e == nil {
			e = nothing
		}
		if e.class&(given|title) != 0 || e.kinds&^(documentHead|proceedingHead) != 0 {
			return true
		}
		if e.saysNothing() && i == s.from && !p.commonNoun(i) {
			return true // a name has no article
		}
	}
	return false
}

// apposed is a subject that appositions and relative clauses part from its
// verb.
func (p *nominatives) apposed(k int) span {
	first := &p.clauses[0]
	i := first.from
	for i < first.to && p.u.at(i).is(conj) {
		i++
	}
	if first.opener != verbless || !p.nominative(i) || p.phrase(i, first.to).empty() {
		return span{}
	}
	s := span{i, first.to}
	for n := 1; n < k && p.clauses[n].opener == verbless; n++ {
		s.to = p.clauses[n].to
	}
	return s
}

// nominative says whether a subject can begin at i.
func (p *nominatives) nominative(i int) bool {
	a := p.u.at(i)
	switch {
	case a.mark != 0,
		a.isUpper(timeWord|months) && !isGivenMonth(p, i),
		a.isBut(prep|sub|adv|aux|object|reflexive|neg, det|poss|num):
		return false
	case a.plays(backWord):
		return p.nounAhead(i+1, p.to)
	}
	return !a.is(dative | accusative)
}

// isGivenMonth says whether a month or its short form is a given name: "Jan Brodt".
func isGivenMonth(p *nominatives, i int) bool {
	next := p.u.at(i + 1)
	return p.u.at(i).is(given) && next.isName()
}

// subjectAfter is the subject to the right of the verb, past pronouns, adverbs
// and what else cannot be one.
func (p *nominatives) subjectAfter(k, i int) span {
	c := &p.clauses[k]
	for i < c.to {
		a := p.u.at(i)
		switch {
		case !a.isWord():
			return span{}
		case a.is(prep):
			if s := p.phrase(i+1, c.to); !s.empty() {
				i = s.to
				continue
			}
		case !p.nominative(i):
			if s := p.phrase(i, c.to); !s.empty() && a.is(det|poss) {
				i = s.to
				continue
			}
		default:
			if s := p.phrase(i, c.to); !s.empty() && !p.impersonal(i) {
				return p.withApposition(k, s)
			}
		}
		i++
	}
	return span{}
}

// withApposition adds ", Chef der Firma," to a subject that ends its part.
func (p *nominatives) withApposition(k int, s span) span {
	if s.to != p.clauses[k].to {
		return s
	}
	for n := k + 1; isInset(p.clauses, n) &&
		!p.s.prefixes[p.low[p.clauses[n].from]]; n++ {
		s.to = p.clauses[n].to
	}
	return s
}
