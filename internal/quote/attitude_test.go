package quote_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestForms is about the forms in which attitudes and what is told stand, as
// "kind: source | cue | content".
func TestForms(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// What stands in another's words is that one's.
		{"Pell said that she wants a bridge and that the council hopes for another.",
			"indirect: Pell | said | she wants a bridge and that the council hopes for another"},
		{"“It will fall,” said Ana Dorn, who supports the mayor.",
			"direct: Ana Dorn, who supports the mayor | said | “It will fall,”"},
		{"Pell backed the crew after the owners said the ship was safe.",
			"indirect: Pell | backed | the crew; indirect: the owners | said | the ship was safe"},
		// Participles.
		{"Asked whether the port was safe, Pell said nothing.",
			"indirect: - | Asked | whether the port was safe; indirect: Pell | said | nothing"},
		{"When asked about the strike, the mayor smiled.", "indirect: - | asked about | the strike"},
		{"A plan opposed by the union was dropped.", "indirect: the union | opposed | A plan"},
		{"Noting the risk, Pell left the hall.", "indirect: Pell | Noting | the risk"},
		// Modals and reflexives.
		{"The mayor would support a ban on trawlers.", "indirect: The mayor | would support | a ban on trawlers"},
		{"Dorn describes herself as a realist.", "indirect: Dorn | describes | herself as a realist"},
		// Words that stand for people, and that part subject and verb.
		{"Some accused the mayor of neglect.", "indirect: Some | accused | the mayor of neglect"},
		{"Nearly one in five say that the pier is closed.", "indirect: Nearly one in five | say | the pier is closed"},
		{"The clerks have both argued that the pier is closed.",
			"indirect: The clerks | have both argued | the pier is closed"},
		{"A majority of sailors say that the pier is closed.",
			"indirect: A majority of sailors | say | the pier is closed"},
		{"The sailors polled said the pier was closed.", "indirect: The sailors polled | said | the pier was closed"},
		{"Pell himself said the pier was closed.", "indirect: Pell himself | said | the pier was closed"},
		{"Pell last week said the pier was closed.", "indirect: Pell | said | the pier was closed"},
		{"Pell hopes to work across the aisle.", "indirect: Pell | hopes to | work across the aisle"},
		// The words that name the source.
		{"Pell, who has criticised the plan, left.", "indirect: who | has criticised | the plan"},
		{"About 200 sailors said the pier was closed.", "indirect: About 200 sailors | said | the pier was closed"},
		{"Pell on Monday said the pier was closed.", "indirect: Pell | said | the pier was closed"},
		{"In a Lantern poll, four in ten were late.", "indirect: a Lantern poll | In | four in ten were late"},
		// What can hold nothing is no source of an attitude.
		{"The long storm ripped into the pier on the north side.",
			"indirect: - | ripped into | the pier on the north side"},
		// None.
		{"Two state parties meet in Aldwick.", ""},
		{"It turned out that the pier was closed.", ""},
		{"It is clear that the pier is closed.", ""},
		{"The pier is supposed to close.", ""},
	} {
		var got []string
		for _, a := range readAll(t, c.text) {
			got = append(got, show(a))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}

// TestImperative is about words that have their capital from their place.
func TestImperative(t *testing.T) {
	_, speakers := read(t, "Follow the news here. She said the pier was closed.")
	for _, s := range speakers {
		if s.Name == "Follow" {
			t.Errorf("a speaker %+v", s)
		}
	}
}
