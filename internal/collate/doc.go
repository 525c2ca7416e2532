// Package collate compares what the witnesses of a claim have at its loci:
// numbers, dates, names, titles, hedges, quotations, credits.
//
// Values are compared as values, never by similarity of words: "more than two
// dozen" agrees with 26, "two litres a minute" does not agree with "two litres
// a second". A change of wording that leaves every value, hedge and credit as
// it was is no change here.
//
// Two statements are compared by [Collator.Compare], which gives the changes
// from one to the other; that they belong to one claim, and which descends
// from which, is for the caller to know. [Collator.Loci] lays all readings of a
// claim side by side, as the apparatus of a critical edition does (the terms
// are those of CollateX and of textual criticism).
//
// Limits: a predicate that changed is seen only where the copy's word is a
// loaded one ("faked", "forced out") that the exemplar does not have.
//
// Reading order: collate.go, values.go, modality.go, quotation.go, credit.go,
// predicate.go, loci.go.
package collate
