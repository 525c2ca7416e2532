package extract

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
)

// head tells title, deck, masthead and slogan among the units before the one at body, the first
// paragraph. It returns the outlet that a masthead names where none is known, or "".
func (x plainReader) head(units []unit, body int, labels []string, f *facts) string {
	outlet, lines := x.mast(units, x.titleLines(units[:body]), labels, f.outlet)
	for n, i := range lines {
		units[i].kind = x.kindOfLine(units[i].text, f.title != "" || n+1 < len(lines))
		if units[i].kind != stemma.Paragraph {
			continue
		}
		switch {
		case x.arePeople(units[i].text):
			units[i].kind = stemma.BylineLine
		case f.title == "":
			units[i].kind, f.title = stemma.TitleSegment, withoutLabel(oneLine(units[i].text))
			f.title = withoutOutlet(x.inside, f.title, outlet)
		case outlet == "" && nameLine(units, i):
			units[i].kind, outlet = stemma.Boilerplate, oneLine(units[i].text)
		default:
			units[i].kind = deckKind(units[:i], units[i])
		}
	}
	return outlet
}

// mast reads the outlet off the first of the lines, where none is known, and gives the lines that are neither
// its name nor a slogan below it.
func (x plainReader) mast(units []unit, lines []int, labels []string, outlet string) (name string, rest []int) {
	for n := 0; n < len(lines) && n < 2 && outlet == ""; n++ {
		i := lines[n]
		name, sure := x.topLine(units, lines, n, labels)
		if name == "" || !sure && (n > 0 || len(lines) == 1) {
			continue
		}
		outlet = name
		if len(lines) == 1 {
			break
		}
		units[i].kind = stemma.Boilerplate
		lines = append(lines[:n], lines[n+1:]...)
		if isSlogan(units, lines[n:], i) {
			units[lines[n]].kind = stemma.Boilerplate
			lines = append(lines[:n], lines[n+1:]...)
		}
	}
	return outlet, lines
}

// topLine reads the name of an outlet off the n-th of the lines at the top.
func (x plainReader) topLine(units []unit, lines []int, n int, labels []string) (name string, sure bool) {
	name, sure = x.masthead(units[lines[n]].text, labels)
	if sure || n > 0 {
		return name, sure
	}
	_, tail, cut := cutMark(units[lines[0]].text)
	if set := x.numbered(units); set != "" && lines[0] == 0 {
		return set, true
	}
	if set := x.capitals(units, lines); set != "" {
		return set, cut && usesName(units[1:], set)
	}
	isMotto := cut && !allCaps(tail) && !strings.Contains(units[lines[0]].text, "|")
	if isMotto && !x.endsName(name) && !usesName(units[1:], name) {
		return "", false // a title with a dash: "FERRY STOPS - owner blames fuel"
	}
	return name, false
}

// subjectLabel stands before the title of a letter that was saved as text (RFC 5322, 3.6.5).
const subjectLabel = "Subject:"

// withoutLabel is the title of a letter without what tells that it is one.
func withoutLabel(title string) string {
	return strings.TrimSpace(strings.TrimPrefix(title, subjectLabel))
}

// capitals is the name in capitals that opens a text above its title: with the date right below
// it, with a slogan in the next line, or with one behind a dash where the text uses the name.
func (x plainReader) capitals(units []unit, lines []int) string {
	if lines[0] != 0 {
		return ""
	}
	first, slogan, _ := strings.Cut(units[0].text, "\n")
	name := withoutIssue(beforeSeparators(first))
	isWhole := len(name) == len(first)
	switch {
	case !isMasthead(name):
		return ""
	case x.isDatedBlock(units, slogan) &&
		(isWhole || !allCaps(first[len(name):]) || usesName(units[1:], titled(x.inside, name))):
		return titled(x.inside, withoutFrequency(name))
	case len(lines) < 2:
		return ""
	case !isWhole:
		if name = titled(x.inside, name); !hasDigit(first[len(first)-1:]) && !usesName(units[1:], name) {
			return ""
		}
	case !hasSlogan(units, lines, slogan):
		return ""
	}
	return titled(x.inside, name)
}

// hasSlogan says whether a slogan stands below the first of the lines, in the same unit or the
// next one, or a date does.
func hasSlogan(units []unit, lines []int, slogan string) bool {
	isSet := len(units) > 1 && units[1].kind == stemma.Dateline || isSlogan(units, lines[1:], 0)
	return (slogan != "" || isSet) && !allCaps(slogan) && !strings.Contains(slogan, "\n")
}

// isDatedBlock says whether a line of the block that begins a text, below its first one, gives a day among other
// things.
func (x plainReader) isDatedBlock(units []unit, rest string) bool {
	for _, u := range units[1:] {
		if u.stanza || u.prose() {
			break
		}
		rest += "\n" + u.text
	}
	return slices.ContainsFunc(strings.Split(rest, "\n"), func(line string) bool { return len(x.datesAmong(line)) > 0 })
}

// withoutFrequency cuts the number at which a station is heard off its name: "QUAY RADIO 94.3".
func withoutFrequency(name string) string {
	at := strings.LastIndexByte(name, ' ')
	if at < 0 || strings.Trim(name[at+1:], "0123456789.") != "" || countWords(name[:at], 2) < 2 {
		return name
	}
	return name[:at]
}

// isMasthead says whether a line is a few words in capitals, as a paper is headed with.
func isMasthead(line string) bool {
	n := countWords(line, maxNameWords+1)
	return allCaps(line) && n > 1 && n <= maxNameWords && !endsSentence(line) && !strings.ContainsAny(line, ":?!;,\"")
}

// headsBelow says whether the last of some units is the title of a text, however long: a line that
// ends no sentence, below a masthead and the date.
func headsBelow(units []unit) bool {
	last := len(units) - 1
	if last < 2 || !isMasthead(units[0].text) || units[1].kind != stemma.Dateline {
		return false
	}
	for _, u := range units[1:last] {
		if u.kind == stemma.Paragraph {
			return false
		}
	}
	text := units[last].text
	return !endsSentence(text) && !strings.Contains(text, "\n")
}

// unknownLines are the units that are not known as something else than text.
func unknownLines(units []unit) (lines []int) {
	for i := range units {
		if units[i].kind == stemma.Paragraph {
			lines = append(lines, i)
		}
	}
	return lines
}

// titleLines are the unknown lines but for those that warn of what follows.
func (x plainReader) titleLines(units []unit) (lines []int) {
	return slices.DeleteFunc(unknownLines(units), func(i int) bool { return x.warns(units[i].text) })
}

// isSlogan says whether the first of the lines stands right below the masthead, the unit at i, and
// is set apart from what follows.
func isSlogan(units []unit, lines []int, i int) bool {
	return len(lines) > 1 && lines[0] == i+1 && !units[lines[0]].stanza && units[lines[1]].stanza
}

// nameLine says whether a line under the title names the outlet, by its place
// and form: a few capitalised words next to the date or the byline.
func nameLine(units []unit, i int) bool {
	s := units[i].text
	n := countWords(s, maxNameWords)
	if n < 2 || n >= maxNameWords || !looksTitled(s) || endsSentence(s) || strings.ContainsAny(s, ":?!;\n\"“”") {
		return false
	}
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(units) && (units[k].kind == stemma.Dateline || units[k].kind == stemma.BylineLine) {
			return true
		}
	}
	return false
}

// masthead reads the name of an outlet off a line at the top. It is sure when
// an address in the text spells the name, or the name is a known one.
func (x plainReader) masthead(s string, labels []string) (name string, sure bool) {
	name = beforeSeparators(s)
	n := countWords(name, maxNameWords+1)
	if n == 0 || n > maxNameWords || endsSentence(name) || strings.ContainsAny(name, ":?!;\n") {
		return "", false
	}
	shown := name
	if allCaps(name) {
		shown = titled(x.inside, name)
	}
	for _, label := range labels {
		if spells(x.inside, label, name) {
			return shown, true
		}
	}
	if x.nobody.Is(strings.ToLower(name), "site") || x.releases.Is(name) {
		return "", false
	}
	if known := x.named[x.inside.Squash(name)]; known != "" {
		return known, true
	}
	if words := fold(name); len(words) > 0 && looksNamed(x.lexicon, name, words[len(words)-1].form, n) {
		return shown, false
	}
	return "", false
}

// beforeSeparators is what stands before the marks that part a site's name from what it is about:
// "Harbour Courier | News".
func beforeSeparators(s string) string {
	name := strings.TrimSpace(s)
	for _, sep := range []string{" -- ", " | ", " — ", " – ", " - ", " • "} {
		if before, _, found := strings.Cut(name, sep); found {
			name = strings.TrimSpace(before)
		}
	}
	return name
}

// looksNamed says whether a line of n words looks like an outlet's name: in title case with a last
// word that such names end with, "Selby Gazette", or one or two words in capitals, "THE BELL".
func looksNamed(x *lexicon, line, last string, n int) bool {
	if allCaps(line) && n <= 2 {
		return true
	}
	return n > 1 && titleCase(line) && x.heads.Is(last, "name")
}

// endsName says whether the last word of a name is one with which outlets' names end.
func (x plainReader) endsName(name string) bool {
	words := fold(name)
	return len(words) > 0 && x.heads.Is(words[len(words)-1].form, "name")
}

// nameOutlet settles the outlet of a plain text: its address, then its
// masthead, then a copyright line, then the feed whose footer it carries.
func (x plainReader) nameOutlet(units []unit, labels []string, f *facts) {
	owner, feed := "", ""
	for _, u := range units {
		switch u.kind {
		case stemma.Boilerplate:
			if name := x.copyright(u.text); name != "" {
				owner = name
			}
		case stemma.CreditLine:
			c := x.footerLine(u.text)
			if has(c.attributes, "feed") {
				feed = c.name
				if f.title == "" {
					f.title = postTitle(x.feeds, u.text)
				}
			}
		}
	}
	switch {
	case f.url != "":
		names := []string{f.outlet}
		for _, u := range units[:min(edgeUnits, len(units))] {
			names = append(names, oneLine(u.text))
		}
		f.outlet = x.outletOf(f.url, append(names, owner))
	case f.outlet != "":
	case owner != "":
		f.outlet = owner
	default:
		f.outlet = feed
	}
}

// copyright reads the owner off a line such as "© 2024 Harbour Courier. All
// rights reserved".
func (x *writers) copyright(s string) string {
	low := strings.ToLower(s)
	if !strings.Contains(s, "©") && !strings.Contains(low, "(c) ") && !x.saysRights(low) {
		return ""
	}
	isMark := func(r rune) bool { return strings.ContainsRune("©|–—•·.,()\n", r) }
	for _, part := range strings.FieldsFunc(s, isMark) {
		for _, part := range strings.Split(part, " - ") {
			name := x.owner(part)
			if name != "" {
				return name
			}
		}
	}
	return ""
}

// owner strips years and legal words from a piece of a copyright line.
func (x *writers) owner(part string) string {
	var kept []string
	for _, field := range strings.Fields(part) {
		switch form := foldWord(field); {
		case form == "" || form == "0" || x.beginsRights(form) || form == "c" && len(kept) == 0:
		case strings.Trim(form, "0123456789-–") == "":
		case len(kept) == 0 && x.isLead(field): // "© 2024 by"
		default:
			kept = append(kept, field)
		}
	}
	name := strings.Join(kept, " ")
	if len(kept) == 0 || len(kept) > maxNameWords || !looksTitled(name) || x.furnitureLine(name) != nil {
		return ""
	}
	return name
}

// postTitle is the title that a feed's footer names: "The post … appeared first on …".
func postTitle(feeds language.Table, s string) string {
	line := oneLine(s)
	for _, opens := range feeds.Entries() {
		n := len(opens)
		if len(line) <= n || line[n] != ' ' || line[:n] != capitalised(opens) {
			continue
		}
		if title, _, found := strings.Cut(line[n+1:], " "+feeds.Text(opens)+" "); found {
			return strings.TrimSpace(title)
		}
	}
	return ""
}

// oneLine folds white space to single blanks. Most titles are so already.
func oneLine(s string) string {
	for at, blank := 0, true; at < len(s); {
		space, n := spaceAt(s, at)
		if at += n; space && (blank || s[at-1] != ' ' || at == len(s)) {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = space
	}
	return s
}

// deckKind is what a line of the head is that is nothing else: a deck or, behind a
// line with a date or a writer, the short sentence with which the text begins.
func deckKind(before []unit, u unit) stemma.SegmentKind {
	signed := slices.ContainsFunc(before, func(line unit) bool {
		return line.kind == stemma.Dateline || line.kind == stemma.BylineLine
	})
	if signed && endsSentence(u.text) {
		return stemma.Paragraph
	}
	return stemma.Heading
}

// looksTitled says whether a text begins with a capital and is written as titles are.
func looksTitled(s string) bool { return titleCase(s) && startsUpper(s) }

// saysRights says whether a line in small letters has a word for rights.
func (x *writers) saysRights(low string) bool {
	for word := range x.rights.All() {
		if strings.Contains(low, word) {
			return true
		}
	}
	return false
}

// beginsRights says whether a word begins with one for rights: "copyright2024".
func (x *writers) beginsRights(form string) bool {
	for word := range x.rights.All() {
		if strings.HasPrefix(form, word) {
			return true
		}
	}
	return false
}
