package collate

import (
	"slices"
	"strings"

	"stemma"
)

// crediting tells who was credited otherwise.
type crediting struct{ *pairing }

// official finds a verb that makes an announcement or a proof of what was only
// told, put in right before what both sentences have.
func (p crediting) official() []stemma.Drift {
	for _, s := range p.al.slots {
		i, ok := p.governed(s)
		if !ok || s.b2-s.b1 > longRaise || !p.isVerb(&p.al.a[i]) || !p.oneClause(s) || p.raises(p.before.words) ||
			!p.raises(p.al.b[s.b1:s.b2]) || meaningful(p.al.a[s.a1:s.a2]) {
			continue
		}
		if before, after := p.al.support(s); min(before, after) < leastFlank || before+after < leastSupport {
			continue
		}
		j := p.al.ofA[i]
		return []stemma.Drift{becomes(stemma.SourceInflated, p.before.span(s.a1, i+1), p.after.span(s.b1, j+1), 2)}
	}
	return nil
}

// longRaise is how many words put in an announcement at most: "on Thursday announced
// it". Of more, something else is told.
const longRaise = 5

// raises says whether one of the words makes an announcement.
func (p crediting) raises(words []word) bool {
	for k := range words {
		if p.officials.Has(words[k].base) && !words[k].quoted {
			return true
		}
	}
	return false
}

const (
	// creditShare is the share of a credited content's words that must match,
	// both ways, for its credits to be compared, and creditWeight the weight of
	// those that do.
	creditShare  = 0.6
	creditWeight = 1.5
	// strangersShare is that share where neither report was taken from the other: two who are called to
	// office thank in much the same words.
	strangersShare = 0.8
)

// credits finds that one content is credited to other people.
func (p crediting) credits() []stemma.Drift {
	if p.earlier.index == nil || p.later.index == nil {
		return nil
	}
	var found []stemma.Drift
	for _, x := range p.before.credits {
		for _, y := range p.after.credits {
			if !p.sameContent(x, y) {
				continue
			}
			if d, ok := p.move(x, y); ok {
				found = append(found, d)
			}
		}
	}
	return found
}

// sameContent says whether most words of both contents match each other.
func (p crediting) sameContent(x, y *stemma.Attribution) bool {
	if len(x.Content) != 1 || len(y.Content) != 1 {
		return false
	}
	a1, a2 := p.before.within(x.Content[0])
	b1, b2 := p.after.within(y.Content[0])
	sum, all, other := 0.0, 0.0, 0.0
	for i := a1; i < a2; i++ {
		all += p.al.a[i].weight
		if j := p.al.ofA[i]; j >= b1 && j < b2 {
			sum += p.al.a[i].weight
		}
	}
	for j := b1; j < b2; j++ {
		other += p.al.b[j].weight
	}
	least := [...]float64{Copy: creditShare, Siblings: strangersShare, Neighbours: strangersShare}
	return sum >= max(creditWeight, least[p.kin]*max(all, other))
}

// move names what became of a credit.
func (p crediting) move(x, y *stemma.Attribution) (stemma.Drift, bool) {
	a, b := p.earlier.index.Speaker(x.Speaker), p.later.index.Speaker(y.Speaker)
	switch {
	case a == nil || b == nil || a.ID == b.ID:
		return stemma.Drift{}, false
	case twoNamed(p, x, y, a, b):
		return becomes(stemma.AttributionChanged, x.Source, y.Source, 3), true
	}
	return stemma.Drift{}, false
}

// proper says whether a source is called by its name, and not by a pronoun or a
// description, whose bearer may be mistaken.
func proper(name string, a *stemma.Attribution) bool {
	words := strings.Fields(name)
	last := words[max(0, len(words)-1):]
	return len(words) > 1 && strings.Contains(a.Source.Text, last[0]) && strings.ToLower(last[0]) != last[0]
}

// twoNamed says whether two sources are two people, both called by their names,
// and neither sentence speaks of the other one's.
func twoNamed(p crediting, x, y *stemma.Attribution, a, b *stemma.Speaker) bool {
	// who posts something may hand on what others say
	if !isPerson(a) || !isPerson(b) || !p.otherPeople(x.Source.Text, y.Source.Text) || p.after.isPost() {
		return false
	}
	return p.otherPeople(a.Name, b.Name) && proper(a.Name, x) && proper(b.Name, y) &&
		!speaksOf(p.after, a.Name) && !speaksOf(p.before, b.Name)
}

// isPerson says whether a source is one person: not two who are credited together.
func isPerson(s *stemma.Speaker) bool { return s.Kind == stemma.Person && s.Count.Max == 1 }

// speaksOf says whether a sentence has the last word of a name.
func speaksOf(s *sentence, name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return hasForm(s.words, words[len(words)-1])
}

func hasForm(words []word, form string) bool {
	return slices.ContainsFunc(words, func(w word) bool { return w.form == form })
}

// more says whether b surely is more people than a.
func more(a, b stemma.Count) bool { return a.Max != 0 && b.Min > a.Max }

// unnamed finds that the first report's own name was taken out of a sentence,
// and stands nowhere in the second: "a memo seen by the Lantern" is "a memo".
func (p crediting) unnamed() []stemma.Drift {
	own := p.earlier.own()
	if own == "" || p.kin != Copy || p.free || p.later.words[own] {
		return nil
	}
	for _, s := range p.al.slots {
		if s.a2-s.a1 > longMention || !p.oneClause(s) ||
			p.al.quotedAt(min(s.a1, len(p.al.a)-1), min(s.b1, len(p.al.b)-1)) {
			continue
		}
		for i := s.a1; i < s.a2; i++ {
			if p.al.a[i].form == own && p.al.a[i].class == nameWord && !p.al.a[i].aside {
				from, to := max(0, s.b1-1), min(len(p.al.b), s.b2+1)
				return []stemma.Drift{becomes(stemma.AttributionDropped, p.before.span(s.a1, s.a2),
					p.after.span(from, to), 3)}
			}
		}
	}
	return nil
}

// longMention is how many words name an outlet at most: "seen by the Lantern". Of
// more something else was left out too.
const longMention = 5
