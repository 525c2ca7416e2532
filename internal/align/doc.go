// Package align compares two statements: which words of the one are those of
// the other, which of their details agree, and how likely it is that they say
// the same thing. Every stage that asks asks here, so that two statements are
// as alike for the tree as for the claims and the drifts.
//
// A [Clause] is a statement made ready, a [Story] the clauses of one story. What
// a word tells is taken from general English, since in a pile about one story
// the telling words are the frequent ones, and then from the story, whose own
// names and topic tell none of its claims from another.
//
// [Likeness] and [Agreement] ask how much of the wording is the same, [Share]
// how much of what is told in it; they look at equal words only. [Story.Pairs]
// asks which clauses make one claim, and how likely: similarity proposes, every
// word looking for its best counterpart by form, stem or word vector (after the
// soft alignment of Kusner and others, "From word embeddings to document
// distances", ICML 2015, with the best match instead of the optimal flow), with
// figures and dates as slots that a changed value still fills; then the longest
// common run, the directions of their words (less that of the story, so that its
// topic is no likeness), what the sentences have around the clauses, speakers,
// polarity and opposites are weighed by a logistic regression (weights.go says on what it was
// fitted), and each pair is held against its rivals in the same two reports and
// against its neighbours, and by how many of its words follow each other alike and how
// many days lie between the reports.
//
// Limits: the order of words counts for little, and only between two reports; a claim
// told in wholly other words, without a shared name or number, is not recognised; about
// half of the pairs that a reader would join have odds below even.
//
// Reading order: align.go, clause.go, story.go, lexeme.go, words.go, opposites.go,
// wording.go, near.go, cover.go, run.go, score.go, weights.go, pairs.go, rerank.go.
package align
