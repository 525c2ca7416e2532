package ingest

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

// TestFieldTable: each name of the table means one thing, and is squeezed.
func TestFieldTable(t *testing.T) {
	seen := map[string]string{}
	for _, line := range strings.Split(fieldTable, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if fieldNamed(words[0]) == unknownField {
			t.Errorf("no field is called %q", words[0])
		}
		for _, name := range words[1:] {
			if name != string(squeeze(nil, []byte(name))) {
				t.Errorf("%q cannot be found", name)
			}
			if before := seen[name]; before != "" {
				t.Errorf("%q names %s and %s", name, before, words[0])
			}
			seen[name] = words[0]
		}
	}
}

// TestKnownTools reads records as tools of the field write them.
func TestKnownTools(t *testing.T) {
	want := stemma.Record{URL: "https://star.example/pier", Outlet: "Harbour Star", Title: "Pier shut",
		Byline: []string{"Mona Prewitt", "Tom Ashby"}, Published: "2024-05-06"}
	for name, line := range map[string]string{
		"trafilatura": `{"title":"Pier shut","author":"Mona Prewitt; Tom ` +
			`Ashby","hostname":"star.example","date":"2024-05-06","source":"https://star.example/pier","source-hostname":"Harbour Star","raw_text":"The pier.","text":"The pier.","comments":""}`,
		"newspaper4k": `{"url":"https://star.example/pier","title":"Pier shut","authors":["Mona Prewitt","Tom ` +
			`Ashby"],"publish_date":"2024-05-06","meta_site_name":"Harbour Star","text":"The pier.","meta_lang":null}`,
		"news-please": `{"authors":["Mona Prewitt","Tom ` +
			`Ashby"],"date_download":"2025-01-01","date_modify":null,"date_publish":"2024-05-06","maintext":"The ` +
			`pier.","source_domain":"Harbour Star","title":"Pier shut","url":"https://star.example/pier"}`,
		"fundus": `{"title":"Pier shut","authors":["Mona Prewitt","Tom ` +
			`Ashby"],"publishing_date":"2024-05-06","publisher":"Harbour ` +
			`Star","url":"https://star.example/pier","body":{"summary":["The ` +
			`pier."],"sections":[{"headline":[],"paragraphs":[]}]}}`,
		"Media Cloud": `{"media_name":"Harbour Star","publish_date":"2024-05-06","title":"Pier ` +
			`shut","url":"https://star.example/pier","text":"The pier.","author":["Mona Prewitt","Tom Ashby"]}`,
		"Zotero": `{"key":"X","data":{"title":"Pier ` +
			`shut","creators":[{"creatorType":"author","firstName":"Mona","lastName":"Prewitt"},{"name":"Tom ` +
			`Ashby"}],"publicationTitle":"Harbour Star","date":"2024-05-06","url":"https://star.example/pier"},"text":"The ` +
			`pier."}`,
		"CSL": `{"title":"Pier shut","author":[{"given":"Mona","family":"Prewitt"},{"literal":"Tom ` +
			`Ashby"}],"container-title":"Harbour ` +
			`Star","issued":{"date-parts":[[2024,5,6]]},"URL":"https://star.example/pier","text":"The pier."}`,
		"NewsAPI": `{"source":{"id":"star","name":"Harbour Star"},"author":["Mona Prewitt","Tom Ashby"],"title":"Pier ` +
			`shut","url":"https://star.example/pier","publishedAt":"2024-05-06","content":"The pier."}`,
		"a spreadsheet": `{"Headline":"Pier shut","Publication Title":"Harbour Star","Publish Date":"2024-05-06","Authors":["Mona ` +
			`Prewitt","Tom Ashby"],"Url":"https://star.example/pier","Full Text":["The pier."]}`,
		"schema.org": `{"headline":"Pier shut","datePublished":"2024-05-06","articleBody":"The ` +
			`pier.","publisher":{"@type":"Organization","name":"Harbour Star"},"author":[{"name":"Mona ` +
			`Prewitt"},{"name":"Tom Ashby"}],"url":"https://star.example/pier"}`,
		"two names": `{"headline":"SHUT","title":"Pier shut","outlet":"","source":"Harbour ` +
			`Star","date":"2024-05-06","crawl":{"date":"2025"},"authors":["Mona Prewitt","Tom ` +
			`Ashby"],"link":"https://star.example/pier","text":"The pier."}`,
	} {
		captures, ledger, err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(line)})
		if err != nil || len(captures) != 1 || string(captures[0].Data) != "The pier." {
			t.Errorf("%s: %v %v %v", name, captures, ledger, err)
			continue
		}
		got := *captures[0].Record
		got.ID = ""
		if name == "trafilatura" {
			got.Byline = strings.Split(got.Byline[0], "; ")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestOwnColumns: what the user says beats every name that is known.
func TestOwnColumns(t *testing.T) {
	var fields []Field
	for _, s := range []string{"published=Day of issue", "title=text", "text=Inhalt", "byline=wer"} {
		f, err := ParseField(s)
		if err != nil {
			t.Fatal(err)
		}
		fields = append(fields, f)
	}
	line := `{"published":"1999-01-01","Day of issue":"2024-05-06","text":"Pier shut","Inhalt":"The ` +
		`pier.","wer":["Mona"],"author":"nobody"}`
	captures, _, err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(line),
		Fields: fields})
	if err != nil || len(captures) != 1 || string(captures[0].Data) != "The pier." {
		t.Fatal(captures, err)
	}
	want := &stemma.Record{Title: "Pier shut", Published: "2024-05-06", Byline: []string{"Mona"}}
	if diff := cmp.Diff(want, captures[0].Record); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"", "published", "published=", "colour=x", "=x"} {
		if _, err := ParseField(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// TestUnknownFields: each name that nobody knows is noted once, where it comes
// first, however many chunks there are.
func TestUnknownFields(t *testing.T) {
	filler := strings.Repeat(`{"text":"`+strings.Repeat("w", 1000)+`","mood":1}`+"\n", 2*chunkBytes/1000)
	in := `{"id":"a","text":"One","mood":"calm","published":true}` + "\n" + filler + `{"id":"z","text":"Last","mood":1,"tide":[{"text":"x"}]}` + "\n" + `{"id":"bare","tide":1,"moon":2}`
	for _, jobs := range []int{1, 5} {
		captures, ledger,
			err := Read(context.Background(), []string{"-"},
			Options{Stdin: strings.NewReader(in), Jobs: jobs, KeepDuplicates: true})
		if err != nil {
			t.Fatal(err)
		}
		notes := map[string]string{}
		for _, c := range captures {
			if c.Note != "" {
				notes[c.Input] = c.Note
			}
		}
		if diff := cmp.Diff(map[string]string{"-#a": "fields not understood: mood, published",
			"-#z": "fields not understood: tide"}, notes); diff != "" {
			t.Errorf("%d jobs: %s", jobs, diff)
		}
		if len(ledger) != 1 || ledger[0].Reason != "neither text nor html; fields not understood: tide, moon" {
			t.Errorf("ledger %v", ledger)
		}
	}
}

// TestManyUnknownFields: a file with endless names does not fill the ledger.
func TestManyUnknownFields(t *testing.T) {
	var b strings.Builder
	for i := range 500 {
		b.WriteString(`{"text":"` + strings.Repeat("a", i+1) + `","` + strings.Repeat("k", i+1) + `\u0007":1}` + "\n")
	}
	captures, _, err := Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(b.String())})
	if err != nil {
		t.Fatal(err)
	}
	noted := 0
	for _, c := range captures {
		if noted += len(c.Note); strings.Contains(c.Note, "\a") || len(c.Note) > 200 {
			t.Errorf("note %q", c.Note)
		}
	}
	if noted == 0 || noted > maxRemarks*200 {
		t.Errorf("notes of %d bytes", noted)
	}
}
