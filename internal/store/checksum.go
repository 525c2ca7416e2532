package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
)

// A row of captures or corrections has a checksum of all its columns but the number,
// which the database gives. What a database checks are its own structures: letters of a
// text that become others are letters to it. (What a result's data are is known to zstd;
// one whose key is damaged is not found, and made anew.)

// checksum is that of the columns of a row, as they are kept: CRC-32C of each one's length
// and bytes, in eight hexadecimal digits. It is for damage, not for those who mean harm.
func checksum(data []byte, columns ...string) string {
	table, length := crc32.MakeTable(crc32.Castagnoli), make([]byte, 0, binary.MaxVarintLen64)
	sum := crc32.Checksum(data, table)
	for _, c := range columns {
		sum = crc32.Update(sum, table, binary.AppendUvarint(length, uint64(len(c))))
		sum = crc32.Update(sum, table, []byte(c))
	}
	return fmt.Sprintf("%08x", sum)
}

// errRow says that a row is not as it was kept.
func errRow(row string) error { return fmt.Errorf("%w: %s", ErrDamaged, row) }

// captureRow is a capture as its columns have it.
type captureRow struct {
	identity, input, sha256, media, url, captured, record, note, added string
	data                                                               []byte
}

const captureColumns = "identity, input, sha256, media, url, captured, record, note, data, added, checksum"

// values are what is written of a row, in the order of captureColumns.
func (r *captureRow) values() []any {
	return []any{
		r.identity, r.input, r.sha256, r.media, r.url, r.captured, r.record, r.note, r.data, r.added, r.checksum(),
	}
}

func (r *captureRow) checksum() string {
	return checksum(r.data, r.identity, r.input, r.sha256, r.media, r.url, r.captured, r.record, r.note, r.added)
}

// read reads the number and the captureColumns of the row that rows are at.
func (r *captureRow) read(rows *sql.Rows, number *int64) (sum string, err error) {
	err = rows.Scan(number, &r.identity, &r.input, &r.sha256, &r.media, &r.url, &r.captured, &r.record, &r.note,
		&r.data, &r.added, &sum)
	return sum, err
}

// correctionRow is a correction as its columns have it.
type correctionRow struct {
	number                   int64
	line, who, at, withdrawn string
}

const correctionColumns = "number, line, who, at, withdrawn, checksum"

func (r *correctionRow) checksum() string { return checksum(nil, r.line, r.who, r.at, r.withdrawn) }

// read reads the correctionColumns of a row.
func (r *correctionRow) read(row interface{ Scan(...any) error }) (sum string, err error) {
	err = row.Scan(&r.number, &r.line, &r.who, &r.at, &r.withdrawn, &sum)
	return sum, err
}

// readWhole reads a row, and says when it is not as it was kept, where rows are summed.
func (r *correctionRow) readWhole(row interface{ Scan(...any) error }, summed bool) error {
	sum, err := r.read(row)
	if err == nil && summed && sum != r.checksum() {
		err = errRow(fmt.Sprintf("correction %d", r.number))
	}
	return err
}

func (r *correctionRow) correction() Correction {
	return Correction{Number: r.number, Line: r.line, By: r.who, At: unstamp(r.at), Withdrawn: unstamp(r.withdrawn)}
}

// columns are those that are read of a row; where rows have no checksum, with an empty one.
func (d *tables) columns(all string) string {
	if d.bare {
		return strings.TrimSuffix(all, "checksum") + "''"
	}
	return all
}

// withChecksums is the version of the tables from which on rows have checksums.
const withChecksums = 2

// addChecksums gives the rows of a case that was begun without checksums theirs.
func (d *tables) addChecksums(ctx context.Context, tx *sql.Tx) error {
	sums, err := d.checksums(ctx, tx)
	for _, s := range sums {
		if err == nil {
			set := d.bind("UPDATE " + s.table + " SET checksum = ? WHERE number = ?")
			_, err = tx.ExecContext(ctx, set, s.sum, s.number)
		}
	}
	return err
}

// rowSum is the checksum of a row of a table.
type rowSum struct {
	table  string
	number int64
	sum    string
}

func (d *tables) checksums(ctx context.Context, tx *sql.Tx) (sums []rowSum, err error) {
	err = eachRow(ctx, tx, "SELECT number, "+captureColumns+" FROM captures", func(rows *sql.Rows) error {
		var r captureRow
		var number int64
		_, err := r.read(rows, &number)
		sums = append(sums, rowSum{"captures", number, r.checksum()})
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachRow(ctx, tx, "SELECT "+correctionColumns+" FROM corrections", func(rows *sql.Rows) error {
		var r correctionRow
		_, err := r.read(rows)
		sums = append(sums, rowSum{"corrections", r.number, r.checksum()})
		return err
	})
	return sums, err
}

func eachRow(ctx context.Context, tx *sql.Tx, query string, do func(*sql.Rows) error) error {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
