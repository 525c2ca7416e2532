// Package ingest reads what the user names (files, folders, standard input):
// Read into captures, all at once, for piles; Stream into batches of items, a
// chunk at a time, for corpora. Read is Stream with the batches kept.
//
// Every input ends either as a capture or item, or as a row of the ledger; only an
// input that does not exist at all stops the run. A file is taken by its
// extension (kind.go has the list); standard input, and a file that is named
// outright with another extension, by a look at its first bytes. An archive or
// a PDF file is known by these under any name but that of a text.
//
// # Records
//
// A JSON Lines file holds one record a line; a .json file holds one record, an
// array of records, or JSON Lines. A record is an object with the article in
// "text" or "html" ("text" wins; one that is markup is read as html) and,
// optionally, "id", "url", "outlet", "title", "byline" (a string or a list),
// "published", "updated" and "language". Unknown fields are ignored. A record's
// input name is FILE#ID, or FILE#LINE counted from 1 (in an array: FILE#PLACE);
// where that name is taken already within the file, "#LINE" is added. A record
// that stands alone in a .json file and has no id goes by the file's name.
//
// A table (CSV, TSV) holds one record a row, under the columns of its first row;
// its records are named as those of JSON Lines are.
//
// # Archives
//
// A zip or a tar, compressed or not, stands for the files in it, as a folder
// does; what is compressed by itself (gzip, bzip2, zstd) for what it unpacks to.
// A member's name is FILE#MEMBER, a record's in it FILE#MEMBER#ID. They are read
// as they come and nothing is unpacked to disk, so that no name of a member can
// lead anywhere. A web archive (WARC, WACZ) stands for its pages, each by the
// name FILE#ADDRESS, with "#PLACE" for a second capture of an address; records
// that are no page are skipped rows by their place. A record of a repetition
// names the capture that it repeats. A book (EPUB) stands for its chapters.
//
// # Limits
//
// A file may unpack to 250 times its size, all that lies in it taken together,
// or to 256 MiB, whatever is more; archives lie at most five deep. An archive
// that ends before its time gives what was whole in it, and a failed row; a zip
// without its directory, which stands at the end, is read from the head of one
// member to that of the next.
// Options.MaxBytes bounds a file, a line of JSON Lines, a row of a table and an
// element of an array; files of these are streamed. Another .json file is held as
// a whole. Links to folders are
// not followed, so a loop of links ends; pipes and devices are refused, so
// nothing waits for them.
//
// Read offers captures with the same content to the later stages once, under
// the name that sorts first; Stream drops nothing, since equal reports are what
// reuse is to find. The result of both depends neither on the order of the
// inputs nor on the number of jobs. The ledger of a file in which every line is
// bad is as long as the file has lines.
//
// # Speed
//
// One goroutine, the feeder, cuts JSON Lines into chunks of whole lines, so that
// one file uses all cores; workers read these, and open all other files. A
// record is read by an own parser, or by encoding/json if there is anything
// unusual about it. On Reuters-21578 (19.6 MB of JSON Lines), by time of one
// core, measured in one process beside other work: the parser 720 MB/s,
// valyala/fastjson with its validator 430, tidwall/gjson 120, encoding/json 42;
// Stream as a whole 400 to 630. fastjson without its validator, at 790, takes
// what is no JSON; gjson's validator overflows the stack on a line of 8 MiB of
// brackets. Neither reads duplicate keys and lone surrogates as encoding/json
// does, so that both would need most of the parser's checks on top.
//
// Reading order: ingest.go, stream.go, walk.go, feed.go, chunk.go, worker.go,
// kind.go, file.go, sniff.go, record.go, parser.go, scan.go, mhtml.go, table.go,
// cells.go, source.go, zip.go, salvage.go,
// trailing.go, window.go, tar.go, packed.go, epub.go, pdf.go, part.go, recorder.go,
// capture.go, duplicate.go, repeat.go.
package ingest
