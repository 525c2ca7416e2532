package quote_test

import (
	"os"
	"testing"
)

// needsGrowth skips a test that measures how time grows with the text, unless
// it is asked for: "make growth". On a busy machine a clock fails what is right.
func needsGrowth(t *testing.T) {
	t.Helper()
	if os.Getenv("STEMMA_GROWTH") == "" {
		t.Skip("measures time: make growth")
	}
}
