package reuse

import (
	"cmp"
	"math/bits"
	"slices"
)

// Link is a shingle that two reports share, by its first word in each, where
// it may stand in a shared run of [Guarantee] words. A has the lower rank.
type Link struct{ A, B, WordA, WordB uint32 }

// The document-frequency rule. Reports are counted after those with the same
// words are collapsed to one.
const (
	// few is the number of postings up to which each pair is looked at; above
	// it they are sorted by context first.
	few = 64
	// MaxOwners is the number of reports up to which all that share a run are
	// paired with each other. Above it each is paired with the Earliest ones
	// only: a paragraph in 100,000 reports would make five billion pairs. It
	// is set by what a reader can use and a machine write: a thousand owners
	// make half a million pairs.
	MaxOwners = 1024
	// Earliest is how many of the first owners a report is paired with above
	// the cut: more than one, since the first may be a stray.
	Earliest = 6
	// maxRepeats bounds how often one shingle of one report makes links: a
	// sentence repeated ten thousand times is still one passage.
	maxRepeats = 4
)

// linker makes links of the postings of a range of hashes. Each goroutine has
// its own.
type linker struct {
	docs     *docs
	sieve    sieve
	mastmark []uint32 // scratch: reports of each outlet in the group
	links    []Link
	crowds   []Member
	frequent []Place // of crowds over the cut
	masts    []Mast
	own      []uint32 // outlets of which the group's shingle is masthead
	owned    []Posting
	spare    []Posting
	bucketed []Posting // sorted by a frame
}

func newLinker(d *docs) *linker {
	return &linker{docs: d, mastmark: make([]uint32, len(d.reports))}
}

// read adds the links of the postings of a shard, whose reports are numbered by
// rank.
func (l *linker) read(postings []Posting) {
	if cap(l.spare) < len(postings) {
		l.spare = make([]Posting, len(postings))
	}
	low := gathered(len(postings))
	sorted := radix(postings, l.spare, low, func(p *Posting) uint64 { return p.hash() })
	for start, end := 0, 0; start < len(sorted); start = end {
		if end = groupEnd(sorted, start, 1<<low-1); end-start > 1 {
			l.group(sorted[start:end])
		}
	}
}

// gathered is how many low bits of their hashes so many postings are gathered
// by: whole digits, after which two or four of different hashes stay together at most.
func gathered(postings int) int {
	return max(1, (bits.Len(uint(postings))+digitBits-3)/digitBits) * digitBits
}

// groupEnd is where the postings with the hash of the one at start end, once
// those that are equal in the low bits alone are put in order.
func groupEnd(sorted []Posting, start int, low uint64) int {
	hash, end, mixed := sorted[start].hash(), start+1, false
	for ; end < len(sorted) && (sorted[end].hash()^hash)&low == 0; end++ {
		mixed = mixed || sorted[end].hash() != hash
	}
	if !mixed {
		return end
	}
	slices.SortStableFunc(sorted[start:end], func(p, q Posting) int { return cmp.Compare(p.hash(), q.hash()) })
	hash = sorted[start].hash()
	for end = start + 1; sorted[end].hash() == hash; {
		end++
	}
	return end
}

// group makes the links of the postings of one shingle.
func (l *linker) group(group []Posting) {
	group = l.noteMastheads(l.thin(group))
	switch {
	case len(group) < 2:
	case len(group) <= few:
		for i, p := range group {
			for _, q := range group[i+1:] {
				if p.Doc != q.Doc && inRun(p.Key, q.Key) {
					l.link(p, q)
				}
			}
		}
	default:
		l.many(group)
	}
}

func (l *linker) link(p, q Posting) {
	if l.apart(p, q) {
		return
	}
	if q.Doc < p.Doc {
		p, q = q, p
	}
	l.links = append(roomForOne(l.links), Link{p.Doc, q.Doc, p.Word, q.Word})
}

// thin keeps the first maxRepeats postings of every report. Those of one
// report stand together.
func (l *linker) thin(group []Posting) []Posting {
	if len(group) <= maxRepeats {
		return group
	}
	kept := l.owned[:0]
	run := 0
	for i, p := range group {
		if i > 0 && group[i-1].Doc == p.Doc {
			run++
		} else {
			run = 0
		}
		if run < maxRepeats {
			kept = append(kept, p)
		}
	}
	l.owned = kept
	return kept
}

// many sorts a large group by each frame of the context in turn, so that only
// those that share a run meet. A pair is made in the first frame that it
// shares. The frame that most of them share comes first: so the edge of a
// paragraph that is in every tenth report, where they part by the next word
// into many small groups, is seen to be that paragraph.
func (l *linker) many(group []Posting) {
	order := l.commonest(group)
	var earlier []uint64
	for _, f := range order {
		frame, shift := frames()[f], f*frameStep
		digit := func(p *Posting) uint64 { return p.Key & frame >> shift }
		sorted := radix(group, l.framed(len(group)), digitBits, digit)
		for start := 0; start < len(sorted); {
			end := start + 1
			for end < len(sorted) && (sorted[end].Key^sorted[start].Key)&frame == 0 {
				end++
			}
			l.bucket(sorted[start:end], earlier)
			start = end
		}
		earlier = append(earlier, frame)
	}
}

// framed gives room for postings that are sorted by a frame.
func (l *linker) framed(n int) []Posting {
	if cap(l.bucketed) < n {
		l.bucketed = make([]Posting, n)
	}
	return l.bucketed[:n]
}

// commonest orders the frames by the size of their largest bucket.
func (l *linker) commonest(group []Posting) []int {
	all := frames()
	order := make([]int, len(all))
	var largest [len(all)]uint32
	for f, frame := range all {
		order[f] = f
		var count [1 << digitBits]uint32
		for i := range group {
			at := group[i].Key & frame >> (f * frameStep)
			count[at]++
			largest[f] = max(largest[f], count[at])
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(largest[y], largest[x]) })
	return order
}

// bucket links the postings that share a frame, but not those pairs that share
// an earlier one too. A large bucket is a crowd, unless it is part of one.
func (l *linker) bucket(bucket []Posting, earlier []uint64) {
	if len(bucket) > few {
		if !isPart(bucket, earlier) {
			l.crowd(bucket)
		}
		return
	}
	for i, p := range bucket {
		for _, q := range bucket[i+1:] {
			if p.Doc != q.Doc && !sharesOne(p.Key^q.Key, earlier) {
				l.link(p, q)
			}
		}
	}
}

// isPart says whether all of a bucket share one of the frames.
func isPart(bucket []Posting, frames []uint64) bool {
	for _, f := range frames {
		var differ uint64
		for i := range bucket {
			differ |= (bucket[i].Key ^ bucket[0].Key) & f
		}
		if differ == 0 {
			return true
		}
	}
	return false
}

func sharesOne(difference uint64, frames []uint64) bool {
	for _, f := range frames {
		if difference&f == 0 {
			return true
		}
	}
	return false
}
