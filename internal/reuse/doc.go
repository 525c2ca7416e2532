// Package reuse finds every passage that two reports share.
//
// Method. Each report becomes a row of word hashes (marks are left out, so
// that typesetting does not matter). Every run of five words is hashed, and
// of every four neighbouring hashes the smallest is kept: winnowing, after
// Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
// fingerprinting" (SIGMOD 2003). So every run of eight words that two reports
// share leaves at least one hash in common. The kept hashes are sorted, equal
// ones give anchors, an anchor is extended word by word as far as the reports
// agree, runs that follow one another in both reports are chained, and only
// the gaps between chained runs, where the drift is, are aligned.
//
// Why this: comparing whole documents misses what news copying looks like (a
// rewrite keeps a third of its trigrams), and aligning all pairs does not end.
//
// Guarantee. A shared run of at least [Guarantee] words is found, unless its
// fingerprints stand in more than Options.MaxOwners reports (then each report
// is linked to the earliest ones only) or are an outlet's masthead.
//
// Limits: a passage whose words were all replaced is not found here; that two
// statements say the same in other words is the business of package claim.
//
// Reading order: reuse.go, shingle.go, winnow.go, masthead.go, postings.go,
// extend.go, chain.go, align.go.
package reuse
