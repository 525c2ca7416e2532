package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
)

// A case in PostgreSQL is a schema of a database, so that a desk has many of them on
// one server: postgres://user@host/database?case=NAME, with whatever else libpq knows.
// The name is of small letters, digits and underscores.

// isServer says whether a case is named by the address of a server.
func isServer(path string) bool {
	return strings.HasPrefix(path, "postgres://") || strings.HasPrefix(path, "postgresql://")
}

// schemaPrefix tells the schemas of cases from others.
const schemaPrefix = "stemma_"

// server is where a case in PostgreSQL is.
type server struct {
	config *pgconn.Config
	schema string
	name   string // without passwords
}

// parseServer reads the address of a case.
func parseServer(address string) (server, error) {
	u, err := url.Parse(address)
	if err != nil {
		return server{}, errors.New("store: the address of the case cannot be read") // it may hold a password
	}
	q := u.Query()
	called := q.Get("case")
	if called == "" || len(called) > 50 || strings.Trim(called, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
		return server{}, errors.New("store: no ?case=NAME of small letters, digits and underscores in the address")
	}
	q.Del("case")
	u.RawQuery = q.Encode()
	config, err := pgconn.ParseConfig(u.String())
	if err != nil {
		return server{}, errors.New("store: the address of the case is none of PostgreSQL")
	}
	for _, own := range pgxSettings {
		delete(config.RuntimeParams, own)
	}
	at := server{config: config, schema: schemaPrefix + called, name: "case " + called + " on " + config.Host}
	config.RuntimeParams["search_path"] = at.schema
	config.RuntimeParams["lock_timeout"] = strconv.FormatInt(busyWait.Milliseconds(), 10)
	return at, nil
}

// pgxSettings are what pgx, but no server, knows of an address. Whoever has one of them in that of
// a case need not take it out: they tell how statements are sent, which are all sent in one way.
var pgxSettings = []string{"default_query_exec_mode", "statement_cache_capacity", "description_cache_capacity"}

// createOnServer makes a new case; its schema must not be there yet.
func createOnServer(address string) (Case, error) {
	at, err := parseServer(address)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector{at.config})
	_, err = db.Exec("CREATE SCHEMA " + at.schema)
	var failed *pgconn.PgError
	if errors.As(err, &failed) && failed.Code == duplicateSchema {
		err = fmt.Errorf("%s: %w", at.name, os.ErrExist)
	}
	if err == nil {
		return at.start(db)
	}
	db.Close()
	return nil, fmt.Errorf("store: %w", err)
}

// openOnServer opens a case.
func openOnServer(address string) (Case, error) {
	at, err := parseServer(address)
	if err != nil {
		return nil, err
	}
	db, found := sql.OpenDB(connector{at.config}), 0
	err = db.QueryRow("SELECT count(*) FROM information_schema.schemata WHERE schema_name = $1", at.schema).Scan(&found)
	if err == nil && found == 0 {
		err = fmt.Errorf("%s: %w", at.name, os.ErrNotExist)
	}
	if err == nil {
		return at.start(db)
	}
	db.Close()
	return nil, fmt.Errorf("store: %w", err)
}

// start brings the tables of a schema up to date.
func (at server) start(db *sql.DB) (Case, error) {
	d := &tables{db: db, name: at.name, say: sayPostgres, bind: numbered, text: sayable, hold: holdSchema}
	version := 0
	_, err := db.Exec("CREATE TABLE IF NOT EXISTS version (tables INTEGER NOT NULL)")
	if err == nil {
		err = db.QueryRow("SELECT coalesce(max(tables), 0) FROM version").Scan(&version)
	}
	if err == nil {
		err = d.ready(version, postgresMigrations(), func(tx *sql.Tx, version int) error {
			_, err := tx.Exec("INSERT INTO version VALUES ($1)", version)
			return err
		})
	}
	if err != nil {
		db.Close()
		return nil, d.wrap(err)
	}
	return d, nil
}

// postgresMigrations are those of the file, in PostgreSQL's types.
func postgresMigrations() []string {
	steps := migrations()
	for i := range steps {
		steps[i] = strings.NewReplacer("INTEGER PRIMARY KEY AUTOINCREMENT", "BIGSERIAL PRIMARY KEY", "BLOB", "BYTEA",
			") WITHOUT ROWID", ")").Replace(steps[i])
	}
	return steps
}

// holdSchema waits until no other transaction writes to the case.
func holdSchema(tx *sql.Tx) error {
	_, err := tx.ExecContext(context.Background(), "SELECT pg_advisory_xact_lock(hashtext(current_schema()))")
	return err
}

// numbered writes "?" as "$1", "$2" and so on; no statement has one in quotation marks.
func numbered(statement string) string {
	var out strings.Builder
	n := 0
	for _, c := range statement {
		if c == '?' {
			n++
			fmt.Fprintf(&out, "$%d", n)
			continue
		}
		out.WriteRune(c)
	}
	return out.String()
}

// sayable is a text with a sign in the place of what the server keeps in no text: the
// byte 0, and what is not UTF-8. The bytes of a capture are kept as they are.
func sayable(text string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", "\uFFFD"), "\uFFFD")
}

// Codes of PostgreSQL's errors.
const (
	duplicateSchema  = "42P06"
	lockNotAvailable = "55P03"
)

// sayPostgres says what the errors of PostgreSQL mean.
func sayPostgres(err error) error {
	var failed *pgconn.PgError
	if errors.As(err, &failed) && failed.Code == lockNotAvailable {
		return ErrInUse
	}
	return err
}
