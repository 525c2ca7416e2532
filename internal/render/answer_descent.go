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
func (f *family) descent() string {
	tops := f.tops()
	n := f.kept()
	if len(tops) == 0 || len(tops[0].copies) == 0 {
		return f.strangers(tops)
	}
	lead := tops[0]
	covered := map[string]bool{lead.siglum: f.report(lead.siglum) != nil}
	said := f.goBack(lead, n)
	cover(covered, lead.copies)
	for _, t := range tops[1:] {
		// One copy of a text that is not here is too little to speak of.
		if fresh := without(t.copies, covered); len(fresh) > 1-f.inPile(t) {
			said += ", " + numeral(len(fresh)) + " to " + f.called(t.siglum)
			cover(covered, fresh)
			covered[t.siglum] = f.report(t.siglum) != nil
		}
	}
	said += "."
	if fresh := without(lead.citing, covered); len(fresh) > 0 {
		said += " " + upper(numeral(len(fresh))) + " more " + verb(len(fresh), "credits", "credit") +
			" it for a point."
		cover(covered, fresh)
	}
	return said + f.open(covered)
}

// open says of whom no exemplar is known.
func (f *family) open(covered map[string]bool) string {
	var left []string
	for i := range f.Witnesses {
		if w := &f.Witnesses[i]; !w.Lost && !covered[w.Siglum] {
			left = append(left, f.name(w.Siglum))
		}
	}
	switch n := len(left); {
	case n == 0:
		return ""
	case n == 1:
		return " " + left[0] + " is not shown to take it from another."
	case n <= maxNamed:
		return " " + strings.Join(left[:n-1], ", ") + " and " + left[n-1] + " are not shown to take it from another."
	}
	return " The other " + strconv.Itoa(len(left)) + " are not shown to take it from another."
}

// strangers is the descent of a story in which no report goes back to another.
func (f *family) strangers(tops []top) string {
	said := "No common origin was found: none is shown to take the story from another."
	sort.SliceStable(tops, func(i, j int) bool { return len(tops[i].citing) > len(tops[j].citing) })
	if len(tops) > 0 && len(tops[0].citing) > 1 {
		said += " " + upper(numeral(len(tops[0].citing))) + " credit " + f.called(tops[0].siglum) + " for a point."
	}
	return said
}

// goBack is the first clause: how many reports go back to whom, and when that
// was.
func (f *family) goBack(t top, n int) string {
	k, who := len(t.copies), f.called(t.siglum)
	all := strconv.Itoa(n)
	if r := f.report(t.siglum); r != nil {
		n, all = n-1, "the other "+strconv.Itoa(n-1)
		who += when(r)
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
func (f *family) outletHere(name string) bool {
	name = plainName(name)
	for i := range f.pile.Reports {
		if other := plainName(string(f.pile.Reports[i].Outlet)); other != "" && (strings.Contains(name, other) || strings.Contains(other, name)) {
			return true
		}
	}
	return false
}

// plainName is a name in small letters without its article and its spaces.
func plainName(name string) string {
	return strings.ReplaceAll(strings.TrimPrefix(strings.ToLower(clean(name)), "the "), " ", "")
}

func when(r *stemma.Report) string {
	if !r.Published.Known() {
		return ""
	}
	return " (" + dateWords(r.Published) + ")"
}

// called is a witness as a sentence calls it.
func (f *family) called(siglum string) string {
	if w := f.witnesses[siglum]; w != nil && w.Lost && (w.Kind == stemma.LostUnknown || clean(w.Name) == "") {
		return "one common text"
	}
	return f.name(siglum)
}

// tops lists the witnesses with nothing above them from which any report has
// something, those with most copies first, then those that most reports credit.
func (f *family) tops() []top {
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
			at(up).copies = append(at(up).copies, w.Siglum)
		}
		for _, d := range f.parents[w.Siglum] {
			if d.Kind == stemma.Citation {
				at(d.From).citing = append(at(d.From).citing, w.Siglum)
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

// sureCopies counts the copies of a witness, but for a single one of a text that
// is not in the pile: an interview that one report builds on is no origin of
// the story where more reports credit somebody else.
func (f *family) sureCopies(t top) int {
	if n := len(t.copies); n > 1 || f.inPile(t) == 1 {
		return n
	}
	return 0
}

func (f *family) inPile(t top) int {
	if f.report(t.siglum) != nil {
		return 1
	}
	return 0
}

// topsAbove gives the witnesses with nothing above them that a report goes
// back to; a point that is cited does not make it go back to anybody.
func (f *family) topsAbove(siglum string) []string {
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
