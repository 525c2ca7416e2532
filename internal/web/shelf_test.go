package web

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"testing"
	"time"

	"stemma"
)

// things is a shelf in memory.
type things map[string][]byte

func (t things) get(key string) ([]byte, error) { return t[key], nil }

func (t things) put(all map[string][]byte) error {
	for key, data := range all {
		if t[key] = data; data == nil {
			delete(t, key)
		}
	}
	return nil
}

// shelved is a deck of which pages are shown from a shelf.
type shelved struct {
	*deck
	on things
}

func (c *shelved) Findings(context.Context) (Findings, error) {
	if err := new(Shelver).Shelve(c.with(c.said), "1 1 0", renderers(), c.on.get, c.on.put); err != nil {
		return nil, err
	}
	s, _, err := OpenShelf(c.on.get)
	return s, err
}

// TestShelfShowsTheSame: every page and every answer to a program is the same, whether the
// findings are in memory or on a shelf; what nothing has is found on neither.
func TestShelfShowsTheSame(t *testing.T) {
	for _, said := range [][]string{nil, {"one"}, {"one", "two"}} {
		memory := handler(t, &deck{said}, Guard{})
		shelf := handler(t, &shelved{&deck{said}, things{}}, Guard{})
		for _, address := range []string{
			"/", "/claims", "/claims?q=second", "/claims?sort=words", "/claims?sort=origins&report=r1",
			"/claims?story=s1", "/claims?verdict=unattributed", "/claims?at=1", "/corrections", "/find/c1",
			"/find/x1", "/find/r1", "/find/r2", "/find/a1", "/find/o1", "/find/d1", "/find/nothing", "/find/s1",
			"/stories", "/story/s1", "/story/s1?at=A&least=0.5", "/story/none", "/story/s1/grid", "/beside/r1/r2",
			"/beside/r1/none", "/tree.svg",
			"/api/claims", "/api/claims?q=tiles", "/api/find/c1", "/api/find/none", "/api/corrections", "/api/dossier",
		} {
			want, got := ask(memory, "GET", address, nil), ask(shelf, "GET", address, nil)
			if got.Code != want.Code || got.Body.String() != want.Body.String() {
				t.Errorf("%q %s: %d\n%s\nand in memory %d\n%s", said, address, got.Code, got.Body, want.Code, want.Body)
			}
		}
		form := url.Values{"line": {"descent: x"}, "by": {"Ana"}}
		want, got := ask(memory, "POST", "/try", form).Body.String(), ask(shelf, "POST", "/try", form).Body.String()
		if got != want {
			t.Errorf("%q: tried %s\nand in memory %s", said, got, want)
		}
	}
}

// TestShelfKeepsWhatIsRead: what is new is put there, what is there is left, and what only
// the state before had stays until the next one, for pages that are being written.
func TestShelfKeepsWhatIsRead(t *testing.T) {
	on, c := things{}, &deck{}
	show := func(said ...string) *Shelf {
		t.Helper()
		if err := new(Shelver).Shelve(c.with(said), "1 1 0", renderers(), on.get, on.put); err != nil {
			t.Fatal(err)
		}
		s, mark, err := OpenShelf(on.get)
		if err != nil || mark != "1 1 0" {
			t.Fatal(mark, err)
		}
		return s
	}
	first := show()
	size := len(on)
	if show(); len(on) != size {
		t.Errorf("%d things, and %d after the same", size, len(on))
	}
	show("one")
	if d, err := first.Part("d1"); err != nil || len(d.Stories[0].Descents) != 1 {
		t.Error("what a page may be reading is gone:", err)
	}
	show()
	show()
	if len(on) != size {
		t.Errorf("%d things, and %d when all is as at first", size, len(on))
	}
	show("one")
	show("one")
	if _, err := first.Part("d1"); !errors.Is(err, errGone) {
		t.Errorf("got %v", err)
	}
}

// TestNothingOnTheShelf: an empty shelf, a damaged label and a shelf that cannot be read.
func TestNothingOnTheShelf(t *testing.T) {
	for _, data := range [][]byte{nil, {}, {1, 2, 3}} {
		on := things{labelKey: data}
		if s, _, err := OpenShelf(on.get); s != nil || err != nil {
			t.Errorf("%v: %v, %v", data, s, err)
		}
		if err := new(Shelver).Shelve((&deck{}).with(nil), "1 0 0", renderers(), on.get, on.put); err != nil {
			t.Error(err)
		}
	}
	broken := errors.New("unreadable")
	get := func(string) ([]byte, error) { return nil, broken }
	if _, _, err := OpenShelf(get); !errors.Is(err, broken) {
		t.Error(err)
	}
	full := func(map[string][]byte) error { return broken }
	err := new(Shelver).Shelve((&deck{}).with(nil), "1 0 0", renderers(), things{}.get, full)
	if !errors.Is(err, broken) {
		t.Error(err)
	}
}

// TestShelfOfManyClaims: the table is cut, and a search looks through all parts of it.
func TestShelfOfManyClaims(t *testing.T) {
	d := (&deck{}).with(nil)
	one := d.Stories[0].Claims[0]
	for i := range 9*chunkRows + 10 {
		c := one
		c.ID, c.Statement = "c1"+string(rune('a'+i%26)), "The mill stood."
		c.Statements = slices.Clone(one.Statements[:1+i%2])
		d.Stories[0].Claims = append(d.Stories[0].Claims, c)
	}
	on := things{}
	if err := new(Shelver).Shelve(d, "1 0 0", renderers(), on.get, on.put); err != nil {
		t.Fatal(err)
	}
	shelf, _, err := OpenShelf(on.get)
	if err != nil {
		t.Fatal(err)
	}
	memory := Whole(d, renderers())
	all := []asked{{}, {query: "mill"}, {query: "second"}, {report: "r2"}, {verdict: string(stemma.Unattributed)},
		{query: "mi st"}, {query: "MILL second"}, {query: "."}, {query: "l"}, {query: "c1z"}, {query: "mill stood"},
		{query: "nothing"}, {report: "r"}, {report: "r1\nr2"}, {story: "s1", query: "e"}, {story: "s"},
		{verdict: "un"}, {verdict: string(stemma.Unattributed), query: "d.", report: "r1"},
	}
	for _, by := range all {
		for _, sort := range append(columns(), "", "nothing") {
			want, err1 := sortedRows(memory, by, sort)
			got, err2 := sortedRows(shelf, by, sort)
			if by == (asked{}) && sort == "" {
				var page claimsPage
				places, _, _ := page.rows(shelf, chunkRows-50)
				want = want[chunkRows-50 : chunkRows+50]
				got, err2 = shelf.Rows(places)
			}
			same := slices.EqualFunc(got, want, func(a, b ClaimRow) bool {
				return a.ID == b.ID && a.Statement == b.Statement && slices.Equal(a.Sigla, b.Sigla)
			})
			if err1 != nil || err2 != nil || !same {
				t.Errorf("%v by %q: %d rows and %d, or others", by, sort, len(got), len(want))
			}
		}
	}
}

// TestShelvedAgain: of many stories of which one has changed the words of a sixteenth are put
// there anew, and a search finds what one in memory does.
func TestShelvedAgain(t *testing.T) {
	d := (&deck{}).with(nil)
	one := d.Stories[0]
	for i := range 100 {
		st := one
		st.ID = fmt.Sprint("s", i)
		st.Claims = slices.Clone(one.Claims)
		for k := range st.Claims {
			st.Claims[k].ID, st.Claims[k].Statement = fmt.Sprintf("c%d-%d", i, k), fmt.Sprint("the mill stood in ", i)
		}
		d.Stories = append(d.Stories, st)
	}
	on := things{}
	for turn := range 3 {
		var put, lists int
		if err := new(Shelver).Shelve(d, "1 0 0", renderers(), on.get, func(all map[string][]byte) error {
			put += len(all)
			return on.put(all)
		}); err != nil {
			t.Fatal(err)
		}
		shelf, _, err := OpenShelf(on.get)
		if err != nil {
			t.Fatal(err)
		}
		for i := range shelf.label.Groups {
			lists += len(shelf.label.Groups[i].IDs)
			for _, of := range shelf.label.Groups[i].Words {
				lists += len(of.Words)
			}
		}
		if turn > 0 && put > lists {
			t.Errorf("turn %d: %d things are put anew, of %d lists", turn, put, lists)
		}
		for _, by := range []asked{{query: "in 7"}, {query: "far"}, {story: "s33"}, {query: "mill", report: "r1"}} {
			want, err1 := sortedRows(Whole(d, renderers()), by, "words")
			got, err2 := sortedRows(shelf, by, "words")
			same := slices.EqualFunc(got, want, func(a, b ClaimRow) bool { return a.ID == b.ID })
			if err1 != nil || err2 != nil || !same {
				t.Errorf("turn %d, %v: %d rows and %d, or others", turn, by, len(got), len(want))
			}
		}
		d.Stories[33].Claims = slices.Clone(d.Stories[33].Claims)
		d.Stories[33].Claims[0].Statement = fmt.Sprint("far from the mill ", turn)
	}
}

func sortedRows(f Findings, by asked, sort string) ([]ClaimRow, error) {
	found, err := f.Search(by)
	if err != nil {
		return nil, err
	}
	order, err := f.Order(sort, 0, f.Overview().Claims)
	if err != nil {
		return nil, err
	}
	return f.Rows(slices.Collect(found.all(order)))
}

// TestShelfOfManyPassages: reports of one story may share fifty thousand passages.
func TestShelfOfManyPassages(t *testing.T) { partOf(t, 50_000) }

// TestPartGrowth: a page of two reports is written in about the time that it takes to read their
// passages; each of fifty thousand compared with each were a billion comparisons.
func TestPartGrowth(t *testing.T) {
	if os.Getenv("STEMMA_GROWTH") == "" {
		t.Skip("measures time: make growth")
	}
	if small, large := partOf(t, 5_000), partOf(t, 50_000); large > 40*small+300*time.Millisecond {
		t.Errorf("ten times the passages took %v after %v", large, small)
	}
}

// partOf shelves two reports with so many passages in common, reads them, and says how long that took.
func partOf(t *testing.T, passages int) time.Duration {
	t.Helper()
	d := (&deck{}).with(nil)
	a, b := d.Reports[0].Span(0, 5), d.Reports[1].Span(0, 5)
	for i := range passages {
		d.Reuse = append(d.Reuse, stemma.Reuse{A: a, B: b, Identity: float64(i)})
	}
	on := things{}
	if err := new(Shelver).Shelve(d, "1 0 0", renderers(), on.get, on.put); err != nil {
		t.Fatal(err)
	}
	s, _, err := OpenShelf(on.get)
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	got, err := s.Part("r1", "r2")
	if err != nil || len(got.Reuse) != len(d.Reuse) {
		t.Errorf("%d passages: %v", len(got.Reuse), err)
	}
	return time.Since(begun)
}
