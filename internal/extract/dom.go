package extract

import (
	who "stemma/internal/name"

	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"stemma/internal/language"
)

// Marks of a block that its ancestors set.
type mark uint8

const (
	inFurniture mark = 1 << iota
	inFigure
	inHeading
	inByline
	inDate
	inCaption
	inArticle // an article or main element
)

// block is a stretch of a page's text between two breaks: a paragraph, a
// heading, an item, a line.
type block struct {
	text    string // white space folded to single blanks
	tag     atom.Atom
	parent  *html.Node // of the element that made the block
	marks   mark
	anchors []anchor
	linked  int   // bytes of text inside anchors
	seams   []int // of a byline: where elements begin and end, bytes of the text
	broken  bool  // a line break, not the end of an element, stands before it
}

// anchor is a link in a block; bytes of the block's text.
type anchor struct {
	start, end int
	href       string
}

// stamp is a time element: its machine date and the block it stands in.
type stamp struct {
	datetime   string
	updated    bool
	block      int // index of the block that holds it or comes next
	start, end int // bytes of the block's text that say what the date is of
}

// markup knows the words of class names and meta elements.
type markup struct {
	classes, fields language.Table
	inside          *who.Inside
}

// collector walks a tree without recursion and gathers its blocks.
type collector struct {
	classes language.Table
	blocks  []block
	stamps  []stamp
	stamped bool // the last stamp's element is open

	text   strings.Builder // of the block that is being gathered
	space  bool            // white space is due before the next word
	seamed bool            // an element of a byline begins or ends before the next word
	owner  *html.Node      // the block element that is open
	cur    block
	anchor int // index of the open anchor in cur, -1 for none
}

// maxNodes is how many nodes of a page are looked at. The largest of the 990
// development pages has 28,000.
const maxNodes = 400_000

// collect returns the blocks of a tree in the order of the document.
func (x *markup) collect(root *html.Node) *collector {
	c := &collector{classes: x.classes, anchor: -1}
	type frame struct {
		node  *html.Node
		marks mark
	}
	var open []frame
	n, marks := root, mark(0)
	for seen := 0; n != nil && seen < maxNodes; seen++ {
		down := marks
		enter := n.FirstChild != nil && !skipped(n)
		if n.Type == html.TextNode {
			c.write(n.Data, marks)
		} else if n.Type == html.ElementNode && !skipped(n) {
			down = marks | c.marksOf(n)
			c.begin(n, down)
		}
		if enter {
			open = append(open, frame{n, marks})
			n, marks = n.FirstChild, down
			continue
		}
		c.end(n)
		for n != nil && n.NextSibling == nil && len(open) > 0 {
			top := open[len(open)-1]
			open = open[:len(open)-1]
			n, marks = top.node, top.marks
			c.end(n)
		}
		if n == root || n == nil {
			break
		}
		n = n.NextSibling
	}
	c.flush(false)
	return c
}

// updates says whether the names of a time element hold the beginning of a word for a later
// version: "dateModified".
func (c *collector) updates(names string) bool {
	for class, attributes := range c.classes.All() {
		if has(attributes, "updated") && strings.Contains(names, class) {
			return true
		}
	}
	return false
}

func skipped(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
		return true
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Object, atom.Select,
		atom.Button, atom.Textarea, atom.Head, atom.Title, atom.Video, atom.Audio, atom.Canvas, atom.Math, atom.Input:
		return true
	}
	return false
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
		atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Li, atom.Main,
		atom.Nav,
		atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Th, atom.Tr,
		atom.Ul, 0:
		return true
	}
	return false
}

// marksOf is what an element's name and class say about the text in it.
func (c *collector) marksOf(n *html.Node) (m mark) {
	switch n.DataAtom {
	case atom.Body, atom.Html:
		return 0 // their classes are about the whole page
	}
	m = tagMark(n.DataAtom)
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			m |= c.classMarks(a.Val)
		case "rel", "itemprop":
			if a.Val == "author" {
				m |= inByline
			}
		case "role":
			if a.Val == "navigation" || a.Val == "complementary" || a.Val == "dialog" {
				m |= inFurniture
			}
		}
	}
	return m
}

// tagMark is what an element's name says about the text in it.
func tagMark(tag atom.Atom) mark {
	switch tag {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Menu, atom.Dialog:
		return inFurniture
	case atom.Figure:
		return inFigure
	case atom.Figcaption, atom.Caption:
		return inCaption
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return inHeading
	case atom.Article, atom.Main:
		return inArticle
	case atom.Address:
		return inByline
	case atom.Time:
		return inDate
	}
	return 0
}

// maxClassBytes bounds the part of a class or id that is read.
const maxClassBytes = 200

// classWords are the words of a class or id.
func classWords(class string) []string {
	class = class[:min(len(class), maxClassBytes)]
	var words []string
	from, lower := 0, false
	for i, r := range class {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if !letter || lower && unicode.IsUpper(r) { // "authorName" is two words
			words = appendWord(words, class[from:i])
			from = i
			if !letter {
				from += utf8.RuneLen(r)
			}
		}
		lower = unicode.IsLower(r)
	}
	return appendWord(words, class[min(from, len(class)):])
}

func appendWord(words []string, word string) []string {
	if word == "" {
		return words
	}
	return append(words, word)
}

// classSays says whether a word of a class or id, or two of them together, have
// an attribute.
func (x *markup) classSays(class, attribute string) bool {
	before := ""
	for _, w := range classWords(class) {
		w = strings.ToLower(w)
		if x.classes.Is(w, attribute) || before != "" && x.classes.Is(before+"-"+w, attribute) {
			return true
		}
		before = w
	}
	return false
}

func (c *collector) classMarks(class string) (m mark) {
	for _, w := range classWords(class) {
		switch c.classes.First(strings.ToLower(w)) {
		case "furniture":
			m |= inFurniture
		case "byline":
			m |= inByline
		case "date":
			m |= inDate
		case "caption":
			m |= inCaption
		}
	}
	return m
}

// begin opens an element.
func (c *collector) begin(n *html.Node, marks mark) {
	switch {
	case n.DataAtom == atom.Br:
		c.flush(true)
	case isBlock(n.DataAtom):
		c.flush(false)
		c.owner = n
	case n.DataAtom == atom.A:
		c.anchor = len(c.cur.anchors)
		c.cur.anchors = append(c.cur.anchors, anchor{start: -1, href: attribute(n, "href")})
	case n.DataAtom == atom.Time:
		if at := attribute(n, "datetime"); at != "" {
			names := strings.ToLower(attribute(n, "class") + attribute(n, "itemprop"))
			c.stamps = append(c.stamps, stamp{
				datetime: at, updated: c.updates(names),
				block: len(c.blocks), start: c.stampEnd(),
			})
			c.stamped = true
		}
	}
	if at := attribute(n, "title"); at != "" && marks&inDate != 0 && n.DataAtom != atom.Time && !c.stamped {
		// <abbr class="published" title="2024-03-14T09:00:00Z">, as hAtom has it
		c.stamps = append(c.stamps, stamp{datetime: at, block: len(c.blocks), start: c.stampEnd(), end: c.stampEnd()})
	}
	c.cur.marks |= marks & (inByline | inDate | inCaption)
	c.seam(marks)
}

// seam notes where an element of a byline or a date line begins or ends. Styles
// keep apart what stands on its two sides.
func (c *collector) seam(marks mark) {
	if marks&(inByline|inDate) == 0 {
		return
	}
	c.seamed = true
	if n := len(c.cur.seams); c.text.Len() > 0 && (n == 0 || c.cur.seams[n-1] < c.text.Len()) {
		c.cur.seams = append(c.cur.seams, c.text.Len())
	}
}

// isSeam says whether a small letter or a digit and a capital stand at a seam
// with nothing between: "Ada WrenMonday".
func (c *collector) isSeam(next string) bool {
	if !c.seamed || c.text.Len() == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(c.text.String())
	after, _ := utf8.DecodeRuneInString(next)
	return unicode.IsUpper(after) && !unicode.IsUpper(before) && (unicode.IsLetter(before) || unicode.IsDigit(before))
}

// stampEnd is where the last time element of the open block ends: what stands
// behind it belongs to the next one.
func (c *collector) stampEnd() int {
	if n := len(c.stamps); n > 0 && c.stamps[n-1].block == len(c.blocks) {
		return c.stamps[n-1].end
	}
	return 0
}

// end closes an element.
func (c *collector) end(n *html.Node) {
	if n.Type != html.ElementNode || skipped(n) {
		return
	}
	c.seam(c.cur.marks)
	if n.DataAtom == atom.Time && c.stamped {
		c.stamps[len(c.stamps)-1].end = c.text.Len()
		c.stamped = false
	}
	if n.DataAtom == atom.A && c.anchor >= 0 {
		c.cur.linked += c.cur.anchors[c.anchor].end - max(0, c.cur.anchors[c.anchor].start)
		c.anchor = -1
	}
	if isBlock(n.DataAtom) {
		c.flush(false)
		c.owner = n.Parent
	}
}

// write adds text to the block, folding white space.
func (c *collector) write(s string, marks mark) {
	for at := 0; at < len(s); {
		start, end := nextField(s, at)
		c.space = c.space || start > at
		if start == end {
			break
		}
		c.space = c.space || c.isSeam(s[start:end])
		c.seamed = false
		if c.space && c.text.Len() > 0 {
			c.text.WriteByte(' ')
		}
		c.space = false
		from := c.text.Len()
		c.text.WriteString(s[start:end])
		c.cur.marks |= marks
		if c.anchor >= 0 {
			a := &c.cur.anchors[c.anchor]
			if a.start < 0 {
				a.start = from
			}
			a.end = c.text.Len()
		}
		at = end
	}
}

// flush ends the block. A link that is open goes on in the next one.
func (c *collector) flush(broken bool) {
	var open []anchor
	if c.anchor >= 0 {
		open = []anchor{{start: -1, href: c.cur.anchors[c.anchor].href}}
	}
	if c.text.Len() > 0 {
		c.cur.text = c.text.String()
		if c.anchor >= 0 {
			a := c.cur.anchors[c.anchor]
			c.cur.linked += a.end - max(0, a.start)
		}
		if c.owner != nil {
			c.cur.tag, c.cur.parent = c.owner.DataAtom, c.owner.Parent
		}
		c.blocks = append(c.blocks, c.cur)
		c.cur = block{broken: broken}
		c.text.Reset()
	} else {
		c.cur = block{broken: c.cur.broken && broken}
	}
	c.cur.anchors = append(c.cur.anchors, open...)
	c.space, c.anchor = false, len(open)-1
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
