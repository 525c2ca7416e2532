package quote

import (
	"strings"

	"stemma"
)

// findReceiver finds out to whom the source of credit i spoke.
func (r *resolver) findReceiver(i int) {
	c := &r.p.credits[i]
	if c.receiver.empty() {
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
		if f := &r.entities[k]; f.Kind == stemma.Organisation && !f.Named && r.p.lex.nounOutlets.Is(f.Head, "noun") {
			f.Kind = stemma.Outlet
		}
		r.mention(k)
	}
}

// access reads "seen by the Lantern" in the source and "speaking to Reuters"
// beside it.
func (r *resolver) access(c *credit) span {
	if c.source.empty() || c.continues {
		return span{}
	}
	t := r.p.text
	to := c.source.to
	if r.sentencesEnd(c) > to {
		to = min(r.sentencesEnd(c), to+12)
	}
	for i := c.source.from; i+2 <= to && i+1 < len(t.Tokens); i++ {
		if i > c.source.to && t.Tokens[i].Form == "." {
			break
		}
		if !contains(r.p.lex.access[t.Tokens[i].Form], t.Tokens[i+1].Form) {
			continue
		}
		u := syntaxOf(r.p.words, nil)
		u.a = r.p.atoms(i+2, min(i+2+maxDescriptor, r.sentencesEnd(c)), nil, nil, nil)
		if s := u.nounAfter(0, true); !s.empty() {
			return u.tokens(s)
		}
	}
	return span{}
}

func (r *resolver) sentencesEnd(c *credit) int {
	s := r.p.text.SentenceAt(r.p.text.Tokens[c.source.from].Start)
	if s < 0 {
		return c.source.to
	}
	return r.p.text.Sentences[s].Last
}

// self says whether the hearer is the report itself: "us", "this newspaper".
func (r *resolver) self(s span) bool {
	text := strings.ToLower(folded(r.p.text, s.from, s.to))
	e := r.p.lex.entry(text)
	return e != nil && e.class&selfHearer != 0
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
