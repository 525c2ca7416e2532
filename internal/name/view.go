package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// view is a text as the grammar of names sees it: what single tokens are.
type view struct {
	*Grammar
	text  *stemma.Text
	words Words
}

// IsNameWord says whether a token can be part of a name.
func (f *view) IsNameWord(i int) bool {
	tok := &f.text.Tokens[i]
	if tok.Kind != stemma.Word || !f.upper(i) {
		return false
	}
	c := f.words.Class(i)
	if c == 0 && strings.IndexByte(tok.Form, ':') > 0 { // "More:Ada (Pell)", as pages without spaces have it
		return false
	}
	if c.Is(MonthWord) && f.isDate(i) {
		return false
	}
	if c == 0 {
		if i := strings.IndexByte(tok.Form, '\''); i > 0 && !f.owner.Fit(tok.Form) { // "we've"
			c = f.words.ClassOf(tok.Form[:i])
		}
	}
	return !c.Is(FunctionWord) || f.IsBearersMonth(i)
}

// isDate says whether a number follows the month at token i: "Jan. 24".
func (f *view) isDate(i int) bool {
	t := f.text.Tokens
	if i+1 < len(t) && t[i+1].Form == "." {
		i++
	}
	return i+1 < len(t) && t[i+1].Kind == stemma.Number
}

// upper says whether token i begins with a capital.
func (f *view) upper(i int) bool {
	s := f.text.Report.Text[f.text.Tokens[i].Start:]
	if c := s[0]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// shouts says whether token i has no small letter of the Latin alphabet.
func (f *view) shouts(i int) bool {
	tok := &f.text.Tokens[i]
	isSmall := func(r rune) bool { return r >= 'a' && r <= 'z' }
	return !strings.ContainsFunc(f.text.Report.Text[tok.Start:tok.End], isSmall)
}

// isHyphen says whether token i joins the words on its two sides.
func (f *view) isHyphen(i int) bool {
	t := f.text.Tokens
	tok := &t[i]
	if tok.Form != "-" || i == 0 || i+1 >= len(t) {
		return false
	}
	if t[i-1].End != tok.Start || tok.End != t[i+1].Start || t[i+1].Kind == stemma.Mark {
		return false
	}
	r, _ := utf8.DecodeRuneInString(f.text.Report.Text[tok.Start:])
	return r == '-' || r == '‐' || r == '‑'
}

// is says whether token i is of one of these classes.
func (f *view) is(i int, c Class) bool { return f.words.Class(i).Is(c) }

// last is the class of token i, or of the last part of a compound.
func (f *view) last(i int) Class {
	if c := f.words.Class(i); c != 0 || !f.compounds {
		return c
	}
	return f.words.ClassOf(f.text.Tokens[i].Form)
}

// unowned is a token's form without the mark of an owner.
func (f *view) unowned(i int) string { return f.owner.Of(f.text.Tokens[i].Form) }

// IsBearersMonth says whether a month with a capital is somebody's surname: behind a given
// name or a short title, or before a verb in the past that an auxiliary of the same form
// would not govern: "Theresa May", "Mr. May", "May said that".
func (f *view) IsBearersMonth(i int) bool {
	if c := f.words.Class(i); !c.Is(MonthWord) || !c.Is(ModalWord) || !f.upper(i) {
		return false
	}
	k := i - 1
	if k > 0 && f.text.Tokens[k].Form == "." {
		k--
	}
	if k >= 0 && f.upper(k) && f.is(k, GivenName|ShortTitle) {
		return true
	}
	return i+1 < len(f.text.Tokens) && f.is(i+1, ToldWord)
}

// isWord says whether token i is no number and no mark.
func (f *view) isWord(i int) bool { return f.text.Tokens[i].Kind == stemma.Word }

// hyphened is the end of the word at token i with what hyphens join to it.
func (f *view) hyphened(i, end int) int {
	j := i + 1
	for j+1 < end && f.isHyphen(j) {
		j += 2
	}
	return j
}

// shortestBody is how many capitals a body's short form has at least: "JD Pell" is a name.
const shortestBody = 3

// IsBodyAt says whether token i is all in capitals, as the short form of a body is.
func (f *view) IsBodyAt(i int) bool {
	tok := &f.text.Tokens[i]
	return tok.End-tok.Start >= shortestBody && f.shouts(i)
}
