package collate

import (
	"slices"

	"stemma"
)

// limitsOwnWords says whether a speaker says in a sentence what he does not say, where the later report quotes him
// beside it: without that his words are others, however little else is retold.
func limitsOwnWords(o omissions, i int) bool {
	x := &o.from.sentences[i]
	kind, _, _ := o.limits(x)
	alone := kind == stemma.HedgeDropped && x.words[0].quoted && !isQuoted(o, i)
	return alone && (isQuoted(o, i-1) || isQuoted(o, i+1))
}

// isHeardOf says whether the later report quotes or credits who says in a sentence what he does not say.
func isHeardOf(o omissions, i int) bool {
	x := &o.from.sentences[i]
	return isQuoted(o, i-1) || isQuoted(o, i+1) ||
		slices.ContainsFunc(o.to.sentences, func(y sentence) bool { return denials{o}.creditsSame(x, &y) })
}

// isQuoted says whether the later report has a quotation of a sentence, whole or in part.
func isQuoted(o omissions, i int) bool {
	return slices.ContainsFunc(o.from.quotes, func(x quotation) bool {
		return x.sentence == i && !x.bare && slices.ContainsFunc(o.to.quotes, func(y quotation) bool {
			return x.id == y.id || whole(x.words, y.words) >= 0
		})
	})
}

// isKeptBeside says whether the later report has most of the sentence before or behind one, or quotes that before
// it.
func isKeptBeside(o omissions, i int) bool { return o.kept(i-1) || o.kept(i+1) || isQuoted(o, i-1) }

// limitingClause is where the clause begins in which a word limits something, where the later report tells what
// stands before it in a sentence of its own; 0 where it does not.
func limitingClause(o omissions, x *sentence, at int) int {
	first := clauseStart(x.words, at+1)
	if first == 0 || !x.words[first].comma || len(x.words)-first < cutWords {
		return 0
	}
	for _, k := range o.to.nearest(x, Copy) {
		al := o.layBeside(x, &o.to.sentences[k])
		from, to := matches(al.ofA, 0, first)
		if to-from >= leastHalf-1 && al.back >= cutShare {
			return first
		}
	}
	return 0
}
