// Package assess says what stands behind each claim and what became of it: its
// origins as an interval, its drifts along the descents, and what a reader
// must beware of.
//
// Origins. The chain of credit of every statement is walked from report to
// exemplar to the reporting at which it ends. A report is an origin of a
// claim when no exemplar of it has the claim, or when it credits the claim to
// a source of its own that none of its ancestors knows. However many sources
// that report had, it is one origin; copies, rewrites, re-labelled sources and
// reactions add none.
//
// The count is an interval. The lower bound merges whatever may be one: reports
// of one publisher, one person or one document met by two reports, anonymous
// groups that may be the same, two reports that state the same thing without
// saying where they have it, and two that state it in the same words. A report whose lineage is unknown never
// counts as independent; it is counted as unresolved. The upper bound merges
// only what is certainly one.
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
// Reading order: assess.go, book.go, origins.go, independence.go, verdict.go,
// drifts.go, warnings.go.
package assess
