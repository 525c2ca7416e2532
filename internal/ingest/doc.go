// Package ingest reads what the user names (files, folders, standard input)
// into captures: bytes as received, and where they came from.
//
// Every input ends either as a capture or as a row of the ledger; only an
// input that does not exist at all stops the run. A file is taken by its
// extension (.txt, .html, .htm, .jsonl, .json); standard input, and a file
// that is named outright with another extension, by a look at its first bytes.
//
// # Records
//
// A JSON Lines file holds one record a line; a .json file holds one record, an
// array of records, or JSON Lines. A record is an object with the article in
// "text" or "html" ("text" wins) and, optionally, "id", "url", "outlet",
// "title", "byline" (a string or a list), "published", "updated" and
// "language". Unknown fields are ignored. A record's input name is FILE#ID, or
// FILE#LINE counted from 1 (in an array: FILE#PLACE); where that name is taken
// already within the file, "#LINE" is added. A record that stands alone in a
// .json file and has no id goes by the file's name.
//
// # Limits
//
// Options.MaxBytes bounds a file, and a line of JSON Lines; a JSON Lines file
// as a whole is streamed. Links to folders are not followed, so a loop of links
// ends; pipes and devices are refused, so nothing waits for them.
//
// Captures with the same content are offered to the later stages once, under
// the name that sorts first. The result depends neither on the order of the
// inputs nor on the number of jobs.
//
// Reading order: ingest.go, walk.go, file.go, sniff.go, record.go,
// duplicate.go.
package ingest
