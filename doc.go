// Package stemma holds the nouns of Stemma: what a report is, who is credited
// with what, which passages two reports share, and the family tree that
// follows from it.
//
// The package knows nouns only. The stages that make them live below
// internal/, one room a stage; ARCHITECTURE.md draws the house. The JSON form
// of every noun is a promise to callers, so a field is added but never renamed.
//
// Two rules run through all of them. A [Span] is the only way to point into a
// text, and it is a half-open range of bytes whose Text is exactly that range:
// every finding points home by one. And where Stemma does not know, the noun
// says so ([Maybe], an interval, an Unresolved count) instead of guessing.
//
// Reading order: report.go, text.go, quote.go, claim.go, story.go, dossier.go.
package stemma
