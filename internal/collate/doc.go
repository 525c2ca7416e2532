// Package collate compares two reports: what one changed of the other in the
// words that both have.
//
// Each sentence is laid beside those of the other report that share most with
// it; their words are aligned, and what stands between two matches is a slot in
// which the two differ. What a slot holds is read: a number for a number, a name
// for a name, a word for its opposite, a negation, a step on the ladder of
// certainty, how much of a thing, a word that restricts an office. A change is
// one only if the words around its slot are a clause that both have; how much of
// it must match depends on why the two are compared ([Kin]). Where another
// sentence of the first report has what the second one reads, nothing changed.
//
// Values are compared as values, never by similarity of words: "more than two
// dozen" agrees with 26, "two litres a minute" does not agree with "two litres
// a second". Quotations are compared within their marks, wherever two
// reports have the same one, and with speeches, letters and posts that the other report prints
// without marks; what an editor put in brackets, contractions, spelling and articles are no change.
//
// [Collator.Loci] lays all readings of a claim side by side, as the apparatus
// of a critical edition does (the terms are those of CollateX and of textual
// criticism).
//
// Limits: what a free retelling changes is not seen, since no slot holds it. Of what is
// left out only denials and caveats are told (omissions.go), of reports that retell most.
// What the detectors look for was chosen by how often it was right on read stories:
// other verbs, spellings, titles in other words and the lengths of things were wrong
// more often than right, and are not told.
//
// What does not need the words around it is compared between the reports as wholes:
// what somebody is called (people.go), figures (sums.go), how sure a deed is (moods.go),
// and how grave it is (graded.go): of a copy and its exemplar most of it, for of two reporters each may be
// right. Two reports of no known lineage of which one retells much of the other
// are compared as siblings (kinship.go). Of a report many times as long as the other one, the
// sentences around what the two share are compared (excerpt.go).
//
// Reading order: collate.go, collation.go, kinship.go, excerpt.go, report.go, align.go, pairing.go,
// then the detectors: turned.go, ladder.go, amounts.go, restrict.go, figures.go,
// names.go, strays.go, predicates.go, agents.go, alternatives.go, sole.go, minimal.go, quotation.go, middles.go,
// voices.go, cuts.go, trims.go, standing.go, uncredited.go, emerged.go, handed.go, scoops.go, beliefs.go,
// causes.go, limits.go, qualified.go (clauses that say on what condition or as far as what is known
// something holds), plans.go, tones.go, omissions.go, ownlimits.go, halves.go, asides.go, contrasts.go,
// confirmed.go, replies.go, people.go, posts.go, sums.go, counts.go,
// shares.go, doers.go, starts.go, widened.go, papers.go, often.go, slips.go, moods.go, prospects.go, graded.go;
// antitheses.go, for phrases; closed.go, for words of closed classes; leftout.go; strength.go,
// equivalent.go and residue.go, for two texts by themselves, and findings.go; loci.go.
package collate
