package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// pair is two texts with what a reader said of them.
type pair struct {
	set   string  // the set, with its part: "sts 2014 headlines"
	group string  // pairs of one group stay together where a set is parted
	a, b  string  // a bears out
	label float64 // 0..1
}

// row is a line of any of the sets.
type row struct {
	ID, Doc, Of, Set, Origin, Kind, A, B      string
	Source, Retelling, Claim, Label, Original string
	Changed, RetellingTrue, RetellingFalse    string
	Year                                      json.RawMessage
	Run, Level                                int
	Score, Annotators, Hallucinated           float64
	Same, Reworded, Unchanged                 bool
	Evidence, ErrorSpans                      []json.RawMessage
}

// set is a file of pairs and how its rows are read.
type set struct {
	file     string
	language string // of its texts; "" for English
	read     func(row) []pair
}

// closeSets are those that closeness and sameness are fitted on.
func closeSets() []set {
	return []set{
		{"claims/sts", "", func(r row) []pair { return one("sts "+year(r)+" "+r.Set, r.ID, r.A, r.B, r.Score/5) }},
		{"claims/msrp-train", "", func(r row) []pair { return one("msrp", r.ID, r.A, r.B, truth(r.Same)) }},
		{"reuse/pan-paraphrase-train", "", func(r row) []pair { return one("pan", r.ID, r.A, r.B, truth(r.Reworded)) }},
		{"claims/sts-de-headlines", "de", func(r row) []pair {
			return one("sts-de "+year(r), r.ID, r.A, r.B, r.Score/5)
		}},
		{"claims/sts2017-es", "es", func(r row) []pair { return one("sts-es", r.ID, r.A, r.B, r.Score/5) }},
	}
}

// supportSets are those that support is fitted on.
func supportSets() []set {
	return []set{
		{"drift/cliff-val", "", func(r row) []pair {
			return one("cliff "+r.Origin, r.Doc, r.Source, r.Retelling, truth(r.Label == "1"))
		}},
		{"drift/xsum-spans-dev", "", func(r row) []pair {
			return one("xsum-spans", r.Doc, r.Source, r.Retelling, 1-r.Hallucinated/r.Annotators)
		}},
		{"drift/goyal21", "", goyal},
		{"drift/wice-oracle-dev", "", func(r row) []pair {
			return one("wice", r.Of, joined(r.Evidence), r.Claim, truth(r.Label == "supported"))
		}},
		{"drift/fakesumm", "", func(r row) []pair {
			right, wrong := r.RetellingTrue, r.RetellingFalse
			return []pair{{"fakesumm", r.ID, r.Source, right, 1}, {"fakesumm", r.ID, r.Source, wrong, 0}}
		}},
	}
}

// goyal keeps the retellings of XSum: of the other ones two in fifty are right.
func goyal(r row) []pair {
	if r.Origin != "xsum" {
		return nil
	}
	return one("goyal21", r.Doc, r.Source, r.Retelling, truth(len(r.ErrorSpans) == 0))
}

func one(set, group, a, b string, label float64) []pair { return []pair{{set, group, a, b, label}} }

func truth(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// year is a number in some sets and a word in others.
func year(r row) string { return strings.Trim(string(r.Year), `"`) }

func joined(sentences []json.RawMessage) string {
	var all []string
	for _, raw := range sentences {
		var s string
		if json.Unmarshal(raw, &s) == nil {
			all = append(all, s)
		}
	}
	return strings.Join(all, " ")
}

// pairs reads a set; a file that is not there has none, which is said.
func (s set) pairs(data string, notes io.Writer) ([]pair, error) {
	file := filepath.Join(data, s.file+".jsonl.zst")
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(notes, "skipped:", file, "not found")
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := zstd.NewReader(f)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	var found []pair
	lines := bufio.NewReader(z)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			r, err := readRow(line)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, n, err)
			}
			found = append(found, s.read(r)...)
		}
		if err == io.EOF {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// readRow reads a line. Labels are words in some sets and numbers in others, and
// keys are written with underscores.
func readRow(line []byte) (row, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		return row{}, err
	}
	plain := map[string]json.RawMessage{}
	for key, value := range fields {
		plain[strings.ReplaceAll(key, "_", "")] = value
	}
	if label := string(plain["label"]); label != "" && label[0] != '"' {
		plain["label"] = json.RawMessage(`"` + label + `"`)
	}
	if evidence := plain["evidence"]; len(evidence) > 0 && evidence[0] == '"' {
		plain["evidence"] = json.RawMessage("[" + string(evidence) + "]")
	}
	whole, err := json.Marshal(plain)
	if err != nil {
		return row{}, err
	}
	var r row
	return r, json.Unmarshal(whole, &r)
}
