package language

import (
	"io/fs"
	"path"
	"strings"
	"testing"
)

// TestSchemas makes sure that every schema says what its table is, knows its
// own example, and is the only one of its table.
func TestSchemas(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Schemas() {
		if seen[s.Table] || s.Table == "" || s.Is == "" {
			t.Errorf("%q stands twice or says nothing", s.Table)
		}
		seen[s.Table] = true
		table, err := parse(s.Example, byName()[s.Table])
		if err != nil || table.Len() != 1 {
			t.Errorf("%s: the example %q: %v", s.Table, s.Example, err)
		}
		for _, a := range s.Attributes {
			isGloss := s.Table == "roles" || s.Table == "detail-words" // explained beside the constants
			if a.Name == "" || strings.ContainsAny(a.Name, " \t") || a.Means == "" && !isGloss {
				t.Errorf("%s: the attribute %q says nothing", s.Table, a.Name)
			}
		}
	}
	files, err := fs.Glob(data, "*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, file := range files {
		if !seen[strings.TrimSuffix(path.Base(file), ".txt")] {
			t.Errorf("%s has no schema", file)
		}
	}
}

func TestUnknownAttribute(t *testing.T) {
	for _, test := range []struct{ table, line, want string }{
		{"captions", "photo: label\nimage: lable",
			`line 2: "lable" is no attribute of the table "captions" (see its schema)`},
		{"months", "march: three", `line 1: "three" is no attribute of the table "months" (see its schema)`},
		{"vague", "times: name", `line 1: "name" is no attribute of the table "vague" (see its schema)`},
		{"cues", "say: neutral past=said ing=", ""},
		{"cues", "say: neutral pst=said", `line 1: "pst=said" is no attribute of the table "cues" (see its schema)`},
	} {
		_, err := parse(test.line, byName()[test.table])
		if got := text(err); got != test.want {
			t.Errorf("%s: %s, want %s", test.line, got, test.want)
		}
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestExamples(t *testing.T) {
	examples := examples("near: ~\n#+ near 40 cracks\n# a comment\n#- near the dam\nover")
	if len(examples) != 2 || examples[0] != (Example{"near", "near 40 cracks", true}) ||
		examples[1] != (Example{"near", "near the dam", false}) {
		t.Errorf("%v", examples)
	}
	if _, err := parse("# x\n#+ near the dam", nil); err == nil ||
		err.Error() != "line 2: an example before the first entry" {
		t.Error(err)
	}
}
