package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"

	"stemma"
	"stemma/internal/language"
)

// Split cuts the article text of a report (titles, headings, paragraphs) into
// sentences and tokens. Offsets are bytes into report.Text. A report whose
// segments are empty gives a Text without sentences.
func Split(report *stemma.Report, pack *language.Pack) *stemma.Text {
	t := &stemma.Text{}
	SplitInto(t, report, pack)
	return t
}

// tokenBytes is how many bytes of a text stand for each token, or more: of news, 5.0 to 5.8.
const tokenBytes = 5

// SplitInto is Split into a text that is no longer needed, for its memory: a
// report's tokens take ten times the room of the report.
func SplitInto(t *stemma.Text, report *stemma.Report, pack *language.Pack) {
	t.Report, t.Sentences, t.Tokens = report, t.Sentences[:0], slices.Grow(t.Tokens[:0], len(report.Text)/tokenBytes)
	m := mender{
		abbreviations: pack.Table("abbreviations"), starters: pack.Table("starters"), initials: pack.Table("initials"),
	}
	c := newCutter(report.Text)
	var ranges [][2]int
	for i := 0; i < len(report.Segments); i++ {
		s, first := report.Segments[i], i
		if !isArticle(s.Kind) {
			continue
		}
		for runsAcross(report, i) {
			i += 2
		}
		insets := report.Segments[first : i+1]
		body := unwrap(blanked(report.Text, insets))
		ranges = boundaries(body, ranges[:0])
		for _, b := range m.mend(body, ranges) {
			addSentence(t, c, insets, first, body[b[0]:b[1]], b[0]+s.Start)
		}
	}
}

// runsAcross says whether a paragraph goes on in the same line behind furniture that ran
// into it.
func runsAcross(r *stemma.Report, i int) bool {
	if i+2 >= len(r.Segments) {
		return false
	}
	before, inset, after := r.Segments[i], r.Segments[i+1], r.Segments[i+2]
	return before.Kind == stemma.Paragraph && inset.Kind == stemma.Boilerplate && after.Kind == stemma.Paragraph &&
		!wrapped(r.Text[before.End:inset.Start]) && !wrapped(r.Text[inset.End:after.Start])
}

// blanked is the text of a run of segments with blanks, as many bytes, for those that are
// no article text.
func blanked(text string, run []stemma.Segment) string {
	start, end := run[0].Start, run[len(run)-1].End
	if len(run) == 1 {
		return text[start:end]
	}
	b := []byte(text[start:end])
	for _, s := range run {
		if !isArticle(s.Kind) {
			for k := s.Start; k < s.End; k++ {
				b[k-start] = ' '
			}
		}
	}
	return string(b)
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
	it := sentences.FromString("")
	for start := 0; start < len(body); {
		from := calm(body, start)
		it.SetText(body[from:])
		it.Next()
		end := from + it.End()
		found = cutAtNumbers(body, start, end, found)
		start = end
	}
	return found
}

// calm is the last byte up to which nothing in a body can end a sentence that
// begins at start. It stands on the character before the first one that may, since
// the annex looks back at it, and goes by what is common in English typesetting.
func calm(body string, start int) int {
	at, last := start, start
	for at < len(body) {
		switch c := body[at]; {
		case c == '.' || c == '?' || c == '!' || c < ' ':
			return last
		case c < utf8.RuneSelf:
			last = at
			at++
		case typographic(body, at):
			last = at
			at += len("“")
		default:
			return last
		}
	}
	return last
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

// addSentence trims a sentence, which begins at a byte of the report and in a segment of
// those that the run has, cuts it into tokens and adds both to the text.
func addSentence(t *stemma.Text, c *cutter, run []stemma.Segment, segment int, sentence string, start int) {
	end := start + len(sentence)
	start, end = trim(sentence, start, end)
	if start >= end {
		return
	}
	first := len(t.Tokens)
	for at := start; at < end; {
		last := end
		for k := 1; k < len(run); k += 2 {
			switch inset := run[k]; {
			case at < inset.Start:
				last = min(last, inset.Start)
			case at < inset.End:
				at, last = inset.End, end
			}
		}
		if at >= end {
			break
		}
		if c.parts(at, last) {
			at++
			continue
		}
		next, form := c.next(at, last)
		if form != "" { // neither white space nor invisible
			t.Tokens = append(t.Tokens, stemma.Token{Start: at, End: next, Form: form, Kind: kind(form)})
		}
		at = next
	}
	if len(t.Tokens) == first {
		return
	}
	t.Sentences = append(t.Sentences, stemma.Sentence{
		Start: start, End: end, First: first, Last: len(t.Tokens),
		Segment: segment, Kind: t.Report.Segments[segment].Kind,
	})
}

func trim(body string, start, end int) (int, int) {
	start += len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	body = strings.TrimSpace(body)
	return start, start + len(body)
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
