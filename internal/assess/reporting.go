package assess

import (
	"slices"
	"strings"

	"stemma"
	"stemma/internal/language"
	"stemma/internal/name"
)

// reporting is whom the reports of a story have their matter from, by their own words.
type reporting struct {
	*lineage
	index    *stemma.Index
	function language.Table
	// credited maps a siglum to the attributions there.
	credited map[string][]*stemma.Attribution
	// words holds every folded word of a report, to ask whether a source is
	// known there.
	words map[string]map[string]bool
	own   map[string]bool                  // sigla of reports with a source of their own
	spoke map[string]map[stemma.Maybe]bool // siglum → the speakers who spoke to that report
	// known and told remember, by a source, below which witnesses it is known
	// and below which it spoke to a report.
	known, told map[string]map[string]bool
	touched
}

func newReporting(l *lineage, in Input) *reporting {
	b := &reporting{
		lineage: l, index: in.Index, function: in.Function, credited: map[string][]*stemma.Attribution{},
		words: map[string]map[string]bool{}, own: map[string]bool{}, spoke: map[string]map[stemma.Maybe]bool{},
		known: map[string]map[string]bool{}, told: map[string]map[string]bool{}, touched: touched{},
	}
	b.fillOwn(in.Attributions)
	return b
}

func (b *reporting) fillOwn(attributions []stemma.Attribution) {
	for i := range attributions {
		a := &attributions[i]
		if name := b.siglum[a.Report]; name != "" {
			b.credited[name] = append(b.credited[name], a)
		}
	}
	for _, name := range b.order {
		b.spoke[name] = map[stemma.Maybe]bool{}
		for _, a := range b.credited[name] {
			if b.ownHere(name, a) {
				b.own[name], b.spoke[name][a.Speaker] = true, true
			}
		}
	}
}

// ownHere says whether the source of an attribution spoke to this report, and
// not to an ancestor from which the words "told us" were copied along.
func (b *reporting) ownHere(siglum string, a *stemma.Attribution) bool {
	if !a.Own {
		return false
	}
	source := sourceText(a)
	if b.told[source] == nil {
		b.told[source] = b.below(func(up string) bool { return b.hasOwn(up, source) })
	}
	return !b.told[source][siglum]
}

// hasOwn says whether a report has a source of its own under that name.
func (b *reporting) hasOwn(siglum, source string) bool {
	return slices.ContainsFunc(b.credited[siglum], func(a *stemma.Attribution) bool {
		return a.Own && sourceText(a) == source
	})
}

// sourceText is how a report calls a source, folded; empty for one that it
// does not name.
func sourceText(a *stemma.Attribution) string {
	if a.Source == nil {
		return ""
	}
	return strings.ToLower(fold(a.Source.Text))
}

// fold puts a text on one line.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// wordsOf gives the words of a report, which are read when they are asked for first.
func (b *reporting) wordsOf(siglum string) map[string]bool {
	words := b.words[siglum]
	if t := b.report[siglum]; words == nil && t != nil {
		words = make(map[string]bool, len(t.Tokens)/2)
		for _, tok := range t.Tokens {
			words[name.Unowned(tok.Form)] = true
		}
		b.words[siglum] = words
	}
	return words
}

// sources gives all speakers of a statement's chain of credit, innermost
// first, without the outlets that hand it on.
func (b *reporting) sources(s *stemma.Statement) []*stemma.Speaker {
	var found []*stemma.Speaker
	for _, id := range s.Chain {
		a := b.index.Attribution(stemma.Maybe(id))
		if a == nil {
			continue
		}
		if sp := b.index.Speaker(a.Speaker); sp != nil && sp.Kind != stemma.Outlet {
			found = append(found, sp)
		}
	}
	return found
}

// toldHere gives the sources that a root says spoke to it, for the claim.
func (b *reporting) toldHere(r *root) []string {
	var found []string
	for _, t := range r.mentions {
		for _, id := range t.statement.Chain {
			if a := b.index.Attribution(stemma.Maybe(id)); a != nil && a.Speaker != "" && b.ownHere(r.siglum, a) {
				found = append(found, string(a.Speaker))
			}
		}
	}
	return found
}

// resolved says whether a report that ends a chain shows where it has the
// statement from: it names a source, and no text that it takes over stands
// above it, or it reports on its own.
func (b *reporting) resolved(siglum string, st *stemma.Statement) bool {
	named := len(b.sources(st)) > 0
	if len(b.parents[siglum]) == 0 {
		return named || b.own[siglum]
	}
	copies := slices.ContainsFunc(b.parents[siglum], func(d stemma.Descent) bool { return takesText(d.Kind) })
	return b.met(siglum, st) || named && (b.own[siglum] || !copies)
}

// public says whether a statement is credited to somebody whom every reporter
// can meet: a person, a body or a document with a name. What is not so credited
// is taken over with the text around it.
func (b *reporting) public(st *stemma.Statement) bool {
	return slices.ContainsFunc(b.sources(st), func(s *stemma.Speaker) bool { return s.Kind != stemma.Anonymous })
}

// knows says whether the report of a statement has the last word of a source's
// name anywhere: the surname of a person.
func (b *reporting) knows(st *stemma.Statement, s *stemma.Speaker) bool {
	words := b.wordsOf(b.siglum[st.Span.Report])
	for _, name := range append([]string{s.Name}, s.Aliases...) {
		if proper := properWords(name); len(proper) > 0 && words[proper[len(proper)-1]] {
			return true
		}
	}
	return false
}

// unknownLineage says whether nothing shows where a report has what it states:
// it descends from nothing, and credits nobody.
func (b *reporting) unknownLineage(siglum string) bool {
	if len(b.parents[siglum]) > 0 || b.own[siglum] {
		return false
	}
	return !slices.ContainsFunc(b.credited[siglum], func(a *stemma.Attribution) bool { return a.Speaker != "" })
}
