package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"stemma"
)

// gridPage is a part of the table of claims against reports: as many reports as fit,
// and ways to the others.
type gridPage struct {
	ID, Title string
	Columns   []witnessRow
	Rows      []gridRow
	Reports   int
	First     int // the number of the first report that is shown
	Claims    int
	Ways      []link
}

type gridRow struct {
	ID, Statement, Verdict string
	Cells                  []cell // one a report
}

// cell is in which words a report makes a claim; "" where it does not say so.
type cell struct {
	Words   string
	Perhaps bool // they may say something else
}

const (
	// gridColumns is how many reports fit beside a claim on 1280 pixels.
	gridColumns = 12
	gridRows    = 60
)

func showGrid(s *server, r *http.Request) (string, any, error) {
	d, st, err := s.story(r)
	if err != nil {
		return "", nil, err
	}
	p := &gridPage{ID: st.ID, Title: st.Title, Claims: len(st.Claims)}
	var kept []witnessRow
	for _, w := range st.Witnesses {
		if !w.Lost {
			kept = append(kept, witnessRow{Siglum: w.Siglum, Name: called(d, st, w.Siglum), Report: string(w.Report)})
		}
	}
	claims := byCarriers(st.Claims)
	at, before, next := window(r, "at", gridColumns, len(kept))
	row, above, below := window(r, "row", gridRows, len(claims))
	p.Reports, p.First, p.Columns = len(kept), at+1, kept[at:min(at+gridColumns, len(kept))]
	for _, c := range claims[row:min(row+gridRows, len(claims))] {
		p.Rows = append(p.Rows, gridRow{c.ID, c.Told(), s.render.Verdict(c), cellsOf(c, p.Columns)})
	}
	for _, way := range []struct {
		text    string
		at, row int
		is      bool
	}{
		{"← reports to the left", before, row, before >= 0}, {"reports to the right →", next, row, next >= 0},
		{"↑ earlier claims", at, above, above >= 0}, {"more claims ↓", at, below, below >= 0},
	} {
		if way.is {
			q := url.Values{"at": {strconv.Itoa(way.at)}, "row": {strconv.Itoa(way.row)}}
			p.Ways = append(p.Ways, link{"/story/" + st.ID + "/grid?" + q.Encode(), way.text})
		}
	}
	return "Who says what", p, nil
}

// byCarriers orders claims by how many reports carry them, as [stemma.CompareClaims] does.
func byCarriers(all []stemma.Claim) []*stemma.Claim {
	type carried struct {
		claim *stemma.Claim
		by    int
	}
	list := make([]carried, len(all))
	for i := range all {
		list[i] = carried{&all[i], len(all[i].Tellers())}
	}
	slices.SortStableFunc(list, func(a, b carried) int { return stemma.CompareClaims(a.claim, a.by, b.claim, b.by) })
	claims := make([]*stemma.Claim, len(list))
	for i := range list {
		claims[i] = list[i].claim
	}
	return claims
}

// cellsOf gives the words in which each report makes a claim.
func cellsOf(c *stemma.Claim, columns []witnessRow) []cell {
	cells := make([]cell, len(columns))
	for i, w := range columns {
		surely := false
		for _, st := range c.Statements {
			switch {
			case st.Span.Report != w.Report || surely:
			case !st.Loose:
				cells[i], surely = cell{Words: st.Span.Text}, true
			case cells[i].Words == "":
				cells[i] = cell{st.Span.Text, true}
			}
		}
	}
	return cells
}
