package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"stemma"
)

// stemmaBinary returns the path of the stemma binary, built here when none is
// given, and a function that cleans up.
func stemmaBinary(given string) (binary string, done func(), err error) {
	done = func() {}
	if given != "" {
		return given, done, nil
	}
	folder, err := os.MkdirTemp("", "stemma-eval-")
	if err != nil {
		return "", nil, err
	}
	done = func() { os.RemoveAll(folder) }
	binary = filepath.Join(folder, "stemma")
	if out, err := exec.Command("go", "build", "-o", binary, "./cmd/stemma").CombinedOutput(); err != nil {
		done()
		return "", nil, fmt.Errorf("build: %w\n%s", err, out)
	}
	return binary, done, nil
}

// someUnread is the exit code of a run that finished without some inputs.
const someUnread = 3

func traceWith(binary, dir string) (*stemma.Dossier, error) {
	out, err := runStemma(binary, nil, nil, "trace", dir, "--json", "-", "--quiet")
	if err != nil {
		return nil, fmt.Errorf("trace %s: %w", dir, err)
	}
	return decode(out)
}

// runStemma runs the binary and returns what it wrote to standard output.
func runStemma(binary string, in io.Reader, environment []string, arguments ...string) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	command := exec.Command(binary, arguments...)
	command.Stdin, command.Stdout, command.Stderr = in, &stdout, &stderr
	command.Env = append(os.Environ(), environment...)
	err := command.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == someUnread {
		err = nil
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, bytes.TrimSpace(stderr.Bytes()))
	}
	return stdout.Bytes(), nil
}

// decode reads a dossier from its JSON form. Of the reports it keeps what
// scoring needs:
// id, input, text, segments and credits.
func decode(data []byte) (*stemma.Dossier, error) {
	type bare stemma.Dossier
	var written struct {
		bare
		Reports []struct {
			ID, Input, Text, Title string
			Segments               []stemma.Segment
			Credits                []stemma.Credit
		} `json:"reports"`
	}
	if err := json.Unmarshal(data, &written); err != nil {
		return nil, fmt.Errorf("dossier: %w", err)
	}
	d := stemma.Dossier(written.bare)
	d.Reports = nil
	for _, r := range written.Reports {
		d.Reports = append(d.Reports, stemma.Report{ID: r.ID, Input: r.Input, Text: r.Text, Title: r.Title,
			Segments: r.Segments, Credits: r.Credits})
	}
	return &d, nil
}
