package extract

import (
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// dating gathers the dates of a page into what is known of it.
type dating struct {
	*lexicon
	f *facts
}

// pageDates gathers the dates of a page in the order of trust that
// docs/page-facts.md gives: those stated for machines, those that readers see
// beside the headline, and those that only hint at one.
func (x dating) pageDates(page *collector, kept []bool, about *pageFacts) {
	article, f := about.article(), x.f
	f.machine = x.tellAll(statedDates(article, about))
	for _, d := range x.tellAll(append([]string{article.updated}, about.updated...)) {
		f.machineUpdated = append(f.machineUpdated, d.Moment)
	}
	first := firstParagraph(x.lexicon, page.blocks, kept)
	x.stampDates(page, first)
	x.hints(about)
	x.visibleDates(page.blocks, headOf(x.inside, page.blocks, about.shown, first))
	f.weekday = f.weekday && article.published == "" // below a headline the day of the visit may stand too
	if len(f.published)+len(f.updated)+len(f.machine) == 0 && first < len(page.blocks) {
		x.dateBehind(page.blocks, kept)
		f.hinted = append(f.hinted, datelineOf(&x.calendar, page.blocks[first].text)...)
	}
}

// dateBehind takes a date below the article that is said to be that of its
// publication, where nothing above it gives one.
func (x dating) dateBehind(blocks []block, kept []bool) {
	last := len(blocks) - 1
	for last > 0 && !kept[last] {
		last--
	}
	for _, b := range blocks[max(0, last-1):min(len(blocks), last+1+nearBlocks)] {
		d, only, ok := x.dateIn(b)
		if ok && only && x.saysPublished(b.text) && b.marks&(inFigure|inCaption) == 0 {
			x.seen(b, d, x.f)
			return
		}
	}
}

// leadBytes is how far into its first paragraph the dateline of a report
// goes at most: "HARBOUR CITY, 14 March 2024 /Meridian Wire/ --".
const leadBytes = 90

// datelineOf is the date in the dateline of a report: behind a place and before
// the dash or slash that ends it.
func datelineOf(x *calendar, paragraph string) (days []stemma.Moment) {
	head := strings.ToValidUTF8(paragraph[:min(len(paragraph), leadBytes)], "")
	found := x.dates(head)
	if len(found) == 0 || !found[0].moment.Known() || !startsUpper(head) ||
		!strings.Contains(head[:found[0].start], ",") {
		return nil
	}
	rest := strings.TrimLeft(head[found[0].end:], " )")
	for _, mark := range []string{"-", "–", "—", "/", "(", ":"} {
		if strings.HasPrefix(rest, mark) {
			return []stemma.Moment{found[0].moment}
		}
	}
	return nil
}

// statedDates are the dates of publication that a page states for machines, the
// most trusted first: what its JSON-LD says of a video, last.
func statedDates(article ldArticle, about *pageFacts) []string {
	if article.video {
		return append(about.published[:len(about.published):len(about.published)], article.published)
	}
	return append([]string{article.published}, about.published...)
}

// tellAll reads dates as a machine writes them.
func (x *calendar) tellAll(stated []string) []told {
	var all []told
	for _, s := range stated {
		if m := x.stated(s); m.Known() && m.Time.Unix() != 0 { // 1970 by the second is "no date"
			all = append(all, told{m, x.hasZone(s)})
		}
	}
	return all
}

// firstParagraph is the first block of running text that is none of the page's own: a line on cookies may
// stand above the headline.
func firstParagraph(x *lexicon, blocks []block, kept []bool) int {
	for i, b := range blocks {
		if kept[i] && isRunningText(b) && x.furnitureLine(b.text) == nil {
			return i
		}
	}
	return len(blocks)
}

// articleHead is where the headline stands and the lines that belong to it: a
// range of blocks, of which those before the headline are trusted least.
type articleHead struct{ from, headline, to int }

func headOf(in *who.Inside, blocks []block, title string, first int) articleHead {
	if first == len(blocks) {
		return articleHead{}
	}
	headline := headlineAt(in, blocks, title, first)
	h := articleHead{max(0, min(headline, first)-nearBlocks/2), headline, min(len(blocks), first+nearBlocks/2)}
	if first-headline > 3*nearBlocks {
		h.from = max(h.from, first-nearBlocks)
	}
	return h
}

// visibleWords is how many words stand around a date in a line beside the
// headline at most, as in "A. Ruiz, Morning Show, 14 March 2024".
const visibleWords = 14

// visibleDates reads the dates that readers see in the head of the article.
// A line before the headline may be the date of the day on which the page was
// fetched, so it counts only where nothing else does, as do lines that say
// more than a date and a name.
func (x dating) visibleDates(blocks []block, h articleHead) {
	f := x.f
	var early, loose facts
	for i := h.from; i < h.to; i++ {
		b := blocks[i]
		d, only, ok := x.dateIn(b)
		switch {
		case !ok || b.marks&(inFigure|inCaption|inFurniture) != 0:
		case i < h.headline:
			if only {
				x.seen(b, d, &early)
			}
		case only, b.marks&(inDate|inByline) != 0:
			x.seen(b, d, f)
		default:
			x.seen(b, d, &loose)
		}
	}
	for _, weaker := range []facts{early, loose} {
		if len(f.published)+len(f.updated)+len(f.machine) == 0 && !contradicts(weaker.published, f.hinted) {
			f.published, f.updated = weaker.published, weaker.updated
		}
	}
}

// contradicts says whether none of the dates can be one that title or address
// hint at, where there is one: then it may be that of a picture.
func contradicts(dates, hinted []stemma.Moment) bool {
	if len(dates) == 0 || len(hinted) == 0 {
		return false
	}
	for _, h := range hinted {
		if agree(dates[0], h) {
			return false
		}
	}
	return true
}

// dateIn reads the dates of a short line; only says that it holds nothing else.
func (x *lines) dateIn(b block) (d dateLine, only, ok bool) {
	found := x.dates(b.text)
	if len(found) == 0 || countWords(b.text, visibleWords+9) > visibleWords+8 {
		return d, false, false
	}
	if d, only = x.dateLine(b.text); only {
		return d, true, true
	}
	if b.marks&(inDate|inByline) == 0 && endsSentence(b.text) || countWords(b.text, visibleWords+1) > visibleWords {
		return d, false, false
	}
	return dateLine{found: found, updated: x.saysUpdated(b.text)}, false, true
}

// seen takes the dates of a line. Of two, the word of change stands before
// that of the update.
func (x *lines) seen(b block, d dateLine, f *facts) {
	f.labelled = f.labelled || d.updated || x.saysPublished(b.text)
	if len(f.published) == 0 {
		f.weekday = x.namesWeekday(b.text, d.found[0].moment)
	}
	if d.updated && len(d.found) == 2 {
		// "Published 14 March 2024, updated 15 March 2024"
		first := x.saysUpdated(b.text[:d.found[0].start])
		f.date(d.found[:1], first)
		f.date(d.found[1:], !first)
		return
	}
	f.date(d.found, d.updated)
}

// saysUpdated says whether a date of change is announced in a line.
func (x *lines) saysUpdated(s string) bool { return x.says(s, "updated") }

// saysPublished says whether a date of publication is announced in a line.
func (x *lines) saysPublished(s string) bool { return x.says(s, "published") }

func (x *lines) says(s, attribute string) bool {
	for _, w := range foldMax(s, furnitureWords) {
		if x.dateWords.Is(w.form, attribute) {
			return true
		}
	}
	return false
}

// stampDates takes the time elements beside the headline for what the head of
// the page states, behind that.
func (x dating) stampDates(page *collector, first int) {
	f := x.f
	stamped := false
	for _, s := range page.stamps {
		if s.block > first+nearBlocks || s.block < first-3*nearBlocks || s.block >= len(page.blocks) {
			continue
		}
		b := page.blocks[s.block]
		m := x.stated(s.datetime)
		if !m.Known() || b.marks&(inFigure|inCaption|inFurniture) != 0 {
			continue
		}
		if s.updated || x.saysUpdated(b.text[min(s.start, len(b.text)):min(s.end, len(b.text))]) {
			f.machineUpdated = append(f.machineUpdated, m)
		} else if !stamped {
			f.machine, stamped = append(f.machine, told{m, x.hasZone(s.datetime)}), true
		}
	}
}

// hints are the dates in the title of the page and in its address, which are
// days or months.
func (x dating) hints(about *pageFacts) {
	f := x.f
	_, parts := cutTitle(x.inside, about.whole, about.sites)
	for _, part := range parts {
		if d, only := x.dateLine(part); only && d.found[0].moment.Known() {
			f.hinted = append(f.hinted, d.found[0].moment)
		}
	}
	if m := addressDate(about.url); m.Known() {
		f.hinted = append(f.hinted, m)
	}
}

// addressDate reads the date in the path of an address: /2024/05/07/ or
// /2024-05-07/, or only a year and a month.
func addressDate(url string) stemma.Moment {
	_, path, _ := strings.Cut(url, "://")
	parts := strings.Split(path, "/")
	for i, p := range parts {
		if len(p) >= 10 && digits(p[:4]) && p[4] == '-' && digits(p[5:7]) && p[7] == '-' && digits(p[8:10]) {
			return dayBetween(p[:4], p[5:7], p[8:10])
		}
		if len(p) != 4 || !digits(p) || i+1 >= len(parts) || len(parts[i+1]) != 2 || !digits(parts[i+1]) {
			continue
		}
		day := "00"
		if i+2 < len(parts) && len(parts[i+2]) == 2 && digits(parts[i+2]) {
			day = parts[i+2]
		}
		return dayBetween(p, parts[i+1], day)
	}
	return stemma.Moment{}
}

// dayBetween is a day of a year that a page on the web can have.
func dayBetween(year, month, day string) stemma.Moment {
	if year < "1990" || year > "2199" {
		return stemma.Moment{}
	}
	return calendarMoment(number(year), number(month), number(day))
}

// isRunningText says whether a block is a sentence of some length that is no caption.
func isRunningText(b block) bool {
	inText := b.marks&(inFigure|inCaption) == 0
	return inText && endsSentence(b.text) && countWords(b.text, solidWords) >= solidWords
}
