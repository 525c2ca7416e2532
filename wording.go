package stemma

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// shortSentence is the length, in bytes, up to which a sentence stands for a
	// part of it that does not read alone: two lines of a terminal. Of a longer one
	// it does if at most soonBytes stand before that part.
	shortSentence = 170
	soonBytes     = 50
	// shownBytes is the length, in bytes, up to which a statement is shown whole.
	shownBytes = 160
)

// BeginsAlike says whether a statement's first telling word is one of the main claim's:
// not that of "she had been told that the bridge was sold" for "the bridge was sold".
func (m *Main) BeginsAlike(st *Statement) bool {
	told := tellingWords(m.Statement.Span.Text)
	for _, w := range strings.Fields(st.Span.Text) {
		for first := range tellingWords(w) {
			return told[first]
		}
	}
	return false
}

// Wording is the main claim's statement as it reads alone.
func (m *Main) Wording() string { return m.Statement.Alone() }

// Alone is a statement as it reads alone: its sentence where it begins that, or is a
// part of it that does not stand alone ("told the court | it wants") and that a
// reader of the sentence comes to soon enough; always where it is denied or asked.
func (s *Statement) Alone() string {
	switch r := s.Reads(); {
	case s.Turned || r == inSentence, r == wholeSentence && (s.Scrap || s.Sentence.Len() <= shownBytes):
		return afterDateline(s.Sentence.Text)
	}
	return afterDateline(s.Span.Text)
}

// How a statement reads, worst first.
const (
	fragment      = -3
	inSentence    = 0
	ownWords      = 1
	wholeSentence = 2
)

// Reads is how well a statement reads alone, from -3 for a fragment far into a long
// sentence to 2 for one from the beginning of its sentence.
func (s *Statement) Reads() int {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s.Span.Text, "\"“‘'«„"))
	before := s.Span.Start - s.Sentence.Start
	switch {
	case before == 0:
		return wholeSentence
	case !s.Turned && (unicode.IsUpper(first) || unicode.IsDigit(first)):
		return ownWords
	case before <= soonBytes || s.Sentence.Len() <= shortSentence:
		return inSentence
	}
	return fragment
}

// datelineBytes is how far into a sentence a dateline reaches at most.
const datelineBytes = 50

// afterDateline is a sentence without the place and the agency before it: "SELMOUTH
// (Meridian) - The bridge is shut", "(Meridian) The bridge is shut".
func afterDateline(text string) string {
	head := text[:min(len(text), datelineBytes)]
	open, shut := strings.IndexByte(head, '('), strings.IndexByte(head, ')')
	if shut < 0 || open > shut || !allNames(strings.TrimLeft(head[:shut], "(")) {
		return text
	}
	rest := strings.TrimLeft(text[shut+1:], " \u00a0-–—")
	if !startsUpper(strings.TrimLeft(rest, "\"“‘'")) {
		return text
	}
	return rest
}

// allNames says whether every word begins with a capital.
func allNames(text string) bool {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) {
		if !startsUpper(w) {
			return false
		}
	}
	return true
}

const (
	// againWithin is within how many words a name stands again where links run into it,
	// and againLetters how long the word is that does.
	againWithin  = 5
	againLetters = 3
)

// namedTwice says whether a text names somebody and at once again with more words on
// end, as where the links behind a name run into it: "Ada Wren Ada Lund WrenKeeper
// leaves mill".
func namedTwice(text string) bool {
	words := strings.Fields(text)
	for i, w := range words {
		for k := i + 1; k < min(i+againWithin, len(words)) && startsUpper(words[k]); k++ {
			rest, again := strings.CutPrefix(words[k], w)
			if again && len(w) >= againLetters && startsUpper(w) && (k > i+1 && rest == "" || startsUpper(rest)) {
				return true
			}
		}
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
