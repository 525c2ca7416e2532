package claim

import (
	"stemma"
	"stemma/internal/language"
	who "stemma/internal/name"
)

// verbs tells finite verbs by their forms. It knows the forms that a table
// lists and the regular past; a third person that no table has is missed, and a
// participle behind its noun is taken for a past. Where the tables of a language
// do not list auxiliaries it knows nothing.
type verbs struct {
	irregulars, cues language.Table
	past             language.Endings // of a regular past form
	present          language.Endings // of a third person, or a noun's plural
	participial      language.Endings // of an irregular participle
	known            bool
}

func newVerbs(pack *language.Pack) verbs {
	v := verbs{
		irregulars: pack.Table("irregulars"), cues: pack.Table("cues"),
		past: pack.Endings("participle"), present: pack.Endings("s-form"),
		participial: pack.Endings("irregular-participle"),
	}
	function := pack.Table("function")
	for word := range function.All() {
		v.known = v.known || function.Is(word, "aux")
	}
	return v
}

// fit says whether a form is one that finite verbs have.
func (v verbs) fit(form string) bool {
	return v.irregulars.Has(form) || v.cue(form) || v.past.Fit(form)
}

// cue says whether a form is the third person of a verb of saying.
func (v verbs) cue(form string) bool {
	return v.takesS(form) && v.cues.Has(v.present.Of(form))
}

// takesS says whether a word has the ending of a verb's third person and of a noun's plural.
func (v verbs) takesS(form string) bool { return v.present.Of(form) != form }

// finite says whether the i-th token looks like a finite verb.
func (t *text) finite(i int) bool {
	w := t.words[i].traits
	switch {
	case t.Tokens[i].Kind != stemma.Word:
		return false
	case w.is(functional):
		return w.is(auxiliary) && !w.is(nonfinite) || w.is(contracted)
	}
	return w.is(verbal) && !t.Capital(i) && !t.nominal(i)
}

// nominal says whether what stands before a word makes it a noun or an
// infinitive: "the lead", "his plans", "to cut".
func (t *text) nominal(i int) bool {
	return i > 0 && (t.is(i-1, determiner|owner|preposition|infinitive) || who.IsOwned(t.Tokens[i-1].Form))
}
