package extract

import (
	"slices"
	"strings"
	"time"

	"stemma"
	who "stemma/internal/name"
)

// facts is what a text says about itself.
type facts struct {
	title  string
	url    string
	outlet string
	byline []string

	published []stemma.Moment // as readers see them
	updated   []stemma.Moment
	labelled  bool // the visible dates say of what they are
	weekday   bool // the first visible date names its day of the week, and the right one
	// Dates that only machines read, the most trusted first; pages have them.
	machine        []told
	machineUpdated []stemma.Moment
	// hinted are dates that are taken where there is no other: that of the
	// address, of the title, of a line that may be about something else.
	hinted []stemma.Moment
	links  []link
	notes  []string // for the ledger
}

// edgeUnits is how many units at the end of a text can be its foot.
const edgeUnits = 12

// plainReader reads texts that are no pages.
type plainReader struct{ *lexicon }

// plainText reads a plain text: its units, and what they say about it. Every
// byte that is not white space is in exactly one unit.
func (x plainReader) plainText(text string, j *judge) ([]unit, facts) {
	j.lines = splitLines(j.lines[:0], text)
	units := unpaste(x.lexicon, text, x.group(text, j.lines))
	notesAbove(units)
	body := 0
	for body < len(units) {
		j.unit(&units[body], true)
		if units[body].kind == stemma.Paragraph && units[body].prose() && !headsBelow(units[:body+1]) &&
			!x.warns(units[body].text) {
			break
		}
		body++
	}
	for i := min(body+1, len(units)); i < len(units); i++ {
		j.unit(&units[i], i >= len(units)-edgeUnits)
	}
	var f facts
	labels := x.hostsIn(edges(units))
	f.outlet = x.letterhead(units, body, &f)
	f.outlet = x.head(units, body, labels, &f)
	x.headings(units, body)
	foot(units, body)
	x.gather(units, body, &f)
	x.nameOutlet(units, labels, &f)
	return units, f
}

// warns says whether a line above a title warns of what follows it, and so is text and no first paragraph: that a
// manuscript has not been reviewed.
func (x plainReader) warns(line string) bool {
	var room [1]word
	first := foldOnto(room[:0], line, len(room))
	if len(first) == 0 || x.furniture.after(0, first[0].form) == 0 {
		return false
	}
	_, n := x.furniture.at(foldMax(line, x.furniture.longest), 0, "above")
	return n > 0
}

// edges lists the first and the last lines of a text, where addresses stand
// that belong to the outlet.
func edges(units []unit) []string {
	var lines []string
	for i, u := range units {
		if i < edgeUnits || i >= len(units)-edgeUnits {
			lines = append(lines, u.text)
		}
	}
	return lines
}

// headings tells the headings of the body from its paragraphs.
func (x plainReader) headings(units []unit, body int) {
	for i := len(units) - 1; i > body; i-- {
		var next *unit
		if i+1 < len(units) {
			next = &units[i+1]
		}
		if units[i].kind == stemma.Paragraph && isHeading(units[i], next) {
			units[i].kind = stemma.Heading
		}
	}
}

// longParagraph is how many words a paragraph has that the foot of a text is
// not expected to hold; notes about the author and slogans are shorter.
const longParagraph = 26

// foot marks what follows the article: after the mark of a comment section
// everything, after other marks of a foot what is short.
func foot(units []unit, body int) {
	last, rest := lastLong(units, body), commentsAt(units, body)
	inFoot := false
	for i := body + 1; i < len(units); i++ {
		u := &units[i]
		inFoot = inFoot || i > last && has(u.furniture, "tail")
		trailing := i > last && !endsSentence(u.text) && units[i-1].kind == stemma.Boilerplate
		if (u.kind == stemma.Paragraph || u.kind == stemma.Heading) && (inFoot || i > rest || trailing) {
			u.kind = stemma.Boilerplate
		}
	}
}

// lastLong is the last long paragraph behind body, body where there is none.
func lastLong(units []unit, body int) int {
	for i := len(units) - 1; i > body; i-- {
		if units[i].kind == stemma.Paragraph && countWords(units[i].text, longParagraph) >= longParagraph {
			return i
		}
	}
	return body
}

// commentsAt is where a comment section begins behind body, and behind the first third of the
// text; len(units) where none does.
func commentsAt(units []unit, body int) int {
	for i := max(body, len(units)/3) + 1; i < len(units); i++ {
		if has(units[i].furniture, "rest") {
			return i
		}
	}
	return len(units)
}

// gather reads the dates, the byline and the address off the units: those of
// the head, of which body is the end, and of the foot what the head lacks.
func (x plainReader) gather(units []unit, body int, f *facts) {
	for i, u := range units {
		switch u.kind {
		case stemma.SourceURL:
			if f.url == "" && i < body && isWholeAddress(u.text) {
				f.url = u.text
			}
		case stemma.Dateline:
			x.dateBy(u, i > body, f)
		case stemma.BylineLine:
			if i > body && len(f.byline) > 0 && len(f.published) > 0 {
				continue
			}
			f.byline = append(f.byline, bylineNames(x.lexicon, u.text, i < body)...)
			f.date(x.dates(u.text), x.saysUpdated(u.text))
		default:
			if i < body && len(f.hinted) == 0 {
				f.hinted = x.datesAmong(u.text)
			}
		}
	}
	f.byline = distinct(x.inside, f.byline)
}

// dateBy takes the dates of a line that gives nothing else: of one in the foot where the head gives none, or where it
// says that the text itself is of that day.
func (x plainReader) dateBy(u unit, inFoot bool, f *facts) {
	d, _ := x.dateLine(u.text)
	if inFoot && len(f.published)+len(f.updated) > 0 {
		if !d.signed || !d.found[0].moment.Known() {
			return
		}
		f.published, f.updated = nil, nil
	}
	f.date(d.found, d.updated)
	f.byline = append(f.byline, d.byline...)
}

// isWholeAddress tells the address of a page from a bare host: it has a scheme, a path or "www.".
func isWholeAddress(s string) bool {
	_, full := who.CutScheme(s)
	return full || strings.Contains(s, "/") || strings.HasPrefix(s, "www.")
}

// bylineNames are the names in a byline; in the head a person's name alone is one.
func bylineNames(x *lexicon, s string, inHead bool) []string {
	if inside, found := strings.CutPrefix(s, "("); found { // "(Reporting by Ada Wren)"
		s = strings.TrimSuffix(inside, ")")
	}
	names, _, ok := x.bylineLine(s)
	if !ok && inHead && x.isPerson(s) {
		return []string{unshout(x.inside, s)}
	}
	return names
}

func (f *facts) date(found []dated, updated bool) {
	for i, d := range found {
		switch {
		case !d.moment.Known():
		case updated && i == len(found)-1:
			f.updated = append(f.updated, d.moment)
		default:
			f.published = append(f.published, d.moment)
		}
	}
}

// before drops the dates of publication after a page was saved: they are of
// something else. A zero time drops none.
func (f *facts) before(saved time.Time) {
	if saved.IsZero() {
		return
	}
	late := func(m stemma.Moment) bool { return m.Time.After(saved.Add(zoneSlack)) }
	for _, dates := range []*[]stemma.Moment{&f.published, &f.updated, &f.hinted, &f.machineUpdated} {
		*dates = slices.DeleteFunc(*dates, late)
	}
	f.machine = slices.DeleteFunc(f.machine, func(d told) bool { return late(d.Moment) })
}

// distinct drops repeated names.
func distinct(in *who.Inside, names []string) []string {
	seen := map[string]bool{}
	var kept []string
	for _, n := range names {
		if key := in.Squash(n); !seen[key] && n != "" {
			seen[key] = true
			kept = append(kept, n)
		}
	}
	return kept
}

func trimMarks(s string) string { return strings.Trim(s, " \t\u00a0|•·-–—:;,.*") }
