package value

import (
	"strconv"
	"strings"
)

// measures lists the units of measure by the name that stands for all their
// spellings: dimension, and how many of the dimension's base unit it holds. A
// size of 0 is never converted (money). Temperatures are compared in their own
// unit only.
const measures = `
metre length 1
kilometre length 1000
centimetre length 0.01
millimetre length 0.001
mile length 1609.344
yard length 0.9144
foot length 0.3048
inch length 0.0254
nautical-mile length 1852
square-metre area 1
square-kilometre area 1e6
square-mile area 2589988
square-foot area 0.092903
square-yard area 0.836127
hectare area 10000
acre area 4046.856
cubic-metre volume 1000
cubic-foot volume 28.3168
cubic-kilometre volume 1e12
litre volume 1
millilitre volume 0.001
gallon volume 3.785412
pint volume 0.473176
barrel volume 158.987
acre-foot volume 1233482
gram mass 0.001
milligram mass 0.000001
kilogram mass 1
tonne mass 1000
ton mass 907.185
pound mass 0.453592
ounce mass 0.0283495
second time 1
minute time 60
hour time 3600
day time 86400
week time 604800
fortnight time 1209600
month time 2629746
year time 31556952
decade time 315569520
century time 3155695200
millennium time 31556952000
% share 0.01
percentage-point points 1
basis-point points 0.01
knot speed 0.514444
watt power 1
kilowatt power 1e3
megawatt power 1e6
gigawatt power 1e9
terawatt power 1e12
kilowatt-hour energy 1
megawatt-hour energy 1e3
gigawatt-hour energy 1e6
terawatt-hour energy 1e9
volt voltage 1
kilovolt voltage 1e3
hertz frequency 1
megahertz frequency 1e6
gigahertz frequency 1e9
byte data 1
kilobyte data 1e3
megabyte data 1e6
gigabyte data 1e9
terabyte data 1e12
decibel sound 1
horsepower power 745.7
degree degree 1
celsius temperature 0
fahrenheit temperature 0
point points 1
dollar money 0
australian-dollar money 0
canadian-dollar money 0
new-zealand-dollar money 0
hong-kong-dollar money 0
singapore-dollar money 0
euro money 0
penny money 0
cent money 0
yen money 0
yuan money 0
won money 0
rupee money 0
rouble money 0
franc money 0
crown money 0
krona money 0
krone money 0
peso money 0
real money 0
rand money 0
lira money 0
shekel money 0
riyal money 0
rial money 0
dinar money 0
dirham money 0
hryvnia money 0
zloty money 0
forint money 0
naira money 0
shilling money 0
baht money 0
rupiah money 0
ringgit money 0
dong money 0
bitcoin money 0
man persons 0
woman persons 0
child persons 0
`

// measure is a unit's dimension and its size in the dimension's base unit.
type measure struct {
	dimension string
	size      float64
}

// scales knows the units of measure by their names. What is none has no dimension.
type scales map[string]measure

func newScales() scales {
	all := make(scales, strings.Count(measures, "\n"))
	for row := range strings.Lines(measures) {
		if fields := strings.Fields(row); len(fields) > 0 {
			size, _ := strconv.ParseFloat(fields[2], 64)
			all[fields[0]] = measure{fields[1], size}
		}
	}
	return all
}

// of is the size of a unit or rate in base units, 0 for money, with its
// dimension, "" for what is counted.
func (s scales) of(unit string) (float64, string) {
	top, bottom, isRate := strings.Cut(unit, "/")
	m := s[top]
	if !isRate {
		return m.size, m.dimension
	}
	per := s[bottom]
	if m.dimension == "" {
		m = measure{dimension: "=" + top, size: 1}
	}
	if per.size == 0 {
		return 0, m.dimension + "/" + per.dimension
	}
	return m.size / per.size, m.dimension + "/" + per.dimension
}
