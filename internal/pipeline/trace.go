package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"stemma"
	"stemma/internal/align"
	"stemma/internal/claim"
	"stemma/internal/ingest"
	"stemma/internal/quote"
	"stemma/internal/reuse"
	"stemma/internal/segment"
)

// Trace is the main job: it reads the inputs (files, folders, "-") and gives
// all that was found about them. The error is an input that does not exist
// (*ingest.MissingError) or a context that is done; whatever else goes wrong
// with an input is a row of the ledger.
func (p *Pipeline) Trace(ctx context.Context, inputs []string) (*stemma.Dossier, error) {
	read, err := p.drafts(ctx, inputs)
	if err != nil {
		return nil, err
	}
	return p.trace(ctx, read)
}

// TraceCaptures is Trace for what is already read; ledger holds the rows of
// inputs that were not.
func (p *Pipeline) TraceCaptures(ctx context.Context, captures []stemma.Capture,
	ledger []stemma.LedgerRow) (*stemma.Dossier, error) {
	return p.trace(ctx, p.whole(captures, ledger))
}

func (p *Pipeline) trace(ctx context.Context, read received) (*stemma.Dossier, error) {
	words := p.desk.vocabulary()
	heard, err := p.heard(ctx, read, reader{
		read: (*quote.Reader).Read, keep: p.desk != nil, spare: &sync.Pool{}, ahead: aheadBy(words, p.oneStory),
	})
	if err != nil {
		return nil, err
	}
	d := heard.d
	d.Schema = stemma.DossierSchema
	told := newTelling(p, heard)
	told.vocabulary = words
	ahead := told.lookAhead()
	p.join(heard)
	said := newRuling(p.o.Corrections, d, told.spoken.main.names)
	said.credit(told.texts)
	names := newNamer()
	names.sources(d)
	told.credit()
	if err := ahead(); err != nil {
		return nil, err
	}
	if err := guard(func() error { said.find(told); return nil }); err != nil {
		return nil, fmt.Errorf("pipeline: corrections: %w", err)
	}
	hand := &handing{
		told:  func(s *stemma.Story) error { return p.told(d, s) },
		whole: p.told == nil || len(p.o.Corrections) > 0, names: names, order: orderOf(d.Reports),
	}
	p.desk.lend(hand)
	if err := p.eachStory(ctx, told, said, hand); err != nil {
		return nil, err
	}
	p.desk.takeBack(hand)
	d.Stories = orEmpty(hand.held)
	said.close()
	if p.told == nil {
		return d, nil
	}
	for i := range d.Stories {
		if err := p.told(d, &d.Stories[i]); err != nil {
			return nil, err
		}
	}
	d.Stories = []stemma.Story{}
	return d, nil
}

// eachStory hands over the stories of each group of reports: those that were made before
// of the same, and the others made anew.
func (p *Pipeline) eachStory(ctx context.Context, told *telling, said *ruling, hand *handing) error {
	before := newRecaller(p)
	before.credit(told.d.Speakers)
	groups := told.groups
	if groups == nil {
		groups = told.grouped(said)
	}
	hand.expect(len(groups))
	picked, keys := make([]material, len(groups)), make([]string, len(groups))
	known := make([]bool, len(groups))
	if err := p.each(ctx, "stories", before.size(groups), func(i int) {
		picked[i] = told.pick(groups[i], said)
		var stories []stemma.Story
		if keys[i], stories, known[i] = before.recall(&picked[i]); known[i] {
			picked[i] = material{}
			hand.over(i, handful{keys[i], stories, true})
		}
	}); err != nil {
		return err
	}
	anew, reports := []int{}, []int{}
	for i, group := range groups {
		if known[i] {
			continue
		}
		anew = append(anew, i)
		if largeShare*len(group) >= len(told.texts) {
			reports = append(reports, group...)
		}
	}
	if err := p.each(ctx, "claims", len(reports), func(n int) {
		_ = guard(func() error { told.statements(reports[n]); return nil }) // it comes up again with the story
	}); err != nil {
		return err
	}
	err := p.each(ctx, "stories", len(anew), func(n int) {
		i := anew[n]
		m := picked[i]
		if picked[i] = (material{}); m.texts == nil {
			m = told.pick(groups[i], said)
		}
		m.index, m.before, m.alone = told.people.Of(m.texts, m.attributions), before, len(anew) == 1
		var stories []stemma.Story
		fault := guard(func() error {
			told.cut(groups[i])
			for _, report := range groups[i] {
				m.statements = append(m.statements, told.statements(report)...)
			}
			stories = judging{p}.stories(m)
			return nil
		})
		if fault != nil {
			stories = judging{p}.untold(m, fault)
		} else {
			before.keep(keys[i], stories)
		}
		told.release(groups[i])
		hand.over(i, handful{keys[i], stories, false})
	})
	return cmp.Or(err, hand.err)
}

// largeShare is the part of the reports, as one over a number, from which on the statements of
// a story are made on all cores before it is told: else the cores tell other stories beside it,
// whose statements are made and let go with them.
const largeShare = 8

// owners is the number of reports up to which all that share a run of words are
// compared with each other. Of more, each is compared with the earliest that
// have the run, and with those it shares a rarer one with: its exemplar is among
// them, and a wire text in a thousand papers does not make half a million pairs.
const owners = 64

// Quotes reads the inputs and gives who is credited with what, without
// looking for stories.
func (p *Pipeline) Quotes(ctx context.Context, inputs []string) (*stemma.Dossier, error) {
	read, err := p.drafts(ctx, inputs)
	if err != nil {
		return nil, err
	}
	heard, err := p.quoted(ctx, read, reader{read: (*quote.Reader).ReadAll, alone: true, spare: &sync.Pool{}})
	if err != nil {
		return nil, err
	}
	d := heard.d
	d.Schema = stemma.QuotesSchema
	newNamer().sources(d)
	return d, nil
}

// Read reads the inputs and no more: for a case, which keeps them. The errors are
// those of [Pipeline.Trace].
func (p *Pipeline) Read(ctx context.Context, inputs []string) ([]stemma.Capture, []stemma.LedgerRow, error) {
	return ingest.Read(ctx, inputs, p.reading())
}

// reading is how the inputs are read.
func (p *Pipeline) reading() ingest.Options {
	return ingest.Options{MaxBytes: p.o.MaxBytes, Stdin: p.o.Stdin, Jobs: p.o.Jobs, Fields: p.o.Fields}
}

// reader is how reports are read for attributions.
type reader struct {
	// read finds all of them, or only those that tell something, on which
	// origins rest.
	read func(*quote.Reader, *stemma.Text) quote.Reading
	// keep says that what was read lies on the desk afterwards. Without it the
	// sentences and tokens, which are many times as large as the text, go report by
	// report, and a story that needs them has its texts cut again.
	keep bool
	// words says that the sentences and tokens lie there, too, until the story is told.
	words bool
	// alone says that no stage follows that rests on a language.
	alone bool
	spare *sync.Pool // texts that have been read, for their memory
	// ahead works out what is asked of a report's words later; nil where nothing is.
	ahead func(t *stemma.Text, main *tongue) ahead
}

// ahead is what is asked of a report's words once all are heard: it is worked out while they
// are there.
type ahead struct {
	places string      // for the search for passages
	sheet  claim.Sheet // of the words that tell its story
}

// aheadBy works that out, by a vocabulary; of one story nobody asks which words tell it.
func aheadBy(words *claim.Vocabulary, oneStory bool) func(t *stemma.Text, main *tongue) ahead {
	return func(t *stemma.Text, main *tongue) ahead {
		later := ahead{places: reuse.Places(t)}
		if !oneStory {
			later.sheet = words.Sheet(main.claims.Words(t))
		}
		return later
	}
}

// heardPile is a pile of which each report was read by itself.
type heardPile struct {
	d        *stemma.Dossier
	texts    []*stemma.Text
	readings []quote.Reading
	ahead    []ahead // unless it lies on the desk
	spoken   speech
}

// heard does what concerns one report at a time.
func (p *Pipeline) heard(ctx context.Context, read received, r reader) (*heardPile, error) {
	d := &stemma.Dossier{Ledger: orEmpty(slices.Clone(read.ledger))}
	if err := p.reports(ctx, d, read); err != nil {
		return nil, err
	}
	spoken := p.tongues.speech(d.Reports, !r.alone)
	r.words = r.keep && p.desk.unread(d.Reports) <= mostWords
	texts, readings := make([]*stemma.Text, len(d.Reports)), make([]quote.Reading, len(d.Reports))
	failed, later := make([]error, len(d.Reports)), make([]ahead, len(d.Reports))
	if err := p.each(ctx, "quotes", len(texts), func(i int) {
		failed[i] = guard(func() error {
			texts[i], readings[i], later[i] = p.text(&d.Reports[i], spoken, r)
			return nil
		})
	}); err != nil {
		return nil, err
	}
	h := &heardPile{d, texts, readings, later, spoken}
	h.dropFailed(failed)
	return h, nil
}

// quoted does that, and joins the speakers of all.
func (p *Pipeline) quoted(ctx context.Context, read received, r reader) (*heardPile, error) {
	h, err := p.heard(ctx, read, r)
	if err == nil {
		p.join(h)
	}
	return h, err
}

// join joins the speakers of all reports.
func (p *Pipeline) join(h *heardPile) {
	attributions, speakers := p.desk.pool(h.d.Reports).joined(func() ([]stemma.Attribution, []stemma.Speaker) {
		return h.spoken.main.quotes.JoinKnown(h.texts, h.readings, p.desk.known(len(h.texts)))
	})
	h.d.Attributions, h.d.Speakers = orEmpty(attributions), orEmpty(speakers)
}

// text reads one report, or takes what was read of it before.
func (p *Pipeline) text(report *stemma.Report, spoken speech, r reader) (*stemma.Text, quote.Reading, ahead) {
	in := spoken.by[report.ID]
	if p.desk == nil || !r.keep {
		reading, later := r.text(report, in, spoken.main)
		return &stemma.Text{Report: report}, reading, later
	}
	known := p.desk.recall(report, in)
	if known == nil || known.main != spoken.main {
		known = hear(p, report, in, spoken.main, r)
	}
	text, reading := known.of(report)
	return text, reading, ahead{}
}

// text reads one report.
func (r reader) text(report *stemma.Report, in, main *tongue) (reading quote.Reading, later ahead) {
	t := r.cut(report, in)
	reading = r.read(in.quotes, t)
	if r.ahead != nil {
		later = r.ahead(t, main)
	}
	r.done(t)
	return reading, later
}

// cut cuts a report into words, for as long as it takes to read it.
func (r reader) cut(report *stemma.Report, in *tongue) *stemma.Text {
	t, ok := r.spare.Get().(*stemma.Text)
	if !ok {
		t = &stemma.Text{}
	}
	segment.SplitInto(t, report, in.pack)
	return t
}

func (r reader) done(t *stemma.Text) {
	t.Report = nil
	r.spare.Put(t)
}

// dropFailed takes the reports that could not be read for attributions out of
// the dossier; their rows of the ledger say why.
func (h *heardPile) dropFailed(failed []error) {
	if !slices.ContainsFunc(failed, func(err error) bool { return err != nil }) {
		return
	}
	d, why := h.d, map[stemma.Maybe]error{}
	reports := make([]stemma.Report, 0, len(d.Reports))
	for i, err := range failed {
		if err != nil {
			why[stemma.Maybe(d.Reports[i].ID)] = err
			continue
		}
		n := len(reports)
		reports = append(reports, d.Reports[i])
		h.texts[n], h.readings[n], h.ahead[n] = h.texts[i], h.readings[i], h.ahead[i]
		h.texts[n].Report = &reports[n]
	}
	d.Reports = reports
	for i, row := range d.Ledger {
		if err := why[row.Report]; err != nil && row.Report != "" {
			d.Ledger[i] = failedRow(row.Input, err)
		}
	}
	h.texts, h.readings, h.ahead = h.texts[:len(reports)], h.readings[:len(reports)], h.ahead[:len(reports)]
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// attributionsOf gives those of each report. They mostly stand together, and then they
// are not copied.
func attributionsOf(all []stemma.Attribution) map[string][]stemma.Attribution {
	by := map[string][]stemma.Attribution{}
	for first := 0; first < len(all); {
		last, report := first+1, all[first].Report
		for last < len(all) && all[last].Report == report {
			last++
		}
		if run := all[first:last:last]; by[report] == nil {
			by[report] = run
		} else {
			by[report] = append(by[report], run...)
		}
		first = last
	}
	return by
}

// material is all that belongs to one story.
type material struct {
	texts        []*stemma.Text
	statements   []stemma.Statement
	aligned      *align.Story // set when the statements are joined
	reuse        []stemma.Reuse
	attributions []stemma.Attribution
	index        *stemma.Index
	spoken       speech
	said         *ruling
	before       *recaller // nil without a memory
	alone        bool      // no other story is made beside it
	beside       *comparer // nil until the reports are compared
}

// Stories groups the reports of a corpus by story, however many they are: the
// text of a report is let go once its words are counted. A report with the
// content of another one stands beside it. The errors are those of
// [Pipeline.Trace], and of [Room].
func (p *Pipeline) Stories(ctx context.Context, inputs []string) (*stemma.StoryList, error) {
	reading := p.reading()
	reading.KeepDuplicates = true
	main := p.tongues.of(unnamed)
	s := &sorting{
		Pipeline: p, main: main, outlets: &outletKeys{names: main.names},
		pile: main.claims.NewPile(0), batch: newBatch(),
		reuse: reuse.NewSearch(reuse.Options{
			Jobs: p.o.Jobs, Memory: p.o.Room.Memory, Space: p.o.Room.Space,
		}),
	}
	defer s.reuse.Close()
	read, ledger, err := ingest.Make(ctx, inputs, reading, s.read)
	s.add(s.batch)
	if err == nil {
		err = cmp.Or(s.full, p.sound())
	}
	if err != nil {
		return nil, err
	}
	s.order(read)
	return s.list(ctx, ledger)
}
