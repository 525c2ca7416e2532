package web

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// page is what every page has.
type page struct {
	Case, Title string
	Body        any
}

// notFound says that there is nothing at an address.
var errNotFound = errors.New("nothing found has that id; findings whose words have changed have a new one")

// shown answers with a page.
func (s *server) shown(name string, view func(*http.Request) (string, any, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		title, body, err := view(r)
		if err != nil {
			s.fail(w, err)
			return
		}
		s.write(w, http.StatusOK, name, page{s.name, title, body})
	}
}

// write writes a page whole, or none of it.
func (s *server) write(w http.ResponseWriter, status int, name string, p page) {
	var out bytes.Buffer
	if err := s.pages.ExecuteTemplate(&out, name, p); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(out.Bytes())
}

// fail says on a page what went wrong.
func (s *server) fail(w http.ResponseWriter, err error) {
	s.write(w, statusOf(err), "failed", page{s.name, "That did not work", err.Error()})
}

func statusOf(err error) int {
	var line *LineError
	var large *http.MaxBytesError
	switch {
	case errors.Is(err, errNotFound):
		return http.StatusNotFound
	case errors.As(err, &line):
		return http.StatusUnprocessableEntity
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	}
	return http.StatusInternalServerError
}

// home is the answer, the stories with their trees, and the reports.
type home struct {
	Answer  string
	Drawn   bool
	Stories []storyRow
	Unfit   []stemma.Correction
}

type storyRow struct {
	ID, Title string
	Witnesses []witnessRow
	Descents  []descentRow
	Drifts    []stemma.Drift
	Claims    int
	Warnings  []stemma.Warning
}

type witnessRow struct {
	Siglum, Name, Date, Report string
	Lost                       bool
}

type descentRow struct {
	stemma.Descent
	FromName, ToName string
}

// mostRows is how many drifts and single reports a page lists.
const mostRows = 50

func (s *server) home(r *http.Request) (string, any, error) {
	d, err := s.dossier(r)
	if err != nil {
		return "", nil, err
	}
	h := home{Answer: s.render.Answer(d), Drawn: d.Largest() != nil}
	for i := range d.Stories {
		h.Stories = append(h.Stories, newStoryRow(d, &d.Stories[i]))
	}
	slices.SortStableFunc(h.Stories, func(a, b storyRow) int { return len(b.Witnesses) - len(a.Witnesses) })
	for _, c := range d.Corrections {
		if !c.Applied {
			h.Unfit = append(h.Unfit, c)
		}
	}
	return "The case", h, nil
}

func newStoryRow(d *stemma.Dossier, st *stemma.Story) storyRow {
	row := storyRow{ID: st.ID, Title: st.Title, Claims: len(st.Claims), Warnings: st.Warnings}
	for _, w := range st.Witnesses {
		x := witnessRow{Siglum: w.Siglum, Name: called(d, st, w.Siglum), Lost: w.Lost, Report: string(w.Report)}
		if r := d.Report(string(w.Report)); r != nil {
			x.Date = r.Published.String()
		}
		row.Witnesses = append(row.Witnesses, x)
	}
	for _, v := range st.Descents {
		row.Descents = append(row.Descents, descentRow{v, called(d, st, v.From), called(d, st, v.To)})
	}
	row.Drifts = slices.Clone(st.Drifts)
	slices.SortStableFunc(row.Drifts, func(a, b stemma.Drift) int { return b.Severity - a.Severity })
	row.Drifts = row.Drifts[:min(len(row.Drifts), mostRows)]
	return row
}

// called is how people call a witness.
func called(d *stemma.Dossier, st *stemma.Story, siglum string) string {
	w := st.Witness(siglum)
	if w == nil {
		return siglum
	}
	if r := d.Report(string(w.Report)); r != nil {
		return name.Label(r)
	}
	return w.Name
}

// claimsPage is a part of the table of claims.
type claimsPage struct {
	Query, Verdict, Report, Sort string
	Verdicts                     []stemma.Verdict
	Reports                      []reportChoice
	Rows                         []claimRow
	Total                        int
	Next, Before                 string
}

type reportChoice struct{ ID, Name string }

type claimRow struct {
	Story string
	stemma.Claim
	Sigla []string
}

// pageRows is how many claims one page of the table has.
const pageRows = 100

func (s *server) claims(r *http.Request) (string, any, error) {
	d, err := s.dossier(r)
	if err != nil {
		return "", nil, err
	}
	q := r.URL.Query()
	p := claimsPage{
		Query: q.Get("q"), Verdict: q.Get("verdict"), Report: q.Get("report"), Sort: q.Get("sort"),
		Verdicts: []stemma.Verdict{
			stemma.Corroborated, stemma.Contested, stemma.SingleOrigin, stemma.SingleSource, stemma.Unattributed,
		},
	}
	for i := range d.Reports {
		p.Reports = append(p.Reports, reportChoice{d.Reports[i].ID, name.Label(&d.Reports[i])})
	}
	rows := chosen(d, p.Query, p.Verdict, p.Report)
	order(rows, p.Sort)
	p.Total = len(rows)
	at, _ := strconv.Atoi(q.Get("at"))
	at = min(max(at, 0), len(rows))
	p.Rows = rows[at:min(at+pageRows, len(rows))]
	p.Next, p.Before = beside(q, at+pageRows, len(rows)), beside(q, at-pageRows, len(rows))
	return "Claims", p, nil
}

// beside is the address of the page of the table that begins at a row; "" where
// there is none.
func beside(q url.Values, at, rows int) string {
	if at >= rows || at <= -pageRows {
		return ""
	}
	next := url.Values{}
	for key, values := range q {
		next[key] = values
	}
	next.Set("at", strconv.Itoa(max(at, 0)))
	return "/claims?" + next.Encode()
}

// chosen gives the claims that have all words of a query, a verdict and a report.
func chosen(d *stemma.Dossier, query, verdict, report string) []claimRow {
	words := strings.Fields(strings.ToLower(query))
	rows := []claimRow{}
	for i := range d.Stories {
		st := &d.Stories[i]
		sigla := map[string]string{}
		for _, w := range st.Witnesses {
			sigla[string(w.Report)] = w.Siglum
		}
		for _, c := range st.Claims {
			if verdict != "" && string(c.Verdict) != verdict || !has(&c, words, report) {
				continue
			}
			row := claimRow{Story: st.ID, Claim: c}
			for _, x := range c.Statements {
				if s := sigla[x.Span.Report]; !slices.Contains(row.Sigla, s) {
					row.Sigla = append(row.Sigla, s)
				}
			}
			slices.Sort(row.Sigla)
			rows = append(rows, row)
		}
	}
	return rows
}

// has says whether a claim has all words in its statements, and one of them in a
// report.
func has(c *stemma.Claim, words []string, report string) bool {
	text, inReport := strings.ToLower(c.ID+" "+c.Statement), report == ""
	for _, x := range c.Statements {
		text += " " + strings.ToLower(x.Sentence.Text)
		inReport = inReport || x.Span.Report == report
	}
	return inReport && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// order sorts the table: by how many reports carry a claim, unless told otherwise.
func order(rows []claimRow, by string) {
	slices.SortStableFunc(rows, func(a, b claimRow) int {
		switch by {
		case "origins":
			return b.Origins.Min*1000 + b.Origins.Max - a.Origins.Min*1000 - a.Origins.Max
		case "words":
			return strings.Compare(strings.ToLower(a.Statement), strings.ToLower(b.Statement))
		case "verdict":
			return strings.Compare(string(a.Verdict), string(b.Verdict))
		}
		return len(b.Sigla) - len(a.Sigla)
	})
}
