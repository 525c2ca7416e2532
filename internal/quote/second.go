package quote

import (
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// second is what is known of a language whose main clauses have the finite verb
// second and whose subordinate ones have it last. Its words stand as they are
// written, in lower case: folding would make "hatte" of "hätte".
type second struct {
	verbs      map[string][]verbForm // of cues, by the word
	moods      map[string]mood
	hearsay    map[string]bool // "soll" in "soll gesagt haben"
	finite     map[string]bool // of other verbs
	frames     map[string]frameWord
	frameNouns language.Table
	views      map[string]bool // the nouns of frames, folded
	prefixes   map[string]bool
	adverbEnds language.Endings
	moodEnds   language.Endings // of forms in the mood of reported speech
	cueNouns   language.Table
	frameCue   *cue
}

// verbForm is one form of a cue verb.
type verbForm struct {
	cue    *cue
	form   inflection
	joined bool     // with its prefix, as at the end of a clause
	prefix string   // that stands apart, "" for none
	with   []string // words that stand anywhere in the clause
	object bool     // its object alone may be what is said
	strict bool     // nothing without a clause or a quotation
	active bool     // its passive credits nobody
	quotes bool     // the subject of its passive is the source
	nobody bool     // its subject is no source: "heißt es in einem Brief"
}

// mood is what a verb form says of who answers for the clause.
type mood uint8

const (
	likelyMood mood = 1 + iota // reported, if a report is under way
	sureMood                   // reported
)

// frameWord says how a word credits a clause without a verb.
type frameWord uint16

const (
	frameBefore frameWord = 1 << iota // its source follows
	frameAfter                        // its source stands before it
	frameNoun                         // only with a noun for what is told
	frameStrict                       // only with a noun for a view
	frameSaid                         // in a clause of its own: ", so the minister"
	frameOpens                        // opens a clause with a cue at its end
	frameClause                       // opens a clause that it credits
	frameItself                       // stands for source and cue
	frameLeads                        // only where the mood says that it is reported
)

func newSecond(pack *language.Pack) *second {
	s := &second{
		verbs: map[string][]verbForm{}, moods: map[string]mood{}, finite: map[string]bool{}, hearsay: map[string]bool{}, frames: map[string]frameWord{},
		prefixes: map[string]bool{}, frameNouns: pack.Table("frame-nouns"), cueNouns: pack.Table("cue-nouns"),
		adverbEnds: pack.Endings("adverbial"),
		moodEnds:   pack.Endings("reported"),
		frameCue:   &cue{stance: stemma.Neutral, act: stemma.Speaking},
	}
	s.views = map[string]bool{}
	for w := range s.frameNouns {
		s.views[segment.Fold(w)] = true
	}
	for p := range pack.Table("prefixes") {
		s.prefixes[p] = true
	}
	s.addMoods(pack)
	s.addFrames(pack.Table("frames"))
	t := pack.Table("cues")
	for _, phrase := range t.Entries() {
		s.addCue(phrase, t[phrase])
	}
	return s
}

func (s *second) addFrames(t language.Table) {
	names := map[string]frameWord{
		"before": frameBefore, "after": frameAfter, "noun": frameNoun, "strict": frameStrict, "said": frameSaid,
		"opens": frameOpens, "clause": frameClause, "itself": frameItself, "leads": frameLeads,
	}
	for w, attributes := range t {
		for _, a := range attributes {
			s.frames[w] |= names[a]
		}
	}
}

// addMoods enters the verb forms that are no cues: those that a table gives and
// those that the stems of verbs make.
func (s *second) addMoods(pack *language.Pack) {
	t := pack.Table("verbs")
	for verb, attributes := range t {
		stem := stemOf(verb)
		s.moods[stem+"e"], s.moods[reported(stem)] = sureMood, sureMood
		for _, f := range []string{stem + "e", linked(stem, "t"), linked(stem, "te"), linked(stem, "ten"), verb} {
			s.finite[f] = true
		}
		for _, a := range attributes {
			s.finite[a], s.finite[strongPlural(a)] = true, true
		}
	}
	for f, attributes := range pack.Table("moods") {
		s.moods[f] = likelyMood
		switch {
		case len(attributes) == 0:
		case attributes[0] == "sure":
			s.moods[f] = sureMood
		case attributes[0] == "hearsay":
			s.hearsay[f] = true
		}
		s.finite[f] = true
	}
}

// addCue enters the forms of one cue.
func (s *second) addCue(phrase string, attributes []string) {
	words := strings.Fields(phrase)
	verb := words[len(words)-1]
	prefix := ""
	if i := strings.IndexByte(verb, '-'); i > 0 {
		prefix, verb = verb[:i], verb[i+1:]
	}
	c := &cue{lemma: phrase, stance: stemma.Neutral, act: stemma.Speaking}
	f := verbForm{cue: c, prefix: prefix, with: words[:len(words)-1]}
	given := map[string]string{}
	for _, a := range attributes {
		key, value, ok := strings.Cut(a, "=")
		switch {
		case ok:
			given[key] = value
		case a == "np":
			f.object = true
		case a == "strict":
			f.strict = true
		case a == "active":
			f.active = true
		case a == "quotes":
			f.quotes = true
		case a == "impersonal":
			f.nobody = true
		default:
			c.set(a)
		}
	}
	s.addForms(f, verb, given)
}

// addForms enters a verb's forms: apart from its prefix and joined to it.
func (s *second) addForms(f verbForm, verb string, given map[string]string) {
	stem := stemOf(verb)
	for _, m := range []string{stem + "e", reported(stem)} {
		s.moods[m], s.moods[f.prefix+m] = sureMood, sureMood
	}
	or := func(key, regular string) string {
		if given[key] != "" {
			return given[key]
		}
		return regular
	}
	oneThird, onePast := or("third", linked(stem, "t")), or("past", linked(stem, "te"))
	plural := onePast + "n"
	if given["past"] != "" {
		plural = strongPlural(onePast)
	}
	for form, words := range [][]string{base: {verb}, third: {oneThird}, past: {onePast, plural}} {
		for _, w := range words {
			g := f
			g.form = inflection(form)
			s.enter(w, g)
			if f.prefix != "" {
				g.joined = true
				s.enter(f.prefix+w, g)
			}
		}
	}
	f.form, f.joined = participle, true
	s.enter(or("part", f.prefix+perfect(verb, stem)), f)
	f.form = gerund // stands for the infinitive with "zu"
	if f.prefix != "" {
		s.enter(f.prefix+"zu"+verb, f)
	}
}

func (s *second) enter(word string, f verbForm) {
	s.verbs[word] = append(s.verbs[word], f)
}

// stemOf is a verb without the ending of its infinitive.
func stemOf(verb string) string {
	if stem, ok := strings.CutSuffix(verb, "en"); ok {
		return stem
	}
	return strings.TrimSuffix(verb, "n")
}

// reported is the form of reported speech of stems that may lose a vowel in it:
// "handle" beside "handele".
func reported(stem string) string {
	if short, ok := strings.CutSuffix(stem, "el"); ok {
		return short + "le"
	}
	return stem + "e"
}

// linked joins an ending to a stem: "sagt", but "berichtet".
func linked(stem, ending string) string {
	if n := len(stem); n > 1 && (stem[n-1] == 't' || stem[n-1] == 'd' || strings.HasSuffix(stem, "chn") || strings.HasSuffix(stem, "fn") || strings.HasSuffix(stem, "gn")) {
		return stem + "e" + ending
	}
	return stem + ending
}

// strongPlural is the plural of a past form: "gaben", "hießen", "wollten".
func strongPlural(past string) string {
	if strings.HasSuffix(past, "e") {
		return past + "n"
	}
	return past + "en"
}

// perfect is the participle of a regular verb: "gesagt", "berichtet",
// "signalisiert".
func perfect(verb, stem string) string {
	if strings.HasSuffix(verb, "ieren") {
		return linked(stem, "t")
	}
	for _, p := range []string{"be", "ver", "er", "ent", "zer", "ge", "miss", "emp", "wider", "unter", "über"} {
		if strings.HasPrefix(verb, p) && len(verb) > len(p)+4 {
			return linked(stem, "t")
		}
	}
	return "ge" + linked(stem, "t")
}
