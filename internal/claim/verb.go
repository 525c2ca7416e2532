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
	function, irregulars, cues, breaks language.Table
	past                               language.Endings // of a regular past form
	present                            language.Endings // of a third person, or a noun's plural
	participial                        language.Endings // of an irregular participle
	known                              bool
}

func newVerbs(pack *language.Pack) verbs {
	v := verbs{
		function: pack.Table("function"), irregulars: pack.Table("irregulars"),
		cues: pack.Table("cues"), breaks: pack.Table("clause-breaks"),
		past: pack.Endings("participle"), present: pack.Endings("s-form"),
		participial: pack.Endings("irregular-participle"),
	}
	for _, entry := range v.function.Entries() {
		v.known = v.known || v.function.Is(entry, "aux")
	}
	return v
}

// finite says whether the i-th token looks like a finite verb.
func (v verbs) finite(t *stemma.Text, i int) bool {
	tok := t.Tokens[i]
	if tok.Kind != stemma.Word {
		return false
	}
	if v.function.Has(tok.Form) {
		isFinite := v.function.Is(tok.Form, "aux") && !v.breaks.Is(tok.Form, "nonfinite")
		return isFinite || v.function.Is(tok.Form, "contracted")
	}
	if t.Capital(i) || v.nominal(t, i) {
		return false
	}
	return v.irregulars.Has(tok.Form) || v.cue(tok.Form) || v.past.Fit(tok.Form)
}

// nominal says whether what stands before a word makes it a noun or an
// infinitive: "the lead", "his plans", "to cut".
func (v verbs) nominal(t *stemma.Text, i int) bool {
	if i == 0 {
		return false
	}
	before := t.Tokens[i-1].Form
	return v.function.Is(before, "det") || v.function.Is(before, "poss") || v.function.Is(before, "prep") ||
		v.function.Is(before, "to") || who.IsOwned(before)
}

// cue says whether a form is the third person of a verb of saying.
func (v verbs) cue(form string) bool {
	return v.takesS(form) && v.cues.Has(v.present.Of(form))
}

// has says whether a finite verb stands among the tokens [first,last).
func (v verbs) has(t *stemma.Text, first, last int) bool {
	for i := first; i < last; i++ {
		if v.finite(t, i) {
			return true
		}
	}
	return false
}
