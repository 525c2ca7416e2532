package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
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
		all, err := w.look(ctx, kept, s)
		if err != nil {
			return err
		}
		if w.Once && !all {
			return exit{exitUnread, errors.New("not every address could be read")}
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

// look fetches what is new, traces the case, and tells what changed; all says that
// every address answered.
func (w *watchCmd) look(ctx context.Context, kept store.Case, s streams) (all bool, err error) {
	if all, err = w.fetch(ctx, s); err != nil {
		return false, err
	}
	if _, err := os.Stat(w.Save); !all && errors.Is(err, fs.ErrNotExist) {
		return false, nil // nothing was ever fetched
	}
	return all, w.retrace(ctx, kept, s)
}

// retrace adds what was fetched to the case and traces it. What is told is noted
// afterwards, so that it is rather told twice than never.
func (w *watchCmd) retrace(ctx context.Context, kept store.Case, s streams) error {
	own := &common{Quiet: w.Quiet}
	p, done, err := own.pipeline(s)
	if err != nil {
		return err
	}
	captures, _, err := p.Read(ctx, []string{w.Save})
	done()
	if err != nil {
		return err
	}
	if _, err := kept.Add(ctx, captures, time.Now()); err != nil {
		return err
	}
	tracer := &caseTracer{Case: kept, common: own, aliases: &aliasFlag{}, s: s, oneStory: w.Story}
	d, err := tracer.trace(ctx)
	if err != nil {
		return err
	}
	before, err := lastCounts(ctx, kept)
	if err != nil {
		return err
	}
	after := map[string]count{}
	for _, n := range w.changes(d, before, after) {
		if err := w.tell(ctx, n, s); err != nil {
			return err
		}
	}
	data, err := json.Marshal(after)
	if err != nil {
		return err
	}
	return kept.Keep(ctx, watchStage, watchVersion, map[string][]byte{"counts": data})
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

// watchStage is where the counts of the last look are kept.
const (
	watchStage   = "watch"
	watchVersion = "1"
)

// lastCounts gives, by story, what the last look saw.
func lastCounts(ctx context.Context, kept store.Case) (map[string]count, error) {
	found, err := kept.Results(ctx, watchStage, watchVersion)
	before := map[string]count{}
	if err == nil && found["counts"] != nil {
		err = json.Unmarshal(found["counts"], &before)
	}
	return before, err
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
			After: count{c.Origins.Min, c.Origins.Max, len(main.Reports)},
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

// tell says what changed, where it is to be said.
func (w *watchCmd) tell(ctx context.Context, n news, s streams) error {
	line, err := json.Marshal(n)
	if err != nil {
		return err
	}
	line = append(line, '\n')
	if w.Webhook != "" {
		if err := send(ctx, w.Webhook, line); err != nil && !w.Quiet {
			fmt.Fprintf(s.err, "stemma: --webhook: %v\n", err)
		}
	}
	if w.To == "" {
		_, err = s.out.Write(line)
		return err
	}
	f, err := os.OpenFile(w.To, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("--to: %w", err)
	}
	_, err = f.Write(line)
	return errors.Join(err, f.Close())
}

// send gives a line to whoever wants to know.
func send(ctx context.Context, address string, line []byte) error {
	ctx, stop := context.WithTimeout(ctx, arrival)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(line))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	if answer.StatusCode >= http.StatusBadRequest {
		err = errors.New(answer.Status)
	}
	return errors.Join(err, answer.Body.Close())
}
