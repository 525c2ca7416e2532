package name

import "stemma/internal/language"

// Class is what a word may be in a name or beside one, as a set.
type Class uint32

// What the tables know of a word.
const (
	FunctionWord    Class = 1 << iota // grammar, and no part of a name: "the", "said to"
	GivenName                         // "Ada"
	TitleWord                         // may stand before a name: "mayor"
	ShortTitle                        // an abbreviated title: "gov"
	MonthWord                         // "may"
	ModalWord                         // "may"
	MaleWord                          // of men: "mr", "james"
	FemaleWord                        // of women
	BodyWord                          // heads a body's name: "ministry"
	OutletWord                        // makes a name an outlet's: "gazette"
	OutletNoun                        // a plain noun for an outlet: "newspaper"
	ThingWord                         // heads a document or a proceeding: "memo", "trial"
	PeopleWord                        // a noun for people: "engineer"
	SourceWord                        // a noun for any other source
	VerbWord                          // a form of a verb that credits
	ToldWord                          // a form of a verb of saying that no modal governs: "told"
	ParticleWord                      // belongs to a surname: "von"
	GenerationWord                    // tells father from son: "jr"
	DottedWord                        // its full stop is part of a name: "st"
	TheWord                           // the definite article
	AWord                             // the indefinite article
	DefiniteWord                      // an article or a pronoun that points: "the", "this"
	OfWord                            // "of"
	WhoWord                           // opens a relative clause on people
	PrepositionWord                   // "in"
	RelativeWord                      // "which"
	ClauseWord                        // stands in a clause only: an auxiliary, "she"
	FiniteWord                        // a form of a common verb
	PronounWord                       // "this"
	DeterminerWord                    // tells which or how many: "the", "his", "four"
	KnownWord                         // a word of the language
	ListedWord                        // any table has it

	gendered = MaleWord | FemaleWord
	bodily   = BodyWord | OutletWord | ThingWord // no person's name ends so
	heading  = PeopleWord | SourceWord           // a noun that may be a source
)

// Is says whether the word is of one of these classes.
func (c Class) Is(these Class) bool { return c&these != 0 }

// isBut says whether the word is of one of these classes and of none of the others.
func (c Class) isBut(these, not Class) bool { return c&these != 0 && c&not == 0 }

// OfPart is what a word is as the last part of a compound.
func (c Class) OfPart() Class { return c & (TitleWord | gendered | bodily | OutletNoun | heading) }

// Classes reads from the tables of a language what each word may be in a name or beside
// one. Which forms of verbs credit somebody, the tables do not list.
func Classes(p *language.Pack) map[string]Class {
	all := make(map[string]Class, 2*(p.Table("firstnames").Len()+p.Table("nouns-anonymous").Len()))
	EachClass(p, func(word string, class Class) { all[word] |= class })
	return all
}

// EachClass gives the words of [Classes] one table after another: what a word is, is all that it is
// given with.
func EachClass(p *language.Pack, do func(word string, class Class)) {
	genders := map[string]Class{"male": MaleWord, "female": FemaleWord, "short": ShortTitle}
	const known = KnownWord | ListedWord
	tables := []struct {
		name  string
		class Class            // of all its words
		more  map[string]Class // by the attributes of a word
	}{
		{"function", known, functionClasses()},
		{"titles", known | TitleWord, genders},
		{"firstnames", known | GivenName, genders},
		{"months", known | MonthWord, nil},
		{"irregulars", known | FiniteWord, nil},
		{"nouns-anonymous", known | PeopleWord, map[string]Class{"source": SourceWord}},
		{"nouns-document", known | ThingWord | SourceWord, nil},
		{"nouns-proceeding", known | ThingWord | SourceWord, nil},
		{"nouns-organisation", known | BodyWord | SourceWord, nil},
		{"nouns-outlet", ListedWord, map[string]Class{
			"name": known | OutletWord | SourceWord, "noun": known | OutletNoun | SourceWord,
		}},
		{"roles", ListedWord, map[string]Class{"the": TheWord, "a": AWord, "of": OfWord, "who": WhoWord}},
		{"name-words", 0, map[string]Class{
			"particle": ParticleWord, "generation": GenerationWord, "dotted": DottedWord,
		}},
	}
	for _, t := range tables {
		for word, attributes := range p.Table(t.name).All() {
			class := t.class
			for _, a := range attributes {
				class |= t.more[a]
			}
			if t.name == "name-words" && len(attributes) > 0 && !isNamePart(attributes[len(attributes)-1]) {
				class &^= GenerationWord // written out it opens a title as well: "Senior Adviser"
			}
			do(word, class)
		}
	}
}

// isNamePart says whether an attribute of the words in names is the part that a word plays; any
// other one is the word's usual form.
func isNamePart(attribute string) bool {
	switch attribute {
	case "article", "small", "particle", "generation", "edition", "dotted":
		return true
	}
	return false
}

// functionClasses maps the attributes of function words to classes.
func functionClasses() map[string]Class {
	return map[string]Class{
		"det": FunctionWord | DeterminerWord, "poss": FunctionWord | DeterminerWord,
		"pron": FunctionWord | PronounWord, "prep": FunctionWord | PrepositionWord,
		"conj": FunctionWord, "sub": FunctionWord,
		"rel": FunctionWord | RelativeWord, "aux": FunctionWord | ClauseWord, "neg": FunctionWord,
		"time": FunctionWord, "day": FunctionWord, "adv": FunctionWord, "subject": ClauseWord,
		"num": DeterminerWord, "def": DefiniteWord, "modal": ModalWord,
		"male": MaleWord, "female": FemaleWord,
	}
}
