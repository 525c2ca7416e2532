package quote

import "stemma"

// nouns credits what nouns introduce: "die Behauptung des Ministers, dass".
func (p *period) nouns() {
	for k := 0; k+1 < len(p.parts); k++ {
		next := &p.parts[k+1]
		if next.mark != ',' || next.opener != clausePart && next.opener != infinitePart && next.mood != sureMood ||
			next.opener == relPart {
			continue
		}
		if at := p.nounCue(k); at >= 0 {
			p.nounCredit(k, at)
		}
	}
}

// nounCue is the cue noun whose phrase ends part k, -1 for none.
func (p *period) nounCue(k int) int {
	c := &p.parts[k]
	for i := c.to - 1; i >= c.from && i > c.to-maxAttribute; i-- {
		a := p.u.at(i)
		if a.upper && p.s.cueNouns.Has(p.low[i]) && p.phraseEnds(i, c.to) {
			return i
		}
	}
	return -1
}

// phraseEnds says whether the phrase of the noun at i goes on to the end.
func (p *period) phraseEnds(i, end int) bool {
	return i+1 == end || p.phrase(i, end).to == end
}

// nounCredit credits the clause after part k to the owner of the noun, unless
// the clause is credited already.
func (p *period) nounCredit(k, at int) {
	c, first := &p.parts[k], p.u.at(p.parts[k+1].from).first
	for n := len(p.u.passage.credits) - 1; n >= 0 && p.u.passage.credits[n].sentence >= p.u.at(p.from).first; n-- {
		for _, s := range p.u.passage.credits[n].content {
			if s.from <= first && first < s.to {
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
	} else if at > c.from && p.u.at(at-1).is(poss) {
		source = span{at - 1, at}
		from--
	}
	if at > c.from && p.u.at(at-1).is(det) {
		from--
	}
	to := p.parts[k+1].to
	for n := k + 2; n < len(p.parts) && p.parts[n].opener != mainPart && p.parts[n].opener != loosePart; n++ {
		to = p.parts[n].to
	}
	cue := *p.s.frameCue
	if stance := p.s.cueNouns.First(p.low[at]); stance != "" {
		cue.stance = stemma.Stance(stance)
	}
	p.credit(&cue, source, []span{{from, at + 1}}, []span{{p.parts[k+1].from, to}})
}
