package main

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// sheet is one document with what people marked in it and what was found.
type sheet struct {
	doc    annotated
	report *stemma.Report
	words  []extent // of the text, in order
	gold   []credit
	found  []credit
}

// credit is one attribution on a sheet. Its roles are sorted lists of words,
// as indexes into the sheet's.
type credit struct {
	source, cue, content []int
	speaker              *stemma.Speaker // of a found one, if known
	continues            bool
}

// sheets puts findings and gold side by side, in the order of the documents.
func sheets(docs []annotated, d *stemma.Dossier, reports map[string]*stemma.Report) []sheet {
	index := stemma.NewIndex(nil, d.Attributions, d.Speakers)
	of := map[string][]*stemma.Attribution{}
	for i := range d.Attributions {
		a := &d.Attributions[i]
		of[a.Report] = append(of[a.Report], a)
	}
	var all []sheet
	for _, doc := range docs {
		s := sheet{doc: doc, report: reports[doc.ID], words: textWords(doc.Text)}
		for _, m := range doc.Credits {
			s.gold = append(s.gold, credit{source: s.within(m.Source), cue: s.within(m.Cue),
				content: s.within(m.Content)})
		}
		for _, a := range of[s.report.ID] {
			c := credit{cue: s.within(extents(a.Cue...)), content: s.within(extents(a.Content...)),
				speaker: index.Speaker(a.Speaker), continues: a.Continues}
			if a.Source != nil {
				c.source = s.within(extents(*a.Source))
			}
			s.found = append(s.found, c)
		}
		all = append(all, s)
	}
	return all
}

func extents(spans ...stemma.Span) []extent {
	var all []extent
	for _, s := range spans {
		all = append(all, extent{s.Start, s.End})
	}
	return all
}

// within lists the words that share a byte with any of the spans, in order.
func (s *sheet) within(spans []extent) []int {
	var words []int
	for _, span := range spans {
		first, _ := slices.BinarySearchFunc(s.words, span[0], func(w extent, at int) int {
			if w[1] > at {
				return 1
			}
			return -1
		})
		for i := first; i < len(s.words) && s.words[i][0] < span[1]; i++ {
			words = append(words, i)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// text is what the words say, from the first to the last of each run.
func (s *sheet) text(words []int) string {
	out := ""
	for i := 0; i < len(words); {
		j := i
		for j+1 < len(words) && words[j+1] == words[j]+1 {
			j++
		}
		if i > 0 {
			out += " … "
		}
		out += s.doc.Text[s.words[words[i]][0]:s.words[words[j]][1]]
		i = j + 1
	}
	return out
}

// textWords cuts a text into words: runs of letters and digits, with single
// marks that stand between two of them ("don't", "3.5", "e-mail").
func textWords(text string) []extent {
	var words []extent
	start, end := -1, 0 // of the word being read
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = at
			}
			end = at + size
		case start >= 0 && !(at == end && joins(r)):
			words = append(words, extent{start, end})
			start = -1
		}
		at += size
	}
	if start >= 0 {
		words = append(words, extent{start, end})
	}
	return words
}

// joins says whether a mark between two letters or digits is part of a word.
func joins(r rune) bool {
	switch r {
	case '\'', '’', '.', ',', '-', '‑', '&', '@', '/':
		return true
	}
	return false
}

// common is how many words two sorted lists share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// union is every word of the lists once, in order.
func union(lists [][]int) []int {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}
