package pipeline

import (
	"stemma"
	"stemma/internal/claim"
)

// telling is what the reports of a pile tell. Statements are made when they are
// asked for: a story that was made before needs none.
type telling struct {
	p        *Pipeline
	d        *stemma.Dossier
	texts    []*stemma.Text
	spoken   speech
	index    *stemma.Index
	byReport map[string][]stemma.Attribution
	made     [][]stemma.Statement // by text; nil: not yet
}

func newTelling(p *Pipeline, d *stemma.Dossier, texts []*stemma.Text, spoken speech) *telling {
	return &telling{
		p: p, d: d, texts: texts, spoken: spoken, byReport: attributionsOf(d.Attributions),
		index: stemma.NewIndex(texts, d.Attributions, d.Speakers), made: make([][]stemma.Statement, len(texts)),
	}
}

// statements are those of a report. They may be asked for on several goroutines,
// for several reports.
func (t *telling) statements(i int) []stemma.Statement {
	if t.made[i] != nil {
		return t.made[i]
	}
	text := t.texts[i]
	credited, in := t.byReport[text.Report.ID], t.spoken.of(text)
	known := t.p.desk.recall(text.Report, in)
	if known == nil {
		t.made[i] = orEmpty(in.claims.Statements(text, credited))
		return t.made[i]
	}
	t.made[i] = known.statementsOf(creditsOf(credited), func() []stemma.Statement {
		return orEmpty(in.claims.Statements(text, credited))
	})
	return t.made[i]
}

// statementsOf gives the statements that were made with the same credits, or makes
// them.
func (x *seen) statementsOf(credits string, make func() []stemma.Statement) []stemma.Statement {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.statements == nil || x.credits != credits {
		x.statements, x.credits = make(), credits
	}
	return x.statements
}

// pick takes what belongs to the reports of a story, but the statements.
func (t *telling) pick(group claim.Group, said *ruling) material {
	m := material{index: t.index, said: said}
	inside := map[string]bool{}
	for _, i := range group {
		id := t.texts[i].Report.ID
		m.texts = append(m.texts, t.texts[i])
		m.attributions = append(m.attributions, t.byReport[id]...)
		inside[id] = true
	}
	m.spoken = t.spoken.among(m.texts)
	for _, r := range t.d.Reuse {
		if inside[r.A.Report] && inside[r.B.Report] {
			m.reuse = append(m.reuse, r)
		}
	}
	return m
}
