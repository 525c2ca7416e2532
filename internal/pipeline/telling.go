package pipeline

import (
	"slices"
	"sync"

	"stemma"
	"stemma/internal/claim"
	"stemma/internal/reuse"
	"stemma/internal/segment"
)

// telling is what the reports of a pile tell. Statements are made when they are
// asked for: a story that was made before needs none.
type telling struct {
	p        *Pipeline
	d        *stemma.Dossier
	texts    []*stemma.Text
	spoken   speech
	people   *stemma.Index // of the speakers only
	byReport map[string][]stemma.Attribution
	made     [][]stemma.Statement // by text; nil: not yet
	groups   []claim.Group        // which tell one story; nil: not yet
	shared   map[string][]int32   // by the first of two reports: the passages, by their places

	ahead      []ahead // of each report, until it is asked for; with a memory it lies on the desk
	vocabulary *claim.Vocabulary
	spare      sync.Pool // texts of stories that are told, for the room of their words
}

func newTelling(p *Pipeline, h *heardPile) *telling {
	return &telling{
		p: p, d: h.d, texts: h.texts, spoken: h.spoken, made: make([][]stemma.Statement, len(h.texts)),
		shared: map[string][]int32{}, ahead: h.ahead,
	}
}

// credit takes who is credited with what, once that is known.
func (t *telling) credit() {
	t.byReport = attributionsOf(t.d.Attributions)
	t.people = stemma.NewIndex(nil, nil, t.d.Speakers)
}

// lookAhead finds the passages that the reports have in common, and where the user says nothing
// which reports tell one story: neither asks who is credited with what. With a memory, which has
// what the reports were read for, it does so on a goroutine of its own, beside who joins the
// speakers of all; without one each of the two is given the memory of the process by itself. What
// it gives waits for the end.
func (t *telling) lookAhead() (wait func() error) {
	outlets := &outletKeys{names: t.spoken.main.names}
	find := func() error {
		return guard(func() error {
			t.share(t.p.desk.pool(t.d.Reports).passages(func() []stemma.Reuse {
				return reuse.Find(t.texts, reuse.Options{Owners: owners, Known: t.passable, Outlet: outlets.of})
			}))
			if len(t.p.o.Corrections) == 0 {
				t.groups = t.grouped(&ruling{})
			}
			return nil
		})
	}
	if t.p.desk == nil {
		return find
	}
	failed := make(chan error, 1)
	go func() { failed <- find() }()
	return func() error { return <-failed }
}

// share takes the passages that the reports have in common.
func (t *telling) share(found []stemma.Reuse) {
	t.d.Reuse = orEmpty(found)
	for i := range found {
		t.shared[found[i].A.Report] = append(t.shared[found[i].A.Report], int32(i))
	}
}

// known is a text as it lies on the desk; nil where there is none.
func (t *telling) known(i int) *seen {
	text := t.texts[i]
	return t.p.desk.recall(text.Report, t.spoken.of(text))
}

// passable is what the search for passages reads of a text that is not cut into words. Without
// a memory it is asked for once, and so is the sheet: what lay ahead then goes.
func (t *telling) passable(i int) *reuse.Known {
	known := t.known(i)
	if known == nil {
		places := t.ahead[i].places
		t.ahead[i].places = ""
		return reuse.NewKnown(places)
	}
	if len(t.texts) > mostAtHand {
		return reuse.NewKnown(known.Places)
	}
	return known.passable()
}

// mostAtHand is up to how many reports what the search for passages has read of them, and
// what tells their stories apart, lies on the desk: some 25 kB of each.
const mostAtHand = 2000

// cut cuts those texts into words that were not needed to be until now.
func (t *telling) cut(group claim.Group) {
	for _, i := range group {
		t.cutText(i)
	}
}

func (t *telling) cutText(i int) {
	text := t.texts[i]
	if text.Tokens != nil {
		return
	}
	if known := t.known(i); known != nil {
		known.cut(text)
		return
	}
	room, ok := t.spare.Get().(*stemma.Text)
	if !ok {
		room = &stemma.Text{}
	}
	segment.SplitInto(room, text.Report, t.spoken.of(text).pack)
	*text = *room
}

// statements are those of a report. They may be asked for on several goroutines,
// for several reports.
func (t *telling) statements(i int) []stemma.Statement {
	if t.made[i] != nil {
		return t.made[i]
	}
	text := t.texts[i]
	credited, in := t.byReport[text.Report.ID], t.spoken.of(text)
	known := t.known(i)
	if known == nil {
		t.cutText(i)
		t.made[i] = orEmpty(in.claims.Statements(text, credited))
		return t.made[i]
	}
	t.made[i] = known.statementsOf(creditsOf(credited), func(whole stemma.Text) []stemma.Statement {
		whole.Report = text.Report
		return orEmpty(in.claims.Statements(&whole, credited))
	})
	return t.made[i]
}

// sheet is what tells a report's story.
func (t *telling) sheet(i int) claim.Sheet {
	switch known := t.known(i); {
	case known == nil:
		sheet := t.ahead[i].sheet
		t.ahead[i].sheet = claim.Sheet{}
		return sheet
	case len(t.texts) <= mostAtHand:
		return known.sheetOf(t.vocabulary)
	default:
		return t.vocabulary.Sheet(known.Words)
	}
}

// statementsOf gives the statements that were made with the same credits, or makes
// them of the text.
func (x *seen) statementsOf(credits string, make func(stemma.Text) []stemma.Statement) []stemma.Statement {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.statements == nil || x.credits != credits {
		x.statements, x.credits = make(*x.whole()), credits
	}
	return x.statements
}

// pick takes what belongs to the reports of a story, but the statements and the index.
func (t *telling) pick(group claim.Group, said *ruling) material {
	m := material{said: said}
	inside := make(map[string]bool, len(group))
	for _, i := range group {
		id := t.texts[i].Report.ID
		m.texts = append(m.texts, t.texts[i])
		if inside[id] = true; m.attributions == nil { // of most stories it is the only report
			m.attributions = slices.Clip(t.byReport[id])
		} else {
			m.attributions = append(m.attributions, t.byReport[id]...)
		}
	}
	m.spoken = t.spoken.among(m.texts)
	m.reuse = t.passages(inside)
	return m
}

// passages are those that some reports share among them, in order.
func (t *telling) passages(inside map[string]bool) []stemma.Reuse {
	if len(inside) == len(t.texts) {
		return t.d.Reuse
	}
	var places []int32
	for report := range inside {
		for _, at := range t.shared[report] {
			if inside[t.d.Reuse[at].B.Report] {
				places = append(places, at)
			}
		}
	}
	slices.Sort(places)
	var found []stemma.Reuse
	for _, at := range places {
		found = append(found, t.d.Reuse[at])
	}
	return found
}

// largeStory is from how many reports on what was read for a story stays on the desk.
const largeStory = 32

// release lets go what was read for a story that is told. With a memory the words and the
// statements of a large story are kept on the desk; those of a small one are soon made
// again, and a case has thousands of these.
func (t *telling) release(group claim.Group) {
	for _, i := range group {
		t.made[i] = nil
		switch known := t.known(i); {
		case known == nil:
			text := t.texts[i]
			t.spare.Put(&stemma.Text{Tokens: text.Tokens, Sentences: text.Sentences})
			text.Tokens, text.Sentences = nil, nil
		case len(group) < largeStory:
			known.release()
		}
	}
}
