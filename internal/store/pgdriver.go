package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// This file joins database/sql to pgconn, which speaks with a server of PostgreSQL. pgx has a
// driver too: it reads and writes every type that a server knows, which makes the program 3 MB
// larger, and its start slower. The tables of a case have texts, bytes and whole numbers.

// connector opens connections to a server.
type connector struct{ config *pgconn.Config }

func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	to, err := pgconn.ConnectConfig(ctx, c.config)
	if err != nil {
		return nil, err
	}
	return &connection{to: to, used: time.Now()}, nil
}

// Driver gives what database/sql asks nothing of but where a database is opened by name.
func (c connector) Driver() driver.Driver { return unnamed{} }

type unnamed struct{}

func (unnamed) Open(string) (driver.Conn, error) { return nil, errors.ErrUnsupported }

// connection is one to a server, used by one goroutine at a time.
type connection struct {
	to   *pgconn.PgConn
	used time.Time
}

// parting is how long a server is waited for when a connection is closed.
const parting = 5 * time.Second

func (c *connection) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), parting)
	defer cancel()
	return c.to.Close(ctx)
}

// restful is how long a connection may lie idle before it is asked whether it still stands.
const restful = time.Second

// ResetSession says whether the connection may be used again.
func (c *connection) ResetSession(ctx context.Context) error {
	if c.to.IsClosed() || c.to.TxStatus() != 'I' {
		return driver.ErrBadConn
	}
	now := time.Now()
	if now.Sub(c.used) > restful && c.to.Ping(ctx) != nil {
		return driver.ErrBadConn
	}
	c.used = now
	return nil
}

// fault is an error of the server or of the way to it. Where the statement was not sent, another
// connection may try it.
func fault(err error) error {
	if err != nil && pgconn.SafeToRetry(err) {
		return driver.ErrBadConn
	}
	return err
}

// run runs statements that have no parameters.
func (c *connection) run(ctx context.Context, statements string) (pgconn.CommandTag, error) {
	if c.to.IsClosed() {
		return pgconn.CommandTag{}, driver.ErrBadConn
	}
	all, err := c.to.Exec(ctx, statements).ReadAll()
	if err != nil || len(all) == 0 {
		return pgconn.CommandTag{}, fault(err)
	}
	return all[len(all)-1].CommandTag, nil
}

// ask runs one statement with its parameters.
func (c *connection) ask(ctx context.Context, query string, args []driver.NamedValue) (*pgconn.ResultReader, error) {
	if c.to.IsClosed() {
		return nil, driver.ErrBadConn
	}
	values, formats, err := parameters(args)
	if err != nil {
		return nil, err
	}
	return c.to.ExecParams(ctx, query, values, nil, formats, []int16{binaryFormat}), nil
}

func (c *connection) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if len(args) == 0 {
		done, err := c.run(ctx, query)
		return driver.RowsAffected(done.RowsAffected()), err
	}
	answer, err := c.ask(ctx, query, args)
	if err != nil {
		return nil, err
	}
	done, err := answer.Close()
	return driver.RowsAffected(done.RowsAffected()), fault(err)
}

func (c *connection) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	answer, err := c.ask(ctx, query, args)
	if err != nil {
		return nil, err
	}
	// Which columns there are comes with the first row.
	r := &rows{answer: answer, ahead: answer.NextRow()}
	if !r.ahead {
		if _, err := answer.Close(); err != nil {
			return nil, fault(err)
		}
	}
	for _, f := range answer.FieldDescriptions() {
		r.columns = append(r.columns, f.Name)
		r.types = append(r.types, f.DataTypeOID)
	}
	return r, nil
}

func (c *connection) Prepare(query string) (driver.Stmt, error) { return prepared{c, query}, nil }

func (c *connection) Begin() (driver.Tx, error) {
	return c.BeginTx(context.Background(), driver.TxOptions{})
}

func (c *connection) BeginTx(ctx context.Context, how driver.TxOptions) (driver.Tx, error) {
	if how.ReadOnly || sql.IsolationLevel(how.Isolation) != sql.LevelDefault {
		return nil, errors.ErrUnsupported
	}
	_, err := c.run(ctx, "BEGIN")
	return transaction{ctx, c}, err
}

// transaction is what a connection is in.
type transaction struct {
	ctx context.Context
	on  *connection
}

var errTakenBack = errors.New("the server took the transaction back")

func (t transaction) Commit() error {
	done, err := t.on.run(t.ctx, "COMMIT")
	if err == nil && done.String() == "ROLLBACK" {
		err = errTakenBack
	}
	return err
}

// Rollback takes all back. Where that fails nobody knows what the connection is in, and it is closed.
func (t transaction) Rollback() error {
	_, err := t.on.run(t.ctx, "ROLLBACK")
	if err != nil {
		t.on.Close()
	}
	return err
}

// prepared is a statement that is asked often; the server reads it each time.
type prepared struct {
	on    *connection
	query string
}

func (p prepared) Close() error  { return nil }
func (p prepared) NumInput() int { return -1 }

func (p prepared) Exec([]driver.Value) (driver.Result, error) { return nil, errors.ErrUnsupported }
func (p prepared) Query([]driver.Value) (driver.Rows, error)  { return nil, errors.ErrUnsupported }

func (p prepared) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return p.on.ExecContext(ctx, p.query, args)
}

func (p prepared) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return p.on.QueryContext(ctx, p.query, args)
}

// rows are an answer, read row by row.
type rows struct {
	answer  *pgconn.ResultReader
	columns []string
	types   []uint32
	ahead   bool // a row is read already
}

func (r *rows) Columns() []string { return r.columns }

func (r *rows) Close() error {
	_, err := r.answer.Close()
	return err
}

func (r *rows) Next(into []driver.Value) error {
	if !r.ahead && !r.answer.NextRow() {
		if err := r.Close(); err != nil {
			return err
		}
		return io.EOF
	}
	r.ahead = false
	for i, sent := range r.answer.Values() {
		var err error
		if into[i], err = value(r.types[i], sent); err != nil {
			return err
		}
	}
	return nil
}

// Formats of values.
const (
	textFormat   = 0
	binaryFormat = 1
)

// Types of columns, by their numbers in PostgreSQL's catalogue.
const (
	typeBool  = 16
	typeBytes = 17
	typeName  = 19
	typeInt8  = 20
	typeInt2  = 21
	typeInt4  = 23
	typeText  = 25
)

// value reads what the server sent of a column. Bytes are the connection's own until its next row.
func value(of uint32, sent []byte) (driver.Value, error) {
	if sent == nil {
		return nil, nil
	}
	switch of {
	case typeBytes:
		return sent, nil
	case typeText, typeName:
		return string(sent), nil
	case typeBool:
		return sent[0] != 0, nil
	case typeInt8:
		return int64(binary.BigEndian.Uint64(sent)), nil
	case typeInt4:
		return int64(int32(binary.BigEndian.Uint32(sent))), nil
	case typeInt2:
		return int64(int16(binary.BigEndian.Uint16(sent))), nil
	}
	return nil, fmt.Errorf("a column of the type %d cannot be read", of)
}

// parameters writes values as the server reads them, whose types it knows from the statement.
func parameters(args []driver.NamedValue) (values [][]byte, formats []int16, err error) {
	values, formats = make([][]byte, len(args)), make([]int16, len(args))
	for i := range args {
		formats[i] = textFormat
		switch v := args[i].Value.(type) {
		case nil:
		case string:
			values[i] = []byte(v)
		case int64:
			values[i] = strconv.AppendInt(nil, v, 10)
		case []byte:
			values[i], formats[i] = v, binaryFormat
		default:
			return nil, nil, fmt.Errorf("a parameter of the type %T cannot be sent", v)
		}
	}
	return values, formats, nil
}
