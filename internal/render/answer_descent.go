package render

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"stemma"
)

// top is a witness with nothing above it, and the reports that go back to it.
type top struct {
	siglum string
	copies []string // reports whose text, or whose start, came from it
	citing []string // reports that only take a point from it
}

// descent says from whom the reports of a story have it.
func (f answer) descent() string {
	tops := f.tops()
	n := f.kept()
	if len(tops) == 0 || f.sureCopies(tops[0]) == 0 {
		return f.strangers(tops)
	}
	lead := tops[0]
	covered := map[string]bool{lead.siglum: f.report(lead.siglum) != nil}
	said := f.goBack(lead, n)
	cover(covered, lead.copies)
	besides, credited := f.besides(tops[1:], covered), "it"
	if besides != "" {
		credited = f.called(lead.siglum)
	}
	said += besides + "."
	if fresh := without(lead.citing, covered); len(fresh) > 0 {
		said += " " + upper(numeral(len(fresh))) + " more " + verb(len(fresh), "credits", "credit") +
			" " + credited + " for a point."
		cover(covered, fresh)
	}
	return said + f.open(covered)
}

// besides says how many go back to other tops, of which a few are named.
func (f answer) besides(tops []top, covered map[string]bool) string {
	said, named, others, copies := "", 0, 0, 0
	for _, t := range tops {
		fresh := without(t.copies, covered)
		// One copy of a text that is not here is too little to speak of.
		if len(fresh) <= 1-f.inPile(t) {
			continue
		}
		cover(covered, fresh)
		covered[t.siglum] = f.report(t.siglum) != nil
		if named++; named > maxNamed {
			others, copies = others+1, copies+len(fresh)
			continue
		}
		said += ", " + numeral(len(fresh)) + " to " + f.called(t.siglum)
	}
	if others > 0 {
		said += " and " + numeral(copies) + " to " + numeral(others) + " more"
	}
	return said
}

// open says of those that are left who prints an agency's text, and of whom no
// exemplar is known.
func (f answer) open(covered map[string]bool) string {
	said := f.printed(covered) + f.goesOn(covered)
	var left []string
	for i := range f.Witnesses {
		if w := &f.Witnesses[i]; !w.Lost && !covered[w.Siglum] && !f.isCopy(w.Siglum) {
			left = append(left, w.Siglum)
		}
	}
	switch n := len(left); {
	case n == 0:
		return said
	case n <= maxNamed:
		return said + " " + enumerated(f.allCalled(left)) + " " + verb(n, "is",
			"are") + " not shown to take it from another."
	}
	return said + " The other " + strconv.Itoa(len(left)) + " are not shown to take it from another."
}

// goesOn says which of the reports that are left go on from one of their own outlet: no other outlet
// has anything from that one.
func (f answer) goesOn(covered map[string]bool) string {
	var own []string
	for i := range f.Witnesses {
		w := &f.Witnesses[i]
		if !w.Lost && !covered[w.Siglum] && slices.ContainsFunc(f.topsAbove(w.Siglum), func(up string) bool {
			return f.isFollowUp(up, w.Siglum)
		}) {
			own = append(own, w.Siglum)
		}
	}
	who := upper(numeral(len(own)))
	switch n := len(own); {
	case n == 0:
		return ""
	case n <= maxNamed:
		who = enumerated(f.allCalled(own))
	}
	return " " + who + " " + verb(len(own), "goes", "go") + " on from a report of " +
		verb(len(own), "its", "their") + " own outlet."
}

// isFollowUp says whether a report goes back to one of its own outlet, and to that without another
// outlet between them.
func (f answer) isFollowUp(up, siglum string) bool {
	return f.isOwn(up, siglum) && !slices.ContainsFunc(f.parents[siglum], func(d *stemma.Descent) bool {
		return d.Kind != stemma.Citation && !f.isOwn(d.From, siglum)
	})
}

// isOwn says whether two kept reports are of one outlet.
func (f answer) isOwn(siglum, other string) bool {
	x, y := f.report(siglum), f.report(other)
	return x != nil && y != nil && x.Outlet != "" && x.Outlet == y.Outlet
}

// isCopy says whether a report has its text, or its start, from somebody.
func (f answer) isCopy(siglum string) bool {
	return slices.ContainsFunc(f.parents[siglum], func(d *stemma.Descent) bool { return d.Kind != stemma.Citation })
}

// printed says which of the reports that are left print an agency's text.
func (f answer) printed(covered map[string]bool) string {
	by := map[string][]string{}
	var agencies []string
	for i := range f.Witnesses {
		w := &f.Witnesses[i]
		for _, d := range f.parents[w.Siglum] {
			if d.Kind != stemma.WireCopy || w.Lost || covered[w.Siglum] {
				continue
			}
			if by[d.From] == nil {
				agencies = append(agencies, d.From)
			}
			by[d.From] = append(by[d.From], w.Siglum)
		}
	}
	said := ""
	for _, a := range agencies {
		if len(by[a]) <= maxNamed {
			said += " " + enumerated(f.allCalled(by[a])) + " " + verb(len(by[a]), "prints", "print") +
				" the text of " + f.called(a) + "."
		}
	}
	return said
}

// enumerated is a list in words.
func enumerated(list []string) string {
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return list[0]
}

// strangers is the descent of a story in which no report goes back to another.
func (f answer) strangers(tops []top) string {
	own, nobody := f.goesOn(nil), "none"
	if own != "" {
		nobody = "no outlet"
	}
	said := "No common origin was found: " + nobody + " is shown to take the story from another."
	if printed := f.printed(nil); printed != "" {
		said = "No common origin was found." + printed +
			" Of the rest " + nobody + " is shown to take the story from another."
	}
	said += own
	credit := func(t top) int { return len(t.citing) + len(t.copies) }
	sort.SliceStable(tops, func(i, j int) bool { return credit(tops[i]) > credit(tops[j]) })
	if len(tops) > 0 && credit(tops[0]) > 1 {
		many, from := upper(numeral(credit(tops[0]))), tops[0].siglum
		if given := f.given(from); given != "" {
			return said + " " + many + " " + given + "."
		}
		said += " " + many + " credit " + f.called(from) + " for a point."
	}
	return said
}

// given is what reports do with a statement or another document that is lost: "cite the letter by
// Ada Wren"; or "" where a witness is none.
func (f answer) given(siglum string) string {
	w := f.witnesses[siglum]
	if w == nil || !w.Lost {
		return ""
	}
	what, isBy := strings.CutPrefix(strings.TrimSuffix(w.Name, ")"), w.Publisher+" (")
	switch {
	case w.Kind == stemma.LostRelease && isBy:
		return "quote a statement by " + clean(w.Publisher)
	case w.Kind == stemma.LostDocument && isBy:
		return "cite the " + clean(what) + " by " + clean(w.Publisher)
	case w.Kind == stemma.LostDocument:
		return "cite the " + clean(w.Name)
	}
	return ""
}

// goBack is the first clause: how many reports go back to whom, and when that
// was.
func (f answer) goBack(t top, n int) string {
	k, who := len(t.copies), f.called(t.siglum)
	all := strconv.Itoa(n)
	if r := f.report(t.siglum); r != nil {
		n, all = n-1, "the other "+strconv.Itoa(n-1)
		who = f.name(t.siglum) + f.when(t.siglum)
	} else if !f.outletHere(who) {
		who += " (not in the pile)"
	}
	switch {
	case n == 1:
		return "The other is shown to go back to " + who
	case k == n:
		return "All of " + all + " are shown to go back to " + who
	}
	return upper(numeral(k)) + " of " + all + " " + verb(k, "is", "are") + " shown to go back to " + who
}

// outletHere says whether a report of an outlet of that name may be in the pile:
// one name holds the other.
func (f answer) outletHere(name string) bool {
	name = plainName(name)
	for i := range f.pile.Reports {
		other := plainName(string(f.pile.Reports[i].Outlet))
		if other != "" && (strings.Contains(name, other) || strings.Contains(other, name)) {
			return true
		}
	}
	return false
}

// plainName is a name in small letters without its article and its spaces.
func plainName(name string) string {
	return strings.ReplaceAll(strings.TrimPrefix(strings.ToLower(clean(name)), "the "), " ", "")
}

// when is the date of a report in brackets, behind its letter where another one of the story
// bears the same name.
func (f answer) when(siglum string) string {
	var apart []string
	if f.hasNamesake(siglum) {
		apart = append(apart, siglum)
	}
	if r := f.report(siglum); r.Published.Known() {
		apart = append(apart, dateWords(r.Published))
	}
	if len(apart) == 0 {
		return ""
	}
	return " (" + strings.Join(apart, ", ") + ")"
}

func (f answer) hasNamesake(siglum string) bool {
	name := f.name(siglum)
	return slices.ContainsFunc(f.Witnesses, func(w stemma.Witness) bool {
		return !w.Lost && w.Siglum != siglum && f.name(w.Siglum) == name
	})
}

// allCalled are witnesses as a sentence calls them.
func (f answer) allCalled(sigla []string) []string {
	names := make([]string, len(sigla))
	for i, siglum := range sigla {
		names[i] = f.called(siglum)
	}
	return names
}

// called is a witness as a sentence calls it: with its letter and its date where another one
// of the story bears the same name.
func (f answer) called(siglum string) string {
	if w := f.witnesses[siglum]; w != nil && w.Lost && (w.Kind == stemma.LostUnknown || clean(w.Name) == "") {
		return "one common text"
	}
	if f.report(siglum) != nil && f.hasNamesake(siglum) {
		return f.name(siglum) + f.when(siglum)
	}
	return f.name(siglum)
}

// tops lists the witnesses with nothing above them from which any report has
// something, those with most copies first, then those that most reports credit.
func (f answer) tops() []top {
	found := map[string]*top{}
	at := func(siglum string) *top {
		if found[siglum] == nil {
			found[siglum] = &top{siglum: siglum}
		}
		return found[siglum]
	}
	for i := range f.Witnesses {
		w := &f.Witnesses[i]
		if w.Lost {
			continue
		}
		for _, up := range f.topsAbove(w.Siglum) {
			if !f.isFollowUp(up, w.Siglum) {
				at(up).copies = append(at(up).copies, w.Siglum)
			}
		}
		for _, d := range f.parents[w.Siglum] {
			if d.Kind != stemma.Citation {
				continue
			}
			if f.isOwn(d.From, w.Siglum) {
				continue
			}
			if t := at(d.From); f.forMain(d) {
				t.copies = append(t.copies, w.Siglum)
			} else {
				t.citing = append(t.citing, w.Siglum)
			}
		}
	}
	var list []top
	for i := range f.Witnesses {
		if t := found[f.Witnesses[i].Siglum]; t != nil {
			list = append(list, *t)
		}
	}
	slices.SortStableFunc(list, func(x, y top) int {
		return cmp.Or(cmp.Compare(f.sureCopies(y), f.sureCopies(x)),
			cmp.Compare(len(y.copies)+len(y.citing), len(x.copies)+len(x.citing)),
			cmp.Compare(len(y.copies), len(x.copies)), cmp.Compare(f.inPile(y), f.inPile(x)))
	})
	return list
}

// forMain says whether a report credits its exemplar with the main claim of the story:
// one of the statements that tell it in like words stands in what is credited.
func (f answer) forMain(d *stemma.Descent) bool {
	if f.main == nil {
		return false
	}
	return slices.ContainsFunc(f.main.Claim.Statements, func(st stemma.Statement) bool {
		return credited(d.Evidence, st.Span) && slices.Contains(f.main.Reports, st.Span.Report)
	})
}

// credited says whether a statement stands in what an exemplar is credited with.
func credited(evidence []stemma.Evidence, st stemma.Span) bool {
	return slices.ContainsFunc(evidence, func(e stemma.Evidence) bool {
		return e.Kind == stemma.CreditEvidence && len(e.Spans) > 1 && slices.ContainsFunc(e.Spans[1:], st.Overlaps)
	})
}

// sureCopies counts the copies of a witness, but for a single one of a text that
// is not in the pile: an interview that one report builds on is no origin of
// the story where more reports credit somebody else.
func (f answer) sureCopies(t top) int {
	if n := len(t.copies); n > 1 || f.inPile(t) == 1 {
		return n
	}
	return 0
}

func (f answer) inPile(t top) int {
	if f.report(t.siglum) != nil {
		return 1
	}
	return 0
}

// topsAbove gives the witnesses with nothing above them that a report goes
// back to; a point that is cited does not make it go back to anybody.
func (f answer) topsAbove(siglum string) []string {
	var found []string
	seen := map[string]bool{siglum: true}
	for queue := []string{siglum}; len(queue) > 0; queue = queue[1:] {
		above := false
		for _, d := range f.parents[queue[0]] {
			if d.Kind == stemma.Citation {
				continue
			}
			above = true
			if !seen[d.From] {
				seen[d.From] = true
				queue = append(queue, d.From)
			}
		}
		if !above && queue[0] != siglum {
			found = append(found, queue[0])
		}
	}
	return found
}

func without(list []string, covered map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return covered[s] })
}

func cover(covered map[string]bool, list []string) {
	for _, s := range list {
		covered[s] = true
	}
}
