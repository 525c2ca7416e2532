package derive

import (
	"slices"
	"strings"

	"stemma"
)

const (
	// leastAired is the part of a report that turns of speakers make up at least if it is the
	// script of a broadcast, and no article with a few lines of one.
	leastAired = 0.5
	// longestAir is how many words a phrase has at most that says that somebody spoke on air.
	longestAir = 4
)

// broadcasts tells which kept reports are scripts of broadcasts, and who speaks there.
type broadcasts struct {
	speakers []map[stemma.Maybe]bool // of each kept report: who has a turn there, nil for no script
}

func newBroadcasts(w *reports, attributions []stemma.Attribution) broadcasts {
	aired := make([]int, w.kept())
	b := broadcasts{make([]map[stemma.Maybe]bool, w.kept())}
	for i := range attributions {
		a := &attributions[i]
		report, ok := w.index[a.Report]
		if !ok || a.Kind != stemma.Transcript || a.Speaker == "" {
			continue
		}
		if b.speakers[report] == nil {
			b.speakers[report] = map[stemma.Maybe]bool{}
		}
		b.speakers[report][a.Speaker] = true
		for _, c := range a.Content {
			aired[report] += c.End - c.Start
		}
	}
	for i, n := range aired {
		if float64(n) < leastAired*float64(len(w.report(i).Text)) {
			b.speakers[i] = nil
		}
	}
	return b
}

// isScript says whether a kept report is what was said on air itself.
func (b broadcasts) isScript(i int) bool { return b.speakers[i] != nil }

// listener finds the scripts in which somebody spoke who is said to have spoken on air.
type listener struct{ search }

// heard gives a credit for everybody who is said to have spoken "on the radio", where one kept
// script alone has that person's turns: no other report of his words there is nearer.
func (w listener) heard(attributions []stemma.Attribution) []credit {
	if !slices.ContainsFunc(w.speakers, func(who map[stemma.Maybe]bool) bool { return who != nil }) {
		return nil // most piles have no script
	}
	var found []credit
	for i := range attributions {
		a := &attributions[i]
		by, ok := w.index[a.Report]
		if !ok || a.Source == nil || a.Kind == stemma.Transcript || len(a.Content) == 0 {
			continue
		}
		air := w.onSomeAir(by, a)
		if air == (stemma.Span{}) {
			continue
		}
		if to := w.scriptWith(by, a.Speaker); to != missing {
			c := credit{
				by: by, to: to, maybe: missing, name: w.names[to].outlet, kind: stemma.LostOutlet,
				form: receiverCredit, spoke: string(a.Speaker), span: air, content: a.Content,
			}
			if !w.when.otherPiece(c, to) {
				found = append(found, c)
			}
		}
	}
	return found
}

// onSomeAir is the phrase "on the radio" that tells where something was said: in the sentence of
// its source, and no part of what is said; or nothing.
func (w listener) onSomeAir(by int, a *stemma.Attribution) stemma.Span {
	t := w.texts[by]
	s := t.SentenceAt(a.Source.Start)
	if s < 0 {
		return stemma.Span{}
	}
	x := t.Sentences[s]
	for k := x.First; k < x.Last; k++ {
		var words []string
		for n := k; n < min(k+longestAir, x.Last); n++ {
			words = append(words, t.Tokens[n].Form)
			isAir := len(words) > 1 && w.pieces.Is(strings.Join(words, " "), "aired")
			if isAir && !inside(a.Content, t.Tokens[k].Start) {
				return t.Span(k, n+1)
			}
		}
	}
	return stemma.Span{}
}

// scriptWith is the one script in which somebody speaks that was there when a report appeared.
func (w listener) scriptWith(by int, speaker stemma.Maybe) int {
	found := missing
	for i := range w.kept() {
		if i == by || w.gap(by, i) > 0 || !w.broadcasts.speakers[i][speaker] {
			continue
		}
		if found != missing {
			return missing
		}
		found = i
	}
	return found
}
