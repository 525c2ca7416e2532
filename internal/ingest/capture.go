package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"stemma"
)

// result is what a sheaf holds, as captures that stay.
type result struct {
	number   int
	file     string
	captures []held
	places   []int // of the captures, as in Item
	failed   []failure
}

// held is a capture without its data.
type held struct {
	stemma.Capture
	content [sha256.Size]byte
	value   any // what was made of it
}

func newResult(s *sheaf, make func(stemma.Capture) any) result {
	r := result{number: s.Number, file: s.file, failed: append([]failure(nil), s.failed...)}
	for i, it := range s.Items {
		c := it.Capture()
		received := s.raw[i]
		if received == nil {
			received = it.Data
		}
		c.SHA256 = digest(received)
		h := held{content: content(c), value: make(c)}
		c.Data = nil
		h.Capture = c
		r.captures = append(r.captures, h)
		r.places = append(r.places, it.Place)
	}
	return r
}

// Capture is the item as a capture, without its digest; it shares the data.
func (it *Item) Capture() stemma.Capture {
	c := stemma.Capture{Input: it.Input, Media: it.Media, Data: it.Data, URL: it.URL, Captured: it.Captured,
		Note: it.Note}
	if it.Stated {
		about := it.Record
		c.Record = &about
	}
	return c
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// named gives the captures and the failures of the results, which are in order,
// under names that are used once in a file, with the notes of the records.
func named(read []result, notes map[spot]remark) (captures []held, failed []failure) {
	file, used := "", map[string]bool{}
	for i := range read {
		r := &read[i]
		if r.file != file {
			file, used = r.file, map[string]bool{}
		}
		r.rename(used)
		for k := range r.captures {
			if n, ok := notes[spot{r.number, r.places[k]}]; ok {
				r.captures[k].Note = strings.TrimPrefix(r.captures[k].Note+"; "+n.note(), "; ")
			}
		}
		captures = append(captures, r.captures...)
		failed = append(failed, r.failed...)
	}
	return captures, failed
}

// rename adds the place to every name that is used already, and notes the rest.
// Of the records of a file, the earlier keeps its name.
func (r *result) rename(used map[string]bool) {
	failed := r.failed
	for i := range r.captures {
		for len(failed) > 0 && failed[0].place < r.places[i] {
			failed[0].input = unique(failed[0].input, failed[0].place, used)
			failed = failed[1:]
		}
		r.captures[i].Input = unique(r.captures[i].Input, r.places[i], used)
	}
	for i := range failed {
		failed[i].input = unique(failed[i].input, failed[i].place, used)
	}
}

// unique is the name, made different from all used ones.
func unique(name string, place int, used map[string]bool) string {
	if place == 0 {
		return name // of the whole file, not of a record in it
	}
	for used[name] {
		name = fmt.Sprintf("%s#%d", name, place)
	}
	used[name] = true
	return name
}
