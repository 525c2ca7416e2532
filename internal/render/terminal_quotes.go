package render

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode/utf8"

	"stemma"
)

// Quotes writes who is credited with what, report by report: source (kind,
// count) — cue — content, an attribution inside another one indented under
// it. The error is the writer's.
func Quotes(w io.Writer, d *stemma.Dossier, s Style) error {
	p, f := newPile(d), newFlow(w, s)
	byReport := map[string][]*stemma.Attribution{}
	for i := range d.Attributions {
		a := &d.Attributions[i]
		byReport[a.Report] = append(byReport[a.Report], a)
	}
	f.lines("", "", piece{quotesAnswer(p), strong})
	for i := range d.Reports {
		r := &d.Reports[i]
		f.gap()
		f.heading(reportTitle(r))
		f.lines("", "", piece{reportName(r) + ", " + dateWords(r.Published), faint})
		all := byReport[r.ID]
		if len(all) == 0 {
			f.lines("", "", piece{"Nobody is credited with anything.", plain})
		}
		for _, n := range nest(all) {
			f.gap()
			f.attribution(p, n)
		}
	}
	f.gap()
	f.ledger(p)
	return f.out.Flush()
}

func quotesAnswer(p *pile) string {
	if len(p.Reports) == 0 {
		return "No report could be read, so there is nothing to quote." + p.unread()
	}
	named, groups := 0, 0
	for i := range p.Speakers {
		switch p.Speakers[i].Kind {
		case stemma.Person:
			named++
		case stemma.Anonymous:
			groups++
		}
	}
	return fmt.Sprintf("%s, %s, %s: %s, %s.", count(len(p.Reports), "report"), count(len(p.Attributions),
		"attribution"),
		count(len(p.Speakers), "source"), people(named), count(groups, "unnamed source")) + p.unread()
}

func people(n int) string {
	if n == 1 {
		return "1 named person"
	}
	return fmt.Sprintf("%d named people", n)
}

// nested is an attribution and how many others it stands in.
type nested struct {
	*stemma.Attribution
	depth int
}

// maxNesting bounds how deep a credit inside a credit is followed.
const maxNesting = 6

// nest orders the attributions of one report as they stand in it, with those
// that stand in another one after it.
func nest(all []*stemma.Attribution) []nested {
	byID := map[string]*stemma.Attribution{}
	for _, a := range all {
		byID[a.ID] = a
	}
	found := make([]nested, len(all))
	for i, a := range all {
		n := nested{Attribution: a}
		for up := byID[string(a.Within)]; up != nil && n.depth < maxNesting; up = byID[string(up.Within)] {
			n.depth++
		}
		found[i] = n
	}
	sort.SliceStable(found, func(i, j int) bool {
		a, b := outset(found[i].Attribution), outset(found[j].Attribution)
		if a != b {
			return a < b
		}
		return found[i].depth < found[j].depth
	})
	return found
}

// outset is the first byte of an attribution's content.
func outset(a *stemma.Attribution) int {
	if len(a.Content) > 0 {
		return a.Content[0].Start
	}
	if a.Source != nil {
		return a.Source.Start
	}
	return 0
}

func (f *flow) attribution(p *pile, n nested) {
	indent := strings.Repeat("   ", n.depth)
	mark := indent
	if n.depth > 0 {
		mark = indent[:len(indent)-3] + "└─ "
	}
	source, about := sourceWords(p, n.Attribution)
	pieces := []piece{{source, strong}}
	if about != "" {
		pieces = append(pieces, piece{" (" + about + ")", faint})
	}
	if cue := joinSpans(n.Cue); cue != "" {
		pieces = append(pieces, piece{" — ", faint}, piece{cue, siglum})
	}
	pieces = append(pieces, piece{" — ", faint}, piece{contentWords(n.Attribution), plain})
	f.lines(mark, indent+"   ", pieces...)
}

// sourceWords is the source as the report has it, and what is known of it:
// the full name where the report has another, the kind, how many people.
func sourceWords(p *pile, a *stemma.Attribution) (source, about string) {
	var notes []string
	s := p.speakers[string(a.Speaker)]
	switch {
	case a.Source != nil:
		source = clean(a.Source.Text)
	case s != nil:
		source = clean(s.Name)
	default:
		source = "nobody named"
	}
	if s != nil {
		if name := clean(s.Name); !strings.HasSuffix(strings.ToLower(source), strings.ToLower(name)) {
			notes = append(notes, name)
		}
		notes = append(notes, speakerKindWords(s))
		if c := countWords(s.Count); c != "" {
			notes = append(notes, c)
		}
	}
	return source, strings.Join(notes, ", ")
}

// openMarks are what typed quotations begin with, in any language.
const openMarks = "\"'“”„‟«»‹›‘’‚‛「『"

func contentWords(a *stemma.Attribution) string {
	content := joinSpans(a.Content)
	if content == "" {
		return "(no content)"
	}
	first, _ := utf8.DecodeRuneInString(content)
	if a.Kind == stemma.Direct && !strings.ContainsRune(openMarks, first) {
		return "“" + strings.TrimRight(content, "”") + "”"
	}
	return content
}

func joinSpans(spans []stemma.Span) string {
	var parts []string
	for _, s := range spans {
		if t := clean(s.Text); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, " … ")
}
