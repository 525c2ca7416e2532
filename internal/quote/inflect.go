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
	for _, phrase := range t.Entries() {
		c := &cue{lemma: phrase, stance: stemma.Neutral, act: stemma.Speaking, frame: flags}
		var irregular [5]string
		for _, a := range t[phrase] {
			if form, ok := irregularForm(a); ok {
				irregular[form] = a[strings.IndexByte(a, '=')+1:]
				continue
			}
			c.set(a)
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

// set takes in one attribute; what is neither stance nor frame is a
// preposition.
func (c *cue) set(attribute string) {
	switch attribute {
	case "neutral", "endorsing", "distancing", "denying", "asking":
		c.stance = stemma.Stance(attribute)
	case "speech":
		c.frame |= speech
	case "cognition":
		c.frame |= cognition
		c.act = stemma.Believing
	case "belief", "intent", "perception":
		c.frame |= cognition
		c.act = stemma.Act(attribute)
	case "raise":
		c.frame |= fRaise
	case "inf":
		c.frame |= fInf
	case "nopass":
		c.frame |= fNoPass
	case "nopart":
		c.frame |= fNoPart
	case "noun":
		c.frame |= fAlsoNoun
	case "alone":
		c.frame |= fAlone
	case "display":
		c.frame |= display
	case "that":
		c.frame |= fThat
	case "np":
		c.frame |= fNP
	case "to":
		c.frame |= fTo
	case "receiver":
		c.frame |= fReceiver
	case "quote":
		c.frame |= fQuote
	case "as":
		c.frame |= fAs
	case "firm":
		c.frame |= fFirm
	case "doc":
		c.frame |= fDoc
	case "numeric":
		c.frame |= fNumeric
	case "impersonal":
		c.frame |= fImpersonal
	case "verb":
		c.frame |= fVerb
	case "free":
		c.frame |= fFree
	case "inverts":
		c.frame |= fInverts
	case "strict":
		c.frame |= fStrict
	case "passive":
		c.frame |= fPassive
	case "cites":
		c.frame |= fCites
	case "quotes":
		c.frame |= fQuoted
	case "notifies":
		c.frame |= fNotifies
	case "publishes":
		c.frame |= fPublishes
	case "talks":
		c.frame |= fTalks
	case "puts":
		c.frame |= fPuts
	case "withholds":
		c.frame |= fWithholds
	default:
		c.preps = append(c.preps, attribute)
	}
}

// addAttitudeWords enters nouns, with their plural, adjectives and adverbs.
func (l *lexicon) addAttitudeWords(t language.Table, kind frame) {
	for _, phrase := range t.Entries() {
		words := strings.Fields(phrase)
		c := &cue{lemma: phrase, stance: stemma.Neutral, act: stemma.Believing, frame: kind}
		for _, a := range t[phrase] {
			c.set(a)
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
	for w, attributes := range t {
		c := &cue{lemma: w, stance: stemma.Neutral, frame: speech | fThat, act: stemma.Speaking}
		if len(attributes) > 0 {
			c.stance = stemma.Stance(attributes[0])
		}
		l.at(w).nouns = &cueNoun{cue: c, hearsay: len(attributes) > 1 && attributes[1] == "hearsay"}
	}
}
