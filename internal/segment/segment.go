package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/clipperhouse/uax29/v2/words"

	"stemma"
	"stemma/internal/language"
)

// Split cuts the article text of a report (titles, headings, paragraphs) into
// sentences and tokens. Offsets are bytes into report.Text. A report whose
// segments are empty gives a Text without sentences.
func Split(report *stemma.Report, pack *language.Pack) *stemma.Text {
	t := &stemma.Text{Tokens: make([]stemma.Token, 0, len(report.Text)/5)}
	SplitInto(t, report, pack)
	return t
}

// SplitInto is Split into a text that is no longer needed, for its memory: a
// report's tokens take ten times the room of the report.
func SplitInto(t *stemma.Text, report *stemma.Report, pack *language.Pack) {
	t.Report, t.Sentences, t.Tokens = report, t.Sentences[:0], t.Tokens[:0]
	m := mender{abbreviations: pack.Table("abbreviations"), starters: pack.Table("starters")}
	var ranges [][2]int
	for i, s := range report.Segments {
		if !isArticle(s.Kind) {
			continue
		}
		body := unwrap(report.Text[s.Start:s.End])
		ranges = boundaries(body, ranges[:0])
		for _, b := range m.mend(body, ranges) {
			addSentence(t, i, s, b[0]+s.Start, b[1]+s.Start)
		}
	}
}

func isArticle(k stemma.SegmentKind) bool {
	return k == stemma.TitleSegment || k == stemma.Heading || k == stemma.Paragraph
}

// unwrap replaces line breaks by blanks of the same length: inside a segment
// they are the work of whoever wrapped the lines, not of the writer.
func unwrap(body string) string {
	if !wrapped(body) {
		return body
	}
	b := []byte(body)
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		switch r {
		case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
			for k := i; k < i+size; k++ {
				b[k] = ' '
			}
		}
		i += size
	}
	return string(b)
}

// wrapped says whether there is a line break in a body. Most have none, and to
// look for one kind after the other is quicker than for all of them at once.
func wrapped(body string) bool {
	for _, b := range [...]string{"\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"} {
		if strings.Contains(body, b) {
			return true
		}
	}
	return false
}

// boundaries adds the sentences of the annex to found, as byte ranges of body.
func boundaries(body string, found [][2]int) [][2]int {
	for it := sentences.FromString(body); it.Next(); {
		found = cutAtNumbers(body, it.Start(), it.End(), found)
	}
	return found
}

// leastStopped is how many letters a word before a full stop has at least, if
// the stop is to end a sentence before a number: shorter ones are mostly
// abbreviations, in languages of which none are known too ("art. 5").
const leastStopped = 4

// cutAtNumbers adds a sentence of the annex, cut where a full stop behind a
// word stands before a number: the annex lets a sentence run on to the next
// letter there, and so across "They left. 40 stayed."
func cutAtNumbers(body string, start, end int, found [][2]int) [][2]int {
	for from := start; ; {
		stop := strings.Index(body[from:end], ". ")
		if stop < 0 {
			return append(found, [2]int{start, end})
		}
		from += stop + len(". ")
		if startsWithDigit(strings.TrimLeft(body[from:end], " ")) && endsInWord(body[start:from-len(". ")]) {
			found = append(found, [2]int{start, from})
			start = from
		}
	}
}

// endsInWord says whether a text ends in a word of small letters that is long
// enough not to be cut short.
func endsInWord(text string) bool {
	letters := 0
	for letters < leastStopped {
		r, size := utf8.DecodeLastRuneInString(text)
		if !unicode.IsLower(r) {
			return false
		}
		text = text[:len(text)-size]
		letters++
	}
	return true
}

// addSentence trims the range, tokenises it, and adds both to the text.
func addSentence(t *stemma.Text, segment int, s stemma.Segment, start, end int) {
	start, end = trim(t.Report.Text, start, end)
	if start >= end {
		return
	}
	first := len(t.Tokens)
	for it := words.FromString(t.Report.Text[start:end]); it.Next(); {
		addToken(t, start+it.Start(), it.Value())
	}
	if len(t.Tokens) == first {
		return
	}
	t.Sentences = append(t.Sentences, stemma.Sentence{
		Start: start, End: end, First: first, Last: len(t.Tokens), Segment: segment, Kind: s.Kind,
	})
}

func trim(text string, start, end int) (int, int) {
	body := text[start:end]
	start += len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	body = strings.TrimSpace(body)
	return start, start + len(body)
}

// addToken adds a word of the annex, unless it is white space or invisible.
func addToken(t *stemma.Text, at int, word string) {
	form := Fold(word)
	if form == "" {
		return
	}
	t.Tokens = append(t.Tokens, stemma.Token{Start: at, End: at + len(word), Form: form, Kind: kind(form)})
}

func kind(form string) stemma.TokenKind {
	switch c := form[0]; {
	case c >= 'a' && c <= 'z':
		return stemma.Word
	case c >= '0' && c <= '9':
		return stemma.Number
	}
	r, _ := utf8.DecodeRuneInString(form)
	switch {
	case unicode.IsDigit(r):
		return stemma.Number
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return stemma.Word
	case len(form) > 1 && strings.IndexFunc(form, unicode.IsLetter) >= 0:
		return stemma.Word
	}
	return stemma.Mark
}
