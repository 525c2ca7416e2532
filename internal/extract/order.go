package extract

import (
	"strings"

	"stemma/internal/language"
)

// order is what the first number of a date with slashes is.
type order uint8

const (
	unsure order = iota
	dayFirst
	monthFirst
)

// onPage is the lexicon for one page: dates with slashes are read in the order
// that the others on the page have, else as its language has them.
func onPage(x *lexicon, tongue string, blocks []block) *lexicon {
	y := *x
	if y.slashes = slashesOf(blocks); y.slashes == unsure {
		y.slashes = slashesIn(x.orders, tongue)
	}
	return &y
}

// slashesIn is the order that a language has, as a page names its own: "en-GB",
// "fr".
func slashesIn(orders language.Table, code string) order {
	code = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(code), "_", "-"))
	tongue, _, _ := strings.Cut(code, "-")
	if orders.Is(code, "day") || orders.Is(tongue, "day") {
		return dayFirst
	}
	return unsure
}

// slashesOf is the order in which those dates of a page stand that leave no
// choice, unsure where there are none or they differ.
func slashesOf(blocks []block) order {
	found := unsure
	for _, b := range blocks {
		if len(b.text) > maxDateLine || strings.Count(b.text, "/") < 2 {
			continue
		}
		t := dateTokens(nil, b.text)
		for i := 0; i+4 < len(t); i++ {
			one := orderAt(t[i : i+5])
			if one != unsure && found != unsure && one != found {
				return unsure
			}
			found = max(found, one)
		}
	}
	return found
}

// orderAt is the order of the date that five tokens are.
func orderAt(t []dateToken) order {
	if t[1].kind != '/' || t[3].kind != '/' || t[0].kind != 'n' || t[2].kind != 'n' ||
		len(t[4].text) != 4 || t[4].kind != 'n' {
		return unsure
	}
	switch a, b := t[0].value, t[2].value; {
	case a > 12 && a <= 31 && b <= 12:
		return dayFirst
	case b > 12 && b <= 31 && a <= 12:
		return monthFirst
	}
	return unsure
}
