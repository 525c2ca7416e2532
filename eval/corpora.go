package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// corpora scores the quotes command on the corpora of attributions. A corpus
// that is missing is said to be skipped, on its row and on standard error.
func (o *options) corpora(board *scoreboard, binary string) error {
	for _, c := range []struct {
		name, language string
		score          func(*scores, []sheet)
	}{
		{"polnear", "en", o.polnear},
		{"german-wikinews", "de", o.wikinews},
	} {
		name := c.name + "-" + o.split
		if o.only != "" && o.only != c.name {
			continue
		}
		file := filepath.Join(o.shared, "data", "attribution", name+".jsonl.zst")
		docs, err := readCorpus(file)
		if errors.Is(err, fs.ErrNotExist) {
			board.note(attributionRows + name + "/skipped: " + file + " not found")
			fmt.Fprintln(os.Stderr, "skipped:", file, "not found")
			continue
		}
		if err != nil {
			return err
		}
		all, err := readSheets(binary, docs, c.language)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		c.score(board.under(attributionRows+name), all)
	}
	if o.speed {
		return timeQuotes(os.Stderr, binary, filepath.Join(o.shared, "data", "news", "allsides.jsonl.zst"))
	}
	return nil
}

// readSheets has the binary read the documents.
func readSheets(binary string, docs []annotated, language string) ([]sheet, error) {
	var records []record
	for _, d := range docs {
		records = append(records, recordOf(d, language))
	}
	d, _, err := quotes(binary, records)
	if err != nil {
		return nil, err
	}
	reports, err := byRecord(d, records)
	if err != nil {
		return nil, err
	}
	return sheets(docs, d, reports), nil
}

// polnear scores English news about politics.
func (o *options) polnear(s *scores, all []sheet) {
	scoreRoles(s, all)
	scoreDirect(s, all)
	scoreMedia(s, all)
	scoreWires(s, all)
	if o.misses {
		countMisses(os.Stderr, all, o.verbose)
	}
}

// wikinews scores German news.
func (o *options) wikinews(s *scores, all []sheet) {
	scoreRoles(s, all)
	scoreSpeakers(s, all)
	if o.misses {
		countMisses(os.Stderr, all, o.verbose)
	}
}
