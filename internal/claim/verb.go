package claim

import (
	"strings"

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
	past                               string // the ending of a regular past form
	known                              bool
}

func newVerbs(pack *language.Pack) verbs {
	v := verbs{
		function: pack.Table("function"), irregulars: pack.Table("irregulars"),
		cues: pack.Table("cues"), breaks: pack.Table("clause-breaks"),
	}
	for _, entry := range v.function.Entries() {
		v.known = v.known || v.function.Is(entry, "aux")
	}
	if e := pack.Table("endings").First("weak"); e != "" {
		v.past = e
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
	return v.irregulars.Has(tok.Form) || v.cue(tok.Form) ||
		v.past != "" && len(tok.Form) > len(v.past)+2 && strings.HasSuffix(tok.Form, v.past)
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
	base, ok := strings.CutSuffix(form, "s")
	return ok && v.cues.Has(base)
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
