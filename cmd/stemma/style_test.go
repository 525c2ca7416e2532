package main

import (
	"bytes"
	"os"
	"testing"
)

// TestStyle makes sure that colour is for terminals only, and for those who
// want it.
func TestStyle(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	t.Setenv("COLUMNS", "")
	if (&common{}).style(&bytes.Buffer{}).Color {
		t.Error("colour in what is no terminal")
	}
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no terminal to be had:", err)
	}
	defer terminal.Close()
	if style := (&common{}).style(terminal); !style.Color || style.Width != 80 {
		t.Errorf("on a terminal: %+v", style)
	}
	if (&common{NoColor: true}).style(terminal).Color {
		t.Error("colour in spite of --no-color")
	}
	t.Setenv("COLUMNS", "1000")
	if width := (&common{}).style(terminal).Width; width > 120 {
		t.Errorf("%d columns", width)
	}
	t.Setenv("NO_COLOR", "1")
	if (&common{}).style(terminal).Color {
		t.Error("colour in spite of NO_COLOR")
	}
}
