package render

import (
	"strconv"
	"strings"

	"stemma"
)

// Bounds of the words for a confidence. No word is stronger than "likely": of the
// surest descents in events that nobody had tuned on two in three were right
// (docs/confidence.md).
const (
	likely   = 0.65
	possible = 0.40
)

func confidenceWord(c float64) string {
	switch {
	case c >= likely:
		return "likely"
	case c >= possible:
		return "possible"
	}
	return "doubtful"
}

func percent(x float64) string {
	switch p := x * 100; {
	case p > 0 && p < 1:
		return "<1%"
	case p > 99 && p < 100:
		return ">99%"
	default:
		return strconv.Itoa(int(p+0.5)) + "%"
	}
}

// shareWords says how much of a copy stands in its exemplar. A share of
// nothing is no finding where the exemplar is lost, and is left out ("").
func shareWords(share float64, lost bool) string {
	switch {
	case share > 0:
		return percent(share) + " of its words"
	case lost:
		return ""
	}
	return "none of its words"
}

// kindWords is a descent's kind with its share, for where room is short.
func kindWords(d *stemma.Descent) string {
	if d.Share <= 0 {
		return clean(string(d.Kind))
	}
	return clean(string(d.Kind)) + " " + percent(d.Share)
}

func verdictWords(c *stemma.Claim) string {
	if notTwoShown(c) {
		return "no two origins shown"
	}
	switch c.Verdict {
	case stemma.SingleSource:
		return "one source"
	case stemma.SingleOrigin:
		return "one origin"
	case stemma.Corroborated:
		return "corroborated"
	case stemma.Unattributed:
		return "nobody credited"
	case stemma.Contested:
		return "contested"
	}
	return "not judged"
}

// Verdict is the verdict of a claim in words: what it stands on, and how many origins
// there are where that is not said yet.
func Verdict(c *stemma.Claim) string {
	if beside := originsBeside(c); beside != "" {
		return verdictWords(c) + ", " + beside
	}
	return verdictWords(c)
}

// verdictSentence is what a verdict means, for those who meet it first.
func verdictSentence(c *stemma.Claim) string {
	if notTwoShown(c) {
		return "no two origins of it are shown to be independent, and there are " + strconv.Itoa(c.Origins.Max) +
			" at most"
	}
	switch c.Verdict {
	case stemma.SingleSource:
		return "one origin, and that origin names a single source"
	case stemma.SingleOrigin:
		return "every report of it goes back to the same reporting"
	case stemma.Corroborated:
		return "at least two independent origins report it"
	case stemma.Unattributed:
		return "nobody is credited with it, and where it comes from is not known"
	case stemma.Contested:
		return "origins contradict each other"
	}
	return ""
}

// originsInterval is the number of origins as the pile allows it: "1", "1–2",
// or "?" where it is not known.
func originsInterval(o stemma.Origins) string {
	switch {
	case o.Max == 0:
		return "?"
	case o.Min == o.Max:
		return strconv.Itoa(o.Min)
	}
	return strconv.Itoa(o.Min) + "–" + strconv.Itoa(o.Max)
}

func originsWords(o stemma.Origins) string {
	switch {
	case o.Max == 0:
		return "origin unknown"
	case o.Min == o.Max:
		return count(o.Min, "origin")
	}
	return "between " + strconv.Itoa(o.Min) + " and " + count(o.Max, "origin")
}

// originsBeside is originsWords, or nothing where the verdict beside it has
// said so already.
func originsBeside(c *stemma.Claim) string {
	if c.Verdict == stemma.SingleOrigin && c.Origins.Min == 1 && c.Origins.Max == 1 {
		return ""
	}
	if notTwoShown(c) {
		return strconv.Itoa(c.Origins.Max) + " at most"
	}
	return originsWords(c.Origins)
}

// notTwoShown says whether a claim counts as of one origin only because no two of them
// are shown: "one origin" would say more than is known.
func notTwoShown(c *stemma.Claim) bool {
	return (c.Verdict == stemma.SingleOrigin || c.Verdict == stemma.SingleSource) && c.Origins.Max > 1
}

// Severity is how severe a drift is, in a word: see [stemma.Drift].
func Severity(s int) string {
	switch {
	case s >= 3:
		return "severe"
	case s == 2:
		return "misleading"
	}
	return "slight"
}

// severitySign repeats the severity as marks, so that it is seen without
// colour and counted without reading.
func severitySign(s int) string { return strings.Repeat("▲", min(max(s, 1), 3)) }

// driftWords names a change. On events that were not in sight while the rules were made, changed
// quotations were right nine times in ten and other changes were not, see docs/confidence.md: so
// these are named with a "perhaps". Where neither report was taken from the other, none of them is
// said to have changed anything.
func driftWords(d *stemma.Drift) string {
	switch apart, isQuote := d.IsApart(), d.Kind == stemma.QuoteAltered; {
	case apart && isQuote:
		return "quoted differently"
	case apart:
		return "perhaps told differently (" + driftShort(d.Kind) + ")"
	case isQuote:
		return "quote altered"
	}
	return "perhaps " + strings.ReplaceAll(string(d.Kind), "_", " ")
}

// apartWords says of a drift between two reports, of which neither was taken from the other, what is known of
// where they have it from; empty for other drifts.
func (f *family) apartWords(d *stemma.Drift) string {
	const neither = "neither is shown to be taken from the other"
	switch {
	case !d.IsApart():
		return ""
	case len(d.Common) == 0:
		return neither
	}
	var above []string
	for _, s := range d.Common {
		above = append(above, clean(s)+" "+f.name(s))
	}
	return neither + "; both draw on " + enumerated(above)
}

// driftShort is one word for what a drift touched, for narrow cells.
func driftShort(k stemma.DriftKind) string {
	switch k {
	case stemma.HedgeDropped, stemma.HedgeAdded:
		return "hedge"
	case stemma.ModalityStrengthened, stemma.ModalityWeakened:
		return "certainty"
	case stemma.AttributionChanged, stemma.AttributionDropped, stemma.SourceInflated:
		return "source"
	case stemma.PredicateChanged:
		return "verb"
	case stemma.PolarityChanged:
		return "negation"
	case stemma.CausalLinkAdded:
		return "cause"
	case stemma.DenialOmitted:
		return "denial"
	case stemma.DetailAdded:
		return "detail"
	case stemma.Conflation:
		return "conflated"
	}
	first, _, _ := strings.Cut(string(k), "_")
	return first
}

func speakerKindWords(s *stemma.Speaker) string {
	if s.Kind == stemma.UnknownKind || s.Kind == "" {
		return "kind unknown"
	}
	return string(s.Kind)
}

// countWords says how many people a source is: "3 people", "2 or more", and
// nothing for one person or a thing.
func countWords(c stemma.Count) string {
	switch {
	case c.Min == c.Max && c.Max > 1:
		return strconv.Itoa(c.Min) + " people"
	case c.Max == 0 && c.Min > 1:
		return strconv.Itoa(c.Min) + " or more"
	case c.Max > c.Min:
		return strconv.Itoa(c.Min) + " to " + strconv.Itoa(c.Max) + " people"
	}
	return ""
}

// count is a number with its noun: "1 report", "2 reports", "2 stories".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return strconv.Itoa(n) + " " + stem + "ies"
	}
	if strings.HasSuffix(noun, "s") {
		noun += "e"
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// numeral spells small numbers, as prose does.
func numeral(n int) string {
	switch n {
	case 1:
		return "one"
	case 2:
		return "two"
	case 3:
		return "three"
	case 4:
		return "four"
	case 5:
		return "five"
	case 6:
		return "six"
	}
	return strconv.Itoa(n)
}

func dateWords(m stemma.Moment) string {
	t := m.Time.UTC()
	switch m.Precision {
	case stemma.Second, stemma.Minute:
		return t.Format("2 Jan 2006 15:04")
	case stemma.Day:
		return t.Format("2 Jan 2006")
	case stemma.Month:
		return t.Format("Jan 2006")
	case stemma.Year:
		return t.Format("2006")
	}
	return "undated"
}

// sentence sets what another stage says as a sentence of its own: with a capital at its
// head and a full stop at its end.
func sentence(s string) string {
	s = upper(clean(s))
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") || strings.HasSuffix(s, ".”") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}
