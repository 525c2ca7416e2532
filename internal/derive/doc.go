// Package derive builds the stemma of a story: which report descends from
// which, with the evidence, and the lost witnesses between them.
//
// Method. Only pairs of reports that share a passage, a credit or most of what
// they tell are looked at; all others are strangers. Dates are a limit: a report
// is not taken from a younger one. For every ordered pair that is left the
// traces of a descent are read (traces.go) and weighed by fitted weights
// (weights.go) in two logistic regressions: whether one of the two descends from
// the other, and which. The confidence is the product. That a credit weighs more
// than shared wording, and what reporters wrote more than what sources said, is
// not set by hand but came out of the fit.
//
// A credit means the kept report of that outlet in which the credited words
// stand, which heads with them, or which is said to have told them first
// (shown.go, words.go); a time beside the name may tell that another one is meant
// (piece.go). Where nothing shows that the kept one is meant, the credit is to a
// lost report of the outlet, and the kept one is listed as possible.
//
// Credits that name no outlet are read too. Whoever names the issuer of a kept press
// release, and tells it or says that a statement is meant, has it from there
// (issuer.go); "media reports" are the kept ones in which most of a report stands
// (generic.go); "a Selwick paper" is the one outlet of the pile that is named by its place
// (described.go); what somebody said "on the radio" is from the one script in which he
// speaks (broadcast.go); what an outlet says that it has reported is its elder report.
//
// An agency's own text is told from printings of it, and one state of it from
// another: a printing whose first figures the kept state lacks prints a lost one
// (piece.go). What stood at an address before is the exemplar of what stands there
// later.
//
// Public words join nobody: what is in quotation marks or in a transcript, in
// whatever report, posts, and statements of sources that others may have met,
// count neither as prose nor as cover. What a source told one report alone does, wherever else it stands.
//
// A silent rewrite names nobody and has no passage in common. It is known by what it
// could have from one elder report only: words of sources that spoke to that report
// alone or have no name, and figures that nobody rounds (trail.go). Or it tells one elder
// report over: it has remarks of several people and figures of which that one was the
// first, and next to nothing of its own (retold.go).
//
// An outlet that has prose of an elder report of its own of another day goes on from that one (followup.go).
//
// Of several exemplars that explain the same words of a copy the one that
// explains most has them, and the others what is left. That is how textual
// criticism tells an exemplar from a cousin (Maas, "Textkritik", 1927).
//
// A descent below [drawnLevel] is not drawn but listed as possible: nothing is
// told along it, and what it joins never counts as independent.
//
// Lost witnesses are postulated where a report names one: an agency in its
// byline or dateline, an outlet that is credited and not in the pile. What
// prints an agency's text hangs from the agency, and so does a second printing
// that names nobody. Three reports of which each two share prose that the third
// lacks have it from a text that is not here. Two reports that quote the same words of somebody, of
// which one says that they are from a statement, have it from that statement (statement.go). Two
// outlets that credit one letter, filing, lawsuit or poll have it from that document (papers.go).
//
// Limits: an ancestor that nobody names and that left no second copy is not
// seen; that can only lower the number of origins. A silent rewrite of which
// less than a fifth stands in like words, and that left neither, is not seen
// either. Between undated
// reports without credit the direction is mostly open, and then both are listed
// as possible.
//
// Whatever unnamed people are quoted with alike in two reports joins them no more than
// other words do: tried as a trace of its own, none of the six descents that it added on
// the annotated stories and 129 further events was right.
//
// Who knows what: each type below sees those above it, and asks no further. reports are
// the texts, numbered; material what each of them is by itself; pairs what two have in
// common; draft what is drawn between them. Every step is a type or a function with
// what it needs of these, and its words.
//
// Reading order: derive.go, datelines.go, reports.go, roster.go, called.go, units.go, speech.go,
// pair.go, overlap.go, credits.go, issuer.go, shown.go, words.go, piece.go, broadcast.go, described.go,
// generic.go, traits.go,
// trail.go, remarks.go, retold.go, cover.go, order.go, traces.go, weigh.go, weights.go, choose.go,
// carried.go, draft.go, witness.go, wire.go, state.go, release.go, twins.go, lost.go, statement.go,
// papers.go, followup.go, said.go, evidence.go, kind.go, sigla.go.
package derive
