package name

import (
	"testing"

	"stemma/internal/language"
)

func TestSaid(t *testing.T) {
	list, err := ParseAliases("", "The Orrin Mercury = Mercury")
	if err != nil {
		t.Fatal(err)
	}
	pack, err := language.For("en")
	if err != nil {
		t.Fatal(err)
	}
	r := New(list.With(Said{
		SameOutlets:  [][]string{{"Harbour Star", "Mercury"}, {"Northmouth News", "Harbour Star", "nn.example"}},
		OtherOutlets: [][]string{{"Selby Lantern", "Lantern"}},
		SamePeople:   [][]string{{"Ken Strand", "The Captain"}, {"the captain", "K. S."}},
		OtherPeople:  [][]string{{"Ada Wren", "A. Wren"}},
	}), pack)
	for _, name := range []string{"Mercury", "Harbour Star", "Northmouth News", "https://nn.example/x"} {
		if got := r.Outlet(name).Name; got != "The Orrin Mercury" {
			t.Errorf("%s is %s", name, got)
		}
	}
	if plain := New(list, pack); plain.CompareOutlets("Selby Lantern", "Lantern") == Other ||
		plain.ComparePeople("Ada Wren", "A. Wren") == Other {
		t.Error("nobody needs to be told that they are two")
	}
	if got := r.CompareOutlets("the Lantern", "Selby Lantern"); got != Other {
		t.Errorf("the outlets are %s", got)
	}
	if a, b := r.ComparePeople("A.  Wren", "Ada Wren"), r.ComparePeople("K. S.", "Ken Strand"); a != Other ||
		b != Same {
		t.Errorf("the people are %s and %s", a, b)
	}
}
