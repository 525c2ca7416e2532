package extract

import (
	"strings"

	"stemma"
)

// nearBlocks is how far, in blocks, the byline and the date line stand from
// the headline or the first paragraph at most.
const nearBlocks = 8

// settlePage gives what a page says about itself: what it states to machines
// first, what readers see beside the headline second.
func (x *lexicon) settlePage(page *collector, kept []bool, about *pageFacts) facts {
	f := facts{title: about.title, url: about.url}
	article := about.article()
	near := x.near(page.blocks, kept, about.title)
	f.machine = x.moments(append([]string{article.published}, about.published...))
	f.machineUpdated = x.moments(append([]string{article.updated}, about.updated...))
	for _, b := range near {
		x.seen(b, &f)
	}
	if len(f.machine) == 0 {
		x.stampDates(page, kept, &f)
	}
	f.byline = x.pageByline(page.blocks, near, article, about)
	f.outlet = x.pageOutlet(page.blocks, article, about)
	return f
}

// article is the article of the JSON-LD that the page is about: the one with
// the page's headline, else the first.
func (f *pageFacts) article() ldArticle {
	var pick ldArticle
	for i, a := range f.linked {
		if i == 0 || pick.page && !a.page {
			pick = a
		}
		if !a.page && repeats(a.headline, f.title) {
			return a
		}
	}
	return pick
}

func (x *lexicon) moments(stated []string) []stemma.Moment {
	var all []stemma.Moment
	for _, s := range stated {
		if m := x.stated(s); m.Known() {
			all = append(all, m)
		}
	}
	return all
}

// near lists the short blocks around the headline and before the first
// paragraph, where byline and date stand.
func (x *lexicon) near(blocks []block, kept []bool, title string) []block {
	first := len(blocks)
	for i, b := range blocks {
		if kept[i] && b.marks&(inFigure|inCaption) == 0 && endsSentence(b.text) && countWords(b.text, solidWords) >= solidWords {
			first = i
			break
		}
	}
	if first == len(blocks) {
		return nil
	}
	headline := headlineAt(blocks, title, first)
	from, to := max(0, min(headline, first)-nearBlocks/2), min(len(blocks), first+nearBlocks/2)
	if first-headline > 3*nearBlocks {
		from = max(from, first-nearBlocks)
	}
	var near []block
	for _, b := range blocks[from:to] {
		if countWords(b.text, bylineWords) < bylineWords && squash(b.text) != squash(title) {
			near = append(near, b)
		}
	}
	return near
}

// visibleWords is how many words stand around a date in a line beside the
// headline at most, as in "A. Ruiz, Morning Show, 14 March 2024".
const visibleWords = 14

// seen reads the dates that readers see in a block beside the headline.
func (x *lexicon) seen(b block, f *facts) {
	found := x.dates(b.text)
	if len(found) == 0 || countWords(b.text, visibleWords+9) > visibleWords+8 {
		return
	}
	d, only := x.dateLine(b.text)
	if !only && (b.marks&(inDate|inByline) == 0 && endsSentence(b.text) || countWords(b.text, visibleWords+1) > visibleWords) {
		return
	}
	if !only {
		d = dateLine{found: found, updated: strings.Contains(strings.ToLower(b.text), "updated")}
	}
	if d.updated && len(d.found) == 2 {
		// "Published 14 March 2024, updated 15 March 2024"
		f.date(d.found[:1], updatedFirst(b.text))
		f.date(d.found[1:], !updatedFirst(b.text))
		return
	}
	f.date(d.found, d.updated)
}

// updatedFirst says whether a line with two dates gives that of the update
// first.
func updatedFirst(s string) bool {
	s = strings.ToLower(s)
	u, p := strings.Index(s, "updated"), strings.Index(s, "published")
	return u >= 0 && (p > u || u == 0)
}

// stampDates takes the time elements beside the headline for machine dates
// where the head of the page has none.
func (x *lexicon) stampDates(page *collector, kept []bool, f *facts) {
	first := len(page.blocks)
	for i, b := range page.blocks {
		if kept[i] && countWords(b.text, solidWords) >= solidWords && endsSentence(b.text) {
			first = i
			break
		}
	}
	for _, s := range page.stamps {
		m := x.stated(s.datetime)
		if !m.Known() || s.block > first+nearBlocks || s.block < first-3*nearBlocks {
			continue
		}
		if s.updated {
			f.machineUpdated = append(f.machineUpdated, m)
		} else if len(f.machine) == 0 {
			f.machine = append(f.machine, m)
		}
	}
}

// pageByline names the writers of a page.
func (x *lexicon) pageByline(blocks, near []block, article ldArticle, about *pageFacts) []string {
	var names []string
	for _, stated := range [][]string{article.authors, about.byline} {
		for _, by := range stated {
			names = append(names, x.cleanNames(by)...)
		}
		if len(names) > 0 {
			return distinct(names)
		}
	}
	for _, b := range near {
		if by, _, ok := x.bylineLine(b.text); ok {
			names = append(names, by...)
		} else if b.marks&inByline != 0 {
			names = append(names, x.names(x.beforeDate(b.text))...)
		} else if lead := x.beforeDate(b.text); lead != b.text && countWords(lead, headingWords) < headingWords {
			if by := x.names(lead); len(by) > 0 && x.given.Has(firstWord(by[0])) {
				names = append(names, by...)
			}
		}
	}
	return distinct(names)
}

// pageOutlet names the outlet of a page.
func (x *lexicon) pageOutlet(blocks []block, article ldArticle, about *pageFacts) string {
	for _, stated := range append([]string{article.publisher}, about.sites...) {
		if stated != "" && !isAddress(stated) {
			return stated
		}
	}
	host := hostOf(about.url)
	label := ""
	if host != "" {
		label = x.label(host, about.url)
	}
	_, parts := cutTitle(about.whole, about.sites)
	for i := len(parts) - 1; i >= 0; i-- {
		if label != "" && spells(label, parts[i]) || x.named[squash(parts[i])] != "" || x.isBrand(blocks, parts[i]) {
			return parts[i]
		}
	}
	if owner := x.pageOwner(blocks); owner != "" && (label == "" || spells(label, owner)) {
		return owner
	}
	if host != "" {
		return x.outletOf(about.url, nil)
	}
	if len(parts) > 0 {
		return parts[len(parts)-1]
	}
	return ""
}

// isBrand says whether a name stands alone in a block of the page.
func (x *lexicon) isBrand(blocks []block, name string) bool {
	for _, b := range blocks {
		if len(b.text) < 100 && strings.EqualFold(b.text, name) {
			return true
		}
	}
	return false
}

// pageOwner reads the owner off the copyright line at the end of a page.
func (x *lexicon) pageOwner(blocks []block) string {
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-3*nearBlocks; i-- {
		if countWords(blocks[i].text, furnitureWords) < furnitureWords {
			if name := x.copyright(blocks[i].text); name != "" {
				return name
			}
		}
	}
	return ""
}
