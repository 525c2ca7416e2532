// Package index keeps an archive of reports on disk and finds, for a new text,
// every passage that it shares with one of them, in a few milliseconds.
//
// An index is a folder. Segment files (*.seg; format.go and chapter.go specify
// them) hold reports, packed, and the kept shingles of package reuse, sorted; a
// segment never changes. The MANIFEST lists those that are live; it is written
// beside the old one, made to last and renamed, which is the one moment at
// which an index changes. So an adder that is killed, or meets a full disk,
// leaves the index as it was and at most files that are not listed, which the
// next adder removes. One adder at a time holds the LOCK; readers need none
// and see the index as it was when they opened it. Where more than eight
// segments of a size are live, they are merged to one, behind the adder: an
// addition lasts when Commit returns, whatever becomes of the merging.
//
// A query cuts and fingerprints its text as package reuse does, looks each
// shingle up, and reads the candidates, which it cuts and fingerprints again:
// so the index keeps no places of words, and nothing that collides in it ever
// shows. That pays since a report is unpacked alone, as fast as its words are
// copied, and since the index keeps more of the words around a shingle than of
// its hash: most of what shares an idiom only is told without reading it. What
// is found does not depend on how the reports were split into adds. A report
// whose name the index knows replaces the older one.
//
// Guarantee. A query gives the passages that package reuse finds for the text
// in a search among the same reports, but: a shingle that more than 256 reports
// hold leads to the earliest six of them only (by date, then name), and of one
// text's candidates the 256 with the most shared shingles are compared. What
// the text's outlet repeats in its reports of the index (mastheads) is no reuse
// of these, by the rule of package reuse; copies, and reports that were
// replaced and wait for being merged, count there as reports.
//
// Every byte of an index stands under a checksum. Manifest and footers are
// checked when an index is opened, each page of a segment when it is first
// read; what differs is an error that names the file, the page and the
// sections it belongs to.
//
// Why this: winnowed hashes in sorted runs are what an inverted index of
// passages needs least space for (Rice coding: Rice and Plaunt 1971), immutable
// segments with an atomic list of them are the log-structured merge of O'Neil,
// Cheng, Gawlick and O'Neil (1996), and what is mapped needs no loading.
//
// Limits: a file that is cut short by others while it is open ends the process
// where files are mapped (Unix). A segment has at most 4 GiB of texts and as
// many of postings. What a replaced report leaves behind in a chapter goes when
// a quarter of the chapter is gone. Merging takes twice the room on disk of
// what is merged, for as long as it lasts.
//
// Reading order: format.go, code.go, chapter.go, huffman.go, record.go,
// writer.go, segment.go, unpack.go, manifest.go, index.go, query.go, asked.go,
// gather.go, reader.go, add.go, flush.go, replace.go, behind.go, merge.go.
package index
