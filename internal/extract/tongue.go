package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"

	"stemma"
	"stemma/internal/language"
)

const (
	sampleBytes   = 4000 // of the body, looked at for its language
	sampleLetters = 60   // fewer tell something only where two signs agree
	leastLetters  = 40   // fewer tell nothing
	sureEnough    = 0.8  // of whatlanggo's confidence, its own bar

	// Shares of a text's words that are function words of the pack.
	//
	// From ownShare on no other language is thought of. In 2,000 English news texts 99 of
	// 100 have more than 0.35, half more than 0.45; in 679 German ones 99 of 100 have less
	// than 0.10 of the English ones, and samples of 81 other languages (whatlanggo's own)
	// no more than 0.18 of any. Of 21,578 wire texts, many of them tables, 2,057 have 0.25
	// to 0.32: by their letters they are English or nothing sure.
	ownShare = 0.25
	// agreedShare is enough where whatlanggo thinks of that language too, however
	// little it is sure. Of 698 single sentences of German and English news 578 are
	// told without that and 652 with it, none wrongly; of 90 headlines 46 and 74.
	agreedShare = 0.12
)

// languages tells in which of them a text is written.
type languages struct {
	tongues   []*language.Pack // those with function words
	functions functionWords
}

// functionWords leads from a function word to the tongues that have it.
type functionWords struct {
	of map[string][]int
	// by its first and its last byte, a bit for each length
	opens, ends [256]uint32
}

func (f *functionWords) add(word string, tongue int) {
	f.of[word] = append(f.of[word], tongue)
	if word != "" {
		f.opens[word[0]] |= lengthBit(len(word))
		f.ends[word[len(word)-1]] |= lengthBit(len(word))
	}
}

func lengthBit(n int) uint32 { return 1 << min(n, 31) }

func newLanguages(packs []*language.Pack) languages {
	x := languages{functions: functionWords{of: map[string][]int{}}}
	for _, p := range packs {
		if p.Table("function").Len() == 0 {
			continue
		}
		x.tongues = append(x.tongues, p)
		for w := range p.Table("function").All() {
			x.functions.add(w, len(x.tongues)-1)
		}
	}
	return x
}

// detect names the language of a report: as it is stated, else by its function words,
// else by the letters of its body; "" where nothing is sure.
func (x *languages) detect(r *stemma.Report, stated string) string {
	if code := twoLetters(stated); code != "" {
		return code
	}
	parts, size := sampleOf(r)
	if own, share := x.ownLanguage(parts...); size >= sampleLetters && share >= ownShare {
		return own // as tell would say, but without a copy of the sample
	}
	return x.tell(strings.Join(parts, " ") + " ")
}

// tell names the language of a text, "" where nothing is sure.
func (x *languages) tell(sample string) string {
	letters := strings.IndexFunc(sample, unicode.IsLetter)
	if letters < 0 || len(sample) < leastLetters {
		return ""
	}
	own, share := x.ownLanguage(sample)
	long := len(sample) >= sampleLetters
	if long && share >= ownShare {
		return own
	}
	if !long && share < agreedShare {
		return ""
	}
	guess := whatlanggo.Detect(sample)
	switch code := guess.Lang.Iso6391(); {
	case code == own && share >= agreedShare, long && guess.Confidence >= sureEnough:
		return code
	}
	return ""
}

// ownLanguage is the language of a pack of whose function words the parts of a text have
// most, and their share of its words.
func (x *languages) ownLanguage(parts ...string) (code string, share float64) {
	known, all := make([]int, len(x.tongues)), 0
	for _, part := range parts {
		for at := 0; at < len(part); {
			start, end := nextField(part, at)
			if at = end; start == end {
				break
			}
			tongues, isWord := x.functions.find(part[start:end])
			if isWord {
				all++
			}
			for _, i := range tongues {
				known[i]++
			}
		}
	}
	for i, p := range x.tongues {
		if own := float64(known[i]) / float64(max(1, all)); own > share {
			code, share = p.Code, own
		}
	}
	return code, share
}

// find gives the tongues that a field is a function word of, and says whether it is a word
// at all.
func (f *functionWords) find(field string) (tongues []int, isWord bool) {
	if smallLetters(field) {
		if !f.mayBe(field[0], field[len(field)-1], len(field)) {
			return nil, true // most words
		}
		return f.of[field], true
	}
	var lower [longestFunction]byte
	word := trimWord(field)
	if len(word) > len(lower) || strings.HasSuffix(field, ":") {
		return nil, word != "" // the table is of shorter words, and without colons
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return f.of[foldWord(field)], true
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	if word == "" || !f.mayBe(lower[0], lower[len(word)-1], len(word)) {
		return nil, word != ""
	}
	return f.of[string(lower[:len(word)])], true
}

// mayBe says whether a function word of that length may begin and end so.
func (f *functionWords) mayBe(first, last byte, length int) bool {
	return f.opens[first]&f.ends[last]&lengthBit(length) != 0
}

// longestFunction is more than the bytes of the longest function word that is known.
const longestFunction = 32

func twoLetters(code string) string {
	code = strings.ToLower(strings.TrimSpace(code))
	if i := strings.IndexAny(code, "-_"); i > 0 {
		code = code[:i]
	}
	if len(code) != 2 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return code
}

// sampleOf is the beginning of a report's body, by paragraphs, and its bytes with a blank
// behind each.
func sampleOf(r *stemma.Report) (parts []string, size int) {
	read := 0
	for _, g := range r.Segments {
		if g.Kind != stemma.Paragraph || read >= sampleBytes {
			continue
		}
		part := r.Text[g.Start:min(g.End, g.Start+sampleBytes)]
		read += len(part) + 1
		if !utf8.ValidString(part) { // by eight bytes, where ToValidUTF8 goes by one
			part = strings.ToValidUTF8(part, "")
		}
		parts, size = append(parts, part), size+len(part)+1
	}
	return parts, size
}
