package collate

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/lexis"
	"stemma/internal/name"
)

// posting finds that somebody has another profession or post in a copy than in its exemplar.
type posting struct{ accounts }

// otherPost finds it where both reports say beside his full name what he is, in words of which
// none has to do with any of the other side: "a lecturer" is told as "the chief engineer". Only
// professions and posts that say what one does count (the titles of which the table says "post"):
// one may be a chairman and a senator, an author and a critic.
func (x posting) otherPost(a, b *somebody) (stemma.Drift, bool) {
	if x.kin != Copy || len(a.own) == 0 || len(b.own) == 0 || !x.isOneName(a, b) || x.shareNoun(a, b) {
		return stemma.Drift{}, false
	}
	from, to := a.own[len(a.own)-1], b.own[len(b.own)-1]
	if !x.arePosts(from, to) || x.past(to.Span) || x.quotes(x.after, to.Span) || x.haveToDo(from, to) {
		return stemma.Drift{}, false
	}
	before, after := withBody(x.Collator, x.before, from), withBody(x.Collator, x.after, to)
	return becomes(stemma.TitleChanged, before, after, 2), true
}

// shareNoun says whether an office of somebody has the same noun in both reports.
func (x posting) shareNoun(a, b *somebody) bool {
	return slices.ContainsFunc(a.offices, func(v stemma.Value) bool {
		return slices.ContainsFunc(b.offices, func(w stemma.Value) bool {
			return x.officeHead(v.Value) == x.officeHead(w.Value)
		})
	})
}

// arePosts says whether two offices are posts, of which one may be the lead of something, and both
// are held or both were.
func (x posting) arePosts(from, to stemma.Value) bool {
	n, m := x.isPost(from), x.isPost(to)
	isPost := n && (m || x.isHeadOf(to)) || m && x.isHeadOf(from)
	return isPost && x.isPast(from) == x.isPast(to)
}

// isOneName says whether somebody has the same name in full in both reports.
func (x posting) isOneName(a, b *somebody) bool {
	if len(a.full) == 0 || len(b.full) == 0 {
		return false
	}
	return x.names.ComparePeople(a.full[0].Value, b.full[0].Value) == name.Same
}

// isPost says whether an office is a profession or a post of which one has one.
func (x posting) isPost(office stemma.Value) bool {
	return x.titles.Is(x.officeHead(office.Value), "post")
}

// isHeadOf says whether an office is the lead of something that it names.
func (x posting) isHeadOf(office stemma.Value) bool {
	head := x.officeHead(office.Value)
	return x.titles.Is(head, "unique") && strings.HasPrefix(office.Value, head+" ")
}

// isPast says whether an office was held once.
func (x posting) isPast(office stemma.Value) bool {
	for _, w := range strings.Fields(office.Value) {
		if x.restrictors.Is(w, "past") {
			return true
		}
	}
	return false
}

// haveToDo says whether the nouns of two offices have to do with each other or, where one only leads
// something, whether that is called as the other office is: "head of engineering", "chief engineer".
func (x posting) haveToDo(from, to stemma.Value) bool {
	isNouns := x.isPost(from) && x.isPost(to)
	p := residue{&pairing{Collator: x.Collator}}
	for _, v := range x.officeWords(x.before, from) {
		for _, w := range x.officeWords(x.after, to) {
			isNoun := v.form == x.officeHead(from.Value) && w.form == x.officeHead(to.Value)
			isCalled := beginAlike(v.form, w.form) || lexis.Near(&v.entry, &w.entry)
			if isNoun && p.akin(&v, &w) || !isNouns && isCalled {
				return true
			}
		}
	}
	return false
}

// officeWords gives the words of an office that say more than its rank ("chief", "head").
func (x posting) officeWords(r *Report, office stemma.Value) []word {
	var found []word
	for _, w := range wordsAt(r, office.Span) {
		isRank := x.restrictors.Has(w.form) || x.titles.Is(w.form, "unique") && !x.titles.Is(w.form, "post")
		if w.class == content && !isRank && hasWord(office.Value, w.form) {
			found = append(found, w)
		}
	}
	return found
}

// withBody gives an office in its words, with those before it that say whose it is and those
// behind it that say where: "the city's engineer, Ada Wren", "Ada Wren, a professor at Orrin College".
func withBody(c *Collator, r *Report, office stemma.Value) *stemma.Span {
	s := &r.sentences[r.sentenceAt(office.Span.Start)]
	first, last := s.within(office.Span)
	isOwner := func(w *word) bool {
		return w.full != w.form || w.class == function && !c.function.Is(w.form, "prep")
	}
	for first > 0 && !s.words[first].comma && isOwner(&s.words[first-1]) {
		first--
	}
	end := last + 1
	for end < len(s.words) && end <= last+longName && s.words[end].class == nameWord && !s.words[end].comma {
		end++
	}
	if end > last+1 && !s.words[last].comma && c.function.Is(s.words[last].form, "prep") {
		last = end
	}
	return s.span(first, last)
}

// wordsAt gives the words of a report in a span.
func wordsAt(r *Report, span stemma.Span) []word {
	at := r.sentenceAt(span.Start)
	if at < 0 {
		return nil
	}
	first, last := r.sentences[at].within(span)
	return r.sentences[at].words[first:last]
}
