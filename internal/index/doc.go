// Package index keeps an archive of reports on disk and finds, for a new text,
// every passage that it shares with one of them, in a few milliseconds.
//
// An index is a folder. Segment files (*.seg; format.go specifies them) hold
// reports, compressed, and the kept shingles of package reuse, sorted; a
// segment never changes. The MANIFEST lists those that are live; it is written
// beside the old one, made to last and renamed, which is the one moment at
// which an index changes. So an adder that is killed, or meets a full disk,
// leaves the index as it was and at most files that are not listed, which the
// next adder removes. One adder at a time holds the LOCK; readers need none
// and see the index as it was when they opened it. Where more than eight
// segments of a size are live, they are merged to one.
//
// A query cuts and fingerprints its text as package reuse does, looks each
// shingle up, and reads the candidates, which it fingerprints again: so the
// index keeps no places of words, and nothing that collides in it ever shows.
// What is found does not depend on how the reports were split into adds. A
// report whose name the index knows replaces the older one.
//
// Guarantee. A run of reuse.Guarantee words that the text shares with a report
// of the index is found, but: a shingle that more than 64 reports hold leads to
// the earliest six of them only (by date, then name), and of one text's
// candidates the 256 with the most shared shingles are compared. Mastheads are
// not told from other words.
//
// Every byte of an index stands under a checksum. Manifest, tables and footers
// are checked when an index is opened, texts and postings when they are read;
// what differs is an error that names the file and the part.
//
// Why this: winnowed hashes in sorted runs are what an inverted index of
// passages needs least space for (Rice coding: Rice and Plaunt 1971), immutable
// segments with an atomic list of them are the log-structured merge of O'Neil,
// Cheng, Gawlick and O'Neil (1996), and what is mapped needs no loading.
//
// Limits: a file that is cut short by others while it is open ends the process
// where files are mapped (Unix). A segment has at most 4 GiB of postings.
//
// Reading order: format.go, code.go, record.go, writer.go, segment.go,
// manifest.go, index.go, query.go, add.go, replace.go, merge.go.
package index
