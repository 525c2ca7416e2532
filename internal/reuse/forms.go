package reuse

// forms tells whether words that were taken for equal by their hashes are.
type forms struct {
	table []form // open addressing; its length is a power of two
	round uint32 // entries of other rounds are empty
}

type form struct {
	hash, round uint32
	word        string
}

// same says whether, in two rows, words of one hash have one form everywhere:
// then every word that an alignment of them took for equal is equal. Of rows
// that are equal word by word it is enough that these are.
func (f *forms) same(s *Scanner, a, b *Row, equal bool) bool {
	if equal {
		return sameWords(s, a, b)
	}
	f.ready(len(a.Words) + len(b.Words))
	return f.add(s, a) && f.add(s, b)
}

// sameWords says whether two rows of one length are the same words.
func sameWords(s *Scanner, a, b *Row) bool {
	n := len(a.Words)
	if n != len(b.Words) {
		return false
	}
	if n == 0 || a.Text[a.Start[0]:a.End[n-1]] == b.Text[b.Start[0]:b.End[n-1]] {
		return true
	}
	for i := range n {
		if !s.equal(a.Word(i), b.Word(i)) {
			return false
		}
	}
	return true
}

func (f *forms) ready(n int) {
	f.round++
	if size := len(f.table); size < 2*n || f.round == 0 {
		size = max(size, 64)
		for size < 2*n {
			size *= 2
		}
		f.table, f.round = make([]form, size), 1
	}
}

func (f *forms) add(s *Scanner, r *Row) bool {
	mask := uint32(len(f.table) - 1)
	for i, hash := range r.Words {
		word := r.Word(i)
		for at := hash & mask; ; at = (at + 1) & mask {
			e := &f.table[at]
			if e.round != f.round {
				*e = form{hash, f.round, word}
				break
			}
			if e.hash == hash {
				if !s.equal(e.word, word) {
					return false
				}
				break
			}
		}
	}
	return true
}
