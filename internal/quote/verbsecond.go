package quote

import (
	"maps"
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/segment"
)

// verbSecond is what is known of a language whose main clauses have the finite verb
// second and whose subordinate ones have it last. Its words stand as they are
// written, in lower case: folding would make "hatte" of "hätte".
type verbSecond struct {
	verbs      map[string][]verbForm // of cues, by the word
	moods      map[string]mood
	hearsay    map[string]bool // "soll" in "soll gesagt haben"
	finite     map[string]bool // of other verbs
	frames     map[string]frameWord
	frameNouns language.Table
	views      map[string]bool // the nouns of frames, folded
	prefixes   map[string]bool
	fixed      map[string]bool // prefixes that never stand apart
	mark       string          // what regular participles begin with: "ge"
	to         string          // what stands before an infinitive: "zu"
	endings
	cueNouns language.Table
	frameCue *cue
}

// endings are how words end; the table of that name says what each is.
type endings struct {
	stem, third, past, plural, mood, short, unmarked, last language.Endings // of verbs
	adjective, weak, attribute, adverbial, reported        language.Endings
}

func newEndings(p *language.Pack) endings {
	return endings{
		stem: p.Endings("stem"), third: p.Endings("verb-third"), past: p.Endings("verb-past"),
		plural: p.Endings("verb-plural"),
		mood:   p.Endings("verb-mood"), short: p.Endings("verb-mood-short"), unmarked: p.Endings("verb-unmarked"),
		last:      p.Endings("verb-last"),
		adjective: p.Endings("adjective"), weak: p.Endings("adjective-weak"),
		attribute: p.Endings("adjective-genitive"),
		adverbial: p.Endings("adverbial"), reported: p.Endings("reported"),
	}
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
	be     bool     // its perfect is made with "be": "ist ausgegangen"
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

func newVerbSecond(pack *language.Pack) *verbSecond {
	s := &verbSecond{
		verbs: map[string][]verbForm{}, moods: map[string]mood{}, finite: map[string]bool{},
		hearsay: map[string]bool{}, frames: map[string]frameWord{},
		prefixes: map[string]bool{}, frameNouns: pack.Table("frame-nouns"), cueNouns: pack.Table("cue-nouns"),
		endings: newEndings(pack), fixed: map[string]bool{},
		frameCue: &cue{stance: stemma.Neutral, act: stemma.Speaking},
	}
	s.views = map[string]bool{}
	for w := range s.frameNouns.All() {
		s.views[segment.Fold(w)] = true
	}
	for p, attributes := range pack.Table("prefixes").All() {
		if len(attributes) == 0 {
			s.prefixes[p] = true
			continue
		}
		s.fixed[p] = true
		if attributes[0] == "perfect" {
			s.mark = p
		}
	}
	for w := range pack.Table("function").All() {
		if pack.Table("function").Is(w, "to") {
			s.to = w
		}
	}
	s.addMoods(pack)
	s.addFrames(pack.Table("frames"))
	t := pack.Table("cues")
	frames := frameNames()
	for _, phrase := range t.Entries() {
		s.addCue(phrase, t.Of(phrase), frames)
	}
	return s
}

func (s *verbSecond) addFrames(t language.Table) {
	names := map[string]frameWord{
		"before": frameBefore, "after": frameAfter, "noun": frameNoun, "strict": frameStrict, "said": frameSaid,
		"opens": frameOpens, "clause": frameClause, "itself": frameItself, "leads": frameLeads,
	}
	for w, attributes := range t.All() {
		for _, a := range attributes {
			s.frames[w] |= names[a]
		}
	}
}

// addMoods enters the verb forms that are no cues: those that a table gives and
// those that the stems of verbs make.
func (s *verbSecond) addMoods(pack *language.Pack) {
	t := pack.Table("verbs")
	for verb, attributes := range t.All() {
		stem := s.stem.Of(verb)
		s.moods[s.mood.Of(stem)], s.moods[s.short.Of(stem)] = sureMood, sureMood
		past := s.past.Of(stem)
		for _, f := range append([]string{s.mood.Of(stem), s.third.Of(stem), past, s.plural.Of(past), verb},
			attributes...) {
			s.finite[f] = true
		}
	}
	for f, attributes := range pack.Table("moods").All() {
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
func (s *verbSecond) addCue(phrase string, attributes []string, frames map[string]frame) {
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
		case a == "be":
			f.be = true
		case a == "impersonal":
			f.nobody = true
		default:
			c.set(a, frames)
		}
	}
	s.addForms(f, verb, given)
}

// addForms enters a verb's forms: apart from its prefix and joined to it.
func (s *verbSecond) addForms(f verbForm, verb string, given map[string]string) {
	stem := s.stem.Of(verb)
	for _, m := range []string{s.mood.Of(stem), s.short.Of(stem)} {
		s.moods[m], s.moods[f.prefix+m] = sureMood, sureMood
	}
	or := func(key, regular string) string {
		if given[key] != "" {
			return given[key]
		}
		return regular
	}
	oneThird, onePast := or("third", s.third.Of(stem)), or("past", s.past.Of(stem))
	plural := s.plural.Of(onePast)
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
	s.enter(or("part", f.prefix+s.perfect(verb)), f)
	f.form = gerund // stands for the infinitive with "zu"
	if f.prefix != "" {
		s.enter(f.prefix+s.to+verb, f)
	}
}

func (s *verbSecond) enter(word string, f verbForm) {
	s.verbs[word] = append(s.verbs[word], f)
}

// perfect is the participle of a regular verb: "gesagt", "berichtet",
// "signalisiert".
func (s *verbSecond) perfect(verb string) string {
	part := s.third.Of(s.stem.Of(verb))
	if s.unmarked.Fit(verb) {
		return part
	}
	for n := 2; n <= mostFixed && n+leastVerb <= len(verb); n++ {
		if s.fixed[verb[:n]] {
			return part
		}
	}
	return s.mark + part
}

// mostFixed is how many bytes a prefix that never stands apart has at most
// ("wider"), and leastVerb how many a verb has at least without it ("sagen").
const (
	mostFixed = 6
	leastVerb = 5
)

// finiteForms are all finite verbs, as they are written; nil where the verb does not stand
// second.
func (s *verbSecond) finiteForms() map[string]bool {
	if s == nil {
		return nil
	}
	all := maps.Clone(s.finite)
	for form := range s.verbs {
		all[form] = true
	}
	return all
}
