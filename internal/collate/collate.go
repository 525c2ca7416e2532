package collate

import (
	"strings"
	"sync"

	"stemma/internal/language"
	"stemma/internal/lexis"
	"stemma/internal/name"
	"stemma/internal/value"
	"stemma/internal/vector"
)

// Collator compares reports in one language. It is safe for concurrent use.
type Collator struct {
	values  *value.Reader
	compare *value.Comparer
	vectors *vector.Model
	lexis   *lexis.Table
	names   *name.Registry

	function, bases, negations                                 language.Table
	contraries, operators                                      language.Table
	quantifiers, restrictors, titles, numbers, cues, officials language.Table
	retractions, styles, projected, furniture                  language.Table
	spoken                                                     *strings.Replacer // contractions written out
	spellings                                                  *strings.Replacer // one for all houses of press
	denied, degrees                                            language.Endings  // of what turns or compares
	lasting, past, plural                                      language.Endings
	inverses, unnamed, hedges, seniorities, caveats, strengths language.Table
	prospects, pressPeople, mutuals, amountLinks, prefixes     language.Table
	outlets, beliefs, impersonals, replies                     language.Table
	causes, limits, reaches, verges, turns                     phrases
	publications, tones, calendar, relatives, undoings         language.Table
	dimensions, bounds, ceilings, honorifics, modals           language.Table
	documents, signs                                           language.Table
	scales                                                     map[string][]grade
	read                                                       *sync.Pool // of what was read of words
	antitheses, closed                                         map[string][]antithesis
}

// New builds a collator from the tables of a language.
func New(pack *language.Pack, names *name.Registry, values *value.Reader, vectors *vector.Model) *Collator {
	return &Collator{
		values: values, compare: value.NewComparer(pack), vectors: vectors, lexis: lexis.Open(pack), names: names,
		function: pack.Table("function"), bases: pack.Table("bases"), negations: pack.Table("negations"),
		operators: pack.Table("operators"), quantifiers: pack.Table("quantifiers"),
		restrictors: pack.Table("restrictors"), titles: pack.Table("titles"), numbers: pack.Table("numbers"),
		cues: pack.Table("cues"), officials: pack.Table("officials"),
		retractions: pack.Table("retractions"), projected: pack.Table("projects"),
		furniture: pack.Table("furniture-units"),
		styles:    pack.Table("quotation-style"), spoken: spoken(pack.Table("contractions")),
		spellings: spoken(pack.Table("spellings"), "-", "", "'", "", "`", "", ".", ""),
		denied:    pack.Endings("negation"), degrees: pack.Endings("compared"),
		lasting: pack.Endings("lasting"), past: pack.Endings("weak"), plural: pack.Endings("plural"),
		contraries: bothWays(pack.Table("contraries")), inverses: bothWays(pack.Table("inverses")),
		unnamed: pack.Table("nouns-anonymous"), hedges: pack.Table("hedges"),
		seniorities: pack.Table("seniorities"), caveats: pack.Table("caveats"),
		scales: gradesOf(pack.Table("scales")), strengths: pack.Table("strengths"),
		prospects: pack.Table("prospects"), pressPeople: pack.Table("press-people"),
		outlets: pack.Table("nouns-outlet"), publications: pack.Table("publications"),
		beliefs: pack.Table("beliefs"), replies: pack.Table("replies"),
		mutuals: pack.Table("mutuals"), amountLinks: pack.Table("amount-links"),
		prefixes: pack.Table("negative-prefixes"), impersonals: pack.Table("impersonals"),
		causes: phrasesOf(pack.Table("causes")), limits: phrasesOf(pack.Table("limits")),
		reaches: phrasesOf(pack.Table("reaches")), verges: phrasesOf(pack.Table("verges")),
		turns: phrasesOf(pack.Table("retractions")),
		tones: pack.Table("tones"), calendar: pack.Table("calendar"),
		relatives: pack.Table("relatives"), undoings: pack.Table("undoings"),
		dimensions: pack.Table("dimensions"), honorifics: pack.Table("honorifics"), modals: pack.Table("modals"),
		bounds: pack.Table("approximators"), ceilings: pack.Table("ceilings"),
		documents: pack.Table("nouns-document"), signs: pack.Table("signs-of"),
		read:       &sync.Pool{New: func() any { return map[wordSeen]*lexeme{} }},
		antitheses: antithesesOf(pack.Table("antitheses")), closed: antithesesOf(pack.Table("closed-class")),
	}
}

// spoken writes out what speech draws together.
func spoken(table language.Table, pairs ...string) *strings.Replacer {
	for _, short := range table.Entries() {
		pairs = append(pairs, short, table.First(short))
	}
	return strings.NewReplacer(pairs...)
}

// bothWays reads "a: b" as b of a and a of b.
func bothWays(table language.Table) language.Table {
	both := make(map[string][]string, 2*table.Len())
	for _, word := range table.Entries() {
		for _, other := range table.Of(word) {
			both[word] = append(both[word], other)
			both[other] = append(both[other], word)
		}
	}
	return language.TableOf(both)
}

// Kin says why two reports are compared.
type Kin uint8

// From certain lineage to none that is known, and one beside them.
const (
	Copy       Kin = iota // the second was taken from the first
	Siblings              // both were taken from one lost text, tape or statement
	Neighbours            // they tell one story; only what is one text in both is compared
	Citing                // a copy that takes a point over, and may tell the rest for itself
)
