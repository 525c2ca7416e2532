package engine

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"stemma/internal/flow"
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
	share := flow.Share{Shards: o.Shards, MinWords: o.MinWords}
	reports := beam.ParDo(root, &readFn{}, beam.CreateList(root, o.Inputs))
	roster := beam.SideInput{Input: beam.ParDo(root, &flow.Scan{}, reports)}
	postings, texts, copies := beam.ParDo3(root, &flow.Post{Share: share}, reports, roster)

	shared := beam.GroupByKey(root, postings)
	links, members, places, masts, needs := beam.ParDo5(root, &flow.Link{Share: share}, shared, roster)
	hubs := beam.ParDo(root, &flow.Near{Share: share}, beam.CoGroupByKey(root, members, places), roster)
	crowded, more := beam.ParDo2(root, &flow.Pair{Share: share}, beam.GroupByKey(root, hubs), roster)
	links, needs = beam.Flatten(root, links, crowded), beam.Flatten(root, needs, more)

	wanted := beam.ParDo(root, &flow.Deliver{}, beam.CoGroupByKey(root, texts, needs))
	candidates, outlets := beam.CoGroupByKey(root, links, wanted), beam.SideInput{Input: masts}
	matched := beam.ParDo(root, &flow.Match{Share: share}, candidates, roster, outlets)
	alike := beam.ParDo(root, &flow.Alike{Share: share}, beam.GroupByKey(root, copies), roster)
	passages := beam.Flatten(root, matched, alike)
	beam.ParDo0(root, &orderFn{Share: share, Output: o.Output}, beam.GroupByKey(root, passages), roster)
}
