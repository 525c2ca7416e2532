package render

import (
	"strings"
	"unicode/utf8"

	"stemma"
)

// maxContext is how many bytes are shown on either side of the words that a
// drift is about: a sentence of news on the average.
const maxContext = 160

// context gives the words around a span within its sentence: what stands before
// it, and behind. An ellipsis marks where it was cut.
func (p *pile) context(s *stemma.Span) (before, behind string) {
	r := p.reports[s.Report]
	if r == nil || s.Start < 0 || s.End > len(r.Text) || s.Start > s.End {
		return "", ""
	}
	return opening(r.Text[:s.Start]), ending(r.Text[s.End:])
}

// opening is the end of a text from the beginning of its last sentence on.
func opening(text string) string {
	from := max(0, len(text)-maxContext)
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	cut := from > 0
	for _, stop := range []string{"\n", ". ", "! ", "? ", ".” ", ".\" "} {
		if at := strings.LastIndex(text[from:], stop); at >= 0 {
			from, cut = from+at+len(stop), false
		}
	}
	if cut {
		if at := strings.IndexByte(text[from:], ' '); at >= 0 {
			return "…" + text[from+at:]
		}
	}
	return text[from:]
}

// ending is the beginning of a text up to the end of its first sentence.
func ending(text string) string {
	to := min(len(text), maxContext)
	for 0 < to && to < len(text) && !utf8.RuneStart(text[to]) {
		to--
	}
	cut := to < len(text)
	for _, stop := range []string{"\n", ". ", "! ", "? ", ".\n", ".” ", ".\" "} {
		if at := strings.Index(text[:to], stop); at >= 0 {
			to, cut = at+len(strings.TrimRight(stop, " \n")), false
		}
	}
	if cut {
		if at := strings.LastIndexByte(text[:to], ' '); at >= 0 {
			return text[:at] + " …"
		}
	}
	return text[:to]
}

// marked is a span in its sentence, with only its words marked.
func (p *pile) marked(s *stemma.Span) []diffRun {
	before, behind := p.context(s)
	var runs []diffRun
	runs = appendRun(runs, before, false)
	runs = appendRun(runs, s.Text, true)
	return appendRun(runs, behind, false)
}
