package quote

import (
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/speaker"
)

// partOf enters the one whom an earlier group names beside others: "the
// pharmacist" of "two nurses and a pharmacist".
func (r *describedEntities) partOf(g group, head string, words []string) (int, bool) {
	for i := len(r.groups) - 1; i >= 0 && !g.plural; i-- {
		k := r.groups[i]
		f := r.entities[k]
		if f.Count.Min < 2 || !r.p.lex.within(words, f.Roles) || !r.several(f.Roles) {
			continue
		}
		name := r.descriptor(g)
		key := "#" + strconv.Itoa(k) + " " + name // no name starts so
		if known, ok := r.bySpan[key]; ok {
			return known, true
		}
		r.bySpan[key] = len(r.entities)
		one := unnamed(name, g.count, head, k)
		one.AddRoles(name)
		one.Alias(folded(r.p.text, g.from, g.to))
		r.entities = append(r.entities, one)
		return len(r.entities) - 1, true
	}
	return 0, false
}

// member enters one member of the last anonymous group: "one", "the other",
// "one of them". Two different members never are one entity.
func (r *describedEntities) member(g group) (int, bool) {
	opening := r.p.text.Tokens[g.from].Form
	alone := g.to-g.from == 1
	parent := -1
	for i := len(r.groups) - 1; i >= 0; i-- {
		if r.entities[r.groups[i]].Count.Min > 1 {
			parent = r.groups[i]
			break
		}
	}
	if parent < 0 {
		return 0, false
	}
	p := r.entities[parent]
	if alone && r.p.lex.plays(opening, someWord|severalWord) {
		return someOf(r, g, parent), true
	}
	if alone && r.p.lex.plays(opening, allWord) ||
		g.plural {
		return parent, true
	}
	name, one := r.p.lex.singularPhrase(p.Descriptor), r.p.lex.singular.Of(p.Head)
	if g.head >= 0 && g.head+1 == g.to && r.several(p.Roles) && slices.Contains(p.Roles, r.p.text.Tokens[g.head].Form) {
		// "one of the nurses" of "two nurses and a pharmacist"
		one = r.p.lex.singular.Of(r.p.text.Tokens[g.head].Form)
		name = one
	}
	f := unnamed(name, g.count, one, parent)
	f.AddRoles(f.Descriptor)
	f.Alias(folded(r.p.text, g.from, g.to))
	r.entities = append(r.entities, f)
	return len(r.entities) - 1, true
}

// someOf enters some of an earlier group, who are never all of it: "Six divers came. Some
// (said)".
func someOf(r *describedEntities, g group, parent int) int {
	text := folded(r.p.text, g.from, g.to)
	one := unnamed(text, stemma.Count{Min: 2}, r.entities[parent].Head, parent)
	one.Alias(text)
	r.entities = append(r.entities, one)
	return len(r.entities) - 1
}

// unnamed is somebody of an anonymous group.
func unnamed(name string, count stemma.Count, head string, group int) entity {
	return entity{group: group, Entity: speaker.Entity{
		Kind: stemma.Anonymous, Name: name, Descriptor: name, Count: count, Head: head,
	}}
}
