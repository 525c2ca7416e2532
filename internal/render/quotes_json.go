package render

import (
	"fmt"
	"io"

	"stemma"
)

// QuotesJSON writes the promised form of the quotes command as [JSON] would: a
// dossier without reuse and stories. It writes as it goes, since the words of
// a report come back in every quotation of them. The error is the writer's.
func QuotesJSON(w io.Writer, d *stemma.Dossier) error {
	s := newScribe(w)
	s.open('{')
	s.text("schema", d.Schema)
	list(s, "ledger", d.Ledger, (*scribe).row)
	list(s, "reports", d.Reports, (*scribe).report)
	list(s, "speakers", d.Speakers, (*scribe).speaker)
	list(s, "attributions", d.Attributions, (*scribe).attribution)
	s.shut('}')
	if err := s.finish(); err != nil {
		return fmt.Errorf("render: json: %w", err)
	}
	return nil
}

func (s *scribe) row(r *stemma.LedgerRow) {
	s.open('{')
	s.text("input", r.Input)
	s.text("outcome", string(r.Outcome))
	s.text("reason", r.Reason)
	s.maybe("report", string(r.Report))
	if r.Note != "" {
		s.text("note", r.Note)
	}
	s.shut('}')
}

func (s *scribe) report(r *stemma.Report) {
	s.open('{')
	s.text("id", r.ID)
	s.text("input", r.Input)
	s.text("sha256", r.SHA256)
	s.maybe("url", string(r.URL))
	s.maybe("outlet", string(r.Outlet))
	list(s, "byline", orEmpty(r.Byline), (*scribe).item)
	s.text("title", r.Title)
	s.maybe("published", r.Published.String())
	precision := r.Published.Precision
	if precision == "" {
		precision = stemma.Undated
	}
	s.text("published_precision", string(precision))
	s.maybe("updated", r.Updated.String())
	s.maybe("language", r.Language)
	s.text("text", r.Text)
	list(s, "segments", orEmpty(r.Segments), (*scribe).segment)
	list(s, "credits", orEmpty(r.Credits), (*scribe).credit)
	s.shut('}')
}

// orEmpty keeps a list of a report from being written as null.
func orEmpty[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

func (s *scribe) item(text *string) { s.out = appendQuoted(s.out, *text) }

func (s *scribe) segment(g *stemma.Segment) {
	s.open('{')
	s.text("kind", string(g.Kind))
	s.number("start", g.Start)
	s.number("end", g.End)
	s.shut('}')
}

func (s *scribe) credit(c *stemma.Credit) {
	s.open('{')
	s.text("kind", string(c.Kind))
	s.text("name", c.Name)
	if c.URL != "" {
		s.text("url", c.URL)
	}
	s.key("span")
	s.span(&c.Span)
	s.shut('}')
}

func (s *scribe) span(p *stemma.Span) {
	s.open('{')
	s.text("report", p.Report)
	s.number("start", p.Start)
	s.number("end", p.End)
	s.text("text", p.Text)
	s.shut('}')
}

// place writes a span that may be missing.
func (s *scribe) place(name string, p *stemma.Span) {
	if p == nil {
		s.maybe(name, "")
		return
	}
	s.key(name)
	s.span(p)
}

func (s *scribe) speaker(p *stemma.Speaker) {
	s.open('{')
	s.text("id", p.ID)
	s.text("name", p.Name)
	s.text("kind", string(p.Kind))
	s.key("count")
	s.open('{')
	s.number("min", p.Count.Min)
	if p.Count.Max == 0 {
		s.maybe("max", "")
	} else {
		s.number("max", p.Count.Max)
	}
	s.shut('}')
	s.text("descriptor", p.Descriptor)
	list(s, "aliases", p.Aliases, (*scribe).item)
	s.shut('}')
}

func (s *scribe) attribution(a *stemma.Attribution) {
	s.open('{')
	s.text("id", a.ID)
	s.text("report", a.Report)
	s.text("kind", string(a.Kind))
	s.place("source", a.Source)
	list(s, "cue", a.Cue, (*scribe).span)
	list(s, "content", a.Content, (*scribe).span)
	s.maybe("speaker", string(a.Speaker))
	s.maybe("within", string(a.Within))
	s.text("stance", string(a.Stance))
	if a.Negated {
		s.truth("negated", true)
	}
	s.text("act", string(a.Act))
	s.truth("told", a.Told)
	s.place("receiver", a.Receiver)
	s.maybe("receiver_speaker", string(a.ReceiverSpeaker))
	s.truth("own", a.Own)
	s.truth("continues", a.Continues)
	s.shut('}')
}
