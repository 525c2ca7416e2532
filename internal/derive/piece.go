package derive

import (
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/language"
)

// occasions tells by the times beside a name which report of an outlet is meant.
type occasions struct {
	*material
	pieces language.Table
	apart  map[[2]int]int // by a report and a kept one: where it credits another piece of that one's outlet
}

// otherPiece says whether a credit is of another report of an outlet than the
// kept one: it names a day on which that one did not appear, or says that it
// was another or an earlier one.
func (w occasions) otherPiece(c credit, i int) bool {
	t := w.texts[c.by]
	s := t.SentenceAt(c.span.Start)
	published := w.report(i).Published
	if s < 0 || !c.inProse() || !published.Known() {
		return false
	}
	first, last := t.TokenAt(c.span.Start), t.TokenAt(c.span.End)
	from := max(t.Sentences[s].First, first-pieceBefore)
	to := min(t.Sentences[s].Last, last+pieceBehind, w.contentBehind(c, last))
	isOther := func(form string) bool { return w.otherDay(form, published) || w.isOlder(form, c, i) }
	for k := from; k < first; k++ {
		if w.pieces.Is(t.Tokens[k].Form, "other") || isOther(t.Tokens[k].Form) ||
			w.says(t, k, first, "since") && w.gap(i, c.by) < sinceDays {
			return true
		}
	}
	for k := last; k < to && !w.ofMatter(t, last, k); k++ {
		if isOther(t.Tokens[k].Form) || w.otherMonth(t.Tokens[k].Form, published) ||
			w.isPast(t, k, to, w.gap(i, c.by)) || w.otherDate(t, k, to, published) {
			return true
		}
	}
	return w.otherTime(c, i, t.Sentences[s].First, first)
}

// ofMatter says whether the words from a place on say of when something is that an outlet tells of, and not when it
// told it: "the Gazette, which has seen a note of 19 January"; beside the name they tell of its report.
func (w occasions) ofMatter(t *stemma.Text, last, k int) bool {
	return k-last > nearName && w.pieces.Is(t.Tokens[k].Form, "matter")
}

// says says whether two words are a phrase of that sort.
func (w occasions) says(t *stemma.Text, k, to int, sort string) bool {
	return k+1 < to && w.pieces.Is(t.Tokens[k].Form+" "+t.Tokens[k+1].Form, sort)
}

// isPast says whether two words tell of a time longer ago than a report that appeared so long
// before: "last week" is no report of yesterday.
func (w occasions) isPast(t *stemma.Text, k, to int, gap time.Duration) bool {
	if !w.says(t, k, to, "past") {
		return false
	}
	days, err := strconv.Atoi(last(w.pieces.Of(t.Tokens[k].Form + " " + t.Tokens[k+1].Form)))
	return err != nil || gap < time.Duration(days)*24*time.Hour
}

func last(words []string) string { return words[len(words)-1] }

// isOlder says whether a word says that a credit is of a day after the one on which a report
// appeared: "yesterday" is no report of last week. Where both tell the hour only a day more counts.
func (w occasions) isOlder(form string, c credit, i int) bool {
	words := w.pieces.Of(form)
	if len(words) < 2 || words[0] != "recent" {
		return false
	}
	days, err := strconv.Atoi(words[1])
	return err == nil && w.gap(i, c.by) >= time.Duration(days+1)*24*time.Hour
}

// otherDay says whether a word names a day of the week on which a report did
// not appear.
func (w occasions) otherDay(form string, published stemma.Moment) bool {
	day, ok := w.weekday(form)
	return ok && !near(published, day)
}

// otherDate says whether a month's name that is a word besides stands there with
// a day, and is not the month of a report: "on March 25".
func (w occasions) otherDate(t *stemma.Text, k, to int, published stemma.Moment) bool {
	name := w.pieces.Of(t.Tokens[k].Form)
	if len(name) < 2 || name[0] != "dated" || k+1 >= to || t.Tokens[k+1].Kind != stemma.Number {
		return false
	}
	return name[1] != strconv.Itoa(int(published.Time.Month()))
}

// stateSentences is how many sentences at the beginning of a printing tell which
// state of an agency's text it is.
const stateSentences = 3

// otherState says whether a report prints another state of an agency's text than
// the kept one: the figures with which it begins do not stand there.
func otherState(t *stemma.Text, printing, kept []unit) bool {
	if len(t.Sentences) < stateSentences {
		return false
	}
	has := map[string]bool{}
	for _, u := range kept {
		for _, figure := range figures(u.statement) {
			has[figure] = true
		}
	}
	end, all, missed := t.Sentences[stateSentences-1].End, 0, 0
	for _, u := range printing {
		for _, figure := range figures(u.statement) {
			if u.statement.Span.Start < end {
				all++
				missed += either(has[figure], 0, 1)
			}
		}
	}
	return missed >= 2 && 2*missed >= all
}

// figures gives the quantities that a statement states.
func figures(st *stemma.Statement) []string {
	var found []string
	for _, v := range st.Values {
		if v.Kind == stemma.QuantityValue {
			found = append(found, v.Value)
		}
	}
	return found
}

// otherTime says whether the words of a sentence before a name put what was
// said there into a time at which a report did not appear: "in January 2016, in
// an interview with Radio Four's". What is told itself may be of any time.
func (w occasions) otherTime(c credit, i, from, to int) bool {
	t, published := w.texts[c.by], w.report(i).Published
	for k := from; k < to; k++ {
		tok := t.Tokens[k]
		if inside(c.content, tok.Start) {
			continue
		}
		if w.otherMonth(tok.Form, published) || isYear(tok) && tok.Form != strconv.Itoa(published.Time.Year()) {
			return true
		}
		if gap := w.gap(i, c.by); gap < sinceDays && w.isPast(t, k, to, gap) {
			return true
		}
	}
	return false
}

func inside(spans []stemma.Span, at int) bool {
	for _, x := range spans {
		if x.Start <= at && at < x.End {
			return true
		}
	}
	return false
}

// isYear says whether a token is the number of a year of our time.
func isYear(tok stemma.Token) bool {
	return len(tok.Form) == 4 && tok.Kind == stemma.Number && (tok.Form[:2] == "19" || tok.Form[:2] == "20")
}

// contentBehind is where the content of a credit begins behind its name: what is
// told there happened "months ago", and was not told then.
func (w occasions) contentBehind(c credit, last int) int {
	t := w.texts[c.by]
	for _, x := range c.content {
		if x.Start >= c.span.End {
			return max(last, t.TokenAt(x.Start))
		}
	}
	return len(t.Tokens)
}

const (
	// pieceBefore and pieceBehind are how many words around an outlet's name
	// tell which report is meant: "another Times report published Saturday".
	pieceBefore = 3
	pieceBehind = 9
	// nearName is how many words behind a name what is its may stand: "the Gazette's report of 19 January".
	nearName = 3
	// sinceDays is how much older than a credit the report must be that appeared
	// "days after" it, for that to be the news which the credit looks back on;
	// set by hand.
	sinceDays = 48 * time.Hour
)

// weekday is the day of the week that a word names.
func (w occasions) weekday(form string) (time.Weekday, bool) {
	name := w.pieces.Of(form)
	if len(name) < 2 || name[0] != "day" {
		return 0, false
	}
	n := strings.Index("0123456", name[1])
	return time.Weekday(n), n >= 0
}

// behindPiece says whether a credit stands behind one of another piece of the
// kept report's outlet.
func (w occasions) behindPiece(c credit, i int) bool {
	at, apart := w.apart[[2]int{c.by, i}]
	return apart && c.form != linkCredit && c.span.Start > at
}

// otherMonth says whether a word names a month in which a report did not
// appear, nor on the eve or the morrow of the day it did.
func (w occasions) otherMonth(form string, published stemma.Moment) bool {
	name := w.pieces.Of(form)
	if len(name) < 2 || name[0] != "month" || published.Precision == stemma.Year {
		return false
	}
	for _, off := range []int{-1, 0, 1} {
		if strconv.Itoa(int(published.Time.AddDate(0, 0, off).Month())) == name[1] {
			return false
		}
	}
	return true
}

// near says whether a report appeared on that day of the week, or in the night
// around it.
func near(published stemma.Moment, day time.Weekday) bool {
	gap := (int(published.Time.Weekday()) - int(day) + 7) % 7
	return gap <= 1 || gap == 6
}
