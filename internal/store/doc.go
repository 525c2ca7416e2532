// Package store keeps a case: the reports of a story on which somebody works for
// weeks, as they were received, with the user's corrections and what was found.
// A case is one file, or a schema on a server.
//
// A [Case] is what the commands see; a driver is one way to keep it. The one for a file
// is SQLite without cgo: it is the file format of which most is known, and a copy of
// the file is a copy of the case. The one for desks is PostgreSQL, where several people
// work on one case; postgres.go says how it is named. Both have the same tables
// (tables.go), and pass the one suite in suite_test.go; that of the server is skipped
// where STEMMA_POSTGRES does not say where one is.
//
// # Format
//
// In a file, a SQLite database with the application id 0x53544d41 ("STMA") and the version of
// its tables in user_version; the statements that lead from one version to the
// next stand in schema.go, and are run when a case of an older version is opened.
//
//	captures     the bytes of every input as received (zstd), their SHA-256, name,
//	             media type, address, what the record said, when they came
//	corrections  the user's lines, whose and when; a withdrawn one stays
//	results      what a stage made of an input, by the stage's version
//
// Each row of captures and corrections has a checksum of its columns (checksum.go),
// which is looked at when the row is read: a letter that has become another one is
// damage, and is said. Results have one of zstd.
//
// Nothing of a case is changed: captures are added, corrections are added and
// withdrawn. Results may be dropped at any time, since they can be made again.
//
// What a method has returned without an error is on disk (write-ahead log,
// synchronous full): a process that is killed loses nothing of it, and leaves
// nothing half. One process writes at a time; another one waits for some seconds,
// then says that the case is in use.
//
// Reading order: store.go, tables.go, checksum.go, schema.go, sqlite.go, postgres.go, pgdriver.go.
package store
