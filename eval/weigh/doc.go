// Command weigh fits the weights of package match, and measures how well they
// do on pairs that they were not fitted on.
//
//	go run ./eval/weigh                # fit, print the table for internal/match/weights.go
//	go run ./eval/weigh -check         # … and cross-validate
//	go run ./eval/weigh -shared DIR
//
// The sets lie below the folder data of the shared folder; one that is missing is
// said to be skipped, and its figures are left out. All sets of one question are
// weighed against each other, so that no set decides alone: closeness is fitted
// on STS, PAN and MSRP together, support on CLIFF, WiCE, XSum's annotated
// summaries and two more. What comes out are some thirty numbers a question.
//
// Method: closeness is a ridge regression in which each set is centred, since
// what a degree of likeness is differs from set to set; the yes-or-no questions are
// logistic regressions with a ridge, by Newton steps. Both are solved exactly, so
// that a run gives the same weights to the last digit.
//
// Reading order: main.go, sets.go, samples.go, fit.go, linear.go, check.go.
package main
