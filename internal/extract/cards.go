package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// cardsShare is how much of the bytes of an article cards may have that are
// dropped from it: of a page that is all cards they are the text.
const cardsShare = 0.4

// dropCards drops what announces other articles among the paragraphs: a heading
// that is a link to another page, and the one teaser that shares its box, where
// no paragraph of the article stands.
func dropCards(page []block, kept []bool) {
	var dropped []int
	all, cards := 0, 0
	for i, b := range page {
		if !kept[i] {
			continue
		}
		all += len(b.text)
		if isCard(b) && leadsAway(b) {
			for _, k := range cardAt(page, kept, i) {
				dropped, cards = append(dropped, k), cards+len(page[k].text)
			}
		}
	}
	if float64(cards) > cardsShare*float64(all) {
		return
	}
	for _, i := range dropped {
		kept[i], page[i].marks = false, page[i].marks|inFurniture
	}
}

// leadsAway says whether a heading leads to another page, not to a place on its own.
func leadsAway(b block) bool {
	for _, a := range b.anchors {
		if a.href != "" && !strings.HasPrefix(a.href, "#") {
			return true
		}
	}
	return false
}

// cardAt are the blocks of the card whose headline is block i: that and a
// paragraph behind it in the same box; nil where the box has more of them.
func cardAt(page []block, kept []bool, i int) []int {
	box := boxOf(page[i].parent)
	card, told := []int{i}, 0
	for k := i + 1; k < len(page) && box != nil && within(page[k].parent, box); k++ {
		if kept[k] {
			card, told = append(card, k), told+1
		}
	}
	if told > 1 || i > 0 && kept[i-1] && box != nil && within(page[i-1].parent, box) {
		return nil
	}
	return card
}

// boxOf is the element around the link of a headline.
func boxOf(n *html.Node) *html.Node {
	for n != nil && n.Parent != nil && !isBox(n) && n.Data != "li" && n.Data != "article" {
		n = n.Parent
	}
	return n
}
