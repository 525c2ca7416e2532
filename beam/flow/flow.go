package flow

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"stemma/internal/reuse"
)

// Options says what is searched and how it is shared out.
type Options struct {
	Inputs   []string // as those of "stemma reuse"
	Output   string   // what the names of the files begin with
	Shards   int      // ranges of hashes and of reports, at least 1
	MinWords int      // the shortest passage, in equal words; 0 is reuse.Guarantee
}

// Build adds the search to a pipeline.
func Build(root beam.Scope, o Options) {
	o.Shards = max(1, o.Shards)
	share := Share{Shards: o.Shards, MinWords: o.MinWords}
	reports := beam.ParDo(root, &readFn{}, beam.CreateList(root, o.Inputs))
	roster := beam.SideInput{Input: beam.ParDo(root, &scanFn{}, reports)}
	postings, texts, copies := beam.ParDo3(root, &postFn{Share: share}, reports, roster)

	links, members, places, masts, needs := beam.ParDo5(root, &linkFn{Share: share}, beam.GroupByKey(root, postings), roster)
	hubs := beam.ParDo(root, &nearFn{Share: share}, beam.CoGroupByKey(root, members, places), roster)
	crowded, more := beam.ParDo2(root, &pairFn{Share: share}, beam.GroupByKey(root, hubs), roster)
	links, needs = beam.Flatten(root, links, crowded), beam.Flatten(root, needs, more)

	wanted := beam.ParDo(root, &deliverFn{}, beam.CoGroupByKey(root, texts, needs))
	matched := beam.ParDo(root, &matchFn{Share: share}, beam.CoGroupByKey(root, links, wanted), roster, beam.SideInput{Input: masts})
	alike := beam.ParDo(root, &alikeFn{Share: share}, beam.GroupByKey(root, copies), roster)
	passages := beam.Flatten(root, matched, alike)
	beam.ParDo0(root, &orderFn{Share: share, Output: o.Output}, beam.GroupByKey(root, passages), roster)
}

// Share is what every step knows of how the search is shared out, and what it
// makes of the summaries once.
type Share struct {
	Shards, MinWords int

	steps  *reuse.Steps
	ranks  map[reuse.Doc]uint32
	copies map[uint32][]uint32 // of the first report of each group
}

// ready makes the steps of the summaries, the first time.
func (s *Share) ready(roster summaries) *reuse.Steps {
	if s.steps != nil {
		return s.steps
	}
	var all []reuse.Summary
	for _, x := range gather(roster) {
		all = append(all, reuse.Summary(x))
	}
	s.steps = reuse.NewSteps(all, s.MinWords)
	s.ranks = make(map[reuse.Doc]uint32, len(all))
	for rank := range uint32(len(all)) {
		s.ranks[s.steps.Doc(rank)] = rank
	}
	s.copies = map[uint32][]uint32{}
	for _, group := range s.steps.Copies() {
		s.copies[group[0]] = group
	}
	return s.steps
}
