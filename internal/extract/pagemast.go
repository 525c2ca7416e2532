package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"stemma"
	who "stemma/internal/name"
)

// A page's masthead is one of its first mastBlocks blocks; its foot one of its last footBlocks. Both are set by hand.
const (
	mastBlocks = 4
	footBlocks = 6
)

// masthead is the name of the outlet that readers see above everything on a page: a line of a few words with capitals,
// behind which may stand a motto or the number of an issue ("OLD QUAY OBSERVER - out on Wednesdays"). It must be borne
// out by the page's title or its foot: the name begins one of them, or the foot uses it; or by the day of an issue.
type masthead struct {
	name  string // "" for none
	block int
	foot  int // the block of the foot that begins with the name, -1 for none
}

func (x *lexicon) mastOf(blocks []block, title string) masthead {
	for i, b := range blocks[:min(len(blocks), mastBlocks)] {
		name := x.mastName(b.text)
		if name == "" || len(b.text) == len(name) && b.tag == atom.H1 {
			continue
		}
		if m, ok := x.borneOut(blocks, name, title); ok || x.isDatedMast(b.text, name) {
			m.block = i
			return m
		}
	}
	return masthead{foot: -1}
}

// isDatedMast says whether a line has the name of an outlet, by its last word, and the day of an issue: "The Old Quay
// Ledger - printed from the archive - 7 May 2024".
func (x *lexicon) isDatedMast(line, name string) bool {
	words := fold(name)
	isName := len(words) > 1 && x.heads.Is(words[len(words)-1].form, "name")
	return isName && len(line) > len(name) && len(plainReader{x}.datesAmong(line[len(name):])) > 0
}

// mastName is what a line has before a motto or a number of an issue, if that may be an outlet's name.
func (x *lexicon) mastName(line string) string {
	name := withoutIssue(beforeSeparators(line))
	if before, after, found := strings.Cut(name, ", "); found && startsLower(after) {
		name = before // "Straight Measure, the fact-check desk of the fund"
	}
	n := countWords(name, maxNameWords+1)
	switch {
	case n == 0 || n > maxNameWords || endsSentence(name) || strings.ContainsAny(name, ":?!;@/|·"):
		return ""
	case !looksTitled(name) && !allCaps(name), hasDigit(name), x.isDateLine(name), who.IsAddress(name):
		return ""
	case x.furnitureLine(name) != nil, x.isPerson(name), x.nobody.Is(strings.ToLower(name), "site"):
		return ""
	}
	return name
}

// borneOut says whether the title or the foot of a page has a name, and gives it as they write it.
func (x *lexicon) borneOut(blocks []block, name, title string) (masthead, bool) {
	m, shown := masthead{foot: -1}, name
	if allCaps(name) {
		shown = titled(x.inside, name)
	}
	m.name = shown
	last := max(mastBlocks, len(blocks)-footBlocks)
	for i := len(blocks) - 1; i >= last && m.foot < 0; i-- {
		if begins(blocks[i].text, shown) {
			m.foot = i
		}
	}
	isOf := func(part string) bool { return x.inside.Squash(withoutIssue(part)) == x.inside.Squash(name) }
	before, after, _ := cutMark(title)
	several := countWords(shown, 2) > 1
	var foot []string
	for _, b := range blocks[min(last, len(blocks)):] {
		foot = append(foot, b.text)
	}
	isUsed := several && slices.ContainsFunc(foot, func(s string) bool { return strings.Contains(s, shown) })
	isSpelled := spelledByAny(x.inside, x.hostsIn(foot), name)
	return m, isOf(title) || isOf(before) || isOf(after) || isUsed || isSpelled
}

// spelledByAny says whether one of the labels of hosts spells a name.
func spelledByAny(in *who.Inside, labels []string, name string) bool {
	return slices.ContainsFunc(labels, func(label string) bool { return spells(in, label, name) })
}

// begins says whether a line begins with a name and goes on behind it.
func begins(line, name string) bool {
	line = strings.TrimLeft(line, "© ")
	return strings.HasPrefix(line, name) && (len(line) == len(name) || !isWordRune(rune(line[len(name)])))
}

// isSite says whether a title is nothing but the outlet's name, perhaps with the number of the issue.
func (f *pageFacts) isSite(title string) bool {
	name := withoutIssue(title)
	return f.top.name != "" && f.inside.Squash(name) == f.inside.Squash(f.top.name) || among(f.inside, name, f.sites)
}

// isNoHeadline says whether a title is empty, or the outlet's name on a page that has a large heading.
func (f *pageFacts) isNoHeadline(title string, large []string) bool {
	return title == "" || len(large) > 0 && f.isSite(title)
}

// leastMenu is how many parts the menu of a page has at least that stands in one line.
const leastMenu = 3

// isMenuLine says whether a line is a menu: a few words each between marks, "How we check / Send us a claim / About".
func isMenuLine(line string) bool {
	parts := splitAt(line, []string{" / ", " | ", " · ", " • ", " : "})
	return len(parts) >= leastMenu && !slices.ContainsFunc(parts, func(part string) bool {
		return countWords(part, mostPlaceWords+1) > mostPlaceWords || endsSentence(part)
	})
}

// dropMast drops the masthead, the menus between it and the article, and the line of the foot that begins with the
// outlet's name.
func dropMast(x *lexicon, blocks []block, kept []bool, about *pageFacts) {
	first := firstParagraph(x, blocks, kept)
	for i := 0; i < min(first, len(blocks)); i++ {
		kept[i] = kept[i] && !isMenuLine(blocks[i].text)
	}
	top := about.top
	if top.name == "" {
		return
	}
	if x.inside.Squash(blocks[top.block].text) != x.inside.Squash(about.shown) {
		kept[top.block] = false
	}
	if top.foot > first && countWords(blocks[top.foot].text, furnitureWords) < furnitureWords {
		kept[top.foot] = false
	}
}

// issueReach is how many blocks below a masthead the day of the issue stands at most.
const issueReach = 2

// issueDays are the days that stand beside other things in a masthead or right below it: "Tuesday, May 7, 2024 - No.
// 212". A day alone may be that of the visit.
func (x *settler) issueDays(blocks []block, top masthead) (days []stemma.Moment) {
	if top.name == "" {
		return nil
	}
	for _, b := range blocks[top.block:min(len(blocks), top.block+issueReach+1)] {
		if len(b.text) <= maxDateLine && !x.isDateLine(b.text) {
			days = append(days, plainReader{x.lexicon}.datesAmong(b.text)...)
		}
	}
	return days
}
