package web

import (
	"net/http"
	"net/url"
	"strconv"

	"stemma"
)

// claimsPage is a part of the table of claims.
type claimsPage struct {
	Query, Verdict, Report, Story, Sort string
	Verdicts                            []stemma.Verdict
	Reports                             []ReportChoice
	Columns                             []sortLink
	Rows                                []ClaimRow
	Total                               int
	Next, Before                        string
}

// sortLink is the head of a column, which sorts by it.
type sortLink struct {
	Name, To string
	Is       bool
}

// mostChoices is of how many reports one may be picked from a list: nobody finds one
// among thousands, which would be most of the page. Of more, one is asked for by its id,
// which its own page fills in.
const mostChoices = 500

// pageRows is how many claims one page of the table has.
const pageRows = 100

func showClaims(s *server, r *http.Request) (string, any, error) {
	f, err := s.findings(r)
	if err != nil {
		return "", nil, err
	}
	q := r.URL.Query()
	p := claimsPage{
		Query: q.Get("q"), Verdict: q.Get("verdict"), Report: q.Get("report"), Story: q.Get("story"),
		Sort: q.Get("sort"), Reports: f.Overview().Reports,
		Verdicts: []stemma.Verdict{
			stemma.Corroborated, stemma.Contested, stemma.SingleOrigin, stemma.SingleSource, stemma.Unattributed,
		},
	}
	for _, c := range [][2]string{{"Claim", "words"}, {"Stands on", "verdict"}, {"Origins", "origins"}, {"In", ""}} {
		p.Columns = append(p.Columns, sortLink{c[0], with(q, "sort", c[1]), c[1] == p.Sort})
	}
	at, _ := strconv.Atoi(q.Get("at"))
	rows, at, err := p.rows(f, at)
	if err != nil {
		return "", nil, err
	}
	p.Rows, err = f.Rows(rows)
	p.Next, p.Before = beside(q, at+pageRows, p.Total), beside(q, at-pageRows, p.Total)
	return "Claims", p, err
}

// rows are those of the claims that the page shows, from one on that there is.
func (p *claimsPage) rows(f Findings, at int) (rows []int32, from int, err error) {
	by := asked{p.Query, p.Verdict, p.Report, p.Story}
	if by == (asked{}) {
		p.Total = f.Overview().Claims
		from = min(max(at, 0), p.Total)
		rows, err = f.Order(p.Sort, from, min(from+pageRows, p.Total))
		return rows, from, err
	}
	found, err := f.Search(by)
	if err != nil {
		return nil, 0, err
	}
	p.Total = found.size()
	from = min(max(at, 0), p.Total)
	rows, err = rowsIn(f, found, p.Sort, from)
	return rows, from, err
}

// rowsIn are the rows of a page of those that were found, in an order, of which no more is
// read at once than lies together.
func rowsIn(f Findings, found rowSet, sort string, from int) (rows []int32, err error) {
	all := f.Overview().Claims
	for first := 0; first < all; first += orderRows {
		order, err := f.Order(sort, first, min(first+orderRows, all))
		if err != nil {
			return nil, err
		}
		for row := range found.all(order) {
			if from--; from >= 0 {
				continue
			}
			if rows = append(rows, row); len(rows) == pageRows {
				return rows, nil
			}
		}
	}
	return rows, nil
}

// beside is the address of the page of the table that begins at a row; "" where
// there is none.
func beside(q url.Values, at, rows int) string {
	if at >= rows || at <= -pageRows {
		return ""
	}
	return with(q, "at", strconv.Itoa(max(at, 0)))
}

// with is the address of the table with one thing asked for otherwise; sorted anew,
// it begins at its head.
func with(q url.Values, key, value string) string {
	next := url.Values{}
	for k, values := range q {
		next[k] = values
	}
	if key == "sort" {
		next.Del("at")
	}
	next.Set(key, value)
	return "/claims?" + next.Encode()
}
