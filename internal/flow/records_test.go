package flow

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/reuse"
)

func TestRecords(t *testing.T) {
	doc := reuse.Doc{Name: "a", Input: "b.jsonl", Place: 300, Outlet: "Ä", Published: "2024-05-06"}
	check(t, PutReports, ReadReports, Report{doc, []byte("text")}, Report{Text: []byte{}})
	check(t, PutSummaries, ReadSummaries, Summary{doc, reuse.Digest{Hash: 1 << 63, Words: 7}})
	check(t, PutTexts, ReadTexts, Text{1, []byte("one")}, Text{1 << 31, []byte{}})
	check(t, PutNeeds, ReadNeeds, Need{1, 2}, Need{3, 1 << 31})
	check(t, PutPostings, ReadPostings, reuse.Posting{Key: 1 << 63, Doc: 2, Word: 3}, reuse.Posting{})
	check(t, PutLinks, ReadLinks, reuse.Link{A: 1, B: 2, WordA: 3, WordB: 4})
	check(t, PutMembers, ReadMembers, reuse.Member{Hub: 1, HubWord: 2, Doc: 3, Word: 4, Near: 5})
	check(t, PutPlaces, ReadPlaces, reuse.Place{Doc: 1, Word: 2})
	check(t, PutMasts, ReadMasts, reuse.Mast{Outlet: 1, Hash: 1 << 63})
	check(t, PutPassages, ReadPassages, reuse.Passage{A: 1, B: 2, A0: 3, A1: 4, B0: 5, B1: 6, Equal: 7, Columns: 8})
}

// check writes records, reads them, and reads each beginning of them: a record
// that is cut is an error or was whole before the cut, and never a panic.
func check[T any](t *testing.T, put func(Many[T]) []byte, read func([]byte) (Many[T], error), all ...T) {
	t.Helper()
	data := put(Many[T]{all})
	got, err := read(data)
	if diff := cmp.Diff(all, got.Of); diff != "" || err != nil {
		t.Errorf("%T: %v %s", all, err, diff)
	}
	cuts := 0
	for n := range data {
		if some, err := read(data[:n]); err != nil {
			cuts++
		} else if len(some.Of) >= len(all) {
			t.Errorf("%T: whole after %d of %d bytes", all, n, len(data))
		}
	}
	if cuts < len(data)-len(all) {
		t.Errorf("%T: only %d of %d cuts seen", all, cuts, len(data))
	}
}

// TestAgain has an engine run a bundle again, its records in another order.
func TestAgain(t *testing.T) {
	scanner := reuse.NewScanner()
	summaries, postings := Summaries{}, []reuse.Posting{}
	texts := []string{
		"The board closed the east quay on Monday after engineers had found a crack in its wall.",
		"It said that the board closed the east quay on Monday after engineers had found a crack in it.",
	}
	for i, text := range texts {
		var row reuse.Row
		scanner.Scan(text, &row)
		summaries.Of = append(summaries.Of, Summary{Doc: reuse.Doc{Name: string(rune('a' + i))},
			Digest: reuse.DigestOf(&row)})
		postings = append(postings, scanner.Fingerprint(&row, uint32(i), nil)...)
	}
	link := func(order []reuse.Posting) (links []reuse.Link, needs []Need) {
		step := &Link{Share{Shards: 1}}
		step.ProcessElement(0, once(Postings{order}), once(summaries),
			func(_ int, l Links) { links = append(links, l.Of...) }, func(int, Members) {}, func(int, Places) {},
			func(Masts) {},
			func(_ int, n Needs) { needs = append(needs, n.Of...) })
		return links, needs
	}
	links, needs := link(append([]reuse.Posting(nil), postings...))
	for i, j := 0, len(postings)-1; i < j; i, j = i+1, j-1 {
		postings[i], postings[j] = postings[j], postings[i]
	}
	again, needed := link(postings)
	if len(links) == 0 || len(needs) != 2 {
		t.Fatalf("%d links, %d texts needed", len(links), len(needs))
	}
	if diff := cmp.Diff(links, again) + cmp.Diff(needs, needed); diff != "" {
		t.Error(diff)
	}
}

func once[T any](x T) func(*T) bool {
	done := false
	return func(to *T) bool {
		if done {
			return false
		}
		*to, done = x, true
		return true
	}
}

// TestUnpacked: what claims to be longer than anything written here is not made room for.
func TestUnpacked(t *testing.T) {
	claims := binary.AppendUvarint(nil, mostUnpacked+1)
	for _, from := range [][]byte{nil, {}, claims, append(claims, 1, 2, 3), []byte("no such format")} {
		if _, err := ReadTexts(from); !errors.Is(err, errCut) {
			t.Errorf("texts of %q: %v", from, err)
		}
		if _, err := ReadReports(from); !errors.Is(err, errCut) {
			t.Errorf("reports of %q: %v", from, err)
		}
	}
	long := bytes.Repeat([]byte("The board closed the east quay. "), 1<<12)
	if packed := PutTexts(Texts{[]Text{{1, long}}}); len(packed) > len(long)/10 {
		t.Errorf("%d bytes are packed to %d", len(long), len(packed))
	}
}
