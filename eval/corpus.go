package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/klauspost/compress/zstd"
)

// extent is a half-open range of bytes, written as a pair.
type extent [2]int

// annotated is a document of a corpus of attributions.
type annotated struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Outlet  string `json:"outlet"`
	Author  string `json:"author"`
	Date    string `json:"date"`
	Text    string `json:"text"`
	Wire    string `json:"wire"` // the agency that it is from
	Credits []mark `json:"attributions"`
	Quotes  []struct {
		Type    string   `json:"type"`
		Quote   []extent `json:"quote"`
		Speaker []extent `json:"speaker"`
		Cue     []extent `json:"cue"`
	} `json:"quotes"`
}

// mark is one attribution as people marked it.
type mark struct {
	Source  []extent `json:"source"`
	Cue     []extent `json:"cue"`
	Content []extent `json:"content"`
}

// maxLine bounds a line of a corpus, in bytes.
const maxLine = 1 << 24

// readCorpus reads JSON Lines packed with zstd. German quotations become
// marks: quote is content, speaker is source.
func readCorpus(file string) ([]annotated, error) {
	var all []annotated
	err := eachLine(file, func(line []byte) error {
		var d annotated
		if err := json.Unmarshal(line, &d); err != nil {
			return err
		}
		for _, q := range d.Quotes {
			if len(q.Quote) > 0 {
				d.Credits = append(d.Credits, mark{q.Speaker, q.Cue, q.Quote})
			}
		}
		for _, c := range d.Credits {
			if err := inside(c, len(d.Text)); err != nil {
				return fmt.Errorf("%s: %w", d.ID, err)
			}
		}
		all = append(all, d)
		return nil
	})
	return all, err
}

func inside(c mark, size int) error {
	for _, spans := range [][]extent{c.Source, c.Cue, c.Content} {
		for _, s := range spans {
			if s[0] < 0 || s[1] < s[0] || s[1] > size {
				return fmt.Errorf("span %v outside a text of %d bytes", s, size)
			}
		}
	}
	return nil
}

// eachLine unpacks a zstd file and hands over its lines, which are good until
// the next one. It stops at the first error; io.EOF from do ends it early
// without one.
func eachLine(file string, do func(line []byte) error) error {
	packed, err := os.Open(file)
	if err != nil {
		return err
	}
	defer packed.Close()
	plain, err := zstd.NewReader(packed)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	defer plain.Close()
	lines := bufio.NewScanner(plain)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		if err := do(lines.Bytes()); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return lines.Err()
}
