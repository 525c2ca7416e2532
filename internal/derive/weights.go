package derive

// Weight is what a trace adds, in natural log-odds, to "one of the two descends
// from the other" and to "the exemplar is the elder".
type Weight struct{ Kin, Order float64 }

// The weights are fitted, all of them: go run ./eval/calibrate does it, and its doc.go
// has the method. They were fitted on the 143 ordered pairs that were weighed in 32
// stories with gold, 14 real ones and 18 made-up, three of which have a trail;
// docs/confidence.md has the counts, how far the confidence can be believed, and where
// it ends. Other pairs are weighed by now, and the standing of a paper beside an agency
// counts only where it speaks for the agency; a fit on these gives weights that lie close
// to the ones below.
//
// Printings of one text teach that such reports have a text in common, and nothing of
// who has it from whom: taken for strangers, they took nearly all weight from prose.
const kinIntercept = -2.38

func weightOf(t Trace) Weight {
	return [traceCount]Weight{
		CreditTrace:   {7.95, 4.44},
		ProseTrace:    {7.69, 0.00},
		CoverTrace:    {5.94, 0.00},
		VersionTrace:  {1.75, 0.00},
		ElderTrace:    {0.00, 5.20},
		SupplyTrace:   {0.00, 3.67},
		StandingTrace: {0.00, 5.05},
		AnswerTrace:   {0.00, -3.58},
		LeakTrace:     {2.20, 1.52},
		TrailTrace:    {4.53, 0.28},
		ContainTrace:  {0.00, 5.36},
	}[t]
}
