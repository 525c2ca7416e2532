// Package claim cuts reports into statements, joins the statements that say
// the same thing into claims, and tells the stories of a mixed pile apart.
//
// A statement is one report asserting one thing: the content of an
// attribution, or what a sentence says beside its attributions, cut where two
// checkable details stand in two clauses ("58 metres high | and completed in
// 1961"). It carries its details as values and all the attributions that it
// stands under.
//
// Two statements make one claim when their words align and their slots do not
// forbid it. Similarity proposes: every content word looks for its best
// counterpart by form, stem or word vector, and the words of both sides that
// found one are summed by weight (after the soft alignment of Kusner and
// others, "From word embeddings to document distances", ICML 2015, with the
// best match instead of the optimal flow). Slots decide: "raised the rate" and
// "cut the rate" have all but the same vectors, so opposites and quantities of
// one unit that contradict each other count heavily against, unless all other
// words agree: then it is the same claim with a drift.
//
// Statements are joined greedily, best pair first, by average linkage, so that
// a chain of half-similar statements does not become one claim.
//
// Limits: a claim told in wholly other words, without a shared name or number,
// is not recognised; statements of one sentence are never joined, but for the
// halves of a quotation.
//
// Reading order: statement.go, split.go, words.go, score.go, point.go, join.go,
// match.go, stories.go, pile.go, grouping.go, similar.go.
package claim
