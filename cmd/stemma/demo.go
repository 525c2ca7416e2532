package main

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"stemma"
	"stemma/internal/render"
)

//go:embed demo/*.html demo/*.txt
var demoFiles embed.FS

type demoCmd struct {
	HTML string `name:"html" default:"stemma-demo.html" placeholder:"FILE" help:"${demo_html}"`
	DOT  string `name:"dot" placeholder:"FILE" help:"Write the tree for Graphviz (- is stdout)."`
	common
}

func (c *demoCmd) Help() string {
	return `Runs the whole job on eight made-up reports of a made-up story: a first report
with unnamed sources, a wire copy and one that hides that it is one, an
uncredited copy, a second origin, and what changed on the way. Prints the tree
and writes a page to open in a browser.`
}

func (c *demoCmd) Run(ctx context.Context, s streams) error {
	pages := pageFlags{HTML: c.HTML, DOT: c.DOT}
	if err := safe(nil, c.Force, s, pages.targets(c.common)...); err != nil {
		return err
	}
	p, done, err := c.pipeline(s)
	if err != nil {
		return err
	}
	captures, err := demoCaptures()
	if err != nil {
		return err
	}
	d, err := p.TraceCaptures(ctx, captures, nil)
	done()
	if err != nil {
		return err
	}
	if err := (&pageFlags{DOT: c.DOT}).write(d, s, c.common); err != nil {
		return err
	}
	if err := deliver(c.HTML, s, func(w io.Writer) error { return render.Page(w, d) }); err != nil {
		return err
	}
	if c.JSON != "-" && c.DOT != "-" && c.HTML != "-" {
		fmt.Fprintf(s.out, "\nThe same as a page: open %s in a browser.\n", c.HTML)
	}
	return nil
}

// demoCaptures reads the built-in story.
func demoCaptures() ([]stemma.Capture, error) {
	names, err := fs.Glob(demoFiles, "demo/*")
	if err != nil {
		return nil, err
	}
	var captures []stemma.Capture
	for _, name := range names {
		data, err := demoFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		media := stemma.PlainText
		if strings.HasSuffix(name, ".html") {
			media = stemma.HTML
		}
		sum := sha256.Sum256(data)
		captures = append(captures, stemma.Capture{
			Input: path.Join("demo", path.Base(name)), Media: media, Data: data, SHA256: hex.EncodeToString(sum[:]),
		})
	}
	return captures, nil
}
