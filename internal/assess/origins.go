package assess

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stemma"
)

// root is a witness at which a claim's chain of credit ends, with the sources
// that it names for the claim.
type root struct {
	siglum     string
	statements []*stemma.Statement
	sources    []*stemma.Speaker
	resolved   bool // it says, or its lineage shows, that it got the claim from outside all other reports
}

// originsOf fills the origins and verdicts of the claims and gives the story's
// origins.
func (b *book) originsOf(claims []stemma.Claim) []stemma.Origin {
	roots := make([][]root, len(claims))
	sources := map[string]map[string]int{}
	for c := range claims {
		roots[c] = b.roots(c)
		for _, r := range roots[c] {
			if sources[r.siglum] == nil {
				sources[r.siglum] = map[string]int{}
			}
			for _, s := range r.sources {
				sources[r.siglum][s.ID] += len(b.holds[c])
			}
			for _, id := range b.toldHere(r) {
				sources[r.siglum][id] += toldWeight * len(b.holds[c])
			}
		}
	}
	origins, ids := b.number(roots, sources)
	for c := range claims {
		b.judge(&claims[c], roots[c], ids)
	}
	return origins
}

// number gives an origin for every witness at which a claim ends, in order of
// the witnesses.
func (b *book) number(roots [][]root, sources map[string]map[string]int) ([]stemma.Origin, map[string]string) {
	used := map[string]bool{}
	for _, rs := range roots {
		for i, r := range rs {
			if r.resolved || i == 0 {
				used[r.siglum] = true
			}
		}
	}
	origins, ids := []stemma.Origin{}, map[string]string{}
	for _, w := range b.in.Stemma.Witnesses {
		if !used[w.Siglum] {
			continue
		}
		id := "o" + strconv.Itoa(len(origins)+1)
		ids[w.Siglum] = id
		list := byWeight(sources[w.Siglum])
		origins = append(origins, stemma.Origin{ID: id, Witness: w.Siglum, Sources: list, Says: b.says(w.Siglum, list)})
	}
	return origins, ids
}

// toldWeight puts sources that spoke to the report itself before those whom it
// quotes from elsewhere.
const toldWeight = 10

// toldHere gives the sources that a root says spoke to it, for the claim.
func (b *book) toldHere(r root) []string {
	var found []string
	for _, st := range r.statements {
		for _, id := range st.Chain {
			if a := b.in.Index.Attribution(stemma.Maybe(id)); a != nil && a.Speaker != "" && b.ownHere(r.siglum, a) {
				found = append(found, string(a.Speaker))
			}
		}
	}
	return found
}

// byWeight orders sources by how many reports carry the claims that rest on
// them, then by their number.
func byWeight(carried map[string]int) []string {
	list := []string{}
	for id := range carried {
		list = append(list, id)
	}
	slices.SortFunc(list, func(x, y string) int {
		return cmp.Or(cmp.Compare(carried[y], carried[x]), cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
	})
	return list
}

// roots gives the witnesses at which the chain of credit of a claim ends, in
// order of siglum.
func (b *book) roots(claim int) []root {
	found := map[string]*root{}
	for _, w := range b.in.Stemma.Witnesses {
		for _, st := range b.telling(claim, w.Siglum) {
			b.walk(claim, w.Siglum, st, found, map[string]bool{})
		}
	}
	var list []root
	for _, r := range found {
		list = append(list, *r)
	}
	slices.SortFunc(list, func(x, y root) int { return cmp.Compare(b.place(x.siglum), b.place(y.siglum)) })
	return list
}

func (b *book) place(siglum string) int {
	return slices.IndexFunc(b.in.Stemma.Witnesses, func(w stemma.Witness) bool { return w.Siglum == siglum })
}

// telling gives a witness's statements of a claim; its headlines only if it
// has no other ones, since a headline is written over a text.
func (b *book) telling(claim int, siglum string) []*stemma.Statement {
	all := b.holds[claim][siglum]
	var body []*stemma.Statement
	for _, st := range all {
		if !st.Headline {
			body = append(body, st)
		}
	}
	if len(body) > 0 {
		return body
	}
	return all
}

// walk follows one statement up to where its chain of credit ends.
func (b *book) walk(claim int, siglum string, st *stemma.Statement, found map[string]*root, seen map[string]bool) {
	if seen[siglum] {
		return
	}
	seen[siglum] = true
	if b.newSource(siglum, st) {
		b.end(found, siglum, st, true)
		return
	}
	if len(b.parents[siglum]) == 0 {
		b.end(found, siglum, st, b.own[siglum] || len(b.sources(st)) > 0)
		return
	}
	if above := b.above(claim, siglum, st); len(above) > 0 {
		for _, p := range above {
			b.climb(claim, p, st, found, seen)
		}
		return
	}
	b.end(found, siglum, st, b.own[siglum] && len(b.sources(st)) > 0)
}

// climb goes on at an exemplar: at its own statement of the claim, or, for a
// lost one, at the copy's. A lost witness whose exemplar has the claim is no
// origin of it, whomever it quotes besides: a reaction takes the claim for
// granted, and that it is more cannot be seen in a copy.
func (b *book) climb(claim int, siglum string, st *stemma.Statement, found map[string]*root, seen map[string]bool) {
	if !b.isLost(siglum) {
		for _, s := range b.telling(claim, siglum) {
			b.walk(claim, siglum, s, found, clone(seen))
		}
		return
	}
	above := b.keptAbove(claim, siglum)
	if len(above) == 0 {
		b.end(found, siglum, st, true)
		return
	}
	for _, p := range above {
		b.climb(claim, p, st, found, clone(seen))
	}
}

func clone(m map[string]bool) map[string]bool {
	c := make(map[string]bool, len(m)+1)
	for k := range m {
		c[k] = true
	}
	return c
}

// above gives the exemplars through which a statement came down: kept ones
// that have the claim, lost ones that have all the copy has (an agency's
// printing) or that the statement is credited to.
func (b *book) above(claim int, siglum string, st *stemma.Statement) []string {
	var kept, lost []string
	for _, d := range b.parents[siglum] {
		switch {
		case !b.isLost(d.From):
			if len(b.holds[claim][d.From]) > 0 {
				kept = append(kept, d.From)
			}
		case d.Kind == stemma.WireCopy || b.credits(d, st):
			return []string{d.From}
		case d.Kind != stemma.Citation && (len(b.keptAbove(claim, d.From)) > 0 || len(b.parents[siglum]) == 1):
			lost = append(lost, d.From)
		}
	}
	if len(kept) > 0 {
		return b.nearest(claim, st, kept)
	}
	return lost
}

// keptAbove gives the exemplars of a lost witness that have the claim, or
// are lost themselves.
func (b *book) keptAbove(claim int, siglum string) []string {
	var found []string
	for _, d := range b.parents[siglum] {
		if b.isLost(d.From) || len(b.holds[claim][d.From]) > 0 {
			found = append(found, d.From)
		}
	}
	return found
}

// credits says whether the evidence of a descent touches the statement.
func (b *book) credits(d stemma.Descent, st *stemma.Statement) bool {
	for _, e := range d.Evidence {
		for _, s := range e.Spans {
			if e.Kind == stemma.CreditEvidence && (st.Span.Overlaps(s) || st.Sentence.Contains(s)) {
				return true
			}
		}
	}
	return false
}

// nearest keeps, of several exemplars that have the claim, the one whose
// statement is most like this one: each reading came down one way.
func (b *book) nearest(claim int, st *stemma.Statement, from []string) []string {
	best, bestAgreement := from[0], -1.0
	for _, p := range from {
		for _, s := range b.holds[claim][p] {
			if a := b.in.Likeness(s, st); a > bestAgreement {
				best, bestAgreement = p, a
			}
		}
	}
	return []string{best}
}

// end makes a witness a root of the claim.
func (b *book) end(found map[string]*root, siglum string, st *stemma.Statement, resolved bool) {
	r := found[siglum]
	if r == nil {
		r = &root{siglum: siglum}
		found[siglum] = r
	}
	r.resolved = r.resolved || resolved
	if !slices.Contains(r.statements, st) {
		r.statements = append(r.statements, st)
	}
	for _, s := range b.sources(st) {
		if !slices.Contains(r.sources, s) {
			r.sources = append(r.sources, s)
		}
	}
}

// saidSources is how many sources of an origin are named in words.
const saidSources = 2

// says is the origin in words: its sources, and whom they told.
func (b *book) says(siglum string, sources []string) string {
	var named []string
	place := map[string]int{}
	for _, id := range sources {
		s := b.in.Index.Speaker(stemma.Maybe(id))
		if s == nil {
			continue
		}
		if at, known := place[s.Name]; known {
			named[at] = longer(named[at], sourceName(s))
			continue
		}
		place[s.Name] = len(named)
		named = append(named, sourceName(s))
	}
	switch n := len(named); {
	case n == 0:
		return fmt.Sprintf("%s, without a source", b.name(siglum))
	case n > saidSources+1:
		named = append(named[:saidSources], strconv.Itoa(n-saidSources)+" more")
	}
	return fmt.Sprintf("%s, to %s", joined(named), b.name(siglum))
}

// longer is the longer of two names for one sort of source: the one that says
// how many.
func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

// sourceName is a source as a sentence calls it: "three unnamed military
// sources".
func sourceName(s *stemma.Speaker) string {
	if s.Kind != stemma.Anonymous {
		return s.Name
	}
	count := ""
	if s.Count.Min == s.Count.Max && s.Count.Min > 0 {
		count = numeral(s.Count.Min) + " "
	}
	return count + "unnamed " + s.Name
}

// numeral writes small numbers as words.
func numeral(n int) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}

// joined lists names as a sentence does.
func joined(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
