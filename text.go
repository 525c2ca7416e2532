package stemma

import (
	"unicode"
	"unicode/utf8"
)

// TokenKind tells words from numbers and marks.
type TokenKind uint8

// Kinds of token.
const (
	Word TokenKind = iota
	Number
	Mark // punctuation, quotation marks, symbols
)

// Token is one word, number or mark of a report's text.
type Token struct {
	Start, End int    // bytes, half-open
	Form       string // folded: lower case, straight quotes and hyphens, no accents; never empty
	Kind       TokenKind
}

// Sentence is a sentence of a report: bytes, and the tokens in it.
type Sentence struct {
	Start, End  int         // bytes, half-open, without surrounding white space
	First, Last int         // tokens, half-open
	Segment     int         // index into the report's Segments
	Kind        SegmentKind // of that segment
}

// Text is a report cut into sentences and tokens. Only article text (titles,
// headings and paragraphs) is cut; other segments carry no tokens.
type Text struct {
	Report    *Report
	Sentences []Sentence
	Tokens    []Token
}

// Span returns the span that the tokens from first to last (half-open) cover.
func (t *Text) Span(first, last int) Span {
	return t.Report.Span(t.Tokens[first].Start, t.Tokens[last-1].End)
}

// Capital says whether a token begins with a capital letter.
func (t *Text) Capital(i int) bool {
	first, _ := utf8.DecodeRuneInString(t.Report.Text[t.Tokens[i].Start:])
	return unicode.IsUpper(first)
}

// SentenceAt returns the index of the sentence that holds the byte at offset,
// or -1.
func (t *Text) SentenceAt(offset int) int {
	lo, hi := 0, len(t.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Sentences[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(t.Sentences) && t.Sentences[lo].Start <= offset {
		return lo
	}
	return -1
}

// TokenAt returns the index of the first token that ends after offset; it is
// len(t.Tokens) when there is none.
func (t *Text) TokenAt(offset int) int {
	lo, hi := 0, len(t.Tokens)
	for lo < hi {
		mid := (lo + hi) / 2
		if t.Tokens[mid].End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// ReuseKind says how near two shared passages are.
type ReuseKind string

// From the same words to the same thing in other words.
const (
	Verbatim ReuseKind = "verbatim" // token for token
	Near     ReuseKind = "near"     // a few tokens changed, dropped or added
	Reworded ReuseKind = "reworded" // the same matter, much changed
)

// Reuse is a passage that two reports share.
type Reuse struct {
	A        Span      `json:"a"`
	B        Span      `json:"b"`
	Kind     ReuseKind `json:"kind"`
	Identity float64   `json:"identity"` // equal tokens over aligned tokens, 0..1
}
