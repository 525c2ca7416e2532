package derive

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// names is how a kept report may be called.
type names struct {
	outlet  string
	authors []string
	url     string
}

func (d *Deriver) reportNames(r *stemma.Report) names {
	n := names{outlet: string(r.Outlet), url: name.Page(string(r.URL))}
	for _, b := range r.Byline {
		if d.who.Writer(b) == name.Author {
			n.authors = append(n.authors, b)
		}
	}
	return n
}

// called gives the names under which a mention's outlet goes.
func (w *work) called(m *stemma.Mention) []string {
	names := []string{m.Name}
	s := w.in.Index.Speaker(m.Speaker)
	if s == nil {
		return names
	}
	names = append(names, s.Aliases...)
	for _, by := range w.by {
		if _, name, ok := strings.Cut(m.Span.Text, " "+by+" "); ok {
			names = append(names, name)
		}
	}
	return names
}

// isAuthor says whether a name is that of an author of a kept report.
func (w *work) isAuthor(i int, written string) bool {
	return slices.ContainsFunc(w.names[i].authors, func(author string) bool {
		return w.who.ComparePeople(author, written) == name.Same
	})
}

// bearers gives the kept reports that go by one of the names of a mention, or by
// its address, in order.
func (w *work) bearers(m *stemma.Mention) []int {
	if m.Form == stemma.LinkForm {
		return w.roster.pages[name.Page(m.URL)]
	}
	called := w.called(m)
	if len(called) == 1 {
		return w.bearing(called[0])
	}
	var found []int
	for _, c := range called {
		found = append(found, w.bearing(c)...)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// bearing gives the kept reports that go by a name: it is their outlet's or their author's.
func (w *work) bearing(written string) []int {
	found, ok := w.roster.bearing[written]
	if ok {
		return found
	}
	like := make([]bool, len(w.roster.outlets))
	read := w.roster.outlet(written)
	for at, outlet := range w.roster.outlets {
		like[at] = w.who.Compare(read, w.roster.outlet(outlet)) >= name.Part || name.SpellsOut(w.who, written, outlet)
	}
	for i, at := range w.roster.outletOf {
		if like[at] || w.isAuthor(i, written) {
			found = append(found, i)
		}
	}
	w.roster.bearing[written] = found
	return found
}

// sameHouse says whether both reports are of one outlet.
func (w *work) sameHouse(a, b int) bool {
	return w.roster.house[a] >= 0 && w.roster.house[a] == w.roster.house[b]
}

// housemates gives the kept reports of a report's outlet, itself among them.
func (w *work) housemates(i int) []int {
	if house := w.roster.house[i]; house >= 0 {
		return w.roster.houses[house]
	}
	return []int{i}
}

// isAgency says whether a name is a news agency's.
func (d *Deriver) isAgency(written string) bool { return d.who.IsAgency(written) }

// fullAgency is an outlet's full name, where it is known or where the story's
// credits have it: "the Post" is The Washington Post if no other Post is named.
func (w *work) fullAgency(written string) string {
	if w.circle == nil {
		var named []string
		for _, c := range w.credits {
			named = append(named, c.name)
		}
		w.circle = w.who.Circle(named)
	}
	return w.circle.Full(written)
}
