package derive

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"stemma"
	"stemma/internal/align"
)

// pair is what speaks for and against "copy descends from exemplar".
type pair struct {
	exemplar, copy int
	share          float64 // of the copy's words in shared passages
	prose, quoted  int     // words in shared passages: the reporter's own, and speech
	passages       []stemma.Span
	info, coverage float64 // of the copy's statements that the exemplar explains
	credits        []credit
	evidence       []stemma.Evidence
	odds           float64
	direction      float64 // log-odds that the exemplar is the elder
	forbidden      bool    // by dates
}

// Weights of the evidence, in natural log-odds. They were set by hand on the
// dam pile and the golden stories, in the order that DESIGN.md gives; what
// matters is that order, and that shared wording alone can outweigh the prior.
const (
	priorOdds      = -4.0 // of all ordered pairs of reports on one story, one in fifty is a direct descent
	sourceWeight   = 7.0  // nine in ten named credits are a direct descent, which the prior must not undo
	receiverWeight = 6.5
	linkWeight     = 6.0
	footerWeight   = 7.0
	mentionWeight  = 5.0
	genericWeight  = 1.0
	proseWeight    = 1.9 // times the logarithm of shared words over the length of one passage
	proseMost      = 7.0
	quotedWeight   = 0.7
	quotedMost     = 2.0
	coverageWeight = 5.0
	sourceEach     = 0.3 // a public source in both
	exclusiveEach  = 1.0 // an unnamed one or a paper, with words that it said in both
	sourcesMost    = 4.0
	// A reading that the two share against a third report binds them; one that
	// the copy shares with a third against the exemplar separates them.
	errorWeight      = 1.2
	separativeWeight = 1.2
	readingsMost     = 3.6
)

// weighPairs sums the evidence for every ordered pair.
func (w *work) weighPairs() {
	overlaps := w.readOverlaps()
	for a := range w.kept() {
		for b := range w.kept() {
			if a == b {
				continue
			}
			p := &pair{exemplar: a, copy: b}
			if o := overlaps[[2]int{a, b}]; o != nil {
				p.share, p.prose, p.quoted, p.passages = o.share, o.prose, o.quoted, o.passages
			}
			p.info, p.coverage = explained(w.units[b], w.units[a])
			for _, c := range w.credits {
				if c.by == b && c.to == a {
					p.credits = append(p.credits, c)
				}
			}
			w.pairs[[2]int{a, b}] = p
		}
	}
	for _, key := range w.keys() {
		w.direct(w.pairs[key])
	}
	for _, key := range w.keys() {
		w.weigh(w.pairs[key])
	}
}

// keys gives the pairs in order.
func (w *work) keys() [][2]int {
	keys := make([][2]int, 0, len(w.pairs))
	for k := range w.pairs {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, k int) bool {
		return keys[i][0] < keys[k][0] || keys[i][0] == keys[k][0] && keys[i][1] < keys[k][1]
	})
	return keys
}

// weigh turns what is known of a pair into evidence.
func (w *work) weigh(p *pair) {
	p.evidence = append(p.evidence, creditEvidence(p.credits)...)
	exemplar, copy := w.label(p.exemplar), w.label(p.copy)
	if p.prose >= reportedWords {
		p.add(stemma.ReuseEvidence, min(proseMost, proseWeight*math.Log1p(float64(p.prose)/reportedWords)), p.passages,
			fmt.Sprintf("%d words of %s's own prose stand in %s too", p.prose, exemplar, copy))
	}
	if p.quoted >= reportedWords {
		p.add(stemma.QuotationEvidence, min(quotedMost, quotedWeight*math.Log1p(float64(p.quoted)/reportedWords)), p.passages,
			fmt.Sprintf("%d words of quotation are the same", p.quoted))
	}
	if weight, n := w.sourceOverlap(p); weight > 0 {
		p.add(stemma.DetailEvidence, weight, nil, fmt.Sprintf("%d of the sources of %s are sources of %s", n, copy, exemplar))
	}
	if p.coverage >= leastCoverage {
		p.add(stemma.DetailEvidence, coverageWeight*p.coverage, nil,
			fmt.Sprintf("%.0f%% of what %s states is found, in like words, in %s", 100*p.coverage, copy, exemplar))
	}
	if agree, differ := w.readings(p); len(agree) > 0 || len(differ) > 0 {
		weight := min(readingsMost, errorWeight*float64(len(agree)/2)) - min(readingsMost, separativeWeight*float64(len(differ)/2))
		says := fmt.Sprintf("they share %d readings that others have otherwise", len(agree)/2)
		if len(differ) > 0 {
			says = fmt.Sprintf("%s; in %d readings %s goes with others against %s", says, len(differ)/2, copy, exemplar)
		}
		p.add(stemma.ErrorEvidence, weight, append(agree, differ...), says)
	}
	p.evidence = append(p.evidence, w.dateEvidence(p)...)
	p.odds = priorOdds
	if w.sameHouse(p) && p.share < revisionShare {
		p.odds += houseOdds
	}
	for _, e := range p.evidence {
		p.odds += e.Weight
	}
}

const (
	// houseOdds is the prior against a descent between two reports of one
	// outlet that are not versions of each other: it repeats its own
	// background, a fifth of a report in the AllSides set.
	houseOdds     = -4.0
	revisionShare = 0.4
	// reportedWords is the length of the shortest passage that reuse reports.
	reportedWords = 8
	// leastCoverage is the coverage that two independent reports of one
	// event reach by sharing names and numbers.
	leastCoverage = 0.15
)

// sameHouse says whether both reports are of one outlet.
func (w *work) sameHouse(p *pair) bool {
	a, b := w.names[p.exemplar].outlet, w.names[p.copy].outlet
	return len(a) > 0 && slices.Equal(a, b)
}

func (p *pair) add(kind stemma.EvidenceKind, weight float64, spans []stemma.Span, says string) {
	p.evidence = append(p.evidence, stemma.Evidence{Kind: kind, Weight: round(weight), Spans: list(spans), Says: says})
}

func list(spans []stemma.Span) []stemma.Span {
	if spans == nil {
		return []stemma.Span{}
	}
	return spans
}

func round(x float64) float64 { return math.Round(x*100) / 100 }

// sourceOverlap weighs the sources that both reports have. A public one may
// have spoken to both; an unnamed one or a paper whose words stand in both is
// seldom met twice.
func (w *work) sourceOverlap(p *pair) (weight float64, n int) {
	exclusive := map[string]bool{}
	public := map[string]bool{}
	for _, u := range w.units[p.copy] {
		if u.source == nil || u.source.Kind == stemma.Outlet {
			continue
		}
		for _, v := range w.units[p.exemplar] {
			if v.source == nil || v.claim != u.claim || !akin(u.source, v.source) {
				continue
			}
			if v.exclusive && align.Share(u.clause, v.clause) >= 0.5 {
				exclusive[u.source.ID] = true
			} else {
				public[u.source.ID] = true
			}
		}
	}
	for id := range exclusive {
		delete(public, id)
	}
	n = len(exclusive) + len(public)
	return min(sourcesMost, exclusiveEach*float64(len(exclusive))+sourceEach*float64(len(public))), n
}

// akin says whether two sources may be one under two labels.
func akin(a, b *stemma.Speaker) bool {
	return a.ID == b.ID || a.Kind == stemma.Anonymous && b.Kind == stemma.Anonymous
}

// credited says whether the copy names the exemplar in any form.
func (p *pair) credited() bool { return len(p.credits) > 0 }

// named says whether the copy names the exemplar as a source, by itself and
// not as the source of another outlet.
func (p *pair) named() bool {
	for _, c := range p.credits {
		if !c.nested {
			return true
		}
	}
	return false
}

// label is how evidence calls a witness.
func (w *work) label(i int) string {
	if i >= w.kept() {
		return w.lost[i-w.kept()].name
	}
	r := w.report(i)
	switch {
	case r.Outlet != "":
		return string(r.Outlet)
	case len(r.Byline) > 0:
		return r.Byline[0]
	case r.Title != "":
		return "“" + shorten(r.Title, 40) + "”"
	}
	return r.Input[strings.LastIndexByte(r.Input, '/')+1:]
}

// shorten cuts a text at a word, and marks that it did.
func shorten(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := most - 1
	for cut > most/2 && runes[cut] != ' ' {
		cut--
	}
	return string(runes[:cut]) + "…"
}
