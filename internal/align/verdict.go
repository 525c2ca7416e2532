package align

// verdict is what is known of the likeness of two words.
type verdict uint64

const (
	unread verdict = iota
	strangers
	alike
)

// verdicts are those of all two words of a story, by their indexes, a row for each word
// that was compared: nearly all are strangers, and one look at a row passes them by.
type verdicts struct {
	size int32 // words
	rows []row
}

// row is the verdicts of one word, of two bits each.
type row []uint64

// rowWords is how many verdicts stand together.
const rowWords = 32

// mostWords is the size of a vocabulary up to which there are verdicts, 16 megabytes at
// most. In a larger one likenesses are remembered as they come.
const mostWords = 1 << 13

// of is unread too for what is not in the vocabulary, values among it.
func (r row) of(word int32) verdict {
	if at := uint32(word) / rowWords; at < uint32(len(r)) {
		return verdict(r[at] >> (word % rowWords * 2) & 3)
	}
	return unread
}

// row gives the verdicts of a word; it may be nil.
func (v *verdicts) row(word int32) row {
	if uint32(word) < uint32(len(v.rows)) {
		return v.rows[word]
	}
	return nil
}

// holds says whether there is room for two words of a vocabulary, and makes it once
// that is complete.
func (v *verdicts) holds(a, b int32, words int) bool {
	if v.size == 0 && words <= mostWords {
		v.size = int32(words)
		v.rows = make([]row, words)
	}
	return a < v.size && b < v.size
}

func (v *verdicts) put(a, b int32, areAlike bool) {
	found := strangers
	if areAlike {
		found = alike
	}
	v.set(a, b, found)
	v.set(b, a, found)
}

func (v *verdicts) set(a, b int32, found verdict) {
	if v.rows[a] == nil {
		v.rows[a] = make(row, (v.size+rowWords-1)/rowWords)
	}
	v.rows[a][b/rowWords] |= uint64(found) << (b % rowWords * 2)
}
