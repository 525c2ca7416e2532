package language

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	table := TableOf(map[string][]string{"b": {"x", "y"}, "a": {}})
	if !table.Has("a") || table.Has("c") || !table.Is("b", "y") || table.Is("a", "y") || table.First("b") != "x" ||
		table.First("a") != "" {
		t.Error(table)
	}
	if got := strings.Join(table.Entries(), " "); got != "a b" {
		t.Error(got)
	}
}

func TestFor(t *testing.T) {
	for code, want := range map[string]string{"en": "en", "de": "de", "es": Unknown, "xx": Unknown, "": Unknown} {
		p, err := For(code)
		if err != nil || p.Code != want {
			t.Errorf("%q is read as %v: %v", code, p, err)
		}
	}
	packs, err := All()
	if err != nil || packs[0].Code != "en" {
		t.Errorf("the first of all is %v: %v", packs[0].Code, err)
	}
}

func TestFolded(t *testing.T) {
	p := &Pack{Code: "x", tables: map[string]Table{
		"t": TableOf(map[string][]string{"d'or noir": {"a"}, "d’or noir": {"b"}}),
	}}
	folded := p.Folded(func(s string) string { return strings.ReplaceAll(s, "’", "'") })
	if got := strings.Join(folded.Table("t").Of("d'or noir"), " "); got != "a b" || folded.Table("t").Len() != 1 {
		t.Errorf("%v", folded.Table("t"))
	}
}

func TestEndings(t *testing.T) {
	p := &Pack{tables: map[string]Table{"endings": TableOf(map[string][]string{
		"plural": {"ss>ss", "..ies>y", "~y>ies", "...s", "->e"}, "doubled": {".=ed"},
	})}}
	e := p.Endings("plural")
	for word, want := range map[string]string{"glass": "glass", "ponies": "pony", "ies": "iese", "sky": "skies",
		"boy": "boye", "wells": "well", "its": "itse"} {
		if got := e.Of(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"stopped": "stop", "hosted": "hosted", "ed": "ed", "eed": "eed"} {
		if got := p.Endings("doubled").Of(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	if !e.Fit("glass") || p.Endings("none").Fit("glass") || p.Endings("none").Of("glass") != "glass" {
		t.Error("what fits")
	}
}

// TestEndingExamples runs the words that stand at the rules on endings: those of the kind are changed.
func TestEndingExamples(t *testing.T) {
	p, err := Load("en")
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Examples("endings")) == 0 {
		t.Error("no examples")
	}
	for _, e := range p.Examples("endings") {
		if got := p.Endings(e.Entry).Of(e.Text) != e.Text; got != e.Right {
			t.Errorf("%s: %s: %v", e.Entry, e.Text, got)
		}
	}
}

// TestEdges: what is told by its edges alone is no entry, and every entry is found.
func TestEdges(t *testing.T) {
	table := TableOf(map[string][]string{"quay": {"a"}, "écluse": {"b"}, "": {"c"}})
	for _, entry := range table.Entries() {
		if !table.edges.has(entry) || !table.Has(entry) {
			t.Errorf("%q is not found", entry)
		}
	}
	for _, other := range []string{"dam", "quad", "say"} {
		if table.edges.has(other) {
			t.Errorf("%q may be there by its edges", other)
		}
	}
	if table.Has("quit y") || !table.edges.has("quit y") {
		t.Error("edges alone made an entry")
	}
}
