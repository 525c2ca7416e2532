package derive

// Weight is what a trace adds, in natural log-odds, to "one of the two descends
// from the other" and to "the exemplar is the elder".
type Weight struct{ Kin, Order float64 }

// The weights are fitted: go run ./eval/calibrate does it, and its doc.go has
// the method. They were fitted on the pairs that were weighed in 21 annotated
// real stories and 18 made-up ones; docs/confidence.md has the counts, how far
// the confidence can be believed, and where it ends.
const kinIntercept = -2.02

func weightOf(t Trace) Weight {
	return [traceCount]Weight{
		CreditTrace:   {3.49, 3.17},
		MentionTrace:  {1.19, 0.81},
		ProseTrace:    {1.08, 0.00},
		CoverTrace:    {3.18, 0.00},
		VersionTrace:  {0.85, 0.00},
		ElderTrace:    {0.00, 2.87},
		SupplyTrace:   {0.00, 4.05},
		StandingTrace: {0.00, 2.29},
		AnswerTrace:   {0.00, -2.19},
		LeakTrace:     {3.76, 1.66},
		ContainTrace:  {0.00, 3.33},
	}[t]
}
