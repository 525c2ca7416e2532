package render

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// answer is a story in a line or two: from whom its reports have it, and what it
// claims.
type answer struct {
	*family
	main *stemma.Main // nil where no headline or lead makes a claim
}

func (f *family) answers() answer { return answer{f, f.pile.Main(f.Story)} }

// claimed says what the story is about, and what is shown to stand behind it.
func (f answer) claimed() string {
	m := f.main
	if m == nil {
		return f.disagreed()
	}
	words := clip(strings.Trim(clean(m.Wording()), " .“”\""), maxClaim)
	said := "In " + f.tellers() + ": “" + words + "” (" + clean(m.Claim.ID) + ")"
	if who := f.creditedTo(); who != "" {
		said += ", credited to " + who
	}
	said += ": " + standing(m) + "."
	if who := f.deniers(); len(who) > 0 && len(who) <= maxNamed {
		said += " Denied by " + enumerated(who) + "."
	}
	return said
}

// tellers says in how many reports the main claim is, as its list does, and of how many
// others the headline or lead tells it much alike. Of the rest some may tell it in words
// that are not known to say the same.
func (f answer) tellers() string {
	sure, maybe, beside := len(f.main.Claim.Tellers()), len(f.main.Claim.Resembling()), f.main.Beside
	said := numeral(sure) + " of them"
	if sure == f.kept() {
		said = "all"
	}
	if maybe+beside == 0 && sure < f.kept() {
		said = "at least " + said // "perhaps in two more" tells it too
	}
	and := ", "
	if beside == 0 {
		and = ", and "
	}
	if maybe > 0 {
		said += and + "perhaps in " + numeral(maybe) + " more"
	}
	if beside > 0 {
		said += ", and alike in the " + verb(beside, "headline or lead", "headlines or leads") + " of " +
			numeral(beside) + " more"
	}
	return said
}

// disagreed says that no claim stands for the story, and how the report is headed
// that has most in common with the others.
func (f answer) disagreed() string {
	said := "No claim that headlines and leads share was found in two reports."
	if title := clean(f.pile.Headline(f.Story)); title != "" {
		said += " The headline nearest to all is “" + clip(title, maxClaim) + "”."
	}
	return said
}

// standing is what is shown of the origins of the main claim, with the counts of its list: what
// reports tell alike in a headline or lead, in words that were not joined to it, is not in them.
func standing(m *stemma.Main) string {
	o, apart := m.Claim.Origins, ""
	if m.Beside > 0 {
		apart = " (" + verb(m.Beside, "the one", "those") + " alike not counted)"
	}
	switch {
	case m.Claim.Verdict == stemma.Contested:
		return "contested by origins that contradict each other"
	case o.Min >= 2:
		return "at least " + numeral(o.Min) + " independent origins"
	case o.Max <= 1:
		return "one origin" + apart
	}
	return "no two origins are shown, " + numeral(o.Max) + " at most" + apart
}

// creditedTo names whom the statement that stands for a claim credits, and half or
// more of the claim's carriers, two at least, if no other one is credited by as many:
// of somebody and the outlet he told it to, the former.
func (f answer) creditedTo() string {
	m := f.main
	by := map[string]map[string]bool{}
	for i := range m.Claim.Statements {
		for _, id := range m.Claim.Statements[i].Chain {
			s := f.pile.teller(id)
			if s == nil {
				continue
			}
			if by[s.ID] == nil {
				by[s.ID] = map[string]bool{}
			}
			by[s.ID][m.Claim.Statements[i].Span.Report] = true
		}
	}
	for _, tells := range [...]func(*stemma.Speaker) bool{isSomebody, isOutlet} {
		best, most, next := "", 1, 0
		for id, reports := range by {
			switch n := len(reports); {
			case !tells(f.pile.speakers[id]):
			case n > most:
				best, most, next = id, n, most
			case n > next:
				next = n
			}
		}
		if best != "" && next < most && 2*most >= len(m.Reports) && f.credits(m.Statement, best) {
			return named(f.pile.speakers[best])
		}
	}
	return ""
}

// hasName says whether a speaker is a person or a body, known by name.
func hasName(s *stemma.Speaker) bool {
	return s.Kind == stemma.Person || s.Kind == stemma.Organisation
}

func isSomebody(s *stemma.Speaker) bool {
	return s.Kind == stemma.Person || s.Kind == stemma.Anonymous
}

// isOutlet says whether a speaker is an outlet with a name.
func isOutlet(s *stemma.Speaker) bool {
	r, _ := utf8.DecodeRuneInString(s.Name)
	return s.Kind == stemma.Outlet && unicode.IsUpper(r)
}

// named is a speaker as a sentence names it.
func named(s *stemma.Speaker) string {
	if one := s.Count.Max == 1; s.Kind == stemma.Anonymous && one {
		return "an unnamed source (" + clean(s.Name) + ")"
	}
	return clean(s.Name)
}

// deniers are those with a name who deny the main claim in the reports that tell it:
// what they deny begins with words of it, and is not that they knew of it.
func (f answer) deniers() []string {
	m := f.main
	if m.Statement.Turned || m.Statement.Polarity == stemma.Negated {
		return nil
	}
	var found []string
	for i := range m.Claim.Statements {
		st := &m.Claim.Statements[i]
		if !st.Turned || !slices.Contains(m.Reports, st.Span.Report) || !m.BeginsAlike(st) {
			continue
		}
		for _, id := range st.Chain {
			s, a := f.pile.teller(id), f.pile.credits[id]
			if s == nil || a.Stance != stemma.Denying || a.Negated || !hasName(s) {
				continue
			}
			if name := clean(s.Name); !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
	}
	return found
}

// credits says whether a statement credits a speaker.
func (f answer) credits(st *stemma.Statement, speaker string) bool {
	return slices.ContainsFunc(st.Chain, func(id string) bool {
		s := f.pile.teller(id)
		return s != nil && s.ID == speaker
	})
}
