package pipeline

import (
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/derive"
	"stemma/internal/extract"
	"stemma/internal/ingest"
	"stemma/internal/language"
	"stemma/internal/name"
	"stemma/internal/say"
	"stemma/internal/vector"
)

// Options says how a pile is worked through.
type Options struct {
	Jobs     int            // reports read at once; at least 1
	MaxBytes int64          // per input; 0 is the default of package ingest
	Stdin    io.Reader      // for the input "-"
	Fields   []ingest.Field // names in the user's records
	Aliases  *name.Aliases  // outlets' names that the user adds; nil for none
	// Corrections are what the user says of the pile.
	Corrections []stemma.Correction
	// Memory, if set, has reports that were read before from the same bytes.
	Memory Memory
	// Progress, if set, is called as work gets on: stage by name, and how many
	// of its items are done. It may be called from several goroutines.
	Progress func(stage string, done, total int)
	// Joined, if set, is called with the clauses of each story and who is
	// credited in it. It may be called from several goroutines.
	Joined func(*align.Story, *stemma.Index)
	// Weighed, if set, is called with the pairs of reports that were weighed
	// as descents in a story. It may be called from several goroutines.
	Weighed func([]derive.Candidate)
}

// Memory keeps reports from run to run, by a digest of the capture that they were
// made of. It is asked by several goroutines at once.
type Memory interface {
	Recall(capture string) (stemma.Report, bool)
	Remember(capture string, r stemma.Report)
}

// Pipeline holds all stages. It is safe for concurrent use.
type Pipeline struct {
	o       Options
	extract extractor
	tongues *tongues
	say     *say.Writer

	oneStory bool // the pile is one story
}

// extractor makes a report of a capture.
type extractor interface {
	Extract(stemma.Capture) (stemma.Report, error)
	Prose(text, title string) ([]stemma.Segment, error)
	Language(text string) string
}

// New readies the stages. The error is one of the embedded language data.
func New(o Options) (*Pipeline, error) {
	packs, err := language.All()
	if err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	writer, err := say.New(packs[0])
	if err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	o.Jobs = max(1, o.Jobs)
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	aliases := o.Aliases.With(saidNames(o.Corrections))
	return &Pipeline{
		o: o, extract: extract.New(packs...), say: writer,
		tongues: &tongues{packs: packs, aliases: aliases, vectors: vector.Open(), ready: map[string]*tongue{}},
	}, nil
}

// each calls do for every index below n, on as many goroutines as there are
// jobs, until the context is done. Results belong into a slot of their own. A
// panic of do ends the work, and becomes an error that names the stage.
func (p *Pipeline) each(ctx context.Context, stage string, n int, do func(i int)) error {
	var next, done atomic.Int64
	var wait sync.WaitGroup
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	for range min(p.o.Jobs, n) {
		wait.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := guard(func() error { do(i); return nil }); err != nil {
					stop(fmt.Errorf("pipeline: %s: %w", stage, err))
					return
				}
				p.o.Progress(stage, int(done.Add(1)), n)
			}
		})
	}
	wait.Wait()
	return context.Cause(ctx)
}
