package quote

import "stemma"

// afterColons credits the quotations that stand behind a colon and that no cue
// of the lexicon has taken: "Ito: “It is late.”", "The port made that clear:
// “…”", "From the log: “…”". before is the first credit of the unit.
func (u *unit) afterColons(before int) {
	p := u.passage
	for i := range u.a {
		q := &u.a[i]
		if !q.quote || q.scare || !q.upper || u.at(i-1).mark != ':' || p.taken(before, q.first) {
			continue
		}
		if s := u.beforeColon(i - 1); !s.empty() {
			p.credits = append(p.credits, credit{
				source: u.tokens(s), content: []span{{q.first, q.last}}, kind: stemma.Direct,
				stance: stemma.Neutral, parent: -1, headline: u.headline, sentence: u.at(s.from).first,
			})
		}
	}
}

// taken says whether one of the credits from before on holds the token.
func (p *passage) taken(before, token int) bool {
	for i := before; i < len(p.credits); i++ {
		for _, s := range p.credits[i].content {
			if s.from <= token && token < s.to {
				return true
			}
		}
	}
	return false
}

// beforeColon is whom the words before the colon at c credit: the subject of
// their last verb that has one, else the name or the paper that ends them.
func (u *unit) beforeColon(c int) span {
	from := c
	for from > 0 && c-from < maxWalk && !u.at(from).starts && !u.at(from-1).ended() && !u.at(from-1).quote {
		from--
	}
	verbs := false
	for k := c - 1; k > from; k-- {
		if u.dash(k) && !verbs { // "They agree – Ito: “…”"
			return u.labelBefore(k+1, c)
		}
		if a := u.at(k); !a.is(aux) && !a.verbal() {
			continue
		}
		verbs = true
		if s := u.nounBefore(u.beforeAdverbs(k)); !s.empty() && s.from >= from && !u.participleAt(k) {
			if s = u.speakable(s); !s.empty() {
				return s
			}
			return u.labelBefore(from, c) // "Here is Ito's statement: “…”"
		}
	}
	if s := u.sentenceSubject(c); verbs && !u.speakable(s).empty() {
		return s
	}
	s := u.labelBefore(from, c)
	if verbs && !s.empty() && !u.at(s.from).upper && !u.at(s.from).is(det|poss) {
		return span{}
	}
	return s
}

// participleAt says whether the verb at k belongs to the noun before it: "a
// letter obtained by".
func (u *unit) participleAt(k int) bool {
	return u.at(k+1).plays(byWord) && !u.at(k-1).is(aux)
}

// labelBefore is the name or the paper right before the colon at c, where no
// verb stands before it.
func (u *unit) labelBefore(from, c int) span {
	if u.r.lex.labels.Has(u.at(c - 1).form) {
		return span{}
	}
	for k := c - 1; k > from; k-- {
		if u.at(k - 1).plays(fromWord) { // "More from Ito"
			return u.speakable(u.nounAfter(k, false))
		}
	}
	s := u.nounBefore(c)
	if s.empty() || s.from < from {
		return span{}
	}
	if u.comma(s.from-1) && u.at(from).upper && (u.at(from).is(title|given) || u.at(from+1).upper) {
		for to := from + 1; to < s.from; to++ { // "Anna Ito, head of the union"
			if u.comma(to) {
				return u.speakable(span{from, to})
			}
		}
	}
	return u.speakable(s)
}

// awaitsQuote notes that the unit ends with a colon, for a quotation that opens
// the next paragraph.
func (u *unit) awaitsQuote() {
	p, c := u.passage, len(u.a)-1
	if p.pending >= 0 || c < 1 || u.at(c).mark != ':' {
		return
	}
	s := u.beforeColon(c)
	if s.empty() {
		return
	}
	p.pending, p.doubtful = len(p.credits), true
	p.credits = append(p.credits, credit{
		source: u.tokens(s), kind: stemma.Direct, stance: stemma.Neutral, parent: -1, headline: u.headline, sentence: u.at(s.from).first,
	})
}

// speakable is the range if somebody or something that can be quoted is named
// in it, else empty.
func (u *unit) speakable(s span) span {
	if s.empty() || u.at(s.from).is(first) || s.to-s.from == 1 && u.at(s.from).is(adv) {
		return span{}
	}
	for i := s.from; i < s.to; i++ {
		a := u.at(i)
		if a.upper && a.plain() && !a.is(timeWord|months) && !u.r.lex.labels.Has(a.form) || a.entry.kinds != 0 || a.is(title|male|female|many) || a.plays(theyWord) {
			return s
		}
	}
	return span{}
}
