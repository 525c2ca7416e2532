package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// busyWait is how long a process waits for another one that writes.
const busyWait = 5 * time.Second

// connections is how many of a process a file has, and keeps: to open one takes longer
// than to answer a page by it.
const connections = 8

// cached is how many KiB of a file each connection keeps at hand: what is read, large
// values, is read once. With 512 a server grew by 6 MB when pages began to read a case of
// 10,400 reports, and with this by 2; nothing took longer.
const cached = 128

// createFile makes a new case in a file, which must not be there yet.
func createFile(path string) (Case, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	c, err := start(path)
	if err != nil {
		os.Remove(path)
	}
	return c, err
}

// openFile opens a case in a file. One that may not be written to is opened to be read:
// what would change it then fails with ErrLocked.
func openFile(path string) (Case, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("store: %w", err)
	case !info.Mode().IsRegular() || info.Size() == 0:
		return nil, fmt.Errorf("%s: %w", path, ErrNoCase)
	}
	c, err := start(path)
	if !errors.Is(err, ErrLocked) {
		return c, err
	}
	for _, how := range waysToRead(path) {
		if c, err := open(path, how); err == nil {
			return c, nil
		}
	}
	return nil, err
}

// waysToRead are the ways in which a case may be opened that may not be written to. The
// second one heeds no lock and no log, so there must be none: nobody who may write has
// the case open.
func waysToRead(path string) []string {
	ways := []string{"mode=ro"}
	if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		ways = append(ways, "immutable=1")
	}
	return ways
}

// start opens the database and brings its tables up to date.
func start(path string) (Case, error) {
	return open(path, "_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)")
}

func open(path, how string) (Case, error) {
	address := (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}).String()
	db, err := sql.Open("sqlite", fmt.Sprintf("%s?%s&_pragma=busy_timeout(%d)&_pragma=cache_size(-%d)",
		address, how, busyWait.Milliseconds(), cached))
	if err != nil {
		return nil, fmt.Errorf("store: %s: %w", path, err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	same := func(s string) string { return s }
	d := &tables{
		db: db, name: path, say: saySQLite, bind: same, text: same,
		hold: func(*sql.Tx) error { return nil }, // the transaction is immediate
	}
	version, err := fileVersion(db)
	if err == nil {
		err = errors.Join(d.ready(version, migrations(), setFileVersion), checkFile(db))
	}
	if err != nil {
		db.Close()
		return nil, d.wrap(err)
	}
	return d, nil
}

// fileVersion is which version of the tables a file has: 0 for an empty one.
func fileVersion(db *sql.DB) (version int, err error) {
	var id, tables int
	err = db.QueryRow("PRAGMA application_id").Scan(&id)
	if err == nil {
		err = db.QueryRow("PRAGMA user_version").Scan(&version)
	}
	if err == nil {
		err = db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables)
	}
	if err == nil && id != applicationID && (id != 0 || version != 0 || tables != 0) {
		err = ErrNoCase
	}
	return version, err
}

func setFileVersion(tx *sql.Tx, version int) error {
	_, err := tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version))
	return err
}

// checkFile looks for damage through what cannot be made anew. Results are most of a
// file; they have checksums of their own, and are looked at when they are read.
func checkFile(db *sql.DB) error {
	for _, table := range []string{"captures", "corrections"} {
		var found string
		if err := db.QueryRow("PRAGMA quick_check(" + table + ")").Scan(&found); err != nil {
			return err
		}
		if found != "ok" {
			return fmt.Errorf("%w: %s", ErrDamaged, found)
		}
	}
	return nil
}

// saySQLite says what the errors of SQLite mean.
func saySQLite(err error) error {
	var failed *sqlite.Error
	if errors.As(err, &failed) {
		switch failed.Code() & 0xff {
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
			return ErrInUse
		case lib.SQLITE_READONLY:
			return ErrLocked
		case lib.SQLITE_NOTADB:
			return ErrNoCase
		case lib.SQLITE_CORRUPT:
			return ErrDamaged
		case lib.SQLITE_ERROR:
			// The program's own statements fit a file that is whole.
			return fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	return err
}
