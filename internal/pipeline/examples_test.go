package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/quote"
)

// TestTableExamples runs the examples that stand at the entries of the language tables: what is
// found in one that is right changes if the entry is taken out of its table, and what is found
// in one that is wrong does not. Every table whose entries do not count wherever they stand
// has both.
func TestTableExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("every example is read with and without its entry")
	}
	files := os.DirFS("../language")
	whole := withTables(t, files)
	has := map[bool]map[string]bool{true: {}, false: {}}
	for _, pack := range packsOf(t, files) {
		for _, schema := range language.Schemas() {
			if slices.Contains(ranElsewhere, schema.Table) {
				continue
			}
			for entry, examples := range byEntry(pack.Examples(schema.Table)) {
				less := withTables(t, lessEntry(t, files, path.Join(pack.Code, schema.Table+".txt"), entry))
				for _, e := range examples {
					has[e.Right][schema.Table] = true
					counts := findings(t, whole, pack.Code, e.Text) != findings(t, less, pack.Code, e.Text)
					if counts != e.Right {
						t.Errorf("%s/%s: %q in %q: it counts: %v", pack.Code, schema.Table, entry, e.Text, counts)
					}
				}
			}
		}
	}
	for _, schema := range language.Schemas() {
		isBare := !schema.Plain && !slices.Contains(ranElsewhere, schema.Table)
		if isBare && (!has[true][schema.Table] || !has[false][schema.Table]) {
			t.Errorf("%s: it needs an example in which an entry counts and one in which it does not", schema.Table)
		}
	}
}

// ranElsewhere are tables whose rooms look closer at what an entry does than this test can.
var ranElsewhere = []string{"endings", "detail-words", "page-rights"}

// byEntry sorts examples by their entries.
func byEntry(all []language.Example) map[string][]language.Example {
	by := map[string][]language.Example{}
	for _, e := range all {
		by[e.Entry] = append(by[e.Entry], e)
	}
	return by
}

// packsOf are the packs of a folder, English first.
func packsOf(t *testing.T, files fs.FS) []*language.Pack {
	t.Helper()
	return []*language.Pack{
		language.Open(files, "en"), language.Open(files, "de"), language.Open(files, "es"), language.Open(files, "und"),
	}
}

func withTables(t *testing.T, files fs.FS) *Pipeline {
	t.Helper()
	p, err := with(Options{}, packsOf(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lessEntry is a folder of tables of which one lacks an entry.
func lessEntry(t *testing.T, files fs.FS, file, entry string) fs.FS {
	t.Helper()
	text, err := fs.ReadFile(files, file)
	if err != nil {
		t.Fatal(err)
	}
	var rest []string
	for _, line := range strings.Split(string(text), "\n") {
		word, _, _ := strings.Cut(line, ": ")
		if !strings.HasPrefix(line, "#") && strings.ToLower(strings.TrimSpace(word)) != entry {
			rest = append(rest, line)
		}
	}
	return overlay{files, fstest.MapFS{file: {Data: []byte(strings.Join(rest, "\n"))}}}
}

// overlay is files some of which stand in the place of others.
type overlay struct {
	fs.FS
	over fstest.MapFS
}

func (o overlay) Open(name string) (fs.File, error) {
	if f, err := o.over.Open(name); err == nil {
		return f, nil
	}
	return o.FS.Open(name)
}

// findings is all that is found in an example: in one sentence, in the lines of a report, which
// " | " parts, or in two reports, which " => " parts. A sentence alone stands in a report with a
// head of its own.
func findings(t *testing.T, p *Pipeline, lang, example string) string {
	t.Helper()
	var all bytes.Buffer
	var captures []stemma.Capture
	texts := strings.Split(example, " => ")
	for i, text := range texts {
		name := []string{"01.txt", "02.txt"}[i]
		media := stemma.PlainText
		if strings.HasPrefix(text, "<") {
			media = stemma.HTML
		}
		captures = append(captures, stemma.Capture{
			Input: name, Media: media, SHA256: strings.Repeat("ab"[i:i+1], 64),
			Data: []byte(exampleReport(lang, i, text)),
		})
	}
	d, err := p.AsOneStory().TraceCaptures(context.Background(), captures, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := []any{d}
	attitudes := reader{read: (*quote.Reader).ReadAll, spare: &sync.Pool{}} // attitudes too
	q, err := p.quoted(context.Background(), p.whole(captures, nil), attitudes)
	if err != nil {
		t.Fatal(err)
	}
	found = append(found, q.d)
	if len(texts) == 2 {
		found = append(found, p.pair(texts[0], texts[1]))
	}
	for _, one := range found {
		if err := json.NewEncoder(&all).Encode(one); err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

// exampleReport is the text of an example as a report in a file.
func exampleReport(lang string, n int, text string) string {
	if strings.HasPrefix(text, "<") || strings.Contains(text, " | ") {
		return strings.ReplaceAll(text, " | ", "\n")
	}
	return heads[lang][n] + text + "\n"
}

// heads stand above the sentences of two reports, the second of which took over what they share.
var heads = map[string][2]string{
	"en": {
		"Old pier of Selby mended again\nSelby Gazette\n3 March 2016\n\n" + shared,
		"Pier of Selby is mended once more\nCoast Bell\n4 March 2016\n\n" + shared,
	},
	"de": {"Neues vom Hafen\nInselpost\n3. März 2016\n\n", "Vom Hafen\nKüstenbote\n4. März 2016\n\n"},
}

const shared = "The pier was built by four brothers from the north, and it has been mended eleven times since then, " +
	"most of all in the hard winter of 1911.\n\n"
