package claim

import (
	"stemma"
	"stemma/internal/align"
	"stemma/internal/language"
	"stemma/internal/memory"
)

// traits are what the tables say of a word, as far as statements are read by it.
type traits uint64

const (
	functional  traits = 1 << iota // a word without a meaning of its own
	determiner                     // what a function word does: "the"
	owner                          // "his"
	preposition                    // "in"
	infinitive                     // "to"
	auxiliary                      // "was"
	contracted                     // "she's"
	relative                       // "who"
	pointing                       // "this"
	definite                       // "the"
	pronoun                        // "she"
	subject                        // "she", and not "her"
	ownself                        // "we"
	being                          // "been"
	subordinate                    // "if"

	opens     // how a word cuts clauses, as the table of that name says
	opensBare // without a comma
	opensClause
	joins
	cutsWeakly
	opensPredicate
	nonfinite

	aside // how a word shows what is not the news
	dates
	datesAlone
	datesStretch
	stretch
	pastPerfect
	supposes
	copula
	owns
	hangs

	based  // a table has the base form
	verbal // the form of a finite verb, if it is none of a noun
)

// traitsOf joins the tables of a language.
func traitsOf(pack *language.Pack) map[string]traits {
	all := map[string]traits{}
	for table, names := range map[string]map[string]traits{
		"function": {
			"det": determiner, "poss": owner, "prep": preposition, "to": infinitive, "aux": auxiliary,
			"contracted": contracted, "rel": relative, "dem": pointing, "def": definite, "pron": pronoun,
			"subject": subject, "first": ownself, "be": being, "sub": subordinate,
		},
		"clause-breaks": {
			"opens": opens, "alone": opensBare, "bare": opensClause, "joins": joins, "weak": cutsWeakly,
			"verb": opensPredicate, "nonfinite": nonfinite,
		},
		"background": {
			"aside": aside, "dates": dates, "alone": datesAlone, "last": datesStretch, "stretch": stretch,
			"perfect": pastPerfect, "supposes": supposes, "copula": copula, "owns": owns, "hangs": hangs,
		},
	} {
		for word, attributes := range pack.Table(table).All() {
			for _, a := range attributes {
				all[word] |= names[a]
			}
		}
	}
	for word := range pack.Table("function").All() {
		all[word] |= functional
	}
	bases := pack.Table("bases")
	for word := range bases.All() {
		if bases.First(word) != "" {
			all[word] |= based
		}
	}
	return all
}

// text is a report's text with what is asked of its words again and again: each is looked up
// once.
type text struct {
	*stemma.Text
	words   []word // by token
	scratch scratch
}

// scratch is memory that one text after the other uses.
type scratch struct {
	first  map[string]int     // where a form stands first
	counts []upTo             // of the run that is being cut
	breaks []breach           // of that run
	found  []stemma.Statement // so far
}

// word is what is known of a token, wherever it stands.
type word struct {
	traits
	weight float64 // what it tells
}

func (w traits) is(one traits) bool { return w&one != 0 }

// is says whether the i-th token has one of some traits.
func (t *text) is(i int, one traits) bool { return t.words[i].is(one) }

// dictionary knows words wherever they stand.
type dictionary struct {
	traits  map[string]traits
	verbs   verbs
	aligner *align.Aligner
}

// look looks up the words of a text.
func (d dictionary) look(t *text) {
	t.words = memory.Zeros(t.words, len(t.Tokens))
	for i := range t.Tokens {
		tok := &t.Tokens[i]
		if tok.Kind == stemma.Mark {
			continue
		}
		k, known := t.scratch.first[tok.Form]
		if !known {
			t.scratch.first[tok.Form], k = i, i
			t.words[i] = d.word(tok)
		}
		t.words[i] = t.words[k]
	}
}

func (d dictionary) word(tok *stemma.Token) word {
	w := word{d.traits[tok.Form], d.aligner.Weight(*tok)}
	if !w.is(functional) && d.verbs.fit(tok.Form) {
		w.traits |= verbal
	}
	return w
}
