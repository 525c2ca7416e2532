// Package pipeline is the order of all stages, on one page: [Pipeline.Trace].
//
// What concerns one report (extract, segment, quote, statements) runs on
// several reports at once and is put back in order, so that the number of jobs
// never shows in the result. Reports are ordered by date, then by id, before
// anything compares them; so the order of the inputs never shows either.
//
// Reading order: pipeline.go (who works here), trace.go (the way of the data),
// reports.go, story.go, stories.go, pairs.go; of corpora: articles.go, corpus.go.
package pipeline
