// Command beam searches a corpus for reuse on an engine of Apache Beam.
//
//	go run . --input a.jsonl,b.jsonl --output passages --shards 4
//
// writes passages-00000-of-00004.jsonl and so on, which one after the other
// are what "stemma reuse a.jsonl b.jsonl" writes. Without more it runs on Prism,
// in this process; --runner=flink, spark or dataflow with that engine's flags
// runs it there.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"stemma/beam/engine"
)

func main() {
	input := flag.String("input", "", "files, folders or archives, with commas between them")
	output := flag.String("output", "", "what the names of the result's files begin with")
	shards := flag.Int("shards", 4, "how many ranges the search is cut into")
	minWords := flag.Int("min-words", 0, "shortest passage, in words that are the same (default and least: 8)")
	flag.Parse()
	engine.Register()
	beam.Init()
	if *input == "" || *output == "" {
		fmt.Fprintln(os.Stderr, "beam: --input and --output are needed")
		os.Exit(2)
	}
	pipeline, root := beam.NewPipelineWithRoot()
	engine.Build(root, engine.Options{
		Inputs: strings.Split(*input, ","), Output: *output, Shards: *shards, MinWords: *minWords,
	})
	if err := beamx.Run(context.Background(), pipeline); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}
