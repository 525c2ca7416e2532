package lexis

import (
	"slices"
	"strings"

	"stemma/internal/language"
)

// Base gives the base form of a folded word: "sent" and "sending" are "send".
// Irregular forms are those of the language's table "bases"; of what regular
// endings allow, the first that the relations know is taken. A word that is
// known as it stands, or in no form, is its own base. Words that other tables of
// the language have, in their base form, are known too.
func (t *Table) Base(form string, irregular language.Table, others ...language.Table) string {
	form = strings.TrimSuffix(form, "'s")
	if base := irregular.First(form); base != "" {
		return base
	}
	for _, prefix := range prefixes() {
		rest, ok := strings.CutPrefix(form, prefix)
		if base := irregular.First(rest); ok && base != "" && !t.Has(form) && t.isVerb(base) {
			return prefix + base // "rebuilt"
		}
	}
	known := func(base string, rule ending) bool { return t.takes(base, rule, others) }
	made := func(base string, _ ending) bool { return t.derived(base) != "" }
	for _, accept := range []func(string, ending) bool{known, made} {
		if base := stemOf(form, accept); base != "" {
			return base
		}
	}
	return form
}

// stemOf takes an ending off a form, so that what is left is accepted; "" where none is.
func stemOf(form string, accept func(base string, rule ending) bool) string {
	for _, rule := range endings() {
		stem, ok := strings.CutSuffix(form, rule.ending)
		if !ok || len(stem) < leastStem || strings.HasSuffix(form, "ss") {
			continue
		}
		if rule.doubled {
			if stem[len(stem)-1] != stem[len(stem)-2] {
				continue
			}
			stem = stem[:len(stem)-1]
		}
		if base := stem + rule.add; accept(base, rule) {
			return base
		}
	}
	return ""
}

// prefixes gives those that make a new verb of nearly any one.
func prefixes() []string { return []string{"re", "mis", "over", "under", "out", "pre"} }

// derived is the known verb that a word is made of with a prefix, or "": "rehire", "misdiagnose".
func (t *Table) derived(word string) string {
	for _, prefix := range prefixes() {
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

// takes says whether a word is known that takes an ending: "grilled" is no form of
// "grille".
func (t *Table) takes(base string, rule ending, others []language.Table) bool {
	if !t.Has(base) {
		return slices.ContainsFunc(others, func(table language.Table) bool { return table.Has(base) })
	}
	return !rule.verbal || t.isVerb(base)
}

// leastStem is the fewest letters that are left of a word whose ending is
// taken off.
const leastStem = 2

// ending is one way to make a form of a base form.
type ending struct {
	ending, add string
	doubled     bool // the last letter of the base form stands twice
	verbal      bool // only verbs take it
}

// endings gives the regular English ones, the surest first.
func endings() []ending {
	return []ending{
		{ending: "ies", add: "y"}, {ending: "ied", add: "y", verbal: true},
		{ending: "es", add: "e"}, {ending: "s"}, {ending: "es"},
		{ending: "ed", add: "e", verbal: true}, {ending: "ed", doubled: true, verbal: true},
		{ending: "ed", verbal: true},
		{ending: "ing", add: "e", verbal: true}, {ending: "ing", doubled: true, verbal: true},
		{ending: "ing", verbal: true},
	}
}
