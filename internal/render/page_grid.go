package render

import (
	"strconv"
	"strings"

	"stemma"
)

// gridView is the table of claims against reports.
type gridView struct {
	Columns []link
	Rows    []gridRow
	More    int  // claims of several reports that the table leaves out
	Lonely  int  // claims that one report makes, which it leaves out too
	Folded  bool // too many reports for columns
}

type gridRow struct {
	Claim             link
	ID                string
	Text              string
	Verdict, Kind     string
	Interval, Origins string
	Refs              []link
	Carriers          []link // where there are no columns
	MoreCarriers      int
	Cells             []cellView
}

// cellView is what one report makes of one claim.
type cellView struct {
	To, Sign, Words, Class, Title string
}

// newGridView lays out the claims that two or more reports make; nil when
// there are none.
func newGridView(f storyPage, order []ranked) *gridView {
	g := &gridView{}
	var columns []string
	for i := range f.Witnesses {
		if s := f.Witnesses[i].Siglum; !f.Witnesses[i].Lost && f.report(s) != nil {
			columns = append(columns, s)
		}
	}
	g.Folded = len(columns) > maxGridColumns
	for _, s := range columns {
		g.Columns = append(g.Columns, f.witnessLink(s))
	}
	for _, r := range order {
		switch {
		case len(r.carriers) < 2:
			g.Lonely++
		case len(g.Rows) == maxGridRows:
			g.More++
		default:
			g.Rows = append(g.Rows, f.gridRow(g, columns, r))
		}
	}
	if len(g.Rows) == 0 {
		return nil
	}
	return g
}

func (f storyPage) gridRow(g *gridView, columns []string, r ranked) gridRow {
	c := &f.Claims[r.index]
	row := gridRow{Claim: link{To: f.claimAnchor(r.index)}, ID: clean(c.ID), Text: clip(clean(c.Told()), 160),
		Verdict: verdictWords(c),
		Kind:    verdictClass(c.Verdict), Interval: originsInterval(c.Origins), Origins: originsBeside(c)}
	for i := range f.Origins {
		if contains(c.Origins.IDs, f.Origins[i].ID) && len(row.Refs) < maxNotes {
			row.Refs = append(row.Refs, link{To: f.originAnchor(i), Text: clean(f.Origins[i].ID),
				Title: clip(f.says(&f.Origins[i]), maxTip)})
		}
	}
	if g.Folded {
		shown := r.carriers[:min(len(r.carriers), maxRefs)]
		row.MoreCarriers = len(r.carriers) - len(shown)
		for _, s := range shown {
			row.Carriers = append(row.Carriers, f.witnessLink(s))
		}
		return row
	}
	cells := f.cells(c, r.index)
	for _, s := range columns {
		row.Cells = append(row.Cells, cells[s])
	}
	return row
}

// saying is how well a statement says what its claim does.
type saying int

// The grades of saying; 0 is none at all.
const (
	perhaps saying = iota + 1
	inTitle
	inBody
)

func sayingOf(s *stemma.Statement) saying {
	switch {
	case s.Loose:
		return perhaps
	case s.Headline:
		return inTitle
	}
	return inBody
}

// cells maps a siglum to what its report makes of the claim.
func (f storyPage) cells(c *stemma.Claim, index int) map[string]cellView {
	cells := map[string]cellView{}
	best := map[string]saying{}
	for i := range c.Statements {
		s, says := f.sigla[c.Statements[i].Span.Report], sayingOf(&c.Statements[i])
		if says <= best[s] {
			continue
		}
		best[s] = says
		cell := cellView{To: statementAnchor(f.claimAnchor(index), i), Sign: "●", Words: "says", Class: "says"}
		switch says {
		case perhaps:
			cell.Sign, cell.Words, cell.Class = "?", "perhaps", "head"
		case inTitle:
			cell.Sign, cell.Words, cell.Class = "◐", "title", "head"
		}
		cell.Title = clip(clean(c.Statements[i].Span.Text), maxTip)
		cells[s] = cell
	}
	worst := map[string]*stemma.Drift{}
	for _, d := range f.drifts[c.ID] {
		if d.IsApart() {
			continue // neither says it changed
		}
		if _, to := f.ends(d); worst[to] == nil || d.Severity > worst[to].Severity {
			worst[to] = d
		}
	}
	for s, d := range worst {
		if cell, ok := cells[s]; ok {
			cell.Sign, cell.Words, cell.Class = severitySign(d.Severity), driftShort(d.Kind),
				"changed sev"+strconv.Itoa(min(max(d.Severity, 1), 3))
			kind := Severity(d.Severity) + " drift, " + driftWords(d)
			cell.Title = strings.TrimSpace(kind + ": " + clean(d.Says))
			cells[s] = cell
		}
	}
	return cells
}
