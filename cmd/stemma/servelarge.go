package main

import (
	"context"
	"runtime/debug"
	"time"

	"stemma/internal/web"
)

// largeCase is from how many reports on a case is large. Of a smaller one all is at hand, so
// that a correction is tried in a fraction of a second; 300 reports of news come to some 200 MB.
const largeCase = 300

// resting is how long what a correction, or a file of the whole case, needed of a large case
// stays at hand.
const resting = time.Minute

// isLarge says whether a case that has a mark is large.
func (v *served) isLarge(mark string) bool { return capturesIn(mark) > v.large }

// findLarge shows a large case from its shelf; the lock is held. What is there may lack
// reports that came since, which are found meanwhile, but no correction.
func (v *served) findLarge(ctx context.Context, mark string) error {
	if err := v.failed.lately(mark); err != nil {
		return err
	}
	shelf, found, err := v.openShelf(ctx)
	if err != nil {
		return err
	}
	if shelf == nil || correctionsIn(found) != correctionsIn(mark) {
		if err = v.shelveAnew(ctx); err == nil {
			shelf, found, err = v.shelved(ctx)
		}
		if ctx.Err() == nil {
			v.failed = failure{err, mark, time.Now()}
		}
	}
	if v.turn++; err == nil {
		v.last, v.d, v.state = shelf, nil, found
	}
	return err
}

// failure is why a large case was not found anew when it had a mark; nil where it was.
type failure struct {
	err  error
	mark string
	at   time.Time
}

// failureLasts is how long who asks is told why a case could not be found, before that is tried
// again: each try takes seconds, and two hundred readers wait for each other's.
const failureLasts = 5 * time.Second

// lately gives the reason where it is still to be told of a case with that mark.
func (f *failure) lately(mark string) error {
	if f.mark != mark || time.Since(f.at) > failureLasts {
		return nil
	}
	return f.err
}

// shelved gives what was just put on the shelf.
func (v *served) shelved(ctx context.Context) (*web.Shelf, string, error) {
	shelf, mark, err := v.openShelf(ctx)
	if err == nil && shelf == nil {
		err = errReplaced
	}
	return shelf, mark, err
}

// shelveAnew finds a large case anew and puts it on the shelf: by another process, or where
// a correction was just tried by this one, which has most of it at hand. One does at a time;
// what another one has just found is not found again.
func (v *served) shelveAnew(ctx context.Context) error {
	alone := v.shelving.TryLock()
	if !alone {
		v.shelving.Lock()
	}
	defer v.shelving.Unlock()
	now, err := v.Mark(ctx)
	if err != nil {
		return err
	}
	if !alone || v.shelvedAs == now { // else nobody here can have found it
		if _, found, err := v.openShelf(ctx); err != nil || found == now {
			return err
		}
	}
	if v.finder != nil && !v.awake() {
		err = v.finder()
	} else {
		err = v.shelveHere(ctx, now)
	}
	if err == nil {
		v.shelvedAs = now
	}
	return err
}

// shelveHere lets this process find the case and put it on the shelf.
func (v *served) shelveHere(ctx context.Context, mark string) error {
	defer v.restLater()
	d, err := v.trace(ctx)
	if err != nil {
		return err
	}
	return v.shelve(ctx, d, mark)
}

// restLater lets go what is at hand of a large case, when nobody has asked for it for a
// while.
func (v *served) restLater() {
	mark, err := v.Mark(context.Background())
	if err != nil || !v.isLarge(mark) {
		return
	}
	v.resting.Lock()
	defer v.resting.Unlock()
	if v.rested != nil {
		v.rested.Stop()
	}
	v.rested = time.AfterFunc(resting, v.letGo)
}

// letGo lets go what is at hand.
func (v *served) letGo() {
	v.rest()
	v.mu.Lock()
	v.recent = remembered{}
	v.mu.Unlock()
	debug.FreeOSMemory()
}
