package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"reflect"
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
	Room        Room // of the search for passages in an archive
	// Memory, if set, has what was made before of the same.
	Memory Memory
	// Progress, if set, is called as work gets on: stage by name, how many of
	// its items are done, and of how many, 0 where that is not known. It may be
	// called from several goroutines.
	Progress func(stage string, done, total int)
	// Joined, if set, is called with the clauses of each story and who is
	// credited in it. It may be called from several goroutines.
	Joined func(*align.Story, *stemma.Index)
	// Weighed, if set, is called with the pairs of reports that were weighed
	// as descents in a story. It may be called from several goroutines.
	Weighed func([]derive.Candidate)
}

// Reading is the stage of [Options].Progress in which inputs are read.
const Reading = "reading"

// Pipeline holds all stages. It is safe for concurrent use.
type Pipeline struct {
	o       Options
	extract extractor
	packs   []*language.Pack
	tongues *tongues
	say     *say.Writer
	desk    *desk // nil without a memory

	oneStory bool                                       // the pile is one story
	told     func(*stemma.Dossier, *stemma.Story) error // see HandingOver
}

// extractor makes a report of a capture.
type extractor interface {
	Extract(stemma.Capture) (stemma.Report, error)
	Draft(stemma.Capture) extract.Draft
	Finish(stemma.Capture, extract.Draft) (stemma.Report, error)
	Prose(text, title string) ([]stemma.Segment, error)
	Language(text string) string
	Languages(a, b string) (x, y string)
}

// New readies the stages. The error is one of the embedded language data.
func New(o Options) (*Pipeline, error) {
	packs, err := language.All()
	if err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	return with(o, packs)
}

// with is New with these tables.
func with(o Options, packs []*language.Pack) (*Pipeline, error) {
	writer, err := say.New(packs[0])
	if err != nil {
		return nil, fmt.Errorf("pipeline: %w", err)
	}
	o.Jobs = max(1, o.Jobs)
	if o.Progress == nil {
		o.Progress = func(string, int, int) {}
	}
	p := &Pipeline{o: o, extract: extract.New(packs...), say: writer, packs: packs}
	if err := p.sound(); err != nil {
		return nil, err
	}
	p.ready(saidNames(o.Corrections))
	return p, nil
}

// ready readies what depends on how things are called.
func (p *Pipeline) ready(said name.Said) {
	p.tongues = &tongues{
		packs: p.packs, aliases: p.o.Aliases.With(said), vectors: vector.Open(), ready: map[string]*tongue{},
	}
	if p.o.Memory != nil {
		p.desk = newDesk()
	}
}

// Corrected is the pipeline for the same pile with other corrections; what it has
// read is not read again, unless the corrections concern names.
func (p *Pipeline) Corrected(all []stemma.Correction) *Pipeline {
	other := *p
	other.o.Corrections = all
	if said := saidNames(all); !reflect.DeepEqual(said, saidNames(p.o.Corrections)) {
		other.ready(said)
	}
	return &other
}

// Reading is the pipeline that reads in for the input "-".
func (p *Pipeline) Reading(in io.Reader) *Pipeline {
	other := *p
	other.o.Stdin = in
	return &other
}

// each calls do for every index below n, on as many goroutines as there are
// jobs, until the context is done. Results belong into a slot of their own. A
// panic of do ends the work, and becomes an error that names the stage; so does a table of
// a language that was first read there and is malformed.
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
	return cmp.Or(context.Cause(ctx), p.sound())
}

// sound is nil, or says which of the tables that were read so far is malformed: what was
// found without it is not to be relied on.
func (p *Pipeline) sound() error {
	if err := language.Err(p.packs); err != nil {
		return fmt.Errorf("pipeline: %w", err)
	}
	return nil
}
