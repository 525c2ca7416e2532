package value

import (
	"sort"
	"sync"

	"stemma"
	"stemma/internal/language"
)

// Reader finds values, hedges and negations in the sentences of one language.
// It is read-only once made and safe for concurrent use.
type Reader struct {
	lexicon *lexicon
	spare   sync.Pool // of *sentence, for the room of its atoms
}

// New makes a reader from the tables of a language. A table that the language
// lacks leaves that kind of value unread.
func New(pack *language.Pack) *Reader { return &Reader{lexicon: newLexicon(pack)} }

// Values returns the checkable details among the tokens from first to last
// (half-open) of one sentence, in order of offset; those of one kind do not
// overlap. Indexes outside the text are cut off.
func (r *Reader) Values(t *stemma.Text, first, last int) []stemma.Value {
	s := r.sentence(t, first, last)
	defer r.spare.Put(s)
	return s.values()
}

// Reading is all that a stretch of a sentence holds for this package.
type Reading struct {
	Values    []stemma.Value
	Hedges    []Hedge
	Certainty stemma.Certainty
	Polarity  stemma.Polarity
}

// Read is Values, Hedges, Certainty and Polarity of the same tokens.
func (r *Reader) Read(t *stemma.Text, first, last int) Reading {
	s := r.sentence(t, first, last)
	defer r.spare.Put(s)
	h := hedgeReader{s}
	hedges := h.hedging()
	return Reading{Hedges: hedges, Certainty: h.certainty(hedges), Polarity: h.polarity(), Values: s.values()}
}

func (s *sentence) values() []stemma.Value {
	if len(s.atoms) == 0 {
		return nil
	}
	s.future, s.shouted = s.isFuture(), s.isShouted()
	units := unitReader{numberReader{s}}
	values := dateReader{units}.dates() // first: the parts of a date are no quantities
	values = append(values, quantityReader{units}.quantities()...)
	values = append(values, newNameReader(s).names()...)
	sort.SliceStable(values, func(i, j int) bool {
		if values[i].Span.Start != values[j].Span.Start {
			return values[i].Span.Start < values[j].Span.Start
		}
		return values[i].Span.End < values[j].Span.End
	})
	return values
}

func (r *Reader) sentence(t *stemma.Text, first, last int) *sentence {
	s, _ := r.spare.Get().(*sentence)
	if s == nil {
		s = &sentence{}
	}
	*s = sentence{lexicon: r.lexicon, text: t, atoms: atomise(s.atoms[:0], t, first, last),
		nameScratch: s.nameScratch}
	first = min(max(first, 0), len(t.Tokens))
	s.tokens = tokens{token(first), token(max(first, min(last, len(t.Tokens))))}
	for i := range s.atoms {
		s.atoms[i].known = r.lexicon.known[s.atoms[i].form]
	}
	return s
}
