package credit

import (
	outlets "stemma/internal/name"
	"strings"

	"stemma"
)

// matches says whether a name stands at token i, as it is written.
func (p finder) matches(i int, s stemma.Sentence, n name) bool {
	end := i + len(n.words)
	switch {
	case end > s.Last, !p.isSpelled(i, n), n.shape != "" && !strings.HasPrefix(p.raw(i), n.shape):
		return false
	case n.quoted && !p.quotedAt(i, end) && !(i > s.First && ownsBefore(p.document, i)):
		return false
	case n.article && isAdjective(p.document, i, s), len(n.words) == 1 && p.isSomebodyElse(i, s, n):
		return false
	}
	return !n.common || p.isNameHere(i, s)
}

// ownsBefore says whether an owner stands before a token: "CBS's", "CBS'".
func ownsBefore(p *document, i int) bool {
	return p.owns(i-1) || i > 1 && p.t.Tokens[i-1].Form == "'" && p.owns(i-2)
}

// smallWord is how many letters a word of a name has at most that may be
// written without a capital: "of", "the".
const smallWord = 3

// isSpelled says whether the words of a name stand at token i, with capitals.
func (p finder) isSpelled(i int, n name) bool {
	for k, w := range n.words {
		form := p.t.Tokens[i+k].Form
		if k == len(n.words)-1 {
			form = p.ungenitive(p.word(i+k), w)
		}
		if form != w || len(w) > smallWord && p.t.Tokens[i+k].Kind == stemma.Word && !p.capital(i+k) {
			return false
		}
	}
	return true
}

// ungenitive is a word without the ending of a genitive, where that makes it another one:
// "des Harener Kuriers".
func (p finder) ungenitive(form, bare string) string {
	if ending, ok := strings.CutPrefix(form, bare); ok && p.lex.small.Is(ending, "genitive") {
		return bare
	}
	return form
}

// isSomebodyElse says whether a name of one word is a person's, or the
// beginning of a longer one. Behind an article it is no person's: "the Guardian"
// beside Moira Guardian.
func (p finder) isSomebodyElse(i int, s stemma.Sentence, n name) bool {
	isPersons := p.surname(i) && !(i > s.First && p.lex.links.Is(p.t.Tokens[i-1].Form, "article"))
	return isPersons && n.kind != stemma.LostPerson || p.goesOn(i+1, s)
}

// bears says whether words that end like an outlet's name are those of a person of
// the pile, with what the person is: "Fisherman Tom Post".
func (p finder) bears(first, end int) bool {
	for k := first; k+1 < end && p.surname(end-1); k++ {
		if p.named(k) {
			return true
		}
	}
	return false
}

// isNameHere says whether a common word with a capital is a name: it does not
// open its sentence, and no other name stands before it.
func (p finder) isNameHere(i int, s stemma.Sentence) bool {
	return !p.opens(i, s) && (!p.capital(i-1) || p.lex.links.Is(p.word(i-1), "article"))
}

// isAdjective says whether the one word of a name, which has an article, stands without that and means
// something else: "an Australian diplomat", "CNN's National Editor".
func isAdjective(p *document, i int, s stemma.Sentence) bool {
	if s.Kind != stemma.Paragraph || i > s.First && p.lex.function.Is(p.word(i-1), "def") {
		return false
	}
	return p.lex.demonyms.Has(p.word(i)) || i+1 < s.Last && p.capital(i+1) && !p.owns(i)
}

// goesOn says whether a name of one word is the beginning of a longer one that
// no table has: "Time Warner", "Sun Valley"; a person that the outlet owns is
// none.
func (p finder) goesOn(end int, s stemma.Sentence) bool {
	if end >= s.Last || p.owns(end-1) || !p.capital(end) || p.t.Tokens[end].Kind != stemma.Word {
		return false
	}
	form := p.word(end)
	return !p.lex.skips.Has(form) && !p.lex.people.Has(form) && p.raw(end-1) != strings.ToUpper(p.raw(end-1)) &&
		!p.lex.vague.Has(form) && p.lex.prints[form] == (cue{})
}

// isHead says whether a token can end an outlet's name: a head, or the number
// of a channel.
func (p finder) isHead(i int) bool {
	if p.t.Tokens[i].Kind == stemma.Number {
		return p.lex.small.Is(p.word(i-1), "numbered")
	}
	return p.lex.heads.Is(p.word(i), "name")
}

// named says whether words begin with a given name, which makes them a
// person's.
func (p finder) named(i int) bool {
	return p.lex.firstnames.Has(p.word(i))
}

func (p finder) outlet(first, last int, air bool) mention {
	n := name{full: outlets.Unowned(p.text(first, last)), kind: stemma.LostOutlet, air: air}
	return mention{first: first, last: last, owner: p.owns(last - 1), name: n}
}

// surname says whether a name of one word is that of a person of the pile.
func (p finder) surname(i int) bool {
	if p.in.Names == nil {
		return false
	}
	return p.in.Names.surnames[p.word(i)] && p.raw(i) != strings.ToUpper(p.raw(i))
}
