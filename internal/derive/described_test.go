package derive

import (
	"strings"
	"testing"
)

// TestCalledByPlace: "a Selmouth paper" is the one paper of the pile with Selmouth in its name, if it
// has what is credited; a station, a paper of another place and a noun that opens a name are not.
func TestCalledByPlace(t *testing.T) {
	for credit, want := range map[string]string{
		"Forty bolts of the iron bridge were found missing on Monday, a Selmouth morning paper has it.":     "a > b",
		"Forty bolts of the iron bridge were found missing on Monday, says a paper in Selmouth.":            "a > b",
		"In Selmouth, a newspaper there says, forty bolts of the iron bridge were found missing on Monday.": "a > b",
		"Forty bolts of the iron bridge were found missing on Monday, a Selmouth station has it.":           "",
		"Forty bolts of the iron bridge were found missing on Monday, a Harrow morning paper has it.":       "",
		"The price of salt has doubled since the spring, a Selmouth morning paper has it.":                  "",
	} {
		text := credit + "\n\nThe ferry of Tern took twice as many people as in other weeks, its keeper said."
		got := drawn(build(t, map[string]string{"a": bell, "b": by("Tern Post", "9 May 2021", text)}))
		if strings.HasPrefix(got, "a > b") != (want != "") {
			t.Errorf("%s: got %q, want %q", credit, got, want)
		}
	}
}

// TestOnTheRadio: what somebody said "on the radio" is from the one script in which he speaks.
func TestOnTheRadio(t *testing.T) {
	script := "RADIO ORRIN\nThe Morning Round, 5 May 2021\n\n" +
		"KELL: Ada Wren is the engineer of Selmouth. Good morning.\n\n" +
		"ADA WREN: Good morning. I counted forty holes where the bolts had been, and I would not walk on it.\n\n" +
		"KELL: Will it stay shut?\n\nADA WREN: It will stay shut until somebody pays for new ones.\n\nKELL: Thank you."
	for said, want := range map[string]string{
		"Ada Wren said on the radio that she would not walk on it.": "a > b citation",
		"Ada Wren said in the town hall that the radio was broken.": "",
	} {
		text := "The bridge keeps the town of Selmouth awake.\n\n" + said
		got := drawn(build(t, map[string]string{"a": script, "b": by("Tern Post", "9 May 2021", text)}))
		if strings.Contains(got, "a > b") != (want != "") {
			t.Errorf("%s: got %q, want %q", said, got, want)
		}
	}
}

// TestOfYesterday: what an outlet told yesterday is not its report of last week.
func TestOfYesterday(t *testing.T) {
	for date, want := range map[string]string{
		"5 May 2021":  "a > b summary",
		"15 May 2021": "(Selmouth Bell, outlet) > b rewrite",
	} {
		text := "Forty bolts of the iron bridge are missing, the Selmouth Bell reported yesterday."
		if got := drawn(build(t, map[string]string{"a": bell, "b": by("Tern Post", date, text)})); got != want {
			t.Errorf("%s: got %q, want %q", date, got, want)
		}
	}
}

// TestOccasion: one interview is one lost witness, whether its programme is named or not; what was said
// on another day is another.
func TestOccasion(t *testing.T) {
	for told, want := range map[string]int{
		"Ada Wren told CNN that the bolts were cut.":           2,
		"Ada Wren told CNN on Friday that the bolts were cut.": 1,
	} {
		named := "Ada Wren, the engineer, said on CNN's “New Day” on Monday that the bolts were cut with a saw."
		got := drawn(build(t, map[string]string{
			"a": by("Orrin Gazette", "8 May 2021", "It rained on the salt works, and on the carts.\n\n"+named),
			"b": by("Tern Post", "9 May 2021", "The bridge keeps the town awake, and its keepers too.\n\n"+told),
		}))
		if strings.Count(got, "New Day") != want {
			t.Errorf("%s: got\n%s\nwant %d of one programme", told, got, want)
		}
	}
}
