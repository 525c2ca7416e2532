package extract

import (
	"strconv"
	"strings"

	"stemma/internal/language"
)

// lexicon is all that this stage knows of words. It is read-only.
type lexicon struct {
	tongues   []*language.Pack // those with function words, by which a text is told
	furniture phrases
	captions  phrases
	bylines   phrases
	footers   phrases
	selves    language.Table // words by which a report speaks of itself
	dateWords language.Table
	months    map[string]int
	zones     map[string]int    // minutes ahead of universal time
	outlets   language.Table    // host to name
	named     map[string]string // squashed name of a listed outlet to the name
	agencies  language.Table
	hosts     language.Table // of many publishers
	seconds   language.Table
	sections  language.Table
	heads     language.Table // last words of outlets' names
	given     language.Table // first names
	classes   language.Table // words of class names in pages
	fields    language.Table // names of meta elements
	signoffs  language.Table // how agencies sign without naming themselves
}

func newLexicon(packs []*language.Pack) *lexicon {
	all := func(table string) language.Table { return merged(packs, table) }
	x := &lexicon{
		furniture: newPhrases(all("boilerplate")),
		captions:  newPhrases(all("captions")),
		bylines:   newPhrases(all("bylines")),
		footers:   newPhrases(all("page-footers")),
		selves:    all("page-texts"),
		dateWords: all("page-datewords"),
		months:    map[string]int{},
		zones:     map[string]int{},
		outlets:   all("outlets"),
		named:     map[string]string{},
		agencies:  all("agencies"),
		signoffs:  all("signoffs"),
		hosts:     all("page-hosts"),
		seconds:   all("page-suffixes"),
		sections:  all("page-sections"),
		heads:     all("nouns-outlet"),
		given:     all("firstnames"),
		classes:   all("page-classes"),
		fields:    all("page-fields"),
	}
	for _, p := range packs {
		if len(p.Table("function")) > 0 {
			x.tongues = append(x.tongues, p)
		}
	}
	for m, a := range all("months") {
		x.months[m], _ = strconv.Atoi(first(a))
	}
	for z, a := range all("page-zones") {
		hours, _ := strconv.ParseFloat(first(a), 64)
		x.zones[z] = int(hours * 60)
	}
	for _, host := range x.outlets.Entries() {
		name := strings.Join(x.outlets[host], " ")
		if key := squash(name); len(key) >= minNameLetters && x.named[key] == "" {
			x.named[key] = name
		}
	}
	return x
}

// minNameLetters is how many letters the name of an outlet has at least that
// is known by its name alone.
const minNameLetters = 3

func first(attributes []string) string {
	if len(attributes) == 0 {
		return ""
	}
	return attributes[0]
}

// merged joins a table of several languages; of two equal entries that of the
// earlier language stands.
func merged(packs []*language.Pack, table string) language.Table {
	all := language.Table{}
	for _, p := range packs {
		for entry, attributes := range p.Table(table) {
			if !all.Has(entry) {
				all[entry] = attributes
			}
		}
	}
	return all
}

// phrases is a table of phrases of several words.
type phrases struct {
	table   language.Table
	longest int            // words
	from    map[string]int // a first word: words of the longest phrase that begins with it
}

func newPhrases(table language.Table) phrases {
	p := phrases{table: table, from: map[string]int{}}
	for entry := range table {
		n := strings.Count(entry, " ") + 1
		begin, _, _ := strings.Cut(entry, " ")
		p.longest, p.from[begin] = max(p.longest, n), max(p.from[begin], n)
	}
	return p
}

// at returns the longest phrase with that attribute that begins at word i, and
// the number of its words; 0 when there is none.
func (p phrases) at(words []word, i int, attribute string) (attributes []string, n int) {
	if i >= len(words) {
		return nil, 0
	}
	for n := min(p.from[words[i].form], len(words)-i); n > 0; n-- {
		entry := join(words[i : i+n])
		if p.table.Is(entry, attribute) {
			return p.table[entry], n
		}
	}
	return nil, 0
}

// has says whether a list of attributes holds one.
func has(attributes []string, attribute string) bool {
	for _, a := range attributes {
		if a == attribute {
			return true
		}
	}
	return false
}
