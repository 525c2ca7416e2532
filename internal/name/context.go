package name

// FullOutlet gives the full name of the outlet that a name means in a text or
// a pile, where others are named: "the Post" is The Washington Post where only
// that one is, and stays as it is where the New York Post is named too. A name
// that is nobody's short name is given as [Registry.Outlet] knows it. The
// order of the others does not matter.
func (r *Registry) FullOutlet(written string, named []string) string {
	short := r.Outlet(written)
	best, found := Other, Outlet{}
	several := false
	for _, n := range named {
		full := r.Outlet(n)
		if len(full.words) < len(short.words) {
			continue
		}
		likeness := r.compareOutlets(full, short)
		switch {
		case likeness == Same:
			likeness, full = Same, fuller(short, full)
		case likeness < Vague || len(full.words) == len(short.words) && len(short.words) > 1:
			continue
		}
		switch {
		case likeness > best:
			best, found, several = likeness, full, false
		case likeness == best && full.Key() == found.Key():
			found = fuller(found, full)
		case likeness == best:
			several = true
		}
	}
	if best == Other || several {
		return short.Name
	}
	return found.Name
}

// fuller is the one of two forms of a name that is written in full: the longer
// one, and of equally long ones the first in the alphabet.
func fuller(a, b Outlet) Outlet {
	if len(b.Name) > len(a.Name) || len(b.Name) == len(a.Name) && b.Name < a.Name {
		return b
	}
	return a
}
