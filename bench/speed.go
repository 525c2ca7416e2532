package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stemma/internal/reuse"
)

// The bars of the table; the first three are shares and speeds to reach.
const (
	leastSpeed   = 40.0 // MB/s of text
	leastOfLimit = 0.25 // of the speed of tokenising and hashing alone
	mostShared   = 1.5  // times as slow with a shared paragraph
)

// speed puts up the searches of Reuters, as it is and with a shared paragraph.
func (b *bench) speed() error {
	if b.reuters == nil {
		return nil
	}
	plain, err := b.reutersFile()
	if err != nil {
		return err
	}
	bytes := float64(size(b.reuters)) / megabyte
	whole := b.put(b.engine.task("all pairs, Reuters", plain, 0))
	inside := b.put(timed("all pairs, Reuters, in this process", func() error { return b.searchTo(plain) }))
	limit := b.put(timed("tokenising and hashing alone", func() error { scanAll(b.reuters, b.cores); return nil }))
	b.row(func() {
		b.table.atLeast(fmt.Sprintf("all pairs, Reuters, %d reports, %.1f MB: MB/s end to end", len(b.reuters), bytes),
			bytes/whole.seconds(), leastSpeed, "%.1f")
		b.table.note("  the same in this process: MB/s", fmt.Sprintf("%.1f", bytes/inside.seconds()))
		b.table.note("  tokenising and hashing alone: MB/s", fmt.Sprintf("%.1f", bytes/limit.seconds()))
		b.table.atLeast("  share of that, in this process, of processor time", limit.processor()/inside.processor(),
			leastOfLimit, "%.3f")
		b.table.note("  share of that, end to end, of processor time",
			fmt.Sprintf("%.3f", limit.processor()/whole.processor()))
	})
	return b.sharedParagraph(whole)
}

// reutersFile writes Reuters once.
func (b *bench) reutersFile() (string, error) {
	file := filepath.Join(b.dir, "reuters.jsonl")
	if _, err := os.Stat(file); err == nil {
		return file, nil
	}
	return file, writeCorpus(file, b.reuters)
}

// searchTo searches a file in this process and writes the passages to another.
func (b *bench) searchTo(file string) error {
	f, err := os.Create(filepath.Join(b.dir, "inside.jsonl"))
	if err != nil {
		return err
	}
	defer f.Close()
	return searchFile(file, f, b.cores, 0, "")
}

// sharedParagraph puts up the search of Reuters where a tenth of the reports
// share a paragraph, and says whether a pair of the plain run is lost.
func (b *bench) sharedParagraph(plain *task) error {
	shared := withParagraph(b.reuters)
	file := filepath.Join(b.dir, "paragraph.jsonl")
	if err := writeCorpus(file, shared); err != nil {
		return err
	}
	t := b.put(b.engine.task("a tenth shares a paragraph", file, 0))
	before, err := passagesOf(b.reuters, b.cores)
	if err != nil {
		return err
	}
	after, err := passagesOf(shared, b.cores)
	if err != nil {
		return err
	}
	lost := missing(pairsOf(before), pairsOf(after))
	long := 0
	for _, p := range lost {
		long += one(longestRun(b.reuters[p.a].Text, b.reuters[p.b].Text) >= reuse.Guarantee)
	}
	b.row(func() {
		b.table.atMost("a tenth of all reports shares a paragraph: times as slow", t.seconds()/plain.seconds(),
			mostShared, "%.2f")
		b.table.atMost(fmt.Sprintf("  lost of %d pairs, with a run of 8 words", len(pairsOf(before))), float64(long),
			0, "%.0f")
		b.table.note("  lost without one, which luck had found", fmt.Sprint(len(lost)-long))
	})
	return nil
}

// paragraph is what the tenth reports share: made up.
const paragraph = "The harbour board of Oldmere said on Thursday that the new ferry quay would open in spring, " +
	"two years later than planned, because the first builder had gone bankrupt and the second had found old " +
	"timber piles below the mud, which divers must now saw off one by one before the concrete can be " +
	"poured and the cranes can return."

// withParagraph gives the reports anew, every tenth with the paragraph at its
// end.
func withParagraph(all []report) []report {
	shared := slices.Clone(all)
	for i := 0; i < len(shared); i += 10 {
		shared[i].Text = strings.TrimRight(shared[i].Text, "\n") + "\n" + paragraph
	}
	return shared
}

// missing gives what of the first is not in the second; both are in order.
func missing(want, have []pair) []pair {
	var lost []pair
	for _, p := range want {
		if _, found := slices.BinarySearchFunc(have, p, comparePairs); !found {
			lost = append(lost, p)
		}
	}
	return lost
}
