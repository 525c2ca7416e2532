package extract

import (
	"slices"
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// letterhead names who sends a plain text, where lines above its title tell: an
// agency, the sender of a newsletter, who issues a press release. These
// lines become furniture.
func (x plainReader) letterhead(units []unit, body int, f *facts) string {
	if body == 0 {
		return ""
	}
	if agency := x.wire(units, body, f); agency != "" {
		return agency
	}
	if name, ok := strings.CutPrefix(units[0].text, senderLabel); ok && units[0].kind == stemma.Boilerplate {
		letterFields(units[:body])
		return sender(name)
	}
	return issuer(x.inside, units[:body], x.releases)
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

// issuer reads who issues a press release off its first line. One of the lines
// behind it says that it is a release, and a line that can be its title follows; below a name in
// capitals the title may begin with such words itself: "Notice of recount".
func issuer(in *who.Inside, head []unit, releases *who.Releases) string {
	if head[0].kind == stemma.Paragraph && marksRelease(head[0].text, releases) {
		return issuerBelow(in, head)
	}
	name := oneLine(head[0].text)
	if head[0].kind != stemma.Paragraph || !namesIssuer(name) {
		return ""
	}
	at := slices.IndexFunc(head, func(u unit) bool {
		return u.kind != stemma.Dateline && marksRelease(u.text, releases)
	})
	if at < 1 || !titleBehind(head[at+1:]) {
		at = 0
		next := slices.IndexFunc(head[1:], func(u unit) bool { return u.kind == stemma.Paragraph })
		if next < 0 || !isMasthead(name) || !releases.Begins(head[1+next].text) {
			return ""
		}
	}
	for i := range at + 1 {
		head[i].kind = stemma.Boilerplate
	}
	if allCaps(name) {
		return titled(in, name)
	}
	return name
}

// issuerBelow reads who issues a press release off the line below the one that says that it is one.
func issuerBelow(in *who.Inside, head []unit) string {
	at := 1 + slices.IndexFunc(head[1:], func(u unit) bool { return u.kind == stemma.Paragraph })
	if at == 0 || head[at].stanza || !namesIssuer(head[at].text) || strings.Contains(head[at].text, "\n") {
		return ""
	}
	if rest := head[at+1:]; len(rest) == 0 || !rest[0].stanza || !titleBehind(rest) {
		return ""
	}
	head[0].kind, head[at].kind = stemma.Boilerplate, stemma.Boilerplate
	if allCaps(head[at].text) {
		return titled(in, head[at].text)
	}
	return oneLine(head[at].text)
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
