package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// quotation is a run of words in quotation marks, without what an editor put
// between brackets.
type quotation struct {
	id       int32 // of all that have its words
	sentence int
	words    []word
	speaker  *stemma.Speaker // nil: nobody, or not known
	bare     bool            // it has no marks: a sentence of a speech, a post or a letter that is printed as it is
}

const (
	// leastQuote is the length of a quotation, in words, below which a
	// difference is one of choice.
	leastQuote = 4
	// sameQuote is the share of an altered quotation's words, by weight, that
	// must match.
	sameQuote = 0.6
	// quoteWeight is the weight of the words that two quotations must share.
	quoteWeight = 1.5
)

// quotes gathers the quotations of a report: every stretch within marks.
func (c *Collator) quotes(r *Report) []quotation {
	var found []quotation
	for i := range r.sentences {
		s := &r.sentences[i]
		if c.isBare(s) {
			found = append(found, quotation{sentence: i, words: s.words, bare: true})
			continue
		}
		for k := 0; k < len(s.words); {
			if !s.words[k].quoted {
				k++
				continue
			}
			var words []word
			for ; k < len(s.words) && s.words[k].quoted; k++ {
				if !s.words[k].aside {
					words = append(words, s.words[k])
				}
			}
			if len(words) < leastQuote {
				continue
			}
			found = append(found, quotation{sentence: i, words: words})
			if last := afterDots(words); last > 0 && len(words)-last >= leastQuote {
				found = append(found, quotation{sentence: i, words: words[last:]})
			}
		}
	}
	return found
}

const (
	// leastBare is how many words a sentence has, and shares with a quotation, that may be printed as it was
	// said: a writer's own "we" speaks of the same matter too.
	leastBare = 8
	// mostOther is how many words of the quotation the sentence may lack, in one place: with more, somebody said
	// much the same twice.
	mostOther = 2
)

// isBare says whether somebody speaks of himself in a sentence without marks of quotation, as a speech, a
// letter or a post does that is printed in full.
func (c *Collator) isBare(s *sentence) bool {
	return !s.title && len(s.words) >= leastBare && !isQuotedIn(s) &&
		slices.ContainsFunc(s.words, func(w word) bool { return isSpeaker(c, s, &w) })
}

// isSpeaker says whether a word stands for who speaks: "I", "our", "us", but not "US".
func isSpeaker(c *Collator, s *sentence, w *word) bool {
	return plays(c, w, "first") && (plays(c, w, "subject", "poss") || !s.text.Capital(int(w.token)))
}

// isPrinted says whether of two quotations one is printed without marks and has next to all words of the other.
func isPrinted(x, y quotation, al *alignment) bool {
	same, other := 0, 0
	for j, i := range al.ofB {
		same += boolean(i >= 0 && al.a[i].form == al.b[j].form)
		other += boolean(i < 0 && !y.bare)
	}
	for _, j := range al.ofA {
		other += boolean(j < 0 && !x.bare)
	}
	return x.bare != y.bare && same >= leastBare && other <= mostOther
}

// afterDots is where the last stretch of a quotation begins before which its writer left
// words out: it may stand by itself where it was taken from; 0 for none.
func afterDots(words []word) int {
	for k := len(words) - 1; k > 0; k-- {
		if words[k].elided {
			return k
		}
	}
	return 0
}

// quotations finds words that were changed inside quotation marks. A quotation
// that was cut is changed only if what was cut governs what is left.
func (c *Collation) quotations(before, after *Report, kin Kin) []stemma.Drift {
	var found []stemma.Drift
	for i, y := range after.quotes {
		if before.quotedIDs[y.id] || c.spent(y.id, kin) || isAddress(y) || y.bare && kin == Copy {
			continue
		}
		known := c.aligned
		x, al, ok := c.quoted(before, y)
		if c.aligned > known {
			c.beside[y.id] += candidates // one report more
		}
		if !ok || x.bare && before.hasRun(y.words) || y.bare && after.hasRun(x.words) {
			continue
		}
		d, ok := c.alteration(before, after, x, y, al)
		if ok && !isToldWith(after, i, found) {
			found = append(found, d)
		}
	}
	return found
}

// isAddress says whether marks hold the value of an attribute of a page, and nothing that was said:
// "poster="//cdn.example/3105/11559_vs.jpg"".
func isAddress(y quotation) bool {
	return slices.ContainsFunc(y.words, func(w word) bool { return strings.ContainsAny(w.form, "/_") })
}

// isToldWith says whether a quotation is the end of the one before it, see afterDots, of which a
// change is told.
func isToldWith(after *Report, at int, told []stemma.Drift) bool {
	if at == 0 || len(told) == 0 {
		return false
	}
	last, whole, end := told[len(told)-1].After, after.quotes[at-1].words, after.quotes[at].words[0].token
	tokens, first, behind := after.text.Tokens, whole[0].token, whole[len(whole)-1].token
	return first < end && end <= behind && tokens[first].Start <= last.Start && last.End <= tokens[behind].End
}

// quoted finds the quotation that another one was made from, unless one has it
// word for word.
func (c *Collation) quoted(before *Report, y quotation) (quotation, alignment, bool) {
	var best quotation
	var found alignment
	ok := false
	for _, at := range before.quoting(y) {
		x := before.quotes[at]
		al := c.quoteBeside(x, y)
		if !c.sameWords(x, y, &al) || otherMouth(x, y, &al) || (x.bare || y.bare) && !isPrinted(x, y, &al) {
			continue
		}
		if al.weight < quoteWeight && al.matches() < longRun {
			continue
		}
		if al.exact() {
			return quotation{}, alignment{}, false
		}
		if !ok || al.likeness() > found.likeness() {
			best, found, ok = x, al, true
		}
	}
	return best, found, ok
}

// sameWords says whether enough of the second quotation stands in the first, or, in a long
// run, enough of the first in the second, which quotes on.
func (c *Collation) sameWords(x, y quotation, al *alignment) bool {
	matches := float64(al.matches())
	if al.back >= sameQuote && matches >= sameQuote*float64(len(y.words)) {
		return true
	}
	return al.forth >= sameQuote && matches >= max(longRun, sameQuote*float64(len(x.words)))
}

// quoting gives the quotations that share two words with another one that tell
// something, in order.
func (r *Report) quoting(y quotation) []int {
	shared, seen := map[int]int{}, map[string]bool{}
	for k := range y.words {
		w := &y.words[k]
		if w.class == function || seen[w.base] {
			continue
		}
		seen[w.base] = true
		for _, at := range r.said[w.base] {
			shared[at]++
		}
	}
	var found []int
	for at, n := range shared {
		if n >= 2 {
			found = append(found, at)
		}
	}
	slices.Sort(found)
	return found
}

// exact says whether all words of the second stand in a row in the first.
func (al *alignment) exact() bool {
	for j := range al.ofB {
		if al.ofB[j] < 0 || al.b[j].form != al.a[al.ofB[j]].form || j > 0 && al.ofB[j] != al.ofB[j-1]+1 {
			return false
		}
	}
	return true
}

// alteration is what changed between two quotations, in the stretches in which
// their words lie close to each other: what was cut or is another quotation is
// no change of words.
func (c *Collator) alteration(before, after *Report, x, y quotation, al alignment) (stemma.Drift, bool) {
	for _, run := range al.dense() {
		first, last, ok := c.differing(&al, run)
		isOne := first == last && (first.a1 >= run.a1 || first.a1 == 0) && first.a2 <= run.a2 && run.covers(&al, y.bare)
		if !ok || (x.bare || y.bare) && !isOne {
			continue
		}
		a1, a2 := max(min(run.a1, first.a1), first.a1-1), min(max(run.a2, last.a2), last.a2+1)
		b1, b2 := max(min(run.b1, first.b1), first.b1-1), min(max(run.b2, last.b2), last.b2+1)
		if c.inPrint(al.a[a1:a2]) == c.inPrint(al.b[b1:b2]) {
			continue
		}
		s, t := &before.sentences[x.sentence], &after.sentences[y.sentence]
		from, to := s.tokens(al.a[a1].token, al.a[a2-1].token), t.tokens(al.b[b1].token, al.b[b2-1].token)
		severity := c.quoteSeverity(&al, a1, a2, b1, b2)
		if y.bare {
			from, to = to, from
		}
		return becomes(stemma.QuoteAltered, &from, &to, severity), true
	}
	return stemma.Drift{}, false
}

// covers says whether a stretch has all but few words of the first of two quotations, or of the second one.
func (s slot) covers(al *alignment, first bool) bool {
	words, all := s.b2-s.b1, len(al.b)
	if first {
		words, all = s.a2-s.a1, len(al.a)
	}
	return all-words <= mostOther
}

// quoteSeverity is 2 where a word that tells something was changed, or how sure it is.
func (c *Collator) quoteSeverity(al *alignment, a1, a2, b1, b2 int) int {
	p := pairing{Collator: c}
	steps := abs(p.lowest(al.a, a1, a2).rung - p.lowest(al.b, b1, b2).rung)
	return 1 + boolean(slices.Contains([]bool{
		steps >= leastStep, c.tellsUnmatched(al.a, al.ofA, a1, a2), c.tellsUnmatched(al.b, al.ofB, b1, b2),
	}, true))
}

// tellsUnmatched says whether one of some words that match none tells something.
func (c *Collator) tellsUnmatched(words []word, of []int, first, last int) bool {
	for k := first; k < last; k++ {
		if of[k] < 0 && c.telling(&words[k]) {
			return true
		}
	}
	return false
}

// telling says whether a word's change may mislead.
func (c *Collator) telling(w *word) bool {
	return c.negates(w) || w.class != function && w.weight > 0.5
}

const (
	// widestGap is how many words of a quotation may be changed in one place.
	widestGap = 3
	// leastRun is how many words of a stretch must match, leastMeat the weight
	// of them unless there are longRun, and density their share of all words of
	// it.
	leastRun  = 5
	longRun   = 8
	leastMeat = 1.8
	density   = 0.7
)

// matches is how many words match.
func (al *alignment) matches() int {
	n := 0
	for _, i := range al.ofB {
		n += boolean(i >= 0)
	}
	return n
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dense gives the stretches in which no more than [widestGap] words in a row
// fail to match on either side.
func (al *alignment) dense() []slot {
	var found []slot
	var run slot
	matched, meat := 0, 0.0
	close := func() {
		wide := max(run.a2-run.a1, run.b2-run.b1)
		tells := matched >= leastRun && meat >= leastMeat || matched >= longRun
		if tells && float64(matched) >= density*float64(wide) {
			found = append(found, run)
		}
		matched, meat = 0, 0
	}
	for i, j := range al.ofA {
		if j < 0 {
			continue
		}
		if matched > 0 && max(i-run.a2, j-run.b2) > widestGap {
			close()
		}
		if matched == 0 {
			run = slot{i, i, j, j}
		}
		run.a2, run.b2 = i+1, j+1
		matched++
		if al.a[i].class != function && al.a[i].base == al.b[j].base {
			meat += al.a[i].weight
		}
	}
	close()
	return found
}

// differing gives the first and the last slot of a stretch whose words differ
// in more than spelling.
func (c *Collator) differing(al *alignment, run slot) (first, last slot, ok bool) {
	places := 0
	note := func(s slot) {
		places++
		if !ok || s.b1 < first.b1 {
			first = s
		}
		if !ok || s.b2 > last.b2 {
			last = s
		}
		ok = true
	}
	for _, s := range al.slots {
		inside := s.a1 > run.a1 && s.a2 < run.a2 && s.b1 > run.b1 && s.b2 < run.b2
		if (inside || al.atEnds(s, run)) && !c.style(al, s) {
			note(s)
		}
	}
	for j := run.b1; j < run.b2; j++ {
		if i := al.ofB[j]; i >= 0 && respoken(c, al, i, j) {
			note(slot{i, i + 1, j, j + 1})
		}
	}
	return first, last, ok && places <= mostPlaces
}

// mostPlaces is in how many places a quotation may differ from the one that it was
// made from: in more, it is another sentence of the same speech.
const mostPlaces = 2

// atEnds says whether a slot is the first or the last word of both quotations,
// next to a stretch that matches: the one word stands for the other.
func (al *alignment) atEnds(s, run slot) bool {
	if !s.swapsOne() {
		return false
	}
	return s.a1 == 0 && s.b1 == 0 && s.a2 == run.a1 || s.a2 == len(al.a) && s.b2 == len(al.b) && s.a1 == run.a2
}

// style says whether a slot holds nothing but what a house style or a
// transcript changes: spelling, articles, a contraction written out, an
// editor's mark in brackets.
func (c *Collator) style(al *alignment, s slot) bool {
	a, b := c.meaning(al.a[s.a1:s.a2]), c.meaning(al.b[s.b1:s.b2])
	if al.marked(s) || c.sameSpelling(joined(al.a, s.a1, s.a2), joined(al.b, s.b1, s.b2)) {
		return true
	}
	x, y := c.spoken.Replace(joined(al.a, s.a1, s.a2)), c.spoken.Replace(joined(al.b, s.b1, s.b2))
	return slices.Contains([]bool{
		x == y, c.sameSpelling(a, b), c.abbreviates(a, b), c.abbreviates(b, a), c.figure(a) == c.figure(b),
		al.stutters(s), isOneName(al, s),
	}, true)
}

// stutters says whether one side only has the words before or behind a slot twice: "I, I think".
func (al *alignment) stutters(s slot) bool {
	words, first, last := al.a, s.a1, s.a2
	if first == last {
		words, first, last = al.b, s.b1, s.b2
	}
	n := last - first
	row := func(at int) string { return forms(words[max(0, at):min(len(words), at+n)]) }
	return !s.swaps() && slices.Contains([]string{row(first - n), row(last)}, row(first))
}

// isOneName says whether one side has the first letters of the other side's words ("United States", "U.S."), or the
// name in other letters ("Ecuadorian", "Ecuadorean").
func isOneName(al *alignment, s slot) bool {
	a, b := forms(al.a[s.a1:s.a2]), forms(al.b[s.b1:s.b2])
	areNames := s.swapsOne() && [2]class{al.a[s.a1].class, al.b[s.b1].class} == [2]class{nameWord, nameWord}
	return slices.Contains([]bool{
		initials(strings.Fields(a), b), initials(strings.Fields(b), a), areNames && name.Transliterated(a, b),
	}, true)
}

// inPrint is some words without what houses of press write otherwise: articles, contractions, hyphens, short
// titles, figures for numbers.
func (c *Collator) inPrint(words []word) string {
	var b strings.Builder
	for i := range words {
		form := words[i].full
		if ends := len(form) - 2; words[i].class == number && ends > 0 && c.styles.Has(form[ends:]) {
			form = form[:ends] // "12th"
		}
		if title := c.honorifics.First(form); title != "" {
			form = title
		}
		if !c.styles.Has(form) {
			b.WriteString(c.figure(form))
		}
	}
	return c.spellings.Replace(c.spoken.Replace(b.String()))
}

// figure is a number in figures: "12" of "twelve"; what is no number stays as it is.
func (c *Collator) figure(word string) string {
	if first := c.numbers.First(word); first != "" {
		return first
	}
	return word
}

// abbreviates says whether one word is a title and the other one its short form.
func (c *Collator) abbreviates(short, long string) bool {
	return short != "" && strings.HasPrefix(long, short) && c.titles.Has(short) && c.titles.Has(long)
}

// marked says whether dots or brackets stand in a slot: the writer says that he
// left words out, or put some in.
func (al *alignment) marked(s slot) bool {
	return anyMarked(al.a, s.a1, s.a2) || anyMarked(al.b, s.b1, s.b2)
}

func anyMarked(words []word, first, last int) bool {
	for k := first; k <= last && k < len(words); k++ {
		if words[k].elided || words[k].edited {
			return true
		}
	}
	return false
}

// joined is the words of a slot with the one before it, as they stand.
func joined(words []word, first, last int) string {
	var b strings.Builder
	for _, w := range words[max(0, first-1):last] {
		b.WriteString(w.full)
	}
	return b.String()
}

// meaning is the words of a slot without those that are a matter of style.
func (c *Collator) meaning(words []word) string {
	var b strings.Builder
	for i := range words {
		if !c.styles.Has(words[i].form) {
			b.WriteString(c.spoken.Replace(words[i].form))
		}
	}
	return b.String()
}

// sameSpelling says whether two runs of words are one but for how houses of press write it.
func (c *Collator) sameSpelling(a, b string) bool {
	return c.spellings.Replace(a) == c.spellings.Replace(b)
}
