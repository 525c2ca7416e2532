package value

import (
	"math"
	"strconv"
	"strings"
	"time"

	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
)

// How far apart two numbers may be that still say the same. They come from
// usage in news, not from training: "about 60" is said of 58 but not of 37 for
// "about 40"; "more than 200,000" of 212,000 but not of 500,000.
const (
	blur       = 0.07 // of an approximate number, at most
	stretchUp  = 1.5  // of "more than"
	stretchLow = 2.0  // of "less than", "up to"
	conversion = 0.05 // rounding when units are converted: 190 feet, 58 metres; 30 days, a month
	equal      = 1e-9 // of floating point
)

// Comparer compares values. What it knows of names and titles are words of a language. It is
// read-only.
type Comparer struct {
	inside *who.Inside
	ranks  language.Table
	scales scales
}

// NewComparer builds a comparer from the tables of a language.
func NewComparer(pack *language.Pack) *Comparer {
	return &Comparer{who.NewInside(pack), pack.Table("ranks"), newScales()}
}

// Agree says whether two values are the same or go together.
func (c *Comparer) Agree(a, b stemma.Value) bool {
	r := c.Compare(a, b)
	return r == Same || r == Compatible
}

// Compare compares two values of one kind as that kind is compared; values of
// different kinds are unrelated.
func (c *Comparer) Compare(a, b stemma.Value) Relation {
	switch {
	case a.Kind != b.Kind:
		return Unrelated
	case a.Quantity != nil && b.Quantity != nil:
		return c.compareQuantities(*a.Quantity, *b.Quantity)
	case a.Kind == stemma.DateValue && a.Date != nil && b.Date != nil:
		return compareDateValues(a, b)
	case a.Kind == stemma.TitleValue:
		return c.CompareTitles(a.Value, b.Value)
	}
	return c.CompareNames(a.Value, b.Value)
}

func compareDateValues(a, b stemma.Value) Relation {
	if a.Value == b.Value {
		return Same
	}
	if *a.Date == (stemma.Date{}) || *b.Date == (stemma.Date{}) {
		return compareClocks(a.Value, b.Value)
	}
	return CompareDates(*a.Date, *b.Date)
}

// compareClocks compares two times of day as they are noted. Those of two zones
// are not converted: which day it is there, nobody says.
func compareClocks(a, b string) Relation {
	timeA, zoneA, _ := strings.Cut(a, " ")
	timeB, zoneB, _ := strings.Cut(b, " ")
	isA, isB := strings.Contains(timeA, ":"), strings.Contains(timeB, ":")
	switch {
	case isA && isB && timeA == timeB && (zoneA == zoneB || zoneA == "" || zoneB == ""):
		return Compatible
	case isA && isB && zoneA == zoneB:
		return Different
	case isA && zoneB == oclock:
		return compareHours(timeA, timeB)
	case isB && zoneA == oclock:
		return compareHours(timeB, timeA)
	case zoneA == oclock && zoneB == oclock:
		return Different
	}
	return Unrelated
}

// oclock marks an hour of which nobody says whether it is of the morning.
const oclock = "o'clock"

// compareHours compares "21:00" with nine o'clock.
func compareHours(clock, hour string) Relation {
	h, _ := strconv.Atoi(clock[:strings.IndexByte(clock, ':')])
	n, _ := strconv.Atoi(hour)
	if clock[len(clock)-2:] == "00" && h%12 == n%12 {
		return Compatible
	}
	return Different
}

// compareQuantities compares two quantities: Same when the figures are equal
// (look at Bound for a hedge that differs), Compatible when a bound, a
// rounding or a conversion of units covers the difference, Different when
// they contradict each other, Unrelated when they count other things.
func (c *Comparer) compareQuantities(a, b stemma.Quantity) Relation {
	switch {
	case a.Unit == b.Unit, a.Unit == "" && !c.measures(b.Unit), b.Unit == "" && !c.measures(a.Unit):
		return CompareFigures(a, b)
	case a.Unit == "" || b.Unit == "":
		return compareBare(a, b)
	}
	return c.compareUnits(a, b)
}

// measures says whether a unit measures, instead of naming what is counted:
// it is left out less often than a noun.
func (c *Comparer) measures(unit string) bool {
	_, dimension := c.scales.of(unit)
	return dimension != "" && dimension != persons
}

// persons is the dimension of what people are counted in.
const persons = "persons"

// compareBare compares a bare number with one that has a unit of measure: they
// agree where the number is one that does not stand twice by chance.
func compareBare(a, b stemma.Quantity) Relation {
	if near(a.Low, b.Low, equal) && near(a.High, b.High, equal) && Telling(a.Low) {
		return Compatible
	}
	return Unrelated
}

// CompareFigures compares numbers of one unit, as Compare does.
func CompareFigures(a, b stemma.Quantity) Relation {
	switch {
	case near(a.Low, b.Low, equal) && near(a.High, b.High, equal):
		if a.Bound == b.Bound || a.Bound+b.Bound == about {
			return Same
		}
		if a.Bound+b.Bound == above+below || a.Bound+b.Bound == below+above {
			return Different
		}
		return Compatible
	case covers(a, b) || covers(b, a):
		return Compatible
	}
	return Different
}

// near says whether two numbers differ by no more than a share of the larger.
func near(a, b, share float64) bool {
	return math.Abs(a-b) <= share*math.Max(math.Abs(a), math.Abs(b))
}

// covers says whether what a allows holds all of b.
func covers(a, b stemma.Quantity) bool {
	low, high := a.Low, a.High
	switch a.Bound {
	case above:
		high = a.High * stretchUp
	case below:
		low = a.Low / stretchLow
	case about:
		low, high = a.Low-slack(a.Low), a.High+slack(a.High)
	default:
		return false
	}
	return low <= b.Low && b.High <= high
}

// slack is how far an approximate number may be off: half a unit of its last
// digit that is not zero, "about 82,000" by 500, but no more than blur.
func slack(v float64) float64 {
	v = math.Abs(v)
	place := 1.0
	for place*10 <= v && math.Mod(v, place*10) == 0 {
		place *= 10
	}
	return math.Min(place/2, v*blur) + equal*v
}

// compareUnits compares quantities whose units differ.
func (c *Comparer) compareUnits(a, b stemma.Quantity) Relation {
	if strings.HasPrefix(a.Unit, labelPrefix) || strings.HasPrefix(b.Unit, labelPrefix) {
		return Unrelated
	}
	intervalA, isA := strings.CutPrefix(a.Unit, intervalPrefix)
	intervalB, isB := strings.CutPrefix(b.Unit, intervalPrefix)
	if isA != isB {
		return Unrelated
	}
	x, dimensionX := c.scales.of(intervalA)
	y, dimensionY := c.scales.of(intervalB)
	if intervalA == pound && dimensionY == money {
		x, dimensionX = 0, money
	}
	if intervalB == pound && dimensionX == money {
		y, dimensionY = 0, money
	}
	isSameNumber := near(a.Low, b.Low, equal) && near(a.High, b.High, equal)
	switch {
	case dimensionX != dimensionY:
		return Unrelated
	case dimensionX == "":
		if isSameNumber && Telling(a.Low) {
			return Compatible // 212,000 people, 212,000 residents
		}
		return Unrelated
	case x == 0 || y == 0:
		if isSameNumber {
			return Different // 4 million crowns, 4 million euros
		}
		return compareMoney(a, b, intervalA, intervalB)
	}
	return compareConverted(a, b, x, y)
}

// pound is a unit of mass, and of money beside other money.
const pound, money = "pound", "money"

// mostRate is how many of one of the currencies "dollar", "euro" and "pound" another one has
// been worth at most since there are euros, with some room: 2.1 dollars a pound in 2007.
const mostRate = 2.2

// compareMoney compares sums in two currencies: one is no conversion of the other where no rate
// has been so high.
func compareMoney(a, b stemma.Quantity, x, y string) Relation {
	major := func(unit string) bool { return unit == "dollar" || unit == "euro" || unit == pound }
	if !major(x) || !major(y) {
		return Unrelated
	}
	if a.Low > b.Low {
		a, b = b, a
	}
	if a.High*mostRate < b.Low {
		return Different
	}
	return Unrelated
}

// compareConverted compares in the base unit of the dimension.
func compareConverted(a, b stemma.Quantity, x, y float64) Relation {
	a.Low, a.High, b.Low, b.High = a.Low*x, a.High*x, b.Low*y, b.High*y
	if near(a.Low, b.Low, conversion) && near(a.High, b.High, conversion) {
		return Compatible
	}
	if covers(a, b) || covers(b, a) {
		return Compatible
	}
	return Different
}

// Telling says that a number is unlikely to stand twice by chance: it has
// three digits that matter, or is large.
func Telling(v float64) bool {
	for v >= 1000 && math.Mod(v, 10) == 0 {
		v /= 10
	}
	return v >= 100
}

// Rare says that a number stands for one thing only in a story: three digits of it
// matter.
func Rare(v float64) bool {
	for v >= 10 && math.Mod(v, 10) == 0 {
		v /= 10
	}
	return v >= 100
}

// CompareDates compares what both dates say: Same when they say the same
// parts, Compatible when the parts that both say agree, or there are none,
// Different when one disagrees.
func CompareDates(a, b stemma.Date) Relation {
	if clash(a.Year, b.Year) || clash(a.Month, b.Month) || clash(a.Day, b.Day) {
		return Different
	}
	dayA, dayB := weekdayOf(a), weekdayOf(b)
	if dayA != "" && dayB != "" && dayA != dayB {
		return Different
	}
	sameDay := a.Year == b.Year && a.Month == b.Month && a.Day == b.Day
	if sameDay && (a.Year+a.Month+a.Day > 0 || a.Weekday == b.Weekday) {
		return Same
	}
	return Compatible
}

func clash(a, b int) bool { return a != 0 && b != 0 && a != b }

// weekdayOf is the weekday that a date states or falls on, "" when unknown.
func weekdayOf(d stemma.Date) string {
	if d.Year > 0 && d.Month > 0 && d.Day > 0 && d.Day <= longestMonth(d.Month) {
		return strings.ToLower(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday().String())
	}
	return d.Weekday
}
