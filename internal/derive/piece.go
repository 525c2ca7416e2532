package derive

import (
	"strings"
	"time"

	"stemma"
)

// otherPiece says whether a credit is of another report of an outlet than the
// kept one: it names a day on which that one did not appear, or says that it
// was another or an earlier one.
func (w *work) otherPiece(c credit, i int) bool {
	t := w.in.Texts[c.by]
	s := t.SentenceAt(c.span.Start)
	published := w.report(i).Published
	if s < 0 || c.form != sourceCredit && c.form != receiverCredit || !published.Known() {
		return false
	}
	first, last := t.TokenAt(c.span.Start), t.TokenAt(c.span.End)
	from, to := max(t.Sentences[s].First, first-pieceBefore), min(t.Sentences[s].Last, last+pieceBehind)
	for k := from; k < to; k++ {
		form := t.Tokens[k].Form
		if k < first && w.pieces.Is(form, "other") {
			return true
		}
		if k >= last && k+1 < to && w.pieces.Is(form+" "+t.Tokens[k+1].Form, "past") {
			return true
		}
		if day, ok := w.weekday(form); ok && !near(published, day) {
			return true
		}
	}
	return false
}

const (
	// pieceBefore and pieceBehind are how many words around an outlet's name
	// tell which report is meant: "another Times report published Saturday".
	pieceBefore = 3
	pieceBehind = 6
)

// weekday is the day of the week that a word names.
func (w *work) weekday(form string) (time.Weekday, bool) {
	name := w.pieces[form]
	if len(name) < 2 || name[0] != "day" {
		return 0, false
	}
	n := strings.Index("0123456", name[1])
	return time.Weekday(n), n >= 0
}

// near says whether a report appeared on that day of the week, or in the night
// around it.
func near(published stemma.Moment, day time.Weekday) bool {
	gap := (int(published.Time.Weekday()) - int(day) + 7) % 7
	return gap <= 1 || gap == 6
}
