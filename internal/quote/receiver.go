package quote

import (
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// findReceiver finds out to whom the source of credit i spoke.
func (r *resolver) findReceiver(i int) {
	c := &r.p.credits[i]
	if k := r.speaker[i]; c.receiver.empty() && !(k >= 0 && r.entities[k].Kind == stemma.Outlet) {
		c.receiver = r.access(c)
	}
	if c.receiver.empty() {
		return
	}
	if r.self(c.receiver) {
		return
	}
	r.hearer[i] = r.entityOf(c.receiver, r.sentences[i], false)
	if k := r.hearer[i]; k >= 0 {
		// Who is told something and may be an outlet is one: "told the CPS agency".
		if f := &r.entities[k]; f.Kind == stemma.Organisation && r.p.lex.nounOutlets.Is(f.Head, "noun") {
			f.Kind = stemma.Outlet
		}
		r.mention(k)
	}
}

// access reads "seen by the Lantern" in the source, "speaking to Reuters" beside it, and
// "in an interview with the Lantern" before or behind.
func (r *resolver) access(c *credit) stretch {
	if c.source.empty() || c.continues {
		return stretch{}
	}
	if s := r.opening(c); !s.empty() {
		return s
	}
	to := c.source.to
	if r.sentencesEnd(c) > to {
		to = min(r.sentencesEnd(c), to+reachOfAccess)
	}
	for i := c.source.from; i+2 <= to; i++ {
		if i > c.source.to && r.p.text.Tokens[i].Form == "." {
			break
		}
		if s := r.accessAt(c, i); !s.empty() && !(r.isTalk(i) && !r.heard(c, i)) {
			return s
		}
	}
	return stretch{}
}

// reachOfAccess is how many tokens behind a source its hearer may be named.
const reachOfAccess = 12

// accessAt is whoever stands behind the words for having a paper or talking at token i.
func (r *resolver) accessAt(c *credit, i int) stretch {
	t := r.p.text
	if i+2 >= len(t.Tokens) || !r.p.lex.access.has(t.Tokens[i].Form, t.Tokens[i+1].Form) {
		return stretch{}
	}
	u := syntaxOf(r.p.words, nil)
	u.a = r.p.atoms(i+2, min(i+2+who.MaxDescriptor, r.sentencesEnd(c)), nil, nil, nil)
	s := u.nounAfter(0, true)
	for k := 1; k < s.to; k++ {
		if u.at(k).is(unitWord) || u.at(k).plays(nearWord) && u.at(k+1).is(unitWord|timeWord) {
			s.to = k // "spoke to the Lantern | last week"
		}
	}
	return u.tokens(s)
}

// isTalk says whether token i is a word for an interview.
func (r *resolver) isTalk(i int) bool { return r.p.lex.talks.Has(r.p.text.Tokens[i].Form) }

// heard says whether a talk at token i is the one in which the source spoke, and nothing
// that it speaks about: it stands outside of the content, behind "in".
func (r *resolver) heard(c *credit, i int) bool {
	if covers(c.content, i) {
		return false
	}
	for k := i - 1; k >= max(0, i-maxTalk); k-- {
		if e := r.p.entry(k); e.is(prep) {
			return r.p.plays(k, inWord|atWord)
		}
	}
	return false
}

// maxTalk is how many words stand between "in" and "interview": "a brief phone".
const maxTalk = 5

// opening is the hearer in the words before the source: "In an interview with the
// Lantern, Ito (said)", "Speaking to the Lantern, Ito (said)".
func (r *resolver) opening(c *credit) stretch {
	s := r.p.text.SentenceAt(r.p.text.Tokens[c.source.from].Start)
	if s < 0 {
		return stretch{}
	}
	first := r.p.text.Sentences[s].First
	if first == c.source.from || c.source.from-first > longestOpening || r.p.text.Tokens[c.source.from-1].Form != "," {
		return stretch{}
	}
	for i := first; i < c.source.from-1; i++ {
		if i > first && !(r.isTalk(i) && r.heard(c, i)) {
			continue
		}
		if s := r.accessAt(c, i); !s.empty() {
			return s
		}
	}
	return stretch{}
}

// longestOpening is how many tokens stand before a source that tell to whom it spoke.
const longestOpening = 14

func (r *resolver) sentencesEnd(c *credit) int {
	s := r.p.text.SentenceAt(r.p.text.Tokens[c.source.from].Start)
	if s < 0 {
		return c.source.to
	}
	return r.p.text.Sentences[s].Last
}

// self says whether the hearer is the report itself: "us", "this newspaper".
func (r *resolver) self(s stretch) bool {
	text := strings.ToLower(folded(r.p.text, s.from, s.to))
	e := r.p.lex.entry(text)
	return e.is(selfHearer)
}

// own says whether the hearer of credit i is the report itself.
func (r *resolver) own(i int) bool {
	c := &r.p.credits[i]
	if c.receiver.empty() {
		return false
	}
	if r.self(c.receiver) {
		return true
	}
	if k := r.hearer[i]; k >= 0 && r.entities[k].own {
		return true
	}
	text := folded(r.p.text, c.receiver.from, c.receiver.to)
	return r.p.lex.SameOutlet(string(r.p.text.Report.Outlet), text)
}
