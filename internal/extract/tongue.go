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
	functions map[string][]int // a function word, to the tongues that have it
}

func newLanguages(packs []*language.Pack) languages {
	x := languages{functions: map[string][]int{}}
	for _, p := range packs {
		if len(p.Table("function")) == 0 {
			continue
		}
		x.tongues = append(x.tongues, p)
		for w := range p.Table("function") {
			x.functions[w] = append(x.functions[w], len(x.tongues)-1)
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
	return x.tell(sampleOf(r))
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

// ownLanguage is the language of a pack of whose function words a text has
// most, and their share of its words.
func (x *languages) ownLanguage(sample string) (code string, share float64) {
	known, all := make([]int, len(x.tongues)), 0
	for at := 0; at < len(sample); {
		start, end := nextField(sample, at)
		if at = end; start == end {
			break
		}
		tongues, isWord := functionWord(x.functions, sample[start:end])
		if !isWord {
			continue
		}
		all++
		for _, i := range tongues {
			known[i]++
		}
	}
	for i, p := range x.tongues {
		if own := float64(known[i]) / float64(max(1, all)); own > share {
			code, share = p.Code, own
		}
	}
	return code, share
}

// functionWord gives the tongues that a field is a function word of, and says whether it
// is a word at all.
func functionWord(functions map[string][]int, field string) (tongues []int, isWord bool) {
	if smallLetters(field) {
		return functions[field], true
	}
	var lower [longestFunction]byte
	word := trimWord(field)
	if len(word) > len(lower) || strings.HasSuffix(field, ":") {
		return nil, word != "" // the table is of shorter words, and without colons
	}
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return functions[foldWord(field)], true
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return functions[string(lower[:len(word)])], word != ""
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

// sampleOf is the beginning of a report's body.
func sampleOf(r *stemma.Report) string {
	var b strings.Builder
	b.Grow(min(len(r.Text), 2*sampleBytes))
	for _, g := range r.Segments {
		if g.Kind == stemma.Paragraph && b.Len() < sampleBytes {
			b.WriteString(r.Text[g.Start:min(g.End, g.Start+sampleBytes)])
			b.WriteByte(' ')
		}
	}
	if utf8.ValidString(b.String()) { // by eight bytes, where ToValidUTF8 goes by one
		return b.String()
	}
	return strings.ToValidUTF8(b.String(), "")
}
