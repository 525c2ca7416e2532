// Command load measures the pages of a case under load: many readers ask for pages one
// after the other while another process adds thousands of reports, and the memory of the
// server is looked at meanwhile.
//
//	go run ./bench/load -pile ../shared/data/news/allsides.jsonl.zst
//	go run ./bench/load -pile FILE -before 400 -add 600      # a smaller one
//
//	go run ./bench/load -pile FILE -before 1000 -single 20   # one report more, and no readers
//
// The pile is a file of JSON Lines, as it is or packed by zstd. Its first reports make
// the case; readers warm the server up; then the next ones are added in parts by
// "stemma case add", each a process of its own, as a script at a desk does. The readers go
// on until what was added last is shown, and some seconds longer.
//
// A reader asks again as soon as it is answered, or after -think. It asks for five kinds
// of page in turn: the case, the claims, the stories, claims that have a word, and the
// corrections. All answers are read whole; one that is no page ends the program.
//
// For each stretch of the run it prints how many pages were read, how long they took (half
// of them, 99 of 100, the slowest), and the least, the last and the most resident memory of the
// server (VmRSS, looked at four times a second), and the most of the processes that it
// has started to find a large case anew. Memory is read from /proc, so on Linux only.
// What two cores take for the readers stands in the figures, since all run on one machine.
//
// With -single reports are added one by one by the API, and it is told how long each took
// until the page of the case showed it, by the clock and in processor time of the server and
// of what it has started, beside "stemma trace" of all of them, which is run after every fifth.
package main
