package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stemma/internal/fetch"
	"stemma/internal/ingest"
)

// opening reads an archive in a peer, checks its digests, and prints the type of
// each record and the length of each page.
const opening = `
import sys
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from fastwarc.warc import ArchiveIterator as Fast, WarcRecordType as T
with open(sys.argv[1], "rb") as f:
    for r in ArchiveIterator(f, check_digests="raise"):
        print("warcio", r.rec_type, len(r.content_stream().read()) if r.rec_type == "response" else "")
with open(sys.argv[1], "rb") as f:
    for r in Fast(f, auto_decode="all"):
        kind = "response" if r.record_type == T.response else "revisit" if r.record_type == T.revisit else "other"
        print("fastwarc", kind, len(r.reader.read()) if kind == "response" else "")
`

const page = "<!doctype html><title>Pier shut</title><p>The pier is shut, she said.</p>"

// saved is an archive with a page and a repetition of it, as "stemma fetch" keeps
// them.
func saved(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, page)
	}))
	defer server.Close()
	o := fetch.Options{AllowPrivate: true, Delay: time.Millisecond, Now: time.Now}
	var archive bytes.Buffer
	var known fetch.Known
	for range 2 {
		if _, err := fetch.Fetch(context.Background(), []string{server.URL + "/a"}, known, &archive, o); err != nil {
			t.Fatal(err)
		}
		known = fetch.ReadKnown(bytes.NewReader(archive.Bytes()))
	}
	file := filepath.Join(t.TempDir(), "case.warc.gz")
	if err := os.WriteFile(file, archive.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestPeersRead: what "stemma fetch" keeps opens in warcio and FastWARC, and they
// see in it what ingest sees.
func TestPeersRead(t *testing.T) {
	python := os.Getenv("STEMMA_PEERS")
	if python == "" {
		t.Skip("skipped: STEMMA_PEERS is not the python of a folder with warcio and fastwarc; peers.sh makes one")
	}
	file := saved(t)
	out, err := exec.Command(python, "-c", opening, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, peer := range []string{"warcio", "fastwarc"} {
		want := fmt.Sprintf("%s response %d", peer, len(page))
		if !strings.Contains(string(out), want) || !strings.Contains(string(out), peer+" revisit") {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	captures, _, err := ingest.Read(context.Background(), []string{file}, ingest.Options{})
	if err != nil || len(captures) != 1 || string(captures[0].Data) != page {
		t.Errorf("%v %v", captures, err)
	}
}

// TestPeersJwarc: it opens in jwarc too, which finds nothing wrong with it.
func TestPeersJwarc(t *testing.T) {
	jar := os.Getenv("STEMMA_JWARC")
	if jar == "" {
		t.Skip("skipped: STEMMA_JWARC is not the jar of jwarc; peers.sh gets it")
	}
	file := saved(t)
	jwarc := func(command string) (string, error) {
		out, err := exec.Command("java", "-jar", jar, command, file).CombinedOutput()
		return string(out), err
	}
	if out, err := jwarc("validate"); err != nil || strings.TrimSpace(out) != "" {
		t.Errorf("%v: %s", err, out)
	}
	out, err := jwarc("ls")
	if err != nil || !strings.Contains(out, " response   200 ") || !strings.Contains(out, " revisit ") {
		t.Errorf("%v: %s", err, out)
	}
}
