package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// datelineBytes is how far into a report's first paragraphs the agency of the
// dateline stands at most: "LONG CITY NAME, Country, September 14 (AGENCY) -".
const (
	datelineBytes      = 140
	datelineParagraphs = 3
)

// dateline finds the agency in "CITY, March 14 (AGENCY) -" at the start of a
// paragraph: a token in parentheses before a dash. end is 0 if there is none.
func dateline(s string) (start, end int) {
	head := s[:min(len(s), datelineBytes)]
	open := strings.IndexByte(head, '(')
	if open < 0 {
		return 0, 0
	}
	shut := strings.IndexByte(head[open:], ')')
	if shut < 3 {
		return 0, 0
	}
	shut += open
	after := strings.TrimLeft(s[shut+1:], " \u00a0")
	r, _ := utf8.DecodeRuneInString(after)
	if !strings.ContainsRune("-–—―", r) {
		return 0, 0
	}
	name := s[open+1 : shut]
	if countWords(name, 4) > 3 || !startsUpper(name) ||
		endsSentence(s[:open]) && !strings.HasSuffix(strings.TrimSpace(s[:open]), ".") || !places(s[:open]) {
		return 0, 0
	}
	return open + 1, shut
}

// longestCode is how many letters the short form of an agency or a station has.
const longestCode = 4

// datelined is the credit of the agency in the dateline of a paragraph.
func (x *crediting) datelined(r *stemma.Report, g stemma.Segment) []stemma.Credit {
	s := r.Text[g.Start:g.End]
	start, end := dateline(s)
	if end == 0 {
		return nil
	}
	name := x.agencyName(s[start:end], r)
	if isPlace(s[:start-1], s[start:end], name) {
		return nil
	}
	return []stemma.Credit{{Kind: stemma.AgencyCredit, Name: name, Span: r.Span(g.Start+start, g.Start+end)}}
}

// isPlace says whether what stands in brackets in a dateline is its place: nothing stands
// before, and it is in capitals, too long for an agency's short form, and the name of none
// that is known: "(GREENVILLE, S.C.) —".
func isPlace(before, form, name string) bool {
	return strings.TrimSpace(before) == "" && name == form && allCaps(form) && len(form) > longestCode
}

// places says whether the words before the agency are those of a dateline:
// names and numbers, nothing in small letters but the name of a month.
func places(s string) bool {
	small := 0
	for _, field := range strings.Fields(s) {
		if r, _ := utf8.DecodeRuneInString(field); unicode.IsLower(r) {
			small++
		}
	}
	return small <= 2 && countWords(s, 12) < 12
}
