package web

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"stemma"
	"stemma/internal/name"
)

// besidePage is two reports side by side, with what they have in common.
type besidePage struct {
	Sides  [2]side
	Pairs  []pair
	Drifts []stemma.Drift
}

// pair is a passage as each of the two has it.
type pair struct {
	Number      int
	Kind        stemma.ReuseKind
	Left, Right string
}

// side is a report cut into what it has alone and what the other has too.
type side struct {
	ID, Name, Title string
	Pieces          []piece
}

// piece is a stretch of text. A passage has a number, by which both sides lead to each
// other.
type piece struct {
	Text   string
	Number int // 0: of this report alone
	Kind   stemma.ReuseKind
	At, To string // its anchor, and the other's
}

func showBeside(s *server, r *http.Request) (string, any, error) {
	d, err := s.part(r, r.PathValue("a"), r.PathValue("b"))
	if err != nil {
		return "", nil, err
	}
	a, b := d.Report(r.PathValue("a")), d.Report(r.PathValue("b"))
	if a == nil || b == nil {
		return "", nil, errNotFound
	}
	left, right := passages(d, a.ID, b.ID)
	var pairs []pair
	for i := range left {
		pairs = append(pairs, pair{i + 1, left[i].kind, left[i].Text, right[i].Text})
	}
	p := besidePage{Pairs: pairs, Sides: [2]side{
		{a.ID, name.Label(a), a.Title, pieces(a.Text, left, "a", "b")},
		{b.ID, name.Label(b), b.Title, pieces(b.Text, right, "b", "a")},
	}}
	for i := range d.Stories {
		for _, x := range d.Stories[i].Drifts {
			if x.Before != nil && x.After != nil && between(x.Before.Report, x.After.Report, a.ID, b.ID) {
				p.Drifts = append(p.Drifts, x)
			}
		}
	}
	return "Side by side", p, nil
}

func between(x, y, a, b string) bool { return x == a && y == b || x == b && y == a }

// marked is a passage in one of the two.
type marked struct {
	stemma.Span
	number int
	kind   stemma.ReuseKind
}

// passages are those that two reports have in common, numbered in the order of the
// first report.
func passages(d *stemma.Dossier, a, b string) (left, right []marked) {
	for i, r := range d.Between(a, b) {
		left = append(left, marked{r.A, i + 1, r.Kind})
		right = append(right, marked{r.B, i + 1, r.Kind})
	}
	return left, right
}

// pieces cuts a text at its passages; what two of them have both is the earlier one's.
func pieces(text string, all []marked, own, other string) []piece {
	slices.SortStableFunc(all, func(x, y marked) int { return cmp.Compare(x.Start, y.Start) })
	var cut []piece
	at := 0
	for _, m := range all {
		from, to := max(m.Start, at), min(m.End, len(text))
		if from >= to {
			continue
		}
		if from > at {
			cut = append(cut, piece{Text: text[at:from]})
		}
		n := strconv.Itoa(m.number)
		cut = append(cut, piece{text[from:to], m.number, m.kind, own + n, other + n})
		at = to
	}
	return append(cut, piece{Text: text[at:]})
}
