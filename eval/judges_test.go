package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestRows(t *testing.T) {
	board := &scoreboard{}
	rows(board.under("real"), "", map[string]any{
		"seconds": json.Number("0.1"), "valid": true, "lead": json.Number("1.0"), "none": nil,
		"descents": map[string]any{"drawn": json.Number("1"), "kept": map[string]any{"p": json.Number("0.39393")}},
	})
	want := "real/descents.drawn 1\nreal/descents.kept.p 0.394\nreal/lead 1.000\nreal/valid true"
	if got := strings.Join(board.lines, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestMissingJudges makes sure that a scorer that is not there is a row.
func TestMissingJudges(t *testing.T) {
	board := &scoreboard{}
	o := options{shared: t.TempDir()}
	if err := o.judged(board, "stemma"); err != nil {
		t.Fatal(err)
	}
	if len(board.lines) == 0 || !strings.HasPrefix(board.lines[0], "skipped: ") {
		t.Errorf("rows %q", board.lines)
	}
}
