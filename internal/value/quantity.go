package value

import (
	"math"
	"strconv"
	"strings"

	"stemma"
)

// Bounds of a quantity, as [stemma.Quantity] has them.
const (
	about = "~"
	above = ">"
	below = "<"
)

// prefixes of units that are not counted in.
const (
	labelPrefix    = "#"      // "line 4", "the third inspection": named by the number
	intervalPrefix = "every " // "every two years"
)

// quantityReader reads numbers with their bounds, ranges, units and rates.
type quantityReader struct{ unitReader }

// quantities reads the numbers that dates have left, in order.
func (s quantityReader) quantities() []stemma.Value {
	var found []stemma.Value
	var places [][2]int
	for i := 0; i < len(s.atoms); {
		q, first, next := s.quantity(i)
		if next <= i {
			i++
			continue
		}
		if q != nil {
			s.take(first, next)
			found = append(found, stemma.Value{
				Kind: stemma.QuantityValue, Span: s.span(first, next), Value: q.text(), Quantity: &q.Quantity,
			})
			places = append(places, [2]int{first, next})
		}
		i = next
	}
	s.inherit(found, places)
	return found
}

// amount is a quantity while it is read.
type amount struct {
	stemma.Quantity
	share bool
}

func (a *amount) text() string {
	if a.Low == a.High {
		return strconv.FormatFloat(a.Low, 'f', -1, 64)
	}
	return strconv.FormatFloat(a.Low, 'f', -1, 64) + ".." + strconv.FormatFloat(a.High, 'f', -1, 64)
}

// quantity reads a quantity that begins at atom i: where it begins and the
// index after it. A nil quantity is to be passed over.
func (s quantityReader) quantity(i int) (*amount, int, int) {
	if !s.opens(i, aQuantity) || !s.free(i, i+1) {
		return nil, i, i
	}
	if a, next := s.interval(i); next > i {
		return a, i, next
	}
	if a, next := s.ordinal(i); next > i {
		return a, i, next
	}
	if n := s.numeral(i); n.role == timesRole && n.value > 1 {
		a := amountOf(cardinal{value: n.value}, "")
		unit, next := s.rate("time", i+1) // "twice a day"
		a.Unit = unit
		return a, i, next
	}
	bound, at := "", i
	if p, next := s.match(s.bounds, i); next > i && s.free(i, next) {
		bound, at = p.attribute(0), next
	}
	if bound == partOfVerb {
		bound, i = "", at
	}
	if a, next := s.bounded(at, bound); next > at {
		return a, i, next
	}
	return nil, i, i
}

// partOfVerb marks what looks like a bound and belongs to a verb: "hand over 40 crowns".
const partOfVerb = "verb"

// bounded reads money or a number with its range, unit and what follows.
func (s quantityReader) bounded(i int, bound string) (*amount, int) {
	at := i
	isBetween := s.plays(at, betweenWord)
	if isBetween {
		at++
	}
	money, at := s.moneyBefore(at)
	if bound == "" && money == "" && s.isIdentifier(at) {
		return nil, at + 1
	}
	if f, next := s.article(at, bound); next > at {
		return s.finish(amountOf(f, bound), at, next, "")
	}
	f, next := s.number(at)
	if next == at {
		return nil, i
	}
	a := amountOf(f, bound)
	a.share = f.share
	end := s.ranged(a, f, next, isBetween)
	if isBetween && end == next {
		return nil, i
	}
	return s.finish(a, at, end, money)
}

func amountOf(f cardinal, bound string) *amount {
	a := &amount{Quantity: stemma.Quantity{Low: f.value, High: f.value, Bound: bound}}
	if f.high > 0 {
		a.High, a.Bound = f.high, about
	}
	return a
}

// moneyBefore reads a currency that stands before its number: "$", "US$",
// "EUR".
func (s quantityReader) moneyBefore(i int) (string, int) {
	if s.isGluedSymbol(i+1) && s.isWord(i) { // US$
		if p, ok := s.unitEntry(s.form(i) + s.form(i+1)); ok && s.isNumber(i+2) {
			return p, i + 2
		}
	}
	p, next := s.match(s.units, i)
	if next == i+1 && p.attribute(1) == "money" && s.isNumber(next) && (s.atoms[i].mark || s.atoms[i].capital) {
		return p.attribute(0), next
	}
	return "", i
}

func (s quantityReader) isGluedSymbol(i int) bool { return s.isGlued(i) && s.form(i) == "$" }

func (s quantityReader) unitEntry(entry string) (string, bool) {
	for _, p := range s.units.byFirst[entry] {
		if len(p.words) == 1 {
			return p.attribute(0), true
		}
	}
	return "", false
}

// isIdentifier says whether the digits at atom i are part of a name or code:
// "F-16", "COVID-19", "v2", "192.168.0.1", "24/7".
func (s numberReader) isIdentifier(i int) bool {
	if !s.isNumber(i) {
		return false
	}
	isOfName := s.isHyphen(i-1) && s.isWord(i-2) && s.numeral(i-2).role == ""
	return isOfName || strings.Count(s.form(i), ".") > 1 || s.isGluedBefore(i) || s.isGluedAfter(i)
}

// isGluedBefore says whether a word or a mark of codes touches the digits from
// the left: "v2", "/7".
func (s numberReader) isGluedBefore(i int) bool {
	return s.isGlued(i) && (s.isWord(i-1) || s.isCodeMark(i-1) || s.form(i-1) == "#")
}

// isGluedAfter says whether a mark of codes stands right behind the digits, and
// more behind it: "24/".
func (s numberReader) isGluedAfter(i int) bool {
	return s.isGlued(i+1) && s.isGlued(i+2) && s.isCodeMark(i+1)
}

func (s numberReader) isCodeMark(i int) bool {
	form := s.form(i)
	return form == "/" || form == "_" || form == "@"
}

// article reads "a month", "an hour" as one of a unit of time, where a
// preposition or bound shows that it measures.
func (s quantityReader) article(i int, bound string) (cardinal, int) {
	if !s.plays(i, articleWord) || s.plays(i+1, doubtfulWord) {
		return cardinal{}, i
	}
	p, next := s.match(s.units, i+1)
	switch {
	case next == i+1 || p.attribute(1) != "time":
		return cardinal{}, i
	case s.play(next, andWord, articleWord) && s.isHalf(next+2):
		return cardinal{value: oneAndHalf, scale: 1}, i + 1 // "an hour and a half"
	case bound == "" && !s.plays(i-1, spanWord):
		return cardinal{}, i
	}
	return cardinal{value: 1, scale: 1}, i + 1
}

// oneAndHalf is how many hours "an hour and a half" is.
const oneAndHalf = 1.5

// ranged reads the second number of a range into a, and returns the index
// after it, or next where there is none.
func (s quantityReader) ranged(a *amount, f cardinal, next int, isBetween bool) int {
	link := s.rangeLink(next)
	g, end := s.upper(link + 1)
	low := scaledLike(f, g)
	isChoice := s.plays(link, orWord) && g.value == f.value+1 && f.value < mostChoice // "two or three"
	isDashed := s.form(link) == "-" && f.digits == g.digits && !s.isNumberChain(end)  // "20-30"
	isRange := isDashed || s.isSpoken(link, next, isBetween)
	if end == link+1 || !isRange && !isChoice || low >= g.value {
		return next
	}
	a.Low, a.High = low, g.value
	if isChoice {
		a.Bound = about
	}
	return end
}

// scaledLike is the lower number of a range, which may leave its scale to the upper one: "3 to 5
// million".
func scaledLike(f, g cardinal) float64 {
	if f.scale == 1 && g.scale > 1 && f.value < g.value/g.scale {
		return f.value * g.scale
	}
	return f.value
}

// isSpoken says whether the word at link joins the ends of a range: "and" of "between 20 and 30", "to"
// of "20 to 30", but not where something changes, "rose 20 to 30".
func (s quantityReader) isSpoken(link, next int, isBetween bool) bool {
	if isBetween && s.plays(link, andWord) {
		return true
	}
	return s.plays(link, toWord) && (isBetween || !s.isChange(next-1))
}

// mostChoice is the least number that "or" does not make a range: "two or
// three men".
const mostChoice = 12

// rangeLink is where the word or hyphen between the two numbers of a range
// stands: right behind the first, or behind its unit ("5 percent to 7 percent").
func (s quantityReader) rangeLink(i int) int {
	p, after := s.matchNoun(s.units, i)
	isLink := s.plays(after, toWord|andWord) || s.form(after) == "-"
	if after > i && p.attribute(1) != "" && isLink && s.isOfUnit(after+1, p) {
		return after
	}
	return i
}

// isOfUnit says whether the number at atom i has that unit, or none: what rose "a tenth of a
// point to 6 percent" has no range.
func (s quantityReader) isOfUnit(i int, unit phrase) bool {
	_, end := s.upper(i)
	p, after := s.matchNoun(s.units, end)
	return after == end || p.attribute(1) == "" || p.attribute(0) == unit.attribute(0)
}

// upper reads the second number of a range, which may have a currency of its
// own: "$3 to $4 million".
func (s quantityReader) upper(i int) (cardinal, int) {
	at := i
	if _, after := s.moneyBefore(i); after > i {
		at = after
	}
	if g, end := s.number(at); end > at {
		return g, end
	}
	return cardinal{}, i
}

// isChange says whether "from" stands before the number that ends at atom i:
// "from 5 to 3" says what changed, "ranging from 3 to 5" is a range.
func (s quantityReader) isChange(i int) bool {
	for k := i; k >= 0 && k > i-changeReach; k-- {
		if s.plays(k, fromWord) {
			return !s.plays(k-1, rangingWord)
		}
	}
	return false
}

// changeReach is how many atoms from "from" on the first number may take.
const changeReach = 5

func (s quantityReader) isNumberChain(i int) bool { return s.isHyphen(i) && s.isNumber(i+1) }

// finish reads what follows the numbers: "or more", the unit, the rate.
func (s quantityReader) finish(a *amount, at, next int, money string) (*amount, int) {
	next = s.boundAfter(a, next)
	switch {
	case a.share:
		a.Unit = "%"
		if a.Bound == "" && a.Low != math.Trunc(a.Low) {
			a.Bound = about
		}
		return a, next
	case money != "":
		a.Unit, next = money, s.afterMoney(next)
	case a.Bound == "" && s.label(at, next) != "":
		a.Unit = labelPrefix + s.label(at, next)
		return a, next
	default:
		a.Unit, next = s.counted(a, at, next)
		if a.Low == oneAndHalf && s.play(next, andWord, articleWord) && s.isHalf(next+2) {
			next += 3
		}
	}
	if a.Unit == "" && a.Low == 1 && s.numeral(at).role == unitRole {
		return nil, next // "one another", "no one"
	}
	if p, after := s.match(s.afters, next); after > next && a.Bound == "" {
		a.Bound, next = p.attribute(0), after
	}
	a.Unit, next = s.rate(a.Unit, next)
	return a, next
}

// boundAfter reads a bound right behind the number: "40+", "40 or more", "40-odd".
func (s quantityReader) boundAfter(a *amount, next int) int {
	if s.form(next) == "+" && s.isGlued(next) {
		a.Bound, next = above, next+1
	}
	start := next
	if s.isHyphen(next) && !s.plays(next+1, oldWord) {
		start = next + 1
	}
	p, after := s.match(s.afters, start)
	if after == start || start > next && p.attribute(2) != "hyphen" {
		return next
	}
	a.Bound = p.attribute(0)
	return after
}

// afterMoney steps over a currency that is said again behind the number:
// "$4 million dollars".
func (s quantityReader) afterMoney(i int) int {
	if p, after := s.matchNoun(s.units, i); after > i && p.attribute(1) == "money" {
		return after
	}
	return i
}

// counted is the unit of the number at atoms at to next, which may be an age
// that leaves it out.
func (s quantityReader) counted(a *amount, at, next int) (string, int) {
	unit, after := s.unit(next, a.Low)
	if unit == "" && s.isAge(at, after) {
		unit = "year"
	}
	return unit, after
}

// label is the noun before the number at atoms i to next that it names, or "".
func (s quantityReader) label(i, next int) string {
	noun := i - 1
	if s.form(noun) == "." || s.form(noun) == "#" {
		noun--
	}
	if !s.isWord(noun) || !s.free(noun, noun+1) {
		return ""
	}
	if one := s.singular(s.form(noun)); s.numbered.Has(one) {
		return one
	}
	if s.isCapital(noun) && noun > 0 && !s.does(noun, functional) && s.isNumber(i) && !s.isCounted(next) {
		return s.form(noun)
	}
	return ""
}

// isAge says whether a bare number is a person's age: "aged 63", ", 63,".
func (s quantityReader) isAge(at, next int) bool {
	isAside := s.form(at-1) == "," && (s.form(next) == "," || s.form(next) == ".")
	return s.plays(at-1, ageWord) || isAside && s.isCapital(at-2)
}

// interval reads "every two years", "every year".
func (s quantityReader) interval(i int) (*amount, int) {
	if !s.plays(i, eachWord) {
		return nil, i
	}
	f, next := s.number(i + 1)
	if next == i+1 {
		f.value = 1
		if s.plays(next, otherWord) {
			f.value, next = 2, next+1
		}
	}
	p, end := s.matchNoun(s.units, next)
	if end == next || p.attribute(1) != "time" {
		return nil, i
	}
	a := amountOf(f, "")
	a.Unit = intervalPrefix + p.attribute(0)
	return a, end
}

// ordinal reads "the third inspection", "the 21st century", as a label.
func (s quantityReader) ordinal(i int) (*amount, int) {
	v, next := s.orderAt(i)
	isNamed := s.does(i-1, determining|owning)
	if v == 0 || (!isNamed && !s.isNumber(i)) || !s.isWord(next) || s.does(next, functional) {
		return nil, i
	}
	a := amountOf(cardinal{value: v}, "")
	a.Unit = labelPrefix + s.singular(s.form(next))
	return a, next
}

// orderAt is the order that an ordinal number at atom i stands for, 0 where
// there is none: "21st", "second", "third".
func (s quantityReader) orderAt(i int) (v float64, next int) {
	n := s.numeral(i)
	switch {
	case s.isNumber(i) && s.isGlued(i+1) && s.plays(i+1, endingWord):
		v, _ = parseDigits(s.form(i))
		return v, i + 2
	case n.role == ordinalRole && n.value > 1:
		return n.value, i + 1
	case n.role == partRole && n.value < 0.5 && !s.plays(i, coinWord) && !s.isPlural(s.form(i)):
		return math.Round(1 / n.value), i + 1
	}
	return 0, i + 1
}
