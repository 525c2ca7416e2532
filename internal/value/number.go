package value

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Roles of number words, as en/numbers.txt gives them.
const (
	unitRole    = "unit"
	teenRole    = "teen"
	tensRole    = "tens"
	scaleRole   = "scale"
	suffixRole  = "suffix"
	partRole    = "part"
	glyphRole   = "glyph"
	crowdRole   = "crowd"
	ordinalRole = "ordinal"
	timesRole   = "times"
	shareRole   = "share"
)

// largest bounds what is read as a number: longer strings of digits are
// identifiers, and sums must not overflow.
const largest = 1e18

// longestNumber is the most words that are read as one number.
const longestNumber = 16

// cardinal is a number as it was read.
type cardinal struct {
	value  float64
	scale  float64 // of the last scale word; 1 without
	high   float64 // for a vague plural ("dozens"), the most it stands for
	share  bool    // a fraction of something: "two thirds"
	digits bool
}

// numberReader reads numbers, in digits and in words. Like all readers of this
// room it takes the index of an atom and returns the index after what it read.
type numberReader struct{ *sentence }

// number reads a cardinal number at atom i.
func (s numberReader) number(i int) (cardinal, int) {
	if !s.free(i, i+1) {
		return cardinal{}, i
	}
	if f, next := s.ratio(i); next > i {
		return f, next
	}
	if s.isNumber(i) {
		return s.numeric(i)
	}
	if s.isNamePart(i) {
		return cardinal{}, i
	}
	for _, read := range [...]func(int) (cardinal, int){s.entire, s.fraction, s.crowd, s.spelled} {
		if f, next := read(i); next > i {
			return f, next
		}
	}
	return cardinal{}, i
}

// isNamePart says whether a capitalised number word belongs to a name: "the
// Six Nations". At the beginning of a sentence the capital tells nothing.
func (s numberReader) isNamePart(i int) bool {
	if i == 0 || s.shouted || !s.isCapital(i) || !s.isCapital(i+1) || len(s.form(i)) < 2 {
		return false
	}
	return s.form(i-1) == "," || !s.atoms[i-1].mark
}

// numeric reads digits with what belongs to them: "3.5 million", "4m", "2½".
func (s numberReader) numeric(i int) (cardinal, int) {
	v, ok := parseDigits(s.form(i))
	if !ok {
		return cardinal{}, i
	}
	whole, next := s.grouped(v, i)
	f := cardinal{value: whole, scale: 1, digits: true}
	if n := s.numeral(next); n.role == glyphRole && s.isGlued(next) {
		f.value, next = f.value+n.value, next+1
	}
	return s.scaled(f, next)
}

// grouped reads on over groups of three digits that a space or an apostrophe
// parts: "12 000", "1'250'000".
func (s numberReader) grouped(v float64, i int) (float64, int) {
	next := i + 1
	if len(s.form(i)) > 3 || s.whole(i) <= 0 {
		return v, next
	}
	for v < largest {
		at := next
		if (s.form(at) == "'" || strings.TrimSpace(s.form(at)) == "") && s.isGlued(at) && s.isGlued(at+1) {
			at++
		} else if !s.isSpaced(at) {
			break
		}
		if len(s.form(at)) != 3 || s.whole(at) < 0 || s.isHyphen(at+1) && s.isGlued(at+1) {
			break
		}
		v, next = v*1000+float64(s.whole(at)), at+1
	}
	return v, next
}

// isSpaced says whether one character that is a space parts an atom from the
// one before.
func (s numberReader) isSpaced(i int) bool {
	if i <= 0 || i >= len(s.atoms) {
		return false
	}
	gap := s.text.Report.Text[s.atoms[i-1].end:s.atoms[i].start]
	r, size := utf8.DecodeRuneInString(gap)
	return len(gap) > 0 && size == len(gap) && unicode.IsSpace(r) && r != '\n'
}

// scaled multiplies by the scale words that follow.
func (s numberReader) scaled(f cardinal, next int) (cardinal, int) {
	at := next
	if s.isHyphen(at) && s.isScaled(at+1) {
		at++
	}
	for n := s.numeral(at); n.role == scaleRole && f.scale < largest; n = s.numeral(at) {
		f.value, f.scale, at = f.value*n.value, f.scale*n.value, at+1
		next = at
	}
	n := s.numeral(next)
	if f.digits && n.role == suffixRole && (s.isGlued(next) || len(s.form(next)) > 1) && s.isSuffix(next) {
		f.value, f.scale, next = f.value*n.value, f.scale*n.value, next+1
	}
	return f, next
}

// isScaled says whether a scale word stands at atom i: "million".
func (s numberReader) isScaled(i int) bool { return s.numeral(i).role == scaleRole }

// isSuffix tells the million of "4m crowns" and "$4m" from the metre of "58m".
func (s numberReader) isSuffix(i int) bool {
	if !s.plays(i, metreWord) {
		return true
	}
	if i >= 2 && s.isMoney(i-2) {
		return true
	}
	p, next := s.matchNoun(s.units, i+1)
	isCounted := s.isWord(i+1) && s.isPlural(s.form(i+1)) && !s.does(i+1, functional)
	return isCounted || next > i+1 && p.attribute(1) == "money"
}

// parseDigits reads "1,234.5". A comma before three digits parts thousands, and so does a point
// before three noughts: "12.000".
func parseDigits(form string) (float64, bool) {
	if len(form) > 24 {
		return 0, false
	}
	if whole, ok := strings.CutSuffix(form, ".000"); ok && whole != "" && !strings.ContainsAny(whole, ",.") {
		form = whole + "000"
	}
	groups := strings.Split(form, ",")
	for i, group := range groups[1:] {
		whole, _, _ := strings.Cut(group, ".")
		if len(whole) != 3 && !(len(whole) == 2 && i < len(groups)-2) { // 1,00,000 in India
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(strings.Join(groups, ""), 64)
	if err != nil || v > largest {
		return 0, false
	}
	return v, true
}

// spelled reads number words: "twenty-six", "three hundred and five thousand".
func (s numberReader) spelled(i int) (cardinal, int) {
	if s.plays(i, articleWord) && s.isScaled(i+1) {
		return s.scaled(cardinal{value: 1, scale: 1}, i+1)
	}
	sum, last, at := addition{scale: 1}, "", i
	for at < i+longestNumber {
		n := s.numeral(at)
		if n.role == "" || !follows(n.role, last) || (last != "" && !s.free(at, at+1)) {
			break
		}
		last = n.role
		sum.add(n)
		at = s.joint(at+1, last)
		if sum.total+sum.current > largest {
			return cardinal{}, i
		}
	}
	if last == "" {
		return cardinal{}, i
	}
	return s.half(cardinal{value: sum.total + sum.current, scale: sum.scale}, s.unjoint(i, at))
}

// addition is the sum of number words: what scale words of a thousand and more
// have closed, what is open, and the last such scale.
type addition struct{ total, current, scale float64 }

func (a *addition) add(n numeral) {
	switch {
	case n.role == scaleRole && n.value >= 1000:
		a.total, a.current, a.scale = a.total+math.Max(a.current, 1)*n.value, 0, n.value
	case n.role == scaleRole:
		a.current *= n.value
	default:
		a.current += n.value
	}
}

// follows says whether a number word of that role can go on with a number
// whose last word had the other role.
func follows(role, last string) bool {
	switch role {
	case unitRole, teenRole, tensRole:
		return last == "" || last == scaleRole || (last == tensRole && role == unitRole)
	case scaleRole:
		return last != ""
	}
	return false
}

// joint steps over the hyphen or the "and" inside a number.
func (s numberReader) joint(at int, last string) int {
	n := s.numeral(at + 1)
	switch {
	case s.isHyphen(at) && (n.role == scaleRole || (n.isSmall() && last == tensRole)):
		return at + 1
	case s.plays(at, andWord) && last == scaleRole && n.isSmall():
		return at + 1
	}
	return at
}

// unjoint steps back over a joint after which no number word came.
func (s numberReader) unjoint(first, at int) int {
	for at > first+1 && (s.plays(at-1, andWord) || s.form(at-1) == "-") {
		at--
	}
	return at
}

// isHalf says whether atom i is the word "half".
func (s numberReader) isHalf(i int) bool { return s.numeral(i) == numeral{0.5, partRole} }

// half reads "and a half" after a number, and the scale after that.
func (s numberReader) half(f cardinal, next int) (cardinal, int) {
	if !s.play(next, andWord, articleWord) || !s.isHalf(next+2) {
		return f, next
	}
	f.value += 0.5
	return s.scaled(f, next+3)
}

// ratio reads "one in five homes", "three out of four voters" and "9 of every 10"
// as a share.
func (s numberReader) ratio(i int) (cardinal, int) {
	at := s.ratioLink(i + 1)
	if at == 0 {
		return cardinal{}, i
	}
	part, ok := s.cardinal(i)
	all, known := s.cardinal(at)
	isIn := at == i+2 && s.plays(i+1, inWord)
	switch {
	case !ok || !known || part >= all || part < 1 || all > largestRatio, isIn && part > 1 && all > 10:
		return cardinal{}, i
	case s.isScaled(at + 1), s.isTimeUnit(at + 1):
		return cardinal{}, i // "one in five years", "two in ten million"
	}
	return cardinal{value: math.Round(part/all*shareDigits) / shareDigits * 100, scale: 1, share: true}, at + 1
}

const (
	// largestRatio bounds the second number of a ratio: "one in a million" is
	// read as no share.
	largestRatio = 1000
	// shareDigits keeps two thirds and 2 in 3 one number.
	shareDigits = 1e12
)

// ratioLink gives the index of the second number of a ratio whose link begins
// at atom i, or 0.
func (s numberReader) ratioLink(i int) int {
	for _, link := range [...][]role{{inWord, everyWord}, {outWord, ofWord, everyWord}, {ofWord, everyWord}, {outWord,
		ofWord}, {inWord}} {
		if s.play(i, link...) {
			return i + len(link)
		}
	}
	return 0
}

// cardinal is the plain number at atom i.
func (s numberReader) cardinal(i int) (float64, bool) {
	if !s.free(i, i+1) {
		return 0, false
	}
	if n := s.whole(i); n >= 0 {
		return float64(n), true
	}
	n := s.numeral(i)
	return n.value, n.isSmall() || n == numeral{100, scaleRole}
}

// isSmall says whether a number word stands for a number below a hundred.
func (n numeral) isSmall() bool {
	return n.role == unitRole || n.role == teenRole || n.role == tensRole
}

// entire reads "none of the wells" and "all of its wells" as a share, where
// things are named that can be counted.
func (s numberReader) entire(i int) (cardinal, int) {
	n := s.numeral(i)
	if n.role != shareRole || !s.plays(i+1, ofWord) {
		return cardinal{}, i
	}
	at := s.skipDeterminers(i + 2)
	if at == i+2 || !s.isContent(at) || !s.isPlural(s.form(at)) && !s.isPlural(s.form(at+1)) {
		return cardinal{}, i
	}
	return cardinal{value: n.value * 100, scale: 1, share: true}, i + 1
}

// fraction reads "half a litre", "two thirds", "a quarter of", "½".
func (s numberReader) fraction(i int) (cardinal, int) {
	n := s.numeral(i)
	isOne := s.plays(i, articleWord)
	switch {
	case n.role == glyphRole:
		return s.scaled(cardinal{value: n.value, scale: 1}, i+1)
	case s.isHalf(i):
		return s.halfOf(i)
	case isOne:
		n.value = 1
	case n.role != unitRole || n.value == 0:
		return cardinal{}, i
	}
	at := i + 1
	if s.isHyphen(at) {
		at++
	}
	part := s.numeral(at)
	isPlain := n.value > 1 && !s.isPlural(s.form(at)) // "two third parties"
	switch {
	case part.role != partRole || s.isHalf(at):
		return cardinal{}, i
	case s.isMeasured(at + 1):
		return s.scaled(cardinal{value: n.value * part.value, scale: 1}, at+3)
	case isPlain || isOne && !s.plays(at+1, ofWord) && !s.isStep(i, at):
		return cardinal{}, i
	}
	return cardinal{value: n.value * part.value * 100, scale: 1, share: true}, at + 1
}

// isStep says whether a fraction from atom i to the one at the end is how far something went:
// "rose by a third".
func (s numberReader) isStep(i, end int) bool { return s.plays(i-1, byWord) && !s.isContent(end+1) }

// isMeasured says whether "of a" and a unit or a scale stand at atom i: "of a mile", "of a million".
func (s numberReader) isMeasured(i int) bool {
	if !s.play(i, ofWord, articleWord) {
		return false
	}
	p, next := s.matchNoun(s.units, i+2)
	return next > i+2 && p.attribute(1) != "money" || s.isScaled(i+2)
}

// halfOf reads what "half" may stand for: half a litre, half a million, half
// of the wells.
func (s numberReader) halfOf(i int) (cardinal, int) {
	switch {
	case s.isMeasured(i + 1):
		return s.scaled(cardinal{value: 0.5, scale: 1}, i+3)
	case s.plays(i+1, articleWord):
		return s.scaled(cardinal{value: 0.5, scale: 1}, i+2)
	case s.plays(i+1, wholeWord):
		return cardinal{value: 50, scale: 1, share: true}, i + 1
	}
	return cardinal{}, i
}

// crowd reads "dozens", "hundreds of thousands", "several hundred".
func (s numberReader) crowd(i int) (cardinal, int) {
	n, crowds := s.numeral(i), s.crowdsOf(i+1)
	switch {
	case n.role == crowdRole && crowds > 0:
		return cardinal{value: n.value * crowds, scale: 1, high: (n.value*mostCrowd - 1) * crowds}, i + 3
	case n.role == crowdRole:
		return cardinal{value: n.value, scale: 1, high: n.value*mostCrowd - 1}, i + 1
	case s.plays(i, tensWord) && crowds > 0:
		return cardinal{value: 20 * crowds, scale: 1, high: 99 * crowds}, i + 3
	case s.plays(i, someWord) && s.isScaled(i+1):
		unit := s.numeral(i + 1).value
		return cardinal{value: 2 * unit, scale: 1, high: 9 * unit}, i + 2
	case s.play(i, articleWord, coupleWord, ofWord):
		return cardinal{value: 2, scale: 1, high: 3}, i + 2
	}
	return cardinal{}, i
}

// crowdsOf is the least that each of a crowd of crowds stands for: the thousand
// of "of thousands"; 0 for other words.
func (s numberReader) crowdsOf(i int) float64 {
	if !s.plays(i, ofWord) || s.numeral(i+1).role != crowdRole {
		return 0
	}
	return s.numeral(i+1).value / 2
}

// mostCrowd is how many times its least number a vague plural may stand for:
// "dozens" are 24 to 119.
const mostCrowd = 5
