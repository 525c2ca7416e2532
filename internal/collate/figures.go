package collate

import (
	"math"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/value"
)

// grave is the ratio between two numbers from which on a reader believes
// something else.
const grave = 2.0

// figuring tells which figures and dates differ.
type figuring struct{ *pairing }

// figures finds numbers that changed: one that nothing in the first sentence
// agrees with, in the place of one that nothing in the second agrees with.
func (p figuring) figures() []stemma.Drift {
	if isNews(p) {
		return nil
	}
	if d, ok := minimal(p).recounted(p.al.differing()); ok && p.kin == Copy {
		return []stemma.Drift{d}
	}
	var found []stemma.Drift
	for _, y := range ofKind(p.after.values, stemma.QuantityValue) {
		if y.Quantity != nil && p.furniture.Has(y.Quantity.Unit) {
			continue
		}
		if x, ok := p.agreeing(y); ok {
			found = append(found, p.bounds(x, y)...)
			continue
		}
		for _, x := range ofKind(p.before.values, stemma.QuantityValue) {
			if otherFigure(p, x, y) && !mayBeOne(p, x, y) && p.sure() && p.onePlace(x.Span, y.Span) &&
				!p.knownFigure(y) {
				found = append(found, becomes(stemma.NumberChanged, &x.Span, &y.Span, numberSeverity(x, y)))
				break
			}
		}
	}
	return found
}

// isNews says whether what differs between the figures of two sentences is news, or nobody
// can say which sentence is meant. Of five figures that two reporters told otherwise, on 310 unread
// events, none was a drift.
func isNews(p figuring) bool {
	return p.before.recurs || p.kin == Neighbours || p.kin == Siblings && ofOtherDays(p)
}

// ofOtherDays says whether both sentences name days, and none that is the same: "had risen to 241
// on Thursday", "had risen to 159 on Wednesday".
func ofOtherDays(p figuring) bool {
	days, others := ofKind(p.before.values, stemma.DateValue), ofKind(p.after.values, stemma.DateValue)
	return len(days) > 0 && len(others) > 0 &&
		!slices.ContainsFunc(days, func(x stemma.Value) bool { return agreesWithAny(p.compare, x, others) })
}

// mayBeOne says whether two figures that differ may both be right of one thing.
func mayBeOne(p figuring, x, y stemma.Value) bool {
	return isCode(p.earlier, x) || isCode(p.later, y) || agreesWithAny(p.compare, x, p.after.values) ||
		grown(x, y) || outgrown(p, x, y) || isVague(p, x, y)
}

// isCode says whether a number is a part of what a file is called by: "13-cv" of "13-cv-881". Others write it
// shorter, or have another file.
func isCode(r *Report, v stemma.Value) bool {
	text, end := r.text.Report.Text, v.Span.End
	goesOn := end+1 < len(text) && text[end] == '-' && '0' <= text[end+1] && text[end+1] <= '9'
	return goesOn && strings.Contains(v.Span.Text, "-")
}

// grown says whether a figure was "at least" so much and is more now: what came in later
// contradicts nothing.
func grown(x, y stemma.Value) bool {
	a, b := x.Quantity, y.Quantity
	return a != nil && b != nil && a.Bound == ">" && b.Bound != "<" && b.Low >= a.Low
}

// isVague says whether one of two figures is a plural of a scale, "millions more", in sentences
// that differ in other words too: no number contradicts it.
func isVague(p figuring, x, y stemma.Value) bool {
	hasScale := func(s *sentence, v stemma.Value) bool {
		first, last := s.within(v.Span)
		return slices.ContainsFunc(s.words[first:last], func(w word) bool { return p.numbers.Is(w.form, "crowd") })
	}
	return (hasScale(p.before, x) || hasScale(p.after, y)) && !p.alone(x, y)
}

// alone says whether two sentences differ in two figures and in nothing else.
func (p figuring) alone(x, y stemma.Value) bool {
	a1, a2 := p.before.within(x.Span)
	b1, b2 := p.after.within(y.Span)
	return soleIn(p.pairing, slot{a1, a2, b1, b2})
}

// outgrown says whether a count was given as a lower bound that the other one is below: it
// was made later. In a copy it is a change.
func outgrown(p figuring, x, y stemma.Value) bool {
	a, b := x.Quantity, y.Quantity
	if p.kin == Copy || a == nil || b == nil {
		return false
	}
	return a.Bound == ">" || b.Bound == ">"
}

// percentage points are measured otherwise than per cent, though both count
// hundredths.
const (
	percent = "%"
	points  = "percentage-point"
)

// otherMeasure says whether two quantities count the same thing, one of them by
// the time or the head, or hundredths of which one is of the whole and one of
// what was there before.
func otherMeasure(x, y stemma.Value) bool {
	if x.Quantity == nil || y.Quantity == nil {
		return false
	}
	a, b := x.Quantity.Unit, y.Quantity.Unit
	return arePoints(a, b) || a != "" && strings.HasPrefix(b, a+"/") || b != "" && strings.HasPrefix(a, b+"/")
}

// otherFigure says whether two figures say different things.
func otherFigure(p figuring, x, y stemma.Value) bool {
	return p.compare.Compare(x, y) == value.Different || otherMeasure(x, y) && !saysRate(p, x, y) ||
		partForCount(p, x, y)
}

// partForCount says whether of two figures that stand in the place of each other one is a
// share and the other counts: "40 percent of the staff", "40 of the staff".
func partForCount(p figuring, x, y stemma.Value) bool {
	if x.Quantity == nil || y.Quantity == nil || (x.Quantity.Unit == percent) == (y.Quantity.Unit == percent) {
		return false
	}
	a1, a2 := p.before.within(x.Span)
	b1, b2 := p.after.within(y.Span)
	if isOrdinal(p.Collator, p.al.a[a1:a2]) || isOrdinal(p.Collator, p.al.b[b1:b2]) {
		return false // "every second one"
	}
	return sole(p.pairing, slot{a1, a2, b1, b2}) || a1 == b1 && sole(p.pairing, p.al.differing())
}

// isOrdinal says whether one of some words says which one of a row is meant.
func isOrdinal(c *Collator, words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return c.numbers.Is(w.form, "ordinal") })
}

// saysRate says whether the sentence of the quantity without a rate names what the other
// one is counted by elsewhere: "for each test the insurer pays 48 euros".
func saysRate(p figuring, x, y stemma.Value) bool {
	_, by, ok := strings.Cut(y.Quantity.Unit, "/")
	in := p.before
	if !ok {
		_, by, ok = strings.Cut(x.Quantity.Unit, "/")
		in = p.after
	}
	return ok && slices.ContainsFunc(in.words, func(w word) bool { return w.form == by || w.base == by })
}

func ofKind(values []stemma.Value, k stemma.ValueKind) []stemma.Value {
	var found []stemma.Value
	for _, v := range values {
		if v.Kind == k {
			found = append(found, v)
		}
	}
	return found
}

// agreeing is the value of the first sentence that agrees with one of the
// second.
func (p figuring) agreeing(y stemma.Value) (stemma.Value, bool) {
	for _, x := range p.before.values {
		if p.compare.Agree(x, y) {
			return x, true
		}
	}
	return stemma.Value{}, false
}

func agreesWithAny(c *value.Comparer, x stemma.Value, values []stemma.Value) bool {
	return slices.ContainsFunc(values, func(y stemma.Value) bool { return c.Agree(x, y) })
}

// knownFigure says whether the first report has the value elsewhere: then it
// was taken from there.
func (p figuring) knownFigure(y stemma.Value) bool {
	return slices.ContainsFunc(p.earlier.details[detailKey(y)], func(x stemma.Value) bool {
		return p.compare.Compare(x, y) == value.Same
	})
}

// detail is what two figures or two dates share that are the same: the numbers, or
// the day.
type detail struct {
	low, high float64
	date      stemma.Date
	clock     string
}

func detailKey(v stemma.Value) detail {
	switch {
	case v.Quantity != nil:
		return detail{low: v.Quantity.Low, high: v.Quantity.High}
	case v.Date == nil || *v.Date == (stemma.Date{}):
		return detail{clock: v.Value}
	case v.Date.Year+v.Date.Month+v.Date.Day > 0:
		return detail{date: stemma.Date{Year: v.Date.Year, Month: v.Date.Month, Day: v.Date.Day}}
	}
	return detail{date: *v.Date}
}

// detailsOf files the figures and dates of a report by what the same ones share.
func detailsOf(r *Report) map[detail][]stemma.Value {
	found := map[detail][]stemma.Value{}
	for i := range r.sentences {
		for _, v := range r.sentences[i].values {
			if key := detailKey(v); len(found[key]) < mostAlike && (v.Quantity != nil || v.Date != nil) {
				found[key] = append(found[key], v)
			}
		}
	}
	return found
}

// longestStamp is how many words the mark of an entry has, on a page that goes on.
const longestStamp = 8

// markRecurring marks the short sentences that a report has more than once but for their
// figures: which of them another report's belongs to nobody can say.
func markRecurring(r *Report) {
	seen := map[string]int{}
	for i := range r.sentences {
		s := &r.sentences[i]
		if len(s.words) > longestStamp || len(s.values) == 0 || r.first[s.id] != i {
			continue
		}
		masked := s.masked()
		if first, has := seen[masked]; has {
			s.recurs, r.sentences[first].recurs = true, true
		}
		seen[masked] = i
	}
}

// masked is the words of a sentence without its numbers.
func (s *sentence) masked() string {
	return forms(slices.DeleteFunc(slices.Clone(s.words), func(w word) bool { return w.class == number }))
}

// sure says whether a detail that differs was changed: two reports of one event
// have details of their own, so unless one was taken from the other the
// sentences must be copies.
func (p figuring) sure() bool { return p.kin == Copy && !p.isSearched() || p.nearCopy() }

// onePlace says whether two stretches stand in one slot, or match in part, and
// the words around them are one clause.
func (p figuring) onePlace(x, y stemma.Span) bool {
	a1, a2 := p.before.within(x)
	b1, b2 := p.after.within(y)
	at := slot{a1, a2, b1, b2}
	if a1 == a2 || b1 == b2 || p.al.quotedAt(a1, b1) || !p.oneClause(at) {
		return false
	}
	return sole(p.pairing, at) || soleIn(p.pairing, at) || p.al.supports(at) && p.al.meetIn(at)
}

// soleIn says whether two sentences are the same but for words inside two stretches: "nearly
// 40 houses", "over 40 houses".
func soleIn(p *pairing, at slot) bool {
	d := p.al.differing()
	return d.a1 >= at.a1 && d.a2 <= at.a2 && d.b1 >= at.b1 && d.b2 <= at.b2 && sole(p, d)
}

// supports says whether enough of what stands around a figure matches.
func (al *alignment) supports(at slot) bool {
	before, after := al.support(at)
	return before+after >= leastSupport && (after >= leastFlank || at.a2 == len(al.a) || at.b2 == len(al.b))
}

// meetIn says whether two stretches match in a word, or stand in one slot.
func (al *alignment) meetIn(at slot) bool {
	a1, a2, b1, b2 := at.a1, at.a2, at.b1, at.b2
	for i := a1; i < a2; i++ {
		if j := al.ofA[i]; j >= b1 && j < b2 && al.a[i].class != function {
			return true
		}
	}
	return slices.ContainsFunc(al.slots, func(s slot) bool { return s.a1 < a2 && a1 < s.a2 && s.b1 < b2 && b1 < s.b2 })
}

// quotedAt says whether both words stand in quotation marks.
func (al *alignment) quotedAt(i, j int) bool { return al.a[i].quoted && al.b[j].quoted }

func numberSeverity(x, y stemma.Value) int {
	if x.Quantity == nil || y.Quantity == nil {
		return 2
	}
	a, b := x.Quantity.High, y.Quantity.High
	if x.Quantity.Unit != y.Quantity.Unit && x.Quantity.Unit != "" && y.Quantity.Unit != "" {
		return 3
	}
	if min(a, b) > 0 && math.Max(a/b, b/a) >= grave {
		return 3
	}
	return 2
}

// bounds finds that one figure is bounded otherwise: "up to 40" is told as 40,
// "more than 40" as nearly so.
func (p figuring) bounds(x, y stemma.Value) []stemma.Drift {
	x, y = asTold(p.Collator, p.before, x), asTold(p.Collator, p.after, y)
	a, b := x.Quantity, y.Quantity
	switch {
	case p.kin != Copy || a == nil || b == nil || p.inQuotes(x.Span, y.Span):
		return nil
	case moved(a, b) && fewPairs(p.earlier, p.later) && p.onePlace(x.Span, y.Span) && (!grown(x, y) || p.alone(x, y)):
		return []stemma.Drift{becomes(stemma.NumberChanged, &x.Span, &y.Span, numberSeverity(x, y))}
	case rebound(p.later, a, b) && isBlurred(p.pairing, x, y):
		return []stemma.Drift{becomes(stemma.NumberChanged, &x.Span, &y.Span, 1)}
	case rebound(p.later, a, b) && (!isDeadline(p.Collator, p.before, x) || p.alone(x, y)):
		return boundChanged(x, y)
	}
	return nil
}

// isBlurred says whether of two sentences that are else the same one says about how much it
// was and the other one sets a limit: "about 40", "at least 40".
func isBlurred(p *pairing, x, y stemma.Value) bool {
	const about = "~"
	from, to := x.Quantity.Bound, y.Quantity.Bound
	if from == "" || to == "" || (from == about) == (to == about) || !sole(p, p.al.differing()) {
		return false
	}
	return !isRound(p.Collator, p.before, x) && !isRound(p.Collator, p.after, y)
}

// isDeadline says whether a time is told as one in which something is done: "within eight years", for
// which others say "in eight years".
func isDeadline(c *Collator, s *sentence, v stemma.Value) bool {
	first, last := s.within(v.Span)
	return first < last && c.bounds.Is(s.words[first].form, "deadline")
}

// isRound says whether a figure is told to be near a number: "nearly 40", "just over 40".
func isRound(c *Collator, s *sentence, v stemma.Value) bool {
	first, last := s.within(v.Span)
	for k := first; k < last; k++ {
		if c.bounds.Is(forms(s.words[first:k+1]), "round") {
			return true
		}
	}
	return false
}

// asTold is a value without a bound that it was given for its rounding alone: "a third" is
// about 33 percent, and nobody said about.
func asTold(c *Collator, s *sentence, v stemma.Value) stemma.Value {
	first, last := s.within(v.Span)
	if v.Quantity == nil || v.Quantity.Unit != percent || v.Quantity.Bound != "~" || first == last {
		return v
	}
	if w := &s.words[first]; w.class == number || c.function.IsAny(w.form, "det", "num") {
		v.Quantity = unbounded(v.Quantity)
	}
	return v
}

// boundChanged tells of one figure that is bounded otherwise.
func boundChanged(x, y stemma.Value) []stemma.Drift {
	a, b := x.Quantity, y.Quantity
	kind, severity := stemma.HedgeDropped, 1
	switch {
	case a.Bound == "~" && b.Bound == ">":
		kind = stemma.NumberChanged // "nearly 40" became "over 40"
	case a.Bound != "" && b.Bound != "" && (a.Bound == "~" || b.Bound == "~"):
		return nil
	case a.Bound != "" && b.Bound != "":
		kind, severity = stemma.NumberChanged, 2
	case b.Bound == "~":
		return nil // told with more caution: nobody is misled
	case b.Bound != "":
		kind = stemma.HedgeAdded
	case a.Bound == "<":
		severity = 2
	}
	return []stemma.Drift{becomes(kind, &x.Span, &y.Span, severity)}
}

// moved says whether a bound is another number: "over 16" and "over 18" agree for all
// who are older.
func moved(a, b *stemma.Quantity) bool {
	return (a.Bound == "<" || a.Bound == ">") && a.Bound == b.Bound && a.Unit == b.Unit && a.Low != b.Low
}

// rebound says whether two quantities differ in their bounds only, and the one
// without is not bounded elsewhere.
func rebound(later *Report, a, b *stemma.Quantity) bool {
	return a.Bound != b.Bound && *unbounded(a) == *unbounded(b) && (b.Bound != "" || !boundedIn(later, b))
}

// unbounded is a quantity without its bound.
func unbounded(q *stemma.Quantity) *stemma.Quantity {
	figure := *q
	figure.Bound = ""
	return &figure
}

func (p figuring) inQuotes(x, y stemma.Span) bool {
	a1, a2 := p.before.within(x)
	b1, b2 := p.after.within(y)
	return a1 < a2 && b1 < b2 && p.al.quotedAt(a1, b1)
}

// days finds dates that changed. Days of the week and words such as "today"
// depend on the day of the telling and are left alone.
func (p figuring) days() []stemma.Drift {
	if p.before.recurs {
		return nil
	}
	var found []stemma.Drift
	if d, ok := minimal(p).rescheduled(p.al.differing()); ok {
		return []stemma.Drift{d}
	}
	for _, y := range ofKind(p.after.values, stemma.DateValue) {
		depends := p.kin != Copy && (p.after.isPost() || *y.Date == (stemma.Date{}))
		if !p.written(p.after, y) || dated(p, p.before, y) || depends {
			continue
		}
		for _, x := range ofKind(p.before.values, stemma.DateValue) {
			if p.compare.Compare(x, y) == value.Different && p.written(p.before, x) && !dated(p, p.after, x) &&
				p.sure() && isOneDate(p, x, y) && !p.knownFigure(y) {
				found = append(found, becomes(stemma.DateChanged, &x.Span, &y.Span, 2))
				break
			}
		}
	}
	return found
}

// isOneDate says whether one of two dates stands in the place of the other, or both are one day of two months and
// each is the only date of sentences that are next to the same: whatever else differs there, "27 June" and "27
// July" are one date.
func isOneDate(p figuring, x, y stemma.Value) bool {
	dates := len(ofKind(p.before.values, stemma.DateValue)) + len(ofKind(p.after.values, stemma.DateValue))
	isSlip := dates == 2 && x.Date.Day > 0 && x.Date.Day == y.Date.Day && p.nearCopy()
	return isSlip || p.onePlace(x.Span, y.Span)
}

// isPost says whether a sentence has the mark of a post's author, and so the post's date.
func (s *sentence) isPost() bool {
	first, last := s.text.Tokens[s.words[0].token], s.text.Tokens[s.words[len(s.words)-1].token]
	return strings.Contains(s.text.Report.Text[first.Start:last.End], "(@")
}

// dated says whether a sentence has a date, written out, that agrees with another one:
// with "the year before" agrees what may be another day.
func dated(p figuring, s *sentence, y stemma.Value) bool {
	for _, x := range ofKind(s.values, stemma.DateValue) {
		if p.compare.Agree(x, y) && p.written(s, x) {
			return true
		}
	}
	return false
}

// written says whether a date is written out, with a number or a month.
func (p figuring) written(s *sentence, v stemma.Value) bool {
	first, last := s.within(v.Span)
	for k := first; k < last; k++ {
		if s.words[k].class == number {
			return true
		}
	}
	return false
}
