package quote

import (
	"sync"

	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
)

// Reader reads attributions in one language. It is safe for concurrent use.
type Reader struct {
	lex   *lexicon
	who   *who.Registry
	spare sync.Pool // documents that have been read, for their memory
}

// New builds a reader from the tables of a language.
func New(pack *language.Pack) *Reader { return With(pack, who.New(nil, pack)) }

// With is New with what is known of names beside the tables of the language.
func With(pack *language.Pack, known *who.Registry) *Reader {
	r := &Reader{lex: newLexicon(pack), who: known}
	for form, full := range known.Aliased() {
		r.lex.outlets[r.lex.bareName(form)] = full
	}
	return r
}

// Reading is what one report credits to whom.
type Reading struct {
	// Attributions are in the order of their content. Their ids and speakers,
	// and what they stand in, are empty until Join.
	Attributions []stemma.Attribution

	figures []figure // the sources of this report
	speaker []int    // of each attribution, into figures; -1 for none
	hearer  []int    // of each attribution, into figures; -1 for none
	within  []int    // of each attribution, the one that it stands in; -1 for none
}

// Read finds the attributions of one report that tell something; see
// stemma.Attribution.Told.
func (r *Reader) Read(t *stemma.Text) Reading {
	return r.reading(t, false)
}

// ReadAll finds all attributions of one report, with those that tell nothing:
// what somebody wants, supports, plans, sees, is asked or will not say.
func (r *Reader) ReadAll(t *stemma.Text) Reading {
	return r.reading(t, true)
}

// reading reads a report; broad is for attitudes too.
func (r *Reader) reading(t *stemma.Text, broad bool) Reading {
	p := r.passage(t)
	p.broad = broad
	p.read()
	out := p.reading()
	r.release(p)
	return out
}
