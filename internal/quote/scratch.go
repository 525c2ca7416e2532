package quote

// scratch is memory that one unit after the other uses.
type scratch struct {
	told, all []hit
	fresh     []bool
	found     []*cueForm
	subject   []atom
	taken     []int
	cuts      []bool
	spans     lists[span]
	stretches lists[stretch]
}

// lists are short lists of the report at hand. Nearly all have one item, which is laid beside
// those of other lists.
type lists[T any] []T

// add adds an item to a list.
func (l *lists[T]) add(list []T, x T) []T {
	if cap(list) > 0 {
		return append(list, x)
	}
	if len(*l) == cap(*l) {
		*l = make([]T, 0, max(64, 2*cap(*l)))
	}
	n := len(*l)
	*l = append(*l, x)
	return (*l)[n : n+1 : n+1]
}

func (s *scratch) forget() {
	clear(s.told[:cap(s.told)])
	clear(s.all[:cap(s.all)])
	clear(s.subject[:cap(s.subject)])
	s.spans, s.stretches = s.spans[:0], s.stretches[:0]
}
