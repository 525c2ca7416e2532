package assess

import (
	"cmp"
	"slices"
	"strings"

	"stemma"
	who "stemma/internal/name"
)

// book looks things up in one story.
type book struct {
	in       Input
	siglum   map[string]string // report id → siglum
	report   map[string]*stemma.Text
	order    []string       // sigla, exemplars before copies
	rank     map[string]int // siglum → its place in that order
	place    map[string]int // siglum → its place among the witnesses
	lostName map[string]string
	family   map[string]int              // siglum → a number that the witnesses of one publisher share
	parents  map[string][]stemma.Descent // siglum → descents that lead to it
	children map[string][]stemma.Descent
	// holds maps a claim (by index) and a siglum to the statements there.
	holds []map[string][]*stemma.Statement
	makes map[string][]made // siglum → its statements, by claim
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
	// possible holds the pairs of sigla, exemplar first, of which it is not
	// known whether the second descends from the first.
	possible map[[2]string]bool
	// strangers remembers of two people, by their ids, whether they are two.
	strangers map[[2]string]bool
	heard     map[sentenceAt]bool // see [hearsay]
	ties      phrases
	hearsay   phrases
}

func newBook(in Input) *book {
	b := &book{
		in: in, siglum: map[string]string{}, report: map[string]*stemma.Text{}, place: map[string]int{},
		lostName: map[string]string{},
		parents:  map[string][]stemma.Descent{}, children: map[string][]stemma.Descent{},
		holds: make([]map[string][]*stemma.Statement, len(in.Claims)), credited: map[string][]*stemma.Attribution{},
		words: map[string]map[string]bool{}, own: map[string]bool{}, spoke: map[string]map[stemma.Maybe]bool{},
		known: map[string]map[string]bool{}, told: map[string]map[string]bool{}, strangers: map[[2]string]bool{},
		heard: map[sentenceAt]bool{}, makes: map[string][]made{},
		ties: phrasesOf(in.Ties), hearsay: phrasesOf(in.Hearsay),
	}
	for i, w := range in.Stemma.Witnesses {
		b.place[w.Siglum] = i
		if w.Lost {
			b.lostName[w.Siglum] = cmp.Or(w.Publisher, w.Name)
		} else {
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
	b.order, b.rank = b.eldersFirst(), map[string]int{}
	for i, name := range b.order {
		b.rank[name] = i
	}
	b.family = b.families()
	b.fillHolds()
	b.fillOwn()
	return b
}

func (b *book) fillHolds() {
	for c := range b.in.Claims {
		b.holds[c] = map[string][]*stemma.Statement{}
		for s := range b.in.Claims[c].Statements {
			st := &b.in.Claims[c].Statements[s]
			name := b.siglum[st.Span.Report]
			b.holds[c][name] = append(b.holds[c][name], st)
			b.makes[name] = append(b.makes[name], made{c, st})
		}
	}
}

func (b *book) fillOwn() {
	for i := range b.in.Attributions {
		a := &b.in.Attributions[i]
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

// eldersFirst orders the sigla so that exemplars come before their copies;
// what stands in a circle comes last.
func (b *book) eldersFirst() []string {
	waits := map[string]int{}
	var order []string
	for _, w := range b.in.Stemma.Witnesses {
		if waits[w.Siglum] = len(b.parents[w.Siglum]); waits[w.Siglum] == 0 {
			order = append(order, w.Siglum)
		}
	}
	for i := 0; i < len(order); i++ {
		for _, d := range b.children[order[i]] {
			if waits[d.To]--; waits[d.To] == 0 {
				order = append(order, d.To)
			}
		}
	}
	for _, w := range b.in.Stemma.Witnesses {
		if waits[w.Siglum] > 0 {
			order = append(order, w.Siglum)
		}
	}
	return order
}

// below gives the witnesses that have one above them of which at holds.
func (b *book) below(at func(siglum string) bool) map[string]bool {
	found := map[string]bool{}
	holds := map[string]bool{}
	for _, name := range b.order {
		for _, d := range b.parents[name] {
			if found[d.From] || holds[d.From] {
				found[name] = true
			}
		}
		if !b.isLost(name) && at(name) {
			holds[name] = true
		}
	}
	return found
}

// ownHere says whether the source of an attribution spoke to this report, and
// not to an ancestor from which the words "told us" were copied along.
func (b *book) ownHere(siglum string, a *stemma.Attribution) bool {
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
func (b *book) hasOwn(siglum, source string) bool {
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

func wordsOf(t *stemma.Text) map[string]bool {
	words := map[string]bool{}
	for _, tok := range t.Tokens {
		words[who.Unowned(tok.Form)] = true
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
