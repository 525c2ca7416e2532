package quote

import "stemma"

// owned narrows a source to whom its words belong: "Angaben der Polizei" is the
// police's, "seinen Worten" are his.
func (r *namedEntities) owned(s stretch) stretch {
	if r.p.lex.verbSecond == nil {
		return s
	}
	at := r.viewAt(s)
	if at < 0 {
		return s
	}
	if at+1 < s.to {
		return ownedBehind(r.p, s, at)
	}
	if e := r.p.entry(s.from); at > s.from && e.is(poss) {
		return stretch{s.from, s.from + 1}
	}
	return s
}

// viewAt is where one of the first words of a source means words or a view, "Angaben"; -1
// for none.
func (r *namedEntities) viewAt(s stretch) int {
	const most = 6
	for i := s.from; i < min(s.to, s.from+most); i++ {
		if r.p.upper(i) && r.viewWord(r.p.text.Tokens[i].Form) {
			return i
		}
	}
	return -1
}

// ownedBehind narrows a source to what stands behind the word for a view at token at: behind
// "von", or in the genitive.
func ownedBehind(p *document, s stretch, at int) stretch {
	next := p.entry(at + 1)
	if !next.is(prep) {
		return stretch{at + 1, s.to} // "Angaben der Polizei"
	}
	if next.roles&ofWord != 0 && at+2 < s.to {
		return stretch{at + 2, s.to} // "Angaben von Fischern"
	}
	return s
}

// viewWord says whether a word stands for what somebody told.
func (r *namedEntities) viewWord(form string) bool {
	return r.p.lex.verbSecond.views[form]
}

// heads says whether a name is the head of an expression in which a genitive or
// "von" may follow the head, and an apposition may name it after a comma.
func (r *namedEntities) heads(g group, n name) bool {
	t := r.p.text
	inside := false
	for i := g.from; i < n.title; i++ {
		e := r.p.entry(i)
		switch {
		case t.Tokens[i].Form == ",":
			inside = !n.person
		case !r.p.upper(i) && (e.is(prep) || e.is(genitive) && i > g.from):
			inside = true
		}
	}
	if !inside && !n.person && n.title > g.from && n.to-n.from == 1 {
		// "der Bush-Berater": the head is another noun
		if anyOf(n.to, g.to, r.p.finder.IsCapital) {
			return false
		}
	}
	return !inside
}

// pressIn knows an outlet or agency by a word of the expression that is no name
// by its capitals: "die dpa", "der „Hafenkurier“", "dpa-Informationen".
func (r *namedEntities) pressIn(g group) (int, bool) {
	t, lex := r.p.text, r.p.lex
	if !lex.capitals {
		return 0, false
	}
	for i := g.from; i < min(g.to, g.from+maxWalk); i++ {
		tok := t.Tokens[i]
		e := r.p.entry(i)
		if e.is(prep|genitive) && !r.p.upper(i) && i > g.from {
			break
		}
		if full, ok := lex.outlets[tok.Form]; ok && !e.is(^class(0)) &&
			!(r.p.upper(i) && len(full) > len(tok.Form)+4 && !shouting(t.Report.Text[tok.Start:tok.End])) {
			return r.entityAs(stemma.Outlet, full, folded(t, i, i+1)), true
		}
	}
	return 0, false
}

// pointed resolves a source that only points back to who spoke before: "demnach".
func (r *namedEntities) pointed(s stretch) (int, bool) {
	if r.p.lex.verbSecond == nil || s.to-s.from != 1 || !r.p.plays(s.from, backWord) {
		return 0, false
	}
	return r.latest, true
}
