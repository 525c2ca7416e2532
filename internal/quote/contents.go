package quote

import "slices"

// contents finds what is said: to the right of the cue, and to its left where
// the cue comes first in its part.
func (p *nominatives) contents(k int, u use, source span) (left, right []span) {
	c := &p.clauses[k]
	if !u.last {
		return nil, p.quoted(u.verb+1, u.to, source)
	}
	to := p.to
	n := behindAttached(p, k+1)
	if u.verb == c.from && k > 0 && (p.speaksBefore(k) || isInserted(p, k)) {
		left = []span{{p.clauses[0].from, p.clauses[k-1].to}}
		if n < len(p.clauses) && p.goesOnAfter(n) {
			right = []span{{p.clauses[n].from, to}}
		}
		return left, right
	}
	if n < len(p.clauses) && p.content(n, u) {
		return nil, []span{{p.clauses[n].from, to}}
	}
	return nil, p.quoted(u.verb+1, c.to, source)
}

// behindAttached is the first part from n on that does not only tell of the subject
// before it, as an apposition and a relative clause do.
func behindAttached(p *nominatives, n int) int {
	for ; n < len(p.clauses); n++ {
		q := &p.clauses[n]
		attached := q.opener == verbless && q.mark == ',' ||
			q.opener == relativeClause && p.attaches(n)
		if q.mark == ':' ||
			q.mood == sureMood && q.opener != relativeClause ||
			!attached {
			break
		}
	}
	return n
}

// quoted lists the quotations in a range, outside the source.
func (p *nominatives) quoted(from, to int, source span) []span {
	var out []span
	for i := from; i < to; i++ {
		if p.u.at(i).quote && (!source.holds(i)) && !p.titled(i) {
			out = append(out, span{i, i + 1})
		}
	}
	return out
}

// attaches says whether a relative clause describes the source rather than
// says what is told.
func (p *nominatives) attaches(n int) bool { return n+1 < len(p.clauses) }

// content says whether part n can be what a cue before it says.
func (p *nominatives) content(n int, u use) bool {
	q := &p.clauses[n]
	switch q.opener {
	case objectClause, infiniteClause, quoted:
		return true
	case relativeClause:
		return false
	case adverbialClause:
		return q.mood != 0 || p.u.at(q.from).is(whether)
	case verbless:
		return q.mark == ':' || p.moodAfter(n)
	}
	return q.mark == ':' ||
		q.mood != 0 ||
		!u.form.strict && q.mark == ','
}

// moodAfter says whether a part from n on has the mood of reported speech.
func (p *nominatives) moodAfter(n int) bool {
	return slices.ContainsFunc(p.clauses[min(n, len(p.clauses)):], func(c clause) bool { return c.mood == sureMood })
}

// speaksBefore says whether the parts before k are what is said: a clause of
// its own, or a quotation.
func (p *nominatives) speaksBefore(k int) bool {
	for n := 0; n < k; n++ {
		switch q := &p.clauses[n]; q.opener {
		case mainClause, quoted:
			return true
		case objectClause, infiniteClause:
			if n == 0 {
				return true
			}
		}
	}
	return false
}

// goesOnAfter says whether what is said goes on in part n, after the cue.
func (p *nominatives) goesOnAfter(n int) bool {
	return slices.ContainsFunc(p.clauses[min(n, len(p.clauses)):], func(c clause) bool {
		return !c.belongs()
	})
}

// titled says whether a short quotation is the name of a thing: "des Kutters
// „Seerose“".
func (p *nominatives) titled(i int) bool {
	a, before := p.u.at(i), p.u.at(i-1)
	return a.short && a.upper && (before.upper || before.is(genitive))
}
