package assess

import (
	"strings"

	"stemma"
)

// wordings are the folded words of the kept reports. They are filed by every two
// words that stand side by side when first asked for.
type wordings struct {
	of     map[string]string // by siglum
	texts  []string
	pairs  map[string][]place // " two words " → where they stand
	spread map[string]int     // words → how many reports have them, as far as asked
}

// place is where words begin in one of the texts.
type place struct{ text, at int32 }

func (b *book) wordings(kept []string) *wordings {
	w := &wordings{of: map[string]string{}, spread: map[string]int{}}
	for _, siglum := range kept {
		text := foldedWords(b.report[siglum].Tokens)
		w.of[siglum], w.texts = text, append(w.texts, text)
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

// count says how many reports have the words. Many changes are of the same ones.
func (w *wordings) count(words string) int {
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

func (w *wordings) search(words string) int {
	n := 0
	pair := firstPair(words)
	if pair == "" {
		for _, text := range w.texts {
			n += boolean(strings.Contains(text, words))
		}
		return n
	}
	last := int32(-1)
	for _, p := range w.pairs[pair] {
		if p.text != last && strings.HasPrefix(w.texts[p.text][p.at:], words) {
			n, last = n+1, p.text
		}
	}
	return n
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
