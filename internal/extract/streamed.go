package extract

import (
	"encoding/json"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// settleStreamed puts what a page sends behind its frame where a browser would:
// React streams a part as a hidden element "S:1a", and a script moves it to the
// place-holder "B:1a" or "P:1a".
func settleStreamed(doc *html.Node) {
	parts, places := []*html.Node{}, map[string]*html.Node{}
	for n, seen := doc, 0; n != nil && seen < maxNodes; n, seen = nextNode(n), seen+1 {
		switch id := attribute(n, "id"); {
		case n.DataAtom == atom.Template && (strings.HasPrefix(id, "B:") || strings.HasPrefix(id, "P:")):
			places[id[2:]] = n
		case n.DataAtom == atom.Div && strings.HasPrefix(id, "S:"):
			parts = append(parts, n)
		}
	}
	for _, part := range parts {
		show(part)
		place := places[attribute(part, "id")[2:]]
		if place == nil || place.Parent == nil || within(place, part) {
			continue
		}
		dropWaiting(place)
		if part.Parent != nil {
			part.Parent.RemoveChild(part)
		}
		place.Parent.InsertBefore(part, place)
	}
}

func show(n *html.Node) {
	for i, a := range n.Attr {
		if a.Key == "hidden" {
			n.Attr = append(n.Attr[:i:i], n.Attr[i+1:]...)
			return
		}
	}
}

func within(n, root *html.Node) bool {
	for ; n != nil && n != root; n = n.Parent {
	}
	return n != nil
}

// dropWaiting takes out what stands in for a part until it comes, up to the
// comment that ends it.
func dropWaiting(place *html.Node) {
	end := place.NextSibling
	for end != nil && !(end.Type == html.CommentNode && end.Data == "/$") {
		end = end.NextSibling
	}
	if end == nil {
		return
	}
	for place.NextSibling != end {
		place.Parent.RemoveChild(place.NextSibling)
	}
}

// revive puts the longest markup that the scripts of a page carry at the end of
// its body, for pages that scripts alone write. It says whether there is any.
func revive(doc *html.Node) bool {
	var body *html.Node
	var flight strings.Builder
	longest := ""
	for n, seen := doc, 0; n != nil && seen < maxNodes; n, seen = nextNode(n), seen+1 {
		switch {
		case n.DataAtom == atom.Body && body == nil:
			body = n
		case n.DataAtom == atom.Script && n.FirstChild != nil:
			flight.WriteString(flightPiece(n.FirstChild.Data))
			if attribute(n, "type") == "application/json" {
				longest = longer(longest, longestMarkup(n.FirstChild.Data))
			}
		}
	}
	if longest = longer(longest, longestRow(flight.String())); longest == "" || body == nil {
		return false
	}
	article := &html.Node{Type: html.ElementNode, DataAtom: atom.Article, Data: "article"}
	nodes, err := html.ParseFragment(strings.NewReader(longest), article)
	for _, n := range nodes {
		article.AppendChild(n)
	}
	body.AppendChild(article)
	return err == nil
}

// flightPiece is the text of a script by which Next.js sends a piece of the data
// that a page is written from, or "".
func flightPiece(script string) string {
	rest, found := strings.CutPrefix(strings.TrimSpace(script), "self.__next_f.push([1,")
	if !found {
		return ""
	}
	piece := ""
	if json.Unmarshal([]byte(strings.TrimRight(rest, "]);\n ")), &piece) != nil {
		return ""
	}
	return piece
}

// longestRow is the longest of those rows of such data that are a text of their
// own ("1f:T2c0," and so many bytes) and markup.
func longestRow(flight string) (longest string) {
	for {
		at := strings.Index(flight, ":T")
		if at < 0 {
			return longest
		}
		flight = flight[at+2:]
		comma := strings.IndexByte(flight[:min(len(flight), 9)], ',')
		if comma < 0 {
			continue
		}
		size, err := strconv.ParseUint(flight[:comma], 16, 32)
		if err != nil || size > uint64(len(flight)-comma-1) {
			continue
		}
		longest = longer(longest, flight[comma+1:comma+1+int(size)])
		flight = flight[comma+1+int(size):]
	}
}

// longestMarkup is the longest string of a JSON text that is markup.
func longestMarkup(text string) (longest string) {
	var root any
	if json.Unmarshal([]byte(text), &root) != nil {
		return ""
	}
	stack := []any{root}
	for seen := 0; len(stack) > 0 && seen < maxNodes; seen++ {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		switch v := top.(type) {
		case string:
			longest = longer(longest, v)
		case []any:
			stack = append(stack, v...)
		case map[string]any:
			for _, inner := range v {
				stack = append(stack, inner)
			}
		}
	}
	return longest
}

// leastParagraphs is how many paragraphs markup has that can be an article.
const leastParagraphs = 3

// longer is the longer one of two texts, the second only where it is markup; of
// two of one length the one that comes first by its bytes, whatever the order.
func longer(a, b string) string {
	if len(b) < len(a) || len(b) == len(a) && b >= a || strings.Count(b, "</p>") < leastParagraphs {
		return a
	}
	return b
}
