package derive

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/name"
)

// called gives the names under which a mention's outlet goes.
func (w search) called(m *stemma.Mention) []string {
	names := []string{m.Name}
	s := w.people.Speaker(m.Speaker)
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

// bearers gives the kept reports that go by one of the names of a mention, or by
// its address, in order.
func (w search) bearers(m *stemma.Mention) []int {
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
