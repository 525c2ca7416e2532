package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stemma/internal/fnv"
	who "stemma/internal/name"
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
	dropSecond(page, kept)
	return kept
}

// secondWords is how long a block is at least that can be a second copy of the
// article, as pages have one for machines that read aloud.
const secondWords = 250

// dropSecond drops a block that has the words of the others over again.
func dropSecond(page []block, kept []bool) {
	for i, b := range page {
		if !kept[i] || countWords(b.text, secondWords) < secondWords {
			continue
		}
		grams := map[uint64]bool{}
		for k, other := range page {
			if k != i && kept[k] {
				for _, h := range gramHashes(strings.Fields(other.text)) {
					grams[h] = true
				}
			}
		}
		if heldBy(grams, strings.Fields(b.text)) {
			kept[i], page[i].marks = false, b.marks|inFurniture
		}
	}
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
	var hashes []uint64
	for i := 0; i+gramWords <= len(words); i++ {
		h := fnv.Offset
		for _, w := range words[i : i+gramWords] {
			h = fnv.Add(fnv.On(h, w), ' ')
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
// lost inside: lines of transcripts, short paragraphs, the paragraphs of a
// second body behind an advertisement.
func mend(x *lexicon, page []block, kept []bool, title string) []bool {
	first, last, h := solidPart(page, kept)
	if first < 0 {
		return kept // nothing but short lines: the extractor's word is all there is
	}
	mended := make([]bool, len(page))
	headline := headlineAt(x.inside, page, title, first)
	for i, b := range page {
		inside := i >= first && i <= last
		switch {
		case kept[i]:
			mended[i] = inside || i > headline && i-last < edgeUnits && countWords(b.text, 3) >= 3
		case inside:
			mended[i] = h.hold(b) && x.isText(b)
		case i > headline && i < first:
			mended[i] = h.mayLead(b, i-headline) && x.isText(b)
		}
	}
	goOn(&x.boilerplate, page, last, h, mended)
	return mended
}

// solidPart is where the first and the last of the kept blocks stand that are long and no
// furniture, and the homes of all of them; -1 where there is none.
func solidPart(page []block, kept []bool) (first, last int, h homes) {
	first, last = -1, -1
	h = homes{node: map[*html.Node]bool{}, kin: map[kinship]bool{}}
	for i, b := range page {
		if !kept[i] || b.marks&(inFurniture|inFigure|inCaption) != 0 || countWords(b.text, solidWords) < solidWords {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		h.add(b.parent)
	}
	return first, last, h
}

// mayLead says whether a sentence so far below the headline leads the article:
// in its own place, or as a standfirst.
func (h homes) mayLead(b block, below int) bool {
	return isSentence(b.text) && (below <= deckReach || h.node[b.parent] && b.tag == atom.P)
}

// deckReach is how far below the headline, in blocks, a standfirst begins at most.
const deckReach = 10

// goOn adds what follows the last paragraph that the extractor found: in its
// own place until something else comes, in places of its kind further on.
func goOn(x *boilerplate, page []block, last int, h homes, mended []bool) {
	own, gap := true, 0
	for i := last + 1; i < len(page) && gap < edgeUnits; i++ {
		b := page[i]
		text := x.isText(b) && (b.tag == atom.P || b.broken)
		own = own && h.node[b.parent] && text
		switch {
		case mended[i]:
		case own, h.hold(b) && text && b.tag == atom.P && !h.node[b.parent]:
			mended[i] = isSentence(b.text)
		}
		if gap++; h.hold(b) {
			gap = 0
		}
	}
}

// footReach is how many blocks behind the article a line is looked for that
// says where the text was published first.
const footReach = 24

// keepFooters adds the lines behind an article that say where it comes from,
// even from what is furniture: they are credits.
func (x *crediting) keepFooters(page []block, kept []bool) {
	last := -1
	for i := range page {
		if kept[i] {
			last = i
		}
	}
	for i := last + 1; last >= 0 && i < min(len(page), last+footReach); i++ {
		f := x.footerLine(page[i].text)
		kept[i] = kept[i] || has(f.attributes, "lead") || has(f.attributes, "feed") || has(f.attributes, "contribution")
	}
}

// isSentence says whether a block is running text by its length and its end.
func isSentence(s string) bool {
	return endsSentence(s) && countWords(s, sentenceWords) >= sentenceWords
}

// homes are the elements in which the paragraphs of the article stand.
type homes struct {
	node map[*html.Node]bool
	kin  map[kinship]bool
}

// kinship is what two bodies of one article share: where they stand, and what
// they are called.
type kinship struct {
	parent *html.Node
	tag    atom.Atom
	class  string
}

func kinOf(n *html.Node) kinship {
	if n == nil || n.Parent == nil {
		return kinship{}
	}
	return kinship{n.Parent, n.DataAtom, attribute(n, "class")}
}

func (h homes) add(n *html.Node) {
	h.node[n] = true
	if k := kinOf(n); k.class != "" {
		h.kin[k] = true
	}
}

// hold says whether a block stands where paragraphs of the article do.
func (h homes) hold(b block) bool { return h.node[b.parent] || h.kin[kinOf(b.parent)] }

// headlineAt is the block before the article that is the headline, or the
// block before the first one.
func headlineAt(in *who.Inside, page []block, title string, first int) int {
	key := in.Squash(title)
	for i := first; i >= 0 && key != ""; i-- {
		if in.Squash(page[i].text) == key {
			return i
		}
	}
	return first - 1
}

// linkedShare is the share of a block's bytes inside links beyond which it is
// a list of links.
const linkedShare = 0.6

// isText says whether a block that stands among paragraphs is one of them.
func (x *boilerplate) isText(b block) bool {
	if b.marks&(inFurniture|inFigure|inCaption|inByline) != 0 {
		return false
	}
	if float64(b.linked) > linkedShare*float64(len(b.text)) && !(b.tag == atom.P && isSentence(b.text)) {
		return false
	}
	return x.furnitureLine(b.text) == nil
}
