package collate

import (
	"strings"

	"stemma"
)

// confirmed finds that what another outlet reported is told as confirmed by it, where that
// outlet itself nowhere says that it confirms anything: "the Bell reported", "the Bell
// confirmed".
func confirmed(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	own := before.own()
	if kin != Copy || own == "" || len(before.sentences) == 0 || confirms(c.Collator, before) {
		return nil
	}
	for i := range after.sentences {
		s := &after.sentences[i]
		first, last := confirmedBy(c.Collator, s, before)
		if last <= first {
			continue
		}
		if model := likest(c, before, s); model != nil {
			return []stemma.Drift{becomes(stemma.ModalityStrengthened, model, clauseAround(s, first, last), 3)}
		}
	}
	return nil
}

// clauseAround is the stretch from a place to the end of its sentence.
func clauseAround(s *sentence, first, last int) *stemma.Span {
	return s.span(first, max(last, min(len(s.words), first+longConfirmed)))
}

// longConfirmed is how many words are shown of what was confirmed.
const longConfirmed = 16

// confirms says whether a report speaks of confirming anywhere.
func confirms(c *Collator, r *Report) bool {
	for i := range r.sentences {
		for k := range r.sentences[i].words {
			if c.officials.Is(r.sentences[i].words[k].base, "confirms") {
				return true
			}
		}
	}
	return false
}

// confirmedBy is the stretch from an outlet's name to the verb by which it is said to have
// confirmed something, with names of other outlets and words that help the verb between
// them; empty for none.
func confirmedBy(c *Collator, s *sentence, by *Report) (first, last int) {
	own, outlet := by.own(), strings.ToLower(string(by.text.Report.Outlet))
	for j := range s.words {
		if !c.officials.Is(s.words[j].base, "confirms") || s.words[j].quoted || c.negatedAt(s.words, j) {
			continue
		}
		at := -1
		for k := j - 1; k >= 0; k-- {
			w := &s.words[k]
			if w.form == own && w.class == nameWord || isPress(c, w) {
				at = k
			}
			helps := w.class != content || w.entry.Only('r') || isPress(c, w) || strings.Contains(outlet, w.form)
			if !helps {
				break
			}
		}
		if at >= 0 {
			return at, j + 1
		}
	}
	return 0, 0
}

// isPress says whether a word is for outlets at large: "newspapers".
func isPress(c *Collator, w *word) bool {
	return w.form != w.base && c.outlets.Has(w.base) && !c.outlets.Is(w.base, "name")
}

// likest is the sentence of a report that is likest another one, or the first one of its
// article; nil for none.
func likest(c *Collation, r *Report, s *sentence) *stemma.Span {
	for _, k := range r.nearest(s, Copy) {
		if x := &r.sentences[k]; !x.title && c.layBeside(x, s).weight >= leastWeight {
			return spanOf(x, x.words)
		}
	}
	for k := range r.sentences {
		if x := &r.sentences[k]; !x.title && len(x.words) > leastKept {
			return spanOf(x, x.words)
		}
	}
	return nil
}
