// Package assess says what stands behind each claim and what became of it: its
// origins as an interval, its drifts along the descents, and what a reader
// must beware of.
//
// Origins. The chain of credit of every statement is followed from copy to
// exemplar to the reporting at which it ends, exemplars first, so that each
// report is followed once. A chain ends at a report whose source spoke to it,
// at one with nothing above that has the claim, and at a lost witness.
// However many sources that report had, it is one origin; copies, rewrites,
// re-labelled sources and reactions add none.
//
// The count is an interval. The lower bound counts the ends that are shown to
// be apart: different sources, met by reporters of different outlets, state the
// same in words of their own. The upper bound counts the outlets that may have
// the claim by themselves: all that are not shown to have it from another.
//
// Drifts. Each report is compared with what it was taken from, with the other
// copies of a lost exemplar, and with those that have a text in common with it;
// package collate says what differs. One change is told once, with all that have
// it; a reading that another exemplar has is none. Where neither of two reports
// was taken from the other, the reading of the fewer is the one that changed.
//
// Limits: a shared source that nobody names cannot be seen, so the true number
// of origins can be lower than the lower bound of an interval that rests on
// differing details alone.
//
// Reading order: assess.go, lineage.go, statements.go, outlets.go, reporting.go,
// sources.go, chains.go, origins.go, verdict.go, independence.go, identities.go, ties.go,
// company.go, drifts.go, telling.go, related.go, wordings.go, warnings.go.
package assess
