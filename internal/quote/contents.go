package quote

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
		if p.u.at(i).quote && (i < source.from || i >= source.to) && !p.titled(i) {
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

// titled says whether a short quotation is the name of a thing: "des Kutters
// „Seerose“".
func (p *period) titled(i int) bool {
	a, before := p.u.at(i), p.u.at(i-1)
	return a.short && !a.edged && a.upper && (before.upper && !before.quote || before.is(genitive))
}
