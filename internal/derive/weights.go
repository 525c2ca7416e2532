package derive

// Weight is what a trace adds, in natural log-odds, to "one of the two descends
// from the other" and to "the exemplar is the elder".
type Weight struct{ Kin, Order float64 }

// The weights are fitted, all of them: go run ./eval/calibrate does it, and its doc.go
// has the method. They were fitted on the 137 ordered pairs that were weighed in 31
// stories with gold, 14 real ones and 17 made-up; docs/confidence.md has the counts, how
// far the confidence can be believed, and where it ends.
//
// Printings of one text teach that such reports have a text in common, and nothing of
// who has it from whom: taken for strangers, they took nearly all weight from prose.
const kinIntercept = -2.53

func weightOf(t Trace) Weight {
	return [traceCount]Weight{
		CreditTrace:   {8.01, 4.44},
		ProseTrace:    {7.61, 0.00},
		CoverTrace:    {6.83, 0.00},
		VersionTrace:  {1.79, 0.00},
		ElderTrace:    {0.00, 5.19},
		SupplyTrace:   {0.00, 3.68},
		StandingTrace: {0.00, 5.05},
		AnswerTrace:   {0.00, -3.59},
		LeakTrace:     {1.87, 1.52},
		ContainTrace:  {0.00, 5.43},
	}[t]
}
