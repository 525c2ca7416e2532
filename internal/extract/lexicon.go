package extract

import (
	"strconv"
	"strings"

	"stemma/internal/language"
	who "stemma/internal/name"
)

// lexicon is all that this stage knows of words. It is read-only.
type lexicon struct {
	tongues   []*language.Pack // those with function words, by which a text is told
	furniture phrases
	glued     phrases   // of these, those that begin a line which goes on with text
	openings  [256]bool // the first bytes of such lines
	captions  phrases
	bylines   phrases
	joins     language.Table // the same as single words
	footers   phrases
	functions map[string][]int // a function word, to the tongues that have it
	selves    language.Table   // words by which a report speaks of itself
	dateWords language.Table
	months    map[string]int
	leading   map[string]bool // months with which a date may begin
	orders    language.Table  // what comes first in a date with slashes, by language
	slashes   order           // of dates with slashes on the page that is read
	zones     map[string]int  // minutes ahead of universal time
	clock     language.Table
	ordinals  map[string]bool   // endings of numbers: "4th"
	feeds     language.Table    // what stands before and behind a title in the footer of a feed
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
	boxes     phrases        // what boxes tell of that are no part of an article
	refusals  phrases        // headlines of pages that are no report
	nobody    language.Table // what stands in the place of a writer
	signoffs  language.Table // how agencies sign without naming themselves
	forms     language.Table // legal forms of companies
	inside    *who.Inside
	releases  *who.Releases
	insets    []string // labels that end a box of links which runs into prose
}

func newLexicon(packs []*language.Pack) *lexicon {
	all := func(table string) language.Table { return merged(packs, table) }
	in := who.NewInside(packs...)
	boilerplate := all("boilerplate")
	x := &lexicon{
		inside:    in,
		furniture: newPhrases(boilerplate),
		glued:     newPhrases(entriesWith(boilerplate, "glued")),
		insets:    insetLabels(boilerplate),
		captions:  newPhrases(all("captions")),
		bylines:   newPhrases(all("bylines")),
		joins:     all("bylines"),
		footers:   newPhrases(all("page-footers")),
		selves:    all("page-texts"),
		dateWords: all("page-datewords"),
		functions: map[string][]int{},
		months:    map[string]int{},
		leading:   map[string]bool{},
		zones:     map[string]int{},
		clock:     all("clock"),
		ordinals:  map[string]bool{},
		feeds:     all("feed-footers"),
		outlets:   all("outlets"),
		named:     map[string]string{},
		agencies:  all("agencies"),
		boxes:     newPhrases(all("page-boxes")),
		refusals:  newPhrases(all("page-refusals")),
		nobody:    all("page-nobody"),
		signoffs:  all("signoffs"),
		forms:     all("page-companies"),
		releases:  who.NewReleases(packs...),
		hosts:     all("page-hosts"),
		seconds:   all("page-suffixes"),
		sections:  all("page-sections"),
		orders:    all("page-orders"),
		heads:     all("nouns-outlet"),
		given:     all("firstnames"),
		classes:   all("page-classes"),
		fields:    squashed(in, all("page-fields")),
	}
	x.openings = x.glued.firstBytes()
	for _, p := range packs {
		if len(p.Table("function")) == 0 {
			continue
		}
		x.tongues = append(x.tongues, p)
		for w := range p.Table("function") {
			x.functions[w] = append(x.functions[w], len(x.tongues)-1)
		}
	}
	for m, a := range all("months") {
		x.months[m], _ = strconv.Atoi(first(a))
	}
	for _, p := range packs {
		for m := range p.Table("months") {
			// In languages of which nothing else is known the day comes first: "Mars 2020" is no month.
			x.leading[m] = x.leading[m] || p.Code != language.Unknown
		}
	}
	for _, p := range packs {
		for _, ending := range p.Table("endings")["ordinal"] {
			x.ordinals[ending] = true
		}
	}
	for z, a := range all("page-zones") {
		hours, _ := strconv.ParseFloat(first(a), 64)
		x.zones[z] = int(hours * 60)
	}
	for _, host := range x.outlets.Entries() {
		name := strings.Join(x.outlets[host], " ")
		if key := in.Squash(name); len(key) >= minNameLetters && x.named[key] == "" {
			x.named[key] = name
		}
	}
	return x
}

// squashed is a table by the letters and digits of its entries: "published_at"
// and "published:at" are one.
func squashed(in *who.Inside, t language.Table) language.Table {
	all := language.Table{}
	for _, entry := range t.Entries() {
		if key := in.Squash(entry); !all.Has(key) {
			all[key] = t[entry]
		}
	}
	return all
}

// entriesWith are the entries of a table that have an attribute.
func entriesWith(t language.Table, attribute string) language.Table {
	some := language.Table{}
	for entry, attributes := range t {
		if has(attributes, attribute) {
			some[entry] = attributes
		}
	}
	return some
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

// phrases is a table of phrases of several words, as a tree of their words:
// what begins no phrase is known by one look, however long the phrases are.
type phrases struct {
	longest int            // words
	from    map[string]int // a first word, to the node behind it
	next    map[step]int   // a node and the word after it, to the node behind that
	found   [][]string     // attributes of the phrase that ends at a node, nil for none
}

// step leads from a node of the tree to the one behind a word.
type step struct {
	node int
	word string
}

func newPhrases(table language.Table) phrases {
	p := phrases{from: make(map[string]int, len(table)), next: make(map[step]int, len(table)), found: make([][]string, 1, 2*len(table)+1)}
	for entry, attributes := range table {
		node, words := 0, 0
		for rest, more := entry, true; more; words++ {
			var word string
			word, rest, more = strings.Cut(rest, " ")
			node = p.grow(node, word)
		}
		p.found[node], p.longest = attributes, max(p.longest, words)
	}
	return p
}

// grow gives the node behind a word, which it makes if there is none; node 0 is
// where all phrases begin.
func (p *phrases) grow(node int, word string) int {
	known := p.after(node, word)
	if known > 0 {
		return known
	}
	p.found = append(p.found, nil)
	made := len(p.found) - 1
	if node == 0 {
		p.from[word] = made
	} else {
		p.next[step{node, word}] = made
	}
	return made
}

// after is the node behind a word, 0 for none.
func (p *phrases) after(node int, word string) int {
	if node == 0 {
		return p.from[word]
	}
	return p.next[step{node, word}]
}

// at returns the longest phrase with that attribute that begins at word i, and
// the number of its words; 0 when there is none.
func (p *phrases) at(words []word, i int, attribute string) (attributes []string, n int) {
	p.each(words, i, func(a []string, m int) {
		if has(a, attribute) {
			attributes, n = a, m
		}
	})
	return attributes, n
}

// each calls do for every phrase that begins at word i, the shortest first,
// with its attributes and the number of its words.
func (p *phrases) each(words []word, i int, do func(attributes []string, n int)) {
	node := 0
	for k := i; k < len(words); k++ {
		if node = p.after(node, words[k].form); node == 0 {
			return
		}
		if a := p.found[node]; len(a) > 0 {
			do(a, k+1-i)
		}
	}
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
