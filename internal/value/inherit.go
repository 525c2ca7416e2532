package value

import (
	"strings"

	"stemma"
)

// inheritReach is how many atoms may stand between a bare number and the
// number whose unit it has: "40 cracks in March, up from 26".
const inheritReach = 8

// inherit gives bare numbers the units of others in their clause: of the one
// before ("58 metres long and 12 wide", "60,000 visitors a year, down from
// 70,000"), or of the one after it ("from 40 to 50 degrees"). places are the
// atoms of the values.
func (s quantityReader) inherit(found []stemma.Value, places [][2]int) {
	for k := range found {
		q := found[k].Quantity
		if q.Unit != "" || !s.isBare(places[k]) {
			continue
		}
		if unit := s.lender(found, places, k); unit != "" {
			q.Unit = unit
		}
	}
}

// isBare says whether a number is one that can leave its unit out: not the
// "one" of "one of them", and no noun follows that it could count.
func (s quantityReader) isBare(at [2]int) bool {
	return s.numeral(at[0]).value != 1 && s.inheritors.Has(s.form(at[0]-1)) && !s.plays(at[1], ofWord)
}

// lender is the unit of the number that lends it to value k, or "".
func (s quantityReader) lender(found []stemma.Value, places [][2]int, k int) string {
	if s.inheritors.Is(s.form(places[k][0]-1),
		"forward") && k+1 < len(found) && places[k+1][0]-places[k][1] == 1 && s.inheritors.Has(s.form(places[k][1])) {
		if unit := found[k+1].Quantity.Unit; isLent(unit) {
			return unit
		}
	}
	if k == 0 || places[k][0]-places[k-1][1] > inheritReach {
		return ""
	}
	for i := places[k-1][1]; i < places[k][0]; i++ {
		if s.form(i) == ";" || s.form(i) == ":" {
			return ""
		}
	}
	if unit := found[k-1].Quantity.Unit; isLent(unit) {
		return unit
	}
	return ""
}

// isLent says whether a unit is one that another number can have too: no label
// and no interval.
func isLent(unit string) bool {
	return unit != "" && unit[0] != labelPrefix[0] && !strings.HasPrefix(unit, intervalPrefix)
}
