package quote

import "stemma"

// use is one place where a verb credits something.
type use struct {
	form    verbForm
	verb    int // the finite verb, which splits the clause
	cues    []span
	passive bool
	from    int  // where the clause of this verb begins: after "und" in a second one
	to      int  // where it ends
	last    bool // no other verb of the part follows
}

// cues credits what verbs credit.
func (p *sentence) cues() {
	done := false
	for k := range p.clauses {
		c := &p.clauses[k]
		var uses []use
		switch c.opener {
		case mainClause:
			uses = p.mainUses(k)
		case relativeClause:
			uses = p.finalUse(k)
		}
		for n := len(uses) - 1; n >= 0; n-- {
			lead := uses[0]
			if c.opener == mainClause {
				lead = use{verb: c.verb, from: c.from}
			}
			done = p.predicate(k, uses[n], lead) || done
		}
		if done {
			return
		}
	}
}

// mainUses are the cues of a main clause, whose verb is second or first, and of
// those that "und" joins to it.
func (p *sentence) mainUses(k int) []use {
	c := &p.clauses[k]
	var uses []use
	from := c.from
	for v := c.verb; v >= 0; {
		end := p.joined(v+1, c.to)
		if u, ok := p.useAt(k, v, end); ok {
			u.from, u.to, u.last = from, end, end >= c.to
			uses = append(uses, u)
		}
		if end >= c.to {
			break
		}
		from, v = end, p.firstFinite(end, c.to)
	}
	return uses
}

// joined is where a clause begins that "und" joins to the one at i, else end.
func (p *sentence) joined(i, end int) int {
	return firstOf(i, end, func(i int) bool {
		return p.u.at(i).isAndPlays(conj, andWord) && i+1 < end && p.finiteAt(i+1)
	})
}

// useAt reads the cue whose finite verb stands at v: itself, or the participle
// or infinitive that it governs at the end of the clause.
func (p *sentence) useAt(k, v, end int) (use, bool) {
	if v == p.from || p.moodAt(v) == sureMood {
		return use{verb: v}, false // a question or a condition; what is itself reported
	}
	c := clause{from: p.clauses[k].from, to: end}
	if own, found := p.ownUse(k, v, &c); found || !p.u.at(v).is(aux) {
		return own, found
	}
	return p.governedUse(v, &c)
}

// ownUse reads the finite verb itself as the cue: "sagte", "teilte … mit".
func (p *sentence) ownUse(k, v int, c *clause) (use, bool) {
	best, found := use{verb: v}, false
	for _, f := range p.verbsAt(v) {
		prefix, apart := prefixOf(p, k, v, c, &f)
		isCue := f.form <= past && !f.joined && (f.prefix == "" || apart)
		if !isCue ||
			!p.has(c, f.with) ||
			endsOther(p, v, c, &f) ||
			found && !tellsMore(&f, &best.form) {
			continue
		}
		best.form, found = f, true
		best.cues = []span{{v, v + 1}}
		if apart {
			best.cues = append(best.cues, span{prefix, prefix + 1})
		}
	}
	return best, found
}

// governedUse reads what the auxiliary at v governs as the cue: "hat … gesagt", "will …
// mitteilen". What somebody would not say is not said.
func (p *sentence) governedUse(v int, c *clause) (use, bool) {
	best, found := use{verb: v}, false
	last := p.lastWord(c)
	been := last > v && p.u.at(last).is(passive) // "ist … worden"
	for last > v && p.u.at(last).is(aux) {
		last--
	}
	if last <= v || p.u.at(v).is(modal) && p.denied(v, last) {
		return best, false
	}
	for _, f := range p.verbsAt(last) {
		if !governsForm(p.u.at(v), &f, been) ||
			!p.has(c, f.with) ||
			found && !tellsMore(&f, &best.form) {
			continue
		}
		best.form, found = f, true
		best.passive = f.form == participle && !p.u.at(v).is(have) && !f.be
		best.cues = []span{{v, v + 1}, {last, last + 1}}
	}
	return best, found
}

// tellsMore says whether a form holds more of the words around it than another: more
// that go with it, or a prefix.
func tellsMore(f, than *verbForm) bool {
	return len(f.with) > len(than.with) || len(f.with) == len(than.with) && f.prefix != ""
}

// prefixOf is where the prefix of the verb at v would stand, and whether it does: at the
// end of its clause, or behind an apposition.
func prefixOf(p *sentence, k, v int, c *clause, f *verbForm) (int, bool) {
	at := p.lastWord(c)
	if f.prefix == "" {
		return at, false
	}
	if p.low[at] != f.prefix && c.to == p.clauses[k].to {
		at = p.laterPrefix(k, f.prefix)
	}
	return at, at > v && p.low[at] == f.prefix
}

// endsOther says whether the clause ends with the prefix of another verb: "findet … statt".
func endsOther(p *sentence, v int, c *clause, f *verbForm) bool {
	last := p.lastWord(c)
	return last > v && p.s.prefixes[p.low[last]] && !p.u.at(last).upper && p.low[last] != f.prefix
}

// governsForm says whether an auxiliary governs a form: a participle after "haben" and
// "werden", and after "sein" where the verb takes that; an infinitive after a modal.
func governsForm(a *atom, f *verbForm, been bool) bool {
	switch f.form {
	case participle:
		isPerfect := a.is(have|passive) || a.is(be) && (f.be || been)
		return isPerfect && (!f.active || a.is(have))
	case base:
		return a.is(modal) && (f.joined || f.prefix == "")
	}
	return false
}

// laterPrefix is the prefix of a verb that an apposition to its subject parts
// from its clause, -1 for none: "teilte der Direktor, Jan Brodt, mit".
func (p *sentence) laterPrefix(k int, prefix string) int {
	for n := k + 1; n < min(len(p.clauses), k+4); n++ {
		c := &p.clauses[n]
		if p.low[c.from] == prefix && c.to-c.from == 1 {
			return c.from
		}
		if c.opener != verbless {
			break
		}
	}
	return -1
}

// denied says whether something between the atoms denies the verb: "wollte
// nicht bestätigen".
func (p *sentence) denied(from, to int) bool {
	return p.u.any(span{from, to}, func(a *atom) bool { return a.is(neg | negative) })
}

// finalUse is the cue of a relative clause, which has its verb last.
func (p *sentence) finalUse(k int) []use {
	c := &p.clauses[k]
	forms := p.finalCue(c)
	if len(forms) == 0 {
		return nil
	}
	last := p.lastWord(c)
	from := last
	for from > c.from && p.u.at(from).is(aux) {
		from--
	}
	return []use{{form: forms[0], verb: from, cues: []span{{from, last + 1}}, from: c.from, to: c.to, last: true}}
}

// predicate credits what the cue in part k says. lead is the first cue of the
// part, whose subject the others share.
func (p *sentence) predicate(k int, u, lead use) bool {
	source := p.subject(k, lead)
	left, right := p.contents(k, u, source)
	content := append(left, right...)
	switch {
	case u.form.nobody:
		source = p.place(k)
	case u.passive && !u.form.quotes:
		source = p.agent(k, u)
		if source.empty() {
			source = p.paperIn(k)
		}
	}
	if len(content) > 0 {
		return p.credit(u.form.cue, source, u.cues, content) && p.hears(k, u, source)
	}
	if p.pointsBack(u) && !source.empty() {
		return p.creditBefore(u, source)
	}
	if !mayStandAlone(p, k, u) || source.empty() || !p.speaks(source) {
		return false
	}
	from, to := p.mainRange(k)
	return p.credit(u.form.cue, source, u.cues, []span{{from, to}})
}

// mayStandAlone says whether all of a main clause may be what its cue credits: "Lohse
// kritisierte die Reederei".
func mayStandAlone(p *sentence, k int, u use) bool {
	isLast := u.form.object && u.last && !u.passive
	return isLast && !p.bound && p.clauses[k].opener == mainClause && !p.longPast(u.verb)
}

// longPast says whether the verb tells of what somebody had said before the
// report's own matter.
func (p *sentence) longPast(v int) bool { return p.u.at(v).is(earlier) && p.moodAt(v) == 0 }

// hears notes to which outlet the last credit's source spoke: "sagte Lohse der
// Inselpost". It is true.
func (p *sentence) hears(k int, u use, source span) bool {
	credits := p.u.doc.credits
	for i := u.verb + 1; i < u.to; i++ {
		a := p.u.at(i)
		if source.holds(i) ||
			a.upper ||
			!(a.is(dative|accusative) || a.isBoth(det, genitive) || a.plays(toWord)) {
			continue
		}
		from := i
		if a.plays(toWord) {
			from++
		}
		if s := p.phrase(from, u.to); !s.empty() && p.press(s) {
			credits[len(credits)-1].receiver = p.tokens(s.from, s.to)
			break
		}
	}
	return true
}

// press says whether a phrase names an outlet or agency.
func (p *sentence) press(s span) bool {
	for i := s.from; i < s.to; i++ {
		a := p.u.at(i)
		e := p.u.lex.word(a.form)
		if _, known := p.u.lex.outlets[a.form]; known ||
			a.upper && e.heads(outletNoun|outletName) {
			return true
		}
	}
	return false
}

// agent is whom a passive names: after "von", or in an impersonal clause where
// it stands.
func (p *sentence) agent(k int, u use) span {
	c := &p.clauses[k]
	for i := c.from; i < c.to; i++ {
		if p.u.at(i).isAndPlays(prep, ofWord|byWord) && !((span{c.from + 1, u.verb}).holds(i) && p.u.at(i-1).upper) {
			return p.phrase(i+1, c.to)
		}
	}
	return span{}
}

// place is the source of an impersonal cue: "in einer Mitteilung heißt es".
func (p *sentence) place(k int) span {
	c := &p.clauses[k]
	for i := c.from; i < c.to; i++ {
		if p.u.at(i).isAndPlays(prep, inWord|atWord|fromWord|ofWord) {
			if s := p.phrase(i+1, c.to); !s.empty() && !p.u.at(s.from).is(timeWord|months) &&
				!p.u.at(s.to-1).is(timeWord|months) {
				return p.withApposition(k, s)
			}
		}
	}
	return span{}
}

// paperIn is a paper in which something is said: "im Bericht wurde festgestellt".
func (p *sentence) paperIn(k int) span {
	s := p.place(k)
	for i := s.from; i < s.to; i++ {
		if e := p.u.lex.word(p.u.at(i).form); p.u.at(i).upper && e != nil {
			if e.kinds&documentHead != 0 {
				return s
			}
			break
		}
	}
	return span{}
}

// pointsBack says whether the clause says of what stands before it who said it:
// "Das sagte die Ministerin".
func (p *sentence) pointsBack(u use) bool {
	if u.verb != u.from+1 || u.from != p.from {
		return false
	}
	return p.u.at(u.from).isAndPlays(det, backWord)
}

// maxBefore is how many sentences of a paragraph "Das sagte sie" after them may
// credit.
const maxBefore = 3

// creditBefore credits the sentences of the paragraph before the sentence.
func (p *sentence) creditBefore(u use, source span) bool {
	t := p.u.doc.text
	at := p.sentence()
	from := at
	for from > max(0, at-maxBefore) && t.Sentences[from-1].Segment == t.Sentences[at].Segment &&
		p.u.doc.report.sentence < from {
		from--
	}
	if from == at || !p.credit(u.form.cue, source, u.cues, []span{{p.from, p.from + 1}}) {
		return false
	}
	credits := p.u.doc.credits
	c := &credits[len(credits)-1]
	c.content = append([]stretch{{t.Sentences[from].First, t.Sentences[at-1].Last}}, c.content...)
	c.kind = stemma.Indirect
	return true
}
