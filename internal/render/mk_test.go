package render

import (
	"math/rand"
	"os"
	"testing"
)

func TestMk(t *testing.T) {
	if os.Getenv("MK") == "" {
		t.Skip()
	}
	os.WriteFile("/tmp/many.html", []byte(pageOf(t, many(30, 10))), 0o644)
	os.WriteFile("/tmp/grown.html", []byte(pageOf(t, grown(rand.New(rand.NewSource(3)), 24))), 0o644)
	os.WriteFile("/tmp/large.html", []byte(pageOf(t, many(50, 1))), 0o644)
}
