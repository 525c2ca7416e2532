package extract

import (
	"slices"
	"strings"
	"unicode"

	"stemma/internal/language"
	who "stemma/internal/name"
)

// nearBlocks is how far, in blocks, the byline and the date line stand from
// the headline or the first paragraph at most.
const nearBlocks = 8

// settler tells what a page says about itself.
type settler struct {
	*lexicon
	page  *collector
	kept  []bool
	about *pageFacts
}

// settlePage gives what a page says about itself: what it states to machines
// first, what readers see beside the headline second.
func (x *settler) settlePage() facts {
	about, blocks := x.about, x.page.blocks
	article := about.article()
	if about.url == "" {
		about.url = resolve("", article.url)
	}
	f := facts{title: about.title, url: about.url, notes: liveNote(article)}
	dating{x.lexicon, &f}.pageDates(x.page, x.kept, about)
	f.hinted = append(f.hinted, x.issueDays(blocks, about.top)...)
	f.byline = x.pageByline(x.near(blocks), article)
	f.outlet = x.pageOutlet(article)
	return f
}

// article is the article of the JSON-LD that the page is about: the one with
// the page's headline or address, else the first that is not one of a list.
func (f *pageFacts) article() ldArticle {
	best, most := ldArticle{}, 0
	for _, a := range f.linked {
		if trust := f.trust(a); trust > most {
			best, most = a, trust
		}
	}
	return best
}

// trust says how surely an article of the JSON-LD is that of the page; 0 that
// it is not.
func (f *pageFacts) trust(a ldArticle) int {
	switch {
	case !a.page && repeats(f.inside, a.headline, f.title):
		return 4
	case !a.page && f.url != "" && resolve("", a.url) == f.url:
		return 3
	case a.listed, a.video && !repeats(f.inside, a.headline, f.title):
		return 0
	case a.page:
		return 1
	}
	return 2
}

// near lists the short blocks around the headline and before the first
// paragraph, where byline and date stand.
func (x *settler) near(blocks []block) []block {
	first, title := firstParagraph(x.lexicon, blocks, x.kept), x.about.shown
	if first == len(blocks) {
		return nil
	}
	headline := headlineAt(x.inside, blocks, title, first)
	from, to := max(0, min(headline, first)-nearBlocks/2), min(len(blocks), first+nearBlocks/2)
	if first-headline > 3*nearBlocks {
		from = max(from, first-nearBlocks)
	}
	var near []block
	for _, b := range blocks[from:to] {
		if countWords(b.text, bylineWords) < bylineWords && x.inside.Squash(b.text) != x.inside.Squash(title) {
			near = append(near, b)
		}
	}
	return near
}

// pageByline names the writers of a page.
func (x *settler) pageByline(near []block, article ldArticle) []string {
	blocks, about := x.page.blocks, x.about
	var names, outlets []string
	for _, stated := range [][]string{article.authors, about.byline} {
		for _, by := range stated {
			if !x.namesSomebody(by) {
				continue
			}
			for _, name := range x.cleanNames(by) {
				if about.isOutlet(x.lexicon, name, article.publisher) {
					outlets = append(outlets, name)
				} else {
					names = append(names, name)
				}
			}
		}
		if !slices.ContainsFunc(names, func(name string) bool { return !x.isTeam(name) }) {
			outlets, names = append(outlets, names...), nil // a line on the page may name who it was
		}
		if len(names) > 0 {
			return distinct(x.inside, names)
		}
	}
	for _, b := range near {
		if b.marks&(inFurniture|inFigure|inCaption) == 0 {
			names = append(names, seenWriters(x.lexicon, b, blocks)...)
		}
	}
	for i := len(blocks) - 1; i >= 0 && len(names) == 0; i-- {
		if by, strong, ok := x.bylineLine(blocks[i].text); ok && strong && blocks[i].marks&inFurniture == 0 {
			names = by // "Author: A. Ruiz" below the article
		}
	}
	if len(names) == 0 {
		names = outlets // which is better than nobody
	}
	return distinct(x.inside, names)
}

// seenWriters are those whom a line beside the headline names: after "By", by
// its class or its link, or before a date.
func seenWriters(x *lexicon, b block, blocks []block) []string {
	if by := besideAgency(x, b.text); by != "" {
		return []string{by}
	}
	if by, strong, ok := x.bylineLine(b.text); ok {
		if !strong && b.linked == len(b.text) && !linksWriter(x, b) && b.marks&inByline == 0 {
			return nil // a tag: the report is about that agency
		}
		return by
	}
	lead := x.beforeDate(b.text)
	switch {
	case b.marks&inByline != 0:
		if by := x.names(withoutLead(&x.writers, lead)); len(by) > 0 {
			return by
		}
		return namesBetween(x, b)
	case lead == "":
		return behindDate(x, b.text)
	case lead == b.text || countWords(lead, headingWords) >= headingWords:
		return nil
	}
	by := x.names(lead)
	if len(by) > 0 && (x.writers.given.Has(firstWord(by[0])) || namesWriter(x, lead, b.text, blocks)) {
		return by
	}
	return nil
}

// besideAgency is the writer in a line that names one and the agency that she
// works for: "ADA WREN, Meridian Wire".
func besideAgency(x *lexicon, line string) string {
	name, agency, found := strings.Cut(strings.TrimSpace(withoutLead(&x.writers, line)), ", ")
	if !found || !x.agencies.Has(strings.ToLower(agency)) || !isName(x.inside, name) || countWords(name, 2) < 2 {
		return ""
	}
	return unshout(x.inside, name)
}

// namesBetween are the names of two words or more that elements of a byline
// part from the rest of it.
func namesBetween(x *lexicon, b block) (names []string) {
	from := 0
	for _, at := range append(b.seams, len(b.text)) {
		part := strings.TrimSpace(b.text[min(from, at):min(at, len(b.text))])
		if countWords(part, 2) == 2 {
			names = append(names, x.names(part)...)
		}
		from = at
	}
	return names
}

// behindDate are the writers whom a line names behind its date: after "By", or
// by a known given name.
func behindDate(x *lexicon, line string) []string {
	found := x.dates(line)
	if len(found) == 0 {
		return nil
	}
	rest := strings.Trim(line[found[len(found)-1].end:], pieceMarks+" -–—,")
	if by, _, ok := x.bylineLine(rest); ok {
		return by
	}
	if x.isPerson(rest) {
		return []string{rest}
	}
	return nil
}

// namesWriter says whether what a bar parts from a date is a name: two or three
// words that stand alone nowhere else on the page, as the name of a section does.
func namesWriter(x *lexicon, lead, line string, blocks []block) bool {
	words := strings.Fields(lead)
	if len(words) < 2 || len(words) > 3 || !isName(x.inside, lead) || !strings.ContainsRune(line[len(lead):], '|') {
		return false
	}
	if x.heads.Has(foldWord(words[len(words)-1])) || x.furnitureLine(lead) != nil {
		return false
	}
	for _, b := range blocks {
		if b.text == lead {
			return false
		}
	}
	return true
}

// linksWriter says whether a line is a link to the page of a writer.
func linksWriter(x *lexicon, b block) bool {
	for _, a := range b.anchors {
		for _, part := range classWords(a.href) {
			if x.classes.Is(part, "byline") {
				return true
			}
		}
	}
	return false
}

// namesSomebody says whether what is stated as the writer can be a name: no
// address, handle, number, place-holder or hole of a template, nor a role alone.
func (x *writers) namesSomebody(by string) bool {
	by = strings.TrimSpace(by)
	switch {
	case strings.IndexFunc(by, unicode.IsLetter) < 0, strings.ContainsAny(by[:1], "@("), strings.ContainsAny(by, "{}"):
		return false
	case strings.Contains(by, "@") && !strings.Contains(by, " "), x.nobody.Has(strings.ToLower(by)), x.isRoleLine(by):
		return false
	}
	return true
}

// isOutlet says whether a writer's name is that of the outlet, of its host, or
// an address.
func (f *pageFacts) isOutlet(x *lexicon, name, publisher string) bool {
	key, host := x.inside.Squash(name), who.Host(f.url)
	if key == x.inside.Squash(publisher) || among(x.inside, name, f.sites) ||
		host != "" && key == x.inside.Squash(x.label(host, f.url)) {
		return true
	}
	_, inside, _ := strings.Cut(strings.TrimSuffix(name, ")"), "(") // "Harbour Courier (www.courier.example)"
	return who.IsHost(name) || who.IsHost(inside)
}

// pageOutlet names the outlet of a page.
func (x *settler) pageOutlet(article ldArticle) string {
	about := x.about
	host := who.Host(about.url)
	label := ""
	if host != "" {
		label = x.label(host, about.url)
	}
	for _, stated := range [][]string{about.mast, {article.publisher}, about.sites} {
		for _, s := range stated {
			if name := brand(x.inside, x.forms, s, label); !isNoOutlet(x.inside, x.nobody, name, label, about) {
				return name
			}
		}
	}
	_, parts := cutTitle(x.inside, about.whole, about.sites)
	for i := len(parts) - 1; i >= 0; i-- {
		known := label != "" && spells(x.inside, label, parts[i]) || x.named[x.inside.Squash(parts[i])] != ""
		if known || x.isBrand(parts[i], label) {
			return parts[i]
		}
	}
	if name := x.namedAround(label); name != "" {
		return name
	}
	if host != "" {
		return x.outletOf(about.url, nil)
	}
	if about.top.name != "" {
		return about.top.name
	}
	if n := len(parts); n > 0 && !x.isDateLine(parts[n-1]) {
		return parts[n-1]
	}
	return ""
}

// namedAround is the outlet as it stands before the headline in the page's
// title, or in the copyright line.
func (x *settler) namedAround(label string) string {
	if _, front := x.about.withoutFront(x.about.whole); front != "" {
		return front
	}
	owner := x.pageOwner()
	if owner == "" || isAgencyOf(x.lexicon, owner, label) || label != "" && !spells(x.inside, label, owner) {
		return ""
	}
	return withoutForm(x.forms, owner)
}

// isAgencyOf says whether what a copyright line names is an agency, whose text
// a page may print, and not the one that the host spells.
func isAgencyOf(x *lexicon, owner, label string) bool {
	return x.agencies.Has(strings.ToLower(owner)) && (label == "" || !spells(x.inside, label, owner))
}

// isNoOutlet says whether what stands for the outlet is the headline, or a
// word for any site: "Home". A name that the host spells is one.
func isNoOutlet(in *who.Inside, nobody language.Table, name, label string, about *pageFacts) bool {
	switch {
	case name == "":
		return true
	case label != "" && spells(in, label, name):
		return false
	case nobody.Is(strings.ToLower(name), "site"):
		return true
	}
	return countWords(name, 3) == 3 && (in.Squash(name) == in.Squash(about.title) ||
		in.Squash(name) == in.Squash(about.shown))
}

// isBrand says whether a name stands alone in a block of the page.
func (x *settler) isBrand(name, label string) bool {
	if isNoOutlet(x.inside, x.nobody, name, label, x.about) {
		return false
	}
	for _, b := range x.page.blocks {
		if len(b.text) < 100 && strings.EqualFold(b.text, name) {
			return true
		}
	}
	return false
}

// pageOwner reads the owner off the copyright line at the end of a page.
func (x *settler) pageOwner() string {
	blocks := x.page.blocks
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-3*nearBlocks; i-- {
		if countWords(blocks[i].text, furnitureWords) < furnitureWords {
			if name := x.copyright(blocks[i].text); name != "" {
				return name
			}
		}
	}
	return ""
}
