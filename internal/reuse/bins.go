package reuse

import (
	"io"
	"slices"
	"sync"
	"unsafe"
)

// Space gives room outside memory, such as temporary files. A nil Space gives
// none: then all stays in memory.
type Space interface {
	// New gives an empty room of its own.
	New() (Room, error)
}

// Room is a file that is written at its end and read anywhere; Close gives it
// back.
type Room interface {
	io.Writer
	io.ReaderAt
	io.Closer
}

// bins holds records by bin. They come in blocks, each already in order of the
// bins; blocks over what may be held are written out as they are, so that what
// a bin gives does not depend on the memory.
type bins[T any] struct {
	n     int
	allot *allotment
	space Space

	mu      sync.Mutex
	blocks  []block[T]
	room    Room
	written int64
}

// block is records in order of their bins: bin b is records[from[b]:from[b+1]].
type block[T any] struct {
	records []T
	at      int64 // where it was written, when records is nil
	from    []uint32
}

// allotment is how many bytes may be held; it is shared by what is held.
type allotment struct {
	mu   sync.Mutex
	left int64
}

func (a *allotment) take(n int) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.left < int64(n) {
		return false
	}
	a.left -= int64(n)
	return true
}

// takeBut takes n bytes if rest remain.
func (a *allotment) takeBut(n int, rest int64) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.left-int64(n) < rest {
		return false
	}
	a.left -= int64(n)
	return true
}

func (a *allotment) give(n int) {
	a.mu.Lock()
	a.left += int64(n)
	a.mu.Unlock()
}

func newBins[T any](n int, allot *allotment, space Space) *bins[T] {
	return &bins[T]{n: n, allot: allot, space: space}
}

// add takes records, which it copies in order of their bins; within a bin they
// keep their order.
func (b *bins[T]) add(records []T, bin func(*T) int) error {
	if len(records) == 0 {
		return nil
	}
	from := make([]uint32, b.n+1)
	for i := range records {
		from[bin(&records[i])+1]++
	}
	for i := range b.n {
		from[i+1] += from[i]
	}
	next := slices.Clone(from)
	ordered := make([]T, len(records))
	for i := range records {
		k := bin(&records[i])
		ordered[next[k]] = records[i]
		next[k]++
	}
	return b.keep(block[T]{records: ordered, from: from})
}

func (b *bins[T]) keep(k block[T]) error {
	held := b.space == nil || b.allot.take(len(asBytes(k.records)))
	b.mu.Lock()
	defer b.mu.Unlock()
	if !held {
		if b.room == nil {
			room, err := b.space.New()
			if err != nil {
				return err
			}
			b.room = room
		}
		n, err := b.room.Write(asBytes(k.records))
		if err != nil {
			return err
		}
		k.records, k.at = nil, b.written
		b.written += int64(n)
	}
	b.blocks = append(b.blocks, k)
	return nil
}

// size is how many records a bin has.
func (b *bins[T]) size(bin int) int {
	n := 0
	for _, k := range b.blocks {
		n += int(k.from[bin+1] - k.from[bin])
	}
	return n
}

// get gives the records of a bin, in room when it suffices.
func (b *bins[T]) get(bin int, room []T) ([]T, error) {
	n := b.size(bin)
	if cap(room) < n {
		room = make([]T, n)
	}
	room = room[:n]
	at := 0
	for _, k := range b.blocks {
		first, last := k.from[bin], k.from[bin+1]
		part := room[at : at+int(last-first)]
		at += len(part)
		if k.records != nil {
			copy(part, k.records[first:last])
			continue
		}
		if len(part) == 0 {
			continue
		}
		var one T
		if _, err := b.room.ReadAt(asBytes(part), k.at+int64(first)*int64(unsafe.Sizeof(one))); err != nil {
			return nil, err
		}
	}
	return room, nil
}

// close gives everything back.
func (b *bins[T]) close() {
	for _, k := range b.blocks {
		if k.records != nil && b.space != nil {
			b.allot.give(len(asBytes(k.records)))
		}
	}
	b.blocks = nil
	if b.room != nil {
		b.room.Close()
		b.room = nil
	}
}

// asBytes is the memory of records, which hold no pointers: rooms are read
// back by the process that wrote them.
func asBytes[T any](records []T) []byte {
	if len(records) == 0 {
		return nil
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(&records[0])), len(records)*int(unsafe.Sizeof(records[0])))
}

// roomForOne gives a list with room for one more record. It grows by doubling: append grows
// long lists by a quarter, which makes five times their room in all.
func roomForOne[T any](records []T) []T {
	if len(records) < cap(records) {
		return records
	}
	return slices.Grow(records, max(len(records), 64))
}

// digitBits is the width of a digit of the radix sort: its 4096 counters stay
// in the first-level cache.
const digitBits = 12

// radix sorts by bits of the key from the low ones up, keeping the order of
// equal ones: by whole digits, or by all bits that the keys have. The result
// stands in one of records and spare, which is at least as long.
func radix[T any](records, spare []T, bits int, key func(*T) uint64) []T {
	spare = spare[:len(records)]
	for shift := 0; shift < bits; shift += digitBits {
		var count [1 << digitBits]uint32
		for i := range records {
			count[key(&records[i])>>shift&(1<<digitBits-1)]++
		}
		if len(records) == 0 || int(count[key(&records[0])>>shift&(1<<digitBits-1)]) == len(records) {
			continue // one digit of all
		}
		var sum uint32
		for v, n := range count[:1<<min(digitBits, bits-shift)] {
			count[v] = sum
			sum += n
		}
		for i := range records {
			v := key(&records[i]) >> shift & (1<<digitBits - 1)
			spare[count[v]] = records[i]
			count[v]++
		}
		records, spare = spare, records
	}
	return records
}
