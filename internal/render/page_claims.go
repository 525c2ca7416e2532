package render

import (
	"fmt"

	"stemma"
)

// claimView is a claim with all that is known of it.
type claimView struct {
	Anchor                          string
	ID                              string
	Text, Lang                      string
	Verdict, VerdictKind, Meaning   string
	Interval, Origins               string
	OriginRefs, Carriers, DriftRefs []link
	Unresolved                      int
	MoreCarriers                    int
	Statements                      []statementView
	Loci                            []locusView
	Hands                           []handView
}

// statementView is a statement, with who is credited for it.
type statementView struct {
	Witness link // to the report's text
	Where   link // to the words in it
	Name    string
	Runs    []run
	Lang    string
	Chain   []creditView
	Notes   []string // "headline", "negated", "possible", …
	Values  []string
}

// creditView is one step of a chain of credit.
type creditView struct {
	Source, About, Cue, To string
}

type locusView struct {
	Kind     string
	Readings []readingView
}

type readingView struct {
	Value   string
	Words   []link
	Sigla   []link
	Omitted bool
}

// claimViews describes the claims in the order of their rank. Claims beyond
// the limit are counted, but their statements are marked all the same.
func claimViews(f storyPage, t *texts, order []ranked) (views []claimView, more int) {
	byClaim := map[string][]link{}
	for i, d := range f.severest() {
		if i < maxDriftsFull {
			byClaim[string(d.Claim)] = append(byClaim[string(d.Claim)], link{To: driftAnchor(d),
				Text: severitySign(d.Severity) + " " + driftWords(d)})
		}
	}
	for k, r := range order {
		c := &f.Claims[r.index]
		where := f.markClaim(t, c, r, k+1)
		if k >= maxClaimsFull {
			more++
			continue
		}
		v := claimView{
			Anchor: f.claimAnchor(r.index), ID: clean(c.ID), Text: clean(c.Told()), Verdict: verdictWords(c),
			VerdictKind: verdictClass(c.Verdict), Meaning: upper(verdictSentence(c)),
			Interval: originsInterval(c.Origins),
			Origins:  originsBeside(c), Unresolved: c.Origins.Unresolved, DriftRefs: byClaim[c.ID],
			Hands: hands(f.pile, c.ID),
		}
		shown := r.carriers[:min(len(r.carriers), maxRefs)]
		v.MoreCarriers = len(r.carriers) - len(shown)
		for _, s := range shown {
			v.Carriers = append(v.Carriers, f.witnessLink(s))
		}
		for i := range f.Origins {
			if contains(c.Origins.IDs, f.Origins[i].ID) {
				v.OriginRefs = append(v.OriginRefs, link{To: f.originAnchor(i), Text: clean(f.Origins[i].ID),
					Title: f.says(&f.Origins[i])})
			}
		}
		for i := range c.Statements {
			v.Statements = append(v.Statements, f.statementView(t, &c.Statements[i], where[i]))
		}
		for i := range c.Loci {
			v.Loci = append(v.Loci, f.locusView(t, &c.Loci[i], fmt.Sprintf("%sl%d", v.Anchor, i+1)))
		}
		views = append(views, v)
	}
	return views, more
}

// markClaim marks the statements of a claim, and returns their anchors. A claim that
// the list leaves out is found where it is first said; a note that leads nowhere tells
// which other reports say the same, and nothing where none does.
func (f storyPage) markClaim(t *texts, c *stemma.Claim, r ranked, number int) []string {
	anchor, l, listed := f.claimAnchor(r.index), markLone, number <= maxClaimsFull
	if len(r.carriers) > 1 {
		l = markClaim
	}
	note := &link{Text: clean(c.ID), Title: verdictWords(c), Class: "of-claim"}
	where := make([]string, len(c.Statements))
	for i := range c.Statements {
		switch {
		case listed:
			note.To, where[i] = anchor, statementAnchor(anchor, i)
		case i == 0:
			where[i] = anchor
		}
		if !listed && l == markLone {
			note = nil
		}
		where[i] = t.add(&c.Statements[i].Span, l, where[i], note)
	}
	return where
}

// statementAnchor is where the i-th statement of a claim stands in its report.
func statementAnchor(claim string, i int) string { return fmt.Sprintf("%st%d", claim, i+1) }

func verdictClass(v stemma.Verdict) string {
	switch v {
	case stemma.Corroborated:
		return "v-good"
	case stemma.Contested:
		return "v-bad"
	case stemma.SingleSource, stemma.SingleOrigin:
		return "v-one"
	}
	return "v-none"
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

func (f storyPage) statementView(t *texts, s *stemma.Statement, where string) statementView {
	siglum := f.sigla[s.Span.Report]
	v := statementView{Witness: f.witnessLink(siglum), Where: link{To: where}, Runs: statementRuns(s)}
	if r := f.pile.reports[s.Span.Report]; r != nil {
		v.Name, v.Lang = reportName(r), langTag(r.Language)
	}
	for _, id := range chainOf(f.pile, s) {
		a := f.pile.credits[id]
		source, about := sourceWords(f.pile, a)
		v.Chain = append(v.Chain, creditView{source, about, joinSpans(a.Cue), t.attributions[id]})
	}
	if s.Loose {
		v.Notes = append(v.Notes, "may say something else")
	}
	if s.Headline {
		v.Notes = append(v.Notes, "headline")
	}
	if s.Quoted {
		v.Notes = append(v.Notes, "quotation")
	}
	if s.Polarity == stemma.Negated {
		v.Notes = append(v.Notes, "negated")
	}
	if s.Certainty != "" && s.Certainty != stemma.Certain {
		v.Notes = append(v.Notes, "certainty: "+clean(string(s.Certainty)))
	}
	for _, value := range s.Values {
		v.Values = append(v.Values, clean(string(value.Kind))+" "+clean(value.Value))
	}
	return v
}

// chainOf lists the attributions that a statement stands under, innermost
// first, as far as they are in the dossier.
func chainOf(p *pile, s *stemma.Statement) []string {
	chain := s.Chain
	if len(chain) == 0 && s.Attribution != "" {
		id := string(s.Attribution)
		for ; p.credits[id] != nil && len(chain) < maxNesting; id = string(p.credits[id].Within) {
			chain = append(chain, id)
		}
		return chain
	}
	var found []string
	for _, id := range chain {
		if p.credits[id] != nil && len(found) < maxNesting {
			found = append(found, id)
		}
	}
	return found
}

// statementRuns is the words of a statement with its hedges and values
// marked.
func statementRuns(s *stemma.Statement) []run {
	var marks []mark
	add := func(span stemma.Span, l layer) {
		if s.Span.Contains(span) {
			marks = append(marks, mark{start: span.Start - s.Span.Start, end: span.End - s.Span.Start, layer: l})
		}
	}
	for _, h := range s.Hedges {
		add(h, markHedge)
	}
	for _, v := range s.Values {
		add(v.Span, markValue)
	}
	return flatten(s.Span.Text, 0, len(s.Span.Text), marks)
}

func (f storyPage) locusView(t *texts, l *stemma.Locus, anchor string) locusView {
	v := locusView{Kind: clean(l.Kind)}
	for i, r := range l.Readings {
		reading := readingView{Value: clean(r.Value), Omitted: r.Omitted}
		for _, s := range r.Sigla {
			reading.Sigla = append(reading.Sigla, f.witnessLink(s))
		}
		listed := map[string]bool{}
		for k := range r.Spans {
			words := clip(clean(r.Spans[k].Text), 60)
			if listed[words] || len(reading.Words) == maxNotes {
				continue
			}
			listed[words] = true
			reading.Words = append(reading.Words, link{To: t.add(&r.Spans[k], markValue, fmt.Sprintf("%s.%d.%d",
				anchor, i+1, k+1), nil), Text: words})
		}
		v.Readings = append(v.Readings, reading)
	}
	return v
}
