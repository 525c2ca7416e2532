package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"regexp"
	"strings"

	"stemma"
)

// SVG writes the drawing of the largest story as a file of its own: the page's,
// in its light colours, with no links, since what they lead to is not there. A
// story of one witness is drawn as a sentence. The error is the template's or the
// writer's.
func SVG(w io.Writer, d *stemma.Dossier) error {
	f := newPile(d).largest()
	if f == nil {
		return writeSVG(w, emptySVG("No report could be read."))
	}
	v := newDrawingView(storyPage{f}, f.behind(f.rank()))
	if v == nil {
		return writeSVG(w, emptySVG(f.title()))
	}
	t, _, err := parsePage()
	if err != nil {
		return fmt.Errorf("render: svg: %w", err)
	}
	var drawing bytes.Buffer
	if err := t.ExecuteTemplate(&drawing, "drawing", v); err != nil {
		return fmt.Errorf("render: svg: %w", err)
	}
	return writeSVG(w, standalone(drawing.String(), f.title()))
}

func writeSVG(w io.Writer, svg string) error {
	_, err := io.WriteString(w, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<!-- written by Stemma -->\n"+svg+"\n")
	return err
}

func emptySVG(says string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="60"><text x="20" y="35">` +
		template.HTMLEscapeString(clean(says)) + `</text></svg>`
}

// standalone makes a file of the page's drawing: style and paper inside, and
// groups where links were.
func standalone(drawing, title string) string {
	links := regexp.MustCompile(`<a class="([^"]*)" href="[^"]*"(?: aria-label="[^"]*")?>`)
	drawing = links.ReplaceAllString(strings.TrimSpace(drawing), `<g class="$1">`)
	drawing = strings.ReplaceAll(drawing, "</a>", "</g>")
	head, rest, _ := strings.Cut(drawing, ">")
	return strings.Replace(head, "<svg", `<svg xmlns="http://www.w3.org/2000/svg"`, 1) + ">\n<title>" +
		template.HTMLEscapeString(title) + "</title>\n<style>" + drawingStyle() +
		"</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fbfaf6\"/>" + rest
}

// drawingStyle is the part of the page's style that is about the drawing, with
// its light colours in the place of their names: programs that draw know none.
func drawingStyle() string {
	names := regexp.MustCompile(`(--[a-z-]+): ([^;]+);`)
	light, _, _ := strings.Cut(pageStyle, "@media")
	values := []string{}
	for _, m := range names.FindAllStringSubmatch(light, -1) {
		values = append(values, "var("+m[1]+")", m[2])
	}
	return strings.NewReplacer(values...).Replace(drawingRules())
}

func drawingRules() string {
	var rules strings.Builder
	for line := range strings.Lines(pageStyle) {
		if strings.HasPrefix(line, ".stemma ") || strings.HasPrefix(line, "svg.stemma ") {
			rules.WriteString(line)
		}
	}
	return rules.String()
}
