package render

import (
	"compress/flate"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"
)

// maxLoose is how large a page may be, in bytes, before what folds open is packed: a
// browser on a telephone shows as much in a second or two.
const maxLoose = 1 << 20

// What stands on a page for what is put in its place once all of it is known. The
// texts of reports are escaped, so nothing in them can look like it.
const (
	partMark = `<i data-part="%d"></i>`
	noteMark = `<i data-mark="note"></i>`
	packMark = `<i data-mark="pack"></i>`
	between  = "<!>" // the parts of the pack
)

// packedNote is for those whose browser runs no script.
const packedNote = `<noscript><p class="warnings">This page is large, so what opens on a click is packed, and its ` +
	`script unpacks it. Without scripts you can read the answer, the tree, the origins, the table of claims and the ` +
	`drifts; the words of every claim, the evidence and the reports stand in what <code>--json</code> ` +
	`writes.</p></noscript>`

// folds are the parts of a page that open on a click. A small page has them in their
// places and needs no script. A large one has all of them compressed in one block, and
// in their places what its script fills when somebody opens them, prints the page, or
// follows a link to what stands there.
type folds struct {
	page  *template.Template
	parts []string
}

// parsePage reads the template of the page and its parts.
func parsePage() (*template.Template, *folds, error) {
	var f folds
	t, err := template.New("page").Funcs(f.funcs()).Parse(pageTemplate)
	f.page = t
	return t, &f, err
}

// funcs are what the template calls: "fold" for the inside of what opens, and the
// places of the note and of the pack.
func (f *folds) funcs() template.FuncMap {
	return template.FuncMap{
		"fold":       f.fold,
		"packednote": func() template.HTML { return noteMark },
		"pack":       func() template.HTML { return packMark },
	}
}

// fold keeps what a template makes of a view, and gives what stands for it.
func (f *folds) fold(anchor, name string, view any) (template.HTML, error) {
	var part strings.Builder
	if err := f.page.ExecuteTemplate(&part, name, view); err != nil {
		return "", err
	}
	f.parts = append(f.parts, part.String())
	mark := fmt.Sprintf(partMark, len(f.parts)-1)
	return template.HTML(`<div class="inside" id="` + template.HTMLEscapeString(anchor) + `">` + mark + `</div>`), nil
}

// write writes the page, with its parts in their places or packed.
func (f *folds) write(w io.Writer, skeleton string) error {
	size := len(skeleton)
	for _, p := range f.parts {
		size += len(p)
	}
	if size <= maxLoose {
		return f.loose(w, strings.NewReplacer(noteMark, "", packMark, "").Replace(skeleton))
	}
	pack, err := packed(f.parts)
	if err != nil {
		return err
	}
	_, err = strings.NewReplacer(noteMark, packedNote, packMark, pack).WriteString(w, skeleton)
	return err
}

// loose writes a piece of the page with its parts in their places; a part may have
// parts of its own, which were made before it.
func (f *folds) loose(w io.Writer, piece string) error {
	begin, end, _ := strings.Cut(partMark, "%d")
	for {
		before, rest, more := strings.Cut(piece, begin)
		if _, err := io.WriteString(w, before); err != nil || !more {
			return err
		}
		number, after, _ := strings.Cut(rest, end)
		at, err := strconv.Atoi(number)
		if err != nil {
			return err
		}
		if err := f.loose(w, f.parts[at]); err != nil {
			return err
		}
		piece = after
	}
}

// packed is the parts as the page's script reads them: deflated, in base64, in an
// element that browsers neither show nor run.
func packed(parts []string) (string, error) {
	var out strings.Builder
	out.WriteString(`<script type="text/plain" id="packed">`)
	text := base64.NewEncoder(base64.StdEncoding, &out)
	small, err := flate.NewWriter(text, flate.BestCompression)
	if err != nil {
		return "", err
	}
	for i, p := range parts {
		if i > 0 {
			p = between + p
		}
		if _, err := io.WriteString(small, p); err != nil {
			return "", err
		}
	}
	if err := small.Close(); err != nil {
		return "", err
	}
	if err := text.Close(); err != nil {
		return "", err
	}
	out.WriteString("</script>\n")
	return out.String(), nil
}
