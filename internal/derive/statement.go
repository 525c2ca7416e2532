package derive

import (
	"maps"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
)

// givenWords is how many words in a row two reports must quote alike of somebody for both to
// have them from one statement.
const givenWords = 6

// voiceReports is how many reports have the same words of a spokesman where these were given out, although
// none says so.
const voiceReports = 3

// issuedPiece is the entry of the table of pieces with the word that calls what somebody gave
// out in writing.
const issuedPiece = "=statement"

// remarked is what somebody is quoted with in a report.
type remarked struct {
	by      int
	source  stemma.Span
	content []stemma.Span
	isGiven bool // it is said to be from a statement
	isHeard bool // it is said to be spoken or posted, where anybody could have it
}

// statements finds what was given out in writing and is not here: two reports quote the same words
// of somebody, and one of them says that they are from a statement.
type statements struct {
	*draft
	pieces language.Table
	people *stemma.Index
}

// hangStatements hangs the reports that quote a statement from it. Those that descend from another
// that has it may have it from there.
func (w statements) hangStatements(attributions []stemma.Attribution) {
	called := w.pieces.Of(issuedPiece)
	if len(called) == 0 {
		return // a language without a word for it
	}
	said := w.read(attributions)
	up := w.above()
	for _, id := range slices.Sorted(maps.Keys(said)) {
		speaker := w.people.Speaker(stemma.Maybe(id))
		shared := w.shared(said[id], w.isVoice(speaker))
		holders := slices.Sorted(maps.Keys(shared))
		first := w.topmost(up, holders)
		isHere := slices.ContainsFunc(holders, func(i int) bool { return w.released[i] })
		if !isHere && !w.isOneHouse(first) {
			at := w.lostWitness(speaker.Name, called[0], stemma.LostRelease)
			isSaid := slices.ContainsFunc(said[id], func(m remarked) bool { return m.isGiven })
			w.hang(at, first, shared, either(isSaid, "evidence.statement", "evidence.given-out"))
		}
	}
}

// topmost are those of some reports that descend from none of the others.
func (w statements) topmost(up map[int][]int, holders []int) []int {
	return slices.DeleteFunc(slices.Clone(holders), func(i int) bool {
		above := ancestors(up, i)
		return slices.ContainsFunc(holders, func(k int) bool { return k != i && above[k] })
	})
}

// isOneHouse says whether reports are of one outlet, or none.
func (w statements) isOneHouse(reports []int) bool {
	return !slices.ContainsFunc(reports, func(i int) bool { return !w.sameHouse(reports[0], i) })
}

// hang hangs reports from a statement or another document, with the sentence that says why.
func (w statements) hang(at int, first []int, shared map[int]remarked, sentence string) {
	for _, i := range first {
		if w.own(at, i) {
			continue
		}
		w.addLost(at, i, stemma.Citation, lostOdds, stemma.Evidence{
			Kind: stemma.QuotationEvidence, Weight: lostOdds,
			Spans: append(wordsOf(shared[i].source), shared[i].content...),
			Saying: stemma.Say(sentence, stemma.Args{
				"copy": w.label(i), "name": w.label(at), "piece": w.lost[at-w.kept()].piece, "n": len(first) - 1,
			}),
		})
	}
}

// read gives, by the ids of those who have a name, what reports quote of them, where one says that
// it is from a statement.
func (w statements) read(attributions []stemma.Attribution) map[string][]remarked {
	said, given := map[string][]remarked{}, map[string]bool{}
	for k := range attributions {
		a := &attributions[k]
		by, ok := w.index[a.Report]
		s := w.people.Speaker(a.Speaker)
		isQuoted := a.Kind == stemma.Direct || a.Kind == stemma.Mixed
		if !ok || s == nil || s.Kind != stemma.Person && s.Kind != stemma.Organisation || !isQuoted || a.Source == nil {
			continue
		}
		m := remarked{by: by, source: *a.Source, content: a.Content}
		m.isGiven, m.isHeard = w.frame(by, a)
		said[s.ID] = append(said[s.ID], m)
		given[s.ID] = given[s.ID] || m.isGiven || w.isVoice(s)
	}
	maps.DeleteFunc(said, func(id string, _ []remarked) bool { return !given[id] })
	return said
}

// frame reads how the words of an attribution were given, by what stands around its source and its
// cue and is none of them.
func (w statements) frame(by int, a *stemma.Attribution) (isGiven, isHeard bool) {
	t := w.texts[by]
	for _, x := range append([]stemma.Span{*a.Source}, a.Cue...) {
		s := t.SentenceAt(x.Start)
		if s < 0 {
			continue
		}
		first, last := t.TokenAt(x.Start)-issuedReach, t.TokenAt(x.End)+issuedReach
		for k := max(t.Sentences[s].First, first); k < min(t.Sentences[s].Last, last); k++ {
			if inside(a.Content, t.Tokens[k].Start) {
				continue
			}
			isGiven = isGiven || w.pieces.Is(t.Tokens[k].Form, "issued")
			isHeard = isHeard || w.pieces.Is(t.Tokens[k].Form, "heard")
		}
	}
	return isGiven, isHeard
}

// isVoice says whether somebody speaks for another by his office: "a spokesman for the mayor".
func (w statements) isVoice(s *stemma.Speaker) bool {
	return slices.ContainsFunc(strings.Fields(s.Descriptor), func(word string) bool {
		return w.pieces.Is(strings.ToLower(word), "voice")
	})
}

// reportsOf counts the reports in which some remarks stand.
func (w statements) reportsOf(said []remarked, places []int) int {
	reports := map[int]bool{}
	for _, k := range places {
		reports[said[k].by] = true
	}
	return len(reports)
}

// shared gives, by report, the first of the remarks of one speaker that are in a statement: another
// report has words of it too, one of the two says that they are from one, and none that they were spoken.
// Of who speaks for somebody the words that several reports have were given out.
func (w statements) shared(said []remarked, isVoice bool) map[int]remarked {
	holders := map[run][]int{} // places in said
	for k := range said {
		for r := range w.runs(&said[k]) {
			holders[r] = append(holders[r], k)
		}
	}
	found := map[int]int{} // of each report, the first place
	for _, has := range holders {
		n := w.reportsOf(said, has)
		isGiven := slices.ContainsFunc(has, func(k int) bool { return said[k].isGiven }) || isVoice && n >= voiceReports
		isHeard := slices.ContainsFunc(has, func(k int) bool { return said[k].isHeard })
		if !isGiven || isHeard || n < 2 {
			continue
		}
		for _, k := range has {
			if at, ok := found[said[k].by]; !ok || k < at {
				found[said[k].by] = k
			}
		}
	}
	first := map[int]remarked{}
	for by, k := range found {
		first[by] = said[k]
	}
	return first
}

// runs are the words in a row that a report quotes of somebody.
func (w statements) runs(m *remarked) map[run]bool {
	t, found := w.texts[m.by], map[run]bool{}
	for _, s := range m.content {
		first, last := w.tokens(m.by, s)
		for k := first; k < last; k++ {
			end := k
			for end < last && !w.speech[m.by].isProse(end) {
				end++
			}
			eachRun(t, k, end, givenWords, func(_, _ int, r run) bool {
				found[r] = true
				return false
			})
			k = max(k, end)
		}
	}
	return found
}
