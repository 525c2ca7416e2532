package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// speedSample is how many bytes of text the speed is measured on.
const speedSample = 16 << 20

// timeQuotes times the whole quotes command, reading and writing included, on
// one core over the first articles of the file, and says megabytes of text a
// second. The number is the machine's as well as the program's, so that it
// goes to w and not among the scores.
func timeQuotes(w io.Writer, binary, file string) error {
	var records []record
	size := 0
	err := eachLine(file, func(line []byte) error {
		var d annotated
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		records = append(records, record{ID: d.ID, Text: d.Text, Title: d.Title, Outlet: d.Outlet})
		if size += len(d.Text); size >= speedSample {
			return io.EOF
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(w, "skipped:", file, "not found")
		return nil
	}
	if err != nil {
		return err
	}
	found, took, err := quotes(binary, records, "GOMAXPROCS=1")
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "speed: %d articles, %.1f MB of text, %d attributions in %.2f s on one core: %.1f MB/s\n",
		len(records), float64(size)/1e6, len(found.Attributions), took.Seconds(), float64(size)/1e6/took.Seconds())
	return nil
}
