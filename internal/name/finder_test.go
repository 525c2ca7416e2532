package name_test

import (
	"fmt"
	"strings"
	"testing"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/segment"
)

// listed looks the words of a text up in the tables alone.
type listed struct {
	classes map[string]name.Class
	text    *stemma.Text
}

func (l listed) Class(i int) name.Class         { return l.ClassOf(l.text.Tokens[i].Form) }
func (l listed) ClassOf(word string) name.Class { return l.classes[word] }

// TestFinder: which tokens are a name, whose it is, and which part is what. A name is noted
// as "titles / name = given, surname, generation", with a "?" where nothing shows that a
// person bears it.
func TestFinder(t *testing.T) {
	for _, test := range []struct{ lang, text, want string }{
		{"en", "The mayor, Laura Wren, spoke.", "Laura Wren = laura, wren,"},
		{"en", "Deputy Mayor Ada B. Wren spoke.", "Deputy Mayor / Ada B. Wren = ada, wren,"},
		{"en", "House Speaker Odo A. Wren spoke.", "House Speaker / Odo A. Wren = odo, wren,"},
		{"en", "The Justice Department spoke.", "Justice Department = justice, department, ?"},
		{"en", "Gov. Wren spoke.", "Gov. / Wren = , wren,"},
		{"en", "A report by Donald Hale, Jr. is out.", "Donald Hale, Jr = donald, hale, jr"},
		{"en", "It was Donald van der Berg.", "Donald van der Berg = donald, berg,"},
		{"en", "It was Walter “Patch” Dunmore.", "Walter “Patch” Dunmore = walter, dunmore,"},
		{"en", "Quillan Ostermark, a marine engineer, spoke.", "Quillan Ostermark = quillan, ostermark,"},
		{"en", "Quillan Ostermark is out.", "Quillan Ostermark = quillan, ostermark, ?"},
		{"en", "He read the Marion Star there.", "Marion Star = marion, star, ?"},
		{"en", "Marion Star, 54, was there.", "Marion Star = marion, star,"},
		{"en", "Theresa May spoke on 3 May 2019.", "Theresa May = theresa, may,"},
		{"en", "a QXB Laura Pell", "Laura Pell = laura, pell,"},
		{"de", "Der Minister Karl von Rell sprach.", "Minister / Karl von Rell = karl, rell,"},
		{"de", "Die Versicherung und der Hafen.", ""},
	} {
		f, text := finderOf(t, test.lang, test.text)
		var found []string
		for _, m := range f.Append(nil, 0, len(text.Tokens)) {
			titles := ""
			if m.Title < m.First {
				titles = text.Span(m.Title, m.First).Text + " / "
			}
			bearer := text.Span(m.First, m.Last).Text
			note := fmt.Sprintf("%s%s = %s, %s, %s", titles, bearer, m.Given, m.Surname, m.Generation)
			if !m.Person {
				note += "?"
			}
			found = append(found, strings.TrimSpace(note))
		}
		if got := strings.Join(found, "; "); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// FuzzFinder: whatever stands there, ranges lie inside the text and in order.
func FuzzFinder(f *testing.F) {
	f.Add("Deputy Mayor Ada B. Wren, Jr., told Walter “Patch” van der Berg (", true)
	f.Add("Der Minister Karl-Heinz von Rell -", false)
	f.Fuzz(func(t *testing.T, s string, isEnglish bool) {
		language := map[bool]string{true: "en", false: "de"}[isEnglish]
		finder, text := finderOf(t, language, s)
		last := 0
		for _, m := range finder.Append(nil, 0, len(text.Tokens)) {
			if m.Title < last || m.First < m.Title || m.Last < m.First || m.Last > len(text.Tokens) ||
				m.NickFirst < m.NickLast && (m.NickFirst < m.First || m.NickLast > m.Last) {
				t.Fatalf("%q: %+v behind %d", s, m, last)
			}
			last = m.Last
		}
	})
}

// finderOf readies a text of one paragraph.
func finderOf(t *testing.T, lang, s string) (name.Finder, *stemma.Text) {
	t.Helper()
	pack, err := language.Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	text := segment.Split(&stemma.Report{ID: "r", Language: lang, Text: s,
		Segments: []stemma.Segment{{Kind: stemma.Paragraph, End: len(s)}}}, pack)
	return name.NewFinder(name.NewGrammar(pack, nil), text, listed{name.Classes(pack), text}), text
}
