package derive

import (
	"slices"
	"strings"

	"stemma"
	who "stemma/internal/name"
	"stemma/internal/segment"
)

// lostWitness gives the number of the lost witness of that name and piece,
// making it if it is new. A document is no outlet, whatever it is called.
func (w *draft) lostWitness(name, piece string, kind stemma.WitnessKind) int {
	full := w.fullAgency(name)
	for i := range w.lost {
		isDocument := w.lost[i].kind == stemma.LostDocument
		if isDocument == (kind == stemma.LostDocument) && onePiece(w.lost[i].piece, piece) &&
			w.roster.oneOutlet(w.lost[i].name, full) {
			mayReplace := !w.outlet(w.lost[i].name).Known || w.outlet(full).Known
			if len(full) > len(w.lost[i].name) && mayReplace {
				w.lost[i].name = full
			}
			return w.kept() + i
		}
	}
	w.lost = append(w.lost, lost{name: full, piece: piece, kind: kind})
	return w.kept() + len(w.lost) - 1
}

// onePiece says whether two names of pieces are one: "Face the Nation", "Face The Nation". A sign
// stands for a word: "Coast & Quay", "Coast and Quay".
func onePiece(a, b string) bool {
	const sign = "&"
	return slices.EqualFunc(strings.Fields(a), strings.Fields(b), func(v, w string) bool {
		return v == sign || w == sign || segment.Fold(v) == segment.Fold(w)
	})
}

// addLost adds a descent from a lost witness, or evidence to it.
func (w *draft) addLost(from, to int, kind stemma.DescentKind, odds float64, evidence stemma.Evidence) {
	evidence.Weight = round(evidence.Weight)
	if e := w.edge(from, to); e != nil {
		e.evidence = append(e.evidence, evidence)
		e.odds += 0.5
		return
	}
	w.edges = append(w.edges, &edge{
		from: from, to: to, kind: kind, odds: odds, evidence: []stemma.Evidence{evidence},
		credited: evidence.Kind == stemma.CreditEvidence,
	})
}

// own says whether a lost witness is the report's own outlet under another
// form of its name.
func (w *draft) own(at, by int) bool {
	return w.roster.oneOutlet(w.lost[at-w.kept()].name, w.names[by].outlet)
}

// label is how evidence calls a witness.
func (w *draft) label(i int) string {
	if i >= w.kept() {
		return w.lost[i-w.kept()].name
	}
	return who.Label(w.report(i))
}

// fullAgency is an outlet's full name, where it is known or where the story's
// credits have it: "the Post" is The Washington Post if no other Post is named.
func (w *draft) fullAgency(written string) string {
	if w.circle == nil {
		var named []string
		for _, c := range w.credits {
			named = append(named, c.name)
		}
		w.circle = w.who.Circle(named)
	}
	return w.circle.Full(written)
}
