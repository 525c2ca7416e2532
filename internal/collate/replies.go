package collate

import (
	"slices"

	"stemma"
)

// repliesIn gives the sentences in which a spokesperson answers for a body: one says so,
// or denies something.
func repliesIn(c *Collator, r *Report) []int {
	var found []int
	for i := range r.sentences {
		s := &r.sentences[i]
		if !s.title && r.first[s.id] == i && len(s.credits) > 0 && hasSpokesperson(c, s) && answers(c, s) {
			found = append(found, i)
		}
	}
	return found
}

func hasSpokesperson(c *Collator, s *sentence) bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return isSpokesperson(c, &w) })
}

func isSpokesperson(c *Collator, w *word) bool { return c.replies.Is(w.base, "voice") }

// answers says whether a sentence says that somebody answers, or denies something.
func answers(c *Collator, s *sentence) bool {
	return slices.ContainsFunc(s.words, func(w word) bool {
		return c.replies.Has(w.base) && !isSpokesperson(c, &w) || c.negates(&w)
	})
}

// unanswered finds the reply of a body that is left out by a report that was taken from
// the one that has it and retells most of it: no spokesperson speaks there at all.
func unanswered(c *Collation, before, after *Report, kin Kin) []stemma.Drift {
	if kin != Copy || len(before.replies) == 0 {
		return nil
	}
	if slices.ContainsFunc(after.sentences, func(s sentence) bool { return hasSpokesperson(c.Collator, &s) }) {
		return nil
	}
	o := omissions{c, before, after, kin}
	var found []stemma.Drift
	for _, i := range before.replies {
		x := &before.sentences[i]
		if _, al := o.nearestTo(x); al.forth >= goneShare || o.namesSource(x) {
			continue
		}
		found = append(found, leavesOut(stemma.DenialOmitted, spanOf(x, x.words)))
	}
	if len(found) == 0 || retoldShare(c, before, after) < retells {
		return nil
	}
	return found
}

// namesSource says whether the later report names anybody whom a sentence credits.
func (o omissions) namesSource(x *sentence) bool {
	named := standing{&pairing{Collator: o.Collator}}
	return slices.ContainsFunc(x.credits, func(a *stemma.Attribution) bool {
		who := o.from.index.Speaker(a.Speaker)
		return who != nil && who.Kind == stemma.Person && named.namedIn(o.to, who, nil)
	})
}
