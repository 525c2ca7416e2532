package credit

import (
	"strings"

	"stemma"
	outlets "stemma/internal/name"
	"stemma/internal/segment"
)

// addAuthors enters who wrote the reports of a pile: by full name, two who wrote one report by
// their surnames ("Wren and Pell"), and a surname behind an initial for whoever has the initial
// ("A. Wren" is Ada Wren).
func (n *Names) addAuthors(r *Reader, byline []string) {
	var written []string
	for _, b := range byline {
		words := bareWords(r.lex, b)
		if len(words) < 2 || r.lex.who.Writer(b) != outlets.Author {
			continue
		}
		n.add(name{words: words, full: b, kind: stemma.LostPerson, author: true}, r.lex)
		written = append(written, b)
		if initial, ok := initialOf(b); ok {
			n.initials[words[len(words)-1]] = name{full: b, kind: stemma.LostPerson, author: true, shape: initial}
		}
	}
	if len(written) != pairOfAuthors {
		return
	}
	var words []string
	for i, b := range written {
		if i > 0 {
			words = append(words, r.lex.row()...)
		}
		fields := strings.Fields(segment.Fold(b))
		words = append(words, fields[len(fields)-1])
	}
	n.add(name{words: words, full: written[0], kind: stemma.LostPerson, author: true}, r.lex)
}

// pairOfAuthors is how many authors are named by their surnames in a row.
const pairOfAuthors = 2

// initialOf is the letter with which a name begins that is given as an initial: "A. Wren".
func initialOf(written string) (string, bool) {
	first, _, _ := strings.Cut(written, " ")
	letter := strings.TrimSuffix(first, ".")
	return letter, len(letter) == 1 && strings.ToUpper(letter) == letter
}

// row is the word that joins two names in a row.
func (l *lexicon) row() []string {
	for _, word := range l.small.Entries() {
		if l.small.Is(word, "row") {
			return []string{word}
		}
	}
	return nil
}

// initialed reads the full name of an author whose byline has the initial alone.
func (p finder) initialed(i int, s stemma.Sentence) (mention, bool) {
	if p.in.Names == nil || i+1 >= s.Last || !p.capital(i+1) {
		return mention{}, false
	}
	n, ok := p.in.Names.initials[p.word(i+1)]
	if !ok || !strings.HasPrefix(p.raw(i), n.shape) {
		return mention{}, false
	}
	n.shape = ""
	return mention{first: i, last: i + 2, name: n, owner: p.owns(i + 1)}, true
}

// ownPaper reads what an outlet calls itself: "this newspaper".
func (p finder) ownPaper(i int, s stemma.Sentence) (mention, bool) {
	outlet := string(p.t.Report.Outlet)
	isThis := i+1 < s.Last && p.lex.small.Is(p.t.Tokens[i].Form, "this") && p.lex.heads.Is(p.word(i+1), "noun")
	if outlet == "" || !isThis {
		return mention{}, false
	}
	n := name{full: outlet, kind: stemma.LostOutlet}
	return mention{first: i, last: i + 2, name: n, owner: p.owns(i + 1), self: true}, true
}
