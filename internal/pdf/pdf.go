package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text gives the text of a PDF file: paragraphs with a blank line between them;
// and the address, where it is a page that a browser printed. The error is
// ErrEncrypted, ErrNoText or ErrDamaged.
func Text(data []byte) (text, address string, err error) {
	f := open(data)
	if f.trailer["Encrypt"] != nil {
		return "", "", ErrEncrypted
	}
	pages := f.pages()
	if len(pages) == 0 {
		return "", "", ErrDamaged
	}
	fonts, names := map[ref]*font{}, glyphNames()
	var laid [][][]line // of each page, the columns
	for _, p := range pages {
		all := rows(pieces(upright(f.draw(p, fonts, names))))
		all, printed := unframed(all)
		if laid = append(laid, layout(all)); address == "" {
			address = printed
		}
	}
	dropRunning(laid)
	out := compose(laid)
	if !readable(out) {
		return "", "", ErrNoText
	}
	return out, address, nil
}

// layout gives the columns of a page.
func layout(all []row) [][]line {
	var out [][]line
	for _, block := range blocks(all, 0) {
		out = append(out, linesOf(block))
	}
	return out
}

// compose joins what goes on in the next column or on the next page.
func compose(pages [][][]line) string {
	j := newJoiner(pages)
	var all []string
	for _, blocks := range pages {
		for _, block := range blocks {
			found := paragraphs(block, j)
			if n := len(all); n > 0 && len(found) > 0 && goesOn(all[n-1], found[0]) {
				all[n-1] = j.join(all[n-1], found[0])
				found = found[1:]
			}
			all = append(all, found...)
		}
	}
	return norm.NFC.String(apart(strings.Join(all, "\n\n")))
}

// apart writes the letters of ligatures apart.
func apart(s string) string {
	return strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\u00a0", " ").Replace(s)
}

// goesOn says whether a paragraph goes on in another column.
func goesOn(above, below string) bool {
	first, _ := utf8.DecodeRuneInString(below)
	return !ends(above) && len(above) > 40 && unicode.IsLower(first)
}

// readable says whether most of the letters are known.
func readable(s string) bool {
	good, bad := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			good++
		case r == utf8.RuneError, unicode.Is(unicode.Co, r), unicode.IsControl(r) && r != '\n':
			bad++
		}
	}
	return good > 0 && bad < good
}
