// Package flow has the steps of a search for reuse as an engine that shares work
// among machines calls them, and the records that go between them. What a step
// does is package reuse's ([reuse.Steps]); here stands which records go where:
//
//	reports  → scan    → summaries, the roster that every later step has
//	reports  → post    → postings by part of the hashes; texts by rank; texts of copies by group
//	postings → link    → links by range of pairs; members and places by range of reports; mastheads
//	members  → near    → members by range of hubs → pair → links by range of pairs
//	texts    → deliver → texts by range of pairs, each only where a link names it
//	links    → match   → passages;  copies → alike → passages
//	passages → order   → a part of the result for each range of reports
//
// A step is a value with a method ProcessElement, as Apache Beam asks; module beam
// lays them out as its pipeline, and "stemma reuse-step" runs one of them between
// two pipes. No step reads a shared path: the texts travel, joined by the rank of
// their report. A step's result depends on its records alone and not on their
// order, so work that an engine does again gives the same records, and the parts,
// one after the other, are the bytes that "stemma reuse" writes, with any number
// of shards.
//
// Limits: each worker holds the summaries, some 90 bytes for a report. A range of
// reports is put in order in memory; more shards make it smaller.
//
// Reading order: share.go, cut.go, steps.go, match.go, records.go.
package flow
