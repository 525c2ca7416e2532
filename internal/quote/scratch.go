package quote

// scratch is memory that one unit after the other uses.
type scratch struct {
	told, all []hit
	fresh     []bool
	found     []*cueForm
	subject   []atom
	taken     []int
	cuts      []bool
	spans     []span // see add
}

// add adds a span to a list of spans of the report at hand. Nearly all have one, which
// is laid beside those of other lists.
func (s *scratch) add(list []span, x span) []span {
	if cap(list) > 0 {
		return append(list, x)
	}
	if len(s.spans) == cap(s.spans) {
		s.spans = make([]span, 0, max(64, 2*cap(s.spans)))
	}
	n := len(s.spans)
	s.spans = append(s.spans, x)
	return s.spans[n : n+1 : n+1]
}

func (s *scratch) forget() {
	clear(s.told[:cap(s.told)])
	clear(s.all[:cap(s.all)])
	clear(s.subject[:cap(s.subject)])
	s.spans = s.spans[:0]
}
