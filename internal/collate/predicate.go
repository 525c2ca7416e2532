package collate

import (
	"fmt"
	"strings"

	"stemma"
	"stemma/internal/vector"
)

// near is the likeness to a word of the first statement's sentence from which
// on a loaded word is only another word for it.
const near = 0.75

// predicate finds a loaded word ("faked", "forced") in the second statement
// for which the first one's sentence has no counterpart.
func (c *Collator) predicate(before, after Side) []stemma.Drift {
	if after.Statement.Quoted {
		return nil
	}
	first, last := after.First, after.Last
	a, b := before.sentence()
	for k := first; k < last; k++ {
		tok := after.Text.Tokens[k]
		entry := c.loadedEntry(tok.Form)
		if entry == "" || c.hasLike(before.Text.Tokens[a:b], tok.Form) {
			continue
		}
		severity := 2
		if c.loaded.Is(entry, "grave") {
			severity = 3
		}
		return []stemma.Drift{change(stemma.PredicateChanged, ptr(before.Statement.Span), ptr(after.Statement.Span), severity,
			fmt.Sprintf("%s is said only here; before it read %s", quote(tok.Form), quote(before.Statement.Span.Text)))}
	}
	return nil
}

func (c *Collator) loadedEntry(form string) string {
	if c.loaded.Has(form) {
		return form
	}
	for _, ending := range []string{"s", "ed", "d", "es", "ing"} {
		if stem, ok := strings.CutSuffix(form, ending); ok && c.loaded.Has(stem) {
			return stem
		}
	}
	return ""
}

func (c *Collator) hasLike(tokens []stemma.Token, form string) bool {
	for _, tok := range tokens {
		if tok.Kind == stemma.Word && (vector.SameStem(tok.Form, form) || c.vectors.Similarity(tok.Form, form) >= near) {
			return true
		}
	}
	return false
}
