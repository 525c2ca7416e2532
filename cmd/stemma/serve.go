package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"stemma"
	"stemma/internal/correct"
	"stemma/internal/render"
	"stemma/internal/store"
	"stemma/internal/web"
)

type serveCmd struct {
	caseFlag
	Listen string `default:"127.0.0.1:8765" placeholder:"ADDRESS" help:"Where to listen; others need a token."`
	Story  bool   `name:"story" help:"The case is one story: it is not told apart."`
	aliasFlag
	Jobs int `placeholder:"N" help:"Reports read at once (default: one a core)."`
}

func (c *serveCmd) Help() string {
	return `Shows a case in a browser, and to programs below /api. Corrections are made
where the finding stands; what one would change is shown before it is kept.

  stemma serve --case story.case`
}

// arrival is how long a request, and what it asks for, may take to arrive.
const arrival = 10 * time.Second

func (c *serveCmd) Run(ctx context.Context, s streams) error {
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return exit{exitUsage, fmt.Errorf("--listen: %w", err)}
	}
	guard, address := web.Guard{}, "http://"+listener.Addr().String()+"/"
	if at, ok := listener.Addr().(*net.TCPAddr); !ok || !at.IP.IsLoopback() {
		guard.Token = rand.Text()
		address += "?token=" + guard.Token
	}
	handler, err := web.New(filepath.Base(c.Case), c.served(kept, s), web.Renderers{
		Page: render.Page, Drawing: render.SVG, Answer: render.Answer,
		JSON: func(w io.Writer, d *stemma.Dossier) error { return render.JSON(w, d) },
	}, guard)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s is at %s\n", printable(c.Case), address)
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	return serve(ctx, listener, handler)
}

// serve answers until the context is done, then ends what is under way.
func serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{Handler: handler, ReadHeaderTimeout: arrival, ReadTimeout: arrival}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		last, stop := context.WithTimeout(context.Background(), arrival)
		defer stop()
		return server.Shutdown(last)
	}
}

// served is a case as the pages see it.
type served struct {
	*caseTracer

	mu   sync.Mutex
	last *stemma.Dossier // what was found since the last correction
	// tried is what was found with the correction that was tried last: most are
	// kept then, and need not be traced twice.
	tried *stemma.Dossier
}

func (c *serveCmd) served(kept store.Case, s streams) *served {
	own := &common{Jobs: c.Jobs, Quiet: true}
	return &served{caseTracer: &caseTracer{Case: kept, common: own, aliases: &c.aliasFlag, s: s, oneStory: c.Story}}
}

// Dossier gives what is found in the case.
func (v *served) Dossier(ctx context.Context) (*stemma.Dossier, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.last == nil {
		d, err := v.trace(ctx)
		if err != nil {
			return nil, err
		}
		v.last = d
	}
	return v.last, nil
}

// Try gives what would be found with one more correction.
func (v *served) Try(ctx context.Context, line, by string) (*stemma.Dossier, error) {
	line, err := oneCorrection(line)
	if err != nil {
		return nil, &web.LineError{Err: err}
	}
	captures, err := v.Captures(ctx)
	if err != nil {
		return nil, err
	}
	said, err := corrections(ctx, v.Case)
	if err != nil {
		return nil, err
	}
	more, err := correct.Parse("correction", "by: "+signature(by)+", "+time.Now().UTC().Format(time.DateOnly)+"\n"+line)
	if err != nil {
		return nil, &web.LineError{Err: err}
	}
	version, err := programDigest()
	if err != nil {
		return nil, err
	}
	d, err := v.anew(ctx, version, captures, append(said, more...))
	v.mu.Lock()
	defer v.mu.Unlock()
	v.tried = d
	return d, err
}

// Correct keeps a correction.
func (v *served) Correct(ctx context.Context, line, by string) error {
	line, err := oneCorrection(line)
	if err != nil {
		return &web.LineError{Err: err}
	}
	_, err = v.Case.Correct(ctx, line, signature(by), time.Now())
	v.forget()
	if err != nil {
		return err
	}
	return v.takeTried(ctx)
}

// takeTried takes what was tried for what is found, where reports and corrections
// are the same but for the number of the last correction.
func (v *served) takeTried(ctx context.Context) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	d := v.tried
	v.tried = nil
	captures, err := v.Captures(ctx)
	if err != nil || d == nil {
		return err
	}
	said, err := corrections(ctx, v.Case)
	if err != nil || !sameSaid(said, d.Corrections) || !sameReports(captures, d.Ledger) {
		return err
	}
	// A page may still be made of what was tried: it stays as it is.
	numbered := *d
	numbered.Corrections = slices.Clone(d.Corrections)
	for i := range said {
		numbered.Corrections[i].Line = said[i].Line
	}
	v.last = &numbered
	return v.keep(ctx, captures, said, v.last)
}

// sameSaid says whether two lists of corrections say the same.
func sameSaid(a, b []stemma.Correction) bool {
	return slices.EqualFunc(a, b, func(x, y stemma.Correction) bool {
		return x.Text == y.Text && x.By == y.By && x.On == y.On && x.ID == y.ID
	})
}

// sameReports says whether a dossier was made of these captures.
func sameReports(captures []stemma.Capture, ledger []stemma.LedgerRow) bool {
	inputs := map[string]bool{}
	for _, row := range ledger {
		inputs[row.Input] = true
	}
	return len(captures) == len(ledger) && !slices.ContainsFunc(captures, func(c stemma.Capture) bool {
		return !inputs[c.Input]
	})
}

// Undo withdraws a correction.
func (v *served) Undo(ctx context.Context, number int) error {
	err := v.Withdraw(ctx, int64(number), time.Now())
	v.forget()
	if errors.Is(err, store.ErrUnknown) {
		return &web.LineError{Err: err}
	}
	return err
}

func (v *served) forget() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.last = nil
}

// signature is a name as a line of corrections can hold it.
func signature(by string) string { return oneLine(strings.ReplaceAll(by, ",", " ")) }
