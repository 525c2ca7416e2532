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
	if _, by, ok := strings.Cut(m.Span.Text, " by "); ok {
		names = append(names, by)
	}
	return names
}

// bears says whether a report goes by one of the names of a mention, or by its
// address.
func (w *work) bears(i int, m *stemma.Mention, called []string) bool {
	if m.Form == stemma.LinkForm {
		return w.names[i].url != "" && w.names[i].url == name.Page(m.URL)
	}
	return slices.ContainsFunc(called, func(name string) bool {
		return w.oneOutlet(name, w.names[i].outlet) || w.isAuthor(i, name)
	})
}

// isAuthor says whether a name is that of an author of a kept report.
func (w *work) isAuthor(i int, written string) bool {
	return slices.ContainsFunc(w.names[i].authors, func(author string) bool {
		return w.who.ComparePeople(author, written) == name.Same
	})
}

// oneOutlet says whether two names are one outlet's: the shorter one may leave
// out what no other outlet is called by, but not be a word that many bear.
func (w *work) oneOutlet(a, b string) bool {
	return w.likeness(a, b) >= name.Part
}

// sameHouse says whether both reports are of one outlet.
func (w *work) sameHouse(a, b int) bool {
	x, y := w.names[a].outlet, w.names[b].outlet
	return x != "" && w.likeness(x, y) == name.Same
}

// likeness compares two outlets' names, and remembers it: the names of a story are few,
// its pairs are many.
func (w *work) likeness(a, b string) name.Likeness {
	if a > b {
		a, b = b, a
	}
	known, ok := w.alike[[2]string{a, b}]
	if !ok {
		known = w.who.CompareOutlets(a, b)
		w.alike[[2]string{a, b}] = known
	}
	return known
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
