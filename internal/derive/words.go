package derive

import (
	"slices"

	"stemma"
	"stemma/internal/fnv"
	who "stemma/internal/name"
)

const (
	// runWords is how many words in a row two reports share only if one has them
	// from the other or both from one mouth: "out of an abundance of caution" has
	// six; fewRun, of a quotation that is not much longer itself.
	runWords, fewRun = 7, 4
	// leastContent is how many words of meaning tell what was spoken.
	leastContent = 2
)

// contentWords counts the words of meaning that a credit covers.
func (w signs) contentWords(c credit) int {
	n := 0
	for _, u := range w.units[c.by] {
		if covers(c, u) {
			n += len(u.clause.Words)
		}
	}
	return n
}

// meanTheSame gives credits of which a report has not the words that report all
// the same where another credit means it: the outlet's text, a reporter's, or
// what else the same person told it.
func (w signs) meanTheSame(given []credit) {
	meant := map[[2]int][]string{} // a report and one that it credits → who spoke there
	for _, c := range given {
		if c.to != missing {
			meant[[2]int{c.by, c.to}] = append(meant[[2]int{c.by, c.to}], c.spoke)
		}
	}
	for k := range given {
		c := &given[k]
		spoke, ok := meant[[2]int{c.by, c.maybe}]
		sameVoice := c.kind == stemma.LostPerson || c.spoke != "" && slices.Contains(spoke, c.spoke)
		if ok && (c.form == sourceCredit || sameVoice || w.contentWords(*c) < leastContent) {
			c.to = c.maybe
		}
	}
}

// mostCommon is how many other reports must credit a report for it to be what a
// credit that shows no piece means: the scoop that the story goes back to.
const mostCommon = 2

// meansElder says whether a credit, given before the report that it seems to mean was there, means
// an elder one that is not in the pile: a known outlet publishes by the hour.
func (w *material) meansElder(c *credit) bool { return c.young && w.outlet(c.name).Known }

// meanTheCommon gives credits of a report that nothing shows to it where several
// others are shown to credit it.
func (w signs) meanTheCommon(given []credit) {
	creditors := map[int]map[int]bool{} // report → who credits it
	for _, c := range given {
		if c.to == missing || c.form != sourceCredit || w.meansElder(&c) {
			continue
		}
		if creditors[c.to] == nil {
			creditors[c.to] = map[int]bool{}
		}
		creditors[c.to][c.by] = true
	}
	for k := range given {
		c := &given[k]
		mayMean := c.maybe != missing && c.form == sourceCredit && !w.retells[c.maybe]
		if mayMean && len(creditors[c.maybe]) >= mostCommon {
			c.to = c.maybe
		}
	}
}

// quoted counts the words in quotation marks that a credit covers.
func (w signs) quoted(c credit) int {
	n := 0
	for _, x := range c.content {
		first, last := w.tokens(c.by, x)
		n += w.speech[c.by].spoken[last] - w.speech[c.by].spoken[first]
	}
	return n
}

// run is the hash of some words in a row, and how many they are.
type run struct {
	words int
	hash  uint64
}

// sharesRun says whether a report has so many quoted words in a row that a
// credit covers, or of all its words if none is quoted.
func (w signs) sharesRun(c credit, i, words int) bool {
	if w.runs[i] == nil {
		w.runs[i] = map[run]bool{}
		for n := fewRun; n <= runWords; n++ {
			eachRun(w.texts[i], 0, len(w.texts[i].Tokens), n, func(_, _ int, r run) bool {
				w.runs[i][r] = true
				return false
			})
		}
	}
	t, any := w.texts[c.by], w.quoted(c) < fewRun
	for _, x := range c.content {
		first, last := w.tokens(c.by, x)
		for k := first; k < last; k++ {
			from := k
			for k < last && (any || t.Tokens[k].Kind == stemma.Mark || !w.speech[c.by].isProse(k)) {
				k++
			}
			if eachRun(t, from, k, words, func(_, _ int, r run) bool { return w.runs[i][r] }) {
				return true
			}
		}
	}
	return false
}

// eachRun gives every run of so many words in a range of tokens, with its place,
// until one is found. Marks do not count.
func eachRun(t *stemma.Text, first, last, words int, found func(first, last int, r run) bool) bool {
	var room [2 * runWords]runWord // in turn: the words of the run at hand, and the next one
	ring := room[:words]
	oldest, sum, drop := 0, uint64(0), uint64(1)
	for range words {
		drop *= runBase
	}
	for n, k := 0, first; k < last; k++ {
		if t.Tokens[k].Kind == stemma.Mark {
			continue
		}
		h := fnv.Of(t.Tokens[k].Form)
		sum = sum*runBase + h - ring[oldest].hash*drop
		ring[oldest] = runWord{k, h}
		oldest = (oldest + 1) % words
		if n++; n >= words && found(ring[oldest].at, k+1, run{words, sum}) {
			return true
		}
	}
	return false
}

// runWord is a word of a run: its token, and its hash.
type runWord struct {
	at   int
	hash uint64
}

// runBase is what the hash of a run is multiplied with for each word (Rabin and Karp), so
// that the next run takes one word more and one less.
const runBase = 0x9E3779B97F4A7C15

// isBy says whether an author of a report is named in the sentence of a credit.
func (w signs) isBy(c credit, i int) bool {
	t := w.texts[c.by]
	at := t.SentenceAt(c.span.Start)
	for _, author := range w.names[i].authors {
		surname := lastField(author)
		for k := 0; at >= 0 && k < t.Sentences[at].Last-t.Sentences[at].First; k++ {
			if who.Unowned(t.Tokens[t.Sentences[at].First+k].Form) == surname {
				return true
			}
		}
	}
	return false
}
