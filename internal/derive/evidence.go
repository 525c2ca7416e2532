package derive

import (
	"math"
	"slices"
	"time"

	"stemma"
	"stemma/internal/name"
)

// exhibits tell a reader what speaks for a pair.
type exhibits struct{ *pairs }

// edgeOf makes a pair an edge.
func (w exhibits) edgeOf(p *pair) *edge {
	return &edge{
		from: p.exemplar, to: p.copy, odds: p.odds, evidence: w.evidence(p), share: p.share, credited: p.credited(),
	}
}

// evidence writes the traces of a pair as evidence: each with what it adds to
// the log-odds.
func (w exhibits) evidence(p *pair) []stemma.Evidence {
	found := []stemma.Evidence{}
	for i, x := range p.traces {
		t := Trace(i)
		if weight := round((weightOf(t).Kin + weightOf(t).Order) * x); weight != 0 {
			spans, saying := w.shown(p, t)
			found = append(found, stemma.Evidence{Kind: p.kind(t), Weight: weight, Spans: list(spans), Saying: saying})
		}
	}
	return found
}

// kind is the sort of evidence that a trace is: of a credit, by its first form.
func (p *pair) kind(t Trace) stemma.EvidenceKind {
	for _, c := range slices.Concat(p.marks().credits, p.marks().faint) {
		if t == CreditTrace && c.tells() {
			return creditKind(c.form)
		}
	}
	return t.kind()
}

// shown gives the words that a trace stands in, and what it tells a reader.
func (w exhibits) shown(p *pair, t Trace) ([]stemma.Span, stemma.Saying) {
	switch t {
	case CreditTrace:
		return creditSpans(slices.Concat(p.marks().credits, p.marks().faint))
	case ProseTrace:
		return w.passages(p), w.say(p, "evidence.prose", stemma.Args{"words": int(p.own)})
	case CoverTrace:
		return nil, w.say(p, "evidence.coverage", stemma.Args{"share": p.coverage})
	case LeakTrace:
		return nil, w.say(p, "evidence.leaked", stemma.Args{})
	case TrailTrace:
		sentence := either(len(p.marks().trail) > 0, "evidence.trail", "evidence.retold")
		return w.trailSpans(p), w.say(p, sentence, stemma.Args{})
	case ContainTrace:
		return nil, w.say(p, either(p.traces[t] > 0, "evidence.contained", "evidence.contains"), stemma.Args{})
	case VersionTrace:
		return nil, w.say(p, "evidence.version", stemma.Args{})
	case ElderTrace:
		return nil, w.datesSay(p)
	case SupplyTrace:
		return nil, w.say(p, either(p.traces[t] > 0, "evidence.agency-text", "evidence.copy-agency"), stemma.Args{})
	case StandingTrace:
		return nil, w.say(p, either(p.traces[t] > 0, "evidence.standing", "evidence.copy-standing"), stemma.Args{})
	}
	return nil, w.say(p, "evidence.answer", stemma.Args{})
}

// say adds how the two reports are called.
func (w exhibits) say(p *pair, sentence string, args stemma.Args) stemma.Saying {
	args["exemplar"], args["copy"] = name.Label(w.report(p.exemplar)), name.Label(w.report(p.copy))
	return stemma.Say(sentence, args)
}

func (w exhibits) datesSay(p *pair) stemma.Saying {
	gap := w.report(p.copy).Published.Time.Sub(w.report(p.exemplar).Published.Time).Abs()
	sentence := either(p.traces[ElderTrace] > 0, "evidence.elder", "evidence.younger")
	return w.say(p, sentence, stemma.Args{"gap": max(gap, time.Minute)})
}

func either[T any](yes bool, a, b T) T {
	if yes {
		return a
	}
	return b
}

// creditSpans gives the credits that make a trace, and tells of the first:
// naming a source twice proves no more.
func creditSpans(credits []credit) (spans []stemma.Span, saying stemma.Saying) {
	for _, c := range credits {
		if !c.tells() {
			continue
		}
		if spans == nil {
			saying = stemma.Say(creditSentence(c.form), stemma.Args{"name": c.name})
		}
		spans = append(spans, wordsOf(c.span)...)
	}
	return spans, saying
}

func creditSentence(form creditForm) string {
	switch form {
	case footerCredit:
		return "evidence.footer"
	case linkCredit:
		return "evidence.link"
	case receiverCredit:
		return "evidence.receiver"
	case agencyCredit:
		return "evidence.agency"
	}
	return "evidence.credit"
}

// wordsOf gives the words of a credit as spans: none for one that stands in a
// field of its record only, such as "byline": "Associated Press".
func wordsOf(credit stemma.Span) []stemma.Span {
	if credit.Start == credit.End {
		return []stemma.Span{}
	}
	return []stemma.Span{credit}
}

func list(spans []stemma.Span) []stemma.Span {
	if spans == nil {
		return []stemma.Span{}
	}
	return spans
}

func round(x float64) float64 { return math.Round(x*100) / 100 }

// creditKind is the sort of evidence that a credit is.
func creditKind(form creditForm) stemma.EvidenceKind {
	switch form {
	case footerCredit:
		return stemma.FooterEvidence
	case linkCredit:
		return stemma.LinkEvidence
	}
	return stemma.CreditEvidence
}

// creditWeight is what a credit to a lost witness weighs.
func creditWeight() float64 { return weightOf(CreditTrace).Kin }

// trailSpans are the words of an exemplar that a trail leads from.
func (w exhibits) trailSpans(p *pair) []stemma.Span {
	var found []stemma.Span
	for _, c := range slices.Concat(p.marks().trail, p.marks().retold) {
		t := w.texts[p.exemplar]
		found = append(found, t.Span(c.first, c.last))
	}
	return found
}
