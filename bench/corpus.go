package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/klauspost/compress/zstd"

	"stemma/internal/pipeline"
)

// report is a record of the shared corpora.
type report struct {
	ID     string `json:"id"`
	Outlet string `json:"outlet"`
	Date   string `json:"date"`
	Text   string `json:"text"`
}

// record is a report as stemma reads it.
type record struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet,omitempty"`
	Published string `json:"published,omitempty"`
	Text      string `json:"text"`
}

// maxLine bounds a line of a corpus, in bytes.
const maxLine = 1 << 24

// readNews gives the reports with a text of one of the shared news corpora, by the keys of
// their outlets, some of which go by several names.
func readNews(shared, name string) ([]report, error) {
	tongues, err := pipeline.NewTongues()
	if err != nil {
		return nil, err
	}
	var all []report
	err = eachLine(filepath.Join(shared, "data", "news", name+".jsonl.zst"), func(line []byte) error {
		var r report
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		if r.Text != "" {
			r.Outlet = tongues.OutletKey(r.Outlet)
			all = append(all, r)
		}
		return nil
	})
	return all, err
}

// eachLine unpacks a zstd file and hands over its lines, which are good until
// the next one. It stops at the first error.
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
		if err := do(lines.Bytes()); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return lines.Err()
}

// size is the bytes of all texts.
func size(all []report) int64 {
	var n int64
	for i := range all {
		n += int64(len(all[i].Text))
	}
	return n
}

// writeCorpus writes reports as JSON Lines.
func writeCorpus(file string, all []report) error {
	_, err := grow(file, all, 0, nil)
	return err
}

// grow writes the reports as JSON Lines, then copies of them that again makes,
// numbered from 1, until there are at least so many bytes of text. It gives
// the bytes of text.
func grow(file string, all []report, least int64, again func(r *record, copy int)) (int64, error) {
	f, err := os.Create(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<20)
	written, err := growTo(json.NewEncoder(out), all, least, again)
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = f.Close()
	}
	return written, err
}

func growTo(out *json.Encoder, all []report, least int64, again func(r *record, copy int)) (written int64, err error) {
	out.SetEscapeHTML(false)
	for copy := 0; copy == 0 || written < least; copy++ {
		for i := range all {
			if copy > 0 && written >= least {
				break
			}
			r := record{all[i].ID, all[i].Outlet, all[i].Date, all[i].Text}
			if copy > 0 {
				r.ID += "/" + strconv.Itoa(copy)
				again(&r, copy)
			}
			if err := out.Encode(r); err != nil {
				return written, err
			}
			written += int64(len(r.Text))
		}
		if len(all) == 0 {
			return 0, io.ErrUnexpectedEOF
		}
	}
	return written, nil
}
