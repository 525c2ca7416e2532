package derive

import "stemma"

// Trace numbers what can be seen of "the copy descends from the exemplar".
type Trace int

// The traces. Each is a number from 0 to 1 but where it says otherwise; a
// weight of its sign turns it into evidence.
const (
	// The copy names the exemplar as its source or as the place where words were spoken,
	// or links to it.
	CreditTrace Trace = iota
	// Share of the copy's words that are the exemplar's own prose, and no better exemplar's.
	ProseTrace
	// Share of what the copy states, by weight of the words, that the exemplar has in like
	// words.
	CoverTrace
	// Both are one outlet's text, or, as samePage, one page.
	VersionTrace
	// The exemplar is certainly the elder.
	ElderTrace
	// The exemplar is there to be printed, as an agency's own text or a press release: 1,
	// the copy is: -1.
	SupplyTrace
	// The exemplar has more of what a first report has; -1 to 1.
	StandingTrace
	// The exemplar names the copy.
	AnswerTrace
	// What sources told the exemplar alone stands in the copy too.
	LeakTrace
	// The copy names nobody and has odd things of the exemplar's: 1 (trail.go).
	TrailTrace
	// Shared words, of the copy's less of the exemplar's: copies drop more than they add;
	// -1 to 1.
	ContainTrace
	traceCount
)

// Traces are the traces of one ordered pair.
type Traces [traceCount]float64

// Candidate is an ordered pair of reports that was weighed.
type Candidate struct {
	Exemplar, Copy string // ids of reports
	Traces         Traces
	// Twins says that no descent is told of the two: both hang from a text that is
	// not here, since nothing tells which is the elder.
	Twins bool
}

// Confidence is the probability, by the fitted weights, that the copy descends
// from the exemplar: that one of the two descends from the other, and that it
// is this one.
func Confidence(t Traces) float64 { return sigmoid(t.kin()) * sigmoid(t.order()) }

// Stated is the confidence that the program gives, before its highest value.
func Stated(t Traces) float64 { return Shown(t, sigmoid(t.kin()), sigmoid(t.order())) }

// kin is the log-odds that one of the two descends from the other.
func (t Traces) kin() float64 {
	sum := kinIntercept
	for i, x := range t {
		sum += weightOf(Trace(i)).Kin * x
	}
	return sum
}

// order is the log-odds that, if so, the exemplar is the elder.
func (t Traces) order() float64 {
	sum := 0.0
	for i, x := range t {
		sum += weightOf(Trace(i)).Order * x
	}
	return sum
}

// Bears says what a trace bears on, and with which sign: kinship, order.
func (t Trace) Bears() (kin, order int) {
	switch t {
	case CreditTrace, LeakTrace, TrailTrace:
		return 1, 1
	case ProseTrace, CoverTrace, VersionTrace:
		return 1, 0
	case AnswerTrace:
		return 0, -1
	}
	return 0, 1
}

// String is the name of the trace in the table of weights.
func (t Trace) String() string {
	return [traceCount]string{
		"CreditTrace", "ProseTrace", "CoverTrace",
		"VersionTrace", "ElderTrace", "SupplyTrace", "StandingTrace", "AnswerTrace",
		"LeakTrace", "TrailTrace", "ContainTrace",
	}[t]
}

// kind is the sort of evidence that a trace is.
func (t Trace) kind() stemma.EvidenceKind {
	switch t {
	case CreditTrace, AnswerTrace:
		return stemma.CreditEvidence
	case ProseTrace, VersionTrace:
		return stemma.ReuseEvidence
	case ElderTrace, SupplyTrace, StandingTrace:
		return stemma.DateEvidence
	}
	return stemma.DetailEvidence
}
