package collate

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/value"
)

// Side is a statement that is laid beside others.
type Side struct {
	Text      *stemma.Text
	Statement *stemma.Statement
}

// Loci gives the places at which the statements of a claim differ, with the
// readings of each witness. A locus on which all witnesses agree is left out.
// The siglum of a report is asked of the caller; statements of reports without
// one are ignored.
func (c *Collator) Loci(sides []Side, siglum func(report string) string) []stemma.Locus {
	loci := []stemma.Locus{}
	for _, k := range []stemma.ValueKind{stemma.QuantityValue, stemma.DateValue, stemma.PersonValue} {
		loci = append(loci, c.valueLoci(sides, k, siglum)...)
	}
	if l, ok := c.modalityLocus(sides, siglum); ok {
		loci = append(loci, l)
	}
	return loci
}

// valueLoci groups the values of a kind into loci: values that could be
// forms of one detail (same, compatible, contradicting) stand at one locus,
// those that agree make one reading.
func (c *Collator) valueLoci(sides []Side, k stemma.ValueKind, siglum func(string) string) []stemma.Locus {
	var groups []*valueLocus
	for _, s := range sides {
		name := siglum(s.Statement.Span.Report)
		if name == "" {
			continue
		}
		for _, v := range ofKind(s.Statement.Values, k) {
			g := locusFor(c.compare, groups, v, k)
			if g == nil {
				g = &valueLocus{}
				groups = append(groups, g)
			}
			r := g.readingOf(c.compare, v)
			g.readings[r] = withWitness(g.readings[r], name, v.Span)
		}
	}
	var loci []stemma.Locus
	for _, g := range groups {
		if len(g.readings) > 1 {
			loci = append(loci, stemma.Locus{Kind: string(k), Readings: g.readings})
		}
	}
	return loci
}

// valueLocus is a locus in the making: its readings and a value of each.
type valueLocus struct {
	readings []stemma.Reading
	values   []stemma.Value
}

// locusFor is the first locus with a value that v could be another form of; nil where none has one.
func locusFor(c *value.Comparer, groups []*valueLocus, v stemma.Value, k stemma.ValueKind) *valueLocus {
	for _, g := range groups {
		for _, known := range g.values {
			if isFormOf(c.Compare(known, v), k) {
				return g
			}
		}
	}
	return nil
}

// isFormOf says whether two values of a kind that stand so to one another tell one detail; two
// people who differ are two details.
func isFormOf(rel value.Relation, k stemma.ValueKind) bool {
	return rel != value.Unrelated && (k != stemma.PersonValue || rel != value.Different)
}

// readingOf is the reading that v agrees with, a new one where it agrees with none.
func (g *valueLocus) readingOf(c *value.Comparer, v stemma.Value) int {
	for i, known := range g.values {
		if c.Agree(known, v) {
			return i
		}
	}
	g.values = append(g.values, v)
	g.readings = append(g.readings, stemma.Reading{Value: v.Value})
	return len(g.readings) - 1
}

// withWitness adds a witness to a reading, once, keeping sigla in order.
func withWitness(r stemma.Reading, siglum string, span stemma.Span) stemma.Reading {
	if slices.Contains(r.Sigla, siglum) {
		return r
	}
	at, _ := slices.BinarySearchFunc(r.Sigla, siglum, cmp.Compare[string])
	r.Sigla = slices.Insert(r.Sigla, at, siglum)
	r.Spans = slices.Insert(r.Spans, at, span)
	return r
}

// modalityLocus lays out how sure each witness is.
func (c *Collator) modalityLocus(sides []Side, siglum func(string) string) (stemma.Locus, bool) {
	order := []stemma.Certainty{stemma.Certain, stemma.Probable, stemma.Possible}
	byCertainty := map[stemma.Certainty]stemma.Reading{}
	for _, s := range sides {
		name := siglum(s.Statement.Span.Report)
		if name == "" || s.Statement.Certainty == stemma.UnknownCert {
			continue
		}
		r := byCertainty[s.Statement.Certainty]
		r.Value = string(s.Statement.Certainty)
		byCertainty[s.Statement.Certainty] = withWitness(r, name, s.Statement.Span)
	}
	l := stemma.Locus{Kind: "modality"}
	for _, k := range order {
		if r, ok := byCertainty[k]; ok {
			l.Readings = append(l.Readings, r)
		}
	}
	return l, len(l.Readings) > 1
}
