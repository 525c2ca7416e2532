package derive

import (
	"math"

	"stemma"
	"stemma/internal/segment"
)

const (
	repostShare   = 0.6 // of the copy's words
	wholeShare    = 0.5 // of the exemplar's words, or it is a summary
	summaryLength = 0.5 // of the exemplar's words
	citationCover = 0.25
)

// kindOf tells what the copy made of its exemplar.
func (w writer) kindOf(e *edge) stemma.DescentKind {
	if e.kind != "" {
		return e.kind
	}
	if e.from >= w.kept() || e.to >= w.kept() {
		return stemma.Rewrite // there is no text to compare
	}
	p := w.pair(e.from, e.to)
	back := w.pair(e.to, e.from)
	lengths := float64(wordCount(w.texts[e.to])) / math.Max(1, float64(wordCount(w.texts[e.from])))
	switch {
	case p.traces[VersionTrace] > 0:
		return stemma.Revision
	case segment.IsDigest(w.report(e.to)):
		return stemma.Digest
	case p.share >= repostShare && back.share >= wholeShare:
		return stemma.Repost
	case p.coverage < citationCover && p.credited() && w.ownReporting(e.to):
		if w.mainExemplar(e) {
			return stemma.FollowUp
		}
		return stemma.Citation
	case p.coverage < citationCover && p.credited() && !w.leadCredit(p):
		return stemma.Citation
	case lengths <= summaryLength:
		return stemma.Summary
	}
	return stemma.Rewrite
}

// leadCredit says whether the copy names the exemplar at its beginning.
func (w writer) leadCredit(p *pair) bool {
	for _, c := range p.marks().credits {
		if w.leads(c) {
			return true
		}
	}
	return false
}

// wordCount counts the words of a text, without its marks.
func wordCount(t *stemma.Text) (n int) {
	for _, tok := range t.Tokens {
		if tok.Kind != stemma.Mark {
			n++
		}
	}
	return n
}
