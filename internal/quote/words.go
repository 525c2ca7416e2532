package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/memory"
	who "stemma/internal/name"
)

// words is a text whose words are looked up, and whose names are known by them.
type words struct {
	lookup
	finder   who.Finder
	mentions []who.Mention // scratch
	found    []name        // of the expressions that were asked for; see words.names
}

// lookup is a text whose words are looked up, once each and only when they are
// asked for: most words inside quotations never are.
type lookup struct {
	lex     *lexicon
	text    *stemma.Text
	entries []*entry // of each token that was asked for, nil for what no table knows
	seen    []bool   // of each token, whether it was
}

// look makes ready for a text.
func (w *words) look(t *stemma.Text) {
	w.text, w.entries, w.seen = t, memory.Zeros(w.entries, len(t.Tokens)), memory.Zeros(w.seen, len(t.Tokens))
	w.found = w.found[:0]
	w.finder = who.NewFinder(w.lex.grammar, t, &w.lookup)
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

func shouting(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

// folded is the words as they stand, in one line.
func folded(t *stemma.Text, from, to int) string {
	if from >= to {
		return ""
	}
	return oneLine(t.Report.Text[t.Tokens[from].Start:t.Tokens[to-1].End])
}

// oneLine is a text with single spaces for white space.
func oneLine(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		space := c < ' ' ||
			c == 0xC2 ||
			c >= 0xE1 && c <= 0xE3 // all that is white space beyond ASCII begins so
		if space || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// stretch is a half-open range of tokens.
type stretch struct{ from, to int }

func (s stretch) empty() bool { return s.from >= s.to }

// spans says whether all of another range stands in the range.
func (s stretch) spans(other stretch) bool { return s.from <= other.from && other.to <= s.to }

// holds says whether a token stands in the range.
func (s stretch) holds(at int) bool { return s.from <= at && at < s.to }

// covers says whether one of the ranges holds a token.
func covers(list []stretch, at int) bool {
	return slices.ContainsFunc(list, func(s stretch) bool { return s.holds(at) })
}
