package fetch

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"
	"golang.org/x/net/html/charset"
)

const (
	// listHead is how much of a file tells whether it is a list.
	listHead = 2 << 10
	// listBytes and listLinks bound a list: what sitemaps may have.
	listBytes = 50 << 20
	listLinks = 50_000
)

// Links gives the addresses that a list names, in its order, and what kind of
// list it is: "" for what is none.
func Links(data []byte, media string) (links []string, kind string) {
	data = unzipped(data)
	switch kind = listKind(data, media); kind {
	case aFeed:
		links = feedLinks(data)
	case anOPML:
		links = xmlLinks(data, outlineLink)
	case aSitemap:
		links = xmlLinks(data, nil)
	}
	return links[:min(len(links), listLinks)], kind
}

// Kinds of lists, as the ledger calls them.
const (
	aFeed    = "a feed"
	anOPML   = "an OPML list"
	aSitemap = "a sitemap"
)

// listKind tells a list by its first element.
func listKind(data []byte, media string) string {
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), listHead)], " \t\r\n\xef\xbb\xbf"))
	if bytes.HasPrefix(head, []byte("{")) {
		if media == "application/feed+json" || bytes.Contains(head, []byte("jsonfeed.org/version")) {
			return aFeed
		}
		return ""
	}
	if !bytes.HasPrefix(head, []byte("<")) {
		return ""
	}
	switch first := firstElement(head); first {
	case "rss", "feed", "rdf:rdf":
		return aFeed
	case "opml":
		return anOPML
	case "urlset", "sitemapindex":
		return aSitemap
	}
	return ""
}

// ends says whether a list comes to its end: whether its first element is closed, or the
// object of a JSON feed. One that was cut, on the way or by whoever wrote it, does not.
func ends(list []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(list[:min(len(list), listHead)], " \t\r\n\xef\xbb\xbf"))
	if bytes.HasPrefix(head, []byte("{")) {
		err := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(list, []byte("\xef\xbb\xbf")))).Decode(&struct{}{})
		return !errors.Is(err, io.ErrUnexpectedEOF)
	}
	first := firstElement(head)
	for rest := list; ; {
		at := bytes.LastIndex(rest, []byte("</"))
		if at < 0 {
			// An element without any content is closed where it is opened.
			_, opened, _ := bytes.Cut(head, []byte("<"+first))
			tag, _, closed := bytes.Cut(opened, []byte(">"))
			return closed && bytes.HasSuffix(tag, []byte("/"))
		}
		if name := rest[at+2:]; len(name) >= len(first) && strings.EqualFold(string(name[:len(first)]), first) {
			return true
		}
		rest = rest[:at]
	}
}

// firstElement is the name of the first element behind declarations and
// comments.
func firstElement(head []byte) string {
	for {
		open := bytes.IndexByte(head, '<')
		if open < 0 || open+1 >= len(head) {
			return ""
		}
		head = head[open+1:]
		switch {
		case bytes.HasPrefix(head, []byte("!--")):
			_, head, _ = bytes.Cut(head, []byte("-->"))
		case head[0] == '?' || head[0] == '!':
			_, head, _ = bytes.Cut(head, []byte(">"))
		default:
			return string(head[:max(0, bytes.IndexAny(head, " \t\r\n/>"))])
		}
	}
}

// unzipped undoes what sitemaps are kept as.
func unzipped(data []byte) []byte {
	if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return data
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return data
	}
	out, _ := io.ReadAll(io.LimitReader(z, listBytes))
	return out
}

// outlineLink is the address of a feed in an element of OPML.
func outlineLink(e xml.StartElement) string {
	if !strings.EqualFold(e.Name.Local, "outline") {
		return ""
	}
	for _, a := range e.Attr {
		if strings.EqualFold(a.Name.Local, "xmlUrl") {
			return a.Value
		}
	}
	return ""
}

// xmlLinks are the addresses that elements state: by an attribute or, without
// that, the text of every <loc> of a page or a sitemap.
func xmlLinks(data []byte, of func(xml.StartElement) string) (links []string) {
	in := xml.NewDecoder(bytes.NewReader(data))
	in.Strict, in.CharsetReader = false, charset.NewReaderLabel
	in.AutoClose, in.Entity = xml.HTMLAutoClose, xml.HTMLEntity
	for inside := ""; len(links) < listLinks; {
		token, err := in.RawToken()
		if err != nil {
			return links
		}
		switch t := token.(type) {
		case xml.StartElement:
			if inside = t.Name.Local; t.Name.Space != "" {
				inside = ""
			}
			if of == nil {
				continue
			}
			if link := of(t); link != "" {
				links = append(links, link)
			}
		case xml.CharData:
			if link := strings.TrimSpace(string(t)); of == nil && inside == "loc" && link != "" {
				links = append(links, link)
			}
		case xml.EndElement:
			inside = ""
		}
	}
	return links
}
