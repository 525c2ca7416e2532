package extract

import (
	"slices"
	"strings"
	"unicode"

	"stemma"
	who "stemma/internal/name"
)

// letterhead names who sends a plain text, where lines above its title tell: an
// agency's slug, the sender of a newsletter, who issues a press release. These
// lines become furniture.
func letterhead(in *who.Inside, units []unit, body int, releases *who.Releases, isDate func(string) bool) string {
	if body == 0 {
		return ""
	}
	if letters := slugOf(units); letters != "" {
		if agency := agencyOf(units, body, letters); agency != "" {
			units[0].kind = stemma.Boilerplate
			keywords(units[:body])
			signature(units, body, letters, isDate)
			return agency
		}
	}
	if name, ok := strings.CutPrefix(units[0].text, senderLabel); ok && units[0].kind == stemma.Boilerplate {
		letterFields(units[:body])
		return sender(name)
	}
	return issuer(in, units[:body], releases)
}

// senderLabel begins the first line of a letter that was saved as text, in whatever
// language it is written (RFC 5322, 3.6.2).
const senderLabel = "From:"

// letterFields makes the lines of a letter's head, which a blank line ends, furniture, but for its
// date and its subject (RFC 5322, 2.1).
func letterFields(head []unit) {
	for i := 1; i < len(head) && !head[i].stanza; i++ {
		name, _, isField := strings.Cut(head[i].text, ":")
		isTitle := strings.HasPrefix(head[i].text, subjectLabel)
		if isField && !isTitle && head[i].kind == stemma.Paragraph && !strings.ContainsAny(name, " \n") {
			head[i].kind = stemma.Boilerplate
		}
	}
}

// sender is the name before the address of who sent a letter.
func sender(line string) string {
	name, _, found := strings.Cut(line, "<")
	name = strings.Trim(oneLine(name), ` "`)
	if !found || countWords(name, maxNameWords+1) > maxNameWords {
		return ""
	}
	return name
}

// A slug is the line by which an agency's system tells a text from others: the
// agency's letters, numbers, keywords: "QNA0815 3 GEN 0210 QNA-HARBOUR".
const (
	mostSlugFields     = 10
	shortestSlug       = 2 // letters of the agency
	longestSlug        = 5
	longestSlugKeyword = 4 // letters of a word in it that is not in capitals
)

// slugOf reads the letters of an agency off a slug in the first line.
func slugOf(units []unit) string {
	fields := strings.Fields(units[0].text)
	if len(fields) < 2 || len(fields) > mostSlugFields || units[0].kind != stemma.Paragraph {
		return ""
	}
	letters := strings.TrimRight(fields[0], "0123456789")
	if len(letters) < shortestSlug || len(letters) > longestSlug || !allCaps(letters) || !isSlug(fields) {
		return ""
	}
	return letters
}

// keywords makes the line right below a slug furniture, which goes on with its keywords or says what is
// new ("Rail-Data/2ND LEAD", "EDS: Adds fares."), where a title stands apart below it.
func keywords(head []unit) {
	if len(head) < 3 || head[1].stanza || head[1].kind != stemma.Paragraph {
		return
	}
	isApart := func(u unit) bool { return u.stanza && u.kind == stemma.Paragraph }
	if slices.ContainsFunc(head[2:], isApart) {
		head[1].kind = stemma.Boilerplate
	}
}

// agencyOf is the agency of which these are the letters: they must stand in brackets in the text
// too, or sign it, or begin the words of a name in a line of the head, the first of which stands
// in brackets. That line becomes furniture.
func agencyOf(units []unit, body int, letters string) string {
	for i := 1; i < body; i++ {
		for line := range strings.Lines(units[i].text) {
			name := strings.TrimSpace(line)
			if first, _, _ := strings.Cut(name, " "); initials(name) == letters && isBracketed(units, first) {
				units[i].kind = stemma.Boilerplate
				return name
			}
		}
	}
	isSigned := func(u unit) bool { return signs(u, letters) }
	if isBracketed(units, letters) || slices.ContainsFunc(units[1:], isSigned) {
		return letters
	}
	return ""
}

// isBracketed says whether a word opens a bracket below the first line: "(QNA)", "(QNA - )".
func isBracketed(units []unit, word string) bool {
	return slices.ContainsFunc(units[1:], func(u unit) bool {
		return strings.Contains(u.text, "("+word+")") || strings.Contains(u.text, "("+word+" ")
	})
}

// initials are the first letters of the words of a name.
func initials(name string) string {
	s := ""
	for _, field := range strings.Fields(name) {
		s += field[:1]
	}
	return s
}

// isSlug says whether all fields of a line are those of a slug, and one has a number.
func isSlug(fields []string) bool {
	number := false
	for _, f := range fields {
		hasDigit := strings.IndexFunc(f, unicode.IsDigit) >= 0
		if !allCaps(f) && !hasDigit && strings.IndexFunc(f, unicode.IsLetter) >= 0 && len(f) > longestSlugKeyword {
			return false
		}
		number = number || hasDigit
	}
	return number
}

// signs says whether a unit is an agency's signature: its letters and the
// shorthand of who wrote: "QNA abc/de".
func signs(u unit, agency string) bool {
	first, _, _ := strings.Cut(u.text, "\n")
	rest, ok := strings.CutPrefix(first, agency+" ")
	return ok && strings.Contains(rest, "/") && countWords(rest, 3) <= 2
}

// signature makes an agency's signature at the end of a text furniture, and of its letters before
// a date the line that dates the text: "hbt/lw", "QNA 071405 MAY 24".
func signature(units []unit, body int, agency string, isDate func(string) bool) {
	for i := max(body+1, len(units)-edgeUnits); i < len(units); i++ {
		rest, isSent := strings.CutPrefix(units[i].text, agency+" ")
		switch {
		case units[i].kind == stemma.Dateline:
		case isSent && isDate(rest):
			units[i].kind = stemma.Dateline
			if before := &units[i-1]; strings.Contains(before.text, "/") && countWords(before.text, 3) <= 2 {
				before.kind = stemma.Boilerplate
			}
		case signs(units[i], agency):
			units[i].kind = stemma.Boilerplate
		}
	}
}

// issuer reads who issues a press release off its first line. One of the lines
// behind it says that it is a release, and a line that can be its title follows.
func issuer(in *who.Inside, head []unit, releases *who.Releases) string {
	at := -1
	for i, u := range head {
		if u.kind != stemma.Dateline && marksRelease(u.text, releases) {
			at = i
			break
		}
	}
	name := oneLine(head[0].text)
	if at < 1 || head[0].kind != stemma.Paragraph || !namesIssuer(name) || !titleBehind(head[at+1:]) {
		return ""
	}
	for i := range at + 1 {
		head[i].kind = stemma.Boilerplate
	}
	if allCaps(name) {
		return titled(in, name)
	}
	return name
}

func namesIssuer(s string) bool {
	return countWords(s, maxNameWords+1) <= maxNameWords && !endsSentence(s) && !strings.ContainsAny(s, ":?!;") &&
		(allCaps(s) || titleCase(s))
}

func titleBehind(units []unit) bool {
	for _, u := range units {
		if u.kind == stemma.Paragraph {
			return true
		}
	}
	return false
}

// marksRelease says whether a line, or a piece of it, is what heads a press
// release and nothing else.
func marksRelease(s string, releases *who.Releases) bool {
	for _, piece := range strings.Split(s, " - ") {
		if releases.Is(trimMarks(piece)) {
			return true
		}
	}
	return false
}
