package quote

import (
	"stemma"
	"stemma/internal/memory"
)

// credit is an attribution in tokens, before it is put into spans.
type credit struct {
	source    stretch
	extent    stretch // the source with all that stands beside it
	cue       []stretch
	content   []stretch
	receiver  stretch
	stance    stemma.Stance
	kind      stemma.AttributionKind
	continues bool
	nobody    bool
	place     int // among all credits, before they are put in order
	parent    int // place of the credit that this one is nested in by its form, -1 for none
	headline  bool
	relative  bool
	act       stemma.Act
	attitude  bool // tells nothing, see stemma.Attribution.Told
	topic     bool // tells nothing either, though its cue may, see isTopic
	negated   bool
	doubtful  bool // see doubts
	post      bool // of a post that is shown whole, see post
	isSaying  bool // a word that is only ever a verb, or "according to"
	certain   bool // several people, and such a word
	sentence  int  // where its source, or else its content, begins
}

// document is one report on its way through the reader.
type document struct {
	*words
	r             *Reader
	attitudes     bool // attitudes are read too
	credits       []credit
	pending       int  // credit whose cue ended with a colon and that awaits content, -1 for none
	doubtful      bool // only a quotation can be what is pending, no plain paragraph
	last          int  // credit whose speaker an unmarked quotation continues, -1 for none
	open          bool
	goesOn        bool      // the unit goes on with the quotation, or the paragraph, of the one before
	lone          []stretch // the quotations of the last units, if these were nothing else: a signature may follow
	speaker       stretch   // whoever speaks in an interview; empty outside of one
	loneSince     int       // the first credit made of them
	loneContinues bool      // they were taken to go on with a speaker's words
	starts        []bool    // of each token and the end, whether a sentence starts there
	buffer        []atom    // the atoms of the unit at hand
	current       unit      // that unit
	census        census    // the names of all sentences
	scratch       scratch
	spare         resolver
	report        report // how far reported speech goes on; only where verbs have a mood for it
}

// document sets up the reading of a report, in the memory of an earlier one where
// there is one.
func (r *Reader) open(t *stemma.Text) *document {
	p, ok := r.spare.Get().(*document)
	if !ok {
		p = &document{words: &words{lookup: lookup{lex: r.lex}}, r: r}
	}
	p.look(t)
	*p = document{
		words: p.words, r: r, scratch: p.scratch, spare: p.spare, credits: p.credits[:0], buffer: p.buffer[:0],
		census: census{found: p.census.found[:0], upTo: p.census.upTo[:0]},
		starts: memory.Zeros(p.starts, len(t.Tokens)+1), pending: -1, last: -1, report: report{sentence: -1},
	}
	for _, s := range t.Sentences {
		p.starts[s.First] = true
	}
	return p
}

// close keeps the memory of a report that has been read, and forgets its words.
func (r *Reader) close(p *document) {
	clear(p.credits)
	clear(p.census.found)
	clear(p.buffer[:cap(p.buffer)])
	clear(p.found)
	p.current = unit{}
	p.scratch.forget()
	forget(&p.spare)
	p.text = nil
	if len(p.entries) <= maxSpare {
		r.spare.Put(p)
	}
}

// maxSpare is the longest report, in tokens, whose memory is kept for others.
const maxSpare = 1 << 16

// read reads the report paragraph by paragraph.
func (p *document) read() {
	turns := (&transcript{words: p.words, starts: p.starts}).turns()
	talk := interviewIn(p)
	ss := p.text.Sentences
	for i := 0; i < len(ss); {
		j := i + 1
		for j < len(ss) && ss[j].Segment == ss[i].Segment {
			j++
		}
		if !talk.spoken(p, i, j) {
			p.paragraph(i, j, turns)
		}
		i = j
	}
}

// paragraph reads the sentences from i to j.
func (p *document) paragraph(i, j int, turns []turn) {
	ss := p.text.Sentences
	last := ss[j-1].Last
	first := afterDateline(p, ss[i].First, last)
	p.starts[first] = true
	first = p.takeTurns(first, last, turns)
	if first >= last {
		p.last, p.pending, p.open = -1, -1, false
		return
	}
	quotes := quotations(p.text, first, last)
	if p.pending >= 0 && !(len(quotes) > 0 && quotes[0].first == first) {
		if !p.doubtful {
			p.block(first, last)
			return
		}
		p.pending = -1
	}
	opened := p.open
	p.open = false
	if !(len(quotes) > 0 && quotes[0].first == first) {
		opened = false
	}
	k := 0
	for from := first; from < last; {
		to := p.unitEnd(from, last, quotes[k:])
		for k < len(quotes) && quotes[k].last <= to {
			k++
		}
		p.goesOn = from > first || opened
		p.unit(from, to, quotes, opened || from > first || p.last >= 0)
		from = to
	}
	if n := len(quotes); n > 0 && quotes[n-1].open {
		p.open = true
	}
}

// unitEnd gives the end of the run of sentences that starts at from and whose
// end no quotation crosses.
func (p *document) unitEnd(from, last int, quotes []quotation) int {
	end := from + 1
	k := 0
	for end < last {
		for k < len(quotes) && quotes[k].last <= end {
			k++
		}
		inside := k < len(quotes) && quotes[k].first < end && end < quotes[k].last
		if !inside && p.starts[end] && !p.asksOn(end, quotes, k) {
			return end
		}
		if inside {
			end = quotes[k].last
			continue
		}
		end++
	}
	return last
}

// asksOn says whether the sentence that starts at i only names who asked the
// quotation before it: “Why?” Mbeki asked.
func (p *document) asksOn(i int, quotes []quotation, k int) bool {
	if k == 0 || quotes[k-1].last != i || quotes[k-1].open || i < 2 {
		return false
	}
	end := i - 2
	for end > quotes[k-1].first && p.text.Tokens[end].Form == "'" { // the end of a quotation inside it
		end--
	}
	switch p.text.Tokens[end].Form {
	case "?", "!", ",", "-":
		return true
	}
	return false
}

// block is a paragraph without quotation marks after a cue that ended with a
// colon.
func (p *document) block(first, last int) {
	c := &p.credits[p.pending]
	c.content = []stretch{{first, last}}
	c.kind = stemma.Direct
	p.pending = -1
	p.last = -1
}

// unit reads one run of sentences.
func (p *document) unit(from, to int, quotes []quotation, follows bool) {
	p.buffer = p.atoms(from, to, inRange(quotes, from, to), p.starts, p.buffer[:0])
	if len(p.buffer) > maxUnit {
		p.windows(from)
		return
	}
	u := newUnit(p, p.buffer)
	si := p.text.SentenceAt(p.text.Tokens[from].Start)
	if si >= 0 {
		u.headline = isHeadline(p.text.Sentences[si].Kind)
	}
	isPending := p.pending >= 0
	labelled := fillPending(p, u)
	if isPending && onlyQuotes(u.a) {
		return
	}
	if p.lex.verbSecond != nil {
		u.readVerbSecond()
		return
	}
	if creditPointed(p, u) {
		p.last = -1
		return
	}
	before := len(p.credits)
	p.doubtful = false
	hits := u.read()
	if labelled != nil && p.taken(before, u.at(0).first) { // "The day's news:", “It leaks,” Pell said
		p.credits[*labelled].content = nil
	}
	u.afterColons(before)
	defer u.awaitsQuote()
	if p.attitudes {
		defer u.trimAttitudes(before)
		defer u.attitudes(hits)
	}
	if len(p.credits) > before {
		p.setLast(before, u)
		p.lone = nil
		return
	}
	if p.signature(u) || p.signedHere(u) {
		return
	}
	p.remember(u, follows)
	p.uncredited(u, follows)
	if p.lex.alone && len(p.credits) == before {
		p.unsourced(u)
	}
}

// fillPending gives the quotation that opens a unit to the credit that awaits it, and tells which that is
// where no cue but a colon awaits one.
func fillPending(p *document, u *unit) (labelled *int) {
	if at := p.pending; at >= 0 && u.at(0).quote {
		p.credits[at].content = []stretch{{u.at(0).first, u.at(0).last}}
		p.credits[at].kind = stemma.Direct
		p.last = at
		if p.doubtful {
			labelled = &at
		}
	}
	p.pending = -1
	return labelled
}

// isHeadline says whether a sentence is one, of the report or of a part of it.
func isHeadline(kind stemma.SegmentKind) bool {
	return kind == stemma.TitleSegment || kind == stemma.Heading
}

// remember notes the quotations of a unit that is nothing else, for a signature
// that may follow. An open quotation goes on from the unit before.
func (p *document) remember(u *unit, follows bool) {
	if !onlyQuotes(u.a) {
		p.lone = nil
		return
	}
	if !p.goesOn || len(p.lone) == 0 {
		p.lone, p.loneSince = nil, len(p.credits)
		p.loneContinues = p.last >= 0 && follows
	}
	for _, a := range u.a {
		if a.quote {
			p.lone = append(p.lone, stretch{a.first, a.last})
		}
	}
}

// unsourced enters the quotations of a unit as words of somebody who is not
// named.
func (p *document) unsourced(u *unit) {
	for _, a := range u.a {
		if a.quote && !a.short {
			p.credits = append(p.credits, credit{
				content: []stretch{{a.first, a.last}}, kind: stemma.Direct, stance: stemma.Neutral, nobody: true,
				parent: -1, sentence: a.first,
			})
		}
	}
}

// maxUnit is how many atoms of a sentence are read at once; a quotation is one.
// The longest sentence in the material that this was written against has 190.
// It keeps reading linear whatever the text is.
const maxUnit = 400

// windows reads a unit that is no sentence anybody wrote, piece by piece.
func (p *document) windows(from int) {
	atoms := append([]atom(nil), p.buffer...)
	p.pending = -1
	for i := 0; i < len(atoms); i += maxUnit {
		u := newUnit(p, atoms[i:min(i+maxUnit, len(atoms))])
		if p.lex.verbSecond != nil {
			u.readVerbSecond()
			continue
		}
		u.read()
	}
	p.last = -1
}

// inRange gives the quotations that lie in a range of tokens.
func inRange(quotes []quotation, from, to int) []quotation {
	lo := 0
	for hi := len(quotes); lo < hi; {
		if m := (lo + hi) / 2; quotes[m].first < from {
			lo = m + 1
		} else {
			hi = m
		}
	}
	end := lo
	for end < len(quotes) && quotes[end].last <= to {
		end++
	}
	return quotes[lo:end]
}

func onlyQuotes(a []atom) bool {
	hasWord := func(i int) bool { return !a[i].quote && a[i].mark == 0 }
	return len(a) > 0 && !anyOf(0, len(a), hasWord)
}

// setLast remembers whose words an unmarked quotation after this unit would
// continue: those of the last credit with a quotation in it, and of the first
// of several credits of one quotation, since the others only pass it on. After
// what an outlet reports in its own words it is anybody's.
func (p *document) setLast(before int, u *unit) {
	p.last = -1
	for i := len(p.credits) - 1; i >= before; i-- {
		if k := p.credits[i].kind; (k == stemma.Direct || k == stemma.Mixed) && !p.credits[i].nobody {
			p.last = p.firstOf(before, i)
			return
		}
	}
	if c := len(p.credits) - 1; !p.credits[c].nobody && !u.pressTokens(p.credits[c].source) {
		p.last = c
	}
}

// firstOf is the first credit from before on that begins with the same content
// as the one at i.
func (p *document) firstOf(before, i int) int {
	c := &p.credits[i]
	if len(c.content) == 0 {
		return i
	}
	for k := before; k < i; k++ {
		d := &p.credits[k]
		if d.kind == stemma.Direct && len(d.content) > 0 && d.content[0].from == c.content[0].from && !d.nobody {
			return k
		}
	}
	return i
}

// uncredited deals with a unit in which nobody is credited: a quotation may
// continue the one before, or its source may stand in the next sentence.
func (p *document) uncredited(u *unit, follows bool) {
	if s, c := u.backward(); !s.empty() && u.at(0).first > 0 {
		p.creditBack(u, s, c)
		return
	}
	if !onlyQuotes(u.a) {
		if p.open = false; !u.at(0).quote {
			p.last = -1
		}
		return
	}
	if p.last < 0 || !follows {
		return
	}
	if p.attitudes && p.goesOn { // “It is late,” Ito said. “It sank.”
		c := &p.credits[p.last]
		if c.kind == stemma.Indirect {
			c.kind = stemma.Mixed
		}
		for _, a := range u.a {
			if a.quote {
				c.content = append(c.content, stretch{a.first, a.last})
			}
		}
		return
	}
	prior := p.credits[p.last]
	for _, a := range u.a {
		if !a.quote || u.isHeading() {
			continue
		}
		p.credits = append(p.credits, credit{
			source: prior.source, content: []stretch{{a.first, a.last}}, receiver: prior.receiver, kind: stemma.Direct,
			stance: stemma.Neutral, continues: true, parent: -1, sentence: a.first,
		})
	}
	p.last = len(p.credits) - 1
}

// isHeading says whether all of a unit is a few quoted words without a stop, as stand over a
// part of a report: "‘Never again’", "“Related:”".
func (u *unit) isHeading() bool {
	a := u.at(0)
	isLabel := u.doc.text.Tokens[max(a.first, a.last-2)].Form == ":"
	return len(u.a) == 1 && a.short && (isLabel || !a.edged)
}

// creditBack credits the quotation that ends right before the unit.
func (p *document) creditBack(u *unit, s, c span) {
	end := u.at(0).first
	i := p.text.SentenceAt(p.text.Tokens[end-1].Start)
	if i < 0 || p.text.Sentences[i].Segment != p.text.Sentences[p.text.SentenceAt(p.text.Tokens[end].Start)].Segment {
		return
	}
	first := p.text.Sentences[i].First
	for _, q := range quotations(p.text, first, end) {
		if q.last == end && !q.open {
			p.credits = append(p.credits, credit{
				source: u.tokens(s), cue: []stretch{u.tokens(c)}, content: []stretch{{q.first, q.last}},
				kind:   stemma.Direct,
				stance: stemma.Neutral, continues: true, parent: -1, sentence: u.at(s.from).first,
			})
			return
		}
	}
}

// opensTurn says whether a speaker's name opens the paragraph, perhaps behind a quotation
// mark.
func opensTurn(p *document, first, name int) bool {
	return name == first || name == first+1 && p.text.Tokens[first].Form == `"`
}

// beforeClosing is the end of a turn without the mark that closes the whole of it.
func beforeClosing(p *document, t turn, end int) int {
	isMarked := t.name > 0 && p.text.Tokens[t.name-1].Form == `"` && p.text.Tokens[end-1].Form == `"`
	if isMarked && end > t.colon+2 {
		end--
	}
	return end
}

// takeTurns credits the turns of the paragraph from first to last, and gives
// the token up to which the paragraph is left for the other readers: last
// when it was a transcript from the start, or a post.
func (p *document) takeTurns(first, last int, turns []turn) int {
	lo := 0
	for hi := len(turns); lo < hi; {
		if m := (lo + hi) / 2; turns[m].name < first {
			lo = m + 1
		} else {
			hi = m
		}
	}
	taken := post(p, first, last)
	for ; lo < len(turns) && turns[lo].name < last; lo++ {
		t := turns[lo]
		end := last
		if lo+1 < len(turns) && turns[lo+1].name < last {
			end = turns[lo+1].name
		}
		if t.colon+1 >= end || !taken && !opensTurn(p, first, t.name) {
			continue
		}
		taken = true
		end = beforeClosing(p, t, end)
		p.credits = append(p.credits, credit{
			source: stretch{t.name, t.colon}, content: []stretch{{t.colon + 1, end}}, kind: stemma.Transcript,
			stance: stemma.Neutral, parent: -1, sentence: t.name,
		})
	}
	if taken {
		return last
	}
	return first
}
