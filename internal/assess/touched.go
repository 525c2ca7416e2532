package assess

import (
	"cmp"
	"slices"

	"stemma"
)

// touched finds what the credits of a descent touch. A report of thousands of statements may
// credit one outlet as often, so that the places of a descent are put in order once and only
// those near a statement are looked at.
type touched map[*stemma.Evidence]*places // the first evidence of a descent → its credits

// places are spans in the order of their starts; reach has, as a start, the last end of all up to
// each.
type places struct{ spans, reach []stemma.Span }

// credits says whether the evidence of a descent touches the statement.
func (t touched) credits(d stemma.Descent, st *stemma.Statement) bool {
	if len(d.Evidence) == 0 {
		return false
	}
	p := t[&d.Evidence[0]]
	if p == nil {
		p = creditsOf(d)
		t[&d.Evidence[0]] = p
	}
	return p.touch(st)
}

func creditsOf(d stemma.Descent) *places {
	p := &places{}
	for _, e := range d.Evidence {
		if e.Kind == stemma.CreditEvidence {
			p.spans = append(p.spans, e.Spans...)
		}
	}
	slices.SortFunc(p.spans, inOrder)
	last := stemma.Span{}
	for _, s := range p.spans {
		if last.Report != s.Report {
			last = stemma.Span{Report: s.Report}
		}
		last.Start = max(last.Start, s.End)
		p.reach = append(p.reach, last)
	}
	return p
}

// touch says whether one of the places overlaps a statement or stands in its sentence.
func (p *places) touch(st *stemma.Statement) bool {
	return slices.ContainsFunc(p.near(st), func(s stemma.Span) bool {
		return st.Span.Overlaps(s) || st.Sentence.Contains(s)
	})
}

// near gives the places in whose reach a statement or its sentence stands.
func (p *places) near(st *stemma.Statement) []stemma.Span {
	begin := stemma.Span{Report: st.Span.Report, Start: min(st.Span.Start, st.Sentence.Start)}
	end := stemma.Span{Report: st.Span.Report, Start: max(st.Span.End, st.Sentence.End)}
	first, _ := slices.BinarySearchFunc(p.reach, begin, inOrder)
	behind, _ := slices.BinarySearchFunc(p.spans, end, inOrder)
	return p.spans[min(first, behind):behind]
}

// inOrder puts spans in the order of their starts, report by report.
func inOrder(x, y stemma.Span) int {
	return cmp.Or(cmp.Compare(x.Report, y.Report), cmp.Compare(x.Start, y.Start))
}
