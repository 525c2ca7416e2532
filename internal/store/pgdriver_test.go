package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestValues: what a server sends of a column is read by its type; what no table has is said.
func TestValues(t *testing.T) {
	for _, c := range []struct {
		of   uint32
		sent []byte
		want driver.Value
	}{
		{typeText, nil, nil},
		{typeText, []byte("mill"), "mill"},
		{typeName, []byte("stemma_mill"), "stemma_mill"},
		{typeBytes, []byte{0, 255}, []byte{0, 255}},
		{typeBool, []byte{1}, true},
		{typeBool, []byte{0}, false},
		{typeInt8, []byte{255, 255, 255, 255, 255, 255, 255, 254}, int64(-2)},
		{typeInt4, []byte{255, 255, 255, 253}, int64(-3)},
		{typeInt2, []byte{1, 2}, int64(258)},
	} {
		got, err := value(c.of, c.sent)
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%d %v: %v %s", c.of, c.sent, err, diff)
		}
	}
	if _, err := value(1700, []byte{1}); err == nil {
		t.Error("a number of any length was read")
	}
}

func TestParameters(t *testing.T) {
	values, formats, err := parameters([]driver.NamedValue{
		{Value: "a"}, {Value: int64(-12)}, {Value: []byte{7}}, {Value: nil}, {Value: ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]byte{[]byte("a"), []byte("-12"), {7}, nil, {}}
	if diff := cmp.Diff(want, values); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int16{textFormat, textFormat, binaryFormat, textFormat, textFormat}, formats); diff != "" {
		t.Error(diff)
	}
	if _, _, err := parameters([]driver.NamedValue{{Value: 1.5}}); err == nil {
		t.Error("a fraction was sent")
	}
}

// TestPgxSettings: what only pgx knows of an address is not told to the server.
func TestPgxSettings(t *testing.T) {
	at, err := parseServer("postgres://u@h/d?case=mill&default_query_exec_mode=exec&application_name=desk")
	if err != nil {
		t.Fatal(err)
	}
	told := at.config.RuntimeParams
	if _, has := told["default_query_exec_mode"]; has || told["application_name"] != "desk" {
		t.Errorf("told to the server: %v", told)
	}
}

// TestServerConnection is what database/sql asks of a connection besides what the suite does.
func TestServerConnection(t *testing.T) {
	at, err := parseServer(onServer(t))
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector{at.config})
	defer db.Close()
	var yes bool
	var number int64
	var called string
	var data []byte
	one := db.QueryRow("SELECT true, 7::smallint, current_user, $1::bytea", []byte{1, 0})
	err = one.Scan(&yes, &number, &called, &data)
	if err != nil || !yes || number != 7 || called == "" || !cmp.Equal(data, []byte{1, 0}) {
		t.Errorf("%v: %v %d %q %v", err, yes, number, called, data)
	}
	if err := db.QueryRow("SELECT 1 WHERE false").Scan(&number); !errors.Is(err, sql.ErrNoRows) {
		t.Errorf("no row: %v", err)
	}
	if err := db.QueryRow("SELECT 1/(7 - n) FROM generate_series(1, 7) n OFFSET 6").Scan(&number); err == nil {
		t.Error("a fault of the server was not said")
	}
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec("SELECT nothing"); err == nil {
		t.Error("a statement that fails")
	}
	if err := tx.Commit(); !errors.Is(err, errTakenBack) {
		t.Errorf("what failed was committed: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	tx, err = db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := tx.Commit(); !errors.Is(err, context.Canceled) {
		t.Errorf("committed after the end: %v", err)
	}
	if _, err := db.BeginTx(t.Context(), &sql.TxOptions{ReadOnly: true}); err == nil {
		t.Error("a transaction that only reads was promised")
	}
}
