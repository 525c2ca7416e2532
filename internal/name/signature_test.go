package name_test

import "testing"

func TestSignature(t *testing.T) {
	for text, want := range map[string]string{
		"It is late. — Ada Wren (@adawren) March 3, 2016":     "Ada Wren",
		"It is late — Ada Wren-Pell (@ada)":                   "Ada Wren-Pell",
		"It is late. (@adawren) March 3, 2016":                "",
		"— Ada Wren (@adawren) March 3, 2016":                 "",
		"It is late. — Ada Wren (@adawren) March 3, and more": "",
		"It is late. — Ada Wren (adawren)":                    "",
		"(@a":                                                 "",
		"":                                                    "",
	} {
		f, s := finderOf(t, "en", text)
		from, to := f.Signature(0, len(s.Tokens))
		got := ""
		if from < to {
			got = text[s.Tokens[from].Start:s.Tokens[to-1].End]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
