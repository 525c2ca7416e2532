package value

import (
	"strconv"
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// sentence is the atoms of one stretch of text, read by all the grammars.
// They take the index of an atom and return the index after what they read,
// which is the index itself when they read nothing.
type sentence struct {
	*lexicon
	text    *stemma.Text
	all     []atom // of the whole sentence
	extent  tokens // of all
	atoms   []atom // of the part that is read
	future  bool   // it speaks of what is still to come
	shouted bool   // nearly every word is capitalised
	tokens         // of the part that is read
	nameScratch
}

// tokens is a half-open range of a text's tokens. Atoms are counted by int, and bytes stand in spans.
type tokens struct{ from, to token }

// token is the index of a token of a text.
type token int

// nameScratch is room that is used again for the names of the next sentence.
type nameScratch struct {
	mentions []who.Mention
	bearers  []name
	classes  []who.Class // of each token of the whole sentence, or unseen
}

// form is the folded form of atom i, or "" outside the sentence.
func (s *sentence) form(i int) string {
	if i < 0 || i >= len(s.atoms) {
		return ""
	}
	return s.atoms[i].form
}

func (s *sentence) isNumber(i int) bool { return i >= 0 && i < len(s.atoms) && s.atoms[i].number }

// isWord says that atom i is a word, not a number or mark.
func (s *sentence) isWord(i int) bool {
	return i >= 0 && i < len(s.atoms) && !s.atoms[i].number && !s.atoms[i].mark
}

func (s *sentence) isCapital(i int) bool { return s.isWord(i) && s.atoms[i].capital }

func (s *sentence) isGlued(i int) bool { return i > 0 && i < len(s.atoms) && s.atoms[i].glued }

// isHyphen says that atom i is a hyphen with nothing before and after it.
func (s *sentence) isHyphen(i int) bool {
	return s.form(i) == "-" && s.isGlued(i) && s.isGlued(i+1)
}

// span covers the atoms from first to last, half-open.
func (s *sentence) span(first, last int) stemma.Span {
	return s.text.Report.Span(s.atoms[first].start, s.atoms[last-1].end)
}

// take marks the atoms as used by a value.
func (s *sentence) take(first, last int) {
	for i := first; i < last; i++ {
		s.atoms[i].used = true
	}
}

// free says that no value has used the atoms.
func (s *sentence) free(first, last int) bool {
	for i := first; i < last && i < len(s.atoms); i++ {
		if s.atoms[i].used {
			return false
		}
	}
	return true
}

// raw is the text of atom i as it stands.
func (s *sentence) raw(i int) string {
	return s.text.Report.Text[s.atoms[i].start:s.atoms[i].end]
}

// match returns the longest entry that stands at atom i, and the index after
// it; i itself where there is none. Full stops of abbreviations inside an
// entry are passed over.
func (s *sentence) match(p phrases, i int) (phrase, int) {
	if i < 0 || i >= len(s.atoms) || s.atoms[i].opening&p.opens == 0 {
		return phrase{}, i
	}
	for _, candidate := range p.byFirst[s.form(i)] {
		at := i + 1
		for _, word := range candidate.words[1:] {
			if s.form(at) == "." && s.isGlued(at) {
				at++
			}
			if s.form(at) != word {
				at = -1
				break
			}
			at++
		}
		if at > 0 {
			return candidate, at
		}
	}
	return phrase{}, i
}

// matchNoun is match for nouns, whose last word may be a plural.
func (s *sentence) matchNoun(p phrases, i int) (phrase, int) {
	if found, next := s.match(p, i); next > i {
		return found, next
	}
	first := s.form(i)
	for _, candidate := range p.byFirst[first] {
		if n := len(candidate.words); n > 1 && s.forms(i,
			candidate.words[:n-1]) && s.singular(s.form(i+n-1)) == candidate.words[n-1] {
			return candidate, i + n
		}
	}
	for _, candidate := range p.byFirst[s.singular(first)] {
		if len(candidate.words) == 1 && s.isWord(i) {
			return candidate, i + 1
		}
	}
	return phrase{}, i
}

// forms says whether the words stand at atom i.
func (s *sentence) forms(i int, words []string) bool {
	for k, word := range words {
		if s.form(i+k) != word {
			return false
		}
	}
	return true
}

// whole is the number of plain digits at atom i, or -1.
func (s *sentence) whole(i int) int {
	if !s.isNumber(i) || len(s.form(i)) > 4 {
		return -1
	}
	n, err := strconv.Atoi(s.form(i))
	if err != nil {
		return -1
	}
	return n
}

// isContent says that atom i is a word that may belong to what is counted.
func (s *sentence) isContent(i int) bool {
	return s.isWord(i) && s.free(i, i+1) && !s.does(i, functional) && s.numeral(i).role == "" &&
		!strings.Contains(s.form(i), "'")
}

// skipDeterminers steps over "its 24", "the city's".
func (s *sentence) skipDeterminers(i int) int {
	for k := 0; k < mostDeterminers && s.isDeterminer(i); k++ {
		i++
	}
	return i
}

// mostDeterminers is how many words may stand before a noun that tell which one.
const mostDeterminers = 5

// isDeterminer says whether the word at atom i tells of a noun which or how
// many, or whose: "the", "24", "city's", and "city" before "'s".
func (s *sentence) isDeterminer(i int) bool {
	isOwner := who.IsOwning(s.form(i)) || s.isWord(i) && who.IsOwned(s.form(i+1))
	return isOwner || s.isNumber(i) || s.numeral(i).role != "" || s.does(i, determining|owning)
}

func (s *sentence) isMoney(i int) bool {
	return s.isWordOrMark(i) && s.units.is(s.form(i), "money")
}

func (s *sentence) isWordOrMark(i int) bool { return i >= 0 && i < len(s.atoms) && !s.atoms[i].number }

func (s *sentence) isTimeUnit(i int) bool {
	p, next := s.matchNoun(s.units, i)
	return next > i && p.attribute(1) == "time"
}

// isShouted says whether nearly every word is capitalised, as in headlines:
// then a capital tells nothing.
func (s *sentence) isShouted() bool {
	words, capitals := 0, 0
	for i := range s.atoms {
		if s.isWord(i) && !s.does(i, functional) && s.numeral(i).role == "" {
			words++
			if s.isCapital(i) {
				capitals++
			}
		}
	}
	return words >= 4 && capitals*10 >= words*9
}
