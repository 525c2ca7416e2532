package pipeline

// idSet is the ids of one letter, of idDigits digits, that are taken: one by one while they
// are few, as in most piles, and else a bit for each there may be.
type idSet struct {
	few  map[uint32]struct{}
	many []uint64
}

// mostFew is how many ids are kept one by one: above it they take more memory than the bits.
const mostFew = 4096

func (s *idSet) has(digits uint64) bool {
	if s.many != nil {
		return s.many[digits/64]>>(digits%64)&1 == 1
	}
	_, ok := s.few[uint32(digits)]
	return ok
}

// add takes an id, if it is free.
func (s *idSet) add(digits uint64) bool {
	if s.has(digits) {
		return false
	}
	if s.many == nil && len(s.few) >= mostFew {
		s.many = make([]uint64, 1<<(4*idDigits)/64)
		for taken := range s.few {
			s.many[taken/64] |= 1 << (taken % 64)
		}
		s.few = nil
	}
	switch {
	case s.many != nil:
		s.many[digits/64] |= 1 << (digits % 64)
	case s.few == nil:
		s.few = map[uint32]struct{}{uint32(digits): {}}
	default:
		s.few[uint32(digits)] = struct{}{}
	}
	return true
}

func (s *idSet) remove(digits uint64) {
	if s.many != nil {
		s.many[digits/64] &^= 1 << (digits % 64)
		return
	}
	delete(s.few, uint32(digits))
}
