package quote

import (
	"slices"
	"sort"

	"stemma"
	"stemma/internal/speaker"
)

// reading puts the credits of a document into spans.
func (p *document) reading() Reading {
	p.finish()
	res := newResolver(p)
	var out Reading
	speakers, hearers, entities := res.resolve()
	out.Speaker, out.Hearer = p.dropDoubtful(speakers, hearers)
	p.unholder(out.Speaker, entities)
	out.Within, out.Attributions = nest(p.credits), make([]stemma.Attribution, 0, len(p.credits))
	for i := range p.credits {
		a := p.attribution(&p.credits[i])
		a.Own = res.own(i)
		out.Attributions = append(out.Attributions, a)
	}
	out.Entities = make([]speaker.Entity, len(entities))
	for i := range entities {
		out.Entities[i] = entities[i].Entity
	}
	out.Note(asked{p.lex})
	return out
}

// dropDoubtful drops the credits that the resolver has found doubtful, and the attitudes
// where these are not asked for, and gives the speakers and hearers of those that are left.
func (p *document) dropDoubtful(speakers, hearers []int) (kept, heard []int) {
	n := 0
	for i := range p.credits {
		if c := &p.credits[i]; c.doubtful || (c.attitude || c.topic) && !p.attitudes {
			continue
		}
		p.credits[n], speakers[n], hearers[n] = p.credits[i], speakers[i], hearers[i]
		n++
	}
	p.credits = p.credits[:n]
	return speakers[:n], hearers[:n]
}

// doubts says whether a credit is indirect speech whose subject is none that
// can speak, as far as is known: no person, body or paper. Of these 37 in 100 are right
// on the English set for tuning. What stays is what a verb of saying tells of somebody
// with a name, an article or a number ("the oil industry says"), or of several ("hacking
// specialists say"): there it is 58 in 100.
func (p *document) doubts(c *credit, kind stemma.SpeakerKind) bool {
	if p.isNoSource(c, kind) {
		return c.kind != stemma.Direct
	}
	if kind != stemma.UnknownKind || c.attitude || isLabel(c) || c.kind != stemma.Indirect {
		return false
	}
	return p.lex.verbSecond == nil && !c.isSaying || !c.certain && p.bare(c.source)
}

// isNoSource says whether what is told to have spoken is none that can, as far as is known,
// where only what is told is read: no name ends it. Of 70 read of AllSides some ten could.
func (p *document) isNoSource(c *credit, kind stemma.SpeakerKind) bool {
	isRead := kind == stemma.UnknownKind && !p.attitudes && p.lex.verbSecond == nil
	mayBe := c.certain || (c.isSaying || c.kind == stemma.Direct) && p.isPlainNoun(c.source)
	return isRead && !mayBe && !p.upper(c.source.to-1)
}

// isPlainNoun says whether a source is an article and a short noun group, which may be a role
// that no table knows: "the purser", "a stoker who knows the crew".
func (p *document) isPlainNoun(s stretch) bool {
	if !p.entry(s.from).is(det | poss | num) {
		return false
	}
	i := s.from + 1
	for i < s.to && !p.entry(i).is(prep|aux|conj|adv|sub|pronoun|rel) {
		i++
	}
	isWhole := i == s.to || p.entry(i).is(rel)
	return isWhole && i > s.from+1 && i-s.from <= maxPlainNoun && !p.lex.pastEnd.Fit(p.text.Tokens[i-1].Form)
}

// maxPlainNoun is how many words a role has at most, with its article.
const maxPlainNoun = 4

// isLabel says whether a credit is the label of a headline: "Lousy news: …".
func isLabel(c *credit) bool { return c.headline && len(c.cue) == 0 }

// unholder leaves an attitude without a source where its subject is nothing that
// could hold it, as far as is known: no person, body or paper ("a budget", "the
// pressure"). Seven in ten of them are wrong on the English set for tuning.
func (p *document) unholder(speakers []int, entities []entity) {
	for i := range p.credits {
		c := &p.credits[i]
		if !c.attitude || c.source.to-c.source.from < 2 || speakers[i] < 0 ||
			entities[speakers[i]].Kind != stemma.UnknownKind {
			continue
		}
		c.source, c.extent, c.nobody = stretch{}, stretch{}, true
		speakers[i] = -1
	}
}

// bare says whether a source has neither a capital letter nor a determiner or
// a number.
func (p *document) bare(s stretch) bool {
	for i := s.from; i < s.to; i++ {
		tok := p.text.Tokens[i]
		if e := p.entry(i); e.is(det | num) {
			return false
		}
		if p.upper(i) || tok.Kind == stemma.Number {
			return false
		}
	}
	return true
}

// finish drops credits that await content in vain and orders the rest by the
// place of their content.
func (p *document) finish() {
	kept := p.credits[:0]
	for i, c := range p.credits {
		c.place = i
		if len(c.content) > 0 {
			kept = append(kept, c)
		}
	}
	p.credits = kept
	untangle(p.text, p.credits)
	sort.SliceStable(p.credits, func(i, j int) bool {
		return p.credits[i].content[0].from < p.credits[j].content[0].from
	})
}

func (p *document) attribution(c *credit) stemma.Attribution {
	a := stemma.Attribution{
		Report: p.text.Report.ID, Kind: c.kind, Act: c.act, Told: !c.attitude && !c.topic, Continues: c.continues,
		Stance: c.stance, Negated: c.negated,
	}
	if a.Act == "" {
		a.Act = stemma.Speaking
	}
	room := len(c.cue) + len(c.content)
	for _, s := range [...]stretch{c.source, c.receiver} {
		if !s.empty() {
			room++
		}
	}
	spans := make([]stemma.Span, 0, room) // of all parts, which are kept together
	add := func(parts ...stretch) []stemma.Span {
		from := len(spans)
		for _, s := range parts {
			spans = append(spans, p.text.Span(s.from, s.to))
		}
		return slices.Clip(spans[from:])
	}
	if !c.source.empty() {
		e := c.source
		if p.attitudes && !c.extent.empty() {
			e = c.extent
		}
		a.Source = &add(e)[0]
	}
	if !c.receiver.empty() {
		a.Receiver = &add(c.receiver)[0]
	}
	a.Cue, a.Content = add(c.cue...), add(c.content...)
	return a
}
