// Package flow lays the steps of a search for reuse out as a pipeline of Apache
// Beam, so that an engine shares them among machines: Prism, which runs in the
// process, for one machine and for tests; Flink, Spark or Dataflow beyond.
//
// What each step does is package reuse's ([reuse.Steps]); here stands only which
// records go where:
//
//	files    → read    → reports
//	reports  → scan    → summaries, which every later step has as a side input
//	reports  → post    → postings by range of hashes; texts by rank; texts of copies by group
//	postings → link    → links by range of pairs; members and places by range of reports; mastheads
//	members  → near    → members by range of hubs → pair → links by range of pairs
//	texts    → deliver → texts by range of pairs, each only where a link names it
//	links    → match   → passages;  copies → alike → passages
//	passages → order   → a file for each range of reports
//
// No step reads a shared path: the texts travel, joined by the rank of their
// report. A step's result depends on its records alone and not on their order, so
// a bundle that an engine runs again gives the same records, and the files, one
// after the other, are the bytes that "stemma reuse" writes, with any number of
// shards.
//
// Limits: an input is read by one worker from beginning to end, and must lie where
// each worker can open it. Each worker holds the summaries, some 150 bytes for a
// report. A range of reports is put in order in memory; more shards make it smaller.
//
// Reading order: flow.go, read.go, steps.go, match.go, write.go, records.go.
package flow
