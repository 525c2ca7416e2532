// Package match compares two texts by themselves, as compare --pairs does: how
// close they are in meaning, whether they make the same claim, how far one bears
// the other out.
//
// Everything is a weighed sum of a few measures that can be read one by one
// ([Closeness], [Support]): the words of both by their rarity, runs of letters,
// each word with its nearest by word vectors (after the soft alignment of Kusner
// and others, "From word embeddings to document distances", ICML 2015, with the
// best match instead of the optimal flow), the cosine of mean vectors (Arora, Liang
// and Ma 2017), the order of words, numbers, names, negation. Support looks for the
// place in the first text that has most of each sentence of the second, and counts
// what is missing. The weights are fitted on public sets; weights.go says how, and
// "go run ./eval/calibrate -pairs" fits them anew. A short text is weighed otherwise
// than a long one: of two headlines one word decides, of two passages their order.
//
// Texts that are not in English are compared without vectors and frequencies,
// by weights of their own. Two texts in two languages are not compared by their
// words at all; that is for the caller to see.
//
// Limits: what words alone cannot tell, such as who did what to whom, is left to
// the slots of package collate. Beyond [mostOrdered] words the order of two texts
// is that of their beginnings, and beyond [mostTypes] different words a word looks
// for its nearest among the first ones only, so that all work is linear in the
// texts but for sorting.
//
// [Match.Changes] tells what was put for what between two texts of which one is
// nearly the other: what package collate reads as values, in slots of its own, is
// left to it.
//
// Reading order: match.go, text.go, closeness.go, nearest.go, grams.go, order.go,
// support.go, place.go, weights.go; changes.go, lay.go.
package match
