// Command eval scores Stemma against piles whose truth is known.
//
//	go run ./eval -shared ../shared -out eval/scores.txt
//	go run ./eval -v -pile dam          # every miss and every false finding
//
//	go run ./eval -attribution -out eval/scores.txt
//	go run ./eval -attribution -split train -misses
//
// It runs the trace command on each pile and compares the dossier with the
// gold files beside the reports, and on each golden story of testdata. It
// prints one score a line, with its counts, in a fixed order and without
// times, so that two runs differ only where the findings do. A pile without
// gold gets its counts only.
//
// # What is measured
//
// descents: the directed pairs of kept reports of which the second took from
// the first. Paths through lost witnesses count as one pair, for gold and
// findings alike. violations are pairs asserted although the gold says there
// is none. lost_named is how many of the lost wires and outlets that are
// parents in the gold were found by name.
//
// claims: a gold mention is found in its report by its words, inside its
// sentence. A statement hits it when the two overlap by half of the shorter
// one. Gold claims and found claims are matched one to one, most hits first.
// mention_recall is the mentions hit in the matched claim over all mentions;
// claims_matched is the gold claims that have a match; mentions_covered is
// how many are hit by any statement at all; mentions_b3 is the B-cubed F1 of
// the grouping of the gold mentions (Bagga and Baldwin 1998), where a mention
// belongs to the found claim whose statement fits it best, and one that no
// statement hits stands alone.
//
// origins: over the matched claims. exact: both bounds are the gold's number;
// exact_min: the lower is; inside: the number lies in the interval;
// exact_multi: exact, of the claims with two or more origins. all is exact
// over all gold claims, so that a claim that was missed counts. false
// independent, the worst failure, is a lower bound above the gold's number;
// false_independent_any counts it for every found claim most of whose gold
// mentions belong to one gold claim, matched or not. Claims said to have two
// origins or more that hold no gold mention are listed for a person to judge.
//
// attributions: a found one and a gold one of the same report match when
// their contents' words have a Jaccard index of at least one half and their
// sources share a word, or both have none. A pronoun must be the same word.
// One to one, the best first. In the split reading a part of a found content
// may match too, and one found attribution may match several gold ones: the
// gold cuts a quotation at its cue. kind and count are compared on the
// matched ones. Gold that is marked as doubtful is neither missed nor needed.
//
// drifts: a found drift matches a gold one when it stands in the same copy,
// its kind is kindred (expect.Kindred), and its words before or after share
// half of the shorter side's words with the gold's. precision is the found
// ones that match any; trap_hits are found drifts whose two sides are the
// words of one entry of the gold's list of what is no drift.
//
// golden: the stories of testdata: expectations met, by sort, and the
// descents' F1 over all of them.
//
// stories: the B-cubed F1 of what the stories command makes of ECB+, all in one
// pile, against its sub-topics.
//
// # Corpora of attributions
//
// With -attribution it runs the quotes command on documents in which people
// marked who says what, and scores that instead; each half keeps the other's
// rows of the file of scores. PolNeAR (Newell and others 2018) is English news,
// the German one is of Wikinews (Petersen-Frey and Biemann 2024).
//
// content, cue, source: the words of the text that stand in any span of that
// role, of the gold and of the findings, each word once. exact and overlap
// compare whole attributions' roles: a found one is right, a gold one recalled,
// when the other side has one of the same words, or one that shares a word.
// For the German corpus content is the quotation, of all five types.
//
// direct: quotations inside quotation marks with the right source (scoreDirect,
// rightSource). media: credits to other media and agencies, told by the head of
// the source by a rule of this folder (mediaRule), which is asked of gold and
// findings alike. media_outlet: whether we take these sources, and only these,
// for outlets. agency: articles that are an
// agency's, and whether the report's credits say so (scoreWires). speaker: who
// says the German quotations (scoreSpeakers).
//
// Reading order: main.go, trace.go, gold.go, then one file a measure; for the
// corpora corpora.go, corpus.go, quotes.go, sheet.go, then the measures
// roles.go, direct.go, media.go, wires.go, misses.go, speed.go; for the stories of
// a corpus stories.go.
package main
