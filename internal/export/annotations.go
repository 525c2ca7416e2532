package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"stemma"
)

// collection is a W3C AnnotationCollection with its one page.
type collection struct {
	Context string         `json:"@context"`
	ID      string         `json:"id"`
	Type    string         `json:"type"`
	Label   string         `json:"label"`
	Total   int            `json:"total"`
	First   annotationPage `json:"first"`
	Last    string         `json:"last"`
}

type annotationPage struct {
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	PartOf     string       `json:"partOf"`
	StartIndex int          `json:"startIndex"`
	Items      []annotation `json:"items"`
}

type annotation struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Motivation string   `json:"motivation"`
	Body       []body   `json:"body"`
	Target     []target `json:"target"`
}

type body struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Format  string `json:"format"`
	Purpose string `json:"purpose"`
}

type target struct {
	Source   string     `json:"source"`
	Selector []selector `json:"selector"`
}

type selector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

// Annotations writes what was found in the words of the reports by the Web
// Annotation Data Model (W3C, 2017): every statement of a claim, every
// attribution, both sides of every drift, the passages that show a descent. A
// target is the report's text by its id, by quotation and by position in
// characters; where the report has an address, that one by quotation too, since
// positions in the page are others. The error is the writer's.
func Annotations(w io.Writer, d *stemma.Dossier) error {
	b := newLookup(d)
	items := []annotation{}
	for i := range d.Stories {
		items = append(items, b.storyAnnotations(&d.Stories[i])...)
	}
	for i := range d.Attributions {
		if a := &d.Attributions[i]; len(a.Content) > 0 {
			items = append(items, b.annotate(a.ID, "attribution", b.credits(a), a.Content...))
		}
	}
	const id, page = "urn:stemma:annotations", "urn:stemma:annotations:1"
	return writeJSON(w, collection{
		Context: "http://www.w3.org/ns/anno.jsonld", ID: id, Type: "AnnotationCollection",
		Label: "What Stemma found", Total: len(items), Last: page,
		First: annotationPage{ID: page, Type: "AnnotationPage", PartOf: id, Items: items},
	})
}

func (b *lookup) storyAnnotations(s *stemma.Story) []annotation {
	var items []annotation
	for i := range s.Claims {
		c := &s.Claims[i]
		says := fmt.Sprintf("%s, %d to %d origins: %s", c.Verdict, c.Origins.Min, c.Origins.Max, c.Statement)
		for k := range c.Statements {
			items = append(items, b.annotate(fmt.Sprintf("%s:%d", c.ID, k+1), "claim", says, c.Statements[k].Span))
		}
	}
	for i := range s.Drifts {
		x := &s.Drifts[i]
		var sides []stemma.Span
		for _, side := range []*stemma.Span{x.Before, x.After} {
			if side != nil {
				sides = append(sides, *side)
			}
		}
		if len(sides) > 0 {
			says := strings.ReplaceAll(string(x.Kind), "_", " ") + ": " + x.Says
			items = append(items, b.annotate(x.ID, "drift", says, sides...))
		}
	}
	for i := range s.Descents {
		v := &s.Descents[i]
		for k, e := range v.Evidence {
			if len(e.Spans) > 0 {
				items = append(items, b.annotate(fmt.Sprintf("%s:%d", v.ID, k+1), "descent", e.Says, e.Spans...))
			}
		}
	}
	return items
}

// credits is who is credited with what an attribution holds.
func (b *lookup) credits(a *stemma.Attribution) string {
	who := "nobody named"
	if s := b.speakers[string(a.Speaker)]; s != nil {
		who = s.Name
	}
	return "credited to " + who
}

// annotate makes an annotation of spans.
func (b *lookup) annotate(id, tag, says string, spans ...stemma.Span) annotation {
	a := annotation{
		ID: "urn:stemma:" + id, Type: "Annotation", Motivation: "describing",
		Body: []body{
			{"TextualBody", says, "text/plain", "describing"}, {"TextualBody", tag, "text/plain", "tagging"},
		},
		Target: []target{},
	}
	for _, s := range spans {
		a.Target = append(a.Target, b.targets(s)...)
	}
	return a
}

// contextLetters is how much of the text before and behind is given, so that a
// reader finds the right place of several.
const contextLetters = 32

// targets are where a span stands: in the report's text, and in its page.
func (b *lookup) targets(s stemma.Span) []target {
	quote := selector{Type: "TextQuoteSelector", Exact: s.Text}
	r := b.reports[s.Report]
	if r == nil || s.Start < 0 || s.End < s.Start || s.End > len(r.Text) {
		return []target{{"urn:stemma:" + s.Report, []selector{quote}}}
	}
	quote.Prefix, quote.Suffix = lastLetters(r.Text[:s.Start]), firstLetters(r.Text[s.End:])
	start := utf8.RuneCountInString(r.Text[:s.Start])
	end := start + utf8.RuneCountInString(s.Text)
	place := selector{Type: "TextPositionSelector", Start: &start, End: &end}
	found := []target{{"urn:stemma:" + r.ID, []selector{quote, place}}}
	if strings.HasPrefix(string(r.URL), "http://") || strings.HasPrefix(string(r.URL), "https://") {
		found = append(found, target{string(r.URL), []selector{quote}})
	}
	return found
}

func firstLetters(text string) string {
	n := 0
	for i := range text {
		if n == contextLetters {
			return text[:i]
		}
		n++
	}
	return text
}

func lastLetters(text string) string {
	at := len(text)
	for range contextLetters {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}

// writeJSON writes a value with an indent of two and no escapes for HTML.
func writeJSON(w io.Writer, v any) error {
	var buffer bytes.Buffer
	e := json.NewEncoder(&buffer)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("export: json: %w", err)
	}
	_, err := w.Write(buffer.Bytes())
	return err
}
