package quote

import (
	"strings"

	"stemma"
	"stemma/internal/language"
)

// addCues enters every inflected form of every cue under its first word.
func (l *lexicon) addCues(t language.Table) {
	for _, phrase := range t.Entries() {
		words := strings.Fields(phrase)
		c := &cue{lemma: phrase, stance: stemma.Neutral}
		var irregular [5]string
		for _, a := range t[phrase] {
			if form, ok := irregularForm(a); ok {
				irregular[form] = a[strings.IndexByte(a, '=')+1:]
				continue
			}
			c.set(a)
		}
		l.addForms(c, words, irregular)
	}
}

func irregularForm(attribute string) (inflection, bool) {
	switch key, _, ok := strings.Cut(attribute, "="); {
	case !ok:
		return 0, false
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
	default:
		c.preps = append(c.preps, attribute)
	}
}

func (l *lexicon) addForms(c *cue, words []string, irregular [5]string) {
	verb, tail := words[0], words[1:]
	forms := [5]string{base: verb, third: addS(verb), past: addED(verb), participle: addED(verb), gerund: addING(verb)}
	for i, f := range irregular {
		if f != "" {
			forms[i] = f
		}
	}
	for i, f := range forms {
		form := inflection(i)
		both := forms[past] == forms[participle]
		if form == participle && both {
			continue
		}
		// "put", "read": the base form is also the past.
		if form == past && f == verb {
			e := l.at(f)
			e.cues[len(e.cues)-1].both = true
			continue
		}
		e := l.at(f)
		e.cues = append(e.cues, &cueForm{cue: c, form: form, both: form == past && both, tail: tail})
	}
}

// addCueNouns enters the nouns that introduce a clause.
func (l *lexicon) addCueNouns(t language.Table) {
	for w, attributes := range t {
		c := &cue{lemma: w, stance: stemma.Neutral, frame: speech | fThat}
		if len(attributes) > 0 {
			c.stance = stemma.Stance(attributes[0])
		}
		l.at(w).nouns = &cueNoun{cue: c, hearsay: len(attributes) > 1 && attributes[1] == "hearsay"}
	}
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

func addS(verb string) string {
	n := len(verb)
	switch {
	case verb[n-1] == 'y' && n > 1 && !isVowel(verb[n-2]):
		return verb[:n-1] + "ies"
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ch"),
		strings.HasSuffix(verb, "x"), strings.HasSuffix(verb, "z"), verb == "go", verb == "echo", verb == "veto":
		return verb + "es"
	}
	return verb + "s"
}

func addED(verb string) string {
	n := len(verb)
	switch {
	case verb[n-1] == 'e':
		return verb + "d"
	case verb[n-1] == 'y' && n > 1 && !isVowel(verb[n-2]):
		return verb[:n-1] + "ied"
	}
	return verb + "ed"
}

func addING(verb string) string {
	n := len(verb)
	if verb[n-1] == 'e' && n > 2 && verb[n-2] != 'e' && verb[n-2] != 'o' {
		return verb[:n-1] + "ing"
	}
	return verb + "ing"
}
