package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/web"
)

// shelfStage is what a case keeps for a server's pages: see [web.Shelve].
const shelfStage = "shelf"

// caseFindCmd finds anew what a server shows of a large case. The server runs it, as a
// process of its own: what it takes to find is given back when it ends, whatever that was,
// and the system can prefer who reads.
type caseFindCmd struct {
	caseFlag
	Story bool `name:"story" help:"The case is one story: it is not told apart."`
	aliasFlag
	Jobs int `placeholder:"N" help:"Reports read at once (default: one a core)."`
}

func (c *caseFindCmd) Run(ctx context.Context, s streams) error {
	kept, err := c.openCase()
	if err != nil {
		return err
	}
	defer kept.Close()
	defer tuned(&tuner{heap: keptMemory, least: tracePercent, wide: tracePercent, most: finderGrowth})()
	own := &common{Jobs: c.Jobs, Quiet: true}
	t := &caseTracer{Case: kept, common: own, aliases: &c.aliasFlag, s: s, oneStory: c.Story}
	mark, err := kept.Mark(ctx)
	if err != nil {
		return err
	}
	d, err := t.trace(ctx)
	if err != nil {
		return err
	}
	t.rest()
	return t.shelve(ctx, d, mark)
}

// shelve puts on the shelf of a case what was found when the case had a mark.
func (t *caseTracer) shelve(ctx context.Context, d *stemma.Dossier, mark string) error {
	version, err := t.version()
	if err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.shelver.Shelve(d, mark, pageRenderers(), t.getter(ctx, version), func(things map[string][]byte) error {
		return t.Keep(ctx, shelfStage, version, things)
	})
}

// openShelf gives what lies on the shelf of the case, and the mark that the case had then;
// nil for nothing.
func (t *caseTracer) openShelf(ctx context.Context) (*web.Shelf, string, error) {
	version, err := t.version()
	if err != nil {
		return nil, "", err
	}
	return web.OpenShelf(t.getter(context.WithoutCancel(ctx), version))
}

func (t *caseTracer) getter(ctx context.Context, version string) web.Getter {
	return func(key string) ([]byte, error) { return t.Result(ctx, shelfStage, version, key) }
}

// rest lets go all that is at hand of a case. It is read again when it is asked for.
func (t *caseTracer) rest() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.p, t.memory, t.captures, t.mark, t.shelver = nil, nil, nil, "", web.Shelver{}
}

// awake says whether something is at hand.
func (t *caseTracer) awake() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.p != nil
}

// errReplaced is why nothing is on the shelf where another program has just put it there.
var errReplaced = errors.New("the program was replaced while it served the case; start it anew")

// lowPriority is by how much who finds gives way to who reads.
const lowPriority = 5

// finder gives what runs caseFindCmd as a process of its own. It ends when the context is
// done.
func (c *serveCmd) finder(ctx context.Context) func() error {
	return func() error {
		program, err := os.Executable()
		if err != nil {
			return err
		}
		args := append([]string{program}, c.findArgs()...)
		if nice, err := exec.LookPath("nice"); err == nil {
			args = append([]string{nice, "-n", strconv.Itoa(lowPriority)}, args...)
		}
		var said bytes.Buffer
		command := exec.CommandContext(ctx, args[0], args[1:]...)
		command.Stderr = &said
		if err := command.Run(); err != nil {
			return fmt.Errorf("the case could not be found anew: %s: %w", strings.TrimSpace(said.String()), err)
		}
		return nil
	}
}

// findArgs are the arguments with which the finder finds what this server shows.
func (c *serveCmd) findArgs() []string {
	args := []string{"case", "find", "--case", c.Case}
	if c.Story {
		args = append(args, "--story")
	}
	if c.Aliases != "" {
		args = append(args, "--aliases", c.Aliases)
	}
	if c.Jobs > 0 {
		args = append(args, "--jobs", strconv.Itoa(c.Jobs))
	}
	return args
}

// capturesIn is how many captures a case has that has a mark.
func capturesIn(mark string) int {
	n, _ := strconv.Atoi(capturesOf(mark))
	return n
}

// correctionsIn is the part of a case's mark that tells of corrections.
func correctionsIn(mark string) string {
	_, said, _ := strings.Cut(mark, " ")
	return said
}
