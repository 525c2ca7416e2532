package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// judge is a scorer that lies beside the gold, in shared/score: a Python
// program that runs the stemma binary and writes its figures as JSON. What it
// measures, its own documentation defines; here its figures are put on record
// with the others.
type judge struct {
	name, script string
	args         []string // a path is taken from the shared folder
}

// judges are run in this order; those of a pile only where the pile is there.
func judges() []judge {
	all := []judge{{"real", "score_real.py", []string{"stories/real"}}}
	for _, pile := range []string{"dam", "ferry", "trial", "levy"} {
		all = append(all, judge{pile + "/judged", "score_trace.py", []string{"stories/" + pile}})
	}
	return append(all, judge{"failing", "score_failing.py", nil}, judge{"pages", "score_pages.py", []string{"--split",
		"dev"}})
}

// unstable are figures of the machine, which do not belong on record.
var unstable = []string{"seconds", "mb"}

// judged runs every judge that can be run. One that cannot is a row that says
// so: a missing scorer must not pass for a good score.
func (o *options) judged(board *scoreboard, binary string) error {
	python, err := exec.LookPath("python3")
	if err != nil {
		board.note("skipped: the judges need python3")
		return nil
	}
	for _, j := range judges() {
		script := filepath.Join(o.shared, "score", j.script)
		if _, err := os.Stat(script); err != nil {
			board.note("skipped: " + j.name + ": " + script + " not found")
			continue
		}
		figures, err := o.run(python, script, binary, j.args)
		if err != nil {
			return fmt.Errorf("%s: %w", j.name, err)
		}
		rows(board.under(j.name), "", figures)
	}
	return nil
}

func (o *options) run(python, script, binary string, args []string) (map[string]any, error) {
	words := []string{script, "--json"}
	for _, a := range args {
		if strings.HasPrefix(a, "stories/") {
			a = filepath.Join(o.shared, a)
		}
		words = append(words, a)
	}
	absolute, err := filepath.Abs(binary)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(python, words...)
	cmd.Env = append(os.Environ(), "STEMMA_BIN="+absolute)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	// The exit code says whether a bar was reached; here only figures count.
	failed := cmd.Run()
	var figures map[string]any
	read := json.NewDecoder(&out)
	read.UseNumber()
	if err := read.Decode(&figures); err != nil {
		return nil, fmt.Errorf("%s: no figures (%v): %.300s", filepath.Base(script), failed, complaint.String())
	}
	return figures, nil
}

// rows writes nested figures as rows, in the order of their names.
func rows(s *scores, prefix string, figures map[string]any) {
	names := make([]string, 0, len(figures))
	for name := range figures {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if prefix == "" && slices.Contains(unstable, name) {
			continue
		}
		switch v := figures[name].(type) {
		case map[string]any:
			rows(s, prefix+name+".", v)
		case json.Number:
			s.board.note(s.pile + "/" + prefix + name + " " + figure(v))
		case bool:
			s.board.note(s.pile + "/" + prefix + name + " " + strconv.FormatBool(v))
		}
	}
}

// figure writes a count as it is and a share with three digits.
func figure(v json.Number) string {
	share, err := v.Float64()
	if _, whole := v.Int64(); whole == nil || err != nil {
		return v.String()
	}
	return strconv.FormatFloat(share, 'f', 3, 64)
}
