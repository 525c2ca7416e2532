package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	who "stemma/internal/name"
)

// pageFacts is what the head of a page and its JSON-LD state.
type pageFacts struct {
	inside *who.Inside
	url    string
	tongue string // the language that the page states
	title  string // the headline, once it is settled
	shown  string // the heading that readers see in its place
	titles []ranked
	listed []string        // the headline, as it is stated for those who list the page
	whole  string          // the title element
	heads  map[string]bool // squashed: large headings
	home   map[string]bool // squashed: what leads to the front page, as a logo does
	mast   []string        // what the page calls its site, above all
	top    masthead        // what readers see above everything
	sites  []string        // all names that it gives the site
	byline []string

	published, updated []string
	linked             []ldArticle
}

// ranked is a value of a meta element and its place in the order of trust.
type ranked struct {
	rank  int
	value string
}

// readMeta reads canonical address, meta elements and JSON-LD of a page. url
// is the address that the user stated, if any.
func (x *lexicon) readMeta(doc *html.Node, url string) *pageFacts {
	f := &pageFacts{inside: x.inside, url: url, tongue: tongueOf(doc)}
	fields := map[string][]ranked{}
	var scripts []string
	canonical := ""
	for n, seen := doc, 0; n != nil && seen < maxNodes; n, seen = nextNode(n), seen+1 {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Title:
			if f.whole == "" && n.FirstChild != nil && (n.Parent == nil || n.Parent.DataAtom == atom.Head) {
				f.whole = oneLine(n.FirstChild.Data)
			}
		case atom.Link:
			if canonical == "" && strings.EqualFold(attribute(n, "rel"), "canonical") {
				canonical = attribute(n, "href")
			}
		case atom.Meta:
			x.readField(n, fields)
		case atom.Script:
			kind := strings.TrimSpace(attribute(n, "type"))
			if strings.EqualFold(kind, "application/ld+json") && n.FirstChild != nil {
				scripts = append(scripts, n.FirstChild.Data)
			}
		default:
			x.readProperty(n, fields)
		}
	}
	f.settle(x, fields, canonical, scripts)
	return f
}

// tongueOf is the language that a page states for all of it.
func tongueOf(doc *html.Node) string {
	for n := doc.FirstChild; n != nil; n = n.NextSibling {
		if n.DataAtom == atom.Html {
			return firstOf(attribute(n, "lang"), attribute(n, "xml:lang"))
		}
	}
	return ""
}

// nextNode is the next node in document order; template contents and the like
// are nodes as any other.
func nextNode(n *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for n != nil && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil {
		return nil
	}
	return n.NextSibling
}

func (x *markup) readField(n *html.Node, fields map[string][]ranked) {
	value := oneLine(attribute(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if a := x.fields.Of(x.inside.Squash(attribute(n, key))); len(a) == 2 {
			fields[a[0]] = append(fields[a[0]], ranked{int(a[1][0] - '0'), value})
			return
		}
	}
}

// readProperty reads microdata: an element with an itemprop.
func (x *markup) readProperty(n *html.Node, fields map[string][]ranked) {
	prop := x.inside.Squash(attribute(n, "itemprop"))
	if prop != "datepublished" && prop != "datemodified" {
		return
	}
	value := firstOf(attribute(n, "datetime"), attribute(n, "content"))
	if value != "" {
		a := x.fields.Of(prop)
		fields[a[0]] = append(fields[a[0]], ranked{int(a[1][0] - '0'), oneLine(value)})
	}
}

// statedWriters are those whom meta elements name: of the most trusted fields
// that name anybody, or behind a label that announces a writer.
func statedWriters(x *lexicon, fields map[string][]ranked) []string {
	for rank := 1; rank <= 3; rank++ {
		var names []string
		for _, a := range ofRank(fields["author"], rank) {
			if !who.IsAddress(a) && x.namesSomebody(a) {
				names = append(names, a)
			}
		}
		if len(names) > 0 {
			return names
		}
	}
	for rank := 1; rank <= 2; rank++ {
		labels, data := ofRank(fields["label"], rank), ofRank(fields["data"], rank)
		if len(labels) > 0 && len(data) > 0 && x.isLabel(labels[0]) {
			return data[:1]
		}
	}
	return nil
}

// ofRank lists the values of one rank.
func ofRank(values []ranked, rank int) (found []string) {
	for _, v := range values {
		if v.rank == rank {
			found = append(found, v.value)
		}
	}
	return found
}

// best lists the values of a field, the most trusted first.
func best(values []ranked) []string {
	var sorted []string
	for rank := 1; rank <= 3; rank++ {
		sorted = append(sorted, ofRank(values, rank)...)
	}
	return sorted
}

func (f *pageFacts) settle(x *lexicon, fields map[string][]ranked, canonical string, scripts []string) {
	sites := map[string]bool{}
	for _, s := range scripts {
		articles, names := readLD(s)
		f.linked = append(f.linked, articles...)
		for _, name := range names {
			if !sites[name] {
				sites[name] = true
				f.sites = append(f.sites, name)
			}
		}
	}
	f.titles, f.listed = fields["title"], best(fields["headline"])
	f.mast = ofRank(fields["site"], 1)
	f.sites = append(best(fields["site"]), f.sites...)
	f.byline = statedWriters(x, fields)
	f.published, f.updated = best(fields["published"]), best(fields["updated"])
	stated := best(fields["url"])
	if f.url == "" {
		base := ""
		if len(stated) > 0 {
			base = stated[0]
		}
		f.url = firstOf(resolve(base, canonical), resolve("", base))
	}
}
