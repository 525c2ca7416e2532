// Package reuse finds every passage that two reports share, in a pile of ten
// or in an archive.
//
// # Method
//
// Each report becomes a row of word hashes (marks are left out, so that
// typesetting does not matter; scripts without blanks are taken character by
// character). Every run of five words is hashed, and of every four neighbouring
// hashes the smallest is kept: winnowing, after Schleimer, Wilkerson and Aiken,
// "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003). The
// kept hashes, each with four bits of the three words on either side of it, are
// sorted by radix in ranges of the hash. Equal ones give links, but only where
// the words around them allow a shared run of eight: most shared shingles are
// idioms, and go without a look at the texts. Links are sorted by pair, a link
// is extended word by word as far as the reports agree, runs that follow one
// another in both reports are chained, and only the gaps between them, and the
// edges, where the drift is, are aligned. All this goes by the hashes of words;
// for the passages that remain the words themselves are compared, and a pair
// in which a hash misled is done again by words. So a collision never shows.
//
// Why this: comparing whole documents misses what news copying looks like (a
// rewrite keeps a third of its trigrams), and aligning all pairs does not end.
//
// # Guarantee
//
// A shared run of at least [Guarantee] words is found, with one exception, the
// document-frequency rule: of more than [MaxOwners] reports that share a run,
// each is paired with the [Earliest] of them only. Reports with the same words
// are collapsed to one before they are counted, and expanded afterwards under
// the same rule. Passages extend through what is too frequent to begin one.
// What one outlet repeats in its own reports (a masthead) makes no passage
// between two of them.
//
// The rule counts runs, not shingles: which shingles are kept at the edge of a
// paragraph depends on the words around it, and those who keep one there by
// chance are no group of their own.
//
// # Shards
//
// A [Search] works in steps that look at one shard at a time: postings by
// ranges of hashes, crowds by ranges of reports, links by ranges of pairs. What
// a shard gives depends on its records only, not on their order, so the same
// bytes come out with any number of goroutines and any memory. Shards that
// memory does not hold wait in a [Space]. [Steps] has the same steps for an
// engine that shares them out among machines.
//
// Limits: a passage whose words were all replaced is not found here; that two
// statements say the same in other words is the business of package claim.
//
// Reading order: reuse.go, search.go, row.go, scan.go, fold.go, fingerprint.go,
// finder.go, shards.go, bins.go, docs.go, order.go, sieve.go, links.go, masthead.go,
// crowd.go, match.go, extend.go, chain.go, reach.go, words.go,
// copies.go, shelf.go, steps.go, matcher.go, cluster.go.
package reuse
