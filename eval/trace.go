package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"stemma"
)

// tracer returns a function that traces a folder by running the stemma
// binary, built here when no path is given, and one that cleans up; path is
// where the binary is.
func tracer(binary string) (path string, trace func(dir string) (*stemma.Dossier, error), done func(), err error) {
	done = func() {}
	if binary == "" {
		folder, err := os.MkdirTemp("", "stemma-eval-")
		if err != nil {
			return "", nil, nil, err
		}
		done = func() { os.RemoveAll(folder) }
		binary = filepath.Join(folder, "stemma")
		if out, err := exec.Command("go", "build", "-o", binary, "./cmd/stemma").CombinedOutput(); err != nil {
			done()
			return "", nil, nil, fmt.Errorf("build: %w\n%s", err, out)
		}
	}
	return binary, func(dir string) (*stemma.Dossier, error) { return traceWith(binary, dir) }, done, nil
}

// someUnread is the exit code of a run that finished without some inputs.
const someUnread = 3

func traceWith(binary, dir string) (*stemma.Dossier, error) {
	var stdout, stderr bytes.Buffer
	command := exec.Command(binary, "trace", dir, "--json", "-", "--quiet")
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == someUnread {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("trace %s: %w: %s", dir, err, bytes.TrimSpace(stderr.Bytes()))
	}
	return decode(stdout.Bytes())
}

// decode reads a dossier from its JSON form. Of the reports it keeps what
// scoring needs: id, input and text.
func decode(data []byte) (*stemma.Dossier, error) {
	type bare stemma.Dossier
	var written struct {
		bare
		Reports []struct {
			ID, Input, Text, Title string
			Segments               []stemma.Segment
		} `json:"reports"`
	}
	if err := json.Unmarshal(data, &written); err != nil {
		return nil, fmt.Errorf("dossier: %w", err)
	}
	d := stemma.Dossier(written.bare)
	d.Reports = nil
	for _, r := range written.Reports {
		d.Reports = append(d.Reports, stemma.Report{ID: r.ID, Input: r.Input, Text: r.Text, Title: r.Title, Segments: r.Segments})
	}
	return &d, nil
}
