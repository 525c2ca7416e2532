package extract

import "testing"

// A date with slashes is read where the page's language or its other dates tell
// which number is the month.
func TestSlashes(t *testing.T) {
	for _, c := range []struct{ tongue, line, want string }{
		{"fr", "Publié le 12/09/2023", "2023-09-12T00:00:00Z "},
		{"en-GB", "12/09/2023 - 09:30", "2023-09-12T09:30:00Z "},
		{"en", "12/09/2023 - 09:30", " "},
		{"en-US", "12/09/2023", " "},
		{"en", "Published: 12/09/2023 | Modified: 13/09/2023", "2023-09-12T00:00:00Z 2023-09-13T00:00:00Z"},
		{"en", "Published: 09/12/2023 | Modified: 09/13/2023", "2023-09-12T00:00:00Z 2023-09-13T00:00:00Z"},
		{"", "Published: 09/12/2023, 13/09/2023, 09/14/2023", "2023-09-13T00:00:00Z "},
	} {
		page := `<html lang="` + c.tongue + `"><body><h1>Ferry stops for winter</h1><p>` + c.line + `</p>` + paragraphs
		got, err := extractor(t).Extract(captured("text/html", page))
		if err != nil {
			t.Fatal(err)
		}
		if have := got.Published.String() + " " + got.Updated.String(); have != c.want {
			t.Errorf("%s, %q: %q, want %q", c.tongue, c.line, have, c.want)
		}
	}
}
