package pipeline

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"stemma"
	"stemma/internal/warc"
)

// TestCaptures: two captures of one address are versions of one page, the one
// that was seen first before the other, whichever stands first in the archive.
func TestCaptures(t *testing.T) {
	page := func(planks, more string) string {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<!doctype html><html lang=en><head><title>North " +
			"pier shut</title></head><body><article><h1>North pier shut</h1>" +
			"<p>The harbour board closed the north pier to all visitors on Monday after " + planks +
			" planks gave way, its warden Ada Wren said in a statement.</p>" +
			"<p>It will stay shut for nine days while carpenters replace the planks, and ferries will leave from " +
			"the older quay until then, the board said.</p>" + more + "</article></body></html>"
	}
	may := func(day int) time.Time { return time.Date(2024, 5, day, 8, 0, 0, 0, time.UTC) }
	first, second := page("two", ""), page("four",
		"<p>The board said later that the inspection had been overdue by a year.</p>")
	for name, order := range map[string][]int{"first": {6, 7}, "last": {7, 6}} {
		var b bytes.Buffer
		w := warc.NewWriter(&b)
		for _, day := range order {
			block := map[int]string{6: first, 7: second}[day]
			_, err := w.Write("response", may(day), []byte(block),
				warc.Field{Name: "WARC-Target-URI", Value: "https://star.example/pier"},
				warc.Field{Name: "Content-Type", Value: "application/http; msgtype=response"})
			if err != nil {
				t.Fatal(err)
			}
		}
		file := filepath.Join(t.TempDir(), "case.warc.gz")
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		d := trace(t, file)
		if len(d.Stories) != 1 || len(d.Stories[0].Descents) != 1 {
			t.Fatalf("%s: %d stories", name, len(d.Stories))
		}
		days := map[string]int{}
		for _, w := range d.Stories[0].Witnesses {
			for _, r := range d.Reports {
				if string(w.Report) == r.ID {
					days[w.Siglum] = r.Captured.Day()
				}
			}
		}
		x := d.Stories[0].Descents[0]
		if got := fmt.Sprint(x.Kind, days[x.From], days[x.To]); got != fmt.Sprint(stemma.Revision, 6, 7) {
			t.Errorf("%s: %s", name, got)
		}
	}
}
