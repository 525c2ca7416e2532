package quote

import (
	"unicode"
	"unicode/utf8"

	"stemma"
)

// words is a text whose words are looked up, and whose names are known by them.
type words struct{ lookup }

// lookup is a text whose words are looked up, once each and only when they are
// asked for: most words inside quotations never are.
type lookup struct {
	lex     *lexicon
	text    *stemma.Text
	entries []*entry // of each token that was asked for, nil for what no table knows
	seen    []bool   // of each token, whether it was
}

// look makes ready for a text.
func (w *lookup) look(t *stemma.Text) {
	w.text, w.entries, w.seen = t, cleared(w.entries, len(t.Tokens)), cleared(w.seen, len(t.Tokens))
}

// entry is what the tables know of token i, nil for nothing.
func (w *lookup) entry(i int) *entry {
	if !w.seen[i] {
		e := w.lex.dictionary.find(w.text.Tokens[i].Form)
		if e.is(pronoun|rel) && isAcronym(w.text, i) {
			e = nil // "the WHO", "the US"
		}
		w.entries[i], w.seen[i] = e, true
	}
	return w.entries[i]
}

// word is the entry of token i, or of the last part of a compound.
func (w *lookup) word(i int) *entry {
	if e := w.entry(i); e != nil || !w.lex.compounds {
		return e
	}
	return w.lex.word(w.text.Tokens[i].Form)
}

// plays says whether token i plays one of the roles.
func (w *lookup) plays(i int, r role) bool {
	e := w.entry(i)
	return e != nil && e.roles&r != 0
}

// isDefinite says whether token i is a definite article.
func (w *lookup) isDefinite(i int) bool {
	e := w.entry(i)
	return e.is(def)
}

// upper says whether token i starts with a capital.
func (w *lookup) upper(i int) bool { return isUpper(w.text.Report.Text[w.text.Tokens[i].Start:]) }

func isUpper(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
