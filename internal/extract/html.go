package extract

import (
	"errors"
	"strings"

	"golang.org/x/net/html"

	"stemma"
)

// pageText is what was read from a page: the headline and the article as one
// text, its units, and what the page says about itself.
type pageText struct {
	text  string
	units []unit
	facts facts
}

// maxPageBytes is how large a page may be: the largest of the 990 development
// pages has 1.6 MB. Nesting is bounded by the parser, which gives up at 512.
const maxPageBytes = 24 << 20

var errTooLarge = errors.New("the page is larger than 24 MiB")

// readPage reads a page: parse, find the article, tell its parts apart, read
// what the page says about itself.
func (e *Extractor) readPage(c stemma.Capture, url string) (pageText, error) {
	if len(c.Data) > maxPageBytes {
		return pageText{}, errTooLarge
	}
	source := string(c.Data)
	if c.Record == nil {
		source = decodePage(c.Data)
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return pageText{}, err
	}
	settleStreamed(doc)
	page, err := e.readTree(doc, url)
	if errors.Is(err, errNoArticle) && revive(doc) {
		return e.readTree(doc, url)
	}
	return page, err
}

func (e *Extractor) readTree(doc *html.Node, url string) (pageText, error) {
	x := e.x
	about := x.readMeta(doc, url)
	asked := x.prune(doc)
	page := x.collect(doc)
	x = onPage(x, about.tongue, page.blocks)
	article, err := e.page.Article(doc, proseOf(page.blocks))
	if asked && err != nil {
		return pageText{}, errConsent
	}
	if err != nil {
		return pageText{}, err
	}
	found := x.collect(article)
	kept := choose(page.blocks, found.blocks)
	clearFurniture(page.blocks, kept)
	about.headline(x, page.blocks, kept)
	if err := noReport(x.refusals, page.blocks, kept, about); err != nil {
		return pageText{}, err
	}
	kept = mend(x, page.blocks, kept, about.shown)
	dropCards(page.blocks, kept)
	x.keepFooters(page.blocks, kept)
	dropMast(x, page.blocks, kept, about)
	write := &composer{x, about}
	p, err := write.compose(page, kept)
	if err == nil || errors.Is(err, errConsent) {
		return p, err
	}
	// The article is not to be found among the blocks of the page, as when it
	// was read out of a script: it is taken as it came.
	clearFurniture(found.blocks, all(found.blocks))
	p, err = write.compose(found, all(found.blocks))
	if asked && err != nil {
		err = errConsent
	}
	return p, err
}

func all(blocks []block) []bool {
	kept := make([]bool, len(blocks))
	for i := range kept {
		kept[i] = true
	}
	return kept
}
