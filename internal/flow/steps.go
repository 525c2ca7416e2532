package flow

import "stemma/internal/reuse"

// Link makes links of a part of the hashes.
type Link struct{ Share }

// ProcessElement does the step for one element.
func (l *Link) ProcessElement(
	_ int, postings func(*Postings) bool, roster Roster,
	links func(int, Links), members func(int, Members), places func(int, Places),
	masts func(Masts), needs func(int, Needs),
) {
	steps := l.ready(roster)
	found := steps.Link(gather(postings))
	l.sendLinks(found.Links, links, needs)
	send(found.Members, func(m reuse.Member) int { return steps.ReportShard(m.Doc, l.Shards) }, members)
	send(found.Frequent, func(p reuse.Place) int { return steps.ReportShard(p.Doc, l.Shards) }, places)
	send(found.Masts, func(reuse.Mast) int { return 0 }, func(_ int, some Masts) { masts(some) })
}

// sendLinks sends links by range of pairs, and says of each report where its
// text will be needed. A link stands for all copies of its reports.
func (s *Share) sendLinks(all []reuse.Link, links func(int, Links), needs func(int, Needs)) {
	said := map[Need]bool{}
	var wanted []Need
	say := func(report uint32, shard int) {
		n := Need{report, uint32(shard)}
		if said[n] {
			return
		}
		said[n] = true
		wanted = append(wanted, n)
		for _, copied := range s.copies[report] {
			if copied != report {
				wanted = append(wanted, Need{copied, uint32(shard)})
			}
		}
	}
	of := func(l reuse.Link) int { return s.steps.PairShard(l, s.Shards) }
	for _, l := range all {
		say(l.A, of(l))
		say(l.B, of(l))
	}
	send(all, of, links)
	send(wanted, func(n Need) int { return s.steps.ReportShard(n.Rank, s.Shards) }, needs)
}

// Near notes for the members of crowds in a range of reports what frequent
// places are near them.
type Near struct{ Share }

// ProcessElement does the step for one element.
func (n *Near) ProcessElement(
	_ int, members func(*Members) bool, places func(*Places) bool, roster Roster, hubs func(int, Members),
) {
	steps := n.ready(roster)
	all := gather(members)
	steps.Near(all, gather(places))
	send(all, func(m reuse.Member) int { return steps.ReportShard(m.Hub, n.Shards) }, hubs)
}

// Pair makes links of the crowds in a range of hubs.
type Pair struct{ Share }

// ProcessElement does the step for one element.
func (p *Pair) ProcessElement(
	_ int, members func(*Members) bool, roster Roster, links func(int, Links), needs func(int, Needs),
) {
	steps := p.ready(roster)
	p.sendLinks(steps.Pair(gather(members)), links, needs)
}

// gather puts the records of a shard into one list.
func gather[T any](next func(*Many[T]) bool) []T {
	var all []T
	for m := (Many[T]{}); next(&m); {
		all = append(all, m.Of...)
	}
	return all
}

// most is how many records go in one element: enough that the engine's own
// bytes do not count, few enough for its buffers.
const most = 4096

// send sends records by shard, several in one element.
func send[T any](all []T, shardOf func(T) int, emit func(int, Many[T])) {
	open := map[int][]T{}
	for _, x := range all {
		shard := shardOf(x)
		if open[shard] = append(open[shard], x); len(open[shard]) == most {
			emit(shard, Many[T]{open[shard]})
			open[shard] = nil
		}
	}
	for shard, some := range open {
		if len(some) > 0 {
			emit(shard, Many[T]{some})
		}
	}
}
