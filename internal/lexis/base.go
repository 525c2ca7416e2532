package lexis

import (
	"slices"
	"strings"

	"stemma/internal/language"
)

// inflection is how the words of a language change. It is read-only.
type inflection struct {
	irregular              language.Table
	prefixes               []string // that make a new verb of nearly any one
	owner, any, verbs, not language.Endings
}

// newInflection reads the tables of a language: irregular forms, prefixes of verbs, and
// regular endings.
func newInflection(p *language.Pack) *inflection {
	in := &inflection{
		irregular: p.Table("bases"), owner: p.Endings("owner"), any: p.Endings("inflected"),
		verbs: p.Endings("inflected-verb"), not: p.Endings("uninflected"),
	}
	prefixes := p.Table("prefixes")
	for _, prefix := range prefixes.Entries() {
		if prefixes.Is(prefix, "fixed") {
			in.prefixes = append(in.prefixes, prefix)
		}
	}
	return in
}

// Base gives the base form of a folded word: "sent" and "sending" are "send".
// Irregular forms are those of the language's table "bases"; of what regular
// endings allow, the first that the relations know is taken. A word that is
// known as it stands, or in no form, is its own base. Words that other tables of
// the language have, in their base form, are known too.
func (t *Table) Base(form string, others ...language.Table) string {
	form = t.owner.Of(form)
	if base := t.irregular.First(form); base != "" {
		return base
	}
	for _, prefix := range t.prefixes {
		rest, ok := strings.CutPrefix(form, prefix)
		if base := t.irregular.First(rest); ok && base != "" && !t.Has(form) && t.isVerb(base) {
			return prefix + base // "rebuilt"
		}
	}
	if t.not.Fit(form) {
		return form
	}
	known := func(base string) bool { return t.known(base, others) }
	verb := func(base string) bool { return t.takes(base, others) }
	made := func(base string) bool { return t.derived(base) != "" }
	for _, try := range []struct {
		endings language.Endings
		accept  func(base string) bool
	}{{t.any, known}, {t.verbs, verb}, {t.any, made}, {t.verbs, made}} {
		if base := try.endings.Stem(form, try.accept); base != "" {
			return base
		}
	}
	return form
}

// derived is the known verb that a word is made of with a prefix, or "": "rehire", "misdiagnose".
func (t *Table) derived(word string) string {
	for _, prefix := range t.prefixes {
		if rest, ok := strings.CutPrefix(word, prefix); ok && len(rest) >= leastRoot && t.isVerb(rest) {
			return rest
		}
	}
	return ""
}

// leastRoot is how many letters a verb has at least that a prefix is read before.
const leastRoot = 4

// isVerb says whether a base form is known as a verb.
func (t *Table) isVerb(word string) bool {
	senses, _, _, ok := t.line(word)
	return ok && (strings.HasPrefix(senses, "v") || strings.Contains(senses, " v"))
}

// known says whether a word is known here or to one of the others.
func (t *Table) known(base string, others []language.Table) bool {
	return t.Has(base) || slices.ContainsFunc(others, func(table language.Table) bool { return table.Has(base) })
}

// takes says whether a word is known that takes an ending of verbs: "grilled" is no form of
// "grille".
func (t *Table) takes(base string, others []language.Table) bool {
	if !t.Has(base) {
		return t.known(base, others)
	}
	return t.isVerb(base)
}
