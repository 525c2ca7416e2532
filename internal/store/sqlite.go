package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"slices"
	"time"

	"github.com/klauspost/compress/zstd"
	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"stemma"
)

// busyWait is how long a process waits for another one that writes.
const busyWait = 5 * time.Second

// database is a case in SQLite.
type database struct {
	db   *sql.DB
	path string
	pack *zstd.Encoder
	open *zstd.Decoder
}

// Create makes a new case; the file must not be there yet.
func Create(path string) (Case, error) {
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

// Open opens a case. The error is ErrNoCase, ErrDamaged, ErrNewer, ErrInUse or
// that of the file, with its name.
func Open(path string) (Case, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("store: %w", err)
	case !info.Mode().IsRegular() || info.Size() == 0:
		return nil, fmt.Errorf("%s: %w", path, ErrNoCase)
	}
	return start(path)
}

// start opens the database and brings its tables up to date.
func start(path string) (Case, error) {
	address := (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}).String()
	db, err := sql.Open("sqlite", fmt.Sprintf("%s?_txlock=immediate&_pragma=busy_timeout(%d)&_pragma=journal_mode(WAL)"+
		"&_pragma=synchronous(FULL)&_pragma=foreign_keys(ON)", address, busyWait.Milliseconds()))
	if err != nil {
		return nil, fmt.Errorf("store: %s: %w", path, err)
	}
	d := &database{db: db, path: path}
	if err := errors.Join(d.migrate(), d.check(), d.ready()); err != nil {
		db.Close()
		return nil, d.wrap(err)
	}
	return d, nil
}

func (d *database) ready() (err error) {
	if d.pack, err = zstd.NewWriter(nil); err != nil {
		return err
	}
	d.open, err = zstd.NewReader(nil)
	return err
}

// migrate runs what the tables lack, all of it or nothing.
func (d *database) migrate() error {
	var id, version int
	if err := d.db.QueryRow("PRAGMA application_id").Scan(&id); err != nil {
		return err
	}
	if err := d.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	steps := migrations()
	switch {
	case id == 0 && version == 0 && d.isEmpty():
	case id != applicationID:
		return ErrNoCase
	case version > len(steps):
		return ErrNewer
	case version == len(steps):
		return nil
	}
	return d.change(context.Background(), func(tx *sql.Tx) error {
		for _, step := range steps[version:] {
			if _, err := tx.Exec(step); err != nil {
				return err
			}
		}
		_, err := tx.Exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d",
			applicationID, len(steps)))
		return err
	})
}

func (d *database) isEmpty() bool {
	tables := 0
	err := d.db.QueryRow("SELECT count(*) FROM sqlite_schema").Scan(&tables)
	return err == nil && tables == 0
}

// check looks the whole file through for damage.
func (d *database) check() error {
	var found string
	if err := d.db.QueryRow("PRAGMA quick_check(1)").Scan(&found); err != nil {
		return err
	}
	if found != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, found)
	}
	return nil
}

// wrap names the file, and says what the database's errors mean to a user.
func (d *database) wrap(err error) error {
	if err == nil {
		return nil
	}
	var failed *sqlite.Error
	if errors.As(err, &failed) {
		switch failed.Code() & 0xff {
		case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
			err = ErrInUse
		case lib.SQLITE_NOTADB:
			err = ErrNoCase
		case lib.SQLITE_CORRUPT:
			err = ErrDamaged
		}
	}
	return fmt.Errorf("%s: %w", d.path, err)
}

// change runs a change, all of it or nothing.
func (d *database) change(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		// Where the disk is full, the database has taken it back itself.
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (d *database) Add(ctx context.Context, captures []stemma.Capture, at time.Time) (added int, err error) {
	err = d.change(ctx, func(tx *sql.Tx) error {
		for i := range captures {
			n, err := d.insert(ctx, tx, &captures[i], at)
			if err != nil {
				return err
			}
			added += n
		}
		return nil
	})
	if err != nil {
		return 0, d.wrap(err)
	}
	return added, nil
}

func (d *database) insert(ctx context.Context, tx *sql.Tx, c *stemma.Capture, at time.Time) (int, error) {
	record := []byte{}
	if c.Record != nil {
		var err error
		if record, err = json.Marshal(c.Record); err != nil {
			return 0, err
		}
	}
	identity := sha256.New()
	fmt.Fprintf(identity, "%s %q ", c.Media, record)
	identity.Write(c.Data)
	done, err := tx.ExecContext(ctx, `INSERT INTO captures
		(identity, input, sha256, media, url, captured, record, note, data, added) VALUES (?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (identity) DO NOTHING`,
		hex.EncodeToString(identity.Sum(nil)), c.Input, c.SHA256, string(c.Media), c.URL, stamp(c.Captured),
		string(record), c.Note, d.pack.EncodeAll(c.Data, nil), stamp(at))
	if err != nil {
		return 0, err
	}
	n, err := done.RowsAffected()
	return int(n), err
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// unstamp reads what stamp writes; what cannot be read is the zero time.
func unstamp(s string) time.Time {
	t, _ := time.Parse(time.RFC3339Nano, s)
	return t
}

func (d *database) Captures(ctx context.Context) ([]stemma.Capture, error) {
	rows, err := d.db.QueryContext(ctx, `SELECT input, sha256, media, url, captured, record, note, data FROM captures
		ORDER BY number`)
	if err != nil {
		return nil, d.wrap(err)
	}
	defer rows.Close()
	all, versions := []stemma.Capture{}, map[string]int{}
	for rows.Next() {
		c, err := d.capture(rows)
		if err != nil {
			return nil, d.wrap(err)
		}
		versions[c.Input]++
		if n := versions[c.Input]; n > 1 {
			c.Input = fmt.Sprintf("%s (version %d)", c.Input, n)
		}
		all = append(all, c)
	}
	return all, d.wrap(rows.Err())
}

func (d *database) capture(rows *sql.Rows) (c stemma.Capture, err error) {
	var captured, record string
	var data []byte
	if err := rows.Scan(&c.Input, &c.SHA256, &c.Media, &c.URL, &captured, &record, &c.Note, &data); err != nil {
		return c, err
	}
	c.Captured = unstamp(captured)
	if record != "" {
		c.Record = &stemma.Record{}
		if err := json.Unmarshal([]byte(record), c.Record); err != nil {
			return c, fmt.Errorf("%w: %s: %w", ErrDamaged, c.Input, err)
		}
	}
	if c.Data, err = d.open.DecodeAll(data, nil); err != nil {
		return c, fmt.Errorf("%w: %s: %w", ErrDamaged, c.Input, err)
	}
	return c, nil
}

func (d *database) Correct(ctx context.Context, line, by string, at time.Time) (number int64, err error) {
	done, err := d.db.ExecContext(ctx, "INSERT INTO corrections (line, who, at, withdrawn) VALUES (?,?,?,'')",
		line, by, stamp(at))
	if err != nil {
		return 0, d.wrap(err)
	}
	number, err = done.LastInsertId()
	return number, d.wrap(err)
}

func (d *database) Withdraw(ctx context.Context, number int64, at time.Time) error {
	done, err := d.db.ExecContext(ctx, "UPDATE corrections SET withdrawn = ? WHERE number = ? AND withdrawn = ''",
		stamp(at), number)
	if err != nil {
		return d.wrap(err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return d.wrap(errors.Join(err, ErrUnknown))
	}
	return nil
}

func (d *database) Corrections(ctx context.Context) ([]Correction, error) {
	rows, err := d.db.QueryContext(ctx, "SELECT number, line, who, at, withdrawn FROM corrections ORDER BY number")
	if err != nil {
		return nil, d.wrap(err)
	}
	defer rows.Close()
	all := []Correction{}
	for rows.Next() {
		var c Correction
		var at, withdrawn string
		if err := rows.Scan(&c.Number, &c.Line, &c.By, &at, &withdrawn); err != nil {
			return nil, d.wrap(err)
		}
		c.At, c.Withdrawn = unstamp(at), unstamp(withdrawn)
		all = append(all, c)
	}
	return all, d.wrap(rows.Err())
}

func (d *database) Keep(ctx context.Context, stage, version string, made map[string][]byte) error {
	return d.wrap(d.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM results WHERE stage = ? AND version <> ?", stage, version)
		for _, input := range slices.Sorted(maps.Keys(made)) {
			if err != nil {
				break
			}
			err = d.keep(ctx, tx, stage, version, input, made[input])
		}
		return err
	}))
}

func (d *database) keep(ctx context.Context, tx *sql.Tx, stage, version, input string, data []byte) (err error) {
	if data == nil {
		_, err = tx.ExecContext(ctx, "DELETE FROM results WHERE stage = ? AND version = ? AND input = ?",
			stage, version, input)
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO results (stage, version, input, data) VALUES (?,?,?,?)",
		stage, version, input, d.pack.EncodeAll(data, nil))
	return err
}

func (d *database) Mark(ctx context.Context) (mark string, err error) {
	err = d.db.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(number), 0) FROM captures) || ' ' ||
		(SELECT coalesce(max(number), 0) || ' ' || count(nullif(withdrawn, '')) FROM corrections)`).Scan(&mark)
	return mark, d.wrap(err)
}

func (d *database) Results(ctx context.Context, stage, version string) (map[string][]byte, error) {
	rows, err := d.db.QueryContext(ctx, "SELECT input, data FROM results WHERE stage = ? AND version = ?",
		stage, version)
	if err != nil {
		return nil, d.wrap(err)
	}
	defer rows.Close()
	made := map[string][]byte{}
	for rows.Next() {
		var input string
		var data []byte
		if err := rows.Scan(&input, &data); err != nil {
			return nil, d.wrap(err)
		}
		if made[input], err = d.open.DecodeAll(data, nil); err != nil {
			return nil, d.wrap(fmt.Errorf("%w: %w", ErrDamaged, err))
		}
	}
	return made, d.wrap(rows.Err())
}

// Close writes what is left into the one file.
func (d *database) Close() error {
	d.open.Close()
	return d.wrap(errors.Join(d.pack.Close(), d.db.Close()))
}
