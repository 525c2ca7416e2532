package quote_test

import "testing"

// TestTextEndsBehindName reads texts that end with what may open a nickname.
func TestTextEndsBehindName(t *testing.T) {
	for _, text := range []string{
		`The bridge is safe, said Ada Wren (`,
		`The bridge is safe, said Ada Wren "`,
		"“The bridge is safe,” said Ada Wren '",
		"The bridge is safe, said Ada Wren (the",
		"The bridge is safe, said Ada Wren (Pip",
	} {
		if found, _ := read(t, text); len(found) == 0 {
			t.Errorf("%q: nothing read", text)
		}
	}
}
