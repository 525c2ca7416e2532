package stemma

import (
	"cmp"
	"slices"
)

// CompareClaims orders two claims, each with how many reports carry it, for a reader:
// what several reports tell first, then what is no mere scrap of a sentence, then what is
// carried by most, then what tells most by itself. It is negative where the first comes
// first, 0 where none does.
func CompareClaims(a *Claim, reportsOfA int, b *Claim, reportsOfB int) int {
	return cmp.Or(
		cmp.Compare(b.shelf(reportsOfB), a.shelf(reportsOfA)),
		cmp.Compare(reportsOfB, reportsOfA),
		cmp.Compare(b.Tells(), a.Tells()),
	)
}

// shelf is higher for what several reports tell, and then for what is no mere scrap.
func (c *Claim) shelf(reports int) int {
	n := 0
	if reports > 1 {
		n += 2
	}
	if c.Tells() > TellsNothing {
		n++
	}
	return n
}

// Tellers are the reports that surely tell a claim, in the order of its statements: where
// none does, that of the first one.
func (c *Claim) Tellers() []string { return c.reports(false) }

// Resembling are the reports that may tell a claim, and may tell something else.
func (c *Claim) Resembling() []string {
	tellers := c.Tellers()
	return slices.DeleteFunc(c.reports(true), func(r string) bool { return slices.Contains(tellers, r) })
}

// reports lists the reports of the loose statements, or of the others.
func (c *Claim) reports(loose bool) []string {
	var found []string
	for i := range c.Statements {
		if st := &c.Statements[i]; st.Loose == loose && !slices.Contains(found, st.Span.Report) {
			found = append(found, st.Span.Report)
		}
	}
	if len(found) == 0 && !loose && len(c.Statements) > 0 {
		return []string{c.Statements[0].Span.Report}
	}
	return found
}

// in says whether a report makes a claim, be it loosely.
func (c *Claim) in(report string) bool {
	return slices.ContainsFunc(c.Statements, func(st Statement) bool { return st.Span.Report == report })
}

// Telling is how much the words of a claim tell without what stands around them.
type Telling int

// The grades of telling.
const (
	TellsNothing Telling = iota // scraps: no statement is a clause
	TellsBefore                 // what was so before the news, or of somebody who is not named
	TellsNews
)

// Tells grades a claim by the statement of it that tells most.
func (c *Claim) Tells() Telling {
	best := TellsNothing
	for i := range c.Statements {
		switch st := &c.Statements[i]; {
		case st.Scrap:
		case st.Background || st.Unnamed:
			best = max(best, TellsBefore)
		default:
			return TellsNews
		}
	}
	return best
}
