package reuse

import (
	"cmp"
	"slices"
)

// Steps is a search cut into steps and shards, for an engine that shares them
// out among machines. A step of a shard is a function of its records alone, in
// whatever order they come; so the passages, put in order, are the same bytes
// as those of [Search] with any number of shards:
//
//	postings of each report          → by HashShard
//	Link(postings)                   → links by PairShard; members, places by ReportShard of Doc; masts
//	Near(members, places)            → members by ReportShard of Hub
//	Pair(members)                    → links by PairShard
//	Match(links, all masts, texts)   → passages
//	Alike(each group of copies)      → passages
type Steps struct {
	docs     *docs
	rankOf   []uint32
	minWords int
}

// Summary is what every machine knows of every report.
type Summary struct {
	Doc    Doc
	Digest Digest
}

// NewSteps readies the steps for the reports, by summaries in any order;
// minWords is as in Options.
func NewSteps(reports []Summary, minWords int) *Steps {
	all := make([]added, len(reports))
	for i, r := range reports {
		all[i] = added{doc: r.Doc, digest: r.Digest}
	}
	d, rankOf := rank(all)
	return &Steps{docs: d, rankOf: rankOf, minWords: max(minWords, Guarantee)}
}

// Rank gives the number by which the steps know a report, by its place in the
// summaries.
func (s *Steps) Rank(report int) uint32 { return s.rankOf[report] }

// Doc gives a report by its rank, with the name that tells it from others.
func (s *Steps) Doc(rank uint32) Doc { return s.docs.doc[rank] }

// HashShard gives which of n parts of the hashes a posting is in. Small hashes
// are kept more often than large ones: one than which the share p is larger is
// kept when at least three around it, in one run, are larger, in 4p³-3p⁴ of
// the cases. The parts are cut where they then hold the same, so that no machine
// has more to do than the others.
func (s *Steps) HashShard(p Posting, n int) int {
	const bits = 31
	larger := 1<<bits - 1 - p.hash()>>(hashBits-bits)
	square := larger * larger >> bits
	fourth := square * square >> bits
	fifth := fourth * larger >> bits
	kept := (5*fourth - 3*fifth) / 2 // of all that are kept, those that are larger
	return int((1<<bits - 1 - kept) * uint64(n) >> bits)
}

// ReportShard gives which of n ranges of ranks a report is in.
func (s *Steps) ReportShard(rank uint32, n int) int {
	return int(uint64(rank) * uint64(n) / uint64(len(s.docs.doc)))
}

// PairShard gives which of n×n ranges of pairs a link is in.
func (s *Steps) PairShard(l Link, n int) int {
	return s.ReportShard(l.A, n)*n + s.ReportShard(l.B, n)
}

// Linked is what the postings of a range of hashes give.
type Linked struct {
	Links    []Link
	Members  []Member
	Frequent []Place
	Masts    []Mast
}

// Link makes links of the postings of a range of hashes, whose reports are
// numbered by rank; it puts them in order.
func (s *Steps) Link(postings []Posting) Linked {
	l := newLinker(s.docs)
	postings = l.sieve.pass(postings)
	// Of a report that repeats a shingle the first places count.
	slices.SortFunc(postings, func(x, y Posting) int {
		return cmp.Or(cmp.Compare(x.Doc, y.Doc), cmp.Compare(x.Word, y.Word))
	})
	l.read(s.docs.withoutCopies(postings))
	return Linked{l.links, l.crowds, l.frequent, l.masts}
}

// Near notes for the members of crowds in a range of reports what frequent
// places are near them.
func (s *Steps) Near(members []Member, frequent []Place) { noteNear(members, frequent) }

// Pair makes links of the members of crowds in a range of hubs.
func (s *Steps) Pair(members []Member) []Link {
	c := newCrowds(s.docs)
	c.read(members)
	return c.links
}

// Texts gives the text of a report by its rank.
type Texts func(rank uint32) (string, error)

// Match makes passages of the links of a range of pairs. The masts are those
// of all ranges of hashes. The error is that of texts.
func (s *Steps) Match(links []Link, masts []Mast, texts Texts) ([]Passage, error) {
	all := span{0, uint32(len(s.docs.doc))}
	m := s.matcher(newHall(all.first, all.last), masts, texts)
	err := m.read(links, all, all)
	return m.passages, err
}

// Copies gives the groups of reports that have the same words.
func (s *Steps) Copies() [][]uint32 { return s.docs.groups() }

// Alike makes the passages among a group of copies.
func (s *Steps) Alike(copies []uint32, texts Texts) ([]Passage, error) {
	m := s.matcher(nil, nil, texts)
	err := m.alike(copies)
	return m.passages, err
}

func (s *Steps) matcher(h *hall, masts []Mast, texts Texts) *matcher {
	scanner := NewScanner()
	return &matcher{
		scanner: scanner, docs: s.docs, masts: newMastheads(masts), minWords: s.minWords,
		shelf: &shelf{docs: s.docs, hall: h, scanner: scanner, texts: texts},
	}
}
