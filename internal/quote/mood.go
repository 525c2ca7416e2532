package quote

import "stemma"

// report is how far what somebody said goes on: sentences in the mood of
// reported speech, and quotations without a cue of their own.
type report struct {
	credit   int // index of the credit that goes on, plus one; 0 for none
	sentence int // the last sentence that belongs to it, -1 at first
	going    bool
	voice    stretch // who was spoken of last and can have said what follows
	heard    int     // the sentence of the voice
}

// hold notes who speaks in a sentence that credits somebody.
func (r *report) hold(p *sentence, before int) {
	credits := p.u.doc.credits
	at := len(credits) - 1
	for i := at; i >= before; i-- {
		if !credits[i].nobody {
			at = i
			break
		}
	}
	r.credit, r.sentence, r.going = at+1, p.sentence(), true
}

// sentence is the index of the sentence's sentence.
func (p *sentence) sentence() int {
	t := p.u.doc.text
	return t.SentenceAt(t.Tokens[p.u.at(p.from).first].Start)
}

// goesOn credits a sentence without a credit of its own to who spoke before, if
// it is in the mood of reported speech or nothing but a quotation.
func (p *sentence) goesOn(r *report) {
	mood, first := p.mood()
	only := onlyQuotes(p.u.a[p.from:p.to])
	switch {
	case only && r.credit > 0:
		p.continued(r, p.from)
	case p.announced(r):
	case p.hearsay():
		r.voice = stretch{} // whom it is about is not who says it
		p.continued(r, p.from)
	case mood == sureMood || mood == likelyMood && r.going && r.sentence >= p.sentence()-1:
		p.reported(r, first)
	default:
		r.going = false
		r.hear(p)
	}
}

// announced credits a quotation after a colon to whom the words before it name:
// "Brandt: „Nein.“", "Brandt will bleiben: „Ich gehe nicht.“".
func (p *sentence) announced(r *report) bool {
	for n := 1; n < len(p.clauses); n++ {
		if p.clauses[n].opener != quoted || p.clauses[n].mark != ':' {
			continue
		}
		c := &p.clauses[0]
		s := p.phrase(c.from, c.to)
		if c.opener == mainClause && c.verb >= 0 {
			s = p.subject(0, use{verb: c.verb, from: c.from})
		}
		before := len(p.u.doc.credits)
		if s.empty() || !p.speaks(s) || !p.credit(p.s.frameCue, s, nil, []span{{p.clauses[n].from, p.to}}) {
			return false
		}
		r.hold(p, before)
		return true
	}
	return false
}

// hear notes the subject of a sentence that credits nobody, if it is one that
// can speak.
func (r *report) hear(p *sentence) {
	for k := range p.clauses {
		c := &p.clauses[k]
		if c.opener != mainClause || c.verb < 0 {
			continue
		}
		if s := p.subject(k, use{verb: c.verb, from: c.from}); !s.empty() && p.speaks(s) {
			r.voice, r.heard = p.tokens(s.from, s.to), p.sentence()
		}
		return
	}
}

// speaker is who goes on in a sentence: the last one heard where nobody was
// credited since, else who was credited last.
func (r *report) speaker(now int, credits []credit) (source stretch, act stemma.Act) {
	if !r.voice.empty() && r.heard >= now-maxHeard &&
		(r.credit == 0 || credits[r.credit-1].nobody || r.heard > r.sentence) {
		return r.voice, stemma.Speaking
	}
	if r.credit > 0 {
		return credits[r.credit-1].source, credits[r.credit-1].act
	}
	return stretch{}, stemma.Speaking
}

// maxHeard is how many sentences back somebody who was only spoken of may be the
// speaker.
const maxHeard = 2

// hearsay says whether a main clause tells what is said of somebody: "soll …
// gesagt haben".
func (p *sentence) hearsay() bool {
	for n := range p.clauses {
		c := &p.clauses[n]
		if c.opener != mainClause || c.verb < 0 || !p.s.hearsay[p.low[c.verb]] {
			continue
		}
		if last := p.lastWord(c); last-1 > c.verb && p.u.at(last).is(have|be) && !p.u.at(last-1).upper {
			return true
		}
	}
	return false
}

// mood is that of the sentence's main clauses, else of the first other part that
// has one; with the first atom of what is reported.
func (p *sentence) mood() (mood, int) {
	for n := range p.clauses {
		c := &p.clauses[n]
		if c.opener == mainClause && c.mood > 0 {
			return c.mood, p.from
		}
	}
	for n := range p.clauses {
		if c := &p.clauses[n]; c.mood == sureMood && c.opener != relativeClause {
			return c.mood, c.from
		}
	}
	return 0, p.from
}

// reported credits the words from first on: to who spoke before, or to the
// subject of the clause before them.
func (p *sentence) reported(r *report, first int) {
	if first > p.from {
		k := 0
		if c := &p.clauses[k]; c.opener == mainClause && c.verb >= 0 {
			if s := p.subject(k, use{verb: c.verb, from: c.from}); !s.empty() {
				before := len(p.u.doc.credits)
				if p.credit(p.s.frameCue, s, []span{{c.verb, c.verb + 1}}, []span{{first, p.to}}) {
					r.hold(p, before)
				}
				return
			}
		}
	}
	p.continued(r, first)
}

// continued credits the words from first on to who spoke before.
func (p *sentence) continued(r *report, first int) {
	doc := p.u.doc
	s := p.tokens(first, p.to)
	if s.empty() {
		return
	}
	now := p.sentence()
	if r.credit > 0 {
		prior := &doc.credits[r.credit-1]
		if last := len(prior.content) - 1; prior.continues && last >= 0 && r.sentence == now-1 && first == p.from &&
			prior.kind == p.kind([]span{{first, p.to}}) {
			prior.content[last].to = s.to
			r.sentence, r.going = now, true
			return
		}
	}
	c := credit{content: []stretch{s}, kind: p.kind([]span{{first, p.to}}), stance: stemma.Neutral, continues: true,
		parent: -1, sentence: s.from}
	c.source, c.act = r.speaker(now, doc.credits)
	c.nobody = c.source.empty()
	doc.credits = append(doc.credits, c)
	r.credit, r.sentence, r.going = len(doc.credits), now, true
}
