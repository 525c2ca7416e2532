package render

import (
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// maxNamed is how many origins, and how many stories, an answer names before it
// counts.
const maxNamed = 3

// answer is the pile in a few sentences: how much was read, and on how many
// origins it rests.
func (p *pile) answer() string {
	if len(p.Reports) == 0 {
		return "No report could be read, so there is nothing to trace." + p.unread()
	}
	told, alone := p.told()
	head := count(len(p.Reports), "report") + ", " + count(len(p.families), "story")
	if alone > 0 && len(p.families) > 1 {
		head += ", " + strconv.Itoa(alone) + " of them told by a single report"
	}
	parts := []string{head + "."}
	switch {
	case len(p.families) == 1:
		parts = append(parts, p.families[0].answer())
	case len(told) == 1:
		parts = append(parts, told[0].answer())
	default:
		parts = append(parts, answers(told)...)
	}
	return strings.Join(parts, " ") + p.unread()
}

// answers names the first stories with an answer each and counts the others.
func answers(told []*family) []string {
	var parts []string
	for i, f := range told {
		if i == maxNamed {
			return append(parts, "And "+count(len(told)-i, "more story")+".")
		}
		parts = append(parts, "“"+clip(f.title(), 60)+"”: "+f.answer())
	}
	return parts
}

// told lists the stories that two or more reports tell, the most told first,
// and counts the others.
func (p *pile) told() (told []*family, alone int) {
	for _, f := range p.families {
		if f.kept() > 1 {
			told = append(told, f)
		} else {
			alone++
		}
	}
	sort.SliceStable(told, func(i, j int) bool { return told[i].kept() > told[j].kept() })
	return told, alone
}

func (p *pile) unread() string {
	failed := 0
	for i := range p.Ledger {
		if p.Ledger[i].Outcome == stemma.Failed {
			failed++
		}
	}
	if failed == 0 {
		return ""
	}
	if len(p.Ledger) == 1 {
		return " The only input could not be read."
	}
	return " " + upper(numeral(failed)) + " of the " + count(len(p.Ledger), "input") + " could not be read."
}

// standing is how a claim stands, as far as an answer tells claims apart.
type standing int

const (
	onOne     standing = iota // exactly one origin
	onMany                    // two or more even in the lower bound
	between                   // one, perhaps more
	unknown                   // lineage not known
	standings                 // how many there are
)

func standingOf(c *stemma.Claim) standing {
	switch o := c.Origins; {
	case o.Max == 0:
		return unknown
	case o.Min >= 2:
		return onMany
	case o.Max == 1 && o.Min == 1:
		return onOne
	}
	return between
}

// group is the main claims of one standing.
type group struct {
	standing standing
	claims   int
	min, max int
	origins  map[string]int // how many of the claims rest on each
}

// answer says on what the main claims of a story rest: those that two or more
// reports carry, or all of them where only one report tells the story.
func (f *family) answer() string {
	main, alone := f.mainClaims()
	switch {
	case len(f.Claims) == 0:
		return "No claims were found in it."
	case len(main) == 0:
		return "No claim is carried by more than one report, so nothing in it is shared."
	}
	groups := f.splitLeader(groupClaims(main))
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].claims > groups[j].claims })
	noun := "main claim"
	if alone {
		noun = "claim"
	}
	var sentences []string
	named := map[string]bool{}
	for i := range groups {
		subject, n := subjectOf(&groups[i], i, len(main), noun)
		sentences = append(sentences, subject+f.predicate(&groups[i], n, named))
	}
	if n := contested(main); n > 0 {
		sentences = append(sentences, upper(numeral(n))+" of the "+noun+"s "+verb(n, "is", "are")+" contested.")
	}
	return strings.Join(sentences, " ")
}

func (f *family) mainClaims() (main []*stemma.Claim, alone bool) {
	alone = f.kept() < 2
	for i := range f.Claims {
		if alone || len(f.carriers(&f.Claims[i])) > 1 {
			main = append(main, &f.Claims[i])
		}
	}
	return main, alone
}

func groupClaims(claims []*stemma.Claim) []group {
	all := make([]group, standings)
	for _, c := range claims {
		g := &all[standingOf(c)]
		if g.claims++; g.claims == 1 {
			g.min, g.max, g.origins = c.Origins.Min, c.Origins.Max, map[string]int{}
		}
		g.standing = standingOf(c)
		g.min, g.max = min(g.min, c.Origins.Min), max(g.max, c.Origins.Max)
		for _, id := range c.Origins.IDs {
			g.origins[id]++
		}
	}
	var found []group
	for _, g := range all {
		if g.claims > 0 {
			found = append(found, g)
		}
	}
	return found
}

// splitLeader sets the claims that rest on one origin apart where most of them
// rest on the same one: that one is the answer.
func (f *family) splitLeader(groups []group) []group {
	for i := range groups {
		g := &groups[i]
		if g.standing != onOne || len(g.origins) < 2 {
			continue
		}
		leader := ""
		for k := range f.Origins {
			if id := f.Origins[k].ID; g.origins[id] > g.origins[leader] {
				leader = id
			}
		}
		if n := g.origins[leader]; n*2 > g.claims && n < g.claims {
			delete(g.origins, leader)
			rest := *g
			rest.claims -= n
			*g = group{standing: onOne, claims: n, min: 1, max: 1, origins: map[string]int{leader: n}}
			return append(groups, rest)
		}
	}
	return groups
}

func contested(claims []*stemma.Claim) int {
	n := 0
	for _, c := range claims {
		if c.Verdict == stemma.Contested {
			n++
		}
	}
	return n
}

// subjectOf names the claims of the group at index i, out of total, and says
// whether the verb is singular (1).
func subjectOf(g *group, i, total int, noun string) (subject string, n int) {
	switch {
	case total == 1 && i == 0:
		return "The only " + noun, 1
	case g.claims == total:
		return "The " + noun + "s", 2
	case i > 0:
		return upper(numeral(g.claims)) + " " + verb(g.claims, "other", "others"), g.claims
	}
	return upper(numeral(g.claims)) + " of the " + strconv.Itoa(total) + " " + noun + "s", g.claims
}

// predicate says on what a group of n claims rests; an origin that was named
// before is not named again.
func (f *family) predicate(g *group, n int, named map[string]bool) string {
	if g.standing == unknown {
		return " " + verb(n, "has", "have") + " no known origin."
	}
	return " " + verb(n, "rests", "rest") + " on " + restsOn(g, f.originNames(g, named)) + "."
}

func restsOn(g *group, names string) string {
	switch {
	case g.standing == onOne && len(g.origins) <= 1:
		return "one origin" + names
	case g.standing == onOne:
		return "one origin each, " + numeral(len(g.origins)) + " in all" + names
	case g.standing == between && g.min <= 0:
		return "at most " + numeral(g.max) + " " + verb(g.max, "origin", "origins") + names
	case g.standing == between:
		return "between " + numeral(g.min) + " and " + numeral(g.max) + " origins" + names
	case g.min == g.max:
		return numeral(g.min) + " independent origins" + names
	}
	return "at least " + numeral(g.min) + " independent origins" + names
}

// originNames lists the origins behind a group of claims, those behind most
// of them first.
func (f *family) originNames(g *group, named map[string]bool) string {
	var found []*stemma.Origin
	for i := range f.Origins {
		if g.origins[f.Origins[i].ID] > 0 {
			found = append(found, &f.Origins[i])
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return g.origins[found[i].ID] > g.origins[found[j].ID] })
	var names []string
	old, more := 0, 0
	for _, o := range found {
		switch {
		case named[o.ID]:
			old++
		case len(named)+len(names) >= maxNamed:
			more++
		default:
			names = append(names, f.says(o))
		}
	}
	for _, o := range found[:len(found)-more] {
		named[o.ID] = true
	}
	return joinNames(names, old, more)
}

// joinNames writes ": a; b; and 3 more", with what was named before in front.
func joinNames(names []string, old, more int) string {
	switch {
	case len(names) == 0 && old == 1 && more == 0:
		return ", the same"
	case len(names) == 0:
		return ""
	case old > 0:
		names = append([]string{verb(old, "that one", "those")}, names...)
	}
	if more > 0 {
		names = append(names, "and "+strconv.Itoa(more)+" more")
	}
	if old > 0 && len(names) == 2 {
		return ": " + names[0] + " and " + names[1]
	}
	return ": " + strings.Join(names, "; ")
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// upper makes the first letter a capital, where s begins with a letter.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
