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
	hits, at, err := p.hits(f, at)
	if err != nil {
		return "", nil, err
	}
	p.Rows, err = rowsAt(f, hits)
	p.Next, p.Before = beside(q, at+pageRows, p.Total), beside(q, at-pageRows, p.Total)
	return "Claims", p, err
}

// hits are the claims that the page shows, from a place on, which is one that there is.
func (p *claimsPage) hits(f Findings, at int) ([]hit, int, error) {
	by := asked{p.Query, p.Verdict, p.Report, p.Story}
	if by == (asked{}) && p.Sort == "" { // as they lie there
		p.Total = f.Overview().Claims
		at = min(max(at, 0), p.Total)
		return hitsAt(f, at, min(at+pageRows, p.Total)), at, nil
	}
	all, err := chosen(f, by, p.Sort)
	order(all, p.Sort)
	p.Total = len(all)
	at = min(max(at, 0), p.Total)
	return all[at:min(at+pageRows, p.Total)], at, err
}

// hitsAt are the claims of the table from one to another.
func hitsAt(f Findings, from, to int) (hits []hit) {
	begin := 0
	for chunk, size := range f.Overview().Chunks {
		for at := max(from, begin); at < min(to, begin+size); at++ {
			hits = append(hits, hit{chunk: int32(chunk), at: int32(at - begin)})
		}
		begin += size
	}
	return hits
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

// hit is a claim that was found: where its row stands, and what it is ordered by. A case has
// a hundred thousand of them, and a page shows a hundred.
type hit struct {
	chunk, at int32
	min, max  int32
	place     int32
	key       string
}

// chosen gives the claims that are asked for, what most reports tell first.
func chosen(f Findings, by asked, sort string) ([]hit, error) {
	words := strings.Fields(strings.ToLower(by.query))
	all := make([]hit, 0, pageRows)
	for chunk := range f.Overview().Chunks {
		rows, err := f.Rows(chunk)
		if err != nil {
			return nil, err
		}
		for at := range rows {
			if row := &rows[at]; row.is(by, words) {
				all = append(all, hit{
					int32(chunk), int32(at), int32(row.Min), int32(row.Max), int32(row.Place), row.key(sort),
				})
			}
		}
	}
	return all, nil
}

// rowsAt gives the rows of some claims, in their order.
func rowsAt(f Findings, hits []hit) ([]ClaimRow, error) {
	rows := make([]ClaimRow, len(hits))
	wanted := map[int32][]int{}
	for i, h := range hits {
		wanted[h.chunk] = append(wanted[h.chunk], i)
	}
	for chunk, places := range wanted {
		all, err := f.Rows(int(chunk))
		if err != nil {
			return nil, err
		}
		for _, i := range places {
			rows[i] = all[hits[i].at]
		}
	}
	return rows, nil
}

// is says whether a row is one that is asked for.
func (c *ClaimRow) is(by asked, words []string) bool {
	switch {
	case by.story != "" && c.Story != by.story, by.verdict != "" && string(c.Verdict) != by.verdict:
		return false
	case by.report != "" && !slices.Contains(c.By, by.report):
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !c.says(w) })
}

// says says whether a claim, its id or a sentence in which it is told has a word.
func (c *ClaimRow) says(word string) bool {
	return containsFold(c.Statement, word) || containsFold(c.ID, word) ||
		slices.ContainsFunc(c.Sentences, func(s string) bool { return containsFold(s, word) })
}

// key is what rows are ordered by that is no number. It holds nothing of the row.
func (c *ClaimRow) key(sort string) string {
	switch sort {
	case "words":
		return strings.Clone(strings.ToLower(c.Statement))
	case "verdict":
		return strings.Clone(string(c.Verdict))
	}
	return ""
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

// order orders the claims. What is equal stands by how many reports tell it, as before.
func order(hits []hit, by string) {
	switch by {
	case "origins":
		slices.SortStableFunc(hits, func(a, b hit) int {
			return cmp.Or(cmp.Compare(b.min, a.min), cmp.Compare(b.max, a.max))
		})
	case "words", "verdict":
		slices.SortStableFunc(hits, func(a, b hit) int { return strings.Compare(a.key, b.key) })
	}
}
