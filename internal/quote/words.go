package quote

import (
	"unicode"
	"unicode/utf8"

	"stemma"
)

// words is a text whose words have been looked up, once each.
type words struct {
	lex     *lexicon
	text    *stemma.Text
	entries []*entry // of each token, nil for what no table knows
	uppers  []bool   // of each token, whether it starts with a capital
}

// look looks up the words of a text.
func (w *words) look(t *stemma.Text) {
	w.text, w.entries, w.uppers = t, cleared(w.entries, len(t.Tokens)), cleared(w.uppers, len(t.Tokens))
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		w.entries[i] = w.lex.dictionary.find(tok.Form)
		w.uppers[i] = isUpper(t.Report.Text[tok.Start:])
	}
}

func isUpper(s string) bool {
	if c := s[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// entry is what the tables know of token i, nil for nothing.
func (w *words) entry(i int) *entry { return w.entries[i] }

// word is the entry of token i, or of the last part of a compound.
func (w *words) word(i int) *entry {
	if e := w.entries[i]; e != nil || !w.lex.compounds {
		return e
	}
	return w.lex.word(w.text.Tokens[i].Form)
}

// plays says whether token i plays one of the roles.
func (w *words) plays(i int, r role) bool {
	e := w.entries[i]
	return e != nil && e.roles&r != 0
}

// upper says whether token i starts with a capital.
func (w *words) upper(i int) bool { return w.uppers[i] }
