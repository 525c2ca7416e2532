package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/lexis"
)

// posting compares the posts that two reports give one person.
type posting struct{ accounts }

// otherPost finds that a report that was taken from another one gives somebody a post
// that he has nowhere in that one, and none that he has there: "a lecturer", "a professor".
// Between siblings it is no change: two reporters call one man by two of his posts. About 30
// such pairs of 281 real events were read, and all were that. Of copies these events have none:
// the rule rests on three changes in one made-up pile.
func (x posting) otherPost(a, b *somebody) (stemma.Drift, bool) {
	if x.kin != Copy {
		return stemma.Drift{}, false
	}
	for _, to := range b.own {
		var told *stemma.Value
		for i := range a.own {
			from := &a.own[i]
			better := told == nil || len(strings.Fields(from.Value)) > len(strings.Fields(told.Value))
			if better && x.isOtherPost(*from, to) && !x.hasPost(b, *from) && !x.hasPost(a, to) {
				told = from
			}
		}
		if told != nil {
			return becomes(stemma.TitleChanged, x.wholePost(x.before, *told), x.wholePost(x.after, to), 2), true
		}
	}
	return stemma.Drift{}, false
}

// wholePost is the stretch of a post with what stands beside it up to the next mark: "a
// lecturer at the polytechnic".
func (x posting) wholePost(r *Report, post stemma.Value) *stemma.Span {
	at := r.sentenceAt(post.Span.Start)
	if at < 0 {
		return &post.Span
	}
	s := &r.sentences[at]
	first, last := s.within(post.Span)
	head := slices.IndexFunc(s.words[first:last], func(w word) bool { return w.comma })
	switch {
	case head <= 0:
		return &post.Span
	case hasForm(s.words[first+head:last], x.officeHead(post.Value)): // behind the name
		return s.span(first+head, clauseEnd(s.words, first+head+1))
	}
	from := first
	for from > max(0, first-nounReach) && !s.words[from].comma && !plays(x.Collator, &s.words[from], "det", "prep") {
		from--
	}
	return s.span(from, first+head)
}

// isOtherPost says whether two posts are of two sorts, and not both at the top of
// something, which has many names: "director", "chief".
func (x posting) isOtherPost(from, to stemma.Value) bool {
	p, q := x.officeHead(from.Value), x.officeHead(to.Value)
	e, f := x.lexis.Look(p), x.lexis.Look(q)
	same := p == q || lexis.Near(&e, &f) || x.titles.Is(p, "unique") && x.titles.Is(q, "unique")
	return !same && x.isPost(p) && x.isPost(q) && !x.quotes(x.before, from.Span) && !x.quotes(x.after, to.Span) &&
		!x.past(to.Span)
}

// isPost says whether the noun of an office is one that is held.
func (x posting) isPost(head string) bool {
	return x.titles.Has(head) && !x.titles.Is(head, "short") && !x.titles.Is(head, "sought") && !x.restrictors.Has(head)
}

// hasPost says whether somebody has a post somewhere, by whatever words beside it.
func (x posting) hasPost(s *somebody, post stemma.Value) bool {
	head := x.officeHead(post.Value)
	return slices.ContainsFunc(s.offices, func(v stemma.Value) bool {
		return slices.Contains(strings.Fields(v.Value), head)
	})
}
