package reuse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class is what a character does to a word.
type class uint8

const (
	apart  class = iota // stands outside words
	joined              // letters, digits, marks: a run of them is a word
	joiner              // joins what stands on both sides: an apostrophe in a word, a point in a number
	alone               // a word by itself: scripts that are written without blanks
	wide                // the first byte of a character beyond ASCII
)

// folded is what a character becomes when words are compared, and its class.
type folded struct {
	form  string
	class class
}

// fold gives a character's form: lower case, without accents, compatibility
// forms resolved, one apostrophe for all. Marks of scripts that spell with them
// stay.
func fold(r rune) folded {
	if isApostrophe(r) {
		return folded{"'", joiner}
	}
	if isUnseen(r) {
		return folded{"", joiner}
	}
	if !unicode.In(r, unicode.Letter, unicode.Number, unicode.Mark) {
		return folded{"", apart}
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(string(r)) {
		switch {
		case c >= 0x300 && c <= 0x36f:
		case c == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(unicode.ToLower(c))
		}
	}
	if !unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
		return folded{b.String(), alone}
	}
	return folded{b.String(), joined}
}

func isApostrophe(r rune) bool {
	return r == '’' || r == '‘' || r == 'ʼ'
}

// isUnseen says whether a character only says where a word may be broken, or
// is not shown at all.
func isUnseen(r rune) bool {
	return r == 0xad || r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xfeff
}

func isMark(r rune) bool { return unicode.Is(unicode.M, r) }

// ascii is the class of every byte and, for letters and digits only, what it
// folds to.
type ascii struct {
	class [256]class
	form  [256]byte
}

func newASCII() (a ascii) {
	for c := range 256 {
		switch {
		case c >= utf8.RuneSelf:
			a.class[c] = wide
		case c >= 'A' && c <= 'Z':
			a.class[c], a.form[c] = joined, byte(c)+'a'-'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			a.class[c], a.form[c] = joined, byte(c)
		case c == '\'' || c == '.' || c == ',' || c == '-':
			a.class[c] = joiner // part of a word only where Scanner.joins says so
		}
	}
	return a
}

// page is the forms of 256 characters that follow one another.
type page [256]folded

// at gives the form of a character. Pages are made when first asked for: a
// text uses few of them.
func (s *Scanner) at(r rune) folded {
	if r > 0xffff {
		return fold(r)
	}
	p := s.pages[r>>8]
	if p == nil {
		p = new(page)
		for i := range p {
			p[i] = fold(r&^0xff | rune(i))
		}
		s.pages[r>>8] = p
	}
	return p[r&0xff]
}

// equal says whether two words fold to the same form.
func (s *Scanner) equal(a, b string) bool {
	if a == b {
		return true
	}
	s.left, s.right = s.appendForm(s.left[:0], a), s.appendForm(s.right[:0], b)
	return string(s.left) == string(s.right)
}

func (s *Scanner) appendForm(form []byte, word string) []byte {
	for i := 0; i < len(word); {
		if n := lineBreak(word, i); n > 0 {
			i += n
			continue
		}
		if c := word[i]; c < utf8.RuneSelf {
			if f := s.ascii.form[c]; f != 0 {
				c = f
			}
			form = append(form, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		form = append(form, s.at(r).form...)
		i += size
	}
	return form
}
