package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Set by hand, not swept; doc.go has what the development pages give with them.
const (
	gramWords  = 4   // length of the runs of words that are looked up
	keptShare  = 0.7 // of a block's runs that the article must hold
	solidWords = 10  // a block this long places the article on the page
)

// choose says which blocks of a page belong to the article that the extractor
// found. The extractor's tree has lost breaks, classes and links, so its words
// are looked up in the page instead of being used.
func choose(page, article []block) []bool {
	whole, grams := map[string]bool{}, map[uint64]bool{}
	var all []string
	for _, b := range article {
		whole[b.text] = true
		all = append(all, strings.Fields(b.text)...)
	}
	hashes := gramHashes(all)
	for _, h := range hashes {
		grams[h] = true
	}
	kept := make([]bool, len(page))
	seen := map[string]bool{}
	for i, b := range page {
		words := strings.Fields(b.text)
		if len(words) >= solidWords && seen[b.text] {
			continue
		}
		kept[i] = whole[b.text] || heldBy(grams, words)
		seen[b.text] = seen[b.text] || kept[i]
	}
	return kept
}

func heldBy(grams map[uint64]bool, words []string) bool {
	hashes := gramHashes(words)
	held := 0
	for _, h := range hashes {
		if grams[h] {
			held++
		}
	}
	return len(hashes) > 0 && float64(held) >= keptShare*float64(len(hashes))
}

// gramHashes hashes every run of gramWords words (FNV-1a, 64 bits).
func gramHashes(words []string) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	var hashes []uint64
	for i := 0; i+gramWords <= len(words); i++ {
		h := uint64(offset)
		for _, w := range words[i : i+gramWords] {
			for j := 0; j < len(w); j++ {
				h = (h ^ uint64(w[j])) * prime
			}
			h = (h ^ ' ') * prime
		}
		hashes = append(hashes, h)
	}
	return hashes
}

// clearFurniture forgets what the classes of a page say about furniture when
// they say it of most of the article: then they name the layout.
func clearFurniture(page []block, kept []bool) {
	marked, all := 0, 0
	for i, b := range page {
		if kept[i] && countWords(b.text, solidWords) >= solidWords {
			all++
			if b.marks&inFurniture != 0 {
				marked++
			}
		}
	}
	if marked*2 < all || marked == 0 {
		return
	}
	for i := range page {
		page[i].marks &^= inFurniture
	}
}

// mend drops what the extractor took from outside the article and adds what it
// lost inside: lines of transcripts, short paragraphs.
func (x *lexicon) mend(page []block, kept []bool, title string) []bool {
	first, last := -1, -1
	homes := map[*html.Node]bool{}
	for i, b := range page {
		if kept[i] && b.marks&(inFurniture|inFigure|inCaption) == 0 && countWords(b.text, solidWords) >= solidWords {
			if first < 0 {
				first = i
			}
			last = i
			homes[b.parent] = true
		}
	}
	if first < 0 {
		return kept // nothing but short lines: the extractor's word is all there is
	}
	mended := make([]bool, len(page))
	headline := headlineAt(page, title, first)
	for i, b := range page {
		inside := i >= first && i <= last
		switch {
		case kept[i]:
			mended[i] = inside || i > headline && i-last < edgeUnits && countWords(b.text, 3) >= 3
		case inside:
			mended[i] = homes[b.parent] && x.isText(b)
		}
	}
	for i := last + 1; i < len(page) && homes[page[i].parent] && x.isText(page[i]) && (page[i].tag == atom.P || page[i].broken); i++ {
		mended[i] = mended[i] || endsSentence(page[i].text) && countWords(page[i].text, sentenceWords) >= sentenceWords
	}
	return mended
}

// headlineAt is the block before the article that is the headline, or the
// block before the first one.
func headlineAt(page []block, title string, first int) int {
	key := squash(title)
	for i := first; i >= 0 && key != ""; i-- {
		if squash(page[i].text) == key {
			return i
		}
	}
	return first - 1
}

// linkedShare is the share of a block's bytes inside links beyond which it is
// a list of links.
const linkedShare = 0.6

// isText says whether a block that stands among paragraphs is one of them.
func (x *lexicon) isText(b block) bool {
	if b.marks&(inFurniture|inFigure|inCaption|inByline) != 0 {
		return false
	}
	if float64(b.linked) > linkedShare*float64(len(b.text)) {
		return false
	}
	return x.furnitureLine(b.text) == nil
}
