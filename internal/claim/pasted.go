package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
	"stemma/internal/language"
)

// pastedTokens is how far into a pasted sentence the colon of its label stands at most,
// pastedWords how many words its furniture has at most.
const (
	pastedTokens = 8
	pastedWords  = 3
)

// pasted knows furniture of a page inside of sentences.
type pasted struct {
	words       language.Table
	begin, stop map[string]bool // the first and the last words of its entries
}

func newPasted(words language.Table) pasted {
	p := pasted{words, map[string]bool{}, map[string]bool{}}
	for entry := range words.All() {
		if list := strings.Fields(entry); len(list) > 0 {
			p.begin[list[0]], p.stop[list[len(list)-1]] = true, true
		}
	}
	return p
}

// is says whether a sentence is none, but a link to another article or a caption that
// was pasted together with what stands behind it, or code: "Related:Wren leaves the mill", "Wren
// leaves the mill Read more", "AP Photo Wren leaves the mill".
func (p pasted) is(t *stemma.Text, s *stemma.Sentence) bool {
	first, last := s.First, s.Last
	for first < last && t.Tokens[first].Kind == stemma.Mark {
		first++
	}
	if runsIntoLabel(t, first, last) || hasMarkup(t.Report.Text[s.Start:s.End]) {
		return true
	}
	begins, stops := first < last && p.begin[t.Tokens[first].Form], p.stop[t.Tokens[last-1].Form]
	for n := 1; n <= min(pastedWords, last-first-1); n++ {
		if begins && p.opens(t, first, phrase(t, first, first+n)) ||
			stops && p.words.Is(phrase(t, last-n, last), "ends") {
			return true
		}
	}
	return false
}

// hasMarkup says whether an attribute of a page's code was left in a text: `poster="https://`.
func hasMarkup(sentence string) bool { return strings.Contains(sentence, `="http`) }

// opens says whether words at the beginning of a sentence are furniture, some in capitals only.
func (p pasted) opens(t *stemma.Text, first int, words string) bool {
	return p.words.Is(words, "opens") && (!p.words.Is(words, "capitals") || inCapitals(t, first))
}

// runsIntoLabel says whether a label ends with a colon that the next word has run into.
func runsIntoLabel(t *stemma.Text, first, last int) bool {
	for _, tok := range t.Tokens[first:min(last, first+pastedTokens)] {
		label, rest, glued := strings.Cut(t.Report.Text[tok.Start:tok.End], ":")
		before, _ := utf8.DecodeLastRuneInString(label)
		behind, _ := utf8.DecodeRuneInString(rest)
		if glued && unicode.IsLetter(before) && unicode.IsUpper(behind) {
			return true
		}
	}
	return false
}

// phrase is the folded words of the tokens [first,last).
func phrase(t *stemma.Text, first, last int) string {
	words := make([]string, 0, last-first)
	for _, tok := range t.Tokens[first:last] {
		words = append(words, tok.Form)
	}
	return strings.Join(words, " ")
}

func inCapitals(t *stemma.Text, i int) bool {
	word := t.Report.Text[t.Tokens[i].Start:t.Tokens[i].End]
	return word == strings.ToUpper(word)
}
