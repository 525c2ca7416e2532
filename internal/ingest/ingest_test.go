package ingest

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// pile writes files into a new folder and makes it the working directory.
func pile(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// read gives the captures as "input media text" and the ledger as "input
// outcome reason", a line each.
func read(t *testing.T, o Options, inputs ...string) string {
	t.Helper()
	captures, ledger, err := Read(context.Background(), inputs, o)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, c := range captures {
		fmt.Fprintf(&b, "%s %s %q\n", c.Input, c.Media, c.Data)
	}
	for _, row := range ledger {
		fmt.Fprintf(&b, "%s %s: %s\n", row.Input, row.Outcome, row.Reason)
	}
	return b.String()
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if diff := cmp.Diff(strings.TrimLeft(want, "\n"), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFolder(t *testing.T) {
	pile(t, map[string]string{
		"pile/b.txt": "B", "pile/a.html": "<p>A", "pile/sub/c.HTM": "<p>C", "pile/notes.md": "N",
		"pile/.hidden.txt": "H",
		"pile/.git/x.txt":  "X", "pile/empty.txt": " \n", "pile/zero.txt": "", "pile/bin.txt": "a\x00b",
		"pile/z.txt": "B", "pile/big.txt": "123456789",
		"pile/wide.txt": "\xff\xfea\x00", "pile/doc.txt": "%PDF-1.7",
	})
	if err := os.Symlink("..", "pile/sub/loop"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", "pile/gone.txt"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("self.txt", "pile/self.txt"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(".", "pile/dir.txt"); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo("pile/pipe.txt", 0o644); err != nil {
		t.Fatal(err)
	}
	want := `
pile/a.html text/html "<p>A"
pile/b.txt text/plain "B"
pile/sub/c.HTM text/html "<p>C"
pile/wide.txt text/plain "\xff\xfea\x00"
pile/.git skipped: hidden: the name starts with a dot
pile/.hidden.txt skipped: hidden: the name starts with a dot
pile/big.txt failed: larger than the limit of 8 bytes; raise it with --max-bytes
pile/bin.txt failed: a binary file: not text
pile/dir.txt skipped: link to a folder: not followed
pile/doc.txt failed: a PDF file in which no page is found
pile/empty.txt failed: empty
pile/gone.txt failed: no such file or directory
pile/notes.md skipped: unknown extension: by its name no page, text, table, book or archive
pile/pipe.txt failed: not a regular file
pile/self.txt failed: too many levels of symbolic links
pile/sub/loop skipped: unknown extension: by its name no page, text, table, book or archive
pile/z.txt skipped: same content as pile/b.txt
pile/zero.txt failed: empty
`
	expect(t, read(t, Options{MaxBytes: 8}, "pile"), want)
	expect(t, read(t, Options{MaxBytes: 8, Jobs: 7}, "./pile/"), want)
}

func TestNamedTwice(t *testing.T) {
	pile(t, map[string]string{"pile/a.txt": "A", "pile/b.txt": "B"})
	want := `
pile/a.txt text/plain "A"
pile/b.txt text/plain "B"
pile/a.txt skipped: named twice
`
	expect(t, read(t, Options{}, "pile", "pile/a.txt"), want)
	expect(t, read(t, Options{}, "./pile/a.txt", "pile"), want)
}

func TestMissing(t *testing.T) {
	pile(t, map[string]string{"a.txt": "A"})
	_, _, err := Read(context.Background(), []string{"a.txt", "no/such.txt"}, Options{})
	var missing *MissingError
	if !errors.As(err, &missing) || missing.Input != "no/such.txt" {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Read(ctx, []string{"a.txt"}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestRecords(t *testing.T) {
	pile(t, map[string]string{
		"r.jsonl": `{"id":"x","text":"One","title":"T","byline":"Ana"}
not json

{"text":"Two"}
{"id":7,"html":"<p>Three"}
{"id":"x","text":"Four"}
{"id":"n"}
{"text":5,"byline":{}}
{"id":"y","text":"One","title":"T","byline":["Ana"]}
{"id":"long","text":"` + strings.Repeat("l", 100) + `"}
{"text":"Last"}`,
		"one.json":   "{\n \"text\": \"Alone\"\n}",
		"list.json":  `[{"text":"L1"}, {"id":"b","text":"L2"}, 3]`,
		"lines.json": "{\"text\":\"J1\"}\n{\"text\":\"J2\"}\n",
		"bad.json":   `{"text":`,
		"void.jsonl": "\n",
	})
	expect(t, read(t, Options{MaxBytes: 90}, "r.jsonl", "one.json", "list.json", "lines.json", "bad.json", "void.jsonl"), `
lines.json#1 text/plain "J1"
lines.json#2 text/plain "J2"
list.json#1 text/plain "L1"
list.json#b text/plain "L2"
one.json text/plain "Alone"
r.jsonl#11 text/plain "Last"
r.jsonl#4 text/plain "Two"
r.jsonl#7 text/html "<p>Three"
r.jsonl#8 text/plain "5"
r.jsonl#x text/plain "One"
r.jsonl#x#6 text/plain "Four"
bad.json failed: not a record: unexpected end of JSON input
list.json#3 failed: not a record: an object is needed
r.jsonl#10 failed: line larger than the limit of 90 bytes; raise it with --max-bytes
r.jsonl#2 failed: not a record: invalid character 'o' in literal null (expecting 'u')
r.jsonl#n failed: neither text nor html
r.jsonl#y skipped: same content as r.jsonl#x
void.jsonl failed: empty
`)
}

// TestMarkupAndWide has the text of a record that is a stretch of a page, and texts
// in UTF-16 without a mark.
func TestMarkupAndWide(t *testing.T) {
	wide := func(order binary.AppendByteOrder, text string) string {
		var b []byte
		for _, r := range text {
			b = order.AppendUint16(b, uint16(r))
		}
		return string(b)
	}
	pile(t, map[string]string{
		"feed.jsonl": `{"id":"a","text":"<p>The ferry stopped.</p>"}
{"id":"b","text":"<The ferry> stopped, and <p> is a tag."}`,
		"big.txt":    wide(binary.BigEndian, "The ferry was halted at noon."),
		"little.txt": wide(binary.LittleEndian, "The f\u00e4hre stopped."),
		"little.htm": wide(binary.LittleEndian, "<p>The ferry was halted."),
		"samples":    wide(binary.LittleEndian, "\x01\x02\x03 samples of some sound"),
		"short.txt":  "a\x00b\x00",
	})
	expect(t, read(t, Options{}, "feed.jsonl", "big.txt", "little.txt", "little.htm", "samples", "short.txt"), `
big.txt text/plain "The ferry was halted at noon."
feed.jsonl#a text/html "<p>The ferry stopped.</p>"
feed.jsonl#b text/plain "<The ferry> stopped, and <p> is a tag."
little.htm text/html "<p>The ferry was halted."
little.txt text/plain "The fähre stopped."
samples failed: a binary file: not text
short.txt failed: a binary file: not text
`)
}

func TestRecordFields(t *testing.T) {
	in := `{"id":"x","text":"T","url":"u","outlet":"o","title":"t","byline":["a","b"],"published":"2024-05-07","updated":null,"language":"en","other":[1]}`
	captures, _, err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(in)})
	if err != nil || len(captures) != 1 {
		t.Fatal(captures, err)
	}
	want := &stemma.Record{ID: "x", URL: "u", Outlet: "o", Title: "t", Byline: []string{"a", "b"},
		Published: "2024-05-07", Language: "en"}
	if diff := cmp.Diff(want,
		captures[0].Record); diff != "" || captures[0].Input != "-#x" || captures[0].SHA256 != digest([]byte(in)) {
		t.Errorf("%s %s\n%s", captures[0].Input, captures[0].SHA256, diff)
	}
}

func TestStdin(t *testing.T) {
	for in, want := range map[string]string{
		"Plain words.":                       "- text/plain \"Plain words.\"\n",
		" <!doctype html><p>x":               "- text/html \" <!doctype html><p>x\"\n",
		"{\"text\":\"a\"}\n{\"text\":\"b\"}": "-#1 text/plain \"a\"\n-#2 text/plain \"b\"\n",
		"[{\"text\":\"a\"}]":                 "-#1 text/plain \"a\"\n",
		"[Editor's note] Words.":             "- text/plain \"[Editor's note] Words.\"\n",
		"{\n  \"text\": \"a\"\n}":            "- text/plain \"a\"\n",
		"":                                   "- failed: empty\n",
		"\x1f\x8b\x08": "- failed: cannot be unpacked: the archive is cut short: what was " +
			"whole in it is read\n",
	} {
		expect(t, read(t, Options{Stdin: strings.NewReader(in)}, "-"), want)
	}
	expect(t, read(t, Options{Stdin: strings.NewReader("x")}, "-", "-"), "- text/plain \"x\"\n- skipped: named twice\n")
}

func FuzzRecords(f *testing.F) {
	f.Add([]byte(`{"id":"x","text":"One"}` + "\n" + `{"id":"x","html":"<p>"}` + "\n[" + "\n\xff\xfe"))
	f.Add([]byte(`[{"text":"a"},{"byline":[1]},`))
	f.Add([]byte(`[{"text":"a ] \" ,"},{"byline":[1,{}]},,{"text":"b"}, ]` + "                              "))
	f.Fuzz(func(t *testing.T, data []byte) {
		t.Chdir(t.TempDir())
		for _, name := range []string{"f.jsonl", "f.json", "f"} {
			if err := os.WriteFile(name, data, 0o644); err != nil {
				t.Fatal(err)
			}
			done := time.AfterFunc(10*time.Second, func() { panic("does not end") })
			captures, ledger, err := Read(context.Background(), []string{name}, Options{MaxBytes: 64})
			done.Stop()
			if err != nil || len(captures)+len(ledger) == 0 {
				t.Fatalf("no capture and no row for %q: %v", data, err)
			}
			for _, c := range captures {
				if len(c.SHA256) != 64 || len(c.Data) == 0 {
					t.Fatalf("capture %+v", c)
				}
			}
		}
	})
}

func TestMake(t *testing.T) {
	pile(t, map[string]string{"a.txt": "The gate was shut.", "b.txt": "The gate was shut.",
		"c.txt": "The weir was mended."})
	upper := func(c stemma.Capture) string { return strings.ToUpper(string(c.Data)) }
	made, ledger, err := Make(context.Background(), []string{"."}, Options{Jobs: 2}, upper)
	if err != nil || len(made) != 2 || len(ledger) != 1 || ledger[0].Twin != made[0].Input {
		t.Fatalf("%v, %d captures, ledger %v", err, len(made), ledger)
	}
	for i, want := range []string{"THE GATE WAS SHUT.", "THE WEIR WAS MENDED."} {
		if made[i].Value != want || made[i].Data != nil || made[i].SHA256 == "" {
			t.Errorf("%d: %+v", i, made[i])
		}
	}
}
