package extract

import (
	"strings"

	"stemma/internal/language"
	who "stemma/internal/name"
)

// lexicon is all that this stage knows of words. It is read-only. Each part knows the words
// of one question; what is asked of a whole text or page is asked of all of them.
type lexicon struct {
	lines
	captioning
	crediting
	markup
	languages
	inside   *who.Inside
	agencies language.Table
	feeds    language.Table // what stands before and behind a title in the footer of a feed
	forms    language.Table // legal forms of companies
	refusals phrases        // headlines of pages that are no report
	insets   []string       // labels that end a box of links which runs into prose
	releases *who.Releases
	glued    phrases   // of furniture, what begins a line which goes on with text
	openings [256]bool // the first bytes of such lines
}

func newLexicon(packs []*language.Pack) *lexicon { return lexiconOf(newTableSet(packs)) }

func lexiconOf(s tableSet) *lexicon {
	packs, all := s.packs, s.table
	in := who.NewInside(packs...)
	by := newWriters(s, in)
	credits := newCrediting(&by, all)
	glued := newPhrases(entriesWith(all("boilerplate"), "glued"))
	return &lexicon{
		lines: lines{by}, crediting: credits,
		captioning: captioning{newPhrases(all("captions")), &credits.publishers, in},
		markup:     markup{all("page-classes"), squashed(in, all("page-fields")), in}, languages: newLanguages(packs),
		inside: in, agencies: by.agencies, feeds: all("feed-footers"), forms: all("page-companies"),
		refusals: newPhrases(all("page-refusals")), insets: insetLabels(all("boilerplate")),
		releases: who.NewReleases(packs...), glued: glued, openings: glued.firstBytes(),
	}
}

// squashed is a table by the letters and digits of its entries: "published_at"
// and "published:at" are one.
func squashed(in *who.Inside, t language.Table) language.Table {
	all := make(map[string][]string, t.Len())
	for _, entry := range t.Entries() {
		if key := in.Squash(entry); all[key] == nil {
			all[key] = t.Of(entry)
		}
	}
	return language.TableOf(all)
}

func first(attributes []string) string {
	if len(attributes) == 0 {
		return ""
	}
	return attributes[0]
}

// tableSet is the tables of several languages, each joined once; of two equal entries that of
// the earlier language stands.
type tableSet struct {
	packs []*language.Pack
	made  map[string]language.Table
}

func newTableSet(packs []*language.Pack) tableSet {
	return tableSet{packs, map[string]language.Table{}}
}

func (s tableSet) table(name string) language.Table {
	all, known := s.made[name]
	if !known {
		all = language.Joined(s.each(name)...)
		s.made[name] = all
	}
	return all
}

// each gives a table of every language that has it.
func (s tableSet) each(name string) (some eachTable) {
	for _, p := range s.packs {
		if t := p.Table(name); t.Len() > 0 {
			some = append(some, t)
		}
	}
	return some
}

// eachTable is one table of several languages; it is asked only whether one of them has an entry.
type eachTable []language.Table

func (some eachTable) Has(entry string) bool {
	for _, t := range some {
		if t.Has(entry) {
			return true
		}
	}
	return false
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
	p := phrases{
		from: make(map[string]int, table.Len()), next: make(map[step]int, table.Len()),
		found: make([][]string, 1, 2*table.Len()+1),
	}
	for entry, attributes := range table.All() {
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

// entriesWith are the entries of a table that have an attribute.
func entriesWith(t language.Table, attribute string) language.Table {
	some := map[string][]string{}
	for entry, attributes := range t.All() {
		if has(attributes, attribute) {
			some[entry] = attributes
		}
	}
	return language.TableOf(some)
}
