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
			Bias: -0.221, Overlap: -0.072, Lesser: -0.048, Triples: -0.055, Threes: 0.432,
			Fours: -0.151, Soft: 0.557, SoftLesser: -0.075, Meaning: 0.393, Figures: 0.094,
			AnyFigure: 0.018, Names: 0.019, Negation: -0.048, Ordered: -0.094, Mass: 0.299,
			Short: 0.065,
		},
		long: Closeness{
			Bias: -0.327, Overlap: -0.738, Lesser: 0.509, Triples: -0.616, Threes: 0.099,
			Fours: 0.633, Soft: 0.302, SoftLesser: 0.240, Meaning: 0.333, Figures: 0.124,
			AnyFigure: 0.035, Names: 0.058, Negation: -0.075, Ordered: 0.860, Mass: 0.010,
			Short: -0.666,
		},
		same: Closeness{
			Bias: -8.611, Overlap: -1.552, Lesser: 2.751, Triples: -3.699, Threes: 3.214,
			Fours: 0.876, Soft: 2.095, SoftLesser: 1.610, Meaning: 3.499, Figures: 0.403,
			AnyFigure: -0.027, Names: -0.087, Negation: -1.050, Ordered: 3.243, Mass: -2.336,
			Short: 0.987,
		},
		support: Support{
			SupportBias: -1.632, Lacking: -0.208, LackingMost: -0.899, Told: 1.681, HeldTriples: 0.416,
			NameLacking: -0.983, FiguresHeld: 1.041, FigureLacking: -0.306, Placed: 0.272, Turned: -0.670,
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
			Bias: -0.172, Overlap: 0.251, Lesser: -0.250, Triples: -0.118, Threes: 0.849,
			Fours: -0.200, Soft: 0.421, SoftLesser: -0.099, Meaning: 0.000, Figures: 0.133,
			AnyFigure: 0.030, Names: 0.034, Negation: -0.020, Ordered: -0.178, Mass: 0.198,
			Short: 0.358,
		},
		long: Closeness{
			Bias: -0.064, Overlap: -0.461, Lesser: 0.331, Triples: -0.689, Threes: 0.263,
			Fours: 0.702, Soft: -0.134, SoftLesser: 0.382, Meaning: 0.000, Figures: 0.116,
			AnyFigure: 0.030, Names: 0.072, Negation: 0.139, Ordered: 0.946, Mass: -0.049,
			Short: -0.548,
		},
		same: Closeness{
			Bias: -6.249, Overlap: -0.461, Lesser: 2.412, Triples: -3.399, Threes: 4.182,
			Fours: 1.287, Soft: 0.030, SoftLesser: 2.367, Meaning: 0.000, Figures: 0.530,
			AnyFigure: -0.103, Names: -0.166, Negation: -0.121, Ordered: 2.223, Mass: -0.963,
			Short: 1.832,
		},
		support: Support{
			SupportBias: -1.261, Lacking: -0.299, LackingMost: -0.142, Told: 1.870, HeldTriples: 0.184,
			NameLacking: -1.022, FiguresHeld: 0.594, FigureLacking: -0.907, Placed: 0.017, Turned: -0.531,
		},
	}
}
