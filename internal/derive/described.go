package derive

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/align"
	who "stemma/internal/name"
)

// locator finds the outlets that are called by their place.
type locator struct{ search }

// byPlace gives credits of the outlets that are called by what they are and by their place: "a
// Selwick paper", "a paper in Selwick", "a newspaper there" in a sentence that names Selwick. Where
// one outlet of the pile alone has the place in its name, and an elder report of it tells some of
// the sentence, that one is meant.
func (w locator) byPlace() []credit {
	var found []credit
	places := w.placesOfOutlets()
	for by, t := range w.texts {
		for _, s := range t.Sentences {
			if s.Kind != stemma.Paragraph || !namesPlace(t, s, places) {
				continue
			}
			for k := s.First + 1; k < s.Last; k++ {
				if !w.isPaper(t, k) {
					continue
				}
				c := credit{
					by: by, to: missing, maybe: missing, kind: stemma.LostOutlet, form: sourceCredit,
					span: t.Span(k, k+1), content: []stemma.Span{t.Report.Span(s.Start, s.End)},
				}
				if c.to = w.tellsMost(c, w.ofPlaces(by, t.Tokens[k].Form, w.places(t, s, k))); c.to != missing {
					c.name = w.names[c.to].outlet
					found = append(found, c)
				}
			}
		}
	}
	return found
}

// placesOfOutlets are the words of the kept reports' outlets, folded: few sentences have one of them.
func (w locator) placesOfOutlets() map[string]bool {
	found := map[string]bool{}
	for i := range w.kept() {
		for _, word := range strings.Fields(strings.ToLower(w.names[i].outlet)) {
			found[word] = len(word) >= titleLetters
		}
	}
	return found
}

// namesPlace says whether a sentence has a word with a capital that may be the place of an outlet.
func namesPlace(t *stemma.Text, s stemma.Sentence, places map[string]bool) bool {
	for k := s.First; k < s.Last; k++ {
		if t.Capital(k) && places[who.Unowned(t.Tokens[k].Form)] {
			return true
		}
	}
	return false
}

// isPaper says whether a noun for one outlet, behind an article, stands at a token: "a morning
// paper", but not "papers" nor "Paper".
func (w locator) isPaper(t *stemma.Text, k int) bool {
	if !w.pieces.IsAny(t.Tokens[k].Form, "press", "station") || t.Capital(k) {
		return false
	}
	for n := k - 1; n >= max(0, k-articleReach); n-- {
		if w.function.Is(t.Tokens[n].Form, "det") {
			return true
		}
		if w.function.Has(t.Tokens[n].Form) && !w.function.Is(t.Tokens[n].Form, "time") {
			return false
		}
	}
	return false
}

const (
	// articleReach is how many words before a noun for an outlet its article stands at most, and
	// placeReach how many of them, or behind it, tell its place: "a Selwick morning paper", "paper
	// in Selwick".
	articleReach = 4
	placeReach   = 2
)

// places gives the names around a noun for an outlet, folded, that may be its place; behind "there"
// those of the whole sentence.
func (w locator) places(t *stemma.Text, s stemma.Sentence, k int) []string {
	from, to := max(s.First, k-placeReach), k
	switch {
	case k+1 < s.Last && w.pieces.Is(t.Tokens[k+1].Form, "there"):
		from = s.First
	case k+placeReach < s.Last && w.function.Is(t.Tokens[k+1].Form, "prep"):
		from, to = k+1, k+1+placeReach
	}
	var found []string
	for n := from; n < to; n++ {
		if word := who.Unowned(t.Tokens[n].Form); t.Capital(n) && len(word) >= titleLetters {
			found = append(found, word)
		}
	}
	return found
}

// ofPlaces gives the kept reports of the one outlet that is named by a place and is of the sort of
// the noun: a paper, or a station; none where two are. The report's own is none.
func (w locator) ofPlaces(by int, noun string, places []string) []int {
	var found []int
	for i := range w.kept() {
		if i == by || w.sameHouse(i, by) || w.isAired(i) != w.pieces.Is(noun, "station") {
			continue
		}
		words := strings.Fields(strings.ToLower(w.names[i].outlet))
		if len(words) > 1 && w.function.Has(words[0]) {
			words = words[1:]
		}
		isOf := func(word string) bool { return slices.Contains(places, word) }
		isPlaced := len(words) >= outletOfPlace && (isOf(words[0]) || w.isAired(i) && isOf(words[len(words)-1]))
		if !isPlaced {
			continue
		}
		if len(found) > 0 && !w.sameHouse(found[0], i) {
			return nil
		}
		found = append(found, i)
	}
	return found
}

// outletOfPlace is how many words the name of an outlet has at least that begins with a place, or
// ends with it: "Selwick Gazette", "Radio Selwick".
const outletOfPlace = 2

// isAired says whether a report's outlet is a broadcaster, by the table or by a word of its name.
func (w locator) isAired(i int) bool {
	outlet := strings.ToLower(w.names[i].outlet)
	isStation := func(word string) bool { return w.pieces.Is(word, "station") }
	return w.air.Has(outlet) || slices.ContainsFunc(strings.Fields(outlet), isStation)
}

// tellsMost is the report of some that were there which tells most of what a credit covers, if it
// tells enough of it.
func (w locator) tellsMost(c credit, of []int) int {
	best, most := missing, 0.0
	for _, i := range of {
		if w.gap(c.by, i) > 0 || w.when.otherPiece(c, i) {
			continue
		}
		if told := w.said(c, i, align.Share); told > most && w.allSaid(c, i) >= someSaid {
			best, most = i, told
		}
	}
	return best
}
