package name

import (
	"slices"
	"strings"
	"unicode"

	"stemma/internal/language"
)

// Inside knows the small words inside names as they are written: which stay small, which go on
// with a name, and which a host leaves out. It is read-only.
type Inside struct {
	parts       map[string]inside
	generations map[string]string
	articles    []string // that hosts leave out, longest first
}

// inside is what a small word does inside a name.
type inside uint8

const (
	lower    inside = 1 << iota // stays small where all other words have capitals
	joins                       // ties what follows to the name
	personal                    // stands small inside a person's name
	hosts                       // an article that hosts leave out
	agency                      // ends an agency's name in a byline
	heads                       // stands behind the noun of a title
)

// NewInside readies the words of some languages.
func NewInside(packs ...*language.Pack) *Inside {
	known := map[string]inside{
		"lower": lower, "joins": joins, "inside": personal, "hosts": hosts, "agency": agency,
		"heads": heads,
	}
	in := &Inside{parts: map[string]inside{}, generations: map[string]string{}}
	for _, p := range packs {
		for word, attributes := range p.Table("inside-names").All() {
			for _, a := range attributes {
				in.parts[word] |= known[a]
			}
		}
	}
	for _, p := range packs {
		in.readGenerations(p.Table("name-words"))
	}
	for word, part := range in.parts {
		if part&hosts != 0 {
			in.articles = append(in.articles, word)
		}
	}
	slices.SortFunc(in.articles, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return in
}

// readGenerations takes in the words that tell the generation, with their usual forms.
func (in *Inside) readGenerations(table language.Table) {
	for word, attributes := range table.All() {
		if !slices.Contains(attributes, "generation") {
			continue
		}
		in.generations[word] = word
		for _, a := range attributes {
			if !isNamePart(a) {
				in.generations[word] = a
			}
		}
	}
}

func (in *Inside) is(word string, part inside) bool { return in.parts[word]&part != 0 }

// IsParticle says whether a word in small letters may stand inside a person's name: "van".
func (in *Inside) IsParticle(word string) bool { return in.is(strings.ToLower(word), personal) }

// Joins says whether a name may go on behind a small word: "Bank of Selwick".
func (in *Inside) Joins(word string) bool { return in.is(word, joins) }

// IsSmall says whether a word of a title or a name stays small among words with capitals.
func (in *Inside) IsSmall(word string) bool { return in.is(word, lower) }

// IsArticle says whether a word is an article that may be left out at the head of a name.
func (in *Inside) IsArticle(word string) bool { return in.is(word, hosts) }

// Articles are the articles that may be left out at the head of a name. They are not to be changed.
func (in *Inside) Articles() []string { return in.articles }

// Generation is the usual form of a folded word that tells father from son, "" for any other.
func (in *Inside) Generation(word string) string { return in.generations[word] }

// Heads says whether the noun of a title stands before a word: "minister of trade".
func (in *Inside) Heads(word string) bool { return in.is(word, heads) }

// EndsAgency says whether a byline that ends with a word may be an agency's name: "Selwick News Service".
func (in *Inside) EndsAgency(word string) bool { return in.is(word, agency) }

// CutArticle cuts an article from the head of a squashed name, where more than some letters stay: hosts
// keep it as they like.
func (in *Inside) CutArticle(key string, least int) (rest, article string) {
	for _, a := range in.articles {
		if rest, ok := strings.CutPrefix(key, a); ok && len(rest) >= least {
			return rest, a
		}
	}
	return key, ""
}

// leastSquashed is how many letters stand behind an article in a squashed name at least.
const leastSquashed = 3

// Squash reduces a name to its letters and digits in lower case, without an article at its head, as a
// host writes it.
func (in *Inside) Squash(name string) string {
	var b strings.Builder
	small := strings.ToLower(name)
	for _, r := range small {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	rest, article := in.CutArticle(b.String(), leastSquashed)
	if article != "" && !strings.HasPrefix(small, article+" ") {
		return article + rest
	}
	return rest
}
