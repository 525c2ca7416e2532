package quote

import "stemma"

// longestPointing is how many words may stand before the "of" or "from" of a sentence
// that says whose the one before is: "That was the unanimous finding of".
const longestPointing = 8

// pointing reads a sentence that says whose the one before it is: "That's according to
// Pell", "This was the finding of a study". What it credits is empty for others.
func pointing(u *unit) (source, cue span) {
	a, at := u.at(0), 1
	if !a.plays(backWord) {
		return
	}
	if !a.is(contracted) {
		if !u.at(1).is(be) {
			return
		}
		at = 2
	}
	at = u.overAdverbs(at)
	if u.at(at).plays(accordingWord) {
		return u.nounAfter(at+2, false), span{0, at + 2}
	}
	for i := at; i < min(longestPointing, len(u.a)); i++ {
		if !u.at(i).plays(ofWord | fromWord | byWord) {
			continue
		}
		if u.stanceWord(i-1, i) && u.at(at).is(det) {
			return u.nounAfter(i+1, false), span{0, i + 1}
		}
		return
	}
	return
}

// creditPointed credits the sentence before the unit, which points back to it, where that
// stands in the same paragraph and nobody is credited in it; it says whether it does.
func creditPointed(p *document, u *unit) bool {
	s, cue := pointing(u)
	if s.empty() || u.at(0).first == 0 {
		return false
	}
	t, start := p.text, u.at(0).first
	before := t.SentenceAt(t.Tokens[start-1].Start)
	if before < 0 || t.Sentences[before].Segment != t.Sentences[t.SentenceAt(t.Tokens[start].Start)].Segment {
		return false
	}
	from, to := t.Sentences[before].First, min(t.Sentences[before].Last, start)
	for to > from && t.Tokens[to-1].Kind == stemma.Mark {
		to--
	}
	if n := len(p.credits); n > 0 && p.credits[n-1].sentence >= from || to-from < shortestPointed {
		return false
	}
	if anyOf(from, to, func(i int) bool { return t.Tokens[i].Form == `"` }) {
		return false
	}
	p.credits = append(p.credits, credit{
		source: u.tokens(s), cue: []stretch{u.tokens(cue)}, content: []stretch{{from, to}}, kind: stemma.Indirect,
		stance: stemma.Neutral, parent: -1, sentence: start, act: stemma.Speaking,
	})
	return true
}

// shortestPointed is how many words a sentence has at least that another one points to.
const shortestPointed = 3
