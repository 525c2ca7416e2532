package flow

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// Register makes the steps and their records known to Beam. Every program that
// builds the pipeline, or works for it, calls it once before beam.Init.
func Register() {
	registerCoders()
	register.DoFn3x1[context.Context, string, func(Reports), error](&readFn{})
	register.DoFn2x0[Reports, func(Summaries)](&scanFn{})
	register.DoFn5x0[Reports, summaries, func(int, Postings), func(int, Texts), func(int, Texts)](&postFn{})
	register.DoFn8x0[int, func(*Postings) bool, summaries, func(int, Links), func(int, Members), func(int, Places), func(Masts), func(int, Needs)](&linkFn{})
	register.DoFn5x0[int, func(*Members) bool, func(*Places) bool, summaries, func(int, Members)](&nearFn{})
	register.DoFn5x0[int, func(*Members) bool, summaries, func(int, Links), func(int, Needs)](&pairFn{})
	register.DoFn4x0[int, func(*Texts) bool, func(*Needs) bool, func(int, Texts)](&deliverFn{})
	register.DoFn6x1[int, func(*Links) bool, func(*Texts) bool, summaries, func(*Masts) bool, func(int, Passages), error](&matchFn{})
	register.DoFn4x1[int, func(*Texts) bool, summaries, func(int, Passages), error](&alikeFn{})
	register.DoFn4x1[context.Context, int, func(*Passages) bool, summaries, error](&orderFn{})

	register.Iter1[Summaries]()
	register.Iter1[Postings]()
	register.Iter1[Links]()
	register.Iter1[Members]()
	register.Iter1[Places]()
	register.Iter1[Masts]()
	register.Iter1[Passages]()
	register.Iter1[Texts]()
	register.Iter1[Needs]()
	register.Emitter1[Reports]()
	register.Emitter1[Summaries]()
	register.Emitter1[Masts]()
	register.Emitter2[int, Postings]()
	register.Emitter2[int, Texts]()
	register.Emitter2[int, Links]()
	register.Emitter2[int, Members]()
	register.Emitter2[int, Places]()
	register.Emitter2[int, Passages]()
	register.Emitter2[int, Needs]()
}

// summaries is the side input of all reports' summaries.
type summaries = func(*Summaries) bool
