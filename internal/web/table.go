package web

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"stemma"
)

// tableClaim is a claim in the table. Its row is its place in the dossier.
type tableClaim struct {
	story   *stemma.Story
	claim   *stemma.Claim
	tellers int
	lower   string // its statement as it is read, in small letters
	row     int32
	shelved *shelvedStory // nil where it is on no shelf
}

// tableOf is the table of claims.
func tableOf(d *stemma.Dossier) []tableClaim {
	var all []tableClaim
	for i := range d.Stories {
		all = append(all, claimsOf(&d.Stories[i])...)
	}
	for i := range all {
		all[i].row = int32(i)
	}
	return all
}

// claimsOf are the claims of a story, whose rows are not known yet.
func claimsOf(st *stemma.Story) []tableClaim {
	all := make([]tableClaim, len(st.Claims))
	for i := range st.Claims {
		c := &st.Claims[i]
		all[i] = tableClaim{story: st, claim: c, tellers: len(c.Tellers()), lower: strings.ToLower(c.Told())}
	}
	return all
}

// The columns by which the table can be ordered, beside the order in which it is: what most
// reports tell first.
const (
	byOrigins = "origins"
	byWords   = "words"
	byVerdict = "verdict"
)

// columns are the orders that there are.
func columns() []string { return []string{"", byOrigins, byWords, byVerdict} }

// comparison compares claims by a column. What is equal there stands as it does in the table.
func comparison(by string) func(a, b *tableClaim) int {
	column := func(a, b *tableClaim) int { return 0 }
	switch by {
	case byOrigins:
		column = func(a, b *tableClaim) int {
			x, y := &a.claim.Origins, &b.claim.Origins
			return cmp.Or(cmp.Compare(y.Min, x.Min), cmp.Compare(y.Max, x.Max))
		}
	case byWords:
		column = func(a, b *tableClaim) int { return strings.Compare(a.lower, b.lower) }
	case byVerdict:
		column = func(a, b *tableClaim) int { return cmp.Compare(a.claim.Verdict, b.claim.Verdict) }
	}
	return func(a, b *tableClaim) int {
		if differ := column(a, b); differ != 0 {
			return differ
		}
		if differ := stemma.CompareClaims(a.claim, a.tellers, b.claim, b.tellers); differ != 0 {
			return differ
		}
		return cmp.Compare(a.row, b.row)
	}
}

// sortedBy orders claims by a column.
func sortedBy(claims []tableClaim, by string) []*tableClaim {
	order := make([]*tableClaim, len(claims))
	for i := range claims {
		order[i] = &claims[i]
	}
	slices.SortFunc(order, comparison(by))
	return order
}

// rowsOf are the rows of claims.
func rowsOf(claims []*tableClaim) []int32 {
	rows := make([]int32, len(claims))
	for i, t := range claims {
		rows[i] = t.row
	}
	return rows
}

// shown is a claim as the table shows it.
func (t *tableClaim) shown(verdict func(*stemma.Claim) string) ClaimRow {
	c := t.claim
	row := ClaimRow{
		Story: t.story.ID, ID: c.ID, Statement: c.Told(), Min: c.Origins.Min, Max: c.Origins.Max,
	}
	if verdict != nil {
		row.Stands = verdict(c)
	}
	by, tellers := t.reports(), c.Tellers()
	for _, w := range t.story.Witnesses {
		switch report := string(w.Report); {
		case w.Lost || !slices.Contains(by, report):
		case slices.Contains(tellers, report):
			row.Sigla = append(row.Sigla, w.Siglum)
		default:
			row.Perhaps = append(row.Perhaps, w.Siglum)
		}
	}
	return row
}

// reports are those that tell a claim, and those that may tell something else.
func (t *tableClaim) reports() (ids []string) {
	for i := range t.claim.Statements {
		if id := t.claim.Statements[i].Span.Report; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// sentences are those in which a claim is told, but where its statement is all of one.
func (t *tableClaim) sentences() (all []string) {
	for i := range t.claim.Statements {
		s := t.claim.Statements[i].Sentence.Text
		if !strings.Contains(t.claim.Statement, s) && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// putRows writes rows as bytes: the step from each to the next. In most orders the claims of a
// story that are equal follow each other, so that most steps are 1 and all are packed small.
func putRows(rows []int32) string {
	data, before := make([]byte, 0, 2*len(rows)), int32(0)
	for _, row := range rows {
		data = binary.AppendVarint(data, int64(row)-int64(before))
		before = row
	}
	return string(data)
}

// getRows reads so many rows of a table of some size, as putRows wrote them; it is nil for
// something else.
func getRows(data string, n, size int) []int32 {
	left, row := []byte(data), int64(0)
	rows := make([]int32, n)
	for i := range rows {
		step, length := binary.Varint(left)
		if row += step; length <= 0 || step > math.MaxInt32 || row < 0 || row >= int64(size) {
			return nil
		}
		left, rows[i] = left[length:], int32(row)
	}
	if len(left) > 0 {
		return nil
	}
	return rows
}
