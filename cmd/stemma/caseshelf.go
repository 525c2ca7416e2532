package main

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"stemma"
	"stemma/internal/web"
)

// shelfStage is what a case keeps for a server's pages: see [web.Shelve].
const shelfStage = "shelf"

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
