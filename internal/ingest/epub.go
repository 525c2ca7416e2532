package ingest

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html/charset"
)

// packageBytes bounds the files of a book that say what is in it.
const packageBytes = 8 << 20

// book reads an EPUB: each of its chapters is a page. Books of news, as reading
// apps make them, have an article a chapter.
func (u *unzipper) book(z *zip.Reader) bool {
	chapters := chaptersOf(z)
	if len(chapters) == 0 && u.mended { // the list is lost, or was to come
		return u.files(z)
	}
	if len(chapters) == 0 {
		return u.f.refuse(u.s.input, failed("an EPUB that does not say what its chapters are"))
	}
	m := &members{f: u.f, s: u.s}
	for _, file := range z.File {
		why, listed := chapters[file.Name]
		switch {
		case strings.HasSuffix(file.Name, "/"):
			continue
		case !listed:
			why = "no chapter of the book"
		}
		if !u.chapter(m, file, why) {
			return false
		}
	}
	return true
}

// chapter makes the task of one chapter, or the row of what is none.
func (u *unzipper) chapter(m *members, file *zip.File, why string) bool {
	in := input{name: m.name(file.Name)}
	switch {
	case why != "":
		return u.f.refuse(in, skipped(why))
	case file.Flags&1 != 0:
		return u.f.refuse(in, failed("encrypted: not read"))
	}
	from, err := file.Open()
	if err != nil {
		return u.f.refuse(in, failed(reason(err)))
	}
	defer from.Close()
	return u.f.source(u.s.member(in.name, htmlKind, from))
}

// opf is the list of what a book holds (EPUB 3.3, section 5).
type opf struct {
	Manifest []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		IDRef  string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

// chaptersOf gives the files that are chapters, each with the reason why it is
// not read, if so.
func chaptersOf(z *zip.Reader) map[string]string {
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if !readXML(z, "META-INF/container.xml", &container) || len(container.Roots) == 0 {
		return nil
	}
	var book opf
	root := container.Roots[0].Path
	if !readXML(z, root, &book) {
		return nil
	}
	files, contents := map[string]string{}, map[string]bool{}
	for _, item := range book.Manifest {
		href, err := url.PathUnescape(item.Href)
		if err != nil {
			href = item.Href
		}
		files[item.ID] = path.Join(path.Dir(root), href)
		contents[item.ID] = strings.Contains(item.Properties, "nav")
	}
	chapters := map[string]string{}
	for _, ref := range book.Spine {
		why := ""
		if contents[ref.IDRef] || ref.Linear == "no" {
			why = "no chapter of the book: its table of contents, or an addition"
		}
		chapters[files[ref.IDRef]] = why
	}
	return chapters
}

// readXML reads a file of the book.
func readXML(z *zip.Reader, name string, to any) bool {
	f, err := z.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	in := xml.NewDecoder(io.LimitReader(f, packageBytes))
	in.Strict, in.CharsetReader = false, charset.NewReaderLabel
	return in.Decode(to) == nil
}
