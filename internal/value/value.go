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
	s := r.Sentence(t, first, last)
	defer s.Close()
	return s.Values(first, last)
}

// Reading is all that a stretch of a sentence holds for this package.
type Reading struct {
	Values    []stemma.Value
	Hedges    []Hedge
	Certainty stemma.Certainty
	Polarity  stemma.Polarity
}

// Sentence is a sentence of which several parts are read: its words are looked up once. It
// is not safe for concurrent use.
type Sentence struct {
	sentence
	reader *Reader
}

// Sentence looks up the tokens from first to last (half-open) of a sentence.
func (r *Reader) Sentence(t *stemma.Text, first, last int) *Sentence {
	s, _ := r.spare.Get().(*Sentence)
	if s == nil {
		s = &Sentence{reader: r}
	}
	s.sentence = r.lexicon.sentence(t, first, last, s.sentence)
	s.part(first, last)
	return s
}

// Close ends the reading of a sentence; what was read stays.
func (s *Sentence) Close() { s.reader.spare.Put(s) }

// Values is [Reader.Values] of tokens of the sentence.
func (s *Sentence) Values(first, last int) []stemma.Value {
	s.part(first, last)
	return s.values()
}

// Dates is [Sentence.Values] of dates alone, for who asks for nothing else.
func (s *Sentence) Dates(first, last int) []stemma.Value {
	s.part(first, last)
	if len(s.atoms) == 0 {
		return nil
	}
	return datesOf(&s.sentence)
}

// Read is Values, Hedges, Certainty and Polarity of the same tokens.
func (r *Reader) Read(t *stemma.Text, first, last int) Reading {
	s := r.Sentence(t, first, last)
	defer s.Close()
	return s.Read(first, last)
}

// Read is [Reader.Read] of tokens of the sentence.
func (s *Sentence) Read(first, last int) Reading {
	s.part(first, last)
	h := hedgeReader{&s.sentence}
	hedges := h.hedging()
	return Reading{Hedges: hedges, Certainty: h.certainty(hedges), Polarity: h.polarity(), Values: s.values()}
}

// MayCount says of each token from first to last (half-open) whether a quantity, or a date
// with digits, may be said with it: where it is not so, no such value is read.
func (s *Sentence) MayCount(first, last int) []bool {
	s.part(first, last)
	may := make([]bool, last-first)
	for i := range s.atoms {
		if s.mayCount(i) {
			may[int(s.atoms[i].of)-first] = true
		}
	}
	return may
}

// mayCount says whether a quantity or a date with digits may rest on atom i.
func (s *sentence) mayCount(i int) bool {
	return s.isNumber(i) || s.numeral(i).role != "" || s.plays(i, eachWord) ||
		s.plays(i, articleWord) && (s.plays(i+1, coupleWord) || i+1 < len(s.atoms) && s.atoms[i+1].opening&aUnit != 0)
}

func (s *sentence) values() []stemma.Value {
	if len(s.atoms) == 0 {
		return nil
	}
	values := datesOf(s) // first: the parts of a date are no quantities
	values = append(values, quantityReader{unitReader{numberReader{s}}}.quantities()...)
	values = append(values, newNameReader(s).names()...)
	sort.SliceStable(values, func(i, j int) bool {
		if values[i].Span.Start != values[j].Span.Start {
			return values[i].Span.Start < values[j].Span.Start
		}
		return values[i].Span.End < values[j].Span.End
	})
	return values
}

// datesOf reads the dates of a part, in order.
func datesOf(s *sentence) []stemma.Value {
	s.future, s.shouted = s.isFuture(), s.isShouted()
	return dateReader{unitReader{numberReader{s}}}.dates()
}

// sentence looks up the tokens of a sentence, in the room of one that was read before.
func (l *lexicon) sentence(t *stemma.Text, first, last int, room sentence) sentence {
	first = min(max(first, 0), len(t.Tokens))
	last = max(first, min(last, len(t.Tokens)))
	s := sentence{
		lexicon: l, text: t, all: atomise(room.all[:0], t, first, last), extent: tokens{token(first), token(last)},
		nameScratch: room.nameScratch,
	}
	for i := range s.all {
		if s.all[i].known = l.known[s.all[i].form]; s.all[i].known == nil {
			s.all[i].known = l.unknown
		}
	}
	s.classes = s.classes[:0]
	for range last - first {
		s.classes = append(s.classes, unseen)
	}
	return s
}

// part turns to some tokens of the sentence, of which nothing is read yet.
func (s *Sentence) part(first, last int) {
	from := min(max(token(first), s.extent.from), s.extent.to)
	s.tokens = tokens{from, max(from, min(token(last), s.extent.to))}
	begin, end := s.atomOf(s.tokens.from), s.atomOf(s.tokens.to)
	s.atoms = s.all[begin:end:end]
	for i := range s.atoms {
		s.atoms[i].used = false
	}
}

// atomOf is the first atom of a token among those of the whole sentence.
func (s *Sentence) atomOf(of token) int {
	return sort.Search(len(s.all), func(i int) bool { return s.all[i].of >= of })
}
