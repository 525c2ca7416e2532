package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

const (
	// pastedUnits is how many units from the top of a text are looked at for furniture that
	// was pasted into them.
	pastedUnits = 3
	// barCreditWords is how many words the credit behind a bar has at most, barCaptionWords
	// how many the caption before it has at least.
	barCreditWords  = 5
	barCaptionWords = 5
)

// unpaste parts the first units of a text where furniture stands in one line with what
// follows it: "Story highlights Wren leaves the mill", "Wren at her mill. | A. Ruiz/Getty
// Wren leaves the mill".
func unpaste(x *lexicon, text string, units []unit) []unit {
	var parted []unit
	for i, u := range units[:min(len(units), pastedUnits)] {
		cut, kind := pastedAt(x, u.text)
		if cut == 0 {
			if parted != nil {
				parted = append(parted, u)
			}
			continue
		}
		if parted == nil {
			parted = append(make([]unit, 0, len(units)+pastedUnits), units[:i]...)
		}
		rest := u
		u.end, u.kind, u.sure = u.start+cut, kind, true
		u.text = text[u.start:u.end]
		parted = append(parted, u)
		rest.start += cut + len(rest.text[cut:]) - len(strings.TrimSpace(rest.text[cut:]))
		if rest.text = text[rest.start:rest.end]; rest.text != "" {
			parted = append(parted, rest)
		}
	}
	if parted == nil {
		return units
	}
	return append(parted, units[min(len(units), pastedUnits):]...)
}

// pastedAt is where the furniture ends with which a line begins, and of what kind it is; 0
// where it begins with none.
func pastedAt(x *lexicon, line string) (end int, kind stemma.SegmentKind) {
	if mayBeGlued(x, line) {
		words := foldMax(line, x.glued.longest+1)
		if _, n := x.glued.at(words, 0, "glued"); n > 0 && n < len(words) && startsUpper(line[words[n].start:]) {
			return words[n-1].end, stemma.Boilerplate
		}
	}
	return barCredit(x, line), stemma.Caption
}

// mayBeGlued says whether a line can begin with a glued phrase, by the first letter or digit.
func mayBeGlued(x *lexicon, line string) bool {
	for i := range len(line) {
		if c := line[i]; c >= utf8.RuneSelf || isWordRune(rune(c)) {
			return x.openings[c]
		}
	}
	return false
}

// firstBytes are those with which a line may begin that begins with a phrase.
func (p *phrases) firstBytes() (first [256]bool) {
	for c := utf8.RuneSelf; c < len(first); c++ {
		first[c] = true
	}
	for word := range p.from {
		switch c := word[0]; {
		case c == '0': // any number
			for digit := '0'; digit <= '9'; digit++ {
				first[digit] = true
			}
		default:
			first[c], first[unicode.ToUpper(rune(c))] = true, true
		}
	}
	return first
}

// barCredit is where the credit of a picture ends that stands behind a caption and a bar:
// "Wren at her mill. | A. Ruiz/Getty Images"; 0 where there is none.
func barCredit(x *lexicon, line string) int {
	const bar = " | "
	if strings.IndexByte(line, '|') < 0 {
		return 0
	}
	at := strings.Index(line, bar)
	if at < 0 || countWords(line[:at], barCaptionWords) < barCaptionWords {
		return 0
	}
	at += len(bar)
	words := foldMax(line[at:], barCreditWords+2)
	if n := creditedWords(x, line[at:], words); n > 0 {
		return at + words[n-1].end
	}
	return 0
}

// creditedWords is how many words the credit has with which a line begins: an agency and
// what it gives ("AP Photo"), or up to what stands behind a slash ("A. Ruiz/AFP/Getty
// Images"), which is an agency or written in capitals.
func creditedWords(x *lexicon, line string, words []word) int {
	n := 0
	if _, n = x.captions.at(words, 0, "agency"); n == 0 {
		n = slashedWords(x, line, words)
	}
	if n > 0 && n < len(words) && x.captions.is(words, n, "given") {
		n++
	}
	return n
}

// slashedWords is how many words there are up to one that ends with an agency behind a slash.
func slashedWords(x *lexicon, line string, words []word) int {
	for i, w := range words[:min(len(words), barCreditWords)] {
		field := strings.TrimRight(line[w.start:w.end], ".,;)")
		slash := strings.LastIndexByte(field, '/')
		if !startsUpper(field) {
			return 0
		}
		if slash < 0 {
			continue
		}
		behind := fold(field[slash+1:])
		if _, n := x.captions.at(behind, 0, "agency"); n > 0 || allCaps(field[slash+1:]) {
			return i + 1
		}
		return 0
	}
	return 0
}

// is says whether a phrase with that attribute begins at word i.
func (p *phrases) is(words []word, i int, attribute string) bool {
	_, n := p.at(words, i, attribute)
	return n > 0
}
