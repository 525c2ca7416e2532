package quote

// dictionary finds what the tables know of a word. Every token of every report
// is looked up here once, and most words are short and few of them frequent: a
// slot holds the first eight bytes of its word, so that a short one is found, or
// not, in one line of the processor's cache.
type dictionary struct {
	slots   []slot
	shift   uint // of a hash, to the number of a slot
	words   []string
	entries []*entry
}

// slot is one word: its first bytes, its length, and its place in words and
// entries plus one; 0 for an empty slot.
type slot struct {
	head uint64
	size int32
	at   int32
}

// headBytes is how many bytes of a word stand in its slot.
const headBytes = 8

// newDictionary makes a dictionary of the words of a map, with four slots or
// more for three words, so that most are found at once.
func newDictionary(entries map[string]*entry) *dictionary {
	bits := uint(4)
	for 3<<bits < 4*len(entries) {
		bits++
	}
	d := &dictionary{slots: make([]slot, 1<<bits), shift: 64 - bits}
	for word, e := range entries {
		d.words, d.entries = append(d.words, word), append(d.entries, e)
		head, i := d.hash(word)
		for d.slots[i].at != 0 {
			i = (i + 1) & (len(d.slots) - 1)
		}
		d.slots[i] = slot{head, int32(len(word)), int32(len(d.words))}
	}
	return d
}

// find gives the entry of a word, nil for one that no table knows.
func (d *dictionary) find(word string) *entry {
	head, i := d.hash(word)
	for ; ; i = (i + 1) & (len(d.slots) - 1) {
		s := &d.slots[i]
		if s.at == 0 {
			return nil
		}
		if s.head == head && int(s.size) == len(word) && (len(word) <= headBytes || d.words[s.at-1] == word) {
			return d.entries[s.at-1]
		}
	}
}

// hash gives the first bytes of a word as a number and the slot to look into
// first, by multiplication as in Knuth, The Art of Computer Programming 3, 6.4.
func (d *dictionary) hash(word string) (head uint64, slot int) {
	const golden = 0x9E3779B97F4A7C15
	head = lead(word)
	hash := (head ^ uint64(len(word))) * golden
	for len(word) > headBytes {
		word = word[headBytes:]
		hash = (hash ^ hash>>29 ^ lead(word)) * golden
	}
	return head, int(hash >> d.shift)
}

// lead is the first bytes of a word as a number: no two words of one length that
// begin differently have the same.
func lead(word string) uint64 {
	switch n := len(word); {
	case n >= headBytes:
		return uint64(four(word)) | uint64(four(word[4:]))<<32
	case n >= 4:
		return uint64(four(word)) | uint64(four(word[n-4:]))<<32
	case n > 0:
		return uint64(word[0]) | uint64(word[n/2])<<8 | uint64(word[n-1])<<16
	}
	return 0
}

// four is the first four bytes of a word as a number.
func four(word string) uint32 {
	_ = word[3]
	return uint32(word[0]) | uint32(word[1])<<8 | uint32(word[2])<<16 | uint32(word[3])<<24
}
