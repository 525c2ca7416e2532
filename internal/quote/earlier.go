package quote

import (
	"strings"

	"stemma"
)

// earlierPaper resolves "the memo" and "the document".
func (r *describedEntities) earlierPaper(g group, head string) (int, bool) {
	if g.owner >= 0 && len(g.names) == 0 && !g.definite {
		return 0, false
	}
	words := strings.Fields(strings.ToLower(r.descriptor(g)))
	for i := len(r.documents) - 1; i >= 0; i-- {
		f := &r.entities[r.documents[i]]
		same := r.p.lex.singular.Of(f.Head) == r.p.lex.singular.Of(head)
		if same && (g.definite || r.p.lex.within(words, f.Roles)) &&
			(r.p.lex.within(words, f.Roles) || r.p.lex.within(f.Roles, words)) {
			f.Alias(folded(r.p.text, g.from, g.to))
			f.AddRoles(r.descriptor(g))
			return r.documents[i], true
		}
	}
	if g.definite && r.p.lex.plays(head, documentWord) && len(r.documents) > 0 && len(words) == 1 {
		k := r.documents[len(r.documents)-1]
		r.entities[k].Alias(folded(r.p.text, g.from, g.to))
		return k, true
	}
	return 0, false
}

// earlierRole resolves "the mayor" when one mayor is named, or one of several leads.
func (r *describedEntities) earlierRole(g group, head string) (int, bool) {
	words := r.p.lex.written(strings.Fields(strings.ToLower(r.descriptor(g))))
	found := -1
	var named []int
	for k := range r.entities[:min(len(r.entities), maxEntities)] {
		f := &r.entities[k]
		if f.Kind != stemma.Person || f.Named && r.isOwnPerson(g) {
			continue
		}
		if has := r.p.lex.written(f.Roles); !r.p.lex.within(words, has) || r.p.lex.holdsAnother(has, words) {
			continue
		}
		switch {
		case f.Named:
			named = append(named, k)
		case found < 0:
			found = k
		}
	}
	if len(named) > 0 {
		found = leadingHolder(&r.people, named, words)
	}
	if found < 0 {
		return 0, false
	}
	r.entities[found].Alias(folded(r.p.text, g.from, g.to))
	return found, true
}

// isOwnPerson says whether the description says whose somebody is, so that another of
// the same trade is not meant: "her doctor".
func (r *describedEntities) isOwnPerson(g group) bool {
	e := r.p.entry(g.from)
	return e.isBut(poss, def) && g.entry.class&unique == 0
}

// earlierBody resolves "the department".
func (r *describedEntities) earlierBody(g group, head string) (int, bool) {
	words := strings.Fields(strings.ToLower(r.descriptor(g)))
	for i := len(r.bodies) - 1; i >= 0; i-- {
		f := &r.entities[r.bodies[i]]
		if f.Kind != stemma.Organisation {
			continue
		}
		have := append(strings.Fields(strings.ToLower(f.Name)), f.Roles...)
		if r.p.lex.within(words, have) {
			f.Alias(folded(r.p.text, g.from, g.to))
			return r.bodies[i], true
		}
	}
	return 0, false
}
