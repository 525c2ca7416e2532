package language

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Schema says what a table is and what may stand in it.
type Schema struct {
	Table string
	// Is says in a few words what an entry is.
	Is string
	// Attributes are the words that may stand behind an entry, each with what it
	// means. One that ends with "=" has a value behind it: "past=said".
	Attributes []Attribute
	// Values says what may stand behind an entry besides.
	Values Values
	// Example is a line of the table, or one like it.
	Example string
	// Plain says that entries count wherever they stand, as names, numbers and other forms of
	// words do. The entries of other tables decide by what stands around them, so that each
	// such table has an example in which one counts and one in which it does not.
	Plain bool
}

// Attribute is a word that may stand behind an entry, and what it means there.
type Attribute struct{ Name, Means string }

// Values says what else than known words may stand behind an entry.
type Values uint8

// What may stand behind an entry besides attributes.
const (
	Nothing Values = iota
	Number         // numbers: "12", "1e6", "-1"
	Words          // words: a full name, another form
)

// typed is a schema that is ready to check attributes.
type typed struct {
	table  string
	values Values
	known  map[string]bool // also the beginnings of those that have a value: "past="
}

// byName readies the schemata by their tables. In a table without one anything
// may stand.
func byName() map[string]*typed {
	all := Schemas()
	found := make(map[string]*typed, len(all))
	for _, s := range all {
		known := make(map[string]bool, len(s.Attributes))
		for _, a := range s.Attributes {
			known[a.Name] = true
		}
		found[s.Table] = &typed{s.Table, s.Values, known}
	}
	return found
}

// Schemas lists the schemata of all tables, by what reads them.
func Schemas() []Schema {
	var all []Schema
	for _, part := range [][]Schema{wordSchemas(), nameSchemas(), valueSchemas(), pageSchemas(), creditSchemas(),
		clauseSchemas(), statementSchemas(), shadeSchemas()} {
		all = append(all, part...)
	}
	plain := strings.Fields(plainTables)
	for i := range all {
		all[i].Plain = slices.Contains(plain, all[i].Table)
	}
	return all
}

// plainTables are those of names, of numbers, of other forms of words, of what machines write, and
// of nouns for who or what somebody is.
const plainTables = "abbreviations starters initials quotations bases irregulars irregular-plurals agencies outlets " +
	"press-names nouns-agency nouns-outlet vague platforms broadcasters programmes desks name-words inside-names " +
	"nicknames firstnames honorifics titles title-styles spellings ranks seniorities bystanders offices " +
	"organisations governing-places place-names demonyms nouns-anonymous nouns-document papers nouns-organisation " +
	"nouns-proceeding numbers units numbered-nouns per-head calendar clock months modals page-classes page-orders " +
	"page-fields page-nobody furniture-units page-hosts page-companies page-sections page-suffixes page-zones " +
	"contractions sentences sentence-words relatives records press-words quotation-style grammar"

// check finds the first attribute that nobody knows.
func (s *typed) check(attributes []string) error {
	if s.values == Words {
		return nil
	}
	for _, a := range attributes {
		if !s.knows(a) {
			return fmt.Errorf("%q is no attribute of the table %q (see its schema)", a, s.table)
		}
	}
	return nil
}

func (s *typed) knows(attribute string) bool {
	if s.known[attribute] || s.known[attribute[:strings.IndexByte(attribute, '=')+1]] {
		return true
	}
	_, err := strconv.ParseFloat(attribute, 64)
	return s.values == Number && err == nil
}

// attributes reads "name: meaning; name: meaning".
func attributes(list string) []Attribute {
	var all []Attribute
	for _, one := range strings.Split(list, ";") {
		name, means, _ := strings.Cut(one, ":")
		all = append(all, Attribute{strings.TrimSpace(name), strings.TrimSpace(means)})
	}
	return all
}
