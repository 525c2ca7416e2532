package language

import "testing"

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load("en"); err != nil {
			b.Fatal(err)
		}
	}
}
