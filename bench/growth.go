package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strconv"
)

const (
	mostSlope = 1.1
	// gigabyte is what AllSides is grown to with -long, in bytes of text.
	gigabyte = 1_000_000_000
)

// growth puts up the searches of the grown corpora.
func (b *bench) growth() error {
	if b.reuters != nil {
		w := newWheel(b.reuters)
		whole := size(b.reuters)
		again := func(r *record, copy int) { r.Text = w.turn(r.Text, copy) }
		if err := b.grown("Reuters in rotated copies", b.reuters, []int64{whole, 10 * whole, 40 * whole},
			again); err != nil {
			return err
		}
	}
	if b.allsides == nil {
		return nil
	}
	told := everySecond(b.allsides)
	w := newWheel(told)
	whole := 2 * size(told)
	sizes := []int64{whole, 2 * whole}
	if b.long {
		sizes = append(sizes, gigabyte)
	}
	return b.grown("AllSides, each story told twice", told, sizes, w.toldAgain)
}

// everySecond gives every second report.
func everySecond(all []report) []report {
	half := make([]report, 0, len(all)/2+1)
	for i := 0; i < len(all); i += 2 {
		half = append(half, all[i])
	}
	return half
}

// toldAgain makes of a report text number copy of its story: 1 is a rewrite, 2
// another story in other words by another outlet, 3 the rewrite of that, and so
// on. (In other words, the masthead of an outlet is another one's: two of them
// in one outlet would each be in half of its reports, and masthead no more.)
func (w *wheel) toldAgain(r *record, copy int) {
	if story := copy / 2; story > 0 {
		r.Text = w.turn(r.Text, story)
		r.Outlet += "/" + strconv.Itoa(story)
	}
	if copy%2 == 1 {
		r.Text = w.rewrite(r.Text, -copy, seeded(r.ID, copy))
	}
}

// seeded gives the random numbers of one copy of a report.
func seeded(id string, copy int) *rand.Rand {
	var h uint64
	for _, c := range []byte(id) {
		h = mixed(h, uint64(c))
	}
	return rand.New(rand.NewPCG(uint64(copy), h))
}

// grown puts up the searches of one corpus at several sizes.
func (b *bench) grown(name string, all []report, sizes []int64, again func(*record, int)) error {
	var bytes []float64
	var tasks []*task
	for i, least := range sizes {
		file := filepath.Join(b.dir, fmt.Sprintf("grown-%s-%d.jsonl", name[:4], i))
		n, err := grow(file, all, least, again)
		if err != nil {
			return err
		}
		bytes = append(bytes, float64(n))
		tasks = append(tasks, b.put(b.engine.task(fmt.Sprintf("%s, %.0f MB", name, float64(n)/megabyte), file,
			b.memory)))
	}
	b.row(func() { b.growthRows(name, bytes, tasks) })
	return nil
}

func (b *bench) growthRows(name string, bytes []float64, tasks []*task) {
	var seconds []float64
	var peak int64
	for i, t := range tasks {
		if t.err != nil {
			b.table.add(t.name, t.err.Error(), "", false)
		}
		b.table.note(t.name, fmt.Sprintf("%.2f s, %.1f MB/s, peak %d MiB", t.seconds(), bytes[i]/megabyte/t.seconds(),
			t.peak()>>20))
		seconds = append(seconds, t.seconds())
		peak = max(peak, t.peak())
	}
	k, err := slope(bytes, seconds)
	if err != nil {
		b.table.skip(name+": slope", err.Error())
		return
	}
	b.table.atMost(name+": slope", k, mostSlope, "%.3f")
	b.table.atMost("  peak memory, MiB", float64(peak>>20), float64(b.memory>>20), "%.0f")
}
