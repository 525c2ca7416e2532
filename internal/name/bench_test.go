package name

import (
	"testing"

	"stemma/internal/language"
)

func BenchmarkNew(b *testing.B) {
	packs, err := language.All()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		New(nil, packs...)
	}
}
