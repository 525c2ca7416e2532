// Package claim cuts reports into statements, joins the statements that say
// the same thing into claims, and tells the stories of a mixed pile apart.
//
// A statement is one report asserting one thing: the content of an
// attribution, or what a sentence says beside its attributions, cut where two
// checkable details stand in two clauses ("58 metres high | and completed in
// 1961"). It carries its details as values and all the attributions that it
// stands under.
//
// Two statements make one claim when their words align and their details do not
// forbid it: package align says how alike they are.
//
// Statements are joined greedily, best pair first, by average linkage, so that
// a chain of half-similar statements does not become one claim.
//
// Limits: a claim told in wholly other words, without a shared name or number,
// is not recognised; statements of one sentence are never joined, but for the
// halves of a quotation.
//
// Reading order: statement.go, text.go, split.go, verb.go, form.go, point.go, join.go, loose.go,
// stories.go, pile.go, grouping.go, similar.go.
package claim
