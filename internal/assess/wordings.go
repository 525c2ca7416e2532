package assess

import (
	"slices"
	"strings"

	"stemma"
)

// wordings are the folded words of the kept reports. They are filed by every two
// words that stand side by side when first asked for.
type wordings struct {
	of     map[string]string // by siglum
	texts  []string
	above  [][]int32          // of each text, the texts that it was taken from
	pairs  map[string][]place // " two words " → where they stand
	spread map[string]spread  // of words, as far as asked
}

// spread is how many reports have some words that they have not from each other, and
// which is the first; of none it is behind the last.
type spread struct{ reports, first int }

// before says whether a reading is the likelier to be the elder one: that of more
// reports, of as many that of the first one.
func (s spread) before(other spread) bool {
	return s.reports > other.reports || s.reports == other.reports && s.first < other.first
}

// place is where words begin in one of the texts.
type place struct{ text, at int32 }

// wordings gives the words of the kept reports.
func (b *lineage) wordings(kept []string) *wordings {
	w := &wordings{of: map[string]string{}, spread: map[string]spread{}}
	place := map[string]int32{}
	for i, siglum := range kept {
		text := foldedWords(b.report[siglum].Tokens)
		w.of[siglum], w.texts, place[siglum] = text, append(w.texts, text), int32(i)
	}
	w.above = make([][]int32, len(kept))
	for i, siglum := range kept {
		for _, d := range b.parents[siglum] {
			if at, isKept := place[d.From]; isKept {
				w.above[i] = append(w.above[i], at)
			}
		}
	}
	return w
}

func (w *wordings) file() {
	w.pairs = map[string][]place{}
	for i, text := range w.texts {
		for at := 0; at < len(text)-1; at += wordEnd(text[at:]) {
			if pair := firstPair(text[at:]); pair != "" {
				w.pairs[pair] = append(w.pairs[pair], place{int32(i), int32(at)})
			}
		}
	}
}

// count says how many reports have the words.
func (w *wordings) count(words string) int { return w.reach(words).reports }

// reach says which reports have the words. Many changes are of the same ones.
func (w *wordings) reach(words string) spread {
	if n, ok := w.spread[words]; ok {
		return n
	}
	if w.pairs == nil {
		w.file()
	}
	n := w.search(words)
	w.spread[words] = n
	return n
}

func (w *wordings) search(words string) spread {
	holders, last := map[int32]bool{}, int32(-1)
	note := func(text int32) { holders[text], last = true, text }
	pair := firstPair(words)
	if pair == "" {
		for i, text := range w.texts {
			if strings.Contains(text, words) {
				note(int32(i))
			}
		}
		return w.spreadOf(holders)
	}
	for _, p := range w.pairs[pair] {
		if p.text != last && strings.HasPrefix(w.texts[p.text][p.at:], words) {
			note(p.text)
		}
	}
	return w.spreadOf(holders)
}

// spreadOf counts the texts that have words and were not taken from another one that
// has them too: a copy is no second witness of how something read.
func (w *wordings) spreadOf(holders map[int32]bool) spread {
	found := spread{first: len(w.texts)}
	for text := range holders {
		found.first = min(found.first, int(text))
		if !w.copied(text, holders) {
			found.reports++
		}
	}
	return found
}

// copied says whether a text was taken from one of the others.
func (w *wordings) copied(text int32, from map[int32]bool) bool {
	return int(text) < len(w.above) && slices.ContainsFunc(w.above[text], func(up int32) bool { return from[up] })
}

// firstPair is the first two words of some, with blanks around each; "" where
// there are fewer.
func firstPair(words string) string {
	first := wordEnd(words)
	if first+1 >= len(words) {
		return ""
	}
	return words[:first+wordEnd(words[first:])+1]
}

// wordEnd is where the blank behind the first word stands; the words begin with
// a blank and end with one.
func wordEnd(words string) int {
	if len(words) < 2 {
		return len(words)
	}
	return 1 + strings.IndexByte(words[1:], ' ')
}

// foldedWords writes words with blanks around each, without marks.
func foldedWords(tokens []stemma.Token) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, tok := range tokens {
		if tok.Kind != stemma.Mark {
			b.WriteString(tok.Form)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
