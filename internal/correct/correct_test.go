package correct

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
)

func TestParse(t *testing.T) {
	text := "\ufeff# after a call\r\n" +
		"by: Ana Ruiz, 2026-11-28\r\n" +
		"same  outlet: The Harbour Courier = Courier = courier.example\r\n\n" +
		"descent: a from b.txt not from The Daily Bell\n" +
		"descent: 02.txt from 01.txt\n" +
		"by:\n" +
		"no drift: 02.txt \"a = b\"\n" +
		"note: d54321 = two = three\n" +
		"same claim: 02.txt \"a = b\" = c12345\n" +
		"note: d1 = it said \"a = b\" = \"c\n" +
		"same outlet: The \"Bell = Bell\n"
	got, err := Parse("c.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, c := range got {
		lines = append(lines, strings.Join(append([]string{string(c.Kind),
			map[bool]string{true: "+", false: "-"}[c.Is], c.By, c.On}, c.Terms...), "|"))
	}
	want := []string{
		"outlet|+|Ana Ruiz|2026-11-28|The Harbour Courier|Courier|courier.example",
		"descent|-|Ana Ruiz|2026-11-28|a from b.txt|The Daily Bell",
		"descent|+|Ana Ruiz|2026-11-28|02.txt|01.txt",
		`drift|-|||02.txt "a = b"`,
		"note|+|||d54321|two = three",
		`claim|+|||02.txt "a = b"|c12345`,
		`note|+|||d1|it said "a = b" = "c`,
		`outlet|+|||The "Bell|Bell`,
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
	if got[0].Line != 3 || got[4].Line != 9 {
		t.Errorf("lines %d and %d, not 3 and 9", got[0].Line, got[4].Line)
	}
}

func TestParseNamesTheLine(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"# ok\nsame outlets: A = B", "c.txt:2: no correction begins like"},
		{"Courier = Bell", "c.txt:1: no correction begins like"},
		{"same: A = B", "c.txt:1: no correction begins like"},
		{"other drift: A = B", "c.txt:1: no correction begins like"},
		{"same outlet: A", "c.txt:1: \"same outlet: A\" names too little: same outlet: ONE = ANOTHER"},
		{"same outlet: A =  = B", "names too little"},
		{"other story: A = B = C", "names too much"},
		{"descent: A < B", "names too little: descent: COPY from EXEMPLAR"},
		{"no drift:", "names too little: no drift: ID"},
		{"note: d1", "names too little: note: FINDING = TEXT"},
		{"source: a1 = B = C", "names too much: source: WORDS = NAME"},
		{"note: d1 = \xff", "c.txt:1: no UTF-8"},
	} {
		_, err := Parse("c.txt", test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: %v, not %q", test.text, err, test.want)
		}
	}
}

// An id is what a line says, wherever it stands.
func TestIDsStay(t *testing.T) {
	one, _ := Parse("", "no drift: x1\nno drift: x2")
	two, _ := Parse("", "same outlet: A = B\nby: Ana\nno drift:  x2\nno drift: x2")
	if one[1].ID != two[1].ID || two[1].ID == two[2].ID || one[0].ID == one[1].ID {
		t.Errorf("%v %v", ids(one), ids(two))
	}
}

func ids(all []stemma.Correction) (list []string) {
	for _, c := range all {
		list = append(list, c.ID)
	}
	return list
}

func FuzzParse(f *testing.F) {
	f.Add("by: A, B\nsame outlet: A = B\ndescent: a not from b\nno drift: x")
	f.Add(" = : = \n:\nsame \nother : = ")
	f.Fuzz(func(t *testing.T, text string) {
		all, err := Parse("f", text)
		if err != nil {
			return
		}
		for _, c := range all {
			again, err := Parse("f", c.Text)
			if err != nil || len(again) != 1 || again[0].Kind != c.Kind || !cmp.Equal(again[0].Terms, c.Terms) {
				t.Fatalf("%q: %v %v", c.Text, again, err)
			}
		}
	})
}
