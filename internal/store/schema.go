package store

// applicationID is what marks a SQLite database as a case: "STMA".
const applicationID = 0x53544d41

// migrations lead from each version of the tables to the next; the version of a
// case is how many of them it has seen. A line is never changed once it is out.
func migrations() []string {
	return []string{`
CREATE TABLE captures (
	number   INTEGER PRIMARY KEY AUTOINCREMENT,
	identity TEXT NOT NULL UNIQUE, -- digest of bytes and record
	input    TEXT NOT NULL,
	sha256   TEXT NOT NULL,
	media    TEXT NOT NULL,
	url      TEXT NOT NULL,
	captured TEXT NOT NULL,        -- RFC 3339, "" when not known
	record   TEXT NOT NULL,        -- JSON, "" for none
	note     TEXT NOT NULL,
	data     BLOB NOT NULL,        -- zstd
	added    TEXT NOT NULL
);
CREATE INDEX captures_by_input ON captures (input);
CREATE TABLE corrections (
	number    INTEGER PRIMARY KEY AUTOINCREMENT,
	line      TEXT NOT NULL,
	who       TEXT NOT NULL,
	at        TEXT NOT NULL,
	withdrawn TEXT NOT NULL        -- "" while it stands
);
CREATE TABLE results (
	stage   TEXT NOT NULL,
	version TEXT NOT NULL,
	input   TEXT NOT NULL,
	data    BLOB NOT NULL,         -- zstd
	PRIMARY KEY (stage, version, input)
) WITHOUT ROWID;
`, `
ALTER TABLE captures ADD COLUMN checksum TEXT NOT NULL DEFAULT '';    -- of the columns, but the number
ALTER TABLE corrections ADD COLUMN checksum TEXT NOT NULL DEFAULT '';
`}
}
