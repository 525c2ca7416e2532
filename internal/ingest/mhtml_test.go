package ingest

import (
	"context"
	"os"
	"strings"
	"testing"
)

// saved is a page as a browser saves it, with other parts before and after it.
func saved(page string) string {
	return strings.ReplaceAll(`From: <Saved by a browser>
Snapshot-Content-Location: https://star.example/pier
Subject: Pier shut
Date: Mon, 6 May 2024 15:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="--part"

----part
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://star.example/a.png

iVBORw0KGgo=
----part
`+page+`
----part
Content-Type: text/html
Content-Location: https://ads.example/frame

<p>Buy a boat.</p>
----part--
`, "\n", "\r\n")
}

func TestSavedPages(t *testing.T) {
	const want = "<p>The pier is shut, café owners said.</p>"
	pages := map[string]string{
		"quoted": saved("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: " +
			"https://star.example/pier\n\n<p>The pier is sh=\nut, caf=C3=A9 owners said.</p>"),
		"base64": saved("Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: " +
			"base64\n\nPHA+VGhlIHBpZXIgaXMgc2h1dCwgY2Fmw6kgb3duZXJz\nIHNhaWQuPC9wPg==\n"),
		"latin1": saved("Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: " +
			"8bit\nContent-Location: https://star.example/pier\n\n<p>The pier is shut, caf\xe9 owners said.</p>"),
		"nested": saved("Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: " +
			"text/plain\n\nThe pier.\n--inner\nContent-Type: text/html\n\n<p>The pier is shut, café owners " +
			"said.</p>\n--inner--"),
		"behind": strings.Replace(saved("Content-Type: text/html\nContent-Location: "+
			"https://ads.example/first\n\n<p>Boats.</p>\n----part\nContent-Type: text/html\nContent-Location: "+
			"https://star.example/pier\n\n<p>The pier is shut, café owners said.</p>"), "From: ", "\r\nFrom: ", 1),
		"single": "MIME-Version: 1.0\nDate: Mon, 6 May 2024 13:00:00 GMT\nContent-Type: text/html; " +
			"charset=utf-8\nContent-Transfer-Encoding: 8bit\nContent-Location: https://star.example/pier\n\n" + want,
	}
	for name, page := range pages {
		for _, file := range []string{name + ".mhtml", name + ".MHT", name + ".html", name + ".txt"} {
			if name == "single" && !strings.Contains(strings.ToLower(file), ".mht") {
				continue // a head of this kind may begin a text
			}
			pile(t, map[string]string{file: page})
			captures, ledger, err := Read(context.Background(), []string{file}, Options{})
			if err != nil || len(captures) != 1 {
				t.Errorf("%s: %v %v", file, ledger, err)
				continue
			}
			c := captures[0]
			same := strings.TrimSpace(string(c.Data)) == want && c.SHA256 == digest([]byte(page))
			if !same || c.Record != nil || c.Note != "" {
				t.Errorf("%s: %+v", file, c)
			}
			saved := name != "base64" && name != "nested"
			if c.Captured.Format("2006-01-02T15:04") != "2024-05-06T13:00" ||
				saved && c.URL != "https://star.example/pier" {
				t.Errorf("%s: from %s at %s", file, c.URL, c.Captured)
			}
		}
	}
}

func TestBadSavedPages(t *testing.T) {
	whole := saved("Content-Type: text/html\n\n<p>The pier is shut.</p>")
	bad := map[string]string{
		"nothing.mhtml": "just words",
		"nopage.mhtml":  strings.ReplaceAll(whole, "text/html", "text/css"),
		"noparts.mhtml": whole[:strings.Index(whole, "----part")],
		"binary.mhtml":  "MIME-Version: 1.0\x00\x01",
		"deep.mhtml": "Content-Type: multipart/related; boundary=a\n\n" + strings.Repeat("--a\nContent-Type: "+
			"multipart/related; boundary=a\n\n", 5000),
		"long.mhtml": saved("Content-Type: text/html\n\n<p>" + strings.Repeat("long ", 1000)),
	}
	pile(t, bad)
	captures, ledger, err := Read(context.Background(), []string{"."}, Options{MaxBytes: 4000})
	if err != nil || len(captures) != 0 || len(ledger) != len(bad) {
		t.Fatal(captures, ledger, err)
	}
	for _, row := range ledger {
		if row.Reason == "" {
			t.Errorf("%s: no reason", row.Input)
		}
	}
	// Wherever it is cut, it is read or there is a reason.
	for at := range whole {
		if err := os.WriteFile("cut.mhtml", []byte(whole[:at]), 0o644); err != nil {
			t.Fatal(err)
		}
		captures, ledger, err := Read(context.Background(), []string{"cut.mhtml"}, Options{})
		if err != nil || len(captures)+len(ledger) != 1 {
			t.Fatalf("cut at %d: %v %v %v", at, captures, ledger, err)
		}
		for _, c := range captures {
			if !strings.Contains(whole, strings.TrimSpace(string(c.Data))) {
				t.Errorf("cut at %d: %q", at, c.Data)
			}
		}
	}
}

func FuzzSavedPage(f *testing.F) {
	f.Add([]byte(saved("Content-Type: text/html\n\n<p>The pier is shut.</p>")))
	f.Fuzz(func(t *testing.T, data []byte) {
		w := newWorker(context.Background(), 1000, newColumns(nil))
		w.read(task{kind: mhtmlKind, data: data, loaded: true}, func(*sheaf) error { return nil })
		if len(w.got.Items)+len(w.got.failed) != 1 {
			t.Fatalf("%d items, %d failed", len(w.got.Items), len(w.got.failed))
		}
	})
}

// TestOwnOutput: what Stemma wrote itself is no report.
func TestOwnOutput(t *testing.T) {
	own := map[string]string{
		"a.json":  "{\n  \"schema\": \"stemma.dossier/1\",\n  \"ledger\": []}",
		"b.json":  `{"schema":"stemma.quotes/1"}`,
		"c.jsonl": `{"a":{"report":"x","start":0,"end":9},"b":{"report":"y","start":0,"end":9}}`,
		"d.html":  "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta name=\"generator\" content=\"Stemma\">\n<p>x",
		"f.jsonl": `{"id":"1","score":1,"same":true,"supported":1,"drifts":[]}`,
		"e.jsonl": `{"passages":[{"report":"x"}]}`,
	}
	pile(t, own)
	captures, ledger, err := Read(context.Background(), []string{".", "a.json"}, Options{})
	if err != nil || len(captures) > 0 || len(ledger) != len(own)+1 {
		t.Fatal(captures, ledger, err)
	}
	for _, row := range ledger {
		if row.Outcome != "skipped" {
			t.Errorf("%+v", row)
		}
	}
	for _, other := range []string{`{"schema":"other/1","text":"stemma."}`, "<!doctype html><p>Stemma", "", "{", "digraph x {}", "A text about stemma."} {
		if Own([]byte(other)) {
			t.Errorf("%q is taken for Stemma's", other)
		}
	}
}
