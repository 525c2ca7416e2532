package reuse_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/reuse"
)

// machines runs the steps in n shards each, every step of a shard on its own
// and its records in a random order, and gives the passages in order.
func machines(t *testing.T, reports []report, n int, random *rand.Rand) []reuse.Passage {
	t.Helper()
	scanner := reuse.NewScanner()
	summaries := make([]reuse.Summary, len(reports))
	rows := make([]reuse.Row, len(reports))
	for i, r := range reports {
		scanner.Scan(r.text, &rows[i])
		summaries[i] = reuse.Summary{Doc: r.doc(), Digest: reuse.DigestOf(&rows[i])}
	}
	steps := func() *reuse.Steps { return reuse.NewSteps(summaries, 0) }
	s := steps()
	texts := make([]string, len(reports))
	postings := make([][]reuse.Posting, n)
	for i, r := range reports {
		texts[s.Rank(i)] = r.text
		if name := s.Doc(s.Rank(i)).Name; name != r.name {
			t.Fatalf("report %s has the rank of %s", r.name, name)
		}
		for _, p := range scanner.Fingerprint(&rows[i], s.Rank(i), nil) {
			postings[s.HashShard(p, n)] = append(postings[s.HashShard(p, n)], p)
		}
	}
	text := func(rank uint32) (string, error) { return texts[rank], nil }

	links := make([][]reuse.Link, n*n)
	put := func(all []reuse.Link) {
		for _, l := range all {
			links[s.PairShard(l, n)] = append(links[s.PairShard(l, n)], l)
		}
	}
	byDoc, byHub, places := make([][]reuse.Member, n), make([][]reuse.Member, n), make([][]reuse.Place, n)
	var masts []reuse.Mast
	for _, shard := range random.Perm(n) {
		x := steps().Link(mixed(postings[shard], random))
		put(x.Links)
		for _, m := range x.Members {
			byDoc[s.ReportShard(m.Doc, n)] = append(byDoc[s.ReportShard(m.Doc, n)], m)
		}
		for _, p := range x.Frequent {
			places[s.ReportShard(p.Doc, n)] = append(places[s.ReportShard(p.Doc, n)], p)
		}
		masts = append(masts, x.Masts...)
	}
	for _, shard := range random.Perm(n) {
		steps().Near(mixed(byDoc[shard], random), places[shard])
		for _, m := range byDoc[shard] {
			byHub[s.ReportShard(m.Hub, n)] = append(byHub[s.ReportShard(m.Hub, n)], m)
		}
	}
	for _, shard := range random.Perm(n) {
		put(steps().Pair(mixed(byHub[shard], random)))
	}
	var found []reuse.Passage
	add := func(p []reuse.Passage, err error) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, p...)
	}
	for _, shard := range random.Perm(n * n) {
		add(steps().Match(mixed(links[shard], random), masts, text))
	}
	for _, group := range s.Copies() {
		add(steps().Alike(group, text))
	}
	slices.SortFunc(found, func(x, y reuse.Passage) int { return reuse.ComparePassages(&x, &y) })
	return found
}

func mixed[T any](records []T, random *rand.Rand) []T {
	random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
	return records
}

// TestStepsOnMachines has copies, crowds over the cut and a masthead.
func TestStepsOnMachines(t *testing.T) {
	reports := corpus(1400, 17)
	for i := range reports {
		if i%5 != 0 {
			reports[i].text += " a paragraph that four of five reports have at their very end and that is longer " +
				"than a few words"
		}
		if reports[i].outlet == "o1" {
			reports[i].text = "the second outlet puts this line of its own above whatever it prints " + reports[i].text
		}
	}
	var want []reuse.Passage
	s := reuse.NewSearch(reuse.Options{})
	if err := s.Add(batch(reports)); err != nil {
		t.Fatal(err)
	}
	if err := s.Run(context.Background(), func(f reuse.Found) error {
		want = append(want,
			f.Passages...)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(want) < 3000 {
		t.Fatalf("only %d passages", len(want))
	}
	for _, n := range []int{1, 2, 7} {
		got := machines(t, reports, n, rand.New(rand.NewPCG(uint64(n), 1)))
		if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
			t.Fatalf("%d shards: %s", n, diff)
		}
	}
}

// TestHashShardsAreEven: no machine has more postings than the others.
func TestHashShardsAreEven(t *testing.T) {
	scanner := reuse.NewScanner()
	steps := reuse.NewSteps(nil, 0)
	const n = 16
	var sizes [n]int
	all := 0
	for rank, r := range corpus(300, 3) {
		var row reuse.Row
		scanner.Scan(r.text, &row)
		for _, p := range scanner.Fingerprint(&row, uint32(rank), nil) {
			sizes[steps.HashShard(p, n)]++
			all++
		}
	}
	if fullest := slices.Max(sizes[:]); fullest*n > all*5/4 {
		t.Errorf("of %d postings in %d shards the fullest has %d: %v", all, n, fullest, sizes)
	}
}

// TestLinkOfAnyRange has shingles whose hashes differ in their highest bits
// alone, in turn: only an order by all bits brings the equal ones together.
func TestLinkOfAnyRange(t *testing.T) {
	scanner := reuse.NewScanner()
	var summaries []reuse.Summary
	for _, name := range []string{"a", "b", "c"} {
		var row reuse.Row
		scanner.Scan(strings.Repeat(name+" has words of its own ", 12), &row)
		summaries = append(summaries, reuse.Summary{Doc: reuse.Doc{Name: name}, Digest: reuse.DigestOf(&row)})
	}
	for _, bit := range []uint{8, 20, 31, 32, 35, 36, 39} {
		var postings []reuse.Posting
		for doc := range uint32(3) {
			postings = append(postings, posting(0x5a5a, doc, 1), posting(0x5a5a^1<<bit, doc, 40))
		}
		if got := len(reuse.NewSteps(summaries, 0).Link(postings).Links); got != 6 {
			t.Errorf("hashes that differ in bit %d: %d links instead of 6", bit, got)
		}
	}
}

func posting(hash uint64, doc, word uint32) reuse.Posting {
	return reuse.Posting{Key: hash << 24, Doc: doc, Word: word}
}

func lines(passages []reuse.Passage) string {
	var b strings.Builder
	for _, p := range passages {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}
