package quote

// framed gives the credits by frames, without entering them.
func (p *frames) framed() []credit {
	doc := p.u.doc
	n := len(doc.credits)
	p.frames()
	found := append([]credit(nil), doc.credits[n:]...)
	doc.credits = doc.credits[:n]
	return found
}

// within enters the credits by frames. One that stands inside what a verb's
// credit says, and so after it in the list from before on, credits only that.
func (p *frames) within(framed []credit, before int) {
	doc := p.u.doc
	verbs := doc.credits[before:]
	for _, f := range framed {
		at := f.cue[0]
		for _, v := range verbs {
			for _, s := range v.content {
				if s.spans(at) && len(v.content) == 1 {
					f.content = clipped(f.content, s)
				}
			}
		}
		if len(f.content) > 0 {
			doc.credits = append(doc.credits, f)
		}
	}
}

// clipped is what of the spans lies in a bound.
func clipped(list []stretch, bound stretch) []stretch {
	var out []stretch
	for _, s := range list {
		if s.from, s.to = max(s.from, bound.from), min(s.to, bound.to); !s.empty() {
			out = append(out, s)
		}
	}
	return out
}

// frames credits what stands in frames without a verb: "laut", "nach Angaben",
// "zufolge", ", so der Minister", ", wie er sagte".
func (p *frames) frames() {
	for k := range p.clauses {
		c := &p.clauses[k]
		if c.opener == quoted {
			continue
		}
		if p.saidPart(k) || p.wiePart(k) || p.openedCredit(k) {
			continue
		}
		for i := c.from; i < c.to; i++ {
			if f := p.frame(i); f != 0 && p.framedBy(k, i, f) {
				break
			}
		}
	}
}

// framedBy reads the frame at atom i of part k.
func (p *frames) framedBy(k, i int, f frameWord) bool {
	if p.u.at(i).isCapital() {
		return false
	}
	word := span{i, i + 1}
	if f&frameItself != 0 {
		return isItself(p, k, i, f) && p.frameCredit(k, word, word, word)
	}
	if s := framedBefore(p, k, i, f); !s.empty() {
		return p.frameCredit(k, s, word, span{s.from, i + 1})
	}
	if s := framedAfter(p, k, i, f); !s.empty() {
		return p.frameCredit(k, s, word, span{i, s.to})
	}
	return false
}

// isItself says whether a word that credits by itself does so where it stands:
// "demnach", "angeblich".
func isItself(p *frames, k, i int, f frameWord) bool {
	c := &p.clauses[k]
	switch {
	case f&frameLeads != 0 && (i != c.from || c.mood != sureMood):
		return false
	case c.opener == mainClause:
		return true
	}
	return i == c.from && f&frameNoun == 0
}

// framedBefore is the source before a frame: "der Polizei zufolge", "Angaben der Polizei
// nach".
func framedBefore(p *frames, k, i int, f frameWord) span {
	c := &p.clauses[k]
	if f&(frameAfter|frameNoun) == 0 {
		return span{}
	}
	s := p.phraseBefore(i, c.from)
	switch {
	case s.empty():
		return span{}
	case f&frameAfter != 0 && f&frameBefore == 0:
		return s
	case f&frameNoun != 0 && s.to-s.from <= 4 && p.viewNoun(s.to-1, false) &&
		!p.u.at(i+1).is(det|poss):
		return s
	}
	return span{}
}

// framedAfter is the source behind a frame: "laut der Polizei", "nach Angaben der Polizei".
func framedAfter(p *frames, k, i int, f frameWord) span {
	if f&frameBefore == 0 {
		return span{}
	}
	c, s := &p.clauses[k], p.frameSource(k, i+1)
	if !s.empty() && i == c.from && c.opener == mainClause && c.verb > s.to && c.verb-s.to < maxAttribute {
		s.to = c.verb // all that stands before the verb is one phrase
	}
	if s.empty() || f&frameNoun != 0 && !p.tells(s, f) {
		return span{}
	}
	return s
}

// frameSource is the source after a frame: a noun phrase with its apposition,
// or a relative pronoun.
func (p *frames) frameSource(k, i int) span {
	c := &p.clauses[k]
	if i >= c.to {
		return span{}
	}
	if p.u.at(i).is(rel) && c.opener == relativeClause && i == c.from+1 && !p.nounAhead(i+1, c.to) {
		return span{i, i + 1}
	}
	s := p.phrase(i, c.to)
	if !s.empty() && s.to == c.to && k+2 < len(p.clauses) && p.clauses[k+1].opener == verbless &&
		p.clauses[k+2].opener == mainClause {
		s.to = p.clauses[k+1].to
	}
	return s
}

// tells says whether the noun of a frame's source stands for what is told.
func (p *frames) tells(s span, f frameWord) bool {
	for i := s.from; i < s.to; i++ {
		a := p.u.at(i)
		if a.is(rel) && s.to-s.from == 1 {
			return true
		}
		if !a.upper {
			if p.genitive(i, s.to) && i > s.from {
				return false
			}
			continue
		}
		if f&frameStrict != 0 {
			return p.s.frameNouns.Is(p.low[i], "view") && (i+1 < s.to || p.u.at(s.from).is(poss))
		}
		if p.viewNoun(i, i+1 < s.to) {
			return true
		}
		return isOutletAt(p, i)
	}
	return false
}

// isOutletAt says whether a noun for an outlet stands at i, or an outlet's name in capitals.
func isOutletAt(p *frames, i int) bool {
	form := p.u.at(i).form
	if e := p.u.lex.word(form); e.heads(outletNoun) && e.kinds&outletName == 0 {
		return true
	}
	_, press := p.u.lex.outlets[form]
	return press && len(form) > 2 && p.shouts(i)
}

// shouts says whether the word at i is written in capitals.
func (p *frames) shouts(i int) bool {
	t := p.u.doc.text
	tok := t.Tokens[p.u.at(i).first]
	return shouting(t.Report.Text[tok.Start:tok.End])
}

// leastView is how many bytes a noun for what is told has at least.
const leastView = 4

// frameCredit credits what the frame in part k stands in: its own clause where
// the verb stands last, else the sentence. gap is the frame, which is no
// content.
func (p *frames) frameCredit(k int, source, cues, gap span) bool {
	var from, to int
	switch c := &p.clauses[k]; c.opener {
	case relativeClause, adverbialClause, infiniteClause:
		from, to = c.from, c.to
		for n := k + 1; isDependent(p.clauses, n); n++ {
			to = p.clauses[n].to
		}
		if c.opener == adverbialClause && k == 0 {
			to = p.to
		}
	default:
		from, to = p.mainRange(k)
		if gap.to == c.to && k+1 < len(p.clauses) && p.clauses[k+1].opener == relativeClause && gap.from == c.from {
			gap.to = p.clauses[k+1].to // a relative clause on the source
		}
	}
	return p.credit(p.s.frameCue, source, []span{cues}, p.without(from, to, gap))
}

// mainRange is the stretch of the sentence that semicolons bound around part k.
func (p *frames) mainRange(k int) (from, to int) {
	from, to = p.from, p.to
	for n := k; n > 0; n-- {
		if p.clauses[n].mark == ';' {
			from = p.clauses[n].from
			break
		}
	}
	for n := k + 1; n < len(p.clauses); n++ {
		if p.clauses[n].mark == ';' {
			to = p.clauses[n-1].to
			break
		}
	}
	return from, to
}

// without is a range without a gap in it.
func (p *frames) without(from, to int, gap span) []span {
	var out []span
	if gap.from > from {
		out = append(out, span{from, gap.from})
	}
	if gap.to < to {
		out = append(out, span{max(from, gap.to), to})
	}
	return out
}

// saidPart reads ", so der Minister" and ", so schätzen die Forscher,".
func (p *frames) saidPart(k int) bool {
	c := &p.clauses[k]
	if p.frame(c.from)&frameSaid == 0 || k == 0 || c.to-c.from < 2 {
		return false
	}
	i, cues := c.from+1, span{c.from, c.from + 1}
	cue := p.s.frameCue
	if v := p.verbsAt(i); len(v) > 0 {
		cue, cues.to, i = v[0].cue, i+1, i+1
	} else if c.verb >= 0 {
		return false
	}
	for i < c.to && p.u.at(i).isLower(adv) {
		i++
	}
	s := p.phrase(i, c.to)
	if s.empty() {
		return false
	}
	gap := span{c.from, c.to}
	for n := k + 1; isInset(p.clauses, n); n++ {
		gap.to = p.clauses[n].to
		if s.to == c.to {
			s.to = gap.to
		}
	}
	from, to := p.mainRange(k)
	return p.credit(cue, s, []span{cues}, p.without(from, to, gap))
}

// wiePart reads "wie die Polizei mitteilte".
func (p *frames) wiePart(k int) bool {
	c := &p.clauses[k]
	if p.frame(c.from)&frameOpens == 0 || c.opener == mainClause {
		return false
	}
	end := cuedPart(p, k)
	uses := p.finalCue(&p.clauses[end])
	if len(uses) == 0 {
		return false
	}
	last := p.lastWord(&p.clauses[end])
	cues := []span{{c.from, c.from + 1}, {last, last + 1}}
	if p.u.at(last).is(aux) {
		cues[1].from--
	}
	s := wieSubject(p, k)
	if !s.empty() && s.to >= last {
		s.to = cues[1].from
	}
	if end > k && !s.empty() && s.to == c.to {
		s.to = p.clauses[end].from
		if p.clauses[end-1].belongs() {
			s.to = p.clauses[end-1].to
		}
	}
	from, to := p.mainRange(k)
	gap := span{c.from, p.clauses[end].to}
	if end+1 < len(p.clauses) && p.clauses[end+1].opener == relativeClause {
		gap.to = p.clauses[end+1].to
	}
	return p.credit(uses[0].cue, s, cues, p.without(from, to, gap))
}

// mostParted is how many parts may stand between "wie" and its verb.
const mostParted = 3

// cuedPart is the part in which the verb of a clause that begins in part k stands:
// "wie der Leiter, Jan Brodt, mitteilte".
func cuedPart(p *frames, k int) int {
	end := k
	for end+1 < len(p.clauses) && end < k+mostParted && len(p.finalCue(&p.clauses[end])) == 0 &&
		p.clauses[end+1].opener != quoted {
		end++
	}
	return end
}

// wieSubject is the noun group behind "wie" and the small words that may follow it: "wie
// sich | die Polizei".
func wieSubject(p *frames, k int) span {
	c := &p.clauses[k]
	i := c.from + 1
	for i < c.to && (p.u.at(i).is(reflexive|adv|prep) || p.impersonal(i)) {
		i++
	}
	return p.phrase(i, c.to)
}

// finalCue is the cue at the end of a clause that has its verb last.
func (p *frames) finalCue(c *clause) []verbForm {
	last := p.lastWord(c)
	if p.u.at(last).is(aux) {
		last--
		for last > c.from && p.u.at(last).is(aux) {
			last--
		}
		return p.formsAt(c, last, true)
	}
	return p.formsAt(c, last, false)
}

// formsAt are the cue's forms at the end of a clause: joined to their prefix,
// with all their words before them.
func (p *frames) formsAt(c *clause, i int, afterAux bool) []verbForm {
	var out []verbForm
	for _, f := range p.verbsAt(i) {
		if !f.active && (f.joined || f.prefix == "") && (f.form == participle) == afterAux && p.has(c, f.with) {
			out = append(out, f)
		}
	}
	return out
}

// verbsAt are the forms of cues that the word at i may be.
func (p *frames) verbsAt(i int) []verbForm {
	if !(span{p.from, p.to}).holds(i) || p.u.at(i).isCapital() || p.u.at(i).mark != 0 {
		return nil
	}
	return p.s.verbs[p.low[i]]
}

// has says whether all the words stand in a part.
func (p *frames) has(c *clause, words []string) bool {
	for _, w := range words {
		found := false
		for i := c.from; i < c.to && !found; i++ {
			found = p.low[i] == w
		}
		if !found {
			return false
		}
	}
	return true
}

// openedCredit reads "wonach": what it opens is credited to what stands before.
func (p *frames) openedCredit(k int) bool {
	c := &p.clauses[k]
	if p.frame(c.from)&frameClause == 0 || k == 0 {
		return false
	}
	before := &p.clauses[k-1]
	source := p.phraseBefore(before.to, before.from)
	if source.empty() {
		source = span{before.from, before.to}
	}
	_, to := p.mainRange(k)
	return p.credit(p.s.frameCue, source, []span{{c.from, c.from + 1}}, []span{{c.from + 1, to}})
}
