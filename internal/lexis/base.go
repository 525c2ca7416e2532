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
		if base := stem + rule.add; t.takes(base, rule, others) {
			return base
		}
	}
	return form
}

// takes says whether a word is known that takes an ending: "grilled" is no form of
// "grille".
func (t *Table) takes(base string, rule ending, others []language.Table) bool {
	senses, _, _, ok := t.line(base)
	if !ok {
		return slices.ContainsFunc(others, func(table language.Table) bool { return table.Has(base) })
	}
	return (!rule.verbal || strings.HasPrefix(senses, "v") || strings.Contains(senses, " v"))
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
