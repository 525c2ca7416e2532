package pipeline

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"stemma"
	"stemma/internal/ingest"
)

// bridge is an article in plain ASCII.
const bridge = "Iron bridge shut\nSelmouth Bell\n4 May 2021\n\n" +
	"The council of Selmouth shut the iron bridge on Monday after forty bolts were found missing.\n\n" +
	"\"It is not safe,\" said Ada Wren, the town engineer.\n"

// tooLong is the size from which on an input is refused in these tests.
const tooLong = 2 << 20

// badFiles are inputs that are hard to read, or cannot be.
func badFiles() map[string]string {
	return map[string]string{
		"empty.txt":     "",
		"blank.html":    " \n\t\n",
		"binary.txt":    "\x00\x01\x02\x03ELF\x00\x00\xff\xfe\x00",
		"pdf.txt":       "%PDF-1.7\n1 0 obj",
		"noarticle.htm": "<html><head><title>x</title></head><body><nav><a href=/>Home</a></nav></body></html>",
		"deep.html": "<html><body><h1>Deep</h1>" + strings.Repeat("<div>",
			100000) + "<p>The bridge is shut.</p>" + strings.Repeat("</div>", 100000) + "</body></html>",
		"huge.txt": strings.Repeat("word ", tooLong/5+1),
		"latin1.txt": "Br\xfccke gesperrt\n\nThe caf\xe9 owner Zo\xeb Br\xf4d said that the bridge was shut on " +
			"Monday. \"It is not safe,\" she said.",
		"utf16.txt":   utf16LE(bridge + "Nobody was hurt."),
		"bom.txt":     "\xef\xbb\xbf" + bridge,
		"twin-1.txt":  bridge + "The ferry runs.\n",
		"twin-2.txt":  bridge + "The ferry runs.\n",
		"nospace.txt": strings.Repeat("a", 100000),
		"caps.txt":    strings.ToUpper(bridge),
	}
}

// utf16LE is a text in UTF-16 with a byte-order mark, little end first.
func utf16LE(s string) string {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return string(b)
}

// TestBadInput says what becomes of every bad file when it is in a pile.
func TestBadInput(t *testing.T) {
	want := map[string]string{
		"empty.txt":     "failed empty",
		"blank.html":    "failed empty",
		"binary.txt":    "failed binary",
		"pdf.txt":       "failed PDF",
		"noarticle.htm": "failed no article",
		"deep.html":     "failed nodes",
		"huge.txt":      "failed larger than the limit of 2 MiB; raise it with --max-bytes",
		"latin1.txt":    "read",
		"utf16.txt":     "read",
		"bom.txt":       "read",
		"twin-1.txt":    "read",
		"twin-2.txt":    "skipped same content as ",
		"nospace.txt":   "read",
		"caps.txt":      "read",
	}
	folder := lay(t, badFiles())
	d := within(t, time.Minute, func() (*stemma.Dossier, error) {
		return pipelineWith(t, Options{Jobs: 2, MaxBytes: tooLong}).Trace(context.Background(), []string{folder})
	})
	for _, row := range d.Ledger {
		outcome, reason, _ := strings.Cut(want[filepath.Base(row.Input)], " ")
		if string(row.Outcome) != outcome || !strings.Contains(row.Reason, reason) {
			t.Errorf("%s: %s %q, want %s %q", row.Input, row.Outcome, row.Reason, outcome, reason)
		}
	}
	if len(d.Ledger) != len(want) {
		t.Errorf("%d rows for %d files", len(d.Ledger), len(want))
	}
	checkTwins(t, d)
	checkDecoded(t, d)
}

// within fails when do takes longer than the bound, which is generous: it is
// there for what does not end.
func within(t *testing.T, bound time.Duration, do func() (*stemma.Dossier, error)) *stemma.Dossier {
	t.Helper()
	type result struct {
		d   *stemma.Dossier
		err error
	}
	done := make(chan result, 1)
	go func() {
		d, err := do()
		done <- result{d, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			t.Fatal(r.err)
		}
		return r.d
	case <-time.After(bound):
		t.Fatalf("not done in %s", bound)
		return nil
	}
}

// row gives the ledger row of the file with that name.
func row(t *testing.T, d *stemma.Dossier, name string) stemma.LedgerRow {
	t.Helper()
	for _, r := range d.Ledger {
		if filepath.Base(r.Input) == name {
			return r
		}
	}
	t.Fatalf("no row for %s", name)
	return stemma.LedgerRow{}
}

func checkTwins(t *testing.T, d *stemma.Dossier) {
	t.Helper()
	first, second := row(t, d, "twin-1.txt"), row(t, d, "twin-2.txt")
	if second.Report != first.Report || second.Reason != "same content as "+first.Input {
		t.Errorf("%+v is a twin of %+v", second, first)
	}
	for _, r := range d.Reports {
		if r.Input == second.Input {
			t.Errorf("a twin is a report of its own")
		}
	}
}

// checkDecoded makes sure that texts are UTF-8 whatever the file was.
func checkDecoded(t *testing.T, d *stemma.Dossier) {
	t.Helper()
	for name, words := range map[string]string{
		"latin1.txt": "café owner Zoë Brôd",
		"utf16.txt":  "forty bolts were found missing",
		"bom.txt":    "Iron bridge shut",
	} {
		r := d.Report(string(row(t, d, name).Report))
		if r == nil || !strings.Contains(r.Text, words) || strings.Contains(r.Text, "\ufeff") {
			t.Errorf("%s: no %q", name, words)
		}
	}
	if r := d.Report(string(row(t, d, "bom.txt").Report)); r != nil && r.Text != bridge {
		t.Errorf("bom.txt: the text is not the file without its mark: %q", r.Text)
	}
}

// TestOneReport traces piles of one file, which have one story each.
func TestOneReport(t *testing.T) {
	var quotes strings.Builder
	for i := range 10000 / slowness {
		fmt.Fprintf(&quotes, "\"We saw boat %d leave the quay before dawn,\" said Ada Wren.\n\n", i)
	}
	tests := []struct {
		name, file, data string
		bound            time.Duration
	}{
		{"one", "one.txt", bridge, time.Minute},
		{"caps", "caps.txt", strings.ToUpper(bridge), time.Minute},
		{"quotes", "quotes.txt", "Harbour talk\n\n" + quotes.String(), 2 * time.Minute},
		{"no space", "nospace.txt", strings.Repeat("a", 1000000/slowness), time.Minute},
		{"one line", "line.txt", strings.Repeat("The bridge is shut, and ", 500/slowness), time.Minute},
		{"marks", "marks.txt", strings.Repeat("\"'“‘(", 20000/slowness) + bridge, time.Minute},
		{"nested quotes", "nested.txt", strings.Repeat("Ada Wren said that ", 3000/slowness) + "the bridge is shut.",
			time.Minute},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder := lay(t, map[string]string{test.file: test.data})
			d := within(t, test.bound, func() (*stemma.Dossier, error) {
				return pipelineWith(t, Options{Jobs: 2}).Trace(context.Background(), []string{folder})
			})
			if len(d.Reports) != 1 || len(d.Stories) != 1 || len(d.Stories[0].Descents) != 0 {
				t.Fatalf("%d reports, stories %+v, ledger %+v", len(d.Reports), d.Stories, d.Ledger)
			}
			if d.Reports[0].Text != test.data {
				t.Error("the text is not the file's content")
			}
			for _, claim := range d.Stories[0].Claims {
				if claim.Origins.Max > 1 {
					t.Errorf("%+v of one report", claim.Origins)
				}
			}
		})
	}
}

func TestDateConflict(t *testing.T) {
	page := `<html><head><meta property="article:published_time" content="2021-05-04T08:00:00Z">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Iron bridge shut","datePublished":"2019-02-11T08:00:00Z"}</script></head>
<body><article><h1>Iron bridge shut</h1><p>The council of Selmouth shut the iron bridge on Monday after forty bolts were found missing.</p>
<p>"It is not safe," said Ada Wren, the town engineer, who had asked for repairs for years.</p></article></body></html>`
	d := trace(t, lay(t, map[string]string{"page.html": page}))
	if len(d.Stories) != 1 {
		t.Fatalf("ledger %+v", d.Ledger)
	}
	for _, w := range d.Stories[0].Warnings {
		if w.Kind == stemma.DateConflict {
			return
		}
	}
	t.Errorf("no warning of dates two years apart: %+v; dates %+v", d.Stories[0].Warnings, d.Reports[0].Dates)
}

func TestBadRecords(t *testing.T) {
	folder := lay(t, map[string]string{"r.jsonl": `{"id":"a","text":"The council shut the iron bridge on Monday."}
{"id":"b","text":
{"id":"c"}
{"id":"d","text":"The ferry runs every hour, Ada Wren said."}
`})
	d := trace(t, folder)
	var got []string
	for _, r := range d.Ledger {
		got = append(got, filepath.Base(r.Input)+" "+string(r.Outcome))
	}
	want := "r.jsonl#2 failed, r.jsonl#a read, r.jsonl#c failed, r.jsonl#d read"
	if joined := strings.Join(got, ", "); joined != want {
		t.Errorf("%s, want %s", joined, want)
	}
}

func TestNothing(t *testing.T) {
	d := trace(t, t.TempDir())
	if len(d.Ledger)+len(d.Reports)+len(d.Stories) != 0 {
		t.Errorf("%+v", d)
	}
	missing := filepath.Join(t.TempDir(), "no-such-file.txt")
	_, err := pipelineWith(t, Options{}).Trace(context.Background(), []string{missing})
	var named *ingest.MissingError
	if !errors.As(err, &named) || named.Input != missing {
		t.Errorf("error %v", err)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := pipelineWith(t, Options{}).Trace(ctx, []string{demoFolder}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
