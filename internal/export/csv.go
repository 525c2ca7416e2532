package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma"
)

// Table is one of the tables of a dossier.
type Table struct {
	Name string // of the file, without ".csv"
	rows func(*lookup) [][]string
}

// Tables are all tables; the first column of each is the id of what a row shows.
func Tables() []Table {
	return []Table{
		{"reports", (*lookup).reportRows}, {"claims", (*lookup).claimRows}, {"statements", (*lookup).statementRows},
		{"descents", (*lookup).descentRows}, {"drifts", (*lookup).driftRows},
		{"attributions", (*lookup).attributionRows},
	}
}

// Write writes a table as CSV by RFC 4180, in UTF-8, with a row of heads. The
// error is the writer's.
func (t Table) Write(w io.Writer, d *stemma.Dossier) error {
	out := csv.NewWriter(w)
	for _, row := range t.rows(newLookup(d)) {
		for i, cell := range row {
			row[i] = guarded(cell)
		}
		if err := out.Write(row); err != nil {
			return fmt.Errorf("export: csv: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// guarded is a cell that no spreadsheet takes for a formula: what begins like one
// gets an apostrophe before it. Control characters, which some readers end at, are
// replaced; line breaks stay.
func guarded(cell string) string {
	cell = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return '\ufffd'
		}
		return r
	}, strings.ReplaceAll(strings.ToValidUTF8(cell, "\ufffd"), "\r", ""))
	if formula(strings.TrimLeft(cell, " \n\u00a0\ufeff")) {
		return "'" + cell
	}
	return cell
}

// formula says whether a cell begins as formulas do, in full-width signs too. A
// number is none.
func formula(cell string) bool {
	if cell == "" {
		return false
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return false
	}
	first := []rune(cell[:min(len(cell), 4)])[0]
	return strings.ContainsRune("=+-@\t|＝＋－＠", first)
}

func (b *lookup) reportRows() [][]string {
	rows := [][]string{{
		"report_id", "story_id", "siglum", "input", "outlet", "title", "byline", "published", "published_precision",
		"updated", "language", "url", "sha256",
	}}
	for i := range b.Reports {
		r := &b.Reports[i]
		at := b.home[r.ID]
		rows = append(rows, []string{
			r.ID, at.story, at.siglum, r.Input, string(r.Outlet), r.Title, strings.Join(r.Byline, "; "),
			r.Published.String(), string(r.Published.Precision), r.Updated.String(), r.Language, string(r.URL),
			r.SHA256,
		})
	}
	return rows
}

func (b *lookup) claimRows() [][]string {
	rows := [][]string{{
		"claim_id", "story_id", "statement", "verdict", "origins_min", "origins_max", "unresolved", "origin_ids",
		"witnesses", "statements",
	}}
	for i := range b.Stories {
		for k := range b.Stories[i].Claims {
			c := &b.Stories[i].Claims[k]
			rows = append(rows, []string{
				c.ID, b.Stories[i].ID, c.Statement, string(c.Verdict), strconv.Itoa(c.Origins.Min),
				strconv.Itoa(c.Origins.Max), strconv.Itoa(c.Origins.Unresolved), strings.Join(c.Origins.IDs, " "),
				strings.Join(b.carriers(c), " "),
				strconv.Itoa(len(c.Statements)),
			})
		}
	}
	return rows
}

func (b *lookup) statementRows() [][]string {
	rows := [][]string{{
		"claim_id", "story_id", "report_id", "siglum", "start", "end", "text", "sentence", "attribution_id",
		"certainty", "polarity", "headline", "quoted", "loose",
	}}
	for i := range b.Stories {
		for _, c := range b.Stories[i].Claims {
			for _, st := range c.Statements {
				rows = append(rows, []string{
					c.ID, b.Stories[i].ID, st.Span.Report, b.home[st.Span.Report].siglum, strconv.Itoa(st.Span.Start),
					strconv.Itoa(st.Span.End), st.Span.Text, st.Sentence.Text, string(st.Attribution),
					string(st.Certainty), polarity(st.Polarity), strconv.FormatBool(st.Headline),
					strconv.FormatBool(st.Quoted), strconv.FormatBool(st.Loose),
				})
			}
		}
	}
	return rows
}

// polarity is a word, since "+" and "-" begin formulas.
func polarity(p stemma.Polarity) string {
	if p == stemma.Negated {
		return "negated"
	}
	return "affirmed"
}

func (b *lookup) descentRows() [][]string {
	rows := [][]string{{
		"descent_id", "story_id", "status", "from", "from_name", "to", "to_name", "kind", "confidence",
		"share", "evidence",
	}}
	for i := range b.Stories {
		s := &b.Stories[i]
		add := func(status string, list []stemma.Descent) {
			for k := range list {
				v := &list[k]
				rows = append(rows, []string{
					v.ID, s.ID, status, v.From, b.witness(s, v.From), v.To, b.witness(s, v.To), string(v.Kind),
					figure(v.Confidence), figure(v.Share), says(v),
				})
			}
		}
		add("drawn", s.Descents)
		add("possible", s.Possible)
	}
	return rows
}

// witness is how people call the witness with a siglum.
func (b *lookup) witness(s *stemma.Story, siglum string) string {
	if w := s.Witness(siglum); w != nil {
		return b.called(w)
	}
	return siglum
}

func figure(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func (b *lookup) driftRows() [][]string {
	rows := [][]string{{
		"drift_id", "story_id", "kind", "severity", "claim_id", "descent_id", "before_report", "before_start",
		"before_end", "before", "after_report", "after_start", "after_end", "after", "says", "inherited_by",
		"relation", "common",
	}}
	for i := range b.Stories {
		for _, x := range b.Stories[i].Drifts {
			row := []string{
				x.ID, b.Stories[i].ID, string(x.Kind), strconv.Itoa(x.Severity), string(x.Claim), string(x.Descent),
			}
			row = append(append(row, side(x.Before)...), side(x.After)...)
			rows = append(rows, append(row, x.Says, strings.Join(x.InheritedBy, " "), string(x.Relation),
				strings.Join(x.Common, " ")))
		}
	}
	return rows
}

func side(s *stemma.Span) []string {
	if s == nil {
		return []string{"", "", "", ""}
	}
	return []string{s.Report, strconv.Itoa(s.Start), strconv.Itoa(s.End), s.Text}
}

func (b *lookup) attributionRows() [][]string {
	rows := [][]string{{
		"attribution_id", "report_id", "kind", "speaker_id", "speaker", "speaker_kind", "source", "cue", "content",
		"start", "end", "told",
	}}
	for i := range b.Attributions {
		a := &b.Attributions[i]
		var speaker stemma.Speaker
		if s := b.speakers[string(a.Speaker)]; s != nil {
			speaker = *s
		}
		start, end := "", ""
		if n := len(a.Content); n > 0 {
			start, end = strconv.Itoa(a.Content[0].Start), strconv.Itoa(a.Content[n-1].End)
		}
		rows = append(rows, []string{
			a.ID, a.Report, string(a.Kind), speaker.ID, speaker.Name, string(speaker.Kind), side(a.Source)[3],
			joined(a.Cue), joined(a.Content), start, end, strconv.FormatBool(a.Told),
		})
	}
	return rows
}
