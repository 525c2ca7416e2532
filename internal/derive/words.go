package derive

import (
	"hash/fnv"
	"slices"
	"strings"

	"stemma"
)

const (
	// runWords is how many words in a row two reports share only if one has them
	// from the other or both from one mouth; fewRun, of a quotation that is not
	// much longer itself.
	runWords, fewRun = 5, 4
	// quotedWords is how many quoted words a credit must have for a report that
	// has no such run of them to be another one than it means.
	quotedWords = 6
	// leastSpoken is how much of what was told to an outlet, in other words than
	// the speaker's, its report must say to be the one that is meant.
	leastSpoken = 0.45
	// leastContent is how many words of meaning tell what was spoken.
	leastContent = 2
)

// lacksWords says whether a report has not the words for which a credit names
// its outlet. Words that were spoken to an outlet or in it stand in its report;
// those that a report's first sentences credit may be retold in others, and an
// author may be named for a text of which only a part is kept.
//
// Of the 30 credits with a venue or with quoted words that 280 events of the
// AllSides set gave for a kept report, 21 were right when read: each had a run of the
// quoted words, or a share of 0.47 and more of what was not quoted; the nine that meant
// another report had runs of at most three words, or nothing but a name.
func (w search) lacksWords(c credit, i int, said float64) bool {
	quoted := w.quoted(c)
	switch {
	case w.sameHouse(c.by, i):
		return said < leastSpoken && !w.sharesRun(c, i, runWords)
	case w.isBy(c, i):
		return false
	case c.form == receiverCredit && quoted >= fewRun:
		return !w.sharesRun(c, i, min(runWords, max(fewRun, quoted-1)))
	case c.form == receiverCredit:
		return w.contentWords(c) < leastContent || said < leastSpoken && !w.tellsClaim(c, i)
	}
	return c.form == sourceCredit && quoted >= quotedWords && !w.early(c) && said < leastSpoken &&
		!w.sharesRun(c, i, runWords)
}

// tellsClaim says whether a report makes a claim that a credit covers.
func (w search) tellsClaim(c credit, i int) bool {
	return slices.ContainsFunc(w.units[c.by], func(u unit) bool {
		return covers(c, u) && slices.ContainsFunc(w.units[i], func(v unit) bool { return v.claim == u.claim })
	})
}

// weaklySaid says whether a credit in the midst of a report is of a content that
// the kept one has only faintly: an outlet that is named in passing may be named
// for another of its reports of that week.
func (w search) weaklySaid(c credit, i int, said float64) bool {
	return c.form == sourceCredit && !w.early(c) && !w.isBy(c, i) && said < leastSpoken && !w.sharesRun(c, i, runWords)
}

// contentWords counts the words of meaning that a credit covers.
func (w search) contentWords(c credit) int {
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
func (w search) meanTheSame(given []credit) {
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

// quoted counts the words in quotation marks that a credit covers.
func (w search) quoted(c credit) int {
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
func (w search) sharesRun(c credit, i, words int) bool {
	if w.runs[i] == nil {
		w.runs[i] = map[run]bool{}
		for _, n := range []int{fewRun, runWords} {
			eachRun(w.in.Texts[i], 0, len(w.in.Texts[i].Tokens), n, func(_, _ int, r run) bool {
				w.runs[i][r] = true
				return false
			})
		}
	}
	t, any := w.in.Texts[c.by], w.quoted(c) < fewRun
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
	var places []int
	for k := first; k < last; k++ {
		if t.Tokens[k].Kind == stemma.Mark {
			continue
		}
		places = append(places, k)
		if len(places) < words {
			continue
		}
		places = places[len(places)-words:]
		h := fnv.New64a()
		for _, at := range places {
			h.Write([]byte(t.Tokens[at].Form))
			h.Write([]byte{' '})
		}
		if found(places[0], k+1, run{words, h.Sum64()}) {
			return true
		}
	}
	return false
}

// isBy says whether an author of a report is named in the sentence of a credit.
func (w search) isBy(c credit, i int) bool {
	t := w.in.Texts[c.by]
	at := t.SentenceAt(c.span.Start)
	for _, author := range w.names[i].authors {
		surname := lastField(author)
		for k := 0; at >= 0 && k < t.Sentences[at].Last-t.Sentences[at].First; k++ {
			if strings.TrimSuffix(t.Tokens[t.Sentences[at].First+k].Form, "'s") == surname {
				return true
			}
		}
	}
	return false
}

// early says whether a credit stands in the beginning of its report.
func (w search) early(c credit) bool {
	return float64(c.span.Start) <= leadShare*float64(max(shortReport, len(w.report(c.by).Text)))
}
