package extract

import (
	"slices"
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// kindOfLine is what a line of the head is by itself: where in a paper or from where and when, or
// what every line is; more says that another one is the title or may be it.
func (x plainReader) kindOfLine(line string, more bool) stemma.SegmentKind {
	switch {
	case x.isSheet(line), more && (isNumbered(line) || isMenu(line) || isKeyed(line) || x.isLabelLine(line)):
		return stemma.Boilerplate
	case more && x.isSetDate(line):
		return stemma.Dateline
	case more && x.isPlaceAndDate(line), strings.Contains(line, " | ") && len(x.datesAmong(line)) > 0:
		return stemma.Dateline
	}
	return stemma.Paragraph
}

// isSheet says whether a line says where in a paper a text stands: "Home news, page 4".
func (x plainReader) isSheet(line string) bool {
	_, sheet, found := strings.Cut(line, ",")
	words := fold(sheet)
	a, n := x.furniture.at(words, 0, "line")
	return found && a != nil && n == len(words)
}

// isPlaceAndDate says whether a line gives a place and a day: "Old Quay, 7 May 2024".
func (x plainReader) isPlaceAndDate(line string) bool {
	place, date, _ := strings.Cut(line, ", ")
	if !mayHaveDay(date) {
		return false
	}
	d, ok := x.dateLine(date)
	return ok && d.found[0].moment.IsDay() && countWords(place, mostPlaceWords+1) <= mostPlaceWords &&
		looksTitled(place)
}

// mostPlaceWords is how many words the name of a place has at most: "Old Quay St. Mary".
const mostPlaceWords = 4

// isNumbered says whether a line is nothing but what a document is called and its number: "Notice 2025/17".
func isNumbered(line string) bool {
	if strings.IndexByte(line, '/') < 0 {
		return false
	}
	fields := strings.Fields(line)
	n := len(fields)
	if n < 2 || n > mostPlaceWords || !isLetters(strings.Join(fields[:n-1], "")) {
		return false
	}
	return strings.Contains(fields[n-1], "/") && digits(strings.ReplaceAll(fields[n-1], "/", ""))
}

// isLabelLine says whether a line is a word for texts of some kind and nothing else: "PRESS RELEASE", "FACT CHECK".
func (x plainReader) isLabelLine(line string) bool {
	return marksRelease(line, x.releases) || x.nobody.Is(strings.ToLower(line), "site")
}

// isKeyed says whether a line is the keywords of an agency's text, with commas and no blanks:
// "Ferry-Winter,2nd Ld,410".
func isKeyed(line string) bool {
	keys := strings.Split(line, ",")
	return len(keys) > 2 && !slices.ContainsFunc(keys, func(key string) bool { return key == "" || key[0] == ' ' })
}

// leastColumns is how many columns the menu of a page has at least that was saved as text.
const leastColumns = 3

// isMenu says whether a line is a menu in columns: "Browse   Submit   About".
func isMenu(line string) bool {
	if strings.IndexByte(line, '|') < 0 && strings.IndexByte(line, '\t') < 0 && !strings.Contains(line, "   ") {
		return false // one column
	}
	columns := strings.FieldsFunc(columned.Replace(line), func(r rune) bool { return r == '|' })
	isLong := func(s string) bool { return countWords(s, 3) > 2 }
	return len(columns) >= leastColumns && !slices.ContainsFunc(columns, isLong)
}

var columned = strings.NewReplacer("\t", "|", "   ", "|")

// isSetDate says whether a line begins with a date, behind which other things stand, or has one that dashes set apart:
// "Tue 7 May 2024, item 5", "Posted 7 May 2024. Version 1.", "THE LATE HOUR - TUESDAY 7 MAY 2024".
func (x plainReader) isSetDate(line string) bool {
	if !mayHaveDay(line) {
		return false
	}
	parts := strings.FieldsFunc(apart.Replace(line), isApart)
	isDay := func(s string) bool {
		d, ok := x.dateLine(s)
		return ok && d.found[0].moment.IsDay()
	}
	if len(parts) > 1 {
		return slices.ContainsFunc(parts, isDay)
	}
	parts = strings.Split(line, ", ")
	for n := 1; n < min(len(parts), mostParts); n++ {
		if isDay(strings.Join(parts[:n], ", ")) {
			return true
		}
	}
	first, _, found := strings.Cut(line, ". ")
	return found && isDay(first)
}

func isApart(r rune) bool { return r == '/' || r == '\n' || strings.ContainsRune(pieceMarks, r) }

// apart puts a mark where the columns of a line, or a dash, set what stands in it apart.
var apart = strings.NewReplacer("\t", "|", "   ", "|", " - ", "|", " -- ", "|", " – ", "|", " — ", "|")

// mostParts is how many parts of a line between commas are looked at for a date.
const mostParts = 6

// datesAmong are the days that stand by themselves in a line of the head, beside other things:
// "five things with your toast / Wednesday 4 June 2025", "Friday 7 March 2025, page 2".
func (x plainReader) datesAmong(text string) (days []stemma.Moment) {
	if !mayHaveYear(text) {
		return nil
	}
	for _, piece := range strings.FieldsFunc(apart.Replace(text), isApart) {
		day := x.dayAmong(strings.Split(piece, ","), ",")
		if !day.Known() {
			day = x.dayAmong(strings.Split(piece, ". "), ". ")
		}
		if day.Known() {
			days = append(days, day)
		}
	}
	return days
}

// mayHaveYear says whether the figures of a year of our time stand in a line, or a date in figures: most
// lines of a text have neither, and need not be read as dates.
func mayHaveYear(line string) bool {
	return strings.Contains(line, "20") || strings.Contains(line, "19") || strings.Contains(line, "/")
}

// mayHaveDay says whether what a day with its year is told by can stand in a text: four figures in a row,
// or two full stops that part a year in two figures from the rest.
func mayHaveDay(s string) bool {
	figures, stops := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			if figures++; figures == len("2024") {
				return true
			}
			continue
		case c == '.':
			if stops++; stops == 2 {
				return true
			}
		}
		figures = 0
	}
	return false
}

// dayAmong is the day that some of the parts of a line give, and nothing else: the most of them that do.
func (x plainReader) dayAmong(parts []string, mark string) stemma.Moment {
	parts = parts[:min(len(parts), mostParts)]
	for n := len(parts); n > 0; n-- {
		for from := 0; from+n <= len(parts); from++ {
			joined := strings.Join(parts[from:from+n], mark)
			if !mayHaveDay(joined) {
				continue
			}
			if d, ok := x.dateLine(joined); ok && d.found[0].moment.IsDay() {
				return d.found[0].moment
			}
		}
	}
	return stemma.Moment{}
}

// mostIssueWords is how many words the number of an issue has: "issue no. 212".
const mostIssueWords = 3

// withoutIssue cuts the number of an issue off a masthead: "THE EARLY CUP, no. 212", "THE EARLY CUP #212".
func withoutIssue(name string) string {
	at := strings.LastIndexAny(name, ",:|•·#")
	if at <= 0 || !hasDigit(name[len(name)-1:]) {
		return name
	}
	if n := countWords(name[at+1:], mostIssueWords+1); n > mostIssueWords || n < 2 && name[at] != '#' {
		return name
	}
	return strings.TrimRight(name[:at], " ,:|•·#")
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// usesName says whether some units name an outlet, word by word.
func usesName(units []unit, name string) bool {
	return slices.ContainsFunc(units, func(u unit) bool { return strings.Contains(u.text, name) })
}

// withoutOutlet cuts the outlet's name off the front of a title: "RADIO OLD QUAY - BREAKFAST".
func withoutOutlet(in *who.Inside, title, outlet string) string {
	before, after, found := cutMark(title)
	if found && outlet != "" && in.Squash(before) == in.Squash(outlet) {
		return strings.TrimSpace(after)
	}
	return title
}

// cutMark cuts a line at the first of the marks that part the name of a site from what else stands there.
func cutMark(line string) (before, after string, found bool) {
	before = line
	for _, mark := range titleMarks {
		if b, a, is := strings.Cut(line, mark); is && len(b) < len(before) {
			before, after, found = b, a, true
		}
	}
	return before, after, found
}

// isIssue says whether a line, or a part of one, is the number of an issue: "No. 41", "Vol. 12".
func (x plainReader) isIssue(part string) bool {
	short, number, found := strings.Cut(strings.TrimSpace(part), " ")
	return found && len(short) <= longestIssueWord && isLetters(strings.TrimRight(short, ".")) &&
		digits(strings.TrimRight(number, ".")) && len(x.dates(part)) == 0 && x.furnitureLine(part) == nil &&
		x.months[strings.ToLower(short)] == 0
}

// longestIssueWord is how long the word for the number of an issue is at most.
const longestIssueWord = 6

// numbered is the name that opens a text, with the numbers of volume and issue behind it or right below: "Ferry
// Studies, Vol. 12, No. 3 (2024)".
func (x plainReader) numbered(units []unit) string {
	name, rest, _ := strings.Cut(units[0].text, ", ")
	if rest == "" && len(units) > 1 && !units[1].stanza {
		rest = units[1].text
	}
	first := strings.FieldsFunc(apart.Replace(rest), func(r rune) bool { return r == ',' || isApart(r) })
	n := countWords(name, maxNameWords+1)
	if n < 2 || n > maxNameWords || !looksTitled(name) || endsSentence(name) || len(first) == 0 {
		return ""
	}
	if !x.isIssue(first[0]) {
		return ""
	}
	if allCaps(name) {
		return titled(x.inside, name)
	}
	return name
}
