// Command calibrate fits the weights of the traces of a descent, and measures
// how far the confidence that they give can be believed.
//
//	go run ./eval/calibrate                         # fit, check, print
//	go run ./eval/calibrate -shared DIR -rows FILE  # … and write what was fitted on
//
// It traces the annotated real stories and the made-up piles below the shared
// folder, the gold piles and the golden stories of testdata, takes every pair of reports that
// package derive weighed, and labels it by the gold: a descent, or none. Pairs
// of which the gold is not sure, and those that a longer path joins, are left
// out.
//
// Two statements are kept apart. That one report descends from the other has a
// direction, and is what the tables count. That two print one text, of which nothing
// tells the elder, has none: the program hangs both from that text, such pairs stand in
// no bin, and are listed behind the tables. Where gold knows two reports as printings of
// one agency's text, the first regression learns that they have a text in common, the
// second nothing.
//
// Method: logistic regression with a ridge, in which a weight may not take the
// sign that its trace cannot have: more prose in common never speaks against a
// descent. It is solved by projected gradient steps from zero, so that a run
// gives the same weights to the last digit. Confidence is then judged by
// leaving one story out: each story is weighed by what the others taught.
//
// It prints the table for internal/derive/weights.go and the reliability table
// of docs/confidence.md: of the pairs in each bin of confidence, how many are
// descents. The last row is the mean distance, over the bins with at least
// five pairs, between what was said and what was so.
//
// With -claims it fits the weights of the pairs of clauses that are joined to claims
// (internal/align/weights.go) instead, on the claims that readers marked in the same
// stories, and judges them, and the claims that are made with them, by leaving one
// story out. What a pair is among the others rests on the odds of the first table, so
// a change of what is compared takes two runs: the first table is set before the second.
//
// Reading order: main.go, piles.go, gold.go, fit.go, reliability.go, clauses.go,
// fitclauses.go.
package main
