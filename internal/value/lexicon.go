package value

import (
	"sort"
	"strconv"
	"strings"

	"stemma/internal/language"
	who "stemma/internal/name"
)

// lexicon is the tables of one language in the shape that the grammars need.
type lexicon struct {
	numbers       map[string]numeral
	units         phrases
	bounds        phrases // before a number
	afters        phrases // after one
	hedges        phrases
	contracted    language.Endings // of a word with a "not" in it
	said          language.Endings // of the past of a verb of saying
	singulars     language.Endings // what a counted noun is one of
	negations     phrases
	places        phrases
	titles        phrases
	organisations phrases
	months        map[string]int
	calendar      language.Table
	clocks        language.Table
	perHead       language.Table
	styles        phrases // titles by house style
	inheritors    language.Table
	subordinators language.Table
	function      language.Table
	nouns         language.Table
	firstnames    language.Table
	people        language.Table
	numbered      language.Table
	demonyms      language.Table
	honorifics    language.Table
	ranks         language.Table
	inside        *who.Inside
	bodies        language.Table
	things        things
	cues          language.Table
	agencies      phrases
	roles         map[string]role
	known         map[string]*known
	unknown       *known               // of words that no table has
	inNames       map[string]who.Class // what words are in names and beside them
	grammar       *who.Grammar
	nameWords     language.Table
}

// things is tables of nouns that speak but are no persons: memos, papers,
// bodies.
type things []language.Table

func (t things) has(word string) bool {
	for _, table := range t {
		if table.Has(word) {
			return true
		}
	}
	return false
}

// numeral is a number word with the role that it plays in a number.
type numeral struct {
	value float64
	role  string
}

// phrases finds entries of one or more words at a place in a sentence.
type phrases struct {
	byFirst map[string][]phrase // longest first
	opens   openings            // of the words with which one begins
}

type phrase struct {
	words      []string // as atoms: hyphens are words
	entry      string
	attributes []string
}

func newLexicon(pack *language.Pack) *lexicon {
	approximators := pack.Table("approximators")
	place := func(attributes []string) string {
		return strings.Join(attributes[min(1, len(attributes)):min(2, len(attributes))], "")
	}
	isAfter := func(attributes []string) bool { return place(attributes) == "after" }
	mayFollow := func(attributes []string) bool { return isAfter(attributes) || place(attributes) == "both" }
	l := &lexicon{
		numbers:       numerals(pack.Table("numbers")),
		units:         unitPhrases(pack.Table("units")),
		bounds:        newPhrases(aBound, approximators, func(a []string) bool { return !isAfter(a) }),
		afters:        newPhrases(aBoundBehind, approximators, mayFollow),
		hedges:        newPhrases(aHedging, pack.Table("hedges"), func(a []string) bool { return len(a) > 1 }),
		contracted:    pack.Endings("negation"),
		said:          pack.Endings("regular-past"),
		negations:     newPhrases(aNegation, pack.Table("negations"), nil),
		places:        newPhrases(aPlace, pack.Table("place-names"), nil),
		titles:        newPhrases(aTitle, pack.Table("titles"), nil),
		organisations: newPhrases(aBody, pack.Table("organisations"), nil),
		agencies:      newPhrases(anAgency, pack.Table("agencies"), nil),
		roles:         rolesOf(pack.Table("detail-words")),
		nameWords:     pack.Table("name-words"),
		months:        map[string]int{},
		calendar:      pack.Table("calendar"),
		clocks:        pack.Table("clock"),
		perHead:       pack.Table("per-head"),
		styles:        newPhrases(aStyle, pack.Table("title-styles"), nil),
		inheritors:    pack.Table("unit-links"),
		subordinators: pack.Table("subordinators"),
		function:      pack.Table("function"),
		nouns:         pack.Table("irregular-plurals"),
		singulars:     pack.Endings("unit"),
		firstnames:    pack.Table("firstnames"),
		people:        pack.Table("nouns-anonymous"),
		numbered:      pack.Table("numbered-nouns"),
		demonyms:      pack.Table("demonyms"),
		honorifics:    pack.Table("honorifics"),
		ranks:         pack.Table("ranks"),
		inside:        who.NewInside(pack),
		bodies:        pack.Table("nouns-organisation"),
		things: things{
			pack.Table("nouns-document"), pack.Table("nouns-outlet"),
			pack.Table("nouns-proceeding"), pack.Table("nouns-organisation"),
		},
		cues: pack.Table("cues"), inNames: who.Classes(pack), grammar: who.NewGrammar(pack, nil),
	}
	for word, attributes := range pack.Table("months").All() {
		if n, err := strconv.Atoi(strings.Join(attributes, "")); err == nil && n >= 1 && n <= 12 {
			l.months[word] = n
		}
	}
	for word, roles := range l.roles {
		if roles&saysWord != 0 {
			l.inNames[word] |= who.VerbWord | who.ToldWord | who.KnownWord
		}
	}
	l.known, l.unknown = knownOf(l), &known{}
	return l
}

func numerals(table language.Table) map[string]numeral {
	found := make(map[string]numeral, table.Len())
	for word, attributes := range table.All() {
		if len(attributes) < 2 {
			continue
		}
		if v, err := strconv.ParseFloat(attributes[0], 64); err == nil {
			found[word] = numeral{v, attributes[1]}
		}
	}
	return found
}

// unitPhrases puts the dimension of a unit behind its name.
func unitPhrases(table language.Table) phrases {
	scales := newScales()
	p := newPhrases(aUnit, table, func(a []string) bool { return len(a) > 0 })
	for _, list := range p.byFirst {
		for i, entry := range list {
			name, rest := entry.attributes[0], entry.attributes[1:]
			_, dimension := scales.of(name)
			list[i].attributes = append([]string{name, dimension}, rest...)
		}
	}
	return p
}

// phrases are all tables of phrases.
func (l *lexicon) phrases() []*phrases {
	return []*phrases{
		&l.units, &l.bounds, &l.afters, &l.hedges, &l.negations, &l.places, &l.titles, &l.styles, &l.organisations,
		&l.agencies,
	}
}

// newPhrases indexes the entries of a table that want accepts; nil accepts all. The words
// with which one begins are known by what they open.
func newPhrases(opens openings, table language.Table, want func([]string) bool) phrases {
	p := phrases{make(map[string][]phrase, table.Len()), opens}
	for entry, attributes := range table.All() {
		if want != nil && !want(attributes) {
			continue
		}
		words := strings.Fields(strings.ReplaceAll(entry, "-", " - "))
		if len(words) > 0 {
			p.byFirst[words[0]] = append(p.byFirst[words[0]], phrase{words, entry, attributes})
		}
	}
	for _, list := range p.byFirst {
		sort.Slice(list, func(i, j int) bool {
			if len(list[i].words) != len(list[j].words) {
				return len(list[i].words) > len(list[j].words)
			}
			return list[i].entry < list[j].entry
		})
	}
	return p
}

// has says whether the entry of one word is in the table.
func (p phrases) has(word string) bool {
	for _, candidate := range p.byFirst[word] {
		if len(candidate.words) == 1 {
			return true
		}
	}
	return false
}

// is says whether the entry of one word has the attribute.
func (p phrases) is(word, attribute string) bool {
	for _, candidate := range p.byFirst[word] {
		if len(candidate.words) != 1 {
			continue
		}
		for _, a := range candidate.attributes {
			if a == attribute {
				return true
			}
		}
	}
	return false
}

func (p phrase) attribute(n int) string {
	if n < len(p.attributes) {
		return p.attributes[n]
	}
	return ""
}

// singular folds a plural noun to its singular, as far as spelling tells.
func (l *lexicon) singular(noun string) string {
	noun = strings.TrimSuffix(who.Unowned(noun), "'")
	if one := l.nouns.First(noun); one != "" {
		return one
	}
	return l.singulars.Of(noun)
}

// isPlural says whether a word looks like a plural noun.
func (l *lexicon) isPlural(word string) bool {
	if l.nouns.Has(word) {
		return true
	}
	return !strings.Contains(word, "'") && l.singular(word) != word
}

// isFunction says whether a word is grammar, not matter.
func (l *lexicon) isFunction(word string) bool { return l.function.Has(word) }
