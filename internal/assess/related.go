package assess

// manyReports is from how many reports on it is only asked of strangers what the
// one changed of the other. Two that go back to one report differ in what was
// changed on the way to one of them, and that is told there; in a small story
// they are compared all the same, since a change may have escaped there.
const manyReports = 17

// related gives what says whether two kept reports of a large story go back to
// one that was kept.
func related(b *book, kept []string) func(way) bool {
	if len(kept) < manyReports {
		return func(way) bool { return false }
	}
	all := firsts(b)
	return func(w way) bool {
		for first := range all[w.to] {
			if all[w.from][first] {
				return true
			}
		}
		return false
	}
}

// firsts gives for every witness the first kept reports that it goes back to: those that
// no other one is above. A kept report without any is one itself.
func firsts(b *book) map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for _, name := range b.order {
		of := map[string]bool{}
		for _, d := range b.parents[name] {
			for first := range all[d.From] {
				of[first] = true
			}
		}
		if len(of) == 0 && !b.isLost(name) {
			of[name] = true
		}
		all[name] = of
	}
	return all
}
