package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// cut cuts the pile into the reports that the case has at first, and parts.
func (o options) cut(folder string) (first string, parts []string, err error) {
	f, err := os.Open(o.pile)
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(o.pile, ".zst") {
		unpacked, err := zstd.NewReader(f)
		if err != nil {
			return "", nil, err
		}
		defer unpacked.Close()
		in = unpacked
	}
	lines := bufio.NewReader(in)
	first = filepath.Join(folder, "first.jsonl")
	if err := copyLines(first, lines, o.before); err != nil {
		return "", nil, err
	}
	for left := o.add; left > 0; left -= o.part {
		part := filepath.Join(folder, fmt.Sprintf("part-%d.jsonl", len(parts)))
		if err := copyLines(part, lines, min(o.part, left)); err != nil {
			return "", nil, err
		}
		parts = append(parts, part)
	}
	return first, parts, nil
}

// copyLines writes the next lines into a file.
func copyLines(file string, lines *bufio.Reader, n int) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	for i := range n {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return fmt.Errorf("the pile ends %d reports too soon: %w", n-i, err)
		}
		if _, err := f.Write(line); err != nil {
			return err
		}
	}
	return f.Close()
}
