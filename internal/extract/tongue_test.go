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
