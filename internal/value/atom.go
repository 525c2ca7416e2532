package value

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// atom is a token, or a part of one: digits apart from letters ("4m"),
// hyphens on their own ("58-metre"), so that the grammars need not know how
// the tokens were cut.
type atom struct {
	of         token
	start, end int    // bytes
	form       string // folded
	number     bool   // digits
	mark       bool   // punctuation
	capital    bool   // begins with an upper-case letter
	glued      bool   // nothing stands between it and the atom before
	used       bool   // taken by a value already
	*known            // what the tables have of the word
}

// atomise cuts the tokens from first to last, half-open, and adds the atoms to an empty
// list; indexes outside the text are cut off.
func atomise(atoms []atom, t *stemma.Text, first, last int) []atom {
	first, last = max(first, 0), min(last, len(t.Tokens))
	if first >= last {
		return atoms
	}
	atoms = slices.Grow(atoms, last-first+8)
	for i, tok := range t.Tokens[first:last] {
		if tok.Start < 0 || tok.End > len(t.Report.Text) || tok.Start >= tok.End {
			continue
		}
		begin := len(atoms)
		atoms = cut(atoms, t.Report.Text, tok)
		for k := begin; k < len(atoms); k++ {
			atoms[k].of = token(first + i)
		}
	}
	for i := 1; i < len(atoms); i++ {
		atoms[i].glued = atoms[i].start == atoms[i-1].end
	}
	return atoms
}

// cut appends the atoms of one token.
func cut(atoms []atom, text string, token stemma.Token) []atom {
	if token.Kind == stemma.Word && isPlain(token.Form) {
		r, _ := utf8.DecodeRuneInString(text[token.Start:])
		return append(atoms, atom{start: token.Start, end: token.End, form: token.Form, capital: unicode.IsUpper(r)})
	}
	for at := token.Start; at < token.End; {
		end := at + run(text[at:token.End])
		piece := text[at:end]
		r, _ := utf8.DecodeRuneInString(piece)
		a := atom{start: at, end: end, form: foldPiece(piece), capital: unicode.IsUpper(r)}
		if end == token.End && at == token.Start {
			a.form = token.Form
		}
		a.number = isDigit(piece[0])
		a.mark = !a.number && !unicode.IsLetter(r) && !strings.ContainsRune("½¼¾⅓⅔⅛", r)
		if strings.ContainsRune("½¼¾⅓⅔⅛", r) {
			a.form = piece
		}
		atoms = append(atoms, a)
		at = end
	}
	return atoms
}

// isPlain says that a folded word has no digits or hyphens to cut at.
func isPlain(form string) bool {
	for i := 0; i < len(form); i++ {
		c := form[i]
		if !(c >= 'a' && c <= 'z') && c != '\'' && !(c == '.' && i > 0) && c < utf8.RuneSelf {
			return false
		}
	}
	return form[0] < utf8.RuneSelf
}

// run returns the length of the atom that s begins with.
func run(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case isDigit(s[0]):
		return digits(s)
	case unicode.IsLetter(first):
		return letters(s)
	}
	return size
}

// digits runs over "1,234.5": separators count only between digits.
func digits(s string) int {
	i := 1
	for i < len(s) && (isDigit(s[i]) || ((s[i] == ',' || s[i] == '.') && i+1 < len(s) && isDigit(s[i+1]))) {
		i++
	}
	return i
}

// letters runs over "U.S", "don't" and "José".
func letters(s string) int {
	for i, r := range s {
		inside := (r == '.' || r == '\'' || r == '’') && i+1 < len(s)
		if i > 0 && !unicode.IsLetter(r) && !unicode.IsMark(r) && !inside {
			return i
		}
	}
	return len(s)
}

func foldPiece(piece string) string {
	switch piece {
	case "–", "—", "−", "‐", "‑", "‒", "―":
		return "-"
	case "’", "‘":
		return "'"
	case "“", "”":
		return `"`
	}
	return strings.ToLower(strings.ReplaceAll(piece, "’", "'"))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
