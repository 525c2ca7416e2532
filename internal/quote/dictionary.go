package quote

// dictionary finds what the tables know of a word. Every token of every report
// is looked up here, and few words are frequent: a slot holds but a mark of its
// word and where it stands, so that all slots fit into the processor's near cache.
type dictionary struct {
	slots   []slot
	shift   uint // of a hash, to the number of a slot
	records []record
}

// slot is the mark of a word, in its high bits, and its place in records plus one;
// 0 for an empty slot.
type slot uint32

// placeBits is how many bits of a slot are a place: room for a million words.
const placeBits = 20

// record is one word, its first bytes as a number, and what is known of it: two lines
// of the cache, the first of which has what is asked most.
type record struct {
	head uint64
	word string
	entry
}

// headBytes is how many bytes of a word stand in its record's head.
const headBytes = 8

// manyWords is about as many words as English has in the tables.
const manyWords = 7 << 10

func newDictionary() *dictionary {
	d := &dictionary{records: make([]record, 0, manyWords)}
	d.reslot(12)
	return d
}

// at gives the entry of a word, which it makes if there is none. It is the word's until the
// next one is made.
func (d *dictionary) at(word string) *entry {
	if e := d.find(word); e != nil {
		return e
	}
	// Four slots or more for three words, so that most are found at once.
	if 4*(len(d.records)+1) > 3*len(d.slots) {
		d.reslot(65 - d.shift)
	}
	head, hash := digest(word)
	d.records = append(d.records, record{head: head, word: word})
	d.enter(hash, len(d.records))
	return &d.records[len(d.records)-1].entry
}

// reslot makes the slots anew, two to the power of bits.
func (d *dictionary) reslot(bits uint) {
	d.slots, d.shift = make([]slot, 1<<bits), 64-bits
	for i := range d.records {
		_, hash := digest(d.records[i].word)
		d.enter(hash, i+1)
	}
}

// enter puts the place of a word into the first slot that is free for its hash.
func (d *dictionary) enter(hash uint64, place int) {
	i := hash >> d.shift
	for d.slots[i] != 0 {
		i = (i + 1) & uint64(len(d.slots)-1)
	}
	d.slots[i] = mark(hash) | slot(place)
}

// find gives the entry of a word, nil for one that no table knows.
func (d *dictionary) find(word string) *entry {
	head, hash := digest(word)
	for i := hash >> d.shift; ; i = (i + 1) & uint64(len(d.slots)-1) {
		s := d.slots[i]
		if s == 0 {
			return nil
		}
		if s&^(1<<placeBits-1) != mark(hash) {
			continue
		}
		r := &d.records[s&(1<<placeBits-1)-1]
		if r.head == head && len(r.word) == len(word) && (len(word) <= headBytes || r.word == word) {
			return &r.entry
		}
	}
}

// mark is what a slot holds of a hash: low bits, since the high ones say where the
// slot is.
func mark(hash uint64) slot { return slot(hash) << placeBits }

// digest gives the first bytes of a word as a number and a hash of it all, by
// multiplication as in Knuth, The Art of Computer Programming 3, 6.4.
func digest(word string) (head, hash uint64) {
	const golden = 0x9E3779B97F4A7C15
	head = lead(word)
	hash = (head ^ uint64(len(word))) * golden
	for len(word) > headBytes {
		word = word[headBytes:]
		hash = (hash ^ hash>>29 ^ lead(word)) * golden
	}
	return head, hash ^ hash>>32
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
