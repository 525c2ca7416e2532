package quote

import "stemma"

// nouns credits what nouns introduce: "die Behauptung des Ministers, dass".
func (p *sentence) nouns() {
	for k := 0; k+1 < len(p.clauses); k++ {
		next := &p.clauses[k+1]
		if next.mark != ',' ||
			next.opener != objectClause && next.opener != infiniteClause && next.mood != sureMood ||
			next.opener == relativeClause {
			continue
		}
		if at := p.nounCue(k); at >= 0 {
			p.nounCredit(k, at)
		}
	}
}

// nounCue is the cue noun whose phrase ends part k, -1 for none.
func (p *sentence) nounCue(k int) int {
	c := &p.clauses[k]
	for i := c.to - 1; i >= c.from && i > c.to-maxAttribute; i-- {
		a := p.u.at(i)
		if a.upper && p.s.cueNouns.Has(p.low[i]) && p.phraseEnds(i, c.to) {
			return i
		}
	}
	return -1
}

// phraseEnds says whether the phrase of the noun at i goes on to the end.
func (p *sentence) phraseEnds(i, end int) bool {
	return i+1 == end || p.phrase(i, end).to == end
}

// nounCredit credits the clause after part k to the owner of the noun, unless
// the clause is credited already.
func (p *sentence) nounCredit(k, at int) {
	c, first := &p.clauses[k], p.u.at(p.clauses[k+1].from).first
	for n := len(p.u.doc.credits) - 1; n >= 0 && p.u.doc.credits[n].sentence >= p.u.at(p.from).first; n-- {
		for _, s := range p.u.doc.credits[n].content {
			if s.holds(first) {
				return
			}
		}
	}
	var source span
	from := at
	if at+1 < c.to {
		source = span{at + 1, c.to}
		if p.ties(at + 1) {
			source.from++
		}
	}
	if at > c.from && p.u.at(at-1).is(det) {
		from--
	}
	to := p.clauses[k+1].to
	for n := k + 2; isDependent(p.clauses, n); n++ {
		to = p.clauses[n].to
	}
	cue := *p.s.frameCue
	if stance := p.s.cueNouns.First(p.low[at]); stance != "" {
		cue.stance = stemma.Stance(stance)
	}
	p.credit(&cue, source, []span{{from, at + 1}}, []span{{p.clauses[k+1].from, to}})
}
