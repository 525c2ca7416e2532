package ingest

import (
	"archive/zip"
	"fmt"
	"strings"
	"testing"
)

// TestCutAtEveryByte: wherever an archive ends too early, every record before
// that place is read. An archive is given by its parts, each a whole record. A zip
// has its directory at the end, and nothing of it is read without that.
func TestCutAtEveryByte(t *testing.T) {
	page := func(i int) string {
		return recordOf("response", fmt.Sprint("u", i), "2024", answer("text/html", fmt.Sprint("<p>page ", i)))
	}
	archives := map[string][]string{
		"a.warc":    {page(0), page(1), page(2)},
		"a.warc.gz": {gzipOf(page(0)), gzipOf(page(1)), gzipOf(page(2))},
		"a.csv":     {"text,id\n<p>page 0,a\n", "\"<p>page 1\",b\n", "<p>page 2,c\n"},
		"a.jsonl":   {`{"text":"<p>page 0"}` + "\n", `{"text":"<p>page 1"}` + "\n", `{"text":"<p>page 2"}` + "\n"},
		"a.json":    {`[{"text":"<p>page 0"}`, `,{"text":"<p>page 1"}`, `,{"text":"<p>page 2"}`, "]"},
		"a.tar":     tarParts("<p>page 0", "<p>page 1", "<p>page 2"),
		"b.warc":    {page(0), page(1), page(2) + "\r\n"},
		"a.tsv":     {"text\tid\n<p>page 0\ta\n", "<p>page 1\tb\n", "<p>page 2\tc\n"},
		"a.ndjson":  {`{"text":"<p>page 0"}` + "\n", `{"text":"<p>page 1"}` + "\n", `{"text":"<p>page 2"}` + "\n"},
		"a.zip":     zipParts(zip.Deflate, false, "<p>page 0", "<p>page 1", "<p>page 2"),
		"b.zip":     zipParts(zip.Store, false, "<p>page 0", "<p>page 1", "<p>page 2"),
		"c.zip":     zipParts(zip.Deflate, true, "<p>page 0", "<p>page 1", "<p>page 2"),
		"d.zip":     zipParts(zip.Store, true, "<p>page 0", "<p>page 1", "<p>page 2"),
		"b.warc.gz": {gzipOf("") + gzipOf(page(0)), gzipOf(page(1)), gzipOf(page(2))},
	}
	t.Chdir(t.TempDir())
	for name, parts := range archives {
		whole := strings.Join(parts, "")
		for at := 1; at < len(whole); at++ {
			records, end := 0, 0
			for _, p := range parts[:3] {
				if end += len(p); end <= at {
					records++
				}
			}
			if pages := damaged(t, name, whole[:at]); pages < records {
				t.Errorf("%s cut at %d of %d: %d of %d records", name, at, len(whole), pages, records)
				break
			}
		}
	}
}

// tarParts is a tar archive, cut behind each of its pages.
func tarParts(pages ...string) []string {
	var entries []entry
	for i, p := range pages {
		entries = append(entries, entry{fmt.Sprint(i, ".html"), p})
	}
	const block = 512
	data := tarOf(entries...)
	var parts []string
	for range pages {
		parts, data = append(parts, data[:2*block]), data[2*block:]
	}
	return append(parts, data)
}
