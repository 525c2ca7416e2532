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

// TestPeersRead: what "stemma fetch" keeps opens in warcio and FastWARC, and they
// see in it what ingest sees.
func TestPeersRead(t *testing.T) {
	python := os.Getenv("STEMMA_PEERS")
	if python == "" {
		t.Skip("skipped: STEMMA_PEERS is not the python of a folder with warcio and fastwarc; compare.py --venv makes one")
	}
	const page = "<!doctype html><title>Pier shut</title><p>The pier is shut, she said.</p>"
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
