package quote

import (
	"strings"

	"stemma"
	"stemma/internal/language"
)

// addCues enters every inflected form of every cue under its first word.
func (l *lexicon) addCues(t language.Table) {
	l.inflect(t, 0, func(e *entry, f *cueForm) { e.cues = append(e.cues, f) })
}

// addAttitudes enters the cues that are read only where all that is held,
// meant, seen or felt is asked for.
func (l *lexicon) addAttitudes(t language.Table, flags frame) {
	l.inflect(t, flags, func(e *entry, f *cueForm) { e.allCues = append(e.allCues, f) })
}

// inflect makes the forms of every cue of a table, each for the entry of its
// first word.
func (l *lexicon) inflect(t language.Table, flags frame, enter func(*entry, *cueForm)) {
	frames := frameNames()
	for _, phrase := range t.Entries() {
		c := &cue{lemma: phrase, stance: stemma.Neutral, act: stemma.Speaking, frame: flags}
		var irregular [5]string
		for _, a := range t.Of(phrase) {
			if form, ok := irregularForm(a); ok {
				irregular[form] = a[strings.IndexByte(a, '=')+1:]
				continue
			}
			c.set(a, frames)
		}
		for _, f := range l.forms(c, strings.Fields(phrase), irregular) {
			enter(l.at(f.word), f)
		}
	}
}

func irregularForm(attribute string) (inflection, bool) {
	switch key, _, ok := strings.Cut(attribute, "="); {
	case !ok:
		return 0, false
	case key == "third":
		return third, true
	case key == "past":
		return past, true
	case key == "part":
		return participle, true
	case key == "ing":
		return gerund, true
	}
	return 0, false
}

// set takes in one attribute; what is neither stance nor act nor frame is a
// preposition.
func (c *cue) set(attribute string, frames map[string]frame) {
	flag, known := frames[attribute]
	switch {
	case isStance(attribute):
		c.stance = stemma.Stance(attribute)
	case !known:
		c.preps = append(c.preps, attribute)
	}
	c.frame |= flag
	switch attribute {
	case "cognition":
		c.act = stemma.Believing
	case "belief", "intent", "perception":
		c.act = stemma.Act(attribute)
	}
}

func isStance(attribute string) bool {
	switch attribute {
	case "neutral", "endorsing", "distancing", "denying", "asking", "blaming":
		return true
	}
	return false
}

// frameNames maps the attributes of cues to what a cue may take.
func frameNames() map[string]frame {
	return map[string]frame{
		"speech": speech, "cognition": cognition, "belief": cognition, "intent": cognition, "perception": cognition,
		"raise": fRaise, "inf": fInf, "nopass": fNoPass, "nopart": fNoPart, "noun": fAlsoNoun, "alone": fAlone,
		"display": display, "that": fThat, "np": fNP, "to": fTo, "receiver": fReceiver, "quote": fQuote, "as": fAs,
		"firm": fFirm, "doc": fDoc, "numeric": fNumeric, "impersonal": fImpersonal, "verb": fVerb, "free": fFree,
		"inverts": fInverts, "strict": fStrict, "passive": fPassive, "cites": fCites, "quotes": fQuoted,
		"notifies": fNotifies, "publishes": fPublishes, "talks": fTalks, "puts": fPuts, "withholds": fWithholds,
		"object": fObject, "topic": fTopic,
	}
}

// addAttitudeWords enters nouns, with their plural, adjectives and adverbs.
func (l *lexicon) addAttitudeWords(t language.Table, kind frame) {
	frames := frameNames()
	for _, phrase := range t.Entries() {
		words := strings.Fields(phrase)
		c := &cue{lemma: phrase, stance: stemma.Neutral, act: stemma.Believing, frame: kind}
		for _, a := range t.Of(phrase) {
			c.set(a, frames)
		}
		forms := words[:1]
		if kind == fNoun {
			forms = []string{words[0], l.regular[third].Of(words[0])}
		}
		for _, w := range forms {
			e := l.at(w)
			e.allCues = append(e.allCues, &cueForm{cue: c, word: w, tail: words[1:]})
		}
	}
}

// forms gives the inflected forms of a cue.
func (l *lexicon) forms(c *cue, words []string, irregular [5]string) []*cueForm {
	verb, tail := words[0], words[1:]
	forms := [5]string{base: verb, third: l.regular[third].Of(verb), past: l.regular[past].Of(verb),
		participle: l.regular[past].Of(verb), gerund: l.regular[gerund].Of(verb)}
	for i, f := range irregular {
		if f != "" {
			forms[i] = f
		}
	}
	var out []*cueForm
	for i, f := range forms {
		form := inflection(i)
		both := forms[past] == forms[participle]
		if form == participle && both {
			continue
		}
		// "put", "read": the base form is also the past.
		if form == past && f == verb {
			out[0].both = true
			continue
		}
		out = append(out, &cueForm{cue: c, word: f, form: form, both: form == past && both, tail: tail})
	}
	return out
}

// addCueNouns enters the nouns that introduce a clause.
func (l *lexicon) addCueNouns(t language.Table) {
	for w, attributes := range t.All() {
		c := &cue{lemma: w, stance: stemma.Neutral, frame: speech | fThat, act: stemma.Speaking}
		if len(attributes) > 0 {
			c.stance = stemma.Stance(attributes[0])
		}
		l.at(w).nouns = &cueNoun{cue: c, hearsay: len(attributes) > 1 && attributes[1] == "hearsay"}
	}
}
