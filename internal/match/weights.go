package match

// weights are what each measure counts: for closeness of short texts and of long
// ones, for whether two texts make one claim, for support.
//
// Provenance: fitted by "go run ./eval/weigh", whose doc.go tells the method, on
// the training parts of public sets (STS 2012 to 2014, MSRP, PAN's paraphrases,
// German and Spanish STS; CLIFF, XSum's annotated summaries, Goyal's, WiCE,
// FakeSumm). No text of them is in Stemma; these numbers are all that was taken.
// Rows of one set may not agree in sign with what one expects of a measure alone:
// measures overlap.
type weights struct {
	short, long, same Closeness
	support           Support
}

// englishWeights are those of English texts. Tried on what they were not fitted
// on: a Pearson correlation of 0.787 on the headlines of STS 2014 and 0.796 on
// those of 2013 (each left out), F1 0.925 on PAN, accuracy 0.761 and F1 0.836 on
// MSRP (five parts); support with an area under the curve of 0.78 on CLIFF's XSum
// half, 0.79 on its CNN/DM half, 0.84 on WiCE (five parts, by source).
func englishWeights() weights {
	return weights{
		short: Closeness{
			Bias: -0.223, Overlap: -0.072, Lesser: -0.046, Triples: -0.055, Threes: 0.432, Fours: -0.152,
			Soft: 0.561, SoftLesser: -0.076, Meaning: 0.393, Figures: 0.095, AnyFigure: 0.018, Names: 0.023,
			Negation: -0.049, Ordered: -0.098, Mass: 0.290, Short: 0.068,
		},
		long: Closeness{
			Bias: -0.332, Overlap: -0.735, Lesser: 0.509, Triples: -0.618, Threes: 0.101, Fours: 0.630,
			Soft: 0.301, SoftLesser: 0.243, Meaning: 0.330, Figures: 0.124, AnyFigure: 0.035, Names: 0.062,
			Negation: -0.075, Ordered: 0.859, Mass: 0.003, Short: -0.656,
		},
		same: Closeness{
			Bias: -8.603, Overlap: -1.543, Lesser: 2.746, Triples: -3.697, Threes: 3.214, Fours: 0.875,
			Soft: 2.100, SoftLesser: 1.605, Meaning: 3.489, Figures: 0.401, AnyFigure: -0.026, Names: -0.088,
			Negation: -1.031, Ordered: 3.242, Mass: -2.330, Short: 0.984,
		},
		support: Support{
			SupportBias: -1.667, Lacking: -0.179, LackingMost: -0.899, Told: 1.679, HeldTriples: 0.433,
			NameLacking: -0.977, FiguresHeld: 1.047, FigureLacking: -0.308, Placed: 0.321, Turned: -0.716,
		},
	}
}

// plainWeights are those of texts in other languages, whose words have neither
// frequencies nor vectors. Tried on what they were not fitted on: a Pearson
// correlation of 0.713 and 0.680 on the German headlines of STS 2013 and 2014
// (equal words alone: 0.56), 0.768 on the Spanish set of 2017.
func plainWeights() weights {
	return weights{
		short: Closeness{
			Bias: -0.173, Overlap: 0.250, Lesser: -0.249, Triples: -0.117, Threes: 0.850, Fours: -0.200,
			Soft: 0.424, SoftLesser: -0.101, Meaning: 0.000, Figures: 0.134, AnyFigure: 0.031, Names: 0.036,
			Negation: -0.020, Ordered: -0.180, Mass: 0.191, Short: 0.360,
		},
		long: Closeness{
			Bias: -0.069, Overlap: -0.458, Lesser: 0.328, Triples: -0.690, Threes: 0.268, Fours: 0.701,
			Soft: -0.135, SoftLesser: 0.382, Meaning: 0.000, Figures: 0.116, AnyFigure: 0.030, Names: 0.076,
			Negation: 0.139, Ordered: 0.946, Mass: -0.052, Short: -0.542,
		},
		same: Closeness{
			Bias: -6.249, Overlap: -0.459, Lesser: 2.411, Triples: -3.399, Threes: 4.181, Fours: 1.288,
			Soft: 0.030, SoftLesser: 2.365, Meaning: 0.000, Figures: 0.530, AnyFigure: -0.102, Names: -0.162,
			Negation: -0.120, Ordered: 2.222, Mass: -0.963, Short: 1.831,
		},
		support: Support{
			SupportBias: -1.261, Lacking: -0.299, LackingMost: -0.142, Told: 1.870, HeldTriples: 0.184,
			NameLacking: -1.022, FiguresHeld: 0.594, FigureLacking: -0.907, Placed: 0.017, Turned: -0.531,
		},
	}
}
