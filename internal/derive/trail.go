package derive

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/segment"
)

const (
	// trailWords is how many words in a row of what was told to one report lead to
	// another one that has them, and trailMeaning how many words of meaning these must
	// have in all.
	trailWords, trailMeaning = 4, 2
	// leastTrail is how many such words, of different statements, and odd figures make a
	// trail, leastTrailQuotes how many of them are words of unnamed sources or of those who told
	// them to that report alone, and trailSources of how many
	// sources they are at least, the figures being one. Set by hand. In 21 real stories,
	// 1,000 mixed reports and 260 further events no pair has that; with one source two
	// had, both of a statement of people without names that others had heard as well.
	leastTrail, leastTrailQuotes, trailSources = 3, 2, 2
	// leastSecret is how many such words of unnamed sources make a trail from a report that says that
	// its sources asked to be left unnamed: these spoke to it alone.
	leastSecret = 2
	// deniedReach is how many words before "named" tell that somebody asked for the opposite.
	deniedReach = 4
	// leastChorus is how many remarks, of at least chorusSources people, make a trail whoever they
	// are, if the later report has no others: who was there hears more than one other report has.
	leastChorus, chorusSources = 4, 3
	// oddDigits is how many digits a figure has that nobody rounds, without zeros at
	// the end.
	oddDigits = 4
)

// clue is one thing that an elder report alone could know: a quotation of a source that
// told it to that report alone or has no name, or an odd figure.
type clue struct {
	report      int
	statement   int // its first token; that of the figure
	first, last int // tokens, half-open
	figure      bool
	named       bool   // words of somebody with a name, who may have said them to others too
	source      string // the id of the speaker; "" of a figure
}

// trails finds reports that name nobody and have several clues of an elder one: silent
// rewrites leave words of the sources that they hide, and figures that nobody rounds.
type trails struct {
	*pairs
	*tables
	clues   map[run][]clue
	holders map[run][]int // the reports that have the words of a clue, each once
	named   []bool        // of each report: it names another one, or an outlet, as its source
}

// readTrails notes for each pair how much of a trail leads from one to the other.
func readTrails(w *pairs, t *tables) {
	if w.kept() < 2 {
		return
	}
	s := trails{
		pairs: w, tables: t, clues: map[run][]clue{}, holders: map[run][]int{}, named: make([]bool, w.kept()),
	}
	for i := range w.kept() {
		s.readClues(i)
	}
	for i := range w.kept() {
		s.readHolders(i)
	}
	for _, c := range w.credits {
		s.named[c.by] = s.named[c.by] || c.form != linkCredit && !c.own
	}
	found := map[[2]int]map[int][]clue{}
	for r, clues := range s.clues {
		s.lead(r, clues, found)
	}
	for pair, clues := range found {
		trail := s.told(clues)
		if s.isTrail(trail) || s.isSecret(pair[0], trail) || s.isChorus(trail) && s.addsNoVoice(pair[0], pair[1]) {
			w.need(pair[0], pair[1]).mark().trail = trail
		}
	}
}

// readClues reads what only one report can know.
func (s trails) readClues(i int) {
	t := s.texts[i]
	for _, u := range s.units[i] {
		if u.source == nil {
			continue
		}
		named := !u.own && !u.unnamed()
		if named && (u.source.Kind != stemma.Person || s.isHeaded(u.source.Name)) {
			continue
		}
		first, last := s.tokens(i, u.statement.Span)
		s.eachQuoted(i, first, last, func(from, to int, r run) bool {
			s.clues[r] = append(s.clues[r], clue{i, first, from, to, false, named, u.source.ID})
			return false
		})
	}
	for k := range t.Tokens {
		if r, ok := odd(t, k); ok {
			s.clues[r] = append(s.clues[r], clue{i, k, k, k + 1, true, false, ""})
		}
	}
}

// isHeaded says whether a title has the last word of a name: who makes the news speaks to all.
func (s *material) isHeaded(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 {
		return true
	}
	last := segment.Fold(words[len(words)-1])
	for i, t := range s.texts {
		for _, title := range s.traits[i].titles {
			for k := t.TokenAt(title.Start); k < len(t.Tokens) && t.Tokens[k].Start < title.End; k++ {
				if t.Tokens[k].Form == last {
					return true
				}
			}
		}
	}
	return false
}

// eachQuoted gives the runs of words in quotation marks.
func (s trails) eachQuoted(i, first, last int, found func(first, last int, r run) bool) {
	for k := first; k < last; k++ {
		from := k
		for k < last && (s.texts[i].Tokens[k].Kind == stemma.Mark || !s.speech[i].isProse(k)) {
			k++
		}
		eachRun(s.texts[i], from, k, trailWords, found)
	}
}

// odd is a figure that is not round and no year.
func odd(t *stemma.Text, k int) (run, bool) {
	tok := t.Tokens[k]
	if tok.Kind != stemma.Number || isYear(tok) {
		return run{}, false
	}
	digits := strings.TrimRight(tok.Form, "0,.")
	if len(digits)-strings.Count(digits, ",")-strings.Count(digits, ".") < oddDigits {
		return run{}, false
	}
	var r run
	eachRun(t, k, k+1, 1, func(_, _ int, found run) bool { r = found; return true })
	return r, true
}

// readHolders notes which reports have the words of clues, in quotation marks or not.
func (s trails) readHolders(i int) {
	t := s.texts[i]
	hold := func(r run) {
		had := s.holders[r]
		if len(s.clues[r]) > 0 && (len(had) == 0 || had[len(had)-1] != i) {
			s.holders[r] = append(had, i)
		}
	}
	eachRun(t, 0, len(t.Tokens), trailWords, func(_, _ int, r run) bool {
		hold(r)
		return false
	})
	for k := range t.Tokens {
		if r, ok := odd(t, k); ok {
			hold(r)
		}
	}
}

// lead notes a clue for every report that has it from the one report that surely had it
// before all others.
func (s trails) lead(r run, clues []clue, found map[[2]int]map[int][]clue) {
	eldest := s.eldest(s.holders[r], s.isElder)
	for _, c := range clues {
		for _, to := range s.holders[r] {
			if c.report != eldest || to == eldest || s.named[to] || s.sameHouse(eldest, to) {
				continue
			}
			pair := [2]int{eldest, to}
			if found[pair] == nil {
				found[pair] = map[int][]clue{}
			}
			found[pair][c.statement] = append(found[pair][c.statement], c)
		}
	}
}

// isElder says whether a report is surely elder than another.
func (s *material) isElder(a, b int) bool { return s.gap(a, b) > 0 }

// eldest is the report that is elder than all others, or missing.
func (s *material) eldest(reports []int, isElder func(a, b int) bool) int {
	best := missing
	for _, i := range reports {
		if best == missing || isElder(i, best) {
			best = i
		}
	}
	for _, i := range reports {
		if i != best && !isElder(best, i) {
			return missing
		}
	}
	return best
}

// told joins the clues of one statement to one; in the order of the text.
func (s trails) told(clues map[int][]clue) []clue {
	var found []clue
	for _, of := range clues {
		whole, meaning := of[0], map[string]bool{}
		for _, c := range of {
			whole.first, whole.last = min(whole.first, c.first), max(whole.last, c.last)
			for _, tok := range s.texts[c.report].Tokens[c.first:c.last] {
				meaning[tok.Form] = tok.Kind != stemma.Mark && !s.function.Has(tok.Form)
			}
		}
		n := 0
		for _, means := range meaning {
			n += either(means, 1, 0)
		}
		if whole.figure || n >= trailMeaning {
			found = append(found, whole)
		}
	}
	slices.SortFunc(found, func(a, b clue) int { return cmp.Compare(a.first, b.first) })
	return found
}

// isTrail says whether clues are too many for chance.
func (s trails) isTrail(clues []clue) bool {
	quotes, sources := 0, map[string]bool{}
	for _, c := range clues {
		quotes += either(c.figure || c.named, 0, 1)
		sources[c.source] = true
	}
	return len(clues) >= leastTrail && quotes >= leastTrailQuotes && len(sources) >= trailSources
}

// isSecret says whether clues are words of unnamed sources who asked the elder report to be left
// unnamed, and so spoke to it alone.
func (s trails) isSecret(elder int, clues []clue) bool {
	quotes := 0
	for _, c := range clues {
		quotes += either(c.figure || c.named, 0, 1)
	}
	return quotes >= leastSecret && s.asksToBeUnnamed(s.texts[elder])
}

// asksToBeUnnamed says whether a report says that a source asked to be left unnamed: "asked not to
// be named", "on condition of anonymity".
func (s trails) asksToBeUnnamed(t *stemma.Text) bool {
	for k, tok := range t.Tokens {
		if !s.unnamed.Has(tok.Form) {
			continue
		}
		for n := max(0, k-deniedReach); n < k; n++ {
			if form := t.Tokens[n].Form; s.function.Is(form, "neg") || s.pieces.Is(form, "secret") {
				return true
			}
		}
	}
	return false
}

// isChorus says whether clues hold remarks of several people, each of whom others may have heard.
func (s trails) isChorus(clues []clue) bool {
	quotes, sources := 0, map[string]bool{}
	for _, c := range clues {
		if !c.figure {
			quotes++
			sources[c.source] = true
		}
	}
	return quotes >= leastChorus && len(sources) >= chorusSources
}

// addsNoVoice says whether the later of two reports quotes next to nothing that the elder one does
// not: one remark in five may be another one, or altered.
func (s trails) addsNoVoice(elder, later int) bool {
	held := map[run]bool{}
	t := s.texts[elder]
	eachRun(t, 0, len(t.Tokens), trailWords, func(_, _ int, r run) bool {
		held[r] = true
		return false
	})
	had, own := 0, 0
	for _, u := range s.units[later] {
		first, last := s.tokens(later, u.statement.Span)
		has, quotes := false, false
		s.eachQuoted(later, first, last, func(_, _ int, r run) bool {
			quotes, has = true, held[r]
			return has
		})
		had, own = had+either(has, 1, 0), own+either(quotes && !has, 1, 0)
	}
	return own*leastChorus <= had
}
