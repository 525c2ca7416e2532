package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma"
	"stemma/internal/quote"
	"stemma/internal/segment"
)

// readAll gives the attributions of a text with those that tell nothing.
func readAll(t testing.TB, text string) []stemma.Attribution {
	t.Helper()
	lang := english(t)
	r := quote.New(lang)
	s := segment.Split(report("r1", "The Marsh Lantern", text), lang)
	all, _ := r.Join([]*stemma.Text{s}, []quote.Reading{r.ReadAll(s)})
	return all
}

// TestReadAll writes an attribution as "act, told or not: source | cue |
// content". Read gives those that are told, and no other.
func TestReadAll(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ito said the ferry was late.", "speech, told: Ito | said | the ferry was late"},
		{"Ito believes that the ferry is safe.", "belief, told: Ito | believes | the ferry is safe"},
		{"Ito hopes that the ferry sails.", "belief, told: Ito | hopes | the ferry sails"},
		// Belief that nobody hands on.
		{"Ito is confident that the ferry will sail.", "belief, not told: Ito | is confident | the ferry will sail"},
		{"Ito decided to sail on Monday.", "belief, not told: Ito | decided | to sail on Monday"},
		{"Ito's support for the plan was clear.", "belief, not told: Ito's | support for | the plan"},
		{"It appears that the ferry left.", "belief, not told: - | appears | that the ferry left"},
		// Perception.
		{"Ito saw the ferry leave.", "perception, not told: Ito | saw | the ferry leave"},
		// What is spoken, but tells nothing.
		{"Ito tried to convince the crew.", "speech, not told: Ito | tried to convince | the crew"},
		{"Ito was asked about the leak.", "speech, not told: - | was asked about | the leak"},
		{"Bell was accused of hiding the leak.", "speech, not told: - | was accused of | Bell … hiding the leak"},
		// Both in one sentence.
		{"Ito said it sank. Bell is sure that it sails.",
			"speech, told: Ito | said | it sank; belief, not told: Bell | is sure | it sails"},
		// Neither.
		{"The ferry left at noon.", ""},
	} {
		var got, told []string
		for _, a := range readAll(t, c.text) {
			form := ", told"
			if !a.Told {
				form = ", not told"
			}
			_, what, _ := strings.Cut(show(a), ": ")
			got = append(got, fmt.Sprintf("%s%s: %s", a.Act, form, what))
			if a.Told {
				told = append(told, what)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
		found, _ := read(t, c.text)
		var plain []string
		for _, a := range found {
			if !a.Told {
				t.Errorf("%s: Read gives %s", c.text, show(a))
			}
			_, what, _ := strings.Cut(show(a), ": ")
			plain = append(plain, what)
		}
		if diff := cmp.Diff(told, plain); diff != "" {
			t.Errorf("%s: Read\n%s", c.text, diff)
		}
	}
}

// TestRefusal is about what is not said: the refusal is credited by ReadAll.
func TestRefusal(t *testing.T) {
	text := "Ito declined to comment on the leak."
	if found, _ := read(t, text); len(found) > 0 {
		t.Errorf("Read: %s", show(found[0]))
	}
	all := readAll(t, text)
	if len(all) == 0 || all[0].Stance != stemma.Denying || all[0].Told ||
		show(all[0]) != "indirect: Ito | declined | to comment on the leak" {
		t.Errorf("%+v", all)
	}
}

// TestExtents is about the whole words for a source: ReadAll shows them, Read
// the source proper.
func TestExtents(t *testing.T) {
	for _, c := range []struct{ text, whole, proper string }{
		{"“The ferry is late,” said Ito, 44.", "Ito, 44", "Ito"},
		{"“The ferry is late,” said Anna Ito, a former pilot.", "Anna Ito, a former pilot", "Anna Ito"},
		{"“The ferry is late,” said Anna Ito, a former pilot who left last year.",
			"Anna Ito, a former pilot who left last year", "Anna Ito"},
		{"“The ferry is late,” said Ito on Monday.", "Ito", "Ito"},
		{"“The ferry is late,” said Ito, and it sank.", "Ito", "Ito"},
	} {
		all := readAll(t, c.text)
		found, _ := read(t, c.text)
		if len(all) == 0 || len(found) == 0 || all[0].Source == nil || found[0].Source == nil {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		if all[0].Source.Text != c.whole || found[0].Source.Text != c.proper {
			t.Errorf("%s: whole %q, proper %q", c.text, all[0].Source.Text, found[0].Source.Text)
		}
	}
}

// TestPress is about outlets whose names have several words, and what only a
// credit to an outlet may look like.
func TestPress(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The bridge is unsafe, the Des Moines Register's Anna Ito wrote.",
			"indirect: the Des Moines Register's Anna Ito | wrote | The bridge is unsafe"},
		{"USA TODAY's report said that it sank.", "indirect: USA TODAY's report | said | it sank"},
		{"The sale, first reported by the Harbour Gazette, fell through.",
			"indirect: the Harbour Gazette | first reported by | The sale … fell through"},
		{"The sale, revealed by the Harbour Gazette, fell through.",
			"indirect: the Harbour Gazette | revealed by | The sale … fell through"},
		// The crew is no outlet, and welcoming no publishing.
		{"The sale, first reported by the crew, fell through.", ""},
		{"The sale, welcomed by the Harbour Gazette, fell through.", ""},
	} {
		compare(t, c.text, c.want)
	}
}

// TestQuotingCues is about cues that credit quotations only.
func TestQuotingCues(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ito issued the following statement: “Our thoughts are with all those at sea.”",
			"direct: Ito | issued the following statement | “Our thoughts are with all those at sea.”"},
		{"“This is fantastic news for us,” beamed Anna Ito of Aldwick.",
			"direct: Anna Ito of Aldwick | beamed | “This is fantastic news for us,”"},
		{"The lamp beamed at the ferry.", ""},
	} {
		compare(t, c.text, c.want)
	}
}
