package pipeline

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/assess"
	"stemma/internal/claim"
	"stemma/internal/collate"
	"stemma/internal/derive"
)

// judging gives stories their claims, stemmata, origins and drifts.
type judging struct{ *Pipeline }

// stories does what concerns reports that are taken for one story. Where no
// claim holds them together they are several after all: the events of one town
// share its names.
func (p judging) stories(m material) []stemma.Story {
	var groups []claim.Group
	if m.alone && m.before == nil && len(m.texts) > 1 && len(m.texts) <= fewReports {
		m.beside = m.comparer()
		together(func() { groups = m.join() }, m.beside.read)
	} else {
		groups = m.join()
	}
	if p.oneStory {
		return []stemma.Story{p.story(m, groups)}
	}
	parts := split(m, groups)
	if len(parts) == 1 {
		return []stemma.Story{p.story(m, groups)}
	}
	var found []stemma.Story
	for _, part := range parts {
		found = append(found, p.story(part, part.join()))
	}
	return found
}

// untold is a story of which nothing is told but who its witnesses are: the program could not cope with it.
func (p judging) untold(m material, fault error) []stemma.Story {
	found := stemma.Story{
		Stemma: derive.Unjoined(m.texts), Origins: []stemma.Origin{}, Claims: []stemma.Claim{},
		Drifts: []stemma.Drift{}, Fault: fault.Error(),
		Warnings: []stemma.Warning{{
			Kind:   stemma.UnknownLineage,
			Saying: stemma.Say("warning.untold", stemma.Args{"n": len(m.texts), "fault": fault.Error()}),
		}},
	}
	found.Title = title(m.texts, found.Stemma)
	p.say.Story(&found)
	return []stemma.Story{found}
}

// join aligns the statements and gives the groups that are claims.
func (m *material) join() []claim.Group {
	m.aligned = m.spoken.main.aligner.Story(m.texts, m.statements, m.index)
	return m.before.claims(m, func() []claim.Group {
		return claim.JoinTied(m.aligned, m.index, m.said.claimTies(m.statements))
	})
}

// story does what concerns one story: claims, loci, stemma, judgement.
func (p judging) story(m material, groups []claim.Group) stemma.Story {
	if p.o.Joined == nil && p.o.Weighed == nil { // who else asks for what was worked out may keep it
		defer m.aligned.Close()
	}
	claims := claimsOf(&m, groups)
	tree := m.spoken.main.deriver.Build(derive.Input{
		Texts: m.texts, Reuse: m.reuse, Attributions: m.attributions, Index: m.index, Aligned: m.aligned,
		Claims:   claims,
		Mentions: m.mentions(), Said: m.said.descents, Weigh: p.o.Weighed != nil,
	})
	if p.o.Joined != nil {
		p.o.Joined(m.aligned, m.index)
	}
	if p.o.Weighed != nil {
		p.o.Weighed(tree.Weighed)
	}
	beside := m.beside
	if beside == nil {
		beside = m.comparer()
	}
	defer beside.done()
	judgement := assess.Begin(assess.Input{
		Names: m.spoken.main.names, Index: m.index, Texts: m.texts, Attributions: m.attributions,
		Stemma: tree.Stemma, Loops: tree.Loops, Claims: claims,
		Shared:  m.shared(),
		Offices: m.spoken.table("offices", m.texts), Ties: m.spoken.table("ties", m.texts),
		Records:  m.spoken.main.pack.Table("records"),
		Hearsay:  m.spoken.main.pack.Table("hearsay"),
		Function: m.spoken.main.pack.Table("function"), Bystanders: m.spoken.main.pack.Table("bystanders"),
		Aligned: m.aligned,
	})
	for _, w := range judgement.Ways() {
		judgement.Add(w, beside.changes(w))
	}
	judged := judgement.Result()
	p.fillLoci(m, tree.Stemma, judged.Claims)
	m.tellPieces(&tree.Stemma)
	found := stemma.Story{
		Title: title(m.texts, tree.Stemma), Stemma: tree.Stemma,
		Origins: judged.Origins, Claims: judged.Claims, Drifts: judged.Drifts, Warnings: judged.Warnings,
	}
	p.say.Story(&found)
	return found
}

// tellPieces says of a credit that leads out of the pile that it means another piece of its
// outlet, where a report of that outlet is here.
func (m material) tellPieces(s *stemma.Stemma) {
	const outside, piece = "evidence.lost-credit", "evidence.lost-piece"
	isHere := map[string]bool{} // by siglum
	for _, w := range s.Witnesses {
		isHere[w.Siglum] = w.Lost && m.has(cmp.Or(w.Publisher, w.Name))
	}
	for i := range s.Descents {
		d := &s.Descents[i]
		if !isHere[d.From] {
			continue
		}
		for k := range d.Evidence {
			if says := &d.Evidence[k].Saying; says.Sentence == outside {
				says.Sentence = piece
			}
		}
	}
}

// has says whether one of the reports is an outlet's.
func (m material) has(outlet string) bool {
	return slices.ContainsFunc(m.texts, func(t *stemma.Text) bool {
		of := string(t.Report.Outlet)
		return of != "" && outlet != "" && m.spoken.main.names.SameOutlet(of, outlet)
	})
}

func (m material) side(st *stemma.Statement) collate.Side {
	return collate.Side{Text: m.index.Text(st.Span.Report), Statement: st}
}

func (p judging) fillLoci(m material, s stemma.Stemma, claims []stemma.Claim) {
	sigla := map[string]string{}
	for _, w := range s.Witnesses {
		sigla[string(w.Report)] = w.Siglum
	}
	for c := range claims {
		var sides []collate.Side
		for i := range claims[c].Statements {
			sides = append(sides, m.side(&claims[c].Statements[i]))
		}
		claims[c].Loci = m.spoken.main.collator.Loci(sides, func(report string) string { return sigla[report] })
	}
}

// title is the title of the story: of its first witness that has one, since
// that is nearest to the origin.
func title(texts []*stemma.Text, s stemma.Stemma) string {
	for _, w := range s.Witnesses {
		i := slices.IndexFunc(texts, func(t *stemma.Text) bool { return t.Report.ID == string(w.Report) })
		if i >= 0 && texts[i].Report.Title != "" {
			return texts[i].Report.Title
		}
	}
	for _, t := range texts {
		for _, x := range t.Sentences {
			return t.Report.Text[x.Start:x.End]
		}
	}
	return "untitled"
}
