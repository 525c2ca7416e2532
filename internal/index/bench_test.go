package index

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkIndex adds 20,000 made reports, opens their index and asks it.
func BenchmarkIndex(b *testing.B) {
	reports := made(20_000, rand.New(rand.NewPCG(5, 6)))
	bytes := 0
	for _, r := range reports {
		bytes += len(r.Text)
	}
	dir := b.TempDir()
	build(b, dir, reports)
	b.Run("add", func(b *testing.B) {
		b.SetBytes(int64(bytes))
		for b.Loop() {
			build(b, b.TempDir(), reports)
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			x, err := Open(dir)
			if err != nil {
				b.Fatal(err)
			}
			x.Close()
		}
	})
	b.Run("query", func(b *testing.B) {
		x, err := Open(dir)
		if err != nil {
			b.Fatal(err)
		}
		defer x.Close()
		q := x.NewQuery(0, 2)
		for i := 0; b.Loop(); i++ {
			if _, err := q.Find(Report{Name: "?", Text: reports[i%len(reports)].Text}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
