package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"stemma"
	"stemma/internal/name"
)

// claimsPage is a part of the table of claims.
type claimsPage struct {
	Query, Verdict, Report, Story, Sort string
	Verdicts                            []stemma.Verdict
	Reports                             []reportChoice
	Columns                             []sortLink
	Rows                                []claimRow
	Total                               int
	Next, Before                        string
}

type reportChoice struct{ ID, Name string }

// sortLink is the head of a column, which sorts by it.
type sortLink struct {
	Name, To string
	Is       bool
}

type claimRow struct {
	Story string
	*stemma.Claim
	Stands  string
	Sigla   []string // of the reports that tell it
	Perhaps []string // of those that may tell something else
}

// found is a claim that is asked for. A case has a hundred thousand of them, and a page
// shows a hundred: the rest of a row is made for these.
type found struct {
	story   *stemma.Story
	claim   *stemma.Claim
	reports int
}

func (f found) row() claimRow {
	row := claimRow{Story: f.story.ID, Claim: f.claim}
	tellers := f.claim.Tellers()
	for _, w := range f.story.Witnesses {
		switch {
		case w.Lost || !tells(f.claim, string(w.Report)):
		case slices.Contains(tellers, string(w.Report)):
			row.Sigla = append(row.Sigla, w.Siglum)
		default:
			row.Perhaps = append(row.Perhaps, w.Siglum)
		}
	}
	return row
}

// mostChoices is of how many reports one may be picked from a list: nobody finds one
// among thousands, which would be most of the page. Of more, one is asked for by its id,
// which its own page fills in.
const mostChoices = 500

// pageRows is how many claims one page of the table has.
const pageRows = 100

func showClaims(s *server, r *http.Request) (string, any, error) {
	d, err := s.dossier(r)
	if err != nil {
		return "", nil, err
	}
	q := r.URL.Query()
	p := claimsPage{
		Query: q.Get("q"), Verdict: q.Get("verdict"), Report: q.Get("report"), Story: q.Get("story"),
		Sort: q.Get("sort"),
		Verdicts: []stemma.Verdict{
			stemma.Corroborated, stemma.Contested, stemma.SingleOrigin, stemma.SingleSource, stemma.Unattributed,
		},
	}
	if len(d.Reports) <= mostChoices {
		for i := range d.Reports {
			p.Reports = append(p.Reports, reportChoice{d.Reports[i].ID, name.Label(&d.Reports[i])})
		}
	}
	for _, c := range [][2]string{{"Claim", "words"}, {"Stands on", "verdict"}, {"Origins", "origins"}, {"In", ""}} {
		p.Columns = append(p.Columns, sortLink{c[0], with(q, "sort", c[1]), c[1] == p.Sort})
	}
	rows := chosen(d, asked{p.Query, p.Verdict, p.Report, p.Story})
	order(rows, p.Sort)
	p.Total = len(rows)
	at, _ := strconv.Atoi(q.Get("at"))
	at = min(max(at, 0), len(rows))
	for _, f := range rows[at:min(at+pageRows, len(rows))] {
		row := f.row()
		row.Stands = s.render.Verdict(f.claim)
		p.Rows = append(p.Rows, row)
	}
	p.Next, p.Before = beside(q, at+pageRows, len(rows)), beside(q, at-pageRows, len(rows))
	return "Claims", p, nil
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

// asked is which claims are asked for; what is empty is any.
type asked struct{ query, verdict, report, story string }

// chosen gives the claims that are asked for: with all words of a query, a verdict, a
// report and a story.
func chosen(d *stemma.Dossier, by asked) []found {
	words := strings.Fields(strings.ToLower(by.query))
	var all []found
	for i := range d.Stories {
		st := &d.Stories[i]
		if by.story != "" && st.ID != by.story {
			continue
		}
		for k := range st.Claims {
			c := &st.Claims[k]
			if (by.verdict == "" || string(c.Verdict) == by.verdict) && has(c, words, by.report) {
				all = append(all, found{st, c, reportsOf(c)})
			}
		}
	}
	return all
}

// reportsOf counts the reports that tell a claim.
func reportsOf(c *stemma.Claim) int {
	return len(c.Tellers())
}

// has says whether a claim has all words in its statements, and one of them in a
// report.
func has(c *stemma.Claim, words []string, report string) bool {
	if report != "" && !tells(c, report) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !says(c, w) })
}

// tells says whether a report tells a claim.
func tells(c *stemma.Claim, report string) bool {
	for i := range c.Statements {
		if c.Statements[i].Span.Report == report {
			return true
		}
	}
	return false
}

// says says whether a claim has a word, in small letters, in its id, as it is shown or in
// the sentences that tell it.
func says(c *stemma.Claim, word string) bool {
	return containsFold(c.Statement, word) || containsFold(c.ID, word) ||
		slices.ContainsFunc(c.Statements, func(x stemma.Statement) bool { return containsFold(x.Sentence.Text, word) })
}

// containsFold says whether a text has a word, which is in small letters, in whichever
// letters. A search asks it of every claim, so text is not written anew for a word of
// ASCII.
func containsFold(text, word string) bool {
	if strings.ContainsFunc(word, func(c rune) bool { return c >= utf8.RuneSelf }) {
		return strings.Contains(strings.ToLower(text), word)
	}
	first := word[:1] + strings.ToUpper(word[:1])
	for len(text) >= len(word) {
		at := strings.IndexAny(text, first)
		if at < 0 || len(text)-at < len(word) {
			return false
		}
		if strings.EqualFold(text[at:at+len(word)], word) {
			return true
		}
		text = text[at+1:]
	}
	return false
}

// order sorts the table by a column, and what is equal there, or all without one, as
// [stemma.CompareClaims] does.
func order(rows []found, by string) {
	words := map[*stemma.Claim]string{}
	if by == "words" {
		for _, f := range rows {
			words[f.claim] = strings.ToLower(f.claim.Statement)
		}
	}
	slices.SortStableFunc(rows, func(a, b found) int {
		first := 0
		switch by {
		case "origins":
			first = cmp.Or(b.claim.Origins.Min-a.claim.Origins.Min, b.claim.Origins.Max-a.claim.Origins.Max)
		case "words":
			first = strings.Compare(words[a.claim], words[b.claim])
		case "verdict":
			first = strings.Compare(string(a.claim.Verdict), string(b.claim.Verdict))
		}
		return cmp.Or(first, stemma.CompareClaims(a.claim, a.reports, b.claim, b.reports))
	})
}
