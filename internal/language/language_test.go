package language

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// parse reads a table by itself.
func parse(text string, schema *typed) (Table, error) { return new(maker).parse([]byte(text), schema) }

func TestParse(t *testing.T) {
	table, err := parse("# a comment\n\n  Say: neutral speech \nhand out\ngave: give\nMr. \nat 5:30: time\n", nil)
	want := map[string][]string{
		"say": {"neutral", "speech"}, "hand out": {}, "gave": {"give"}, "mr.": {}, "at 5:30": {"time"},
	}
	if diff := cmp.Diff(want, maps.Collect(table.All())); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	if !table.Has("say") || table.Has("deny") || !table.Is("say", "speech") || table.Is("say", "denying") ||
		table.First("say") != "neutral" || table.First("hand out") != "" {
		t.Error("looking things up")
	}
	if got := strings.Join(table.Entries(), "|"); got != "at 5:30|gave|hand out|mr.|say" {
		t.Errorf("entries %s", got)
	}
	for text, reason := range map[string]string{"a\nb\nA: x": `line 3: "a" stands twice`,
		"ok\n : x": "line 2: attributes without an entry"} {
		if _, err := parse(text, nil); err == nil || err.Error() != reason {
			t.Errorf("%q: %v, want %s", text, err, reason)
		}
	}
	var none Table
	if none.Has("x") || none.First("x") != "" || len(none.Entries()) != 0 {
		t.Error("a table that is not there is empty")
	}
}

// TestErr makes sure that a malformed table is told of, with its file and line, whichever pack it
// was asked of; the first by its name, whatever was asked for first.
func TestErr(t *testing.T) {
	files := fstest.MapFS{
		"en/cues.txt":   {Data: []byte("say\n\n: neutral\n")},
		"en/months.txt": {Data: []byte("march: 3\n")},
		"en/titles.txt": {Data: []byte("mayor\nmayor\n")},
	}
	p := Open(files, "en")
	if p.Table("months").First("march") != "3" || p.Table("missing").Len() != 0 || p.Err() != nil {
		t.Errorf("what is well-formed or not there: %v", p.Err())
	}
	folded := p.Folded(strings.ToUpper)
	if folded.Table("titles").Len() != 0 || folded.Err() == nil || p.Table("cues").Len() != 0 {
		t.Error("a malformed table has entries")
	}
	const want = "language: en/cues.txt: line 3: attributes without an entry"
	if err := Err([]*Pack{Open(files, "de"), folded}); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestLoad makes sure that every folder is well-formed.
func TestLoad(t *testing.T) {
	folders, err := fs.ReadDir(data, ".")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, folder := range folders {
		codes = append(codes, folder.Name())
		p, err := Load(folder.Name())
		if err != nil {
			t.Errorf("%s: %v", folder.Name(), err)
			continue
		}
		for name, table := range p.tables {
			if table.Len() == 0 {
				t.Errorf("%s/%s.txt is empty", folder.Name(), name)
			}
		}
	}
	if !slices.Contains(codes, "en") {
		t.Errorf("languages %v", codes)
	}
	if _, err := Load("xx"); err == nil {
		t.Error("a language that is not there was loaded")
	}
}

// A table is the same whether its folder is loaded or it is asked for alone.
func TestTablesAreReadWhenAskedFor(t *testing.T) {
	packs, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range packs {
		if len(p.tables) > 0 {
			t.Errorf("%s: %d tables are read that nobody asked for", p.Code, len(p.tables))
		}
		whole, err := Load(p.Code)
		if err != nil {
			t.Fatal(err)
		}
		for name, table := range whole.tables {
			if diff := cmp.Diff(maps.Collect(table.All()), maps.Collect(p.Table(name).All())); diff != "" {
				t.Errorf("%s/%s: %s", p.Code, name, diff)
			}
			if diff := cmp.Diff(whole.Examples(name), p.Examples(name)); diff != "" {
				t.Errorf("%s/%s: %s", p.Code, name, diff)
			}
		}
	}
}

// unread lists tables that the code asks for although no language has them.
var unread = []string{}

// TestTablesExist makes sure that every table that a stage asks for by name
// is there in some language: a missing one is empty, and no error.
func TestTablesExist(t *testing.T) {
	packs, err := All()
	if err != nil {
		t.Fatal(err)
	}
	some := func(table string) bool {
		return slices.ContainsFunc(packs, func(p *Pack) bool { return p.Table(table).Len() > 0 })
	}
	asked := regexp.MustCompile(`\.Table\("([^"]+)"\)`)
	found := 0
	err = filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		source, err := os.ReadFile(name)
		for _, m := range asked.FindAllStringSubmatch(string(source), -1) {
			found++
			if !some(m[1]) && !slices.Contains(unread, m[1]) {
				t.Errorf("%s asks for the table %q, which no language has", name, m[1])
			}
		}
		return err
	})
	if err != nil || found == 0 {
		t.Errorf("%d tables are asked for: %v", found, err)
	}
}
