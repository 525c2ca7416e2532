package quote

// extent is the whole expression that names a hit's source, with its
// appositions, its relative clause and what stands in brackets beside it:
// "Tobias Rennick, a former inspector who left last year" for "Rennick". The
// resolver reads the source proper; the extent is what a report shows.
func (u *bounds) extent(h *hit) span {
	s := h.source
	switch {
	case s.empty():
		return s
	case !h.wide.empty():
		return u.trimTail(h.wide)
	case s.to <= h.at:
		return u.withDegree(u.trimTail(s))
	case s.from >= h.at:
		if h.group.to <= s.from && (h.inverted || h.nominal) && s.from-h.group.to < maxNameWords*2 && !h.cites {
			s.from = u.skipFree(h.group.to, s.from)
		}
		s.to = u.besideAfter(s.to, h)
	}
	return s
}

// besideAfter gives the end of what stands beside a source that ends before
// atom i and that follows its cue.
func (u *bounds) besideAfter(i int, h *hit) int {
	for range 3 {
		i = u.besideOnce(i, h)
	}
	return i
}

func (u *bounds) besideOnce(i int, h *hit) int {
	a, n := u.at(i), u.at(i+1)
	switch {
	case a.mark == '(':
		for k := i + 1; k < min(len(u.a), i+maxWalk); k++ {
			if u.at(k).mark == ')' {
				return k + 1
			}
		}
	case a.isBut(rel, that|whether) && a.is(subject):
		return u.relativeAfter(i, i)
	case a.mark == ',' && n.isBut(rel, that|whether):
		return u.relativeAfter(i, i+1)
	case a.mark == ',':
		return u.appositionAfter(i)
	}
	return i
}
