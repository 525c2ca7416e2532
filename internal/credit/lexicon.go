package credit

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
	outlets "stemma/internal/name"
	"stemma/internal/segment"
)

// lexicon is the words of one language.
type lexicon struct {
	names  map[string][]name // first word → names, longest first
	who    *outlets.Registry
	before map[string]cue // cue phrase → what it says
	after  map[string]cue
	prints map[string]cue
	giving []string // phrases by which an agency is said to have helped

	skips, links, heads, people, air, words, reporters, platforms, firstnames, small language.Table
	agencies, function, vague, demonyms, bodies                                      language.Table

	// what a word looks like by its end: an adjective, an adverb, a participle, the
	// participle of what goes on
	describing, adverbial, participial, lasting language.Endings
	articles                                    []string // that may be left out at the head of a name
}

// name is one form of an outlet's name.
type name struct {
	words     []string // folded, marks too; nil for what is found otherwise
	full      string
	kind      stemma.WitnessKind
	doubtful  bool // the head of its name is that of other names too
	common    bool // a common word, or the beginning of something else
	article   bool // one behind an article: "the hill"
	author    bool // of a report of the pile
	programme bool // no outlet but what one airs
	quoted    bool // a programme that is named in quotation marks only
	air       bool
	shape     string // capitals of a short form: it must be written so
}

// cue is what a phrase beside a name says.
type cue struct {
	role                stemma.Role
	receiver, weak, air bool
	written             bool // nobody speaks there
	owned               bool // only behind an owner
}

func newLexicon(pack *language.Pack, who *outlets.Registry) *lexicon {
	if pack.Table("grammar").Len() > 0 { // its words have accents
		pack = pack.Folded(segment.Fold)
	}
	l := &lexicon{
		names: map[string][]name{}, before: cues(pack.Table("mention-before")),
		after: cues(pack.Table("mention-after")), prints: cues(pack.Table("mention-prints")),
		skips: pack.Table("mention-skips"), links: pack.Table("mention-links"), heads: pack.Table("nouns-outlet"),
		people: pack.Table("press-people"), air: pack.Table("broadcasters"), words: pack.Table("press-words"),
		reporters: pack.Table("reporters"),
		who:       who,
		platforms: pack.Table("platforms"), firstnames: pack.Table("firstnames"),
		small:      pack.Table("mention-words"),
		describing: pack.Endings("adjective"), adverbial: pack.Endings("adverbial"),
		participial: pack.Endings("participial"), lasting: pack.Endings("lasting"),
		agencies: pack.Table("agencies"), function: pack.Table("function"), vague: pack.Table("vague"),
		demonyms: pack.Table("demonyms"), bodies: pack.Table("nouns-organisation"),
	}
	for _, phrase := range pack.Table("page-footers").Entries() {
		if t := pack.Table("page-footers"); t.Is(phrase, "contribution") || t.Is(phrase, "helpers") {
			l.giving = append(l.giving, phrase)
		}
	}
	l.articles = outlets.NewInside(pack).Articles()
	l.addNames(pack)
	for first := range l.names {
		slices.SortFunc(l.names[first], func(a, b name) int {
			longer := cmp.Compare(len(b.words), len(a.words))
			return cmp.Or(longer, slices.Compare(a.words, b.words), cmp.Compare(a.full, b.full))
		})
	}
	return l
}

func cues(t language.Table) map[string]cue {
	found := map[string]cue{}
	for phrase, attributes := range t.All() {
		c := cue{role: stemma.VenueRole}
		switch t.First(phrase) {
		case "credit":
			c.role = stemma.CreditRole
		case "actor":
			c.role = stemma.ActorRole
		case "receiver":
			c.receiver = true
		}
		c.weak, c.air = slices.Contains(attributes, "weak"), slices.Contains(attributes, "air")
		c.written, c.owned = slices.Contains(attributes, "written"), slices.Contains(attributes, "owned")
		found[phrase] = c
	}
	return found
}

// addNames enters the gazetteers: outlets by their full names, then short
// forms, agencies and programmes.
func (l *lexicon) addNames(pack *language.Pack) {
	for _, host := range pack.Table("outlets").Entries() {
		full := pack.Table("outlets").Text(host)
		l.add(full, full, stemma.LostOutlet)
	}
	for _, form := range pack.Table("press-names").Entries() {
		l.add(form, pack.Table("press-names").Text(form), stemma.LostOutlet)
	}
	for _, form := range l.agencies.Entries() {
		l.add(form, l.agencies.Text(form), stemma.LostWire)
	}
	programmes := pack.Table("programmes")
	for _, form := range programmes.Entries() {
		attributes := programmes.Of(form)
		n := name{words: wordsOf(form), kind: stemma.LostOutlet, air: true, programme: true}
		n.quoted = programmes.Is(form, "quoted")
		if n.quoted {
			attributes = attributes[:len(attributes)-1]
		}
		n.full = strings.Join(attributes, " ")
		l.enter(n)
	}
}

// shortForm is the longest name that must be written in capitals: "AP".
const shortForm = 4

func (l *lexicon) add(form, full string, kind stemma.WitnessKind) {
	words := bareWords(l, form)
	if len(words) == 0 || full == "" || l.platforms.Has(strings.ToLower(full)) {
		return
	}
	joined := strings.Join(words, " ")
	isOnAir := outlets.OnAir(l.air, joined) || outlets.OnAir(l.air, segment.Fold(full))
	n := name{words: words, full: full, kind: kind, air: isOnAir}
	n.common = l.words.Has(joined) || slices.ContainsFunc(l.articles,
		func(a string) bool { return l.words.Has(a + " " + joined) })
	n.article = len(words) == 1 && len(wordsOf(full)) == 2 && len(bareWords(l, full)) == 1
	if len(words) == 1 && len(joined) <= shortForm && !l.vowelled(joined) {
		n.shape = strings.ToUpper(joined)
	}
	if len(words) == 1 && kind == stemma.LostWire && len(joined) <= shortForm {
		n.shape = strings.ToUpper(joined)
	}
	l.enter(n)
}

func (l *lexicon) enter(n name) {
	isHyphen := func(w string) bool { return w == "-" }
	if m := n; slices.ContainsFunc(n.words, isHyphen) { // "Selby Journal Constitution"
		m.words = slices.DeleteFunc(slices.Clone(n.words), isHyphen)
		l.enter(m)
	}
	first := n.words[0]
	for _, other := range l.names[first] {
		if slices.Equal(other.words, n.words) {
			return
		}
	}
	l.names[first] = append(l.names[first], n)
}

// vowelled tells a word that can be spoken from letters: "Vox", not "WSJ".
func (l *lexicon) vowelled(word string) bool {
	return strings.ContainsAny(word, "aeiou") && !l.small.Is(word, "letters")
}

// wordsOf cuts a name into folded words and marks, as tokens are cut.
func wordsOf(s string) []string {
	var words []string
	for _, field := range strings.Fields(s) {
		from := 0
		for i, r := range field {
			if strings.ContainsRune(".-/&,:()–", r) {
				words = appendWord(appendWord(words, field[from:i]), string(r))
				from = i + len(string(r))
			}
		}
		words = appendWord(words, field[from:])
	}
	return words
}

// bareWords is wordsOf without a definite article before the name.
func bareWords(l *lexicon, s string) []string {
	words := wordsOf(s)
	if len(words) > 1 && l.function.Is(words[0], "def") {
		words = words[1:]
	}
	return words
}

func appendWord(words []string, word string) []string {
	if word = segment.Fold(word); word != "" {
		words = append(words, word)
	}
	return words
}
