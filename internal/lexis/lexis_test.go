package lexis

import (
	"testing"

	"stemma/internal/language"
)

func TestRelations(t *testing.T) {
	table := open(t)
	for _, pair := range [][2]string{{"rise", "fall"}, {"enable", "disable"}, {"majority", "minority"}, {"admit",
		"deny"}} {
		a, b := table.Look(pair[0]), table.Look(pair[1])
		if !a.Opposite(pair[1]) || !b.Opposite(pair[0]) {
			t.Errorf("%v are no opposites", pair)
		}
	}
	for _, pair := range [][2]string{{"buy", "purchase"}, {"car", "automobile"}, {"doctor", "physician"}} {
		a, b := table.Look(pair[0]), table.Look(pair[1])
		if !Near(&a, &b) || a.Opposite(pair[1]) {
			t.Errorf("%v are not near", pair)
		}
	}
	for _, pair := range [][2]string{{"rise", "fall"}, {"bridge", "judge"}, {"zzz", "qqq"}} {
		a, b := table.Look(pair[0]), table.Look(pair[1])
		if Near(&a, &b) {
			t.Errorf("%v are near", pair)
		}
	}
}

func TestBase(t *testing.T) {
	table := open(t)
	for form, want := range map[string]string{
		"sent": "send", "rose": "rise", "sending": "send", "carries": "carry", "stopped": "stop", "closed": "close",
		"hosted": "host", "grilled": "grill", "bridges": "bridge", "mayor's": "mayor", "pier": "pier",
		"rebuilt": "rebuild", "misdiagnosed": "misdiagnose", "reached": "reach", "resent": "resent",
		"zzzed": "zzzed", "": "",
	} {
		if got := table.Base(form); got != want {
			t.Errorf("Base(%q) = %q, want %q", form, got, want)
		}
	}
}

func open(t testing.TB) *Table {
	t.Helper()
	pack, err := language.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	return Open(pack)
}

func FuzzLines(f *testing.F) {
	table := open(f)
	f.Add("rise", "fall")
	f.Add("", "\t\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := table.Look(a), table.Look(b)
		if Near(&x, &y) != Near(&y, &x) {
			t.Errorf("%q and %q: not the same both ways", a, b)
		}
		x.Opposite(b)
		table.Base(a)
	})
}
