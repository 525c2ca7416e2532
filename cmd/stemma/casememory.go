package main

import (
	"context"
	"errors"
	"sync"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/freeze"
	"stemma/internal/pipeline"
	"stemma/internal/store"
)

// Stages are what is kept of a trace.
const (
	reportStage = "report"
	heardStage  = "heard"
	groupStage  = "group"
	storyStage  = "story"
)

// recentTraces is for how many traces a story that is not asked for stays at hand: a
// correction that is undone, or tried again with other words, finds its story made.
const recentTraces = 16

// spareGroups is how many times as many groupings as stories a case keeps: they
// are not asked for while the story stands, but when a descent of it is corrected.
const spareGroups = 4

// caseMemory has what traces of a case made: at hand, and kept in the case.
type caseMemory struct {
	version string

	texts *freeze.Texts // of the reports that were asked for, among which all else is frozen

	mu      sync.Mutex
	traces  int
	reports layer[stemma.Report]
	heard   layer[pipeline.Heard]
	groups  layer[[]claim.Group]
	stories layer[[]stemma.Story]
}

// layer is what one stage made, by key.
type layer[T any] struct {
	texts  *freeze.Texts     // among which it is frozen
	frozen map[string][]byte // as the case had it, until it is asked for
	ready  map[string]T
	used   map[string]int  // in which trace it was asked for last
	kept   map[string]bool // the case has it
}

func newCaseMemory(ctx context.Context, kept store.Case, version string) (*caseMemory, error) {
	all, err := keptOf(ctx, kept, version, reportStage, heardStage, groupStage, storyStage)
	if err != nil {
		return nil, err
	}
	texts := freeze.NewTexts()
	return &caseMemory{
		version: version, texts: texts,
		// A report is thawed before its text is among the others.
		reports: newLayer[stemma.Report](all[reportStage], freeze.NewTexts()),
		heard:   newLayer[pipeline.Heard](all[heardStage], texts),
		groups:  newLayer[[]claim.Group](all[groupStage], texts),
		stories: newLayer[[]stemma.Story](all[storyStage], texts),
	}, nil
}

// keptOf reads what the case has of some stages, all at once.
func keptOf(
	ctx context.Context, kept store.Case, version string, stages ...string,
) (map[string]map[string][]byte, error) {
	made, failed := make([]map[string][]byte, len(stages)), make([]error, len(stages))
	var wait sync.WaitGroup
	for i, stage := range stages {
		wait.Go(func() { made[i], failed[i] = kept.Results(ctx, stage, version) })
	}
	wait.Wait()
	all := map[string]map[string][]byte{}
	for i, stage := range stages {
		all[stage] = made[i]
	}
	return all, errors.Join(failed...)
}

func newLayer[T any](frozen map[string][]byte, texts *freeze.Texts) layer[T] {
	l := layer[T]{texts: texts, frozen: frozen, ready: map[string]T{}, used: map[string]int{}, kept: map[string]bool{}}
	for key := range frozen {
		l.kept[key] = true
	}
	return l
}

// begin begins a trace.
func (m *caseMemory) begin() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.traces++
	m.stories.forget(m.traces - recentTraces)
	m.groups.forget(m.traces - recentTraces)
	// Reports stay: their captures' data are let go.
	m.heard.forget(m.traces - recentTraces)
}

func (m *caseMemory) Report(key string) (stemma.Report, bool) {
	r, known := recall(m, &m.reports, key)
	if known {
		m.texts.Put(r.ID, r.Text)
	}
	return r, known
}

func (m *caseMemory) Heard(key string) (pipeline.Heard, bool) { return recall(m, &m.heard, key) }

func (m *caseMemory) KeepHeard(key string, h pipeline.Heard) { remember(m, &m.heard, key, h) }

func (m *caseMemory) Stories(key string) ([]stemma.Story, bool) { return recall(m, &m.stories, key) }

func (m *caseMemory) KeepReport(key string, r stemma.Report) {
	remember(m, &m.reports, key, r)
	m.texts.Put(r.ID, r.Text)
}

func (m *caseMemory) KeepStories(key string, all []stemma.Story) { remember(m, &m.stories, key, all) }

func (m *caseMemory) Groups(key string) ([]claim.Group, bool) { return recall(m, &m.groups, key) }

func (m *caseMemory) KeepGroups(key string, groups []claim.Group) {
	remember(m, &m.groups, key, groups)
}

// flush keeps in the case what was made in the last trace, and takes out what it did
// not ask for.
func (m *caseMemory) flush(ctx context.Context, kept store.Case) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := flush(ctx, kept, reportStage, m, &m.reports); err != nil {
		return err
	}
	if err := flush(ctx, kept, heardStage, m, &m.heard); err != nil {
		return err
	}
	if err := flush(ctx, kept, storyStage, m, &m.stories); err != nil {
		return err
	}
	if len(m.groups.kept) <= spareGroups*len(m.stories.kept) {
		for key := range m.groups.kept {
			m.groups.used[key] = m.traces
		}
	}
	return flush(ctx, kept, groupStage, m, &m.groups)
}

func recall[T any](m *caseMemory, l *layer[T], key string) (made T, known bool) {
	m.mu.Lock()
	made, known = l.ready[key]
	frozen := l.frozen[key]
	m.mu.Unlock()
	if !known {
		if frozen == nil || freeze.ThawAmong(frozen, l.texts, &made) != nil {
			return made, false
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(l.frozen, key)
	l.ready[key], l.used[key] = made, m.traces
	return made, true
}

func remember[T any](m *caseMemory, l *layer[T], key string, made T) {
	m.mu.Lock()
	defer m.mu.Unlock()
	l.ready[key], l.used[key] = made, m.traces
	l.kept[key] = false
}

func flush[T any](ctx context.Context, kept store.Case, stage string, m *caseMemory, l *layer[T]) error {
	changed := map[string][]byte{}
	for key, is := range l.kept {
		switch asked := l.used[key] == m.traces; {
		case asked && !is:
			changed[key] = freeze.AppendAmong(nil, l.texts, l.ready[key])
		case is && !asked:
			changed[key] = nil
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if err := kept.Keep(ctx, stage, m.version, changed); err != nil {
		return err
	}
	for key, data := range changed {
		l.kept[key] = data != nil
	}
	return nil
}

// forget lets go what no trace since that one has asked for.
func (l *layer[T]) forget(trace int) {
	for key, last := range l.used {
		if last < trace {
			delete(l.ready, key)
			delete(l.used, key)
			delete(l.kept, key)
		}
	}
}
