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
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"stemma"
	"stemma/internal/correct"
	"stemma/internal/export"
	"stemma/internal/pipeline"
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
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM)
	defer stop()
	v := c.served(kept, s)
	f := c.newFinder(ctx)
	defer f.end()
	v.finder = f.find
	handler, err := web.New(filepath.Base(store.Name(c.Case)), v, pageRenderers(), guard)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s is at %s\n", printable(store.Name(c.Case)), address)
	defer evenly(serveMemory, servePercent)()
	return serve(ctx, listener, paced(v.finding, handler))
}

// pageRenderers are how pages show what was found.
func pageRenderers() web.Renderers {
	return web.Renderers{
		Page: render.Page, Drawing: render.SVG, Answer: render.Answer, Verdict: render.Verdict,
		Severity: render.Severity,
		JSON:     func(w io.Writer, d *stemma.Dossier) error { return render.JSON(w, d) },
		Tree: func(w io.Writer, d *stemma.Dossier, story, at string, least float64) error {
			return render.Tree(w, d, render.Look{Story: story, At: at, Least: least})
		},
		TreeStyle: render.TreeStyle(),
		Exports:   pageExports(),
	}
}

// pageExports are the formats of stemma export.
func pageExports() []web.Export {
	all := []web.Export{
		{File: "tree.graphml", Media: "application/graphml+xml", Says: "Gephi, yEd, networkx", Write: export.GraphML},
		{File: "tree.dot", Media: "text/vnd.graphviz", Says: "Graphviz, Gephi", Write: render.DOT},
		{File: "tree.svg", Media: "image/svg+xml", Says: "the largest story drawn", Write: render.SVG},
		{File: "tree.png", Media: "image/png", Says: "the same as an image", Write: render.PNG},
		{File: "story.tei.xml", Media: "application/tei+xml", Says: "stemmatologists", Write: export.TEI},
		{File: "prov.json", Media: "application/json", Says: "PROV stores", Write: export.PROV},
		{File: "annotations.json", Media: "application/ld+json", Says: "Web Annotations", Write: export.Annotations},
		{File: "brief.md", Media: "text/markdown", Says: "a page about the largest story", Write: render.Brief},
	}
	for _, t := range export.Tables() {
		all = append(all, web.Export{
			File: t.Name + ".csv", Media: "text/csv; charset=utf-8", Says: "a table for a spreadsheet", Write: t.Write,
		})
	}
	return all
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

// served is a case as the pages see it. Of a case that is not large all is at hand; of a
// large one pages are taken from its shelf, and what is found anew is found by another
// process.
type served struct {
	*caseTracer
	large  int          // from how many reports on the case is large
	finder func() error // finds a large case anew and puts it on the shelf; nil: this process does

	reader func() (*pipeline.Pipeline, error) // of reports that are added

	mu     sync.Mutex
	last   web.Findings
	d      *stemma.Dossier // of which they are; nil where they lie on the shelf
	state  string          // the mark of the case when that was found
	turn   int             // how often it was found or forgotten
	again  bool            // it is being found anew, since somebody else has changed the case
	failed failure
	took   time.Duration // it took to find it anew last
	recent remembered

	shelving  sync.Mutex // held while a large case is found anew
	shelvedAs string     // the mark of the case when it was put on the shelf last, by whom this one asked

	resting sync.Mutex  // for rested, which is set while mu is held, and while it is not
	rested  *time.Timer // when it ends, what is at hand of a large case is let go

	busy    atomic.Int32
	keeping atomic.Bool // what was at hand is being kept in the case
}

// finding says whether something is being found while pages show what was before.
func (v *served) finding() bool { return v.busy.Load() > 0 }

func (c *serveCmd) served(kept store.Case, s streams) *served {
	own := &common{Jobs: c.Jobs, Quiet: true}
	t := &caseTracer{Case: kept, common: own, aliases: &c.aliasFlag, s: s, oneStory: c.Story}
	return &served{caseTracer: t, large: largeCase, reader: sync.OnceValues(func() (*pipeline.Pipeline, error) {
		o, _ := own.options(streams{err: io.Discard})
		return pipeline.New(o)
	})}
}

// Findings gives what is found in the case, for pages. While it is found anew, since
// another process has added reports, they show what was found before.
func (v *served) Findings(ctx context.Context) (web.Findings, error) {
	mark, err := v.Mark(ctx)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.last == nil {
		if err := v.find(ctx, mark); err != nil {
			return nil, err
		}
	}
	if v.state != mark && !v.again {
		v.again = true
		go v.findAgain(mark, v.turn)
	}
	return v.last, nil
}

// Dossier gives all that is found in the case at once. Of a large case that is found for
// who asks.
func (v *served) Dossier(ctx context.Context) (*stemma.Dossier, error) {
	if _, err := v.Findings(ctx); err != nil {
		return nil, err
	}
	v.mu.Lock()
	d := v.d
	v.mu.Unlock()
	if d != nil {
		return d, nil
	}
	defer v.restLater()
	return v.trace(ctx)
}

// find finds anew what is not at hand; the lock is held.
func (v *served) find(ctx context.Context, mark string) error {
	if v.isLarge(mark) {
		return v.findLarge(ctx, mark)
	}
	said, err := corrections(ctx, v.Case)
	if err != nil {
		return err
	}
	d := v.recent.get(mark, said)
	if d != nil {
		v.keepFound()
	} else if d, err = v.traceWith(ctx, said, true); err == nil {
		v.recent.put(mark, said, d)
	}
	if v.turn++; err == nil {
		v.last, v.d, v.state = web.Whole(d, pageRenderers()), d, mark
		if v.turn == 1 {
			go debug.FreeOSMemory() // what it took to find it
		}
	}
	return err
}

// findAgain finds anew while pages show what was found before. Where it cannot, who asks
// next is told why, and not shown findings that the case has outgrown.
func (v *served) findAgain(mark string, turn int) {
	mark = v.settled(mark)
	found, err := v.meanwhile(context.Background(), mark)
	v.mu.Lock()
	defer v.mu.Unlock()
	v.again = false
	switch {
	case v.turn != turn:
	case err != nil:
		v.last, v.failed = nil, failure{err, mark, time.Now()}
	default:
		v.show(found)
	}
}

// foundAgain is what was found while pages showed what was before.
type foundAgain struct {
	web.Findings
	d    *stemma.Dossier
	mark string
	said []stemma.Correction
}

// meanwhile finds anew while pages show what was before.
func (v *served) meanwhile(ctx context.Context, mark string) (f foundAgain, err error) {
	v.busy.Add(1)
	defer v.busy.Add(-1)
	begun := time.Now()
	defer func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		v.took = time.Since(begun)
	}()
	if v.isLarge(mark) {
		if err = v.shelveAnew(ctx); err == nil {
			f.Findings, f.mark, err = v.shelved(ctx)
		}
		return f, err
	}
	f.mark = mark
	if f.said, err = corrections(ctx, v.Case); err != nil {
		return f, err
	}
	if f.d, err = v.traceWith(ctx, f.said, true); err == nil {
		f.Findings = web.Whole(f.d, pageRenderers())
	}
	return f, err
}

// show shows what was found meanwhile; the lock is held.
func (v *served) show(f foundAgain) {
	grown := v.d != nil && f.d == nil
	v.last, v.d, v.state = f.Findings, f.d, f.mark
	switch {
	case f.d != nil:
		v.recent.put(f.mark, f.said, f.d)
		// What it took to find it is not needed until somebody adds again.
		go debug.FreeOSMemory()
	case grown:
		go v.letGo()
	}
}

// Who adds thousands of reports does so in parts: nothing is found anew before none has
// come for settling, but after longestSettling at the latest.
const (
	settling        = 200 * time.Millisecond
	longestSettling = 5 * time.Second
)

// settled waits until a case has the same mark for a while, and gives it. Where finding
// takes longer, so does the waiting: no more than half of the time is spent on it.
func (v *served) settled(mark string) string {
	v.mu.Lock()
	quiet, most := max(settling, min(v.took/8, longestSettling)), max(longestSettling, v.took)
	v.mu.Unlock()
	for range most / quiet {
		time.Sleep(quiet)
		now, err := v.Mark(context.Background())
		if err != nil || now == mark {
			break
		}
		mark = now
	}
	return mark
}

// Try gives what would be found with one more correction.
func (v *served) Try(ctx context.Context, line, by string) (*stemma.Dossier, error) {
	line, err := oneCorrection(line)
	if err != nil {
		return nil, &web.LineError{Err: err}
	}
	said, err := corrections(ctx, v.Case)
	if err != nil {
		return nil, err
	}
	more, err := correct.Parse("correction", "by: "+signature(by)+", "+time.Now().UTC().Format(time.DateOnly)+"\n"+line)
	if err != nil {
		return nil, &web.LineError{Err: err}
	}
	mark, err := v.Mark(ctx)
	if err != nil {
		return nil, err
	}
	defer v.restLater()
	said = append(said, more...)
	d, err := v.traceWith(ctx, said, false)
	if err == nil {
		v.mu.Lock()
		defer v.mu.Unlock()
		v.recent.put(mark, said, d)
	}
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
	return err
}

// Add adds reports, and comes back when all that they change is found.
func (v *served) Add(ctx context.Context, lines io.Reader) (added int, err error) {
	p, err := v.reader()
	if err != nil {
		return 0, err
	}
	captures, ledger, err := p.Reading(lines).Read(ctx, []string{"-"})
	if err != nil {
		return 0, err
	}
	for _, row := range ledger {
		if row.Outcome == stemma.Failed {
			return 0, &web.LineError{Err: errors.New(row.Reason)}
		}
	}
	for i := range captures {
		captures[i].Input = nameOfAdded(&captures[i])
	}
	added, err = v.Case.Add(ctx, captures, time.Now())
	if err != nil || added == 0 {
		return added, err
	}
	return added, v.catchUp(ctx)
}

// catchUp finds anew what was added; until it is found pages show what was before.
func (v *served) catchUp(ctx context.Context) error {
	mark, err := v.Mark(ctx)
	if err != nil {
		return err
	}
	found, err := v.meanwhile(ctx, mark)
	if err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.turn++
	v.show(found)
	return nil
}

// nameOfAdded is the input of a report that came without a file: its address, or what
// its bytes come to.
func nameOfAdded(c *stemma.Capture) string {
	if c.Record != nil && c.Record.URL != "" {
		return c.Record.URL
	}
	return "added-" + c.SHA256[:min(len(c.SHA256), 12)]
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
	v.turn++
	v.last = nil
}

// signature is a name as a line of corrections can hold it.
func signature(by string) string { return oneLine(strings.ReplaceAll(by, ",", " ")) }
