package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// exported writes every export of the demo story into a folder.
func exported(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	for _, args := range [][]string{
		{"demo", "--json", in("d.json"), "-q"},
		{"export", in("d.json"), "--csv", in("csv"), "--graphml", in("t.graphml"), "--dot", in("t.dot"), "--svg",
			in("t.svg"), "--png", in("t.png"),
			"--tei", in("t.xml"), "--prov", in("p.json"), "--annotations", in("a.json"), "--brief", in("b.md")},
	} {
		var out, err bytes.Buffer
		if code := run(args, streams{in: bytes.NewReader(nil), out: &out, err: &err}); code != 0 {
			t.Fatalf("%v: %d: %s", args, code, err.String())
		}
	}
	return folder
}

// TestExportsOpen opens every export with the program that it is made for.
// "make export-tools" installs them and runs it.
func TestExportsOpen(t *testing.T) {
	python := os.Getenv("STEMMA_EXPORT_PYTHON")
	if python == "" {
		t.Skip("STEMMA_EXPORT_PYTHON names no python with the libraries; make export-tools installs them")
	}
	out, err := exec.Command(python, "testdata/tools/open.py", exported(t)).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}
