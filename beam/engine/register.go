package engine

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"stemma/internal/flow"
)

// Register makes the steps and their records known to Beam. Every program that
// builds the pipeline, or works for it, calls it once before beam.Init.
func Register() {
	registerCoders()
	register.DoFn3x1[context.Context, string, func(flow.Reports), error](&readFn{})
	register.DoFn2x0[flow.Reports, func(flow.Summaries)](&flow.Scan{})
	register.DoFn5x0[
		flow.Reports, summaries, func(int, flow.Postings), func(int, flow.Texts), func(int, flow.Texts),
	](&flow.Post{})
	register.DoFn8x0[
		int, func(*flow.Postings) bool, summaries, func(int, flow.Links), func(int, flow.Members),
		func(int, flow.Places), func(flow.Masts), func(int, flow.Needs),
	](&flow.Link{})
	register.DoFn5x0[
		int, func(*flow.Members) bool, func(*flow.Places) bool, summaries, func(int, flow.Members),
	](&flow.Near{})
	register.DoFn5x0[
		int, func(*flow.Members) bool, summaries, func(int, flow.Links), func(int, flow.Needs),
	](&flow.Pair{})
	register.DoFn4x0[int, func(*flow.Texts) bool, func(*flow.Needs) bool, func(int, flow.Texts)](&flow.Deliver{})
	register.DoFn6x1[
		int, func(*flow.Links) bool, func(*flow.Texts) bool, summaries, func(*flow.Masts) bool,
		func(int, flow.Passages), error,
	](&flow.Match{})
	register.DoFn4x1[int, func(*flow.Texts) bool, summaries, func(int, flow.Passages), error](&flow.Alike{})
	register.DoFn4x1[context.Context, int, func(*flow.Passages) bool, summaries, error](&orderFn{})

	register.Iter1[flow.Summaries]()
	register.Iter1[flow.Postings]()
	register.Iter1[flow.Links]()
	register.Iter1[flow.Members]()
	register.Iter1[flow.Places]()
	register.Iter1[flow.Masts]()
	register.Iter1[flow.Passages]()
	register.Iter1[flow.Texts]()
	register.Iter1[flow.Needs]()
	register.Emitter1[flow.Reports]()
	register.Emitter1[flow.Summaries]()
	register.Emitter1[flow.Masts]()
	register.Emitter2[int, flow.Postings]()
	register.Emitter2[int, flow.Texts]()
	register.Emitter2[int, flow.Links]()
	register.Emitter2[int, flow.Members]()
	register.Emitter2[int, flow.Places]()
	register.Emitter2[int, flow.Passages]()
	register.Emitter2[int, flow.Needs]()
}

// summaries is the side input of all reports' summaries.
type summaries = flow.Roster

// registerCoders says how the records are written. Beam knows a coder by the
// names of its functions.
func registerCoders() {
	coded(flow.PutReports, flow.ReadReports)
	coded(flow.PutSummaries, flow.ReadSummaries)
	coded(flow.PutTexts, flow.ReadTexts)
	coded(flow.PutNeeds, flow.ReadNeeds)
	coded(flow.PutPostings, flow.ReadPostings)
	coded(flow.PutLinks, flow.ReadLinks)
	coded(flow.PutMembers, flow.ReadMembers)
	coded(flow.PutPlaces, flow.ReadPlaces)
	coded(flow.PutMasts, flow.ReadMasts)
	coded(flow.PutPassages, flow.ReadPassages)
}

func coded[T any](write func(T) []byte, read func([]byte) (T, error)) {
	beam.RegisterCoder(reflect.TypeFor[T](), write, read)
}
