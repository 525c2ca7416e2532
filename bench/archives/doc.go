// Command archives measures how fast web archives are read, and in how much
// memory.
//
//	go run ./bench/archives make -pages 20000 FILE   # writes a compressed WARC
//	go run ./bench/archives read FILE                # reads it, and says how fast
//	bench/archives/compare.py                        # the same beside warcio and fastwarc
//	bench/archives/peers.sh                          # opens a kept archive in these and in jwarc
//
// The pages are made up from a list of words, each some 30 kB of markup
// with an article in it and pictures' addresses, a request before each and a
// picture after every fourth, since that is what crawlers keep: the pages compress
// to two fifths. The same seed gives the same bytes.
//
// All readers do the same work: every record is told apart, and of each answer
// the head is read and the body, dechunked and decoded, is taken whole. Speed is
// megabytes (10^6) of the compressed file by wall time; the programs run in
// turn, so that what else the machine does falls on all of them; beside it stands
// the speed by processor time.
//
// compare.py installs its peers by name from PyPI into a folder of its own, and
// says so and ends with 3 where that cannot be reached. peers.sh opens an archive
// as "stemma fetch" writes it in both, and in jwarc from Maven Central: it sets
// STEMMA_PEERS to the python of such a folder and STEMMA_JWARC to the jar, without
// which the tests TestPeers… are skipped.
package main
