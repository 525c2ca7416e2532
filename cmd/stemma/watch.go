package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"

	"stemma"
	"stemma/internal/store"
)

type watchCmd struct {
	Addresses []string `arg:"" name:"address" help:"Addresses of feeds or pages, or files that list such."`
	caseFlag
	Save    string        `required:"" placeholder:"FILE" help:"Web archive (.warc.gz) to keep all in."`
	Every   time.Duration `default:"15m" placeholder:"TIME" help:"Time between two looks, 1s at least (default: 15m)."`
	Once    bool          `help:"Look once, and end."`
	To      string        `placeholder:"FILE" help:"Append what changed to this file, not to stdout."`
	Webhook string        `placeholder:"URL" help:"Send what changed there too, as JSON."`
	Story   bool          `name:"story" help:"The case is one story: it is not told apart."`
	fetchManners
	Quiet bool `short:"q" help:"No progress and no warnings on stderr."`
}

func (w *watchCmd) Help() string {
	return `Looks at feeds again and again, adds what is new to a case, traces it, and says
when the origins behind the main claim of a story are others than before: a line
of JSON for each.

  stemma watch https://star.example/rss --case story.case --save story.warc.gz`
}

// news is that a main claim stands on other origins.
type news struct {
	Case      string `json:"case"`
	Story     string `json:"story"`
	Title     string `json:"title"`
	Claim     string `json:"claim"`
	Statement string `json:"statement"`
	Before    *count `json:"before"` // null: the story is new
	After     count  `json:"after"`
}

// count is how many origins are behind a main claim, and how many reports tell it.
type count struct {
	Min     int `json:"min"`
	Max     int `json:"max"`
	Reports int `json:"reports"`
}

// leastEvery keeps a slip from asking hosts without a pause.
const leastEvery = time.Second

// Validate is asked before anything is done.
func (w *watchCmd) Validate() error {
	if w.Every < leastEvery {
		return fmt.Errorf("--every: %v is less than %v", w.Every, leastEvery)
	}
	return nil
}

func (w *watchCmd) Run(ctx context.Context, s streams) error {
	held := append([]string{w.Case, w.Save}, w.Addresses...)
	if err := safe(held, true, s, target{"--to", w.To}); err != nil { // forced: it only appends
		return err
	}
	kept, err := w.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	for {
		missed, err := w.look(ctx, kept, s)
		if err != nil {
			return err
		}
		if w.Once && missed != "" {
			return exit{exitUnread, errors.New(missed)}
		}
		if w.Once {
			return nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(w.Every):
		}
	}
}

// look fetches what is new, traces the case, and tells what changed; missed says what
// did not go as it should, and is tried again at the next look.
func (w *watchCmd) look(ctx context.Context, kept store.Case, s streams) (missed string, err error) {
	all, err := w.fetch(ctx, s)
	if err != nil {
		return "", err
	}
	if !all {
		missed = "not every address could be read"
	}
	if _, err := os.Stat(w.Save); !all && errors.Is(err, fs.ErrNotExist) {
		return missed, nil // nothing was ever fetched
	}
	sent, err := w.retrace(ctx, kept, s)
	if !sent && missed == "" {
		missed = "the webhook did not take what changed; it is sent again at the next look"
	}
	return missed, err
}

// retrace adds what was fetched to the case and traces it; sent says that the webhook
// took what changed. What is told is noted afterwards, so that it is rather told twice
// than never.
func (w *watchCmd) retrace(ctx context.Context, kept store.Case, s streams) (sent bool, err error) {
	own := &common{Quiet: w.Quiet}
	p, done, err := own.pipeline(s)
	if err != nil {
		return false, err
	}
	captures, _, err := p.Read(ctx, []string{w.Save})
	done()
	if err != nil {
		return false, err
	}
	if _, err := kept.Add(ctx, captures, time.Now()); err != nil {
		return false, err
	}
	tracer := &caseTracer{Case: kept, common: own, aliases: &aliasFlag{}, s: s, oneStory: w.Story}
	d, err := tracer.trace(ctx)
	if err != nil {
		return false, err
	}
	return w.report(ctx, kept, d, s)
}

// report tells what a trace changed, and notes what was told.
func (w *watchCmd) report(ctx context.Context, kept store.Case, d *stemma.Dossier, s streams) (sent bool, err error) {
	before, lines, err := lastLook(ctx, kept)
	if err != nil {
		return false, err
	}
	after := map[string]count{}
	for _, n := range w.changes(d, before, after) {
		line, err := w.tell(n, s)
		if err != nil {
			return false, err
		}
		lines = append(lines, line)
	}
	lines = w.send(ctx, lines, s)
	data, err := json.Marshal(after)
	if err != nil {
		return false, err
	}
	noted := map[string][]byte{"counts": data, "unsent": bytes.Join(lines, nil)}
	return len(lines) == 0, kept.Keep(ctx, watchStage, watchVersion, noted)
}

// fetch gets what the addresses have. That one of them did not answer is said, and
// is no reason to stop.
func (w *watchCmd) fetch(ctx context.Context, s streams) (all bool, err error) {
	f := &fetchCmd{Addresses: w.Addresses, Save: w.Save, MaxPages: 1000, fetchManners: w.fetchManners, Quiet: w.Quiet}
	out := s.err
	if w.Quiet {
		out = io.Discard
	}
	err = f.Run(ctx, streams{in: s.in, out: out, err: s.err})
	var e exit
	if errors.As(err, &e) && e.code == exitUnread {
		return false, nil
	}
	return err == nil, err
}

// watchStage is where the counts of the last look are kept, and the lines that the
// webhook did not take.
const (
	watchStage   = "watch"
	watchVersion = "1"
)

// lastLook gives, by story, what the last look saw, and what is still to be sent.
func lastLook(ctx context.Context, kept store.Case) (before map[string]count, unsent [][]byte, err error) {
	found, err := kept.Results(ctx, watchStage, watchVersion)
	before = map[string]count{}
	if err == nil && found["counts"] != nil {
		err = json.Unmarshal(found["counts"], &before)
	}
	return before, slices.Collect(bytes.Lines(found["unsent"])), err
}

// changes gives the stories of two reports and more whose main claim stands on
// others than before, and notes what each stands on.
func (w *watchCmd) changes(d *stemma.Dossier, before, after map[string]count) []news {
	var all []news
	for i := range d.Stories {
		story := &d.Stories[i]
		main := d.Main(story)
		if main == nil || len(main.Reports) < 2 {
			continue
		}
		c := main.Claim
		n := news{
			Case: store.Name(w.Case), Story: story.ID, Title: story.Title, Claim: c.ID, Statement: c.Statement,
			After: count{c.Origins.Min, c.Origins.Max, len(c.Tellers())},
		}
		after[story.ID] = n.After
		was, known := before[story.ID]
		if known {
			n.Before = &was
		}
		if !known || was.Min != n.After.Min || was.Max != n.After.Max {
			all = append(all, n)
		}
	}
	return all
}

// tell says what changed, where it is to be said, and gives the line.
func (w *watchCmd) tell(n news, s streams) ([]byte, error) {
	line, err := json.Marshal(n)
	if err != nil {
		return nil, err
	}
	line = append(line, '\n')
	if w.To == "" {
		_, err = s.out.Write(line)
		return line, err
	}
	f, err := os.OpenFile(w.To, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, fmt.Errorf("--to: %w", err)
	}
	_, err = f.Write(line)
	return line, errors.Join(err, f.Close())
}
