package index

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"stemma/internal/reuse"
)

const (
	// maxOwners is the number of reports up to which all that hold a shingle
	// are candidates; above it the earliest are, by date, then name. Reports
	// that share more with the text are found by other shingles.
	maxOwners = 256
	earliest  = reuse.Earliest
	// maxCandidates bounds how many reports are read for one text: those with
	// the most shingles in common. It bounds the time that a text made of
	// idioms takes. A report beyond it that shares one short run only is not
	// found.
	maxCandidates = 256
	// candidatesPerJob is how many are worth a goroutine: to begin one takes as
	// long as to read and compare two short reports.
	candidatesPerJob = 8
)

// Hit is the passages that a text shares with a report of the index. In each,
// A is the text and B the report.
type Hit struct {
	Report   Report
	Passages []reuse.Passage
}

// Query asks an index. Each goroutine has its own.
type Query struct {
	x        *Index
	minWords int
	jobs     int

	asked   asked
	owners  []ref
	shared  []ref // a report for each shingle that it shares
	found   []candidate
	readers []*reader
}

type candidate struct {
	ref
	shared int
	name   uint32
}

// NewQuery readies a query for passages of at least minWords words, which works
// on so many cores; below 1 is all.
func (x *Index) NewQuery(minWords, jobs int) *Query {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	q := &Query{x: x, minWords: minWords, jobs: jobs}
	q.asked.outlets = make([]uint32, len(x.segments))
	return q
}

// Find gives the passages that a report's text shares with reports of the
// index, but those of its own name, ordered by name. What its outlet repeats in
// its own reports is left out of passages with these. The error names the file
// and the part that is not as it was written.
func (q *Query) Find(r Report) ([]Hit, error) {
	if err := q.asked.set(q.x, r, q.reader(0).matcher.Scanner()); err != nil {
		return nil, err
	}
	if err := q.gather(); err != nil {
		return nil, err
	}
	if err := q.choose(); err != nil {
		return nil, err
	}
	hits, err := q.compareAll()
	if err != nil {
		return nil, err
	}
	hits = slices.DeleteFunc(hits, func(h Hit) bool { return len(h.Passages) == 0 })
	slices.SortFunc(hits, func(x, y Hit) int { return cmp.Compare(x.Report.Name, y.Report.Name) })
	return hits, nil
}

// reader gives the reader of a job.
func (q *Query) reader(job int) *reader {
	for len(q.readers) <= job {
		q.readers = append(q.readers, &reader{x: q.x, matcher: reuse.NewMatcher(q.minWords)})
	}
	return q.readers[job]
}

// compareAll reads the candidates and compares them, several at once where they
// are many.
func (q *Query) compareAll() ([]Hit, error) {
	hits := make([]Hit, len(q.found))
	jobs := max(1, min(q.jobs, len(q.found)/candidatesPerJob))
	errs := make([]error, jobs)
	var next atomic.Int64
	var wait sync.WaitGroup
	for job := range jobs {
		reader := q.reader(job)
		work := func() {
			for i := next.Add(1) - 1; i < int64(len(hits)) && errs[job] == nil; i = next.Add(1) - 1 {
				hits[i], errs[job] = reader.compare(&q.asked, q.found[i].ref)
			}
		}
		if job == jobs-1 {
			work()
			break
		}
		wait.Go(work)
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return hits, nil
}
