package extract

import (
	"strings"
	"unicode/utf8"

	who "stemma/internal/name"
)

// Lines of furniture are short; a longer one is prose that happens to begin
// alike. Set by reading what was taken for furniture in 9,438 news texts.
const (
	furnitureWords = 32
	// formPhrases is how many phrases of a form make a line of any length one, of which
	// the first stands among its first words.
	formPhrases = 3
	shortWords  = 10
	pieceWords  = 18 // of a line that is cut by bars or dots
)

// boilerplate knows what stands around articles.
type boilerplate struct {
	furniture phrases
	boxes     phrases // what boxes tell of that are no part of an article
}

// furniture returns the attributes by which a line is known as furniture of
// the page, or nil.
func (x *boilerplate) furnitureLine(s string) []string {
	return x.furnitureOf(s, foldMax(s, furnitureWords+1))
}

// furnitureOf is furnitureLine for a line that is folded.
func (x *boilerplate) furnitureOf(s string, words []word) []string {
	switch n := len(words); {
	case n == 0:
		return []string{"line"} // marks only: rules, bullets, stars
	case n > furnitureWords:
		return x.form(s, words)
	}
	if a := x.furniturePhrase(s, words); a != nil {
		return a
	}
	if a := x.furniturePieces(s, len(words)); a != nil {
		return a
	}
	if labelledAddress(words, s) {
		return []string{"prefix"}
	}
	return nil
}

// form returns the attributes by which a long line, of which the first words are folded,
// is known as a form: "Sign up for our letter. Choose your country Albania Algeria …
// By signing up I agree to the Terms of Use".
func (x *boilerplate) form(s string, words []word) []string {
	if len(x.formsIn(words)) == 0 {
		return nil
	}
	if len(x.formsIn(foldMax(s, len(s)))) >= formPhrases {
		return []string{"form"}
	}
	return nil
}

// formsIn gives the phrases of a form that stand among words.
func (x *boilerplate) formsIn(words []word) map[string]bool {
	found := map[string]bool{}
	for i := range words {
		if x.furniture.after(0, words[i].form) == 0 {
			continue
		}
		if _, n := x.furniture.at(words, i, "form"); n > 0 {
			found[words[i].form+" "+words[i+n-1].form] = true
		}
	}
	return found
}

func (x *boilerplate) furniturePhrase(s string, words []word) (found []string) {
	p, n := &x.furniture, len(words)
	allowed := func(a []string) bool { return a != nil && !(has(a, "short") && n > shortWords) }
	if n <= p.longest {
		if a, m := p.at(words, 0, "line"); m == n && !strings.ContainsAny(s, "“\"") {
			return a
		}
	}
	if !openQuote(s) {
		// A shorter phrase may be allowed where a longer one is not.
		p.each(words, 0, func(a []string, _ int) {
			if has(a, "prefix") && allowed(a) {
				found = a
			}
		})
	}
	for i := 0; i < n && found == nil; i++ {
		if p.after(0, words[i].form) == 0 {
			continue
		}
		if a, _ := p.at(words, i, "contains"); allowed(a) {
			found = a
		} else if a, m := p.at(words, i, "suffix"); allowed(a) && i+m == n {
			found = a
		}
	}
	return found
}

// furniturePieces judges a line that bars, dots or arrows cut into pieces: it
// is furniture when one of them is.
func (x *boilerplate) furniturePieces(s string, n int) []string {
	if n > pieceWords || !strings.ContainsAny(s, pieceMarks) {
		return nil
	}
	for _, piece := range pieces(s) {
		words := fold(piece)
		if a, m := x.furniture.at(words, 0, "line"); m > 0 && m == len(words) {
			return a
		}
	}
	return nil
}

const pieceMarks = "|•·»›"

func pieces(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(pieceMarks, r) })
}

func openQuote(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("\"“'‘«„", r)
}

// labelledAddress says whether a short line ends with a mail address or a web
// address after a label: "Letters: letters@gazette.example".
func labelledAddress(words []word, s string) bool {
	if len(words) > shortWords || len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	field := strings.Trim(s[last.start:last.end], ".,;()<>[]")
	if !strings.HasSuffix(words[len(words)-2].form, ":") && !strings.Contains(field, "@") {
		return false
	}
	at := strings.IndexByte(field, '@')
	return at > 0 && who.IsHost(field[at+1:]) || who.IsAddress(field)
}
