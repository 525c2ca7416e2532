// Package expect reads what a story's reader is expected to find, and checks a
// dossier against it.
//
// # Format of a story
//
// A golden story is one text file in the txtar form: a comment that says in
// prose what the story tests, then files, each under a line "-- NAME --". The
// last file is named "expect"; the others are the pile.
//
// # Format of the expectation
//
// A line is a key, a colon and a value; "#" starts a comment line, empty lines
// are skipped. A report is named by its file name without extension, or by
// the part of it before the first hyphen ("01" for 01-ledger.html).
//
//	story: 01 02 03               these are in one story, and none of another story line is
//	descent: 01 > 02              02 took from 01; lost witnesses between them do not matter
//	descent: 01 > "Agency" > 04   … through a lost witness of that name
//	perhaps: 02 > 06              allowed, not asked for
//	lost: "Agency" 01 02          one lost witness (the name may be left out) is a parent of all these
//	no descent: 02 - 03           in neither direction
//	origins: 1 | words            the claim that holds these words has exactly so many origins;
//	                              "1..2": the interval found lies within
//	never: 2 | words              no claim that holds these words has a lower bound as high
//	drift: 02 KIND | before | after   "-" for none; KIND may list alternatives with "/"
//	attribution: 01 | source | content
//	warning: circular
//
// Words stand as in one of the reports; white space, letter case and the form
// of quotation marks do not count. A drift is found when one of a kindred
// kind ([Kindred]) is reported for the same copy and its words on one of the
// sides overlap: readers agree that something changed sooner than on what to
// call it.
//
// Reading order: archive.go, parse.go, check.go, then the measures that the
// scorer shares: lineage.go, place.go, words.go.
package expect
