package lexis

import (
	"strings"

	"stemma/internal/language"
)

// Base gives the base form of a folded word: "sent" and "sending" are "send".
// Irregular forms are those of the language's table "bases"; of what regular
// endings allow, the first that the relations know is taken. A word that is
// known as it stands, or in no form, is its own base.
func (t *Table) Base(form string, irregular language.Table) string {
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
		if base := stem + rule.add; t.Has(base) {
			return base
		}
	}
	return form
}

// leastStem is the fewest letters that are left of a word whose ending is
// taken off.
const leastStem = 2

// ending is one way to make a form of a base form.
type ending struct {
	ending, add string
	doubled     bool // the last letter of the base form stands twice
}

// endings gives the regular English ones, the surest first.
func endings() []ending {
	return []ending{
		{"ies", "y", false}, {"ied", "y", false},
		{"es", "e", false}, {"s", "", false}, {"es", "", false},
		{"ed", "e", false}, {"ed", "", true}, {"ed", "", false},
		{"ing", "e", false}, {"ing", "", true}, {"ing", "", false},
	}
}
