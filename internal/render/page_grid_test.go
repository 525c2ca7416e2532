package render

import (
	"testing"

	"stemma"
)

// TestSayingOf: what may say something else is told apart from what says it, in the text
// or in the headline alone.
func TestSayingOf(t *testing.T) {
	tests := []struct {
		of   stemma.Statement
		want saying
	}{
		{stemma.Statement{}, inBody}, {stemma.Statement{Headline: true}, inTitle},
		{stemma.Statement{Loose: true}, perhaps}, {stemma.Statement{Loose: true, Headline: true}, perhaps},
	}
	for _, tt := range tests {
		if got := sayingOf(&tt.of); got != tt.want {
			t.Errorf("%+v: %d, not %d", tt.of, got, tt.want)
		}
	}
}
