package align

// The weights are those of two logistic regressions (Newton steps, ridge 1) on
// 6,518 labelled pairs of clauses of 21 real stories and four written ones:
// pairs of which both clauses, or one (at a quarter of the weight), hold a claim
// that a reader marked. Fitted on all stories but one and tried on that one, the
// log loss is 0.295 for a pair by itself and 0.273 among the others. How often
// pairs of some odds are one claim was not measured with these weights.
func aloneWeights() comparison {
	return comparison{
		bias: -4.38, covered: 0.45, coveredRest: 2.05, meaning: 0.64, longestRun: 2.05, mass: -0.97,
		sameFigure: 1.23, likeFigure: 2.34, otherFigure: -0.39, sameDate: 1.84, otherDate: -0.49,
		sameSpeaker: 0.12, otherSpeaker: -0.56, oneSpeaker: -0.63, bothQuoted: -0.41, otherSide: -0.59,
		opposed: -0.62, context: 2.88, inSentence: 1.32, short: 0.30, oneHeadline: 0.68, oneReport: -1.59,
		bothLead: 0.71, massRest: 1.17,
	}
}

// amongWeights are those of a pair whose rivals and neighbours are known.
func amongWeights() comparison {
	return comparison{
		bias: -3.92, covered: -0.29, coveredRest: 1.23, meaning: 0.76, longestRun: 1.04, mass: -0.51,
		sameFigure: 0.66, likeFigure: 1.19, otherFigure: -0.22, sameDate: 1.30, otherDate: -0.33,
		sameSpeaker: 0.35, otherSpeaker: -0.22, oneSpeaker: -0.25, bothQuoted: -0.40, otherSide: -0.35,
		opposed: -0.45, context: 2.21, inSentence: 0.92, short: 0.55, oneHeadline: 0.55, oneReport: -1.63,
		bothLead: 0.48, massRest: 0.64,
	}
}

func relationWeights() relation {
	return relation{neighbours: 0.71, lesserLead: 0.34, greaterLead: 0.22}
}

// turned is what opposites take from the odds of clauses that are alike in a
// third of the rest: "raised the toll" and "cut the toll". The labelled
// pairs have too few of them to learn it from; set by hand.
const (
	turned     = 6.0
	turnedRest = 0.3
)

// turning is what opposites take away.
func (f *comparison) turning() float64 {
	if f[opposed] == 1 && f[covered] >= turnedRest {
		return turned
	}
	return 0
}

// times is the sum of what is compared of two clauses, weighed.
func (f *comparison) times(weights *comparison) float64 {
	sum := 0.0
	for i, x := range f {
		sum += x * weights[i]
	}
	return sum
}

// relation is how a pair stands among the others.
type relation [relations]float64

func (r *relation) times(weights *relation) float64 {
	sum := 0.0
	for i, x := range r {
		sum += x * weights[i]
	}
	return sum
}
