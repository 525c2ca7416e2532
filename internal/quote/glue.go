package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// wordEnd is the end of the word that begins at token i. Some marks part no
// words: the hyphen in "half-day", the colon in "3:30", what stands in an
// address on the web.
func wordEnd(t *stemma.Text, i, last int) int {
	end := i + 1
	if end >= last || !glues(t.Tokens[end].Form) {
		return end // as most words do
	}
	for end+1 < last && (isHyphen(t, end) || brokenAt(t, end) || isClockColon(t, end)) {
		end += 2
	}
	if end+2 < last && t.Tokens[end].Form == ":" && t.Tokens[end+1].Form == "/" && t.Tokens[end+2].Form == "/" {
		return addressEnd(t, i, last)
	}
	return end
}

// glues says whether a mark may stand inside a word.
func glues(form string) bool { return form == "-" || form == ":" }

// isClockColon says whether the token is the colon of a time, a score or a
// verse: "3:30", "2 : 1", "John 3:16".
func isClockColon(t *stemma.Text, i int) bool {
	if t.Tokens[i].Form != ":" || i == 0 || i+1 >= len(t.Tokens) {
		return false
	}
	before, after := t.Tokens[i-1], t.Tokens[i+1]
	if !startsDigit(before.Form) || !startsDigit(after.Form) {
		return false
	}
	return (before.End < t.Tokens[i].Start) == (t.Tokens[i].End < after.Start)
}

func startsDigit(form string) bool { return form[0] >= '0' && form[0] <= '9' }

// brokenAt says whether the token is the hyphen at the end of a line that parts
// one word: "har-", "bour".
func brokenAt(t *stemma.Text, i int) bool {
	if t.Tokens[i].Form != "-" || i == 0 || i+1 >= len(t.Tokens) {
		return false
	}
	before, after := t.Tokens[i-1], t.Tokens[i+1]
	if before.Kind != stemma.Word || after.Kind != stemma.Word || before.End != t.Tokens[i].Start {
		return false
	}
	gap := t.Report.Text[t.Tokens[i].End:after.Start]
	if gap == "" || strings.Count(gap, "\n") != 1 || strings.TrimSpace(gap) != "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(t.Report.Text[after.Start:])
	return unicode.IsLower(r)
}

// addressEnd is the end of the address on the web that begins at token i: the
// next white space, without the marks before it.
func addressEnd(t *stemma.Text, i, last int) int {
	end := i + 1
	for end < last && t.Tokens[end].Start == t.Tokens[end-1].End {
		end++
	}
	for end > i+1 && t.Tokens[end-1].Kind == stemma.Mark && t.Tokens[end-1].Form != "/" {
		end--
	}
	return end
}

// joined is the folded form of tokens that are one word; what a line's end has
// broken is whole again.
func joined(t *stemma.Text, first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		if !brokenAt(t, i) {
			b.WriteString(t.Tokens[i].Form)
		}
	}
	return b.String()
}
