package align

// verdict is what is known of the likeness of two words.
type verdict uint64

const (
	unread verdict = iota
	strangers
	alike
)

// verdicts are those of all two words of a story, by their indexes: nearly all are
// strangers. They take two bits each.
type verdicts struct {
	size int32 // words
	bits []uint64
}

// mostWords is the size of a vocabulary up to which there are verdicts, a megabyte at
// most. In a larger one likenesses are remembered as they come.
const mostWords = 2048

func (v *verdicts) of(a, b int32) verdict {
	if a >= v.size || b >= v.size {
		return unread
	}
	at := uint32(a*v.size + b)
	return verdict(v.bits[at>>5] >> (at & 31 * 2) & 3)
}

// holds says whether there is room for two words of a vocabulary, and makes it once
// that is complete.
func (v *verdicts) holds(a, b int32, words int) bool {
	if v.size == 0 && words <= mostWords {
		v.size = int32(words)
		v.bits = make([]uint64, (words*words+31)/32)
	}
	return a < v.size && b < v.size
}

func (v *verdicts) put(a, b int32, areAlike bool) {
	found := strangers
	if areAlike {
		found = alike
	}
	for _, at := range [2]uint32{uint32(a*v.size + b), uint32(b*v.size + a)} {
		v.bits[at>>5] |= uint64(found) << (at & 31 * 2)
	}
}
