package quote

import (
	"strings"

	who "stemma/internal/name"
)

// maxPhrase bounds how many atoms a noun phrase has.
const maxPhrase = 40

// maxAttributes bounds how many words stand before its nouns.
const maxAttributes = 8

// phrase reads the noun phrase that begins at i: articles, adjectives, nouns,
// genitives and what "von" ties to it. It is empty where none begins.
func (p *phrases) phrase(i, end int) span {
	end = min(end, i+maxPhrase)
	if i >= end {
		return span{}
	}
	if a := p.u.at(i); a.is(pronoun) {
		return span{i, i + 1}
	}
	j := p.core(i, end)
	if j == i {
		return p.alone(i, end)
	}
	for j < end {
		next := p.tiedEnd(i, j, end)
		if next == j {
			break
		}
		j = next
	}
	return span{i, j}
}

// tiedEnd is the end of what ties to the noun phrase from i to j: a bracket, a few quoted words, a
// genitive, a second noun behind "und"; j where nothing does.
func (p *phrases) tiedEnd(i, j, end int) int {
	switch a := p.u.at(j); {
	case a.marks('(', '['):
		return p.bracketEnd(j, end)
	case a.isShort():
		return j + 1
	case p.genitive(j, end) && !p.bareName(i, j),
		p.ties(j):
		return p.tied(j, end)
	case a.plays(andWord | orWord):
		return p.withSecond(j, end)
	}
	return j
}

// tied is the end of the nouns behind "von", or of a genitive, at j: "der Sprecher | der Reederei".
func (p *phrases) tied(j, end int) int {
	from := p.tieStart(j)
	if k := p.core(from, end); k > from {
		return k
	}
	return j
}

// withSecond is the end of the nouns behind the "und" at j, where they are the subject of no verb of
// their own: "Kolb | und Moos".
func (p *phrases) withSecond(j, end int) int {
	if k := p.core(j+1, end); k > j+1 && !p.verbAhead(j+1, k) {
		return k
	}
	return j
}

// bareName says whether the words from i to j are a name without an article,
// after which "der" begins no genitive: "sagte Lohse der Zeitung".
func (p *phrases) bareName(i, j int) bool {
	if j-2 >= i && p.ownName(j-2) && p.ownName(j-1) {
		return p.u.at(j).is(det)
	}
	for k := i; k < j; k++ {
		a := p.u.at(k)
		if e := p.u.lex.word(a.form); !a.upper || e != nil && e.class&given == 0 &&
			(e.kinds != 0 || e.class&title != 0) {
			return false
		}
		if p.commonNoun(k) || p.viewNoun(k, true) || p.s.cueNouns.Has(p.low[k]) {
			return false
		}
	}
	return p.u.at(j).is(det)
}

// ownName says whether the word at k is a given name or a capitalised word that
// no table knows and that does not end like a noun.
func (p *phrases) ownName(k int) bool {
	a := p.u.at(k)
	if a.is(given) {
		return true
	}
	e := p.u.lex.word(a.form)
	return a.upper && a.isWord() && e.saysNothing() && !p.commonNoun(k)
}

// alone is a word for people that has no noun: "einer von ihnen", "beide",
// "dieser".
func (p *phrases) alone(i, end int) span {
	if a := p.u.at(i); a.quote || !a.isOrPlays(dem, memberWord) {
		return span{}
	}
	if i+2 < end && p.ties(i+1) && p.u.at(i+2).is(pronoun|object) {
		return span{i, i + 3}
	}
	return span{i, i + 1}
}

// core reads articles, adjectives and then nouns; it gives the end, which is i
// where no noun follows.
func (p *phrases) core(i, end int) int {
	j := i
	for j < min(end, i+maxAttributes) && p.isAttribute(i, j, end) {
		j++
	}
	k := p.nounsEnd(j, end)
	if k == j && j > i && p.u.at(i).is(det|poss|num) {
		k = p.pastAttribute(j, end)
	}
	if k == j {
		return i
	}
	return k
}

// isAttribute says whether the word at j stands before the nouns of the phrase that begins at i: an
// article, a number, or an adjective, the first of which needs a noun ahead: "die alte Fähre".
func (p *phrases) isAttribute(i, j, end int) bool {
	a := p.u.at(j)
	switch {
	case a.mark != 0, a.quote, isCapitalised(a):
		return false
	case a.is(det | poss | num | many), a.plays(roughWord | leastWord):
		return true
	}
	return p.adjective(j) && (j > i || p.nounAhead(j+1, end))
}

// isCapitalised says whether a word has its capital letter for itself, and not because a
// sentence begins with it: "Fähre", but not "Die".
func isCapitalised(a *atom) bool {
	if !a.upper || a.is(prep|sub) {
		return false
	}
	return !a.starts || !a.is(det|poss|num|adv)
}

// nounsEnd gives the end of the nouns that begin at j.
func (p *phrases) nounsEnd(j, end int) int {
	for j < end && p.nounAt(j) {
		j++
	}
	return j
}

// maxAttribute is how many words may stand between an article and the
// participle of an attribute: "einer am Dienstag veröffentlichten Mitteilung".
const maxAttribute = 8

// pastAttribute gives the end of the nouns after an attribute that holds
// phrases of its own, and j where there is none.
func (p *phrases) pastAttribute(j, end int) int {
	if !p.u.at(j).is(prep|adv) || p.u.at(j).upper {
		return j
	}
	for m := j + 1; m+1 < end && m < j+maxAttribute; m++ {
		if p.u.at(m).mark != 0 || p.finiteAt(m) {
			return j
		}
		if w := p.low[m]; len(w) > 5 && !p.u.at(m).upper && !p.u.at(m).is(prep|det|poss|adv) &&
			p.s.adjective.Fit(w) && p.u.at(m+1).upper && !p.u.at(m-1).is(prep|det) {
			return p.nounsEnd(m+1, end)
		}
	}
	return j
}

// nounAt says whether the word at k can be a noun or part of a name.
func (p *phrases) nounAt(k int) bool {
	a := p.u.at(k)
	if a.quote {
		return a.short
	}
	if a.mark != 0 {
		return a.mark == '-'
	}
	if !a.upper && p.properName(k) {
		return true
	}
	if a.upper {
		return !a.is(det|poss|prep|sub|aux|conj|pronoun|adv) || !a.starts && !a.is(det|poss|prep|sub|conj)
	}
	// "von der Leyen", "bin Laden", "el-Baradei"
	return a.entry.name.Is(who.ParticleWord) && p.u.at(k+1).upper && p.u.at(k-1).upper &&
		p.u.lex.entry(p.u.at(k-1).form).is(given) ||
		strings.IndexByte(p.low[k], '-') > 0 && len(p.low[k]) > 4
}

// properName says whether a word in lower case names somebody: "dpa",
// "tagesschau.de", "dpa-Meldung".
func (p *phrases) properName(k int) bool {
	w := p.low[k]
	if _, press := p.u.lex.outlets[w]; press && len(w) > 2 {
		return true
	}
	if i := strings.LastIndexByte(w, '.'); i > 1 && len(w)-i <= 5 && i+1 < len(w) {
		return true
	}
	i := strings.LastIndexByte(w, '-')
	if i < 0 || i+1 >= len(w) {
		return false
	}
	t := p.u.doc.text
	return t.Capital(p.u.at(k).last - 1)
}

// adjective says whether the word at j looks like one before its noun.
func (p *phrases) adjective(j int) bool {
	a, w := p.u.at(j), p.low[j]
	if a.is(det|prep|pronoun|aux|sub|conj|neg|adv) ||
		len(p.s.verbs[w]) > 0 && !p.attribute(j) {
		return false
	}
	return p.s.adjective.Fit(w) || a.is(num)
}

// nounAhead says whether after adjectives at i a noun stands.
func (p *phrases) nounAhead(i, end int) bool {
	for k := i; k < min(end, i+5); k++ {
		if a := p.u.at(k); a.upper || a.quote {
			return true
		} else if a.mark != 0 || !p.adjective(k) && !a.is(adv) {
			return false
		}
	}
	return false
}

// verbAhead says whether the words after "und" begin a clause of their own.
func (p *phrases) verbAhead(from, end int) bool {
	return end < p.to && p.finiteAt(end) && p.u.at(end).mark == 0 &&
		p.firstFinite(p.from, from) >= 0
}

// genitive says whether a further attribute in the genitive begins at j.
func (p *phrases) genitive(j, end int) bool {
	if p.u.at(j).upper || p.u.at(j).mark != 0 {
		return false
	}
	if p.u.at(j).is(genitive) {
		return true
	}
	return p.s.attribute.Fit(p.low[j]) && p.adjective(j) && p.nounAhead(j, end) && !p.finiteAt(j)
}

// ties says whether the word at j ties a further attribute to a noun.
func (p *phrases) ties(j int) bool {
	return p.u.at(j).plays(tyingWord)
}

func (p *phrases) tieStart(j int) int {
	if p.ties(j) {
		return j + 1
	}
	return j
}

func (p *phrases) bracketEnd(j, end int) int {
	for k := j + 1; k < min(end, j+12); k++ {
		if p.u.at(k).marks(')', ']') {
			return k + 1
		}
	}
	return j
}

// phraseBefore is the noun phrase that ends before atom e: back over nouns,
// adjectives and genitives.
func (p *phrases) phraseBefore(e, from int) span {
	i := e
	for i > from && e-i < maxPhrase {
		switch stepBack(p, i-1, e, from) {
		case openingStep:
			return span{i - 1, e}
		case endingStep:
			return span{i, e}
		}
		i--
	}
	return span{i, e}
}

// stepBack says what atom i is to the noun phrase that ends before e.
func stepBack(p *phrases, i, e, from int) step {
	a := p.u.at(i)
	switch {
	case a.marks(')', '('):
		return insideStep
	case a.mark != 0:
		return endingStep
	case a.quote, a.isCapital():
		return insideStep
	case a.isBut(aux|reflexive|pronoun|sub|neg, det|poss),
		a.is(prep) && !p.ties(i):
		return endingStep
	case a.is(det | poss):
		isOwners := i > from && p.u.at(i-1).upper && a.is(det) && p.genitive(i, e)
		return choose(isOwners, insideStep, openingStep)
	}
	return choose(p.ties(i) || isDescribing(p, i, e), insideStep, endingStep)
}

// isDescribing says whether the word at i may stand in a noun phrase before its noun: a
// name, an adjective, a number.
func isDescribing(p *phrases, i, e int) bool {
	a := p.u.at(i)
	switch {
	case a.upper && a.starts && !a.is(prep|conj|adv),
		p.properName(i):
		return true
	case i+1 == e,
		a.is(adv),
		p.finiteAt(i) && !p.attribute(i):
		return false
	}
	return p.adjective(i)
}

// viewNoun says whether the word at i is a noun for what is told, itself or as
// the last part of a compound; owned says that an owner follows.
func (p *phrases) viewNoun(i int, owned bool) bool {
	w := p.low[i]
	for n := 0; n+leastView <= len(w); n++ {
		if n != 0 && n < leastHead ||
			n > 0 && n < len(w)-mostHead {
			n = max(n, len(w)-mostHead-1, leastHead-1)
			continue
		}
		if p.s.frameNouns.Has(w[n:]) {
			if n > 0 {
				return !p.s.frameNouns.Is(w[n:], "whole")
			}
			return owned || !p.s.frameNouns.Is(w, "owned")
		}
	}
	return false
}

// commonNoun says whether a noun ends like one that is no name.
func (p *phrases) commonNoun(i int) bool {
	return p.u.at(i).starts && p.s.adverbial.Fit(p.u.at(i).form) || p.u.lex.abstract.Fit(p.u.at(i).form)
}
