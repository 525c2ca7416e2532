package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// TestTables reads tables as tools of the field and spreadsheets write them.
func TestTables(t *testing.T) {
	want := stemma.Record{URL: "https://star.example/pier", Outlet: "Harbour Star", Title: "Pier shut",
		Byline: []string{"Mona Prewitt", "Tom Ashby"}, Published: "2024-05-06"}
	for name, data := range map[string]string{
		"trafilatura": "url,hostname,title,date,author,sitename,text\n" +
			"https://star.example/pier,star.example,Pier shut,2024-05-06," +
			"Mona Prewitt; Tom Ashby,Harbour Star,The pier.\n",
		"newspaper4k": "url,title,authors,publish_date,meta_site_name,text\r\nhttps://star.example/pier,Pier " +
			"shut,\"['Mona Prewitt', 'Tom Ashby']\",2024-05-06,Harbour Star,The pier.\r\n",
		"news-please": "authors,date_publish,maintext,source_domain,title,url\n\"[\"\"Mona Prewitt\"\", " +
			"\"\"Tom Ashby\"\"]\",2024-05-06,The pier.,Harbour Star,Pier shut,https://star.example/pier",
		"Media Cloud, tabs": "id\tindexed_date\tlanguage\tmedia_name\tmedia_url\tpublish_date\t" +
			"title\turl\ttext\tauthors\n" +
			"\t\t\tHarbour Star\t\t2024-05-06\tPier shut\thttps://star.example/pier\tThe pier.\t" +
			"Mona Prewitt;Tom Ashby\n",
		"Zotero": "\ufeff\"Key\",\"Item Type\",\"Author\",\"Title\",\"Publication " +
			"Title\",\"Url\",\"Date\",\"Full Text\"\n\"\",\"newspaperArticle\",\"Mona Prewitt; Tom Ashby\",\"Pier " +
			"shut\",\"Harbour Star\",\"https://star.example/pier\",\"2024-05-06\",\"The pier.\"\n",
		"semicolons": "Headline;Outlet;Published;Byline;URL;Text\nPier shut;Harbour Star;2024-05-06;\"Mona " +
			"Prewitt;Tom Ashby\";https://star.example/pier;The pier.\n",
	} {
		captures, ledger, err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(data)})
		if err != nil || len(captures) != 1 || string(captures[0].Data) != "The pier." {
			t.Errorf("%s: %v %v %v", name, captures, ledger, err)
			continue
		}
		if diff := cmp.Diff(want, *captures[0].Record); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestRows(t *testing.T) {
	pile(t, map[string]string{"a.csv": "id,text,mood,mood\nx,\"Two\nlines, " +
		"\"\"quoted\"\"\",sad,\n\n,After,,glad\ny,,sad\nz,caf\xe9,\n,\"" + strings.Repeat("long", 30) +
		"\"\n,not \"a quote\",\nw,extra,,,more\nx,Twice\n,\"never closed\nlast line,two\n"})
	expect(t, read(t, Options{MaxBytes: 100}, "a.csv"), `
a.csv#12 text/plain "\"never closed"
a.csv#5 text/plain "After"
a.csv#9 text/plain "not \"a quote\""
a.csv#last line text/plain "two"
a.csv#w text/plain "extra"
a.csv#x text/plain "Two\nlines, \"quoted\""
a.csv#x#11 text/plain "Twice"
a.csv#z text/plain "café"
a.csv#8 failed: row larger than the limit of 100 bytes; raise it with --max-bytes
a.csv#y failed: neither text nor html; fields not understood: mood
`)
	captures, _, _ := Read(context.Background(), []string{"a.csv"}, Options{Fields: []Field{{"title", "mood"}}})
	for _, c := range captures {
		if c.Input == "a.csv#x" && (c.Record.Title != "sad" || c.Note != "") {
			t.Errorf("%+v", c)
		}
	}
}

// TestLargeTable: rows that are cut into tasks keep their lines.
func TestLargeTable(t *testing.T) {
	var b strings.Builder
	b.WriteString("url,text\n")
	for i := range 20_000 {
		fmt.Fprintf(&b, "u%d,\"Text\n%d, %s\"\n", i, i, strings.Repeat("x", i%90))
	}
	pile(t, map[string]string{"a.csv": b.String()})
	captures, ledger, err := Read(context.Background(), []string{"a.csv"}, Options{Jobs: 3})
	if err != nil || len(captures) != 20_000 || len(ledger) != 0 {
		t.Fatalf("%d captures, %d rows, %v", len(captures), len(ledger), err)
	}
	for _, c := range captures {
		var i, line int
		fmt.Sscanf(c.Record.URL, "u%d", &i)
		fmt.Sscanf(c.Input, "a.csv#%d", &line)
		if line != 2*i+2 || !strings.HasPrefix(string(c.Data), fmt.Sprintf("Text\n%d,", i)) {
			t.Fatalf("%s: %.40q", c.Input, c.Data)
		}
	}
}

// TestLargeArray: an array that is larger than a report may be is streamed.
func TestLargeArray(t *testing.T) {
	var b strings.Builder
	b.WriteString("\ufeff [\n")
	for i := range 10_000 {
		fmt.Fprintf(&b, "{\"id\":\"i%d\", \"text\":\"Text ],[ \\\"%d\\\" %s\", \"tags\":[1,{\"x\":[]}]},\n", i, i,
			strings.Repeat("x", i%300))
	}
	whole := b.String() + `{"text":"last"} ]`
	pile(t, map[string]string{"a.json": whole, "cut.json": b.String() + `{"text":"las`})
	for name, failed := range map[string]int{"a.json": 0, "cut.json": 1} {
		captures, ledger, err := Read(context.Background(), []string{name}, Options{Jobs: 3, MaxBytes: 4000})
		if err != nil || len(captures) != 10_001-failed || len(ledger) != failed {
			t.Fatalf("%s: %d captures, %v, %v", name, len(captures), ledger, err)
		}
		for _, c := range captures[:100] {
			want := fmt.Sprintf("Text ],[ %q ", strings.TrimPrefix(c.Record.ID, "i"))
			if c.Record.ID != "" && !strings.HasPrefix(string(c.Data), want) {
				t.Fatalf("%s: %.40q", c.Input, c.Data)
			}
		}
	}
	rows := `[{"text":"One"}, nonsense, {"text":"` + strings.Repeat("long", 300_000) + `"},, {"text":"Two"},{"text":"` + strings.Repeat("y", 90) + `"}, ]`
	expect(t, read(t, Options{Stdin: strings.NewReader(rows), MaxBytes: 100}, "-"), `
-#1 text/plain "One"
-#5 text/plain "Two"
-#2 failed: not a record: invalid character 'o' in literal null (expecting 'u')
-#3 failed: an element larger than the limit of 100 bytes; raise it with --max-bytes
-#4 failed: not a record: empty
-#6 failed: an element larger than the limit of 100 bytes; raise it with --max-bytes
`)
}
