package collate

import (
	"stemma"
	"stemma/internal/value"
)

// starts finds that a date before which nothing begins is told as that on which it does:
// "would not start before July", "from July".
func starts(x accounts) []stemma.Drift {
	if x.kin == Neighbours {
		return nil
	}
	var found []stemma.Drift
	for i := range x.before.sentences {
		s := &x.before.sentences[i]
		for _, v := range s.values {
			if v.Kind != stemma.DateValue || v.Date == nil || !isOnce(x.before, v) || !isBound(x.Collator, s, v) {
				continue
			}
			if at := startsAt(x, v); at != nil {
				found = append(found, becomes(stemma.DateChanged, boundSpan(x.Collator, s, v), at, 2))
			}
		}
	}
	return found
}

// isBound says whether nothing is said to happen before a date.
func isBound(c *Collator, s *sentence, v stemma.Value) bool { return boundAt(c, s, v) >= 0 }

// boundAt is where the words begin that make a date a bound: "would not start before" it.
// What did not happen before a day may have happened on it.
func boundAt(c *Collator, s *sentence, v stemma.Value) int {
	first, last := s.within(v.Span)
	if first == last || first == 0 || !c.contraries.Is(s.words[first-1].form, "after") || s.words[first].quoted {
		return -1
	}
	for k := range backFrom(s.words, first-1, reach+1) {
		if c.negates(&s.words[k]) && k > 0 && (c.function.Is(s.words[k-1].form, "modal") || isAwaited(c, s.words, k)) {
			return k
		}
	}
	return -1
}

// isAwaited says whether a negation stands in what is said to come: "is not expected to open".
func isAwaited(c *Collator, words []word, at int) bool {
	isBe := c.function.Is(words[at-1].form, "be") && !c.function.Is(words[at-1].form, "past")
	if !isBe || at+2 >= len(words) || !c.function.Is(words[at+2].form, "to") {
		return false
	}
	rung, ok := (&pairing{Collator: c}).rung(&words[at+1])
	return ok && rung == expected
}

func boundSpan(c *Collator, s *sentence, v stemma.Value) *stemma.Span {
	_, last := s.within(v.Span)
	return s.span(boundAt(c, s, v), last)
}

// isOnce says whether a report has a date once only.
func isOnce(r *Report, v stemma.Value) bool { return len(r.details[detailKey(v)]) == 1 }

// startsAt is where the second report says that something begins on a date, and nowhere
// bounds it.
func startsAt(x accounts, v stemma.Value) *stemma.Span {
	var at *stemma.Span
	for i := range x.after.sentences {
		s := &x.after.sentences[i]
		for _, w := range s.values {
			if w.Kind != stemma.DateValue || w.Date == nil || x.compare.Compare(v, w) != value.Same || s.title {
				continue
			}
			first, last := s.within(w.Span)
			if first == 0 || first == last || s.words[first].quoted || isBound(x.Collator, s, w) {
				return nil
			}
			if isEnd(x.Collator, s, first) {
				return nil
			}
			if at == nil {
				at = s.span(first-1, last)
			}
		}
	}
	return at
}

// isEnd says whether a word right before a date says that it is one end.
func isEnd(c *Collator, s *sentence, first int) bool {
	form := s.words[first-1].form
	return c.contraries.IsAny(form, "after", "before")
}
