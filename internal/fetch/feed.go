package fetch

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// feedLinks are the addresses of a feed's entries. One that is damaged, cut or no
// XML is read as far as its entries can be told.
func feedLinks(data []byte) (links []string) {
	defer func() {
		if recover() != nil { // what breaks the parser
			links = entryLinks(data)
		}
	}()
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return entryLinks(data)
	}
	for _, item := range feed.Items {
		switch {
		case item.Link != "":
			links = append(links, strings.TrimSpace(item.Link))
		case isAddress(item.GUID):
			links = append(links, item.GUID)
		}
	}
	return links
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// entryLinks are the addresses of the entries of a feed that its parser refuses.
func entryLinks(data []byte) []string {
	if bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n\xef\xbb\xbf"), []byte("{")) {
		return jsonLinks(data)
	}
	e := entries{}
	in := html.NewTokenizer(bytes.NewReader(data))
	in.AllowCDATA(true)
	for len(e.links) < listLinks {
		switch in.Next() {
		case html.ErrorToken:
			e.cut()
			return e.links
		case html.StartTagToken, html.SelfClosingTagToken:
			e.start(in.Token())
		case html.EndTagToken:
			if name, _ := in.TagName(); isEntry(string(name)) {
				e.end()
			}
			e.inside = ""
		case html.TextToken:
			e.text(string(in.Text()))
		}
	}
	return e.links
}

// jsonLinks are those of a JSON feed with values of other types than the format
// has.
func jsonLinks(data []byte) (links []string) {
	var feed struct {
		Items []struct {
			URL json.RawMessage `json:"url"`
		} `json:"items"`
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&feed); err != nil && err != io.EOF {
		return nil
	}
	for _, item := range feed.Items {
		link := ""
		if json.Unmarshal(item.URL, &link) == nil && isAddress(link) {
			links = append(links, link)
		}
	}
	return links
}

// entries collects an address an entry from the tags of a feed.
type entries struct {
	links  []string
	open   bool
	inside string // the element whose text comes
	link   string // of the entry
	id     string // which is its address where nothing else is
}

func isEntry(name string) bool { return name == "item" || name == "entry" }

func (e *entries) start(t html.Token) {
	if e.inside = t.Data; isEntry(t.Data) {
		e.end()
		e.open = true
	}
	if t.Data != "link" || e.link != "" {
		return
	}
	href, rel := "", "alternate"
	for _, a := range t.Attr {
		switch a.Key {
		case "href":
			href = a.Val
		case "rel":
			rel = a.Val
		}
	}
	if rel == "alternate" {
		e.link = href
	}
}

func (e *entries) text(s string) {
	s = strings.TrimSpace(html.UnescapeString(s))
	switch {
	case e.inside == "link" && e.link == "":
		e.link = s
	case e.inside == "guid" && isAddress(s):
		e.id = s
	}
}

// cut ends the entry that the feed ends in. An address that it ends in is none.
func (e *entries) cut() {
	if e.inside != "link" && e.inside != "guid" {
		e.end()
	}
}

// end ends an entry.
func (e *entries) end() {
	if e.link == "" {
		e.link = e.id
	}
	if e.open && e.link != "" {
		e.links = append(e.links, e.link)
	}
	e.open, e.link, e.id, e.inside = false, "", "", ""
}
