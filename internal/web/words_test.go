package web

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestWordRows: what is found by a part of a word, or a whole one, is what a look at every row
// finds, in however many parts the words lie.
func TestWordRows(t *testing.T) {
	var rows [][]string
	for i := range 3000 {
		row := []string{"the", "the", fmt.Sprint("w", i%700), fmt.Sprint("x", i*i%1111)}
		if i%5 == 0 {
			row = append(row, "éclair", strings.Repeat("long", 50)+fmt.Sprint(i))
		}
		rows = append(rows, row)
	}
	var stories []*shelvedStory
	var parts []wordPart
	for from, size := 0, 1; from < len(rows); from, size = from+size, size*3 {
		x, w := &shelvedStory{claims: make([]tableClaim, min(size, len(rows)-from))}, newWordRows()
		for i := range x.claims {
			for _, word := range rows[from+i] {
				w.add(word, i)
			}
		}
		x.words[toldWords] = w.bytes()
		stories = append(stories, x, &shelvedStory{})
	}
	joinWords(stories, toldWords, func(p wordPart) { parts = append(parts, p) })
	if len(parts) < 2 {
		t.Fatalf("%d parts are too few to test them", len(parts))
	}
	for _, word := range []string{"the", "w1", "w699", "e", "x", "éclair", "air", "g5", "none", "hew", "", "the\nw"} {
		for _, whole := range []bool{false, true} {
			found := newRowSet(len(rows))
			for _, p := range parts {
				if !addRows(found, len(rows), string(p.rows), wordsWith(string(p.words), word, whole)) {
					t.Errorf("%q: a part is damaged", word)
				}
			}
			for i, row := range rows {
				want := slices.ContainsFunc(row, func(x string) bool {
					return word != "" && (x == word || !whole && strings.Contains(x, word))
				})
				if found.has(i) != want {
					t.Fatalf("%q (whole: %v), row %d: %v", word, whole, i, found.has(i))
				}
			}
		}
	}
}

// FuzzAddRows: rows that are damaged are said to be, and no row is found that there is not.
func FuzzAddRows(f *testing.F) {
	f.Add("\x02\x01\x03", "a\nb\n", "a")
	f.Add("\x01\xff\x05", "a\n", "a")
	f.Add("\x09\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "a\n", "a")
	f.Fuzz(func(t *testing.T, rows, words, word string) {
		found := newRowSet(100)
		for _, whole := range []bool{false, true} {
			places := wordsWith(words, word, whole)
			if !slices.IsSorted(places) {
				t.Errorf("%v", places)
			}
			addRows(found, 99, rows, places)
			if found.has(99) {
				t.Error("a row that there is not")
			}
		}
		if got := getRows(rows, 3, 3); got != nil && (len(got) != 3 || slices.Min(got) < 0 || slices.Max(got) > 2) {
			t.Error("rows of another table")
		}
	})
}

func TestRowSet(t *testing.T) {
	s := newRowSet(130)
	for _, row := range []int{0, 63, 64, 129} {
		s.add(row)
	}
	if got := slices.Collect(s.all(nil)); !slices.Equal(got, []int32{0, 63, 64, 129}) || s.size() != 4 {
		t.Errorf("%v, %d", got, s.size())
	}
	if got := slices.Collect(s.all([]int32{129, 5, 0})); !slices.Equal(got, []int32{129, 0}) {
		t.Errorf("%v", got)
	}
	if got := getRows(putRows([]int32{2, 0, 1}), 3, 3); !slices.Equal(got, []int32{2, 0, 1}) {
		t.Errorf("%v", got)
	}
	if getRows(putRows([]int32{3, 0, 1}), 3, 3) != nil || getRows("abc", 1, 1) != nil || getRows("", 1, 1) != nil {
		t.Error("rows that there are not")
	}
}
