package collate

import (
	"strings"

	"stemma"
	"stemma/internal/vector"
)

// voices notes of each quotation who said it: the innermost source whose words
// it is.
func voices(r *Report, credits []stemma.Attribution) {
	if r.index == nil {
		return
	}
	said := map[int][]*stemma.Attribution{}
	for i := range credits {
		if a := &credits[i]; a.Report == r.text.Report.ID && a.Speaker != "" {
			for _, at := range sentencesOf(r.text, a.Content) {
				said[at] = append(said[at], a)
			}
		}
	}
	for at := range r.quotes {
		q := &r.quotes[at]
		if a := innermost(said[q.sentence], r.text.Tokens[q.words[0].token].Start); a != nil {
			q.speaker = r.index.Speaker(a.Speaker)
		}
	}
}

// sentencesOf gives the sentences in which spans stand, in order, each once.
func sentencesOf(t *stemma.Text, spans []stemma.Span) []int {
	var found []int
	for _, span := range spans {
		for at := t.SentenceAt(span.Start); at >= 0 && at < len(t.Sentences) && t.Sentences[at].Start < span.End; at++ {
			if len(found) == 0 || found[len(found)-1] < at {
				found = append(found, at)
			}
		}
	}
	return found
}

// innermost is the credit with the shortest content that holds a byte.
func innermost(credits []*stemma.Attribution, offset int) *stemma.Attribution {
	var found *stemma.Attribution
	shortest := 0
	for _, a := range credits {
		for _, c := range a.Content {
			if long := c.End - c.Start; c.Start <= offset && offset < c.End && (found == nil || long < shortest) {
				found, shortest = a, long
			}
		}
	}
	return found
}

// otherMouth says whether two quotations are of two people, who do not say the
// same: then one is no form of the other.
func otherMouth(x, y quotation, al *alignment) bool {
	a, b := x.speaker, y.speaker
	if a == nil || b == nil || a.ID == b.ID || !isPerson(a) || !isPerson(b) {
		return false
	}
	return al.matches() < len(y.words) || len(y.words) < fewWords
}

const (
	// allButOne is the share from which on all but one word of a quotation match.
	allButOne = 0.85
	// fewWords is the length of a quotation below which two people may say it
	// both.
	fewWords = 8
)

// respoken says whether a word of a quotation stands in the place of another
// form of it that says something else: "walls" for "wall", no house style.
func respoken(c *Collator, al *alignment, i, j int) bool {
	a, b := &al.a[i], &al.b[j]
	if a.form == b.form || c.sameSpelling(a.full, b.full) || drawn(c, a, b) || drawn(c, b, a) {
		return false
	}
	return !vector.SameStem(a.form, b.form) || al.back >= allButOne && len(al.b) >= fewWords && a.plain() && b.plain()
}

// drawn says whether the first word begins what the second one draws together: "going" of
// "gonna".
func drawn(c *Collator, a, b *word) bool {
	long := c.spoken.Replace(b.full)
	return long != b.full && strings.HasPrefix(long, a.full)
}

// plain says whether a word is one that no contraction stands for.
func (w *word) plain() bool { return w.class == content && w.full == w.form }
