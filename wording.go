package stemma

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// shortSentence is the length, in bytes, up to which a sentence stands for a
	// part of it that does not read alone: two lines of a terminal. Of a longer one
	// it does if at most soonBytes stand before that part.
	shortSentence = 170
	soonBytes     = 80
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
func (m *Main) Wording() string {
	if m.shown == "" {
		return m.Statement.Alone()
	}
	return m.shown
}

// Alone is a statement as it reads alone: its sentence where it begins that, or is a
// part of it that does not stand alone ("told the court | it wants") and that a
// reader of the sentence comes to soon enough; always where it is denied or asked, or a
// short headline is cut.
func (s *Statement) Alone() string {
	switch r := s.Reads(); {
	case s.Headline && s.Sentence.Len() <= shownBytes && s.Span.Start > s.Sentence.Start:
		return s.Sentence.Text
	case s.Turned || r == inSentence, r == wholeSentence && (s.Scrap || s.Sentence.Len() <= shownBytes):
		return afterDateline(s.Sentence.Text)
	}
	return afterDateline(s.withoutStub())
}

// isCut says whether the sentence of a statement goes on behind it without a mark: "was
// sold | where it had stood".
func (s *Statement) isCut() bool {
	at := s.Span.End - s.Sentence.Start
	if at < 0 || at >= len(s.Sentence.Text) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimSpace(s.Sentence.Text[at:]))
	return unicode.IsLetter(next) || unicode.IsDigit(next) || strings.ContainsRune("—–", next)
}

// withoutStub is a statement's words without two or three that a cut left behind its
// last comma: "left the mill, one day" of "left the mill, one day after it was shut".
func (s *Statement) withoutStub() string {
	const most = 3
	text := s.Span.Text
	at := strings.LastIndex(text, ", ")
	if at < 0 || s.Scrap || s.Span.End >= s.Sentence.End-1 {
		return text
	}
	stub := text[at+1:]
	if strings.ToLower(stub) != stub || len(strings.Fields(stub)) > most || strings.ContainsAny(stub, "\"”") {
		return text
	}
	return text[:at]
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
	before := s.Span.Start - s.Sentence.Start - (s.Sentence.Len() - len(afterDateline(s.Sentence.Text)))
	switch {
	case before <= 0:
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
// (Meridian) - The bridge is shut", "(Meridian) The bridge is shut", "SELMOUTH — The bridge".
func afterDateline(text string) string {
	text = strings.TrimLeft(text, "—–- ")
	head := text[:min(len(text), datelineBytes)]
	place, rest, found := cutDash(head)
	if found && place == strings.ToUpper(place) && allNames(place) && startsUpper(rest) {
		return text[len(head)-len(rest):]
	}
	open, shut := strings.IndexByte(head, '('), strings.IndexByte(head, ')')
	if shut < 0 || open > shut || !allNames(strings.TrimLeft(head[:shut], "(")) {
		return text
	}
	rest = strings.TrimLeft(text[shut+1:], " \u00a0-–—")
	if !startsUpper(strings.TrimLeft(rest, "\"“‘'")) {
		return text
	}
	return rest
}

// cutDash cuts a text at the first dash that stands between blanks.
func cutDash(text string) (before, after string, found bool) {
	for _, dash := range [...]string{" — ", " – ", " - ", " -- "} {
		if before, after, found = strings.Cut(text, dash); found {
			return before, after, true
		}
	}
	return text, "", false
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

// runTogether says whether links run into a text, as the headlines behind a name do:
// "Ada Lund WrenKeeper leaves mill" in a sentence that names Wren.
func runTogether(text string) bool {
	words := strings.Fields(text)
	known := map[string]bool{}
	for _, w := range words {
		known[strings.Trim(w, "(),.")] = true
	}
	return slices.ContainsFunc(words, func(w string) bool {
		name := runInto(w)
		return name != "" && known[name]
	})
}

// runInto is the name that another word has run into, "" where none has: "Wren" of
// "WrenKeeper".
func runInto(word string) string {
	const letters = 3
	was := rune(0)
	for i, r := range word {
		if unicode.IsUpper(r) && unicode.IsLower(was) && i >= letters && startsUpper(word) {
			return word[:i]
		}
		was = r
	}
	return ""
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// DoubleMarks are the quotation marks that are no apostrophes too.
const DoubleMarks = "\"“”„«»"

// Told is the statement of a claim as people read it: without a quotation mark at its start or end
// of which the other half stands outside it, and without the comma by which its sentence goes on.
func (c *Claim) Told() string {
	const goesOn = ",;: "
	isMark := func(r rune) bool { return strings.ContainsRune(DoubleMarks, r) }
	s := strings.TrimRight(c.Statement, goesOn)
	if strings.IndexFunc(s, isMark) == strings.LastIndexFunc(s, isMark) {
		s = strings.TrimRight(strings.TrimFunc(s, isMark), goesOn)
	}
	inside := strings.TrimRightFunc(s, isMark)
	if strings.Trim(inside, DoubleMarks+goesOn) == "" {
		return c.Statement
	}
	return strings.TrimRight(inside, goesOn) + s[len(inside):]
}
