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
func (p *period) cues() {
	done := false
	for k := range p.parts {
		c := &p.parts[k]
		var uses []use
		switch c.opener {
		case mainPart:
			uses = p.mainUses(k)
		case relPart:
			uses = p.finalUse(k)
		}
		for n := len(uses) - 1; n >= 0; n-- {
			lead := uses[0]
			if c.opener == mainPart {
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
func (p *period) mainUses(k int) []use {
	c := &p.parts[k]
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
		if v != from+1 && v != from+2 {
			break
		}
	}
	return uses
}

// joined is where a clause begins that "und" joins to the one at i, else end.
func (p *period) joined(i, end int) int {
	for ; i+1 < end; i++ {
		if a := p.u.at(i); a.is(conj) && a.plays(andWord) && p.finiteAt(i+1) && !p.attribute(i+1) && !p.u.at(i+1).upper {
			return i
		}
	}
	return end
}

// useAt reads the cue whose finite verb stands at v: itself, or the participle
// or infinitive that it governs at the end of the clause.
func (p *period) useAt(k, v, end int) (use, bool) {
	clause := part{from: p.parts[k].from, to: end}
	best := use{verb: v}
	found := false
	better := func(f verbForm) bool {
		return !found || len(f.with) > len(best.form.with) || len(f.with) == len(best.form.with) && f.prefix != "" && best.form.prefix == ""
	}
	last := p.lastWord(&clause)
	if v == p.from || p.moodAt(v) == sureMood {
		return best, false // a question or a condition; what is itself reported
	}
	for _, f := range p.verbsAt(v) {
		prefix := last
		if f.prefix != "" && p.low[last] != f.prefix && end == p.parts[k].to {
			prefix = p.laterPrefix(k, f.prefix)
		}
		apart := f.prefix != "" && prefix > v && p.low[prefix] == f.prefix
		if other := last > v && p.s.prefixes[p.low[last]] && !p.u.at(last).upper && p.low[last] != f.prefix; other {
			continue // another verb: "findet … statt"
		}
		if f.form <= past && !(f.joined && f.prefix != "") && (f.prefix == "" || apart) && p.has(&clause, f.with) && better(f) {
			best.form, found = f, true
			best.cues = []span{{v, v + 1}}
			if apart {
				best.cues = append(best.cues, span{prefix, prefix + 1})
			}
		}
	}
	if found || !p.u.at(v).is(aux) {
		return best, found
	}
	for last > v && p.u.at(last).is(aux) {
		last--
	}
	if p.u.at(v).is(modal) && p.denied(v, last) {
		return best, false
	}
	if last <= v {
		return best, false
	}
	for _, f := range p.verbsAt(last) {
		fits := f.form == participle && p.u.at(v).is(have|passive|be) || f.form == base && p.u.at(v).is(modal) && (f.joined || f.prefix == "")
		if fits = fits && !(f.active && f.form == participle && !p.u.at(v).is(have)); fits && p.has(&clause, f.with) && better(f) {
			best.form, found = f, true
			best.passive = f.form == participle && !p.u.at(v).is(have)
			best.cues = []span{{v, v + 1}, {last, last + 1}}
		}
	}
	return best, found
}

// laterPrefix is the prefix of a verb that an apposition to its subject parts
// from its clause, -1 for none: "teilte der Direktor, Jan Brodt, mit".
func (p *period) laterPrefix(k int, prefix string) int {
	for n := k + 1; n < len(p.parts) && n < k+4; n++ {
		c := &p.parts[n]
		if p.low[c.from] == prefix && c.to-c.from == 1 {
			return c.from
		}
		if c.opener != loosePart {
			break
		}
	}
	return -1
}

// denied says whether something between the atoms denies the verb: "wollte
// nicht bestätigen".
func (p *period) denied(from, to int) bool {
	for i := from; i < to; i++ {
		if p.u.at(i).is(neg | negative) {
			return true
		}
	}
	return false
}

// finalUse is the cue of a relative clause, which has its verb last.
func (p *period) finalUse(k int) []use {
	c := &p.parts[k]
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
func (p *period) predicate(k int, u, lead use) bool {
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
	if !u.form.object || !u.last || p.bound || p.parts[k].opener != mainPart || source.empty() || !p.speaks(source) || u.passive || p.longPast(u.verb) {
		return false
	}
	from, to := p.mainRange(k)
	return p.credit(u.form.cue, source, u.cues, []span{{from, to}})
}

// longPast says whether the verb tells of what somebody had said before the
// report's own matter.
func (p *period) longPast(v int) bool { return p.u.at(v).is(earlier) && p.moodAt(v) == 0 }

// hears notes to which outlet the last credit's source spoke: "sagte Lohse der
// Inselpost". It is true.
func (p *period) hears(k int, u use, source span) bool {
	credits := p.u.passage.credits
	for i := u.verb + 1; i < u.to; i++ {
		a := p.u.at(i)
		if i >= source.from && i < source.to || a.upper || !(a.is(dative|accusative) || a.is(det) && a.is(genitive) || a.plays(toWord) && !a.is(to)) {
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
func (p *period) press(s span) bool {
	for i := s.from; i < s.to; i++ {
		a := p.u.at(i)
		e := p.u.r.lex.word(a.form)
		if _, known := p.u.r.lex.outlets[a.form]; known && !a.is(det) || e != nil && a.upper && e.kinds&(outletNoun|outletName) != 0 {
			return true
		}
	}
	return false
}

// contents finds what is said: to the right of the cue, and to its left where
// the cue comes first in its part.
func (p *period) contents(k int, u use, source span) (left, right []span) {
	c := &p.parts[k]
	if !u.last {
		return nil, p.quoted(u.verb+1, u.to, source)
	}
	to := p.to
	n := k + 1
	for n < len(p.parts) {
		q := &p.parts[n]
		attached := q.opener == loosePart && q.mark == ',' || q.opener == relPart && p.attaches(n)
		if q.mark == ':' || q.mood == sureMood && q.opener != relPart || !attached {
			break
		}
		n++
	}
	if u.verb == c.from && k > 0 && p.speaksBefore(k) {
		left = []span{{p.parts[0].from, p.parts[k-1].to}}
		if n < len(p.parts) && p.goesOnAfter(n) {
			right = []span{{p.parts[n].from, to}}
		}
		return left, right
	}
	if n < len(p.parts) && p.content(n, u) {
		return nil, []span{{p.parts[n].from, to}}
	}
	return nil, p.quoted(u.verb+1, c.to, source)
}

// quoted lists the quotations in a range, outside the source.
func (p *period) quoted(from, to int, source span) []span {
	var out []span
	for i := from; i < to; i++ {
		if p.u.at(i).quote && (i < source.from || i >= source.to) {
			out = append(out, span{i, i + 1})
		}
	}
	return out
}

// attaches says whether a relative clause describes the source rather than
// says what is told.
func (p *period) attaches(n int) bool { return n+1 < len(p.parts) }

// content says whether part n can be what a cue before it says.
func (p *period) content(n int, u use) bool {
	q := &p.parts[n]
	switch q.opener {
	case clausePart, infinitePart, quotePart:
		return true
	case relPart:
		return false
	case subPart:
		return q.mark == ':' || q.mood != 0 || p.u.at(q.from).is(whether)
	case loosePart:
		return q.mark == ':' || p.moodAfter(n)
	}
	return q.mark == ':' || q.mood != 0 || !u.form.strict && q.mark == ','
}

// moodAfter says whether a part from n on has the mood of reported speech.
func (p *period) moodAfter(n int) bool {
	for ; n < len(p.parts); n++ {
		if p.parts[n].mood == sureMood {
			return true
		}
	}
	return false
}

// speaksBefore says whether the parts before k are what is said: a clause of
// its own, or a quotation.
func (p *period) speaksBefore(k int) bool {
	for n := 0; n < k; n++ {
		switch q := &p.parts[n]; q.opener {
		case mainPart, quotePart:
			return true
		case clausePart, infinitePart:
			if n == 0 {
				return true
			}
		}
	}
	return false
}

// goesOnAfter says whether what is said goes on in part n, after the cue.
func (p *period) goesOnAfter(n int) bool {
	for ; n < len(p.parts); n++ {
		if q := &p.parts[n]; q.opener != loosePart && q.opener != relPart {
			return true
		}
	}
	return false
}

// subject finds the subject of the cue: in front of the verb, across
// appositions, or after it.
func (p *period) subject(k int, u use) span {
	c := &p.parts[k]
	if c.opener == relPart {
		before := &p.parts[max(0, k-1)]
		if s := p.phraseBefore(before.to, before.from); !s.empty() {
			return s
		}
		return span{c.from, c.from + 1}
	}
	first := u.from
	for first < u.verb && (p.u.at(first).is(conj) || p.u.at(first).is(adv) && !p.u.at(first).is(det)) {
		first++
	}
	if first < u.verb && p.nominative(first) && !p.impersonal(first) && !(first+1 == u.verb && p.adverbial(first)) {
		if s := p.phrase(first, u.verb); !s.empty() {
			if after := p.subjectAfter(k, u.verb+1); p.turned(s, after) {
				return after
			}
			return span{first, u.verb}
		}
	}
	if first == u.verb && k > 0 && !p.speaksBefore(k) {
		if s := p.apposed(k); !s.empty() {
			return s
		}
	}
	return p.subjectAfter(k, u.verb+1)
}

// adverbial says whether the word that opens a sentence ends like an adverb:
// "Tatsächlich", "Ergänzend".
func (p *period) adverbial(i int) bool {
	a := p.u.at(i)
	return a.starts && a.entry.kinds == 0 && !a.is(title|given) && p.s.adverbial.Fit(a.form)
}

// turned says whether the object stands before the verb and the subject after
// it: "Die Lage nannte Lohse ernst". The first can then be no speaker, the
// second is one, and the forms allow it.
func (p *period) turned(before, after span) bool {
	if after.empty() || p.speaks(before) || !p.speaks(after) || p.u.at(before.from).is(def) && p.u.at(before.from).is(genitive) {
		return false
	}
	if p.u.at(after.from).is(genitive) { // "der": a man's, or a woman's that only hears it
		for i := after.from; i < after.to; i++ {
			if e := p.u.r.lex.word(p.u.at(i).form); e != nil && p.u.at(i).upper {
				return e.class&male != 0
			}
		}
		return false
	}
	return true
}

// speaks says whether a phrase is one that can say something, as far as the
// tables know: a pronoun for people, a name, a noun for people or bodies.
func (p *period) speaks(s span) bool {
	for i := s.from; i < s.to; i++ {
		a := p.u.at(i)
		switch {
		case i > s.from && (p.genitive(i, s.to) || p.ties(i)):
			return false
		case a.is(pronoun) && !a.is(det) && a.is(male|female|first):
			return true
		case a.quote, a.mark != 0, !a.upper:
			continue
		}
		e := p.u.r.lex.word(a.form)
		if e == nil {
			e = nothing
		}
		if e.class&(given|title) != 0 || e.kinds&^(documentHead|proceedingHead) != 0 {
			return true
		}
		if e.kinds == 0 && e.class == 0 && i == s.from && !p.commonNoun(i) {
			return true // a name has no article
		}
	}
	return false
}

// commonNoun says whether a noun ends like one that is no name.
func (p *period) commonNoun(i int) bool {
	return p.u.at(i).starts && p.s.adverbial.Fit(p.u.at(i).form) || p.u.r.lex.abstract.Fit(p.u.at(i).form)
}

// apposed is a subject that appositions and relative clauses part from its
// verb.
func (p *period) apposed(k int) span {
	first := &p.parts[0]
	i := first.from
	for i < first.to && p.u.at(i).is(conj) {
		i++
	}
	if first.opener != loosePart || !p.nominative(i) || p.phrase(i, first.to).empty() {
		return span{}
	}
	s := span{i, first.to}
	for n := 1; n < k && p.parts[n].opener == loosePart; n++ {
		s.to = p.parts[n].to
	}
	return s
}

// nominative says whether a subject can begin at i.
func (p *period) nominative(i int) bool {
	a := p.u.at(i)
	switch {
	case a.mark != 0, a.is(timeWord|months) && a.upper, a.is(prep|sub|adv|aux|object|reflexive|neg) && !a.is(det|poss|num):
		return false
	case a.plays(backWord):
		return p.nounAhead(i+1, p.to)
	}
	if a.is(dative | accusative) {
		return false
	}
	return true
}

// subjectAfter is the subject to the right of the verb, past pronouns, adverbs
// and what else cannot be one.
func (p *period) subjectAfter(k, i int) span {
	c := &p.parts[k]
	for i < c.to {
		a := p.u.at(i)
		switch {
		case a.mark != 0 || a.quote:
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
func (p *period) withApposition(k int, s span) span {
	if s.to != p.parts[k].to {
		return s
	}
	for n := k + 1; n < len(p.parts) && p.parts[n].opener == loosePart && p.parts[n].mark == ',' && !p.s.prefixes[p.low[p.parts[n].from]]; n++ {
		s.to = p.parts[n].to
	}
	return s
}

// agent is whom a passive names: after "von", or in an impersonal clause where
// it stands.
func (p *period) agent(k int, u use) span {
	c := &p.parts[k]
	for i := c.from; i < c.to; i++ {
		if p.u.at(i).is(prep) && p.u.at(i).plays(ofWord|byWord) && !(i > c.from && p.u.at(i-1).upper && i < u.verb) {
			return p.phrase(i+1, c.to)
		}
	}
	return span{}
}

// place is the source of an impersonal cue: "in einer Mitteilung heißt es".
func (p *period) place(k int) span {
	c := &p.parts[k]
	for i := c.from; i < c.to; i++ {
		if p.u.at(i).plays(inWord|atWord|fromWord|ofWord) && p.u.at(i).is(prep) {
			if s := p.phrase(i+1, c.to); !s.empty() && !p.u.at(s.from).is(timeWord|months) && !p.u.at(s.to-1).is(timeWord|months) {
				return p.withApposition(k, s)
			}
		}
	}
	return span{}
}

// paperIn is a paper in which something is said: "im Bericht wurde festgestellt".
func (p *period) paperIn(k int) span {
	s := p.place(k)
	for i := s.from; i < s.to; i++ {
		if e := p.u.r.lex.word(p.u.at(i).form); p.u.at(i).upper && e != nil {
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
func (p *period) pointsBack(u use) bool {
	if u.verb != u.from+1 || u.from != p.from {
		return false
	}
	return p.u.at(u.from).plays(backWord) && p.u.at(u.from).is(det)
}

// maxBefore is how many sentences of a paragraph "Das sagte sie" after them may
// credit.
const maxBefore = 3

// creditBefore credits the sentences of the paragraph before the period.
func (p *period) creditBefore(u use, source span) bool {
	t := p.u.passage.text
	at := p.sentence()
	from := at
	for from > 0 && at-from < maxBefore && t.Sentences[from-1].Segment == t.Sentences[at].Segment && p.u.passage.report.sentence < from {
		from--
	}
	if from == at || !p.credit(u.form.cue, source, u.cues, []span{{p.from, p.from + 1}}) {
		return false
	}
	credits := p.u.passage.credits
	c := &credits[len(credits)-1]
	c.content = append([]span{{t.Sentences[from].First, t.Sentences[at-1].Last}}, c.content...)
	c.kind = stemma.Indirect
	return true
}
