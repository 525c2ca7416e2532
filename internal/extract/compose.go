package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"stemma"
	who "stemma/internal/name"
)

// link is a link from the article to a page of another site.
type link struct {
	host, url  string
	start, end int // bytes of the report's text
}

// A page has an article when one paragraph is a sentence of minSentence words,
// or all paragraphs together have minWords, as lists and verse do.
const (
	minSentence = 6
	minWords    = 25
)

// composer writes the article of a page.
type composer struct {
	*lexicon
	about *pageFacts
}

// compose writes the headline and the chosen blocks into one text and says what
// each is. Furniture that the extractor left among them is dropped.
func (x *composer) compose(page *collector, kept []bool) (pageText, error) {
	p, about := pageText{}, x.about
	var text strings.Builder
	add := func(s string, kind stemma.SegmentKind) *unit {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(s)
		p.units = append(p.units, unit{start: start, end: text.Len(), text: s, kind: kind})
		return &p.units[len(p.units)-1]
	}
	if about.title != "" {
		add(about.title, stemma.TitleSegment)
	}
	p.facts = (&settler{x.lexicon, page, kept, about}).settlePage()
	article, words := false, 0
	for _, b := range joinBroken(page.blocks, kept) {
		kind := x.kindOf(b, &p.facts, article)
		told := !article && b.tag == atom.H1 && about.isTold(b.text)
		if kind != "" && (told || x.inside.Squash(b.text) == x.inside.Squash(about.shown)) {
			kind = stemma.TitleSegment
		}
		if kind == "" {
			continue
		}
		u := add(b.text, kind)
		if kind == stemma.Paragraph {
			article = article || endsSentence(b.text) && countWords(b.text, minSentence) >= minSentence
			words += countWords(b.text, minWords)
			p.facts.links = append(p.facts.links, x.links(b, u.start)...)
		}
	}
	if !article && words < minWords {
		return pageText{}, errNoArticle
	}
	if x.isConsent(p.units) {
		return pageText{}, errConsent
	}
	p.text = text.String()
	return p, nil
}

// joinBroken gives the kept blocks, with lines joined that a line break cut
// inside a sentence.
func joinBroken(page []block, kept []bool) []block {
	var out []block
	for i, b := range page {
		if !kept[i] {
			continue
		}
		goesOn := i > 0 && kept[i-1] && b.broken && startsLower(b.text)
		if n := len(out); n > 0 && goesOn && !endsSentence(out[n-1].text) {
			out[n-1] = joined(out[n-1], b)
			continue
		}
		out = append(out, b)
	}
	return out
}

func joined(a, b block) block {
	shift := len(a.text) + 1
	for _, l := range b.anchors {
		if l.start >= 0 {
			a.anchors = append(a.anchors, anchor{l.start + shift, l.end + shift, l.href})
		}
	}
	a.text += " " + b.text
	a.marks |= b.marks
	a.linked += b.linked
	return a
}

// kindOf says what a chosen block is; "" drops it. started says whether a
// paragraph stands before it.
func (x *composer) kindOf(b block, about *facts, started bool) stemma.SegmentKind {
	words := countWords(b.text, longParagraph)
	switch {
	case x.inside.Squash(b.text) == x.inside.Squash(about.title):
		return ""
	case isMarkedCaption(b, words) || x.captionLine(b.text):
		return stemma.Caption
	case x.footerLine(b.text).ok:
		return stemma.CreditLine
	case isTeaser(b), x.furnitureLine(b.text) != nil, isShortFurniture(b, words):
		return ""
	case who.IsAddress(b.text):
		return stemma.SourceURL
	}
	if d, ok := x.dateLine(b.text); ok && len(d.found) > 0 {
		return stemma.Dateline
	}
	if _, strong, ok := x.bylineLine(b.text); ok && (strong || !started) {
		return stemma.BylineLine
	}
	if !started && words < longParagraph && x.isLeadingByline(b, about) {
		return stemma.BylineLine
	}
	if isMarkedHeading(b) {
		return stemma.Heading
	}
	return stemma.Paragraph
}

// isMarkedCaption says whether a block of so many words stands in a figure and is not as long as
// text that only stands beside one.
func isMarkedCaption(b block, words int) bool {
	return b.marks&(inFigure|inCaption) != 0 && words < longParagraph*2
}

// isShortFurniture says whether a block of so many words stands in furniture and is no sentence
// of the article that the page has put there.
func isShortFurniture(b block, words int) bool {
	return b.marks&inFurniture != 0 && words < sentenceWords && !endsSentence(b.text)
}

// isLeadingByline says whether a short block before the first paragraph is a byline: the page says
// so, or it stands like one.
func (x *composer) isLeadingByline(b block, about *facts) bool {
	marked := b.marks&(inByline|inDate) != 0 && !endsSentence(b.text)
	return marked || x.isHeadByline(b.text, about)
}

// isMarkedHeading says whether the page sets a block as a heading.
func isMarkedHeading(b block) bool {
	switch b.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return b.marks&inHeading != 0
}

// isTeaser says whether a block is the headline of another article: all of it a
// link, and no sentence.
func isTeaser(b block) bool {
	return b.marks&inHeading == 0 && float64(b.linked) >= teaserShare*float64(len(b.text)) && !endsSentence(b.text) &&
		countWords(b.text, teaserWords) == teaserWords
}

// A teaser has teaserWords words at least and is a link but for marks around it.
const (
	teaserShare = 0.85
	teaserWords = 5
)

// isHeadByline says whether a line above the article names its writers and
// gives a date, or names them and is no sentence.
func (x *composer) isHeadByline(s string, about *facts) bool {
	if countWords(s, headingWords) == headingWords || endsSentence(s) && len(x.dates(s)) == 0 {
		return false
	}
	for _, name := range about.byline {
		if name != "" && strings.Contains(s, name) {
			return true
		}
	}
	return false
}

// links lists the links of a block that lead to other sites. start is where
// the block begins in the report's text.
func (x *composer) links(b block, start int) []link {
	base, own := x.about.url, ""
	if host := who.Host(base); host != "" {
		own = x.label(host, base)
	}
	var found []link
	for _, a := range b.anchors {
		if a.start < 0 || a.end <= a.start {
			continue
		}
		url := resolve(base, a.href)
		host := who.Host(url)
		if url == "" || host == "" || x.label(host, url) == own {
			continue
		}
		found = append(found, link{host, url, start + a.start, start + a.end})
	}
	return found
}

// linkCredits are the credits that a report gives by its links.
func linkCredits(r *stemma.Report, links []link) []stemma.Credit {
	var credits []stemma.Credit
	for _, l := range links {
		credits = append(credits, stemma.Credit{
			Kind: stemma.LinkCredit, Name: l.host, URL: l.url, Span: r.Span(l.start, l.end),
		})
	}
	return credits
}
