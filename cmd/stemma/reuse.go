package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/pipeline"
	"stemma/internal/render"
	"stemma/internal/reuse"
	"stemma/internal/scratch"
)

type reuseCmd struct {
	Inputs   []string `arg:"" name:"input" help:"Files, archives, folders, or - for stdin."`
	JSON     string   `placeholder:"FILE" default:"-" help:"Write the passages as JSON Lines (default: -, stdout)."`
	Clusters string   `name:"clusters" placeholder:"FILE" help:"${clusters}"`
	MinWords int      `name:"min-words" placeholder:"N" help:"${min_words}"`
	Memory   size     `name:"memory" placeholder:"SIZE" default:"2G" help:"${memory}"`
	Tmp      string   `placeholder:"DIR" help:"Folder for what memory does not hold (default: the system's)."`
	Jobs     int      `placeholder:"N" help:"Cores to use (default: all). The result is the same with any number."`
	MaxBytes size     `name:"max-bytes" placeholder:"SIZE" help:"${max_bytes_passages}"`
	fieldFlags
	Force   bool `help:"Write over files that Stemma did not write (never over an input)."`
	Quiet   bool `short:"q" help:"No progress and no warnings on stderr."`
	NoColor bool `name:"no-color" hidden:"" help:"Taken for uniformity; nothing here is coloured."`
}

const (
	// leastMemory is what a search needs to be worth its spilling.
	leastMemory = 128 << 20
	// programBytes is what the program itself takes: its code and word lists
	// (22 MB resident for "stemma version"), stacks and buffers for reading.
	programBytes = 40 << 20
)

func (r *reuseCmd) Help() string {
	return `Every passage that any two reports of a corpus share, of eight words or more,
as JSON Lines ordered by report and offset:

  {"a":{"report","start","end"},"b":{…},"kind":"verbatim|near|reworded","identity"}

Offsets are bytes of the record's text. A passage that more than 1024 reports
share pairs each of them with the earliest six. What an outlet repeats in its
own reports (mastheads, sign-offs) is not reuse.

  stemma reuse corpus.jsonl > passages.jsonl
  stemma reuse archive/ --memory 1G --tmp /var/tmp --clusters groups.jsonl`
}

// Validate refuses what cannot work.
func (r *reuseCmd) Validate() error {
	if r.Memory < leastMemory {
		return fmt.Errorf("--memory: at least 128M is needed")
	}
	return nil
}

func (r *reuseCmd) Run(ctx context.Context, s streams) error {
	if err := safe(r.Inputs, r.Force, s, target{"--json", r.JSON}, target{"--clusters", r.Clusters}); err != nil {
		return err
	}
	room, err := scratch.New(r.Tmp)
	if err != nil {
		return err
	}
	defer room.Close()
	defer r.boundMemory()()
	progress, done := newProgress(s.err, r.Quiet)
	defer done()
	jobs := r.Jobs
	if jobs <= 0 {
		jobs = runtime.NumCPU()
	}
	var ledger []stemma.LedgerRow
	var groups []reuse.Passage
	var docs []reuse.Doc
	read := 0
	rooms := sync.Pool{New: func() any { return new([]byte) }} // for lines that wait for their turn
	err = deliver(r.JSON, s, func(w io.Writer) error {
		ledger, read, err = pipeline.Reuse(ctx, r.Inputs, pipeline.CorpusOptions{
			Jobs: jobs, MaxBytes: int64(r.MaxBytes), Fields: r.fields(), Stdin: s.in, MinWords: r.MinWords,
			Memory: int64(r.Memory) - programBytes, Space: room, Progress: progress,
		}, func(f reuse.Found) func() error {
			room := rooms.Get().(*[]byte)
			*room = appendPassages((*room)[:0], f.Passages, func(rank uint32) reuse.Doc { return f.Docs[rank] })
			return func() error {
				if r.Clusters != "" {
					groups, docs = append(groups, f.Passages...), f.Docs
				}
				_, err := w.Write(*room)
				rooms.Put(room)
				return err
			}
		})
		return err
	})
	if err != nil {
		return err
	}
	done()
	if err := r.writeClusters(s, groups, docs); err != nil {
		return err
	}
	c := common{Quiet: r.Quiet}
	c.warnUnread(ledger, s)
	return unread(ledger, read)
}

// boundMemory makes the collector keep to --memory, and be lazy below it; it
// gives what sets it back.
func (r *reuseCmd) boundMemory() func() { return lazily(int64(r.Memory) - programBytes) }

// passageBytes is about how long a line is.
const passageBytes = 160

// appendPassages adds the lines of passages to others.
func appendPassages(lines []byte, passages []reuse.Passage, doc func(rank uint32) reuse.Doc) []byte {
	lines = slices.Grow(lines, passageBytes*len(passages))
	for i := range passages {
		p := &passages[i]
		lines = render.AppendPassage(lines,
			render.Stretch{Report: doc(p.A).Name, Start: int(p.A0), End: int(p.A1)},
			render.Stretch{Report: doc(p.B).Name, Start: int(p.B0), End: int(p.B1)},
			p.Kind(), p.Identity())
	}
	return lines
}

func (r *reuseCmd) writeClusters(s streams, passages []reuse.Passage, docs []reuse.Doc) error {
	return deliver(r.Clusters, s, func(w io.Writer) error {
		lines := render.NewPassageLines(w)
		for _, c := range reuse.Clusters(passages) {
			stretches := make([]render.Stretch, len(c))
			for i, x := range c {
				stretches[i] = render.Stretch{Report: docs[x.Doc].Name, Start: int(x.Start), End: int(x.End)}
			}
			lines.Cluster(stretches)
		}
		return lines.Flush()
	})
}
