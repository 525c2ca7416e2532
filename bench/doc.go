// Command bench measures the search for reuse: its speed, its growth, its
// peers and its quality, in one table.
//
//	go run ./bench -shared ../shared            # as make bench-reuse does
//	go run ./bench -n 1 -only quality           # one part of it
//	go run ./bench -long                        # AllSides grown to 1 GB, a million reports in an index
//
// What is timed is timed in one run, in turn: one round of everything, then
// the next; a figure is the median of its rounds. So what else the machine
// does falls on all figures alike, and their ratios hold where the figures do
// not. A corpus or a peer that is not there is skipped with a line that says
// so. The same seeds give the same corpora in every run. Nothing is kept: the
// grown corpora live in a temporary folder.
//
// # What is measured
//
// all pairs: a process of its own reads JSON Lines and writes JSON Lines, start
// and exit included; speed is megabytes (10^6) of article text by wall time.
// It is the stemma binary where that has the command reuse, else this command
// as its own child, which drives the packages in the same way. The limit is
// reuse.Scanner.Scan over the same texts in memory with the same number of
// cores; the search beside it runs in this process too.
//
// growth: Reuters in rotated copies. Copy k replaces every word by the one
// that stands a step further in the vocabulary of words of the same length,
// one step for each length and copy, and figures likewise. A copy is so a
// corpus of the same sizes, frequencies and inner reuse which shares next to
// nothing with the other copies: work and results of k copies are k times
// those of one, and a slope above 1 is the search's own. (Equal or turned
// copies would share all, so that pairs alone would grow with the square.)
// AllSides with each story told twice: half of the articles, and for each a
// rewrite, which keeps one sentence in three, with one word in ten replaced,
// and rotates the others; then both again in rotated copies. So does an archive
// grow, by new stories. (Ever more rewrites of the same articles would share
// ever more: of twice as many, three times the passages are found, and the
// slope would be that of what is found.) The slope is
// that of a straight line through the logarithms of bytes and seconds. Peak
// memory is the largest resident set (VmHWM) of the child.
//
// peers: of rensa, datasketch and the stand-in for passim the work alone
// counts, without interpreter, imports and the start of Spark; of ours all.
//
// index: rotated copies of Reuters in an index, 100,000 reports or, with -long,
// a million; then rewrites of a thousand of its reports, one after the other in
// this process on an index that is opened anew each round, all of them by lines
// to a process that answers each (index query --live), and some by a process of
// its own each, as a shell does. Processor time stands beside it, since on a
// busy machine most of a high percentile is waiting. A round's figure is the 99th
// percentile. What a process that does nothing takes stands beside it: the
// start of the program, which the index has no part in.
//
// asked: all AllSides articles in an index, and 600 of them asked about. Pairs that must be found
// are counted apart, by distinct runs of 8 words that both hold of their article text, those aside
// that are masthead of an outlet in its own pairs. "peers/peer_tantivy.py --ask 600" asks its peer as often.
//
// story: traces of one made-up report and ever more rewrites of it, and of its
// rewrites: most sentences are kept, half of the words that the list knows are
// replaced, four sentences are the paper's own, and two in five name the paper
// that they follow. What counts is the growth of the processor time;
// with -long there are 5,000 of them.
//
// shared paragraph: one made-up paragraph at the end of every tenth report. A
// pair that shares no run of 8 words may get lost: which of its hashes are kept
// depends on the words that now follow.
//
// recall: the oracle counts, for all pairs, the distinct 5-grams of words (the
// scanner's) that both hold. In pairs of one outlet it leaves out grams that
// are masthead of the outlet, by the rule of package reuse (at least 4
// reports, and half of the outlet's, or 3 in a hundred where it has 20 or
// more), though counted on all reports, copies too; a pair of which half of
// what it shares is masthead is left out. A pair is found when any passage is.
// A miss may be under the guarantee: 20 grams may lie in runs of less than 8
// words, as chatter does in long transcripts.
//
// planted: the words of each report in random order, so that nothing is
// shared, then passages of 8 to 200 words put into two reports each, each
// between two words that stand nowhere else, two in three edited in one of the
// two (a word in twelve replaced, one in twenty-five dropped), and all with
// other marks between the words in each report. A found passage
// is right when at least half of it, on both sides, lies in a passage that was
// planted in these two. An unedited one must be found with exactly its
// offsets. Every passage must begin and end on words.
//
// cross-outlet: pairs of two outlets with a passage that share over a fifth of
// the distinct 8-word shingles of the text that has fewer. Some outlets go by
// several names that nobody knows to be one.
//
// Reading order: main.go, round.go, then one file a measure.
package main
