package pipeline

import (
	"regexp"
	"slices"
	"testing"

	"stemma"
)

var idForm = regexp.MustCompile(`^[acdopsx][0-9a-f]{5,64}$`)

// idsOf lists the ids of a dossier, each with what it is an id of.
func idsOf(d *stemma.Dossier) map[string]string {
	ids := map[string]string{}
	for _, a := range d.Attributions {
		ids[a.ID] = "attribution"
	}
	for _, s := range d.Speakers {
		ids[s.ID] = "speaker " + s.Name
	}
	for _, s := range d.Stories {
		ids[s.ID] = "story"
		for _, v := range s.Descents {
			ids[v.ID] = "descent"
		}
		for _, o := range s.Origins {
			ids[o.ID] = "origin"
		}
		for _, c := range s.Claims {
			ids[c.ID] = "claim " + c.Statement
		}
		for _, x := range s.Drifts {
			ids[x.ID] = "drift"
		}
	}
	return ids
}

// TestIds makes sure that ids are unique and that every reference meets one.
func TestIds(t *testing.T) {
	for _, g := range goldenStories(t) {
		d := trace(t, g.folder)
		ids := idsOf(d)
		n := len(d.Attributions) + len(d.Speakers)
		for _, s := range d.Stories {
			n += 1 + len(s.Descents) + len(s.Origins) + len(s.Claims) + len(s.Drifts)
		}
		if len(ids) != n {
			t.Errorf("%s: %d ids for %d findings", g.name, len(ids), n)
		}
		for id, what := range ids {
			if !idForm.MatchString(id) {
				t.Errorf("%s: id %q of a %s", g.name, id, what)
			}
		}
		for _, id := range references(d) {
			if ids[id] == "" {
				t.Errorf("%s: nothing has the id %q", g.name, id)
			}
		}
	}
}

func references(d *stemma.Dossier) []string {
	var all []string
	add := func(ids ...stemma.Maybe) {
		for _, id := range ids {
			if id != "" {
				all = append(all, string(id))
			}
		}
	}
	for _, a := range d.Attributions {
		add(a.Speaker, a.Within, a.ReceiverSpeaker)
	}
	for _, s := range d.Stories {
		for _, o := range s.Origins {
			all = append(all, o.Sources...)
		}
		for _, c := range s.Claims {
			all = append(all, c.Origins.IDs...)
			for _, st := range c.Statements {
				add(st.Attribution)
				all = append(all, st.Chain...)
			}
		}
		for _, x := range s.Drifts {
			add(x.Claim, x.Descent)
		}
	}
	return all
}

// TestIdsStay adds a later report to a pile: what was found before is found
// under the same ids.
func TestIdsStay(t *testing.T) {
	files := map[string]string{
		"01.txt": ("Forty tiles blown off tide mill\nAldgrove Bell\n3 March 2016\n\n" +
			"The gale of Tuesday night took 40 tiles off the roof of the tide mill, its keeper, Ada Wren, told the " +
			"Bell.\n\n" +
			"Wren said the repair would cost 900 crowns and be paid by the parish.\n"),
		"02.txt": ("Gale strips tide mill\nCoast Gazette\n4 March 2016\n\n" +
			"The gale took 40 tiles off the tide mill's roof, keeper Ada Wren told the Aldgrove Bell.\n"),
	}
	before := idsOf(trace(t, lay(t, files)))
	files["03.txt"] = ("Mill loses its roof tiles\nSelmouth Post\n9 March 2016\n\n" +
		"Forty tiles are gone from the roof of the tide mill, the Coast Gazette reported. The vicar, Ivo Penn, said " +
		"it was a shame.\n")
	after := idsOf(trace(t, lay(t, files)))
	if len(before) < 8 {
		t.Fatalf("only %d findings", len(before))
	}
	for id, what := range before {
		if after[id] == "" {
			t.Errorf("%s %s is gone", what, id)
		}
	}
}

func TestNamerLengthensWhatIsTaken(t *testing.T) {
	n := newNamer()
	first, second := n.name("c", "the same"), n.name("c", "the same")
	if first == second || len(second) != len(first)+1 {
		t.Errorf("%s and %s", first, second)
	}
}

// TestNamerKnowsLongIds: where all shorter ones are taken an id has as many digits as it
// needs, up to all of them; then it is made of something else.
func TestNamerKnowsLongIds(t *testing.T) {
	n := newNamer()
	seen := map[string]bool{}
	for i := range 70 {
		id := n.name("c", "the same")
		if seen[id] || !idForm.MatchString(id) {
			t.Fatalf("%d: %s", i, id)
		}
		seen[id] = true
	}
}

// TestNamerAgain: ids are given again where all of them are as before; else none of them is
// taken.
func TestNamerAgain(t *testing.T) {
	first := newNamer()
	first.noted = true
	names := []string{first.name("c", "a"), first.name("c", "a"), first.name("x", "b")}
	given := first.given
	n := newNamer()
	if !n.again(given) {
		t.Fatal("nothing is taken, and the ids are others")
	}
	if got := n.name("c", "a"); slices.Contains(names, got) || len(got) != len(names[1])+1 {
		t.Errorf("%s after %q", got, names)
	}
	n = newNamer()
	n.name("x", "b")
	if n.again(given) {
		t.Error("one of the ids is taken")
	}
	if got := n.name("c", "a"); got != names[0] {
		t.Errorf("%s, which was given back, is not free", names[0])
	}
	n = newNamer()
	if n.again(given[1:]) {
		t.Error("a longer id is given while the shorter one is free")
	}
}
