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
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/klauspost/compress/zstd"

	"stemma"
)

// tables is a case in a database of SQL, whichever.
type tables struct {
	db   *sql.DB
	name string // as it may be shown
	pack *zstd.Encoder
	// fast packs results, of which all are unpacked before each trace: without coding of
	// entropy in two thirds of the time, and a case of 1,000 reports is a tenth larger.
	fast *zstd.Encoder
	open *unpacker
	// say is what an error of the driver means to a user.
	say func(error) error
	// bind writes a statement's "?" as the driver has them.
	bind func(string) string
	// text is a text as the driver can keep it.
	text func(string) string
	mark *sql.Stmt // asked for with each page
	// hold makes a transaction the only one that writes.
	hold func(*sql.Tx) error
	// bare says that rows have no checksums: the case is of a version before them, and may
	// not be written to.
	bare bool
	seen atomic.Pointer[seenCaptures] // of the captures that were read last
}

// ready readies what packs, and the tables: all that they lack, or nothing. The version
// is how many migrations they have seen, and is set with them.
func (d *tables) ready(version int, steps []string, set func(*sql.Tx, int) error) (err error) {
	if d.pack, err = zstd.NewWriter(nil); err != nil {
		return err
	}
	if d.fast, err = zstd.NewWriter(nil, zstd.WithNoEntropyCompression(true)); err != nil {
		return err
	}
	if d.open, err = newUnpacker(); err != nil {
		return err
	}
	switch {
	case version > len(steps):
		return ErrNewer
	case version < len(steps):
		err = d.change(context.Background(), func(tx *sql.Tx) error {
			for _, step := range steps[version:] {
				if _, err := tx.Exec(step); err != nil {
					return err
				}
			}
			if version < withChecksums {
				if err := d.addChecksums(context.Background(), tx); err != nil {
					return err
				}
			}
			return set(tx, len(steps))
		})
		if d.bare = version == withChecksums-1 && err != nil && errors.Is(d.say(err), ErrLocked); d.bare {
			err = nil // it is read as it is
		}
	}
	if err == nil {
		d.mark, err = d.db.Prepare(markNow)
	}
	return err
}

// wrap names the case, and says what the database's errors mean to a user.
func (d *tables) wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", d.name, d.say(err))
}

// change runs a change, all of it or nothing.
func (d *tables) change(ctx context.Context, do func(*sql.Tx) error) error {
	if d.bare {
		return ErrLocked
	}
	tx, err := d.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err = d.hold(tx); err == nil {
		err = do(tx)
	}
	if err != nil {
		// Where the disk is full, the database has taken it back itself.
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

func (d *tables) Add(ctx context.Context, captures []stemma.Capture, at time.Time) (added int, err error) {
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

func (d *tables) insert(ctx context.Context, tx *sql.Tx, c *stemma.Capture, at time.Time) (int, error) {
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
	row := captureRow{
		identity: hex.EncodeToString(identity.Sum(nil)), input: d.text(c.Input), sha256: c.SHA256,
		media: string(c.Media), url: d.text(c.URL), captured: stamp(c.Captured), record: string(record),
		note: d.text(c.Note), added: stamp(at), data: d.pack.EncodeAll(c.Data, nil),
	}
	done, err := tx.ExecContext(ctx, d.bind("INSERT INTO captures ("+captureColumns+`) VALUES (?,?,?,?,?,?,?,?,?,?,?)
		ON CONFLICT (identity) DO NOTHING`), row.values()...)
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

func (d *tables) Captures(ctx context.Context, known ...stemma.Capture) ([]stemma.Capture, error) {
	seen, err := d.seenOf(ctx, len(known))
	if err != nil {
		return nil, d.wrap(err)
	}
	rows, err := d.db.QueryContext(ctx, d.bind("SELECT number, "+d.columns(captureColumns)+
		" FROM captures WHERE number > ? ORDER BY number"), seen.last)
	if err != nil {
		return nil, d.wrap(err)
	}
	defer rows.Close()
	all := append([]stemma.Capture{}, known...)
	for rows.Next() {
		c, err := d.capture(rows, &seen.last)
		if err != nil {
			return nil, d.wrap(err)
		}
		seen.versions[c.Input]++
		if n := seen.versions[c.Input]; n > 1 {
			c.Input = fmt.Sprintf("%s (version %d)", c.Input, n)
		}
		all = append(all, c)
	}
	if err := rows.Err(); err != nil {
		return nil, d.wrap(err)
	}
	seen.captures = len(all)
	d.giveBack(seen)
	return all, nil
}

// seenCaptures is what of the first captures of a case the next ones ask for: to look through
// all of them for one more takes longer the more there are.
type seenCaptures struct {
	captures int
	last     int64          // the number of the last one
	versions map[string]int // of each input
}

// seenOf gives what was seen of the first captures, which is the caller's until it gives it back:
// what was read last, or what it reads now.
func (d *tables) seenOf(ctx context.Context, first int) (*seenCaptures, error) {
	if seen := d.seen.Swap(nil); seen != nil && seen.captures == first {
		return seen, nil
	}
	seen := &seenCaptures{captures: first, versions: map[string]int{}}
	if first == 0 {
		return seen, nil
	}
	rows, err := d.db.QueryContext(ctx, d.bind("SELECT number, input FROM captures ORDER BY number LIMIT ?"), first)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var input string
		if err := rows.Scan(&seen.last, &input); err != nil {
			return nil, err
		}
		seen.versions[input]++
	}
	return seen, rows.Err()
}

func (d *tables) giveBack(seen *seenCaptures) { d.seen.Store(seen) }

// capture reads the number and the captureColumns of a row.
func (d *tables) capture(rows *sql.Rows, number *int64) (c stemma.Capture, err error) {
	var r captureRow
	sum, err := r.read(rows, number)
	if err != nil {
		return c, err
	}
	if sum != r.checksum() && !d.bare {
		return c, errRow(r.input)
	}
	c = stemma.Capture{
		Input: r.input, SHA256: r.sha256, Media: stemma.MediaType(r.media), URL: r.url, Captured: unstamp(r.captured),
		Note: r.note,
	}
	if r.record != "" {
		c.Record = &stemma.Record{}
		if err := json.Unmarshal([]byte(r.record), c.Record); err != nil {
			return c, fmt.Errorf("%w: %s: %w", ErrDamaged, c.Input, err)
		}
	}
	if c.Data, err = d.open.unpack(r.data); err != nil {
		return c, fmt.Errorf("%s: %w", c.Input, err)
	}
	return c, nil
}

func (d *tables) Correct(ctx context.Context, line, by string, at time.Time) (number int64, err error) {
	row := correctionRow{line: d.text(line), who: d.text(by), at: stamp(at)}
	err = d.change(ctx, func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, d.bind(`INSERT INTO corrections (line, who, at, withdrawn, checksum)
			VALUES (?,?,?,?,?) RETURNING number`),
			row.line, row.who, row.at, row.withdrawn, row.checksum()).Scan(&number)
	})
	return number, d.wrap(err)
}

func (d *tables) Withdraw(ctx context.Context, number int64, at time.Time) error {
	return d.wrap(d.change(ctx, func(tx *sql.Tx) error {
		var row correctionRow
		err := row.readWhole(tx.QueryRowContext(ctx,
			d.bind("SELECT "+d.columns(correctionColumns)+" FROM corrections WHERE number = ?"), number), !d.bare)
		switch {
		case errors.Is(err, sql.ErrNoRows), err == nil && row.withdrawn != "":
			return ErrUnknown
		case err != nil:
			return err
		}
		row.withdrawn = stamp(at)
		_, err = tx.ExecContext(ctx, d.bind("UPDATE corrections SET withdrawn = ?, checksum = ? WHERE number = ?"),
			row.withdrawn, row.checksum(), number)
		return err
	}))
}

func (d *tables) Corrections(ctx context.Context) ([]Correction, error) {
	rows, err := d.db.QueryContext(ctx, "SELECT "+d.columns(correctionColumns)+" FROM corrections ORDER BY number")
	if err != nil {
		return nil, d.wrap(err)
	}
	defer rows.Close()
	all := []Correction{}
	for rows.Next() {
		var row correctionRow
		if err := row.readWhole(rows, !d.bare); err != nil {
			return nil, d.wrap(err)
		}
		all = append(all, row.correction())
	}
	return all, d.wrap(rows.Err())
}

func (d *tables) Keep(ctx context.Context, stage, version string, made map[string][]byte) error {
	// Packed before others must wait.
	inputs := slices.Sorted(maps.Keys(made))
	packed := d.packed(inputs, made)
	return d.wrap(d.change(ctx, func(tx *sql.Tx) error {
		err := d.dropOthers(ctx, tx, stage, version)
		for i, input := range inputs {
			if err != nil {
				break
			}
			err = d.keep(ctx, tx, stage, version, input, packed[i])
		}
		return err
	}))
}

// packed packs results, on two goroutines; nil stays nil.
func (d *tables) packed(inputs []string, made map[string][]byte) [][]byte {
	packed := make([][]byte, len(inputs))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(packers, len(inputs)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(inputs); i = int(next.Add(1)) - 1 {
				if data := made[inputs[i]]; data != nil {
					packed[i] = d.fast.EncodeAll(data, nil)
				}
			}
		})
	}
	wait.Wait()
	return packed
}

// packers is how many goroutines pack results: each has some megabytes for itself.
const packers = 2

// dropOthers takes out what other versions made. Those before and those behind are two
// ranges of the key: to ask for all that are unequal reads everything that is kept.
func (d *tables) dropOthers(ctx context.Context, tx *sql.Tx, stage, version string) error {
	for _, side := range []string{"<", ">"} {
		drop := d.bind("DELETE FROM results WHERE stage = ? AND version " + side + " ?")
		if _, err := tx.ExecContext(ctx, drop, stage, version); err != nil {
			return err
		}
	}
	return nil
}

func (d *tables) keep(ctx context.Context, tx *sql.Tx, stage, version, input string, packed []byte) (err error) {
	if packed == nil {
		_, err = tx.ExecContext(ctx, d.bind("DELETE FROM results WHERE stage = ? AND version = ? AND input = ?"),
			stage, version, input)
		return err
	}
	_, err = tx.ExecContext(ctx, d.bind(`INSERT INTO results (stage, version, input, data) VALUES (?,?,?,?)
		ON CONFLICT (stage, version, input) DO UPDATE SET data = excluded.data`),
		stage, version, input, packed)
	return err
}

func (d *tables) Mark(ctx context.Context) (mark string, err error) {
	err = d.mark.QueryRowContext(ctx).Scan(&mark)
	return mark, d.wrap(err)
}

// markNow gives what changes with each capture and correction.
const markNow = `SELECT (SELECT coalesce(max(number), 0) FROM captures) || ' ' ||
	(SELECT coalesce(max(number), 0) || ' ' || count(nullif(withdrawn, '')) FROM corrections)`

func (d *tables) Results(ctx context.Context, stage, version string) (map[string][]byte, error) {
	rows, err := d.db.QueryContext(ctx, d.bind("SELECT input, data FROM results WHERE stage = ? AND version = ?"),
		stage, version)
	if err != nil {
		return nil, d.wrap(err)
	}
	defer rows.Close()
	made := map[string][]byte{}
	for rows.Next() {
		var input string
		var packed sql.RawBytes // not copied: what is kept of a large case comes to tens of megabytes
		if err := rows.Scan(&input, &packed); err != nil {
			return nil, d.wrap(err)
		}
		if made[input], err = d.open.unpack(packed); err != nil {
			return nil, d.wrap(err)
		}
	}
	return made, d.wrap(rows.Err())
}

func (d *tables) Result(ctx context.Context, stage, version, input string) ([]byte, error) {
	one := d.bind("SELECT data FROM results WHERE stage = ? AND version = ? AND input = ?")
	rows, err := d.db.QueryContext(ctx, one, stage, version, input)
	if err != nil {
		return nil, d.wrap(err)
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, d.wrap(rows.Err())
	}
	var packed sql.RawBytes
	if err := rows.Scan(&packed); err != nil {
		return nil, d.wrap(err)
	}
	made, err := d.open.unpack(packed)
	return made, d.wrap(err)
}

// Close writes what is left into the one file.
func (d *tables) Close() error {
	d.open.close()
	return d.wrap(errors.Join(d.mark.Close(), d.pack.Close(), d.fast.Close(), d.db.Close()))
}
