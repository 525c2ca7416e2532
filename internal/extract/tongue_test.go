package extract

import "testing"

// TestShortTexts: a sentence is enough to tell a language where its small words
// and its letters agree.
func TestShortTexts(t *testing.T) {
	e := extractor(t)
	for text, want := range map[string]string{
		"Der Pier in Nordhafen bleibt bis Mai geschlossen.":                                         "de",
		"Zwei Tote bei einem Brand in der Lagerhalle am Hafen.":                                     "de",
		"The pier at Northmouth will be shut until May.":                                            "en",
		"Il traghetto per i porti del nord resta in porto":                                          "",
		"Skipet sank i havnen på mandag, sier ordføreren i byen til avisen, og to personer er med.": "",
		"Pier 7 shut": "",
	} {
		if got := e.Language(text); got != want && !(want == "" && got != "en" && got != "de") {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// TestLanguages: two texts are told together as each is by itself, but for short ones,
// which their function words are enough for.
func TestLanguages(t *testing.T) {
	e := allTongues(t)
	german := "Die Fähre zwischen Nordmund und der Insel wurde am Montag angehalten, nachdem ein Riss gefunden war."
	for _, test := range []struct{ a, b, x, y string }{
		{ferryHalted, "The pier will be shut until the spring, said the board.", "en", "en"},
		{ferryHalted, german, "en", "de"},
		{german, german, "de", "de"},
		{"Zzz", german, "", ""},
		{"", "", "", ""},
	} {
		if x, y := e.Languages(test.a, test.b); x != test.x || y != test.y {
			t.Errorf("%q, %q: %q, %q", test.a, test.b, x, y)
		}
	}
}
