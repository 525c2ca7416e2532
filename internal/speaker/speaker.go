package speaker

import (
	"slices"
	"stemma/internal/name"
	"strings"

	"stemma"
)

// Entity is a source as one report knows it: somebody, several people, a body, a
// paper.
type Entity struct {
	Kind       stemma.SpeakerKind
	Name       string // as it stands; a description where nobody is named
	Named      bool   // Name is a name, not only a description
	Given      string // folded first name, "" when unknown
	Surname    string // folded
	Family     string // folded: the first word of a full name by which the report calls somebody, "" for none
	Unsure     bool   // a surname that several of the report bear, and nobody can tell whose it is
	Generation string // folded "jr" and its like
	Count      stemma.Count
	Descriptor string   // the fullest title, role or description
	Roles      []string // folded words of titles and roles
	Aliases    []string // what else the report calls it
	Head       string   // folded head noun of unnamed people or of a paper

	Key   string   // of a name, as Join compares it
	Words []string // content words of what is credited to it, in order; of a name see joiner.wordsOfNamed
}

// Reading is what one report credits to whom.
type Reading struct {
	// Attributions are in the order of their content. Their ids and speakers,
	// and what they stand in, are empty until Join.
	Attributions []stemma.Attribution
	Entities     []Entity // the sources of this report

	Speaker []int // of each attribution, into Entities; -1 for none
	Hearer  []int // of each attribution, into Entities; -1 for none
	Within  []int // of each attribution, the one that it stands in; -1 for none
}

// Words is what is asked of a language.
type Words interface {
	Bare(name string) string            // a name without its article
	Singular(noun string) string        // folded, as the noun
	Empty(word string) bool             // a function word, which tells nothing of the matter
	Rank(word string) bool              // says little of who holds a role: "senior"
	Former(word string) bool            // no longer in the role
	Given(word string) bool             // a given name
	SameOutlet(full, short string) bool // short can name the outlet called full
}

// Note works out what Join asks of the sources of a report: the names of those that
// have one, and of the others the words of what they are credited with.
func (r *Reading) Note(words Words) {
	for i := range r.Entities {
		if e := &r.Entities[i]; e.Named {
			e.Key = words.Bare(strings.ToLower(e.Name))
		}
	}
	for a, k := range r.Speaker {
		if k >= 0 && !r.Entities[k].Named {
			r.Entities[k].Words = contentWords(r.Entities[k].Words, &r.Attributions[a], words)
		}
	}
}

// Alias notes what the report calls the entity.
func (e *Entity) Alias(text string) {
	text = name.Unowned(text)
	if text != "" && !slices.Contains(e.Aliases, text) {
		e.Aliases = append(e.Aliases, text)
	}
}

// AddRoles notes the words of a title or role.
func (e *Entity) AddRoles(description string) {
	for w := range strings.FieldsSeq(strings.ToLower(description)) {
		w = strings.Trim(w, ".,")
		if !slices.Contains(e.Roles, w) {
			e.Roles = append(e.Roles, w)
		}
	}
}
