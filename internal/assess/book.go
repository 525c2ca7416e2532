package assess

import (
	"strings"

	"stemma"
)

// book looks things up in one story.
type book struct {
	in       Input
	siglum   map[string]string // report id → siglum
	report   map[string]*stemma.Text
	parents  map[string][]stemma.Descent // siglum → descents that lead to it
	children map[string][]stemma.Descent
	// holds maps a claim (by index) and a siglum to the statements there.
	holds []map[string][]*stemma.Statement
	// names holds every folded word of a report, to ask whether a source is
	// known there.
	words map[string]map[string]bool
	own   map[string]bool // sigla of reports with a source of their own
	// possible holds the pairs of sigla, exemplar first, of which it is not
	// known whether the second descends from the first.
	possible map[[2]string]bool
}

func newBook(in Input) *book {
	b := &book{
		in: in, siglum: map[string]string{}, report: map[string]*stemma.Text{},
		parents: map[string][]stemma.Descent{}, children: map[string][]stemma.Descent{},
		holds: make([]map[string][]*stemma.Statement, len(in.Claims)),
		words: map[string]map[string]bool{}, own: map[string]bool{},
	}
	for _, w := range in.Stemma.Witnesses {
		if !w.Lost {
			b.siglum[string(w.Report)] = w.Siglum
			b.report[w.Siglum] = in.Index.Text(string(w.Report))
			b.words[w.Siglum] = wordsOf(b.report[w.Siglum])
		}
	}
	for _, d := range in.Stemma.Descents {
		b.parents[d.To] = append(b.parents[d.To], d)
		b.children[d.From] = append(b.children[d.From], d)
	}
	b.possible = map[[2]string]bool{}
	for _, d := range in.Stemma.Possible {
		b.possible[[2]string{d.From, d.To}] = true
	}
	for c := range in.Claims {
		b.holds[c] = map[string][]*stemma.Statement{}
		for s := range in.Claims[c].Statements {
			st := &in.Claims[c].Statements[s]
			name := b.siglum[st.Span.Report]
			b.holds[c][name] = append(b.holds[c][name], st)
		}
	}
	for i := range in.Attributions {
		a := &in.Attributions[i]
		if name := b.siglum[a.Report]; name != "" && b.ownHere(name, a) {
			b.own[name] = true
		}
	}
	return b
}

// ownHere says whether the source of an attribution spoke to this report, and
// not to an ancestor from which the words "told us" were copied along.
func (b *book) ownHere(siglum string, a *stemma.Attribution) bool {
	if !a.Own {
		return false
	}
	for _, up := range b.ancestors(siglum) {
		if !b.isLost(up) && b.hasOwn(up, a) {
			return false
		}
	}
	return true
}

// hasOwn says whether a report has the same attribution to a source of its
// own.
func (b *book) hasOwn(siglum string, a *stemma.Attribution) bool {
	for i := range b.in.Attributions {
		x := &b.in.Attributions[i]
		if x.Own && b.siglum[x.Report] == siglum && (x.Source == nil && a.Source == nil ||
			x.Source != nil && a.Source != nil && strings.EqualFold(fold(x.Source.Text), fold(a.Source.Text))) {
			return true
		}
	}
	return false
}

// fold puts a text on one line.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

func wordsOf(t *stemma.Text) map[string]bool {
	words := map[string]bool{}
	for _, tok := range t.Tokens {
		words[strings.TrimSuffix(tok.Form, "'s")] = true
	}
	return words
}

// isLost says whether a siglum is a lost witness's.
func (b *book) isLost(siglum string) bool { return b.report[siglum] == nil }

// ancestors gives all witnesses above one, nearest first.
func (b *book) ancestors(siglum string) []string {
	var found []string
	seen := map[string]bool{siglum: true}
	for queue := []string{siglum}; len(queue) > 0; queue = queue[1:] {
		for _, d := range b.parents[queue[0]] {
			if !seen[d.From] {
				seen[d.From] = true
				found = append(found, d.From)
				queue = append(queue, d.From)
			}
		}
	}
	return found
}

// source is the speaker whom a statement is credited to, innermost.
func (b *book) source(s *stemma.Statement) *stemma.Speaker { return b.in.Index.Source(s) }

// sources gives all speakers of a statement's chain of credit, innermost
// first, without the outlets that hand it on.
func (b *book) sources(s *stemma.Statement) []*stemma.Speaker {
	var found []*stemma.Speaker
	for _, id := range s.Chain {
		a := b.in.Index.Attribution(stemma.Maybe(id))
		if a == nil {
			continue
		}
		if sp := b.in.Index.Speaker(a.Speaker); sp != nil && sp.Kind != stemma.Outlet {
			found = append(found, sp)
		}
	}
	return found
}

// name is how a witness is called in sentences for people.
func (b *book) name(siglum string) string {
	if t := b.report[siglum]; t != nil {
		switch r := t.Report; {
		case r.Outlet != "":
			return string(r.Outlet)
		case len(r.Byline) > 0:
			return r.Byline[0]
		}
		return "report " + siglum
	}
	if w := b.in.Stemma.Witness(siglum); w != nil {
		return w.Name
	}
	return siglum
}
