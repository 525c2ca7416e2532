package reuse

import (
	"cmp"
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
	mastmark []uint32 // scratch: reports of each outlet in the group
	links    []Link
	crowds   []Member
	masts    []Mast
	own      []uint32 // outlets of which the group's shingle is masthead
	owned    []Posting
	spare    []Posting
}

func newLinker(d *docs) *linker {
	return &linker{docs: d, mastmark: make([]uint32, len(d.reports))}
}

// read adds the links of the postings of a shard, whose reports are numbered by
// rank, and whose hashes differ in their low 36 bits only.
func (l *linker) read(postings []Posting) {
	if cap(l.spare) < len(postings) {
		l.spare = make([]Posting, len(postings))
	}
	sorted := radix(postings, l.spare, 3*digitBits, func(p *Posting) uint64 { return p.hash() })
	for start := 0; start < len(sorted); {
		end := start + 1
		for end < len(sorted) && sorted[end].hash() == sorted[start].hash() {
			end++
		}
		if end-start > 1 {
			l.group(sorted[start:end])
		}
		start = end
	}
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
	l.links = append(l.links, Link{p.Doc, q.Doc, p.Word, q.Word})
}

// thin keeps the first maxRepeats postings of every report. Those of one
// report stand together.
func (l *linker) thin(group []Posting) []Posting {
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
// those that share a run meet. A pair is made in the first frame that it shares.
func (l *linker) many(group []Posting) {
	all := frames()
	for f, frame := range all {
		slices.SortFunc(group, func(p, q Posting) int {
			return cmp.Or(cmp.Compare(p.Key&frame, q.Key&frame), cmp.Compare(p.Doc, q.Doc), cmp.Compare(p.Word, q.Word))
		})
		for start := 0; start < len(group); {
			end := start + 1
			for end < len(group) && (group[end].Key^group[start].Key)&frame == 0 {
				end++
			}
			l.bucket(group[start:end], all[:f])
			start = end
		}
	}
}

// bucket links the postings that share a frame, but not those pairs that share
// an earlier one too. A large bucket is a crowd.
func (l *linker) bucket(bucket []Posting, earlier []uint64) {
	if len(bucket) > few {
		l.crowd(bucket)
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

func sharesOne(difference uint64, frames []uint64) bool {
	for _, f := range frames {
		if difference&f == 0 {
			return true
		}
	}
	return false
}
