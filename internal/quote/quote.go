package quote

import (
	"sync"

	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
	"stemma/internal/speaker"
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
		r.lex.outlets[r.lex.Bare(form)] = full
	}
	return r
}

// Reading is what one report credits to whom.
type Reading = speaker.Reading

// Join gives ids to the attributions of a whole pile and finds out which sources are
// the same; see speaker.Join.
func (r *Reader) Join(texts []*stemma.Text, readings []Reading) ([]stemma.Attribution, []stemma.Speaker) {
	return r.JoinKnown(texts, readings, nil)
}

// JoinKnown is Join with what is known of readings that were joined before.
func (r *Reader) JoinKnown(
	texts []*stemma.Text, readings []Reading, known *speaker.Known,
) ([]stemma.Attribution, []stemma.Speaker) {
	return speaker.Join(texts, readings, asked{r.lex}, r.who, known)
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

// reading reads a report, and attitudes too where they are asked for.
func (r *Reader) reading(t *stemma.Text, attitudes bool) Reading {
	p := r.open(t)
	p.attitudes = attitudes
	p.read()
	out := p.reading()
	r.close(p)
	return out
}
